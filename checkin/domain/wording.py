"""The words of paper, cards and answers in one language, by their key."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts by dotted key (`verdict.welcome.word`), with `{named}` places for values."""

    language: str
    texts: Mapping[str, str]

    @property
    def mirrored(self) -> bool:
        """Whether the language is written from right to left."""
        return self.language == "ar"

    def say(self, key: str, **values: object) -> str:
        """The text of a key with its places filled; raises KeyError for an unknown key."""
        text = self.texts[key]
        return text.format_map(values) if values else text

    def tell(self, key: str, **values: object) -> str:
        """`say` for a screen: each value keeps its own direction, see `apart`."""
        return self.say(key, **{name: self.apart(value) for name, value in values.items()})

    def own(self, facts: Mapping[str, object]) -> dict[str, object]:
        """The values, those in this language where they have it: `why_fr` for `why`."""
        return {name: facts.get(f"{name}_{self.language}", one) for name, one in facts.items()}

    def apart(self, value: object) -> str:
        """A value that no word beside it draws over, in a language that reads from the right.

        The marks around it are for screens; paper is drawn letter by letter, and has none.
        """
        return f"\u2068{value}\u2069" if self.mirrored else str(value)

    def has(self, key: str) -> bool:
        """Whether a text of this key exists."""
        return key in self.texts
