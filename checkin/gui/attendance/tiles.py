"""Delegations as tiles: what each says, how it is drawn, and how large tiles can be."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from checkin.domain.attendance import Standing
from checkin.domain.board import Tile
from checkin.gui.kit.rows import Index, RowsModel
from checkin.gui.look.marks import HEAD, OFF, OK, PARTIAL, draw_mark
from checkin.gui.look.texts import TextStyle, fitting_px, set_text
from checkin.gui.look.theme import Theme

GAP = 6
MARKS = {
    Standing.COMPLETE: OK,
    Standing.PARTIAL: PARTIAL,
    Standing.HEAD_ABSENT: HEAD,
    Standing.ABSENT: OFF,
}
_LOOKS = {
    Standing.COMPLETE: ("okbg", "ok"),
    Standing.PARTIAL: ("soft", "accent"),
    Standing.HEAD_ABSENT: ("warnbg", "warn"),
    Standing.ABSENT: ("surface", "edge"),
    None: ("surface", "line"),
}
_LEAST, _MOST = (46, 38), (128, 104)  # width and height of a tile
_TALLEST = 1.3  # of its width
_NAMED = (92, 84)  # from this size on a tile has room for the delegation's name


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells that tiles stand in, with the gap around each; whether they must scroll."""

    width: int
    height: int
    scrolls: bool = False


def grid_for(room: QSize, count: int, scale: float, bar: int) -> Grid:
    """The largest cells of which `count` fit into a room; the least where they do not fit."""
    wide, high = (round(size * scale) + GAP for size in _LEAST)
    widest, highest = (round(size * scale) + GAP for size in _MOST)
    for columns in range(max(room.width() // widest, 1), room.width() // wide + 1):
        rows = ceil(count / columns)
        width = min(room.width() // columns, widest)
        height = min(room.height() // max(rows, 1), round(width * _TALLEST), highest)
        if height >= max(high, width * 0.6):
            return Grid(width, height)
    across = max(room.width() // wide, 1)
    if room.height() // high * across >= count:
        return Grid(max(room.width() // across, 1), high)
    beside = max(room.width() - bar, wide)
    return Grid(beside // (beside // wide), round(high * 1.1), scrolls=True)


class TileModel(RowsModel[Tile]):
    """The tiles in their order; those that stay only say that they changed."""

    def show_tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Shows other tiles."""
        if [one.name for one in tiles] != [one.name for one in self.rows]:
            self.put(tiles)
            return
        before, self.rows = self.rows, tiles
        for place, (old, new) in enumerate(zip(before, tiles, strict=True)):
            if old != new:
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def place_of(self, name: str) -> QModelIndex:
        """Where a delegation stands, by its name."""
        places = (place for place, tile in enumerate(self.rows) if tile.name == name)
        return self.index(next(places, -1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The tile itself, or its words."""
        if not index.isValid():
            return None
        tile = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return tile
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.code
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(tile)
        return None

    def words(self, tile: Tile) -> str:
        """A tile in words."""
        words = self.tr("{name}: {present} of {expected} here")
        name = tile.name or self.tr("Without delegation")
        said = words.format(name=name, present=tile.present, expected=tile.expected)
        return f"{said}, {self.standing(tile.standing)}" if tile.standing else said

    def standing(self, standing: Standing) -> str:
        """How much of a delegation is there, in words."""
        return {
            Standing.COMPLETE: self.tr("complete"),
            Standing.PARTIAL: self.tr("partial"),
            Standing.HEAD_ABSENT: self.tr("head absent"),
            Standing.ABSENT: self.tr("absent"),
        }[standing]


class TilePainter(QStyledItemDelegate):
    """Draws a tile: code, how many of how many, and the mark at the trailing edge."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cell = QSize(60, 76)
        self.nobody = ""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The cell."""
        return self.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one tile."""
        tile = index.data(Qt.ItemDataRole.UserRole)
        half = GAP / 2
        box = QRectF(option.rect).adjusted(half, half, -half, -half)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, tile, bool(state & QStyle.StateFlag.State_Selected))
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        self._paint_words(painter, box, tile, mirrored)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._theme["accent"]), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, tile: Tile, chosen: bool) -> None:
        ground, edge = _LOOKS[tile.standing]
        pen = QPen(QColor(self._theme["ink" if chosen else edge]), 3 if chosen else 1.2)
        if tile.standing is Standing.ABSENT and not chosen:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(self._theme["sel" if chosen else ground]))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_words(self, painter: QPainter, box: QRectF, tile: Tile, mirrored: bool) -> None:
        pad = 5 if box.width() < 60 else 7
        inner = box.adjusted(pad, pad - 2, -pad, 2 - pad)
        side = min(max(inner.height() * 0.36, 13), 20)
        code = tile.code or self.nobody
        best = min(max(box.height() * 0.32, 12), 20)
        px = fitting_px(code, best, 8, inner.width() - 2, bold=True)
        top = set_text(code, TextStyle(px, True, 1.2), inner.width(), mirrored)
        top.draw(painter, inner.x(), inner.y(), QColor(self._theme["ink"]))
        if box.width() >= _NAMED[0] and box.height() >= _NAMED[1] and tile.name != code:
            self._paint_name(painter, inner.adjusted(0, top.height, 0, -side - 3), tile, mirrored)
        self._paint_count(painter, inner, tile, side, mirrored)

    def _paint_name(self, painter: QPainter, box: QRectF, tile: Tile, mirrored: bool) -> None:
        px = fitting_px(tile.name, 13, 11, box.width())
        name = set_text(tile.name, TextStyle(px, False, 1.2), box.width(), mirrored).laid()
        if name.height <= box.height() + 1:
            name.draw(painter, box.x(), box.y(), QColor(self._theme["ink2"]))

    def _paint_count(
        self, painter: QPainter, box: QRectF, tile: Tile, side: float, mirrored: bool
    ) -> None:
        text, room = f"{tile.present}/{tile.expected}", box.width() - side - 3
        px = fitting_px(text, min(max(box.height() * 0.29, 12), 16), 8, room)
        count = set_text(text, TextStyle(px, False, 1.2), room, mirrored)
        x = box.right() - room if mirrored else box.x()
        count.draw(painter, x, box.bottom() - count.height, QColor(self._theme["ink2"]))
        if tile.standing:
            corner = box.x() if mirrored else box.right() - side
            mark = QRectF(corner, box.bottom() - side, side, side).adjusted(1, 0, -1, -2)
            draw_mark(painter, mark, MARKS[tile.standing], self._theme)
