"""Texts on one line in their own direction, whatever the window's: `M.` is never `.M`."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from checkin.gui.look.texts import reads_from_right

_LEFT, _RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def way_of(text: str) -> Qt.LayoutDirection:
    """The direction in which a text reads."""
    return _RIGHT if reads_from_right(text) else _LEFT


def side_of(way: Qt.LayoutDirection, trailing: bool = False) -> Qt.AlignmentFlag:
    """The middle of the edge at which lines begin, or end, in a window of that direction."""
    at_right = (way == _RIGHT) is not trailing
    edge = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    return edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def draw_elided(painter: QPainter, room: QRect, text: str, trailing: bool = False) -> str:
    """Draws what of a text fits on one line at the edge of the painter's direction; says what."""
    way = painter.layoutDirection()
    elide = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(text, elide, max(room.width(), 0))
    painter.setLayoutDirection(way_of(text))
    painter.drawText(room, side_of(way, trailing), shown)
    painter.setLayoutDirection(way)
    return shown


class OwnWay(QStyledItemDelegate):
    """Cells of a table whose texts are a list's own."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Aligned as the window reads, set as the text does."""
        super().initStyleOption(option, index)
        option.displayAlignment = side_of(option.direction)
        option.direction = way_of(option.text)
