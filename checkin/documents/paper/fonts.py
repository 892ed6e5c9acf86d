"""Noto Sans and Noto Sans Arabic on paper: registered once, measured, chosen letter by letter.

Texts are taken as they are drawn (`script.visual`); sizes and widths are points.
"""

from collections.abc import Callable
from functools import cache, wraps
from itertools import groupby
from threading import Lock, RLock
from typing import Any, ParamSpec, TypeVar

from checkin.paths import resource

_LATIN, _ARABIC = "NotoSans", "NotoSansArabic"
_ALONE = RLock()
_Given = ParamSpec("_Given")
_Value = TypeVar("_Value")


def _once(make: Callable[_Given, _Value]) -> Callable[_Given, _Value]:
    """Keeps what was made; made once even where two papers are made at the same time."""
    made: Callable[..., _Value] = cache(make)

    @wraps(make)
    def alone(*given: _Given.args, **named: _Given.kwargs) -> _Value:
        with _ALONE:
            return made(*given, **named)

    return alone


class _Advances(dict[str, float]):
    """Width of every letter for a size of one point; a letter no font has is drawn as a box."""

    def __init__(self, box: float) -> None:
        super().__init__()
        self._box = box

    def __missing__(self, letter: str) -> float:
        return self._box


def width(text: str, bold: bool = False, size_pt: float = 1.0) -> float:
    """How wide a text is drawn."""
    return sum(map(_advances(bold).__getitem__, text)) * size_pt


def runs(text: str, bold: bool = False) -> list[tuple[str, str]]:
    """(name of a registered font, part of the text) in the order they are drawn."""
    if text.isascii():
        return [(font(_LATIN, bold), text)] if text else []
    parts = groupby(text, _only_arabic(bold).__contains__)
    return [(font(_ARABIC if other else _LATIN, bold), "".join(part)) for other, part in parts]


def missing_letters(text: str) -> str:
    """The letters of a text that no font has, each once; they are drawn as boxes."""
    if text.isascii():
        return ""
    known = _advances(False)
    return "".join(dict.fromkeys(letter for letter in text if letter not in known))


def registered(name: str) -> Any:
    """reportlab's font of a name that `runs` gave."""
    return _file(name)


@_once
def font(family: str, bold: bool) -> str:
    """The name under which a font is registered with reportlab, which happens once."""
    from reportlab.pdfbase import pdfmetrics

    name = f"{family}-{_weight(bold)}"
    pdfmetrics.registerFont(_file(name))
    return name


@_once
def _file(name: str) -> Any:
    from reportlab.pdfbase.ttfonts import TTFont

    made = TTFont(name, str(resource("fonts", f"{name}.ttf")))
    made.face.makeSubset = _in_turn(made.face.makeSubset)
    return made


def _in_turn(cut: Callable[_Given, _Value]) -> Callable[_Given, _Value]:
    """A font cut for one paper after the other: reportlab reads it at one place at a time."""
    turn = Lock()

    @wraps(cut)
    def alone(*given: _Given.args, **named: _Given.kwargs) -> _Value:
        with turn:
            return cut(*given, **named)

    return alone


def _weight(bold: bool) -> str:
    return "Bold" if bold else "Regular"


@_once
def _advances(bold: bool) -> _Advances:
    latin, arabic = (_file(f"{family}-{_weight(bold)}").face for family in (_LATIN, _ARABIC))
    advances = _Advances(latin.defaultWidth / 1000)
    for face in (arabic, latin):
        advances.update((chr(code), face.charWidths[code] / 1000) for code in face.charToGlyph)
    return advances


@_once
def _only_arabic(bold: bool) -> frozenset[str]:
    latin, arabic = (_file(f"{family}-{_weight(bold)}").face for family in (_LATIN, _ARABIC))
    return frozenset(map(chr, arabic.charToGlyph.keys() - latin.charToGlyph.keys()))
