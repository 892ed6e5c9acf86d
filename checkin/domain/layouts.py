"""What a scanner set to US keys types on a computer with another keyboard, turned back.

The tables are the first two levels of the symbols of xkb-data 2.35.1 (X.Org), key by key in the
order of `_US`. A dead key waits for the letter after it and joins it where such a letter exists.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_US = (
    r"""1234567890-=qwertyuiop[]asdfghjkl;'`\zxcvbnm,./""",
    r"""!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"~|ZXCVBNM<>?""",
)
_DEAD = {"´": "\u0301", "`": "\u0300", "^": "\u0302", "¨": "\u0308", "~": "\u0303"}
US = "us"


@dataclass(frozen=True, slots=True)
class Layout:
    """The letters of the keys without and with shift, and which of them wait for another."""

    plain: str
    shifted: str
    dead: str = ""

    @property
    def typed(self) -> dict[str, str]:
        """What comes for each US letter."""
        return dict(zip("".join(_US), self.plain + self.shifted, strict=True))

    def meant(self, locked: bool = False) -> dict[int, str]:
        """The US letters of each that comes, for `str.translate`.

        `locked` is for caps lock that works on every key, as French Windows has it.
        """
        us = "".join(reversed(_US) if locked else _US)
        single = dict(zip(self.plain + self.shifted, us, strict=True))
        joined = {
            letter: single[mark] + single[base]
            for mark in self.dead
            for base in single
            for letter in _joined(base, _DEAD[mark])
        }
        return {ord(letter): meant for letter, meant in (joined | single).items()}


def _joined(base: str, accent: str) -> Iterator[str]:
    """The letter that a dead key makes of the next, which may have an accent of its own."""
    apart = unicodedata.normalize("NFD", base)
    for both in (apart[0] + accent + apart[1:], base + accent):
        letter = unicodedata.normalize("NFC", both)
        if len(letter) == 1:
            yield letter


LAYOUTS = {
    "fr": Layout(
        """&é"'(-è_çà)=azertyuiop^$qsdfghjklmù²*wxcvbn,;:!""",
        """1234567890°+AZERTYUIOP¨£QSDFGHJKLM%~µWXCVBN?./§""",
        "^¨",
    ),
    "be": Layout(
        """&é"'(§è!çà)-azertyuiop^$qsdfghjklmù²µwxcvbn,;:=""",
        """1234567890°_AZERTYUIOP¨*QSDFGHJKLM%³£WXCVBN?./+""",
        "^¨",
    ),
    "es": Layout(
        """1234567890'¡qwertyuiop`+asdfghjklñ´ºçzxcvbnm,.-""",
        """!"·$%&/()=?¿QWERTYUIOP^*ASDFGHJKLÑ¨ªÇZXCVBNM;:_""",
        "`´^¨",
    ),
    "latam": Layout(
        """1234567890'¿qwertyuiop´+asdfghjklñ{|}zxcvbnm,.-""",
        """!"#$%&/()=?¡QWERTYUIOP¨*ASDFGHJKLÑ[°]ZXCVBNM;:_""",
        "´¨",
    ),
    "pt": Layout(
        r"""1234567890'«qwertyuiop+´asdfghjklçº\~zxcvbnm,.-""",
        """!"#$%&/()=?»QWERTYUIOP*`ASDFGHJKLÇª|^ZXCVBNM;:_""",
        "´~`^",
    ),
    "br": Layout(
        """1234567890-=qwertyuiop´[asdfghjklç~']zxcvbnm,.;""",
        """!@#$%¨&*()_+QWERTYUIOP`{ASDFGHJKLÇ^"}ZXCVBNM<>:""",
        "´~¨`^",
    ),
    "de": Layout(
        """1234567890ß´qwertzuiopü+asdfghjklöä^#yxcvbnm,.-""",
        """!"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ°'YXCVBNM;:_""",
        "´`^",
    ),
    "it": Layout(
        r"""1234567890'ìqwertyuiopè+asdfghjklòà\ùzxcvbnm,.-""",
        """!"£$%&/()=?^QWERTYUIOPé*ASDFGHJKLç°|§ZXCVBNM;:_""",
    ),
    US: Layout(*_US),
}
_LOCKED = ("fr", "be", "de")


@cache
def _table(name: str, locked: bool) -> dict[int, str]:
    return LAYOUTS[name].meant(locked)


def meanings(text: str) -> Iterator[str]:
    """All that may have been meant by a text, by every layout, with caps lock on and off."""
    text = unicodedata.normalize("NFC", text)
    inverted = "".join(map(_other_case, text))
    for name in LAYOUTS:
        yield text.translate(_table(name, False))
        yield inverted.translate(_table(name, False))
    for name in _LOCKED:
        yield text.translate(_table(name, True))


def _other_case(letter: str) -> str:
    other = letter.swapcase()
    return other if len(other) == 1 and other.swapcase() == letter else letter
