"""What a scanner set to US keys types on a computer with another keyboard, turned back.

The tables are the first two levels of the symbols of xkb-data 2.35.1 (X.Org), key by key in the
order of `_US`. A dead key waits for the letter after it and joins it where such a letter exists.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

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

    @property
    def meant(self) -> dict[str, str]:
        """The US letter of each that comes."""
        return dict(zip(self.plain + self.shifted, "".join(_US), strict=True))

    @property
    def locked(self) -> dict[str, str]:
        """The same where caps lock works on every key, as French Windows has it."""
        return dict(zip(self.plain + self.shifted, "".join(reversed(_US)), strict=True))


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
_MEANT = {name: layout.meant for name, layout in LAYOUTS.items()}
_LOCKED = {name: LAYOUTS[name].locked for name in ("fr", "be", "de")}


def unmangle(text: str, name: str) -> str:
    """What was meant by a text that came through the keyboard of that name."""
    return _turned_back(text, _MEANT[name], LAYOUTS[name].dead)


def meanings(text: str) -> Iterator[str]:
    """All that may have been meant by a text, by every layout, with caps lock on and off."""
    text = unicodedata.normalize("NFC", text)
    inverted = "".join(map(_other_case, text))
    for name, layout in LAYOUTS.items():
        yield _turned_back(text, _MEANT[name], layout.dead)
        yield _turned_back(inverted, _MEANT[name], layout.dead)
        if name in _LOCKED:
            yield _turned_back(text, _LOCKED[name], layout.dead)


def _turned_back(text: str, meant: dict[str, str], dead: str) -> str:
    return "".join([meant.get(one) or _joined(one, meant, dead) for one in text])


def _joined(letter: str, meant: dict[str, str], dead: str) -> str:
    """A dead key and the letter that it joined; any other letter stays itself."""
    apart = unicodedata.normalize("NFD", letter)
    for mark in dead:
        base = unicodedata.normalize("NFC", apart.replace(_DEAD[mark], "", 1))
        if _DEAD[mark] in apart and base in meant:
            return meant[mark] + meant[base]
    return letter


def _other_case(letter: str) -> str:
    other = letter.swapcase()
    return other if len(other) == 1 and other.swapcase() == letter else letter
