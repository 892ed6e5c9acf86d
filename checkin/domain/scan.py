"""What a scan says, read without knowing who holds it."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checkin.domain.badge import typed_number
from checkin.domain.code_keys import keys_as_meant, keys_of, says_indico, without_prefix
from checkin.domain.code_kinds import ForeignKind as ForeignKind
from checkin.domain.code_kinds import kind_of
from checkin.domain.text import clean, words
from checkin.domain.token import ALPHABET, LENGTH, is_sound

if TYPE_CHECKING:
    from checkin.domain.visiting_card import Prefill

_LONGEST = 4096
_LETTERS = re.IGNORECASE | re.ASCII
_PREFIXED = re.compile(rf"[^{ALPHABET}]{{0,3}}([{ALPHABET}]{{20,}})", _LETTERS)
_INSIDE = re.compile(rf"[{ALPHABET}]{{20,}}", _LETTERS)
_BEGUN = re.compile(rf"[{ALPHABET}]{{8,}}", _LETTERS)  # no name has so many in a row
_MANGLED_PREFIX = r"(?i)^[^\w\s]?[QA][1&!](?=.{5})"
_NO_NAME = r"^\S+$|[^\w\s'’.,()-]"
_FEWEST_MANGLED, _MOST_MANGLED = 12, 2000  # letters of a text looked at as another keyboard's
_NO_CODE = (ForeignKind.TEXT, ForeignKind.LONG, ForeignKind.EMPTY)
_UNMISTAKABLE = (
    *(ForeignKind.COMPANION, ForeignKind.INDICO, ForeignKind.EVENTYAY, ForeignKind.CARD),
    *(ForeignKind.WEB, ForeignKind.WIFI, ForeignKind.ALFIO, ForeignKind.PRETIX, ForeignKind.DIGITS),
)


@dataclass(frozen=True, slots=True)
class Token:
    """A sound code of our alphabet; whose meeting it is has not been asked yet."""

    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A badge number as printed under the code, and the text as it came.

    Other tools' codes may have that shape (`ORDER-000123`): whoever looks it up asks for both.
    """

    number: str
    text: str = field(default="", compare=False)

    def as_code(self) -> "Foreign":
        """The same as another tool's code."""
        return Foreign(ForeignKind.TEXT, self.text)


@dataclass(frozen=True, slots=True)
class Foreign:
    """Another maker's code, or no code at all; a visiting card with what it says."""

    kind: ForeignKind
    text: str
    prefill: "Prefill | None" = None

    @property
    def keys(self) -> tuple[str, ...]:
        """What it is looked up by."""
        return keys_of(self.text)

    @property
    def keys_as_meant(self) -> tuple[str, ...]:
        """What it is looked up by where that led to nobody: as other keyboards would type it."""
        return keys_as_meant(self.text)


@dataclass(frozen=True, slots=True)
class Misread:
    """A code of ours that came through damaged, with how many letters did."""

    letters: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """Somebody who was found and chosen in person: no code was read."""

    delegate_id: str


Reading = Token | Number | Foreign | Misread | Chosen


def read(text: str) -> Reading:
    """A scan text as one of the four readings; any text of any length is answered.

    Case does not matter (caps lock), and up to three characters before the code are dropped:
    the AIM prefix that some scanners send.
    """
    line = clean(text[:_LONGEST])
    match = _PREFIXED.fullmatch(line)
    if match:
        code = match[1].upper()
        return Token(code) if is_sound(code) else Misread(len(code))
    several = _INSIDE.findall(line)
    if len(several) > 1:
        return Misread(sum(map(len, several)))  # whose code counts, nobody can tell
    line = without_prefix(line)
    number = typed_number(line)
    return Number(number, line) if number else _foreign(line, without_prefix(text[:_LONGEST]))


def _foreign(line: str, scanned: str) -> Foreign:
    kind = kind_of(line, scanned)
    if kind in _NO_CODE:
        return _mangled(line) or Foreign(kind, line)
    return Foreign(kind, line, _prefill(kind, scanned))


def _mangled(line: str) -> Foreign | None:
    """A text that another keyboard made of a code whose beginning nothing else has."""
    bare = re.sub(_MANGLED_PREFIX, "", line, count=1)
    kind = kind_of(bare)
    if kind not in _NO_CODE:
        return Foreign(kind, bare, _prefill(kind, bare))
    if not _FEWEST_MANGLED <= len(line) <= _MOST_MANGLED or not re.search(_NO_NAME, line):
        return None
    from checkin.domain.layouts import meanings

    meant: dict[ForeignKind, list[str]] = {}
    for meaning in map(without_prefix, meanings(line)):
        meant.setdefault(_unmistakable(meaning), []).append(meaning)
    kind = next((one for one in _UNMISTAKABLE if one in meant), ForeignKind.TEXT)
    if kind is ForeignKind.TEXT:
        return None
    cards = filter(None, (_prefill(kind, meaning) for meaning in meant[kind]))
    return Foreign(kind, line, max(cards, key=lambda card: card.fullness, default=None))


def _unmistakable(text: str) -> ForeignKind:
    kind = kind_of(text)
    return ForeignKind.INDICO if kind in _NO_CODE and says_indico(text) else kind


def _prefill(kind: ForeignKind, text: str) -> "Prefill | None":
    if kind is not ForeignKind.CARD:
        return None
    from checkin.domain.visiting_card import read_card

    return read_card(text)


def is_words(reading: Reading) -> bool:
    """Whether a text is what a person types of a name: it is searched for, and never refused."""
    text = isinstance(reading, Foreign) and reading.kind is ForeignKind.TEXT
    return isinstance(reading, Foreign) and text and bool(words(reading.text))


def is_code_begun(text: str) -> bool:
    """Whether a code of ours is being typed in, as a scanner does."""
    return _BEGUN.search(text[:_LONGEST]) is not None


def code_after_words(text: str) -> str:
    """The code that was scanned into a field where words stood already; else the text itself."""
    runs = _INSIDE.findall(text[:_LONGEST])
    if not runs:
        return text
    run = str(runs[-1])
    windows = (run[at : at + LENGTH] for at in range(len(run) - LENGTH + 1))
    sound = {one.upper() for one in windows if is_sound(one.upper())}
    return sound.pop() if len(sound) == 1 else run
