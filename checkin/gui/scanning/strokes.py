"""Keys as they come: what the keyboard layout makes of each, and which key it is.

A scanner is nearly always set to the US layout, so that the key says what was meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_ROWS = ((2, "1234567890-="), (16, "qwertyuiop[]"), (30, "asdfghjkl;'`"), (43, "\\zxcvbnm,./"))
_PAD = {71: "7", 72: "8", 73: "9", 74: "-", 75: "4", 76: "5", 77: "6", 78: "+"}
_PAD |= {79: "1", 80: "2", 81: "3", 82: "0", 83: ".", 55: "*", 98: "/", 57: " "}
_SHIFTED = dict(zip("1234567890-=[];'`\\,./", '!@#$%^&*()_+{}:"~|<>?', strict=True))
_PLAIN = {start + at: letter for start, row in _ROWS for at, letter in enumerate(row)} | _PAD
_LAM_ALEF = (("لا", "b"), ("ﻻ", "b"), ("لآ", "B"), ("ﻵ", "B"))
_WITH_HAMZA = (("لأ", "G"), ("ﻷ", "G"), ("لإ", "T"), ("ﻹ", "T"))
JOINED = dict(_LAM_ALEF + _WITH_HAMZA)  # two Arabic letters on one key, which may come without it
ENDS = ("\n", "\t")  # Enter and Tab, which scanners send after a code


class Place(StrEnum):
    """What has the focus, by what a letter does there."""

    DESK = "desk"  # the field of Reception, which answers codes itself
    FIELD = "field"  # a letter is text
    HIDDEN = "hidden"  # a letter is part of a passphrase, which other programs may type fast
    LIST = "list"  # a letter goes to a search field
    ELSEWHERE = "elsewhere"  # a letter may choose or press something


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key: its text, when it came in milliseconds, the key's number as Linux and Windows

    count them (0 where it is not known), and whether Shift was down.
    """

    text: str
    at: int
    code: int = 0
    shift: bool = False
    place: Place = Place.FIELD

    @property
    def us(self) -> str:
        """What the key means on a US keyboard, or "" where the key is not known."""
        letter = _PLAIN.get(self.code) if self.code else JOINED.get(self.text)
        if letter is None:
            return self.text if self.text in ENDS else ""
        return _SHIFTED.get(letter, letter.upper()) if self.shift else letter


def typed(strokes: Sequence[Stroke]) -> str:
    """The text as the computer's keyboard layout has it."""
    return "".join(stroke.text for stroke in strokes)


def by_keys(strokes: Sequence[Stroke]) -> str:
    """The text as a US keyboard would have it; "" where a key is not known."""
    letters = [stroke.us for stroke in strokes]
    return "".join(letters) if all(letters) else ""
