"""What the user or the world did: the only exception a face is expected to word."""


class Refused(Exception):
    """An action was refused; nothing was half-done.

    `code` is one of the codes worded in `resources/wording/problems/*.toml` under `[refused]`;
    `facts` are the values its sentence names (paths, counts; never a person's data).
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
