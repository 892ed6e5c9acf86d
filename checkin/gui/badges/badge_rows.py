"""The rows of the list of badges: a tick, the name, number and delegation, and the state."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from checkin.domain.text import whole_name
from checkin.gui.kit.rows import Index, RowsModel
from checkin.gui.look.fonts import font
from checkin.gui.look.marks import OFF, OK, WARN, draw_mark
from checkin.gui.look.own_way import draw_elided
from checkin.gui.look.theme import Theme
from checkin.services.badges import BadgeLine, BadgeStanding

LINE = Qt.ItemDataRole.UserRole
_MARKS = {
    BadgeStanding.UNPRINTED: OFF,
    BadgeStanding.OUTDATED: WARN,
    BadgeStanding.PRINTED: OK,
}
_TICK = ((0.24, 0.52), (0.43, 0.7), (0.77, 0.32))
_LEAD, _BOX, _MARK = 40, 20, 14  # pixels


class BadgeRows(RowsModel[BadgeLine]):
    """The badges a list shows; `toggled` carries the `BadgeLine` whose tick was changed."""

    toggled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._has: Callable[[BadgeLine], bool] = lambda _: False
        self._words = {
            BadgeStanding.UNPRINTED: self.tr("not printed"),
            BadgeStanding.OUTDATED: self.tr("changed"),
            BadgeStanding.PRINTED: self.tr("printed"),
        }

    def show_lines(self, lines: tuple[BadgeLine, ...], has: Callable[[BadgeLine], bool]) -> None:
        """Shows badges; `has` says which are chosen. The same ones keep their rows."""
        self._has = has
        if lines == self.rows:
            self.dataChanged.emit(self.index(0), self.index(max(len(lines) - 1, 0)))
            return
        self.put(lines)

    def state(self, line: BadgeLine) -> str:
        """The state of a badge in words."""
        return self._words[line.standing]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row may be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The badge itself, its tick, and all of it in words."""
        line = self.rows[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self._has(line) else Qt.CheckState.Unchecked
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            name = whole_name(line.family_name, line.given_names)
            return ", ".join(filter(None, (name, line.number, line.delegation, self.state(line))))
        return None

    def setData(self, index: Index, _: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Changes a tick."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggled.emit(self.rows[index.row()])
        return True


class BadgeRowPainter(QStyledItemDelegate):
    """Paints two lines a row, so that a long name has room; a click at the tick changes it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.px = 14

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(100, round(self.px * 3.3))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints ground, tick, name and what is under it."""
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        way: Qt.LayoutDirection = option.direction
        painter.save()
        painter.setLayoutDirection(way)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self._theme["sel"]))
        painter.setPen(QColor(self._theme["line"]))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._theme["accent"]), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        tick = QRect(box.x() + 10, box.center().y() - _BOX // 2, _BOX, _BOX)
        self._tick(painter, QStyle.visualRect(way, box, tick), checked)
        self._texts(painter, box.adjusted(_LEAD, 3, -10, -4), box, index, way)
        painter.restore()

    def _tick(self, painter: QPainter, box: QRect, checked: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme["accent" if checked else "edge"]), 1.4))
        painter.setBrush(QColor(self._theme["accent" if checked else "surface"]))
        frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, 4, 4)
        if checked:
            pen = QPen(QColor(self._theme["on_accent"]), 2.2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            across, down = frame.width(), frame.height()
            points = [QPointF(frame.x() + x * across, frame.y() + y * down) for x, y in _TICK]
            painter.drawPolyline(QPolygonF(points))

    def _texts(
        self, painter: QPainter, inner: QRect, box: QRect, index: Index, way: Qt.LayoutDirection
    ) -> None:
        line: BadgeLine = index.data(LINE)
        half = inner.height() // 2
        upper = QRect(inner.x(), inner.y(), inner.width(), half)
        lower = QRect(inner.x(), inner.y() + half, inner.width(), half)
        rows = index.model()
        assert isinstance(rows, BadgeRows)  # noqa: S101
        wide = self._state(painter, line, rows.state(line), lower, box, way)
        pieces = [(line.family_name, True, "ink"), (line.given_names, False, "ink")]
        self._pieces(painter, pieces, self.px, QStyle.visualRect(way, box, upper), way)
        lower.setWidth(lower.width() - wide - 8)
        about = "   ".join(filter(None, (line.number, line.delegation)))
        small = QStyle.visualRect(way, box, lower)
        self._pieces(painter, [(about, False, "ink2")], max(self.px - 1, 12), small, way)

    def _pieces(
        self,
        painter: QPainter,
        pieces: list[tuple[str, bool, str]],
        px: int,
        room: QRect,
        way: Qt.LayoutDirection,
    ) -> None:
        """Texts one after the other; the last is shortened where there is no room."""
        room = QRect(room)
        for text, bold, tone in pieces:
            painter.setFont(font(px, bold))
            painter.setPen(QColor(self._theme[tone]))
            shown = draw_elided(painter, room, text)
            used = painter.fontMetrics().horizontalAdvance(shown) + (7 if shown else 0)
            if way is Qt.LayoutDirection.RightToLeft:
                room.setRight(room.right() - used)
            else:
                room.setLeft(room.left() + used)

    def _state(
        self,
        painter: QPainter,
        line: BadgeLine,
        words: str,
        room: QRect,
        box: QRect,
        way: Qt.LayoutDirection,
    ) -> int:
        """Mark and words at the trailing end; how wide they are."""
        px, bold = max(self.px - 1, 12), line.standing is BadgeStanding.OUTDATED
        wide = QFontMetrics(font(px, bold)).horizontalAdvance(words) + 2
        text = QRect(room.right() - wide, room.y(), wide, room.height())
        mark = QRect(text.x() - _MARK - 6, room.center().y() - _MARK // 2 + 1, _MARK, _MARK)
        shown = QRectF(QStyle.visualRect(way, box, mark))
        draw_mark(painter, shown, _MARKS[line.standing], self._theme)
        painter.setFont(font(px, bold))
        painter.setPen(QColor(self._theme["ink" if bold else "ink2"]))
        painter.drawText(QStyle.visualRect(way, box, text), Qt.AlignmentFlag.AlignVCenter, words)
        return wide + _MARK + 6

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click at the leading end or the space bar changes the tick."""
        if isinstance(event, QKeyEvent):
            wanted = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        elif isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            box: QRect = option.rect
            way: Qt.LayoutDirection = option.direction
            place = QRect(box.x(), box.y(), _LEAD, box.height())
            wanted = QStyle.visualRect(way, box, place).contains(event.position().toPoint())
        else:
            return False
        return wanted and model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
