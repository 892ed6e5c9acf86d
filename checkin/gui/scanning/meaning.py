"""What a run of keys says: a code of ours, another tool's, or nothing that a scanner would send."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from checkin.domain.scan import Foreign, ForeignKind, Misread, Token, read
from checkin.domain.token import ALPHABET, LENGTH, is_sound
from checkin.gui.scanning.strokes import Place, Stroke, by_keys, typed

BEGUN = 8  # letters of our alphabet in a row: no name has so many
AT_ONCE_MS = 30  # no hand types two letters so close, and goes on
_DAMAGED = 20  # so many letters of another alphabet without a blank are no word
_LONGEST_PHONE = 16
_LONG = 9  # another tool's code that came as slowly as people type
_MACHINE, _ALONE = 4, 8  # keys of a fast run, with Enter or Tab after them, and without
_TYPED = (  # what other programs type, and people paste by hand into fields
    re.compile(r"[^\W\d_]+(?:['’.-]+[^\W\d_]+)*\.?"),  # a word, a name
    re.compile(r".*\S .*", re.S),
    re.compile(r"(?:[/~\\]|[A-Za-z]:[/\\]).*", re.S),  # a path
    re.compile(r"[\w()-]{1,60}\.[A-Za-z]\w{1,7}"),  # a file, a site
    re.compile(r"[\w.+-]+@[\w.-]+"),
)
_UNTOLD = (ForeignKind.TEXT, ForeignKind.EMPTY)
_LETTERS = frozenset(ALPHABET + ALPHABET.lower())


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scanner sent; `alphabet` is the keyboard's (ARABIC) where it made that unreadable."""

    text: str
    alphabet: str = ""


class Letters:
    """The letters of our alphabet that came in a row last, by layout and by key."""

    def __init__(self) -> None:
        self._rows = ["", ""]

    def add(self, stroke: Stroke) -> None:
        """One more key; any that is none of ours ends the row."""
        for at, letter in enumerate((stroke.text, stroke.us)):
            self._rows[at] = self._rows[at] + letter.upper() if letter in _LETTERS else ""

    @property
    def count(self) -> int:
        """How many there are."""
        return max(map(len, self._rows))

    @property
    def code(self) -> str:
        """The sound code of ours that they end with, or ""."""
        ends = (row[-LENGTH:] for row in self._rows if len(row) >= LENGTH)
        return next(filter(is_sound, ends), "")


def is_letter(stroke: Stroke) -> bool:
    """Whether a key may be one of a code of ours."""
    return stroke.text in _LETTERS or stroke.us in _LETTERS


def scan_of(strokes: Sequence[Stroke], fast: bool, ended: bool) -> Scan | None:
    """The scan that a run of keys was, or None where somebody typed.

    `fast` says that no hand types so, `ended` that Enter or Tab came right after it. Where both
    would be codes the keys count: the scanner is set to the US layout, or both are the same.
    """
    text, keys, place = typed(strokes).strip(), by_keys(strokes).strip(), strokes[0].place
    lines = (*keys.split("\n"), *text.split("\n"))  # of two scanners at once
    code = next((one for one in (keys, text, *lines) if one and _is_code(one, fast, ended)), "")
    if place is Place.HIDDEN:
        return Scan(code) if isinstance(read(code), Misread) else None
    if code:
        return Scan(code)
    if not fast or len(text) < (_MACHINE if ended else _ALONE) or _is_typing(text, place):
        return None
    alphabet = _alphabet(text)
    return Scan(keys or text, alphabet) if alphabet else Scan(text)


def _is_code(text: str, fast: bool, ended: bool) -> bool:
    """Whether a text is a code by its shape, which must be the plainer the slower it came."""
    reading = read(text)
    if not isinstance(reading, Foreign):
        return isinstance(reading, Token | Misread)
    if reading.kind in _UNTOLD:
        return fast and len(text) >= BEGUN and not set(text) - _LETTERS
    long = _LONGEST_PHONE if reading.kind is ForeignKind.DIGITS else _LONG
    return fast if fast else ended and len(text) >= long


def _is_typing(text: str, place: Place) -> bool:
    """Whether a text without a code's shape is left to what has the focus, fast as it came."""
    if place is Place.ELSEWHERE:
        return False
    if _alphabet(text) and len(text) >= _DAMAGED and " " not in text:
        return False
    return place is Place.DESK or any(shape.fullmatch(text) for shape in _TYPED)


def _alphabet(text: str) -> str:
    """The alphabet of a text that is not Latin, by its Unicode name: GREEK, ARABIC."""
    names = (unicodedata.name(one, "") for one in text if one.isalpha() and not one.isascii())
    return next((name.split()[0] for name in names if name and not name.startswith("LATIN")), "")


def is_unfinished(strokes: Sequence[Stroke]) -> bool:
    """Whether a card of many lines has begun, which Enter does not end."""
    texts = (typed(strokes).upper(), by_keys(strokes).upper())
    return any(one.startswith("BEGIN:VCARD") and "END:VCARD" not in one for one in texts)


def begins_at(strokes: Sequence[Stroke]) -> int:
    """Where the code of ours begins that a run ends with, and what a scanner sent before it.

    That is its prefix (`]Q1`), or letters of a second scanner.
    """
    start = len(strokes) - LENGTH
    before = strokes[start - 3] if start >= 3 else None
    if before and "]" in (before.text, before.us):
        return start - 3
    while start and strokes[start - 1].text in _LETTERS and _at_once(strokes, start):
        start -= 1
    return start


def _at_once(strokes: Sequence[Stroke], at: int) -> bool:
    return strokes[at].at - strokes[at - 1].at <= AT_ONCE_MS
