"""What a scanner set to US keys makes on a computer with another keyboard."""

import unicodedata

from checkin.domain.layouts import LAYOUTS

_MARKS = {"´": "\u0301", "`": "\u0300", "^": "\u0302", "¨": "\u0308", "~": "\u0303"}


def mangle(text: str, name: str) -> str:
    """A dead key joins the letter after it where there is such a letter; else both come."""
    layout, made = LAYOUTS[name], ""
    typed = layout.typed
    for one in (typed.get(letter, letter) for letter in text):
        joined = made[-1:] in layout.dead and made and joined_letter(one, made[-1])
        made = made[:-1] + joined if joined else made + one
    return made


def unmangle(text: str, name: str) -> str:
    """What was meant by a text that came through the keyboard of that name."""
    return text.translate(LAYOUTS[name].meant(locked=False))


def joined_letter(letter: str, dead: str) -> str:
    """The letter with the accent of a dead key, "" where there is none."""
    both = unicodedata.normalize("NFC", letter + _MARKS[dead])
    return both if len(both) == 1 else ""


def lost(text: str, name: str) -> str:
    """The same where a dead key that joins nothing is lost, as in X11's windows."""
    dead = LAYOUTS[name].dead
    return "".join(letter for letter in mangle(text, name) if letter not in dead)


def with_caps_lock(text: str) -> str:
    """Letters the other way round; one that has no other case stays."""
    return "".join(map(_other_case, text))


def _other_case(letter: str) -> str:
    other = letter.swapcase()
    return other if len(other) == 1 and other.swapcase() == letter else letter
