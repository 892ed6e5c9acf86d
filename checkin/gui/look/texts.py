"""Texts fitted by measure: shrunk, then wrapped, never cut and never elided."""

import re
import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from checkin.gui.look.fonts import font

_ARABIC_LEADING = 1.55
_RIGHT_TO_LEFT = {"R", "AL"}
_STRONG = _RIGHT_TO_LEFT | {"L"}
_WORDS = re.compile(r"[^\s-]+-?")
_LAST_RESORT = 0.5  # of the least size, so that the longest word is not broken


def reads_from_right(text: str) -> bool:
    """Whether the first letter with a direction is Arabic or Hebrew."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in ways if way in _STRONG), "L") in _RIGHT_TO_LEFT


def listed(*texts: str) -> str:
    """Texts on one line with dots between; each keeps its own direction beside the others."""
    given = [text for text in texts if text]
    if any(map(reads_from_right, given)):
        given = [f"\u2068{text}\u2069" for text in given]
    return "   ·   ".join(given)


def text_width(text: str, px: int, bold: bool = False) -> float:
    """How wide a text is on one line."""
    return QFontMetricsF(font(px, bold)).horizontalAdvance(text)


def fitting_px(text: str, best: float, least: float, width: float, bold: bool = False) -> int:
    """The largest size between best and least at which a text stands on one line.

    Where even the least is too wide the text will wrap; it goes below the least only so far
    that its longest word is not broken.
    """
    px = _shrunk(text, best, width, bold)
    if px >= least:
        return px
    longest = max(_WORDS.findall(text) or [text], key=len)
    return max(min(int(least), _shrunk(longest, least, width, bold)), int(least * _LAST_RESORT))


def _shrunk(text: str, best: float, width: float, bold: bool) -> int:
    wide = text_width(text, int(best), bold)
    return int(best) if wide <= width else int(best * width / wide)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: size in pixels, weight, and the distance of lines in sizes."""

    px: int
    bold: bool = False
    leading: float = 1.4


@dataclass(frozen=True, slots=True)
class SetText:
    """A text set in lines; drawn from its upper left corner."""

    layout: QTextLayout
    width: float
    height: float
    lines: int

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Draws it with its upper left corner at a point."""
        painter.setPen(colour)
        self.layout.draw(painter, QPointF(x, y))


def set_text(text: str, style: TextStyle, width: float, mirrored: bool = False) -> SetText:
    """Sets a text in lines of at most a width; mirrored aligns them at the right."""
    layout = QTextLayout(text, font(style.px, style.bold))
    backwards = reads_from_right(text)
    layout.setTextOption(_option(backwards))
    step = style.px * max(style.leading, _ARABIC_LEADING if backwards else 0)
    return _in_lines(layout, step, width, mirrored)


def _option(backwards: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    ways = Qt.LayoutDirection
    option.setTextDirection(ways.RightToLeft if backwards else ways.LeftToRight)
    return option


def _in_lines(layout: QTextLayout, step: float, width: float, mirrored: bool) -> SetText:
    widest, count = 0.0, 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        natural = line.naturalTextWidth()
        left = width - natural if mirrored else 0.0
        line.setPosition(QPointF(left, count * step + (step - line.height()) / 2))
        widest, count = max(widest, natural), count + 1
    layout.endLayout()
    return SetText(layout, widest, max(count, 1) * step, count)
