"""Arrivals as bars: the shapes that paper draws too, painted in the colours of the theme."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.domain.chart import Box, Column, Line, Now, Rect, Role, Shape, Text, plot
from checkin.gui.look.fonts import font
from checkin.gui.look.texts import text_width
from checkin.gui.look.theme import Theme

_COLOURS = {
    Role.BAR: "accent",
    Role.COUNT: "ink",
    Role.TIME: "ink2",
    Role.AXIS: "edge",
    Role.LINE: "line",
    Role.SCALE: "ink2",
    Role.NOW: "bad",
}
_BOLD = {Role.COUNT, Role.NOW}
_HALO = 4  # pixels around words over a line


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], theme: Theme) -> None:
    """Paints the shapes of a chart, from its upper left corner, words over everything else."""
    for shape in sorted(shapes, key=_level):
        colour = QColor(theme[_COLOURS[shape.role]])
        if isinstance(shape, Rect):
            painter.fillRect(QRectF(shape.x, shape.y, shape.width, shape.height), colour)
        elif isinstance(shape, Line):
            _paint_line(painter, shape, colour, faint=theme.name == "high_contrast")
        else:
            _paint_text(painter, shape, colour, QColor(theme["surface"]))


def _level(shape: Shape) -> int:
    if isinstance(shape, Text):
        return 3
    return {Role.LINE: 0, Role.NOW: 2}.get(shape.role, 1)


def _paint_line(painter: QPainter, line: Line, colour: QColor, faint: bool) -> None:
    pen = QPen(colour, 2 if line.role is Role.NOW else 1)
    if faint and line.role is Role.LINE:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2))


def _paint_text(painter: QPainter, text: Text, colour: QColor, ground: QColor) -> None:
    px, bold = round(text.size), text.role in _BOLD
    wide = text_width(text.text, px, bold)
    at = QPointF(text.x - wide / 2, text.y)
    if bold:  # over lines of the scale
        painter.fillRect(QRectF(at.x() - _HALO / 2, at.y() - px, wide + _HALO, px * 1.15), ground)
    painter.setFont(font(px, bold))
    painter.setPen(colour)
    painter.drawText(at, text.text)


class ChartView(QWidget):
    """One chart; `words` say the same to those who hear the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: Sequence[Column] = ()
        self._now: Now | None = None
        self._px = 12
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)

    def set_px(self, px: int) -> None:
        """The size of its numbers."""
        self._px = px
        self.update()

    def show_columns(self, columns: Sequence[Column], now: Now | None, words: str) -> None:
        """Shows other bars."""
        self._columns, self._now = columns, now
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """What it paints."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box = Box(self.width(), self.height(), self._px, mirrored)
        return plot(self._columns, box, self._now)

    def sizeHint(self) -> QSize:
        """Any size."""
        return QSize(320, 120)

    def minimumSizeHint(self) -> QSize:
        """Low, where the window is."""
        return QSize(160, 70)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the shapes."""
        with QPainter(self) as painter:
            paint_shapes(painter, self.shapes, self._theme)
