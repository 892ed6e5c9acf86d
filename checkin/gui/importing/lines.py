"""Who is added, changed, doubtful, missing: a line for each person or field, chosen by a click."""

from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from checkin.gui.kit.rows import Index, RowsModel
from checkin.gui.look.fonts import font
from checkin.gui.look.own_way import draw_elided
from checkin.gui.look.theme import Theme

_HEIGHT, _TWO_LINES, _EDGE, _GAP = 32, 48, 4, 10


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
    """Paints lines; what is left is struck, what is taken is bold."""

    def __init__(self, model: LinesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:
        """One line, or two where something moves."""
        return QSize(200, _TWO_LINES if any(line.taken for line in self._model.rows) else _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line: whose and what above, from what to what below."""
        line, box = self._model.rows[index.row()], option.rect
        painter.save()
        painter.setLayoutDirection(option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self._theme["sel"]))
        elif option.state & QStyle.StateFlag.State_MouseOver and line.hint:
            painter.fillRect(box, QColor(self._theme["sunk"]))
        painter.setPen(QColor(self._theme["line"]))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = box.adjusted(_EDGE, 2, -_EDGE, -3)
        room.setHeight(room.height() // (2 if line.taken else 1))
        self._above(painter, option, room, line)
        if line.taken:
            room.translate(0, room.height())
            self._below(painter, option, room, line)
        painter.restore()

    def _above(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, line: Line
    ) -> None:
        """The title at the leading edge, what it is about at the other."""
        painter.setFont(_font(bold=True))
        wide = min(painter.fontMetrics().horizontalAdvance(line.title) + 2, room.width())
        rest = QRect(room.x() + wide + _GAP, room.y(), room.width() - wide - _GAP, room.height())
        title = QRect(room.x(), room.y(), wide, room.height())
        self._say(painter, option, title, line.title, "ink", _font(bold=True))
        self._say(painter, option, rest, line.about, "ink2", _font(), trailing=True)

    def _below(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, line: Line
    ) -> None:
        """What is left, struck, and what is taken; each has half of the room or what it needs."""
        x, end = room.x(), room.x() + room.width()
        parts = (
            (line.left, "ink2", _font(struck=True), room.width() // 2 - _GAP),
            (_arrow(option) if line.left else "", "ink2", _font(), room.width()),
            (line.taken, "ink", _font(bold=True), room.width()),
        )
        for text, tone, face, most in parts:
            if text:
                painter.setFont(face)
                wide = min(painter.fontMetrics().horizontalAdvance(text) + 2, most, end - x)
                self._say(
                    painter, option, QRect(x, room.y(), wide, room.height()), text, tone, face
                )
                x += wide + _GAP

    def _say(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        text: str,
        tone: str,
        face: QFont,
        trailing: bool = False,
    ) -> None:
        painter.setFont(face)
        painter.setPen(QColor(self._theme[tone]))
        placed = QStyle.visualRect(option.direction, option.rect, room)
        draw_elided(painter, placed, text, trailing)


def _arrow(option: QStyleOptionViewItem) -> str:
    return "←" if option.direction is Qt.LayoutDirection.RightToLeft else "→"


def _font(bold: bool = False, struck: bool = False) -> QFont:
    if not struck:
        return font(14, bold)
    made = QFont(font(14, bold))
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
