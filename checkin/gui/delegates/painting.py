"""Rows painted by hand: marks, tiles, chips and words on one line; what is elided has a tooltip."""

from functools import lru_cache
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from checkin.gui.delegates.cells import Cell, CellWords, cell_of
from checkin.gui.delegates.model import DelegatesModel
from checkin.gui.kit.rows import Index
from checkin.gui.look.fonts import font
from checkin.gui.look.icons import icon_pixmap
from checkin.gui.look.marks import draw_mark
from checkin.gui.look.measures import Measures, measures_for
from checkin.gui.look.texts import SetText, TextStyle, set_text, text_width
from checkin.gui.look.theme import Theme
from checkin.gui.look.tiles import draw_capacity, draw_code

PADDING = 12
_GAP = 7
_LEAST_OF_TITLE = 0.55  # of its width; a narrow column's chips speak for themselves
_LEAST_TITLE = 30  # pixels
_SLACK = 1.05  # a line that fits must not be wrapped by a rounding


@lru_cache(maxsize=4096)
def one_line(text: str, px: int, bold: bool, room: int, mirrored: bool) -> SetText:
    """A text on one line of so many pixels, elided if it must be."""
    if text_width(text, px, bold) > room:
        metrics = QFontMetricsF(font(px, bold))
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
    return set_text(text, TextStyle(px, bold), max(room, 1) * _SLACK + 2, mirrored)


def broken(text: str, px: int, room: float) -> tuple[str, str]:
    """A text in two parts at a gap; the first is as long as its line allows."""
    words = text.split(" ")
    fit = [n for n in range(1, len(words)) if text_width(" ".join(words[:n]), px, True) <= room]
    place = max(fit, default=len(words))
    return " ".join(words[:place]), " ".join(words[place:])


class Line:
    """A cell while it is painted: what is drawn next begins where the last ended."""

    def __init__(self, painter: QPainter, box: QRectF, mirrored: bool) -> None:
        self.painter, self._box, self._mirrored = painter, box, mirrored
        self._x = 0.0

    @property
    def room(self) -> float:
        """The pixels that are left."""
        return self._box.width() - self._x

    def take(self, width: float, height: float, gap: float = _GAP) -> QRectF:
        """The next place of such a size, in the middle of the line."""
        box = self._box
        x = box.right() - self._x - width if self._mirrored else box.x() + self._x
        self._x += width + gap
        return QRectF(x, box.center().y() - height / 2, width, height)

    def write(self, text: str, px: int, bold: bool, colour: QColor) -> None:
        """Writes a text where there is room, elided if it must be."""
        if not text or self.room < px / 2:
            return
        line = one_line(text, px, bold, int(self.room), self._mirrored)
        place = self.take(line.room, line.height, 0)
        line.draw(self.painter, place.x(), place.y(), colour)
        self._x += line.laid().width - line.room + _GAP


