"""The words of paper, cards and answers in one language, by their key."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts by dotted key (`verdict.welcome.word`), with `{named}` places for values."""

    language: str
    texts: dict[str, str]

    @property
    def mirrored(self) -> bool:
        """Whether the language is written from right to left."""
        return self.language == "ar"

    def say(self, key: str, **values: object) -> str:
        """The text of a key with its places filled; raises KeyError for an unknown key."""
        text = self.texts[key]
        return text.format_map(values) if values else text

    def has(self, key: str) -> bool:
        """Whether a text of this key exists."""
        return key in self.texts
