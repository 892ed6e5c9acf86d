"""Texts fitted by measure: shrunk, then wrapped, never cut and never elided.

Widths are measured once at one size and scaled, because every other size costs a font engine;
the lines themselves are set only for what is drawn.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import chain

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from checkin.gui.look.fonts import font

_ARABIC_LEADING = 1.55
_RIGHT_TO_LEFT = {"R", "AL"}
_STRONG = _RIGHT_TO_LEFT | {"L"}
_LAST_RESORT = 0.5  # of the least size, so that the longest word is not broken
_MEASURED_AT = 64  # pixels
_SURE = 0.99  # of the room: what scaled widths may be wrong by
_STANDS_APART = re.compile("\u2068[^\u2068\u2069]*\u2069")
_AFTER_HYPHEN = re.compile(r"(?<=\w-)(?=[^\W\d])")


def reads_from_right(text: str) -> bool:
    """Whether the first letter with a direction is Arabic or Hebrew.

    Values that stand apart (U+2068 to U+2069) are asked only where there is nothing else.
    """
    if text.isascii():
        return False
    words = text
    while words != (words := _STANDS_APART.sub("", words)):
        pass
    return (_way(words) or _way(text)) in _RIGHT_TO_LEFT


def _way(text: str) -> str:
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in ways if way in _STRONG), "")


def reads_straight(text: str) -> bool:
    """Whether no letter of a text is written from the right."""
    if text.isascii():
        return True
    return not any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)


def listed(*texts: str) -> str:
    """Texts on one line with dots between; each keeps its own direction beside the others."""
    given = [text for text in texts if text]
    if any(map(reads_from_right, given)):
        given = [f"\u2068{text}\u2069" for text in given]
    return "   ·   ".join(given)


@lru_cache(maxsize=64)
def _middle(px: int, bold: bool) -> float:
    """How far the baseline stands below the middle of a line."""
    metrics = QFontMetricsF(font(px, bold))
    return metrics.ascent() - metrics.height() / 2


@lru_cache(maxsize=4096)
def _measured(text: str, bold: bool) -> float:
    return QFontMetricsF(font(_MEASURED_AT, bold)).horizontalAdvance(text)


def text_width(text: str, px: float, bold: bool = False) -> float:
    """How wide a text is on one line."""
    return _measured(text, bold) * px / _MEASURED_AT


def room_for(text: str, px: float, bold: bool = False) -> int:
    """The room in which a text keeps its size on one line."""
    return int(text_width(text, px, bold) / _SURE) + 2


def fitting_px(text: str, best: float, least: float, width: float, bold: bool = False) -> int:
    """The largest size between best and least at which a text stands on one line.

    Where even the least is too wide the text will wrap; it goes below the least only so far
    that its longest word is not broken.
    """
    px = _shrunk(text, best, width, bold)
    if px >= int(least):
        return px
    parts = (part for word in _parts(text) for part in word)
    longest = max(parts, key=lambda part: _measured(part, bold))
    return max(min(int(least), _shrunk(longest, least, width, bold)), int(least * _LAST_RESORT))


def _shrunk(text: str, best: float, width: float, bold: bool) -> int:
    wide = text_width(text, int(best), bold)
    room = width * _SURE
    return int(best) if wide <= room else int(best * room / wide)


def _parts(text: str) -> list[list[str]]:
    """The words, each in the parts that may stand on different lines."""
    return [_AFTER_HYPHEN.split(word) for word in text.split(" ")]


class TextStyle:
    """How a text is set: size in pixels, weight, and the distance of lines in sizes."""

    def __init__(self, px: int, bold: bool = False, leading: float = 1.4) -> None:
        self.px, self.bold, self.leading = px, bold, leading


class SetText:
    """A text in lines of at most `room`; drawn from its upper left corner."""

    def __init__(self, text: str, style: TextStyle, room: float, mirrored: bool) -> None:
        self.text, self.style, self.room, self.mirrored = text, style, room, mirrored
        self._backwards = reads_from_right(text)
        self._layout: QTextLayout | None = None
        self.lines, self.width = self._counted()
        self._simple = self.lines == 1 and not mirrored and reads_straight(text)

    @property
    def step(self) -> float:
        """The distance of its lines."""
        least = _ARABIC_LEADING if self._backwards else 0.0
        return self.style.px * max(self.style.leading, least)

    @property
    def height(self) -> float:
        """All its lines."""
        return self.lines * self.step

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Draws it with its upper left corner at a point."""
        painter.setPen(colour)
        if not self._simple:
            self._laid().draw(painter, QPointF(x, y))
            return  # one line from the left needs no layout, which costs more
        px, bold = self.style.px, self.style.bold
        painter.setFont(font(px, bold))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # in Arabic, `1 of 2` stays so
        painter.drawText(QPointF(x, y + self.step / 2 + _middle(px, bold)), self.text)

    def laid(self) -> "SetText":
        """Itself, with lines and width as they are drawn and no longer as they were counted."""
        if not self._simple:
            self._laid()
        return self

    def _counted(self) -> tuple[int, float]:
        """(lines, widest line), by adding widths."""
        px, bold, room = self.style.px, self.style.bold, self.room * _SURE
        whole = text_width(self.text, px, bold)
        if whole <= room:
            return 1, whole
        gap = text_width(" ", px, bold)
        lines, x, widest = 1, 0.0, 0.0
        for part, before in chain.from_iterable(
            _with_gaps(word, gap) for word in _parts(self.text)
        ):
            wide = text_width(part, px, bold)
            if x and x + before + wide > room:
                lines, x, before = lines + 1, 0.0, 0.0
            x += (before if x else 0.0) + wide
            lines, x = lines + int(x // room), x % room if x > room else x
            widest = max(widest, x)
        return lines, widest

    def _laid(self) -> QTextLayout:
        if self._layout is None:
            self._layout = QTextLayout(self.text, font(self.style.px, self.style.bold))
            self._layout.setTextOption(_option(self._backwards))
            self._set_lines(self._layout)
        return self._layout

    def _set_lines(self, layout: QTextLayout) -> None:
        widest, count = 0.0, 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.room)
            natural = line.naturalTextWidth()
            left = self.room - natural if self.mirrored else 0.0
            line.setPosition(QPointF(left, count * self.step + (self.step - line.height()) / 2))
            widest, count = max(widest, natural), count + 1
        layout.endLayout()
        self.lines, self.width = max(count, 1), widest


def _with_gaps(word: list[str], gap: float) -> list[tuple[str, float]]:
    """The parts of a word, each with the gap before it."""
    return [(part, 0.0 if place else gap) for place, part in enumerate(word)]


def _option(backwards: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    ways = Qt.LayoutDirection
    option.setTextDirection(ways.RightToLeft if backwards else ways.LeftToRight)
    return option


def set_text(text: str, style: TextStyle, width: float, mirrored: bool = False) -> SetText:
    """Sets a text in lines of at most a width; mirrored aligns them at the right."""
    return SetText(text, style, width, mirrored)