class RowPainter(QStyledItemDelegate):
    """Paints the rows of the table."""

    def __init__(self, theme: Theme, words: CellWords, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._words, self._view = theme, words, view
        self.apply(measures_for(1366, 768))

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.row_height = max(measures.px(37), 34)
        self._px, self._small = max(measures.px(14), 13), max(measures.px(13), 12)
        self._mark, self._tile = max(measures.px(14), 13), max(measures.px(22), 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        shown = self._cell(index)
        if shown is None:
            return
        state, box = option.state, QRectF(option.rect)
        painter.save()
        self._paint_ground(painter, box, bool(state & QStyle.StateFlag.State_Selected), index)
        inner = box.adjusted(PADDING, 0, -PADDING, -1)
        painter.setClipRect(inner.adjusted(-2, 0, 2, 0))
        self._paint_cell(Line(painter, inner, self._mirrored), shown)
        painter.restore()

    @property
    def _mirrored(self) -> bool:
        return self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _cell(self, index: Index) -> Cell | None:
        model = cast(DelegatesModel, index.model())
        row = model.row_at(index.row())
        return cell_of(row, model.columns[index.column()], self._words) if row else None

    def _paint_ground(self, painter: QPainter, box: QRectF, selected: bool, index: Index) -> None:
        if selected:
            painter.fillRect(box, QColor(self._theme["sel"]))
        line = QRectF(box.x(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, QColor(self._theme["line"]))
        if not selected:
            return
        accent = QColor(self._theme["accent"])
        if index.column() == 0:
            x = box.right() - 4 if self._mirrored else box.x()
            painter.fillRect(QRectF(x, box.y(), 4, box.height()), accent)
        if self._view.hasFocus():
            painter.fillRect(QRectF(box.x(), box.y(), box.width(), 1), accent)
            painter.fillRect(line, accent)

    def _paint_cell(self, line: Line, cell: Cell) -> None:
        theme = self._theme
        if cell.mark:
            place = line.take(self._mark, self._mark)
            draw_mark(line.painter, place, cell.mark, theme)
        if cell.told:
            place = line.take(self._mark + 2, self._mark + 2)
            ratio = self._view.devicePixelRatioF()
            bell = icon_pixmap("bell", self._mark + 2, theme["accent"], ratio)
            line.painter.drawPixmap(place.topLeft(), bell)
        if cell.capacity:
            place = line.take(self._tile, self._tile, _GAP + 1)
            draw_capacity(line.painter, place, cell.capacity, theme)
        if cell.tiled:
            place = line.take(self._wide(cell.code), self._tile, _GAP + 1)
            if cell.code:
                draw_code(line.painter, place, cell.code, theme)
        px, ink = self._small if cell.small else self._px, QColor(theme[cell.tone])
        tag = text_width(cell.tag, self._small - 1) + 14 if cell.tag else 0.0
        if tag and line.room > tag * 2:
            line = self._paint_tag(line, cell, tag)
        if cell.strong and text_width(cell.strong, px, bold=True) > line.room:
            self._paint_two_lines(line, cell, ink)
            return
        line.write(cell.strong, px, True, ink)
        line.write(cell.plain, px, False, ink)

    def _paint_two_lines(self, line: Line, cell: Cell, ink: QColor) -> None:
        """A surname too long for its line breaks into two; given names follow where there is room.

        What is still too long is elided at the end of the second.
        """
        room, px, painter = line.room, self._small - 1, line.painter
        upper, lower = broken(cell.strong, px, room)
        box = line.take(room, self.row_height)
        for place, words in enumerate((upper, lower)):
            half = QRectF(box.x(), box.y() + 2 + place * (box.height() - 4) / 2, box.width(), 0)
            half.setHeight((box.height() - 4) / 2)
            part = Line(painter, half, self._mirrored)
            part.write(words, px, True, ink)
        part.write(cell.plain, px, False, ink)

    def _wide(self, code: str) -> float:
        """How wide a code's tile is: all the same, but for long ones."""
        return max(self._tile * 1.55, text_width(code, 10, bold=True) + 9)

    def _paint_tag(self, line: Line, cell: Cell, wide: float) -> Line:
        """A word in a frame at the end of the line; the line that is left before it."""
        theme, painter, high = self._theme, line.painter, self._small + 8
        rest = line.take(line.room - wide - _GAP, self.row_height)
        box = line.take(wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme["edge"]), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
        painter.setPen(QColor(theme["ink2"]))
        painter.setFont(font(self._small - 1))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.tag)
        return Line(painter, rest, self._mirrored)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Any width, the height of a row."""
        return QSize(40, self.row_height)

    def is_elided(self, index: Index, width: int) -> bool:
        """Whether a cell says more than it can show in a width."""
        cell = self._cell(index)
        return cell is not None and self._needed(cell) > width - 2 * PADDING

    def _needed(self, cell: Cell) -> float:
        px = self._small if cell.small else self._px
        wide = sum(
            text_width(text, px, bold) + _GAP
            for text, bold in ((cell.strong, True), (cell.plain, False))
            if text
        )
        wide += self._mark + _GAP if cell.mark else 0
        wide += self._mark + 2 + _GAP if cell.told else 0
        wide += self._tile + _GAP + 1 if cell.capacity else 0
        wide += self._wide(cell.code) + _GAP + 1 if cell.tiled else 0
        wide += text_width(cell.tag, self._small - 1) + 14 + _GAP if cell.tag else 0
        return wide - _GAP

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Says in a tooltip what was elided."""
        if event.type() is not QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        cell = self._cell(index)
        width = option.rect.width()
        elided = cell is not None and self.is_elided(index, width)
        QToolTip.showText(event.globalPos(), cell.text if cell and elided else "", view)
        return True


def draw_head(
    painter: QPainter, box: QRectF, title: str, sorted_way: str, mirrored: bool, theme: Theme
) -> None:
    """The head of a column; `sorted_way` is "up", "down" or "" where it is not sorted by it."""
    px, inner = 13, box.adjusted(PADDING, 0, -PADDING, -2)
    line = Line(painter, inner, mirrored)
    colour = QColor(theme["ink" if sorted_way else "ink2"])
    if sorted_way and inner.width() > 30:
        wide = min(text_width(title, px, bold=True) + 2, inner.width() - 14)
        part = line.take(wide, box.height(), 4)
        Line(painter, part, mirrored).write(title, px, True, colour)
        _arrow(painter, line.take(9, 9), sorted_way, colour)
    elif inner.width() > max(_LEAST_TITLE, text_width(title, px, bold=True) * _LEAST_OF_TITLE):
        line.write(title, px, True, colour)
    painter.fillRect(QRectF(box.x(), box.bottom() - 2, box.width(), 2), QColor(theme["line"]))


def _arrow(painter: QPainter, box: QRectF, way: str, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.8, c=Qt.PenCapStyle.RoundCap))
    y, tip = (0.65, 0.3) if way == "up" else (0.35, 0.7)
    middle = QPointF(box.center().x(), box.y() + box.height() * tip)
    for x in (0.1, 0.9):
        side = QPointF(box.x() + box.width() * x, box.y() + box.height() * y)
        painter.drawLine(side, middle)
    painter.restore()
