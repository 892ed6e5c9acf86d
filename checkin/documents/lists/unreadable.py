"""Why a file is no list: a code with its facts, and the refusal in each language."""

from checkin.domain.meeting import LANGUAGES
from checkin.domain.refused import Refused


class Unreadable(Exception):
    """`why` is worded in `resources/wording/problems/` under `[why]`, what to do in `[why_do]`."""

    def __init__(self, why: str, **facts: str) -> None:
        super().__init__(why)
        self.why = why
        self.facts = facts


def unreadable(path: str, why: str, **facts: str) -> Refused:
    """The refusal of a file: `why` and `do` in English, `why_fr` and so on in each language."""
    from checkin.documents.wording import load  # the parser's child needs no words

    said: dict[str, str] = {}
    for language in LANGUAGES:
        words = load(language)
        advice = why if words.has(f"why_do.{why}") else "other"
        said[f"why_{language}"] = words.say(f"why.{why}", **facts)
        said[f"do_{language}"] = words.say(f"why_do.{advice}", **facts)
    return Refused("unreadable_list", path=path, why=said["why_en"], do=said["do_en"], **said)
