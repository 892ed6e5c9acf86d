"""Who is added, changed, doubtful, missing: a line for each person or field, chosen by a click."""

from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from checkin.gui.kit.rows import Index, RowsModel
from checkin.gui.look.fonts import font
from checkin.gui.look.theme import Theme

_HEIGHT, _EDGE, _GAP = 32, 4, 10
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Line:
    """One line: whose, what, and where something is chosen what is `taken` and what is `left`.

    `row` is the row of the list it is about, 0 for none; `key` says to its maker what it is;
    a line with a `hint` can be clicked, and the hint says what that does.
    """

    row: int
    title: str
    about: str = ""
    left: str = ""
    taken: str = ""
    hint: str = ""
    key: object = None


class LinesModel(RowsModel[Line]):
    """The lines as they are painted, and in words."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """All of it in one text, for those who hear the page or come near with the pointer."""
        line = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line_words(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(line_words(line))}</qt>"
        return None


def line_words(line: Line) -> str:
    """A line as a sentence."""
    moves = f"{line.left} → {line.taken}" if line.left else line.taken
    said = f"{line.title}: {', '.join(filter(None, (line.about, moves)))}"
    return ". ".join(filter(None, (said, line.hint)))


class LinePainter(QStyledItemDelegate):
    """The title at the leading edge; what is taken at the other, after what is left, struck."""

    def __init__(self, model: LinesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:
        """One line."""
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        line, box = self._model.rows[index.row()], option.rect
        painter.save()
        painter.setLayoutDirection(option.direction)
        hovered = option.state & QStyle.StateFlag.State_MouseOver and line.hint
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self._theme["sel"]))
        elif hovered:
            painter.fillRect(box, QColor(self._theme["sunk"]))
        painter.setPen(QColor(self._theme["line"]))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = box.adjusted(_EDGE, 0, -_EDGE, -1)
        taken = self._trailing(painter, option, room, line)
        title = QRect(room.x(), room.y(), room.width() - taken - _GAP, room.height())
        self._say(painter, option, title, line.title, "ink", bold=True)
        painter.restore()

    def _trailing(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, line: Line
    ) -> int:
        """Paints from the trailing edge on, at most over two thirds; how wide it became."""
        used, most = 0, room.width() * 2 // 3
        parts = (
            (line.taken, "ink", True, False),
            ("→" if line.left else "", "ink2", False, False),
            (line.left, "ink2", False, True),
            (line.about, "ink2", False, False),
        )
        for text, tone, bold, struck in parts:
            if not text or used >= most:
                continue
            painter.setFont(_font(bold, struck))
            wide = min(painter.fontMetrics().horizontalAdvance(text) + 2, most - used)
            right = room.x() + room.width() - used
            self._say(
                painter,
                option,
                QRect(right - wide, room.y(), wide, room.height()),
                text,
                tone,
                bold,
                struck,
                trailing=True,
            )
            used += wide + _GAP
        return used

    def _say(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        text: str,
        tone: str,
        bold: bool = False,
        struck: bool = False,
        trailing: bool = False,
    ) -> None:
        painter.setFont(_font(bold, struck))
        painter.setPen(QColor(self._theme[tone]))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, max(room.width(), 0)
        )
        placed = QStyle.visualRect(option.direction, option.rect, room)
        painter.drawText(placed, _TRAILING if trailing else _LEADING, shown)


def _font(bold: bool, struck: bool) -> Any:
    made = font(14, bold)
    if struck:
        made = type(made)(made)
        made.setStrikeOut(True)
    return made


class Lines(QListView):
    """`looked_at` carries the line somebody is on, `clicked_on` one that was chosen otherwise."""

    looked_at = Signal(object)
    clicked_on = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LinePainter(self.lines, theme, self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(_HEIGHT)
        self.clicked.connect(self._click)
        self.selectionModel().currentChanged.connect(self._look)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Shows other lines; who was looked at stays so where it is still there."""
        place, top = self.currentIndex().row(), self.verticalScrollBar().value()
        same = [line.key for line in lines] == [line.key for line in self.lines.rows]
        self.lines.put(lines)
        if same and place >= 0:
            self._quiet = True
            self.setCurrentIndex(self.lines.index(place, 0))
            self._quiet = False
            self.verticalScrollBar().setValue(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or Return does what a click does."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._click(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _look(self, index: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self.looked_at.emit(self.lines.rows[index.row()])

    def _click(self, index: QModelIndex) -> None:
        if index.isValid() and self.lines.rows[index.row()].hint:
            self.clicked_on.emit(self.lines.rows[index.row()])
