"""What a scan says, read without knowing who holds it."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from checkin.domain.badge import typed_number
from checkin.domain.text import clean, words
from checkin.domain.token import ALPHABET, LENGTH, is_sound

_LONGEST = 4096
_LETTERS = re.IGNORECASE | re.ASCII
_PREFIXED = re.compile(rf"[^{ALPHABET}]{{0,3}}([{ALPHABET}]{{20,}})", _LETTERS)
_INSIDE = re.compile(rf"[{ALPHABET}]{{20,}}", _LETTERS)
_BEGUN = re.compile(rf"[{ALPHABET}]{{8,}}", _LETTERS)  # no name has so many in a row


class ForeignKind(StrEnum):
    """What a code that is not ours seems to be; the wording says it to the receptionist."""

    INDICO = "indico"
    EVENTYAY = "eventyay"
    ALFIO = "alfio"
    PRETIX = "pretix"
    HIEVENTS = "hievents"
    DIGITS = "digits"
    CARD = "card"
    WEB = "web"
    WIFI = "wifi"
    EMPTY = "empty"
    TEXT = "text"


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
    """Another maker's code, or no code at all."""

    kind: ForeignKind
    text: str


@dataclass(frozen=True, slots=True)
class Misread:
    """A code of ours that came through damaged, with how many letters did."""

    letters: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """Somebody who was found and chosen in person: no code was read."""

    delegate_id: str


Reading = Token | Number | Foreign | Misread | Chosen

_UUID = r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
_KINDS = (
    (re.compile(r"\s*"), ForeignKind.EMPTY),
    (re.compile(r"\{.*(?:\"i\"|checkin_secret).*\}", re.S), ForeignKind.INDICO),
    (re.compile(r"\{.*\"ticket\".*\}", re.S), ForeignKind.EVENTYAY),
    (re.compile(rf"{_UUID}(?:(?:/|::).*)?", re.I | re.S), ForeignKind.ALFIO),
    (re.compile(r"(?:BEGIN:VCARD|MECARD:).*", re.I | re.S), ForeignKind.CARD),
    (re.compile(r"WIFI:.*", re.I | re.S), ForeignKind.WIFI),
    (re.compile(r"(?:https?://|www\.).*", re.I | re.S), ForeignKind.WEB),
    (re.compile(r"\d+"), ForeignKind.DIGITS),
    (re.compile(r"A-[0-9A-Z]{7}"), ForeignKind.HIEVENTS),
    (re.compile(r"[a-z0-9]{32}|[A-Za-z0-9+/]{110,150}={0,2}"), ForeignKind.PRETIX),
)


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
    number = typed_number(line)
    return Number(number, line) if number else Foreign(_kind(line), line)


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
    windows = (run[at : at + LENGTH] for at in range(len(run) - LENGTH, -1, -1))
    return next((one for one in windows if is_sound(one.upper())), run)


def _kind(line: str) -> ForeignKind:
    return next((kind for shape, kind in _KINDS if shape.fullmatch(line)), ForeignKind.TEXT)
