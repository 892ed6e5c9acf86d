"""One text of several weights, with the typed letters marked, on as many lines as it needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from checkin.domain.search import Span
from checkin.gui.look.fonts import font
from checkin.gui.look.texts import reads_from_right, text_width

_LEADING, _ARABIC_LEADING = 1.32, 1.55
_SURE = 0.98  # of the room: what added widths may be wrong by


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text: its weight, and where in it the typed letters stand."""

    text: str
    bold: bool = False
    marked: tuple[Span, ...] = ()


class Spanned:
    """Parts set in one size between best and least; it wraps only where the least is too wide."""

    def __init__(
        self, parts: Sequence[Part], sizes: tuple[int, int], room: float, mirrored: bool
    ) -> None:
        self._parts = [part for part in parts if part.text]
        self.px = _fitting(self._parts, sizes, room * _SURE)
        self.text = " ".join(part.text for part in self._parts)
        self._backwards = reads_from_right(self.text)
        self._room, self._mirrored = room, mirrored
        self.lines, self.width = 1, 0.0
        self._layout = QTextLayout(self.text, font(self.px))
        self._layout.setTextOption(self._option())

    @property
    def step(self) -> float:
        """The distance of its lines."""
        return self.px * (_ARABIC_LEADING if self._backwards else _LEADING)

    @property
    def height(self) -> float:
        """All its lines; nothing for no text."""
        return self.lines * self.step if self.text else 0.0

    def laid(self, accent: QColor) -> "Spanned":
        """Itself in lines; the typed letters underlined in a colour."""
        self._layout.setFormats(list(self._formats(accent)))
        self._layout.beginLayout()
        count = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self._room)
            natural = line.naturalTextWidth()
            left = self._room - natural if self._mirrored else 0.0
            line.setPosition(QPointF(left, count * self.step + (self.step - line.height()) / 2))
            self.width, count = max(self.width, natural), count + 1
        self._layout.endLayout()
        self.lines = max(count, 1)
        return self

    def draw(self, painter: QPainter, x: float, y: float, ink: QColor) -> None:
        """Draws it with its upper left corner at a point."""
        painter.setPen(ink)
        self._layout.draw(painter, QPointF(x, y))

    def _formats(self, accent: QColor) -> "Sequence[QTextLayout.FormatRange]":
        made, start = [], 0
        for part in self._parts:
            if part.bold:
                made.append(_range(start, len(part.text), _bold()))
            made += [
                _range(start + begin, end - begin, _marked(accent, part.bold))
                for begin, end in part.marked
            ]
            start += len(part.text) + 1
        return made

    def _option(self) -> QTextOption:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        ways = Qt.LayoutDirection
        option.setTextDirection(ways.RightToLeft if self._backwards else ways.LeftToRight)
        return option


def _fitting(parts: Sequence[Part], sizes: tuple[int, int], room: float) -> int:
    best, least = sizes
    wide = sum(text_width(part.text, best, part.bold) for part in parts)
    wide += max(len(parts) - 1, 0) * text_width(" ", best)
    return best if wide <= room else max(least, int(best * room / wide))


def _range(start: int, length: int, how: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, how
    return made


def _bold() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold)
    return made


def _marked(accent: QColor, bold: bool) -> QTextCharFormat:
    made = _bold() if bold else QTextCharFormat()
    made.setForeground(accent)
    made.setFontUnderline(True)
    return made
