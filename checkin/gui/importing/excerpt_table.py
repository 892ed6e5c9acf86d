"""The first rows of a list and the odd ones, under our fields and the list's own headers.

A click on a header, or Alt+Down in its column, offers other fields for it.
"""

from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from checkin.domain.listing import DelegateList, Excerpt
from checkin.gui.importing.field_menu import FieldMenu
from checkin.gui.importing.words import field_name
from checkin.gui.kit.rows import NOWHERE, Index
from checkin.gui.look.fonts import font
from checkin.gui.look.own_way import OwnWay, draw_elided
from checkin.gui.look.texts import text_width
from checkin.gui.look.theme import Theme

_BAD, _WARN = "bad", "warn"
_WIDEST, _PADDING, _CHEVRON, _ROW, _HEADER = 260, 26, 16, 33, 54
_MEASURED_ROWS = 40
_RULES = """
QTableView {{ gridline-color: {line} }}
QTableView::item {{ padding: 0 9px }}
QTableView::item:selected {{ background: {sel}; color: {ink} }}
QAbstractScrollArea::corner {{ background: transparent }}
"""


class ExcerptModel(QAbstractTableModel):
    """Column 0 is the row's number; cells that something is said of are marked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._excerpt = Excerpt()
        self._marks: dict[tuple[int, int], str] = {}
        self._inks = {mark: QBrush(QColor(theme[mark])) for mark in (_BAD, _WARN)}
        self._grounds = {mark: QBrush(QColor(theme[f"{mark}bg"])) for mark in (_BAD, _WARN)}
        self._number = QBrush(QColor(theme["ink2"]))

    def show(self, listed: DelegateList) -> None:
        """Shows another list."""
        self.beginResetModel()
        self._excerpt, self._marks = listed.excerpt, {}
        shown = {row for row, _ in listed.excerpt.rows}
        columns = {text: at for at, text in reversed([*enumerate(listed.excerpt.header, 1)])}
        for mark, problems in ((_WARN, listed.warnings), (_BAD, listed.refused)):
            for problem in problems:
                if problem.row in shown:
                    self._marks[problem.row, 0] = mark
                    self._marks[problem.row, columns.get(problem.column, 0)] = mark
        self.endResetModel()

    def place_of(self, row: int) -> int:
        """Where a row of the list stands here, or -1."""
        return next((at for at, (one, _) in enumerate(self._excerpt.rows) if one == row), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """As many as the excerpt has."""
        return 0 if parent.isValid() else len(self._excerpt.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The number, then the columns."""
        return 0 if parent.isValid() else len(self._excerpt.header) + 1

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Our field, then their header, in one text; `UserRole` has them apart."""
        if way is not Qt.Orientation.Horizontal:
            return None
        ours, theirs = self.head(section)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ": ".join(filter(None, (ours, theirs)))
        return None

    def head(self, section: int) -> tuple[str, str]:
        """(our field, their header) of a column."""
        if section == 0:
            return "", self.tr("Row")
        field, header = self._excerpt.fields[section - 1], self._excerpt.header[section - 1]
        return field_name(field) or self.tr("not taken"), header

    def column(self, section: int) -> tuple[str, str]:
        """(letter, field) of a column of the list."""
        return self._excerpt.letters[section - 1], self._excerpt.fields[section - 1]

    def is_taken(self, section: int) -> bool:
        """Whether a column was taken for one of our fields."""
        return bool(section and self._excerpt.fields[section - 1])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, and the colours of what is marked."""
        number, texts = self._excerpt.rows[index.row()]
        column = index.column()
        mark = self._marks.get((number, column), "")
        text = texts[column - 1] if column else str(number)
        if role == Qt.ItemDataRole.DisplayRole:
            return text or (self.tr("empty") if mark else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(text)}</qt>" if text else None
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._grounds.get(mark)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._inks.get(mark, None if column else self._number)
        return font(13, bold=True) if mark and role == Qt.ItemDataRole.FontRole else None


class FieldHeader(QHeaderView):
    """Two lines: our field in the accent's colour above the list's own header."""

    def __init__(self, model: ExcerptModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model, self._theme = model, theme
        self.setAccessibleName(self.tr("Columns as they were understood"))
        self.setToolTip(self.tr("Click to say what a column holds   Alt+Down"))
        self.setSectionsClickable(True)

    def sizeHint(self) -> QSize:
        """Room for both lines."""
        return QSize(super().sizeHint().width(), _HEADER)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paints the two lines of a column."""
        ours, theirs = self._model.head(section)
        taken = self._model.is_taken(section)
        painter.fillRect(rect, QColor(self._theme["soft" if taken else "sunk"]))
        painter.setPen(QColor(self._theme["line"]))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        half = (rect.height() - 8) // 2
        room = rect.adjusted(12, 4, -8, 0)
        room.setHeight(half)
        if section:
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            room.adjust(14 if mirrored else 0, 0, 0 if mirrored else -14, 0)
            self._chevron(painter, rect)
        self._line(painter, room, ours, "accent" if taken else "ink2", taken)
        room.translate(0, half)
        self._line(painter, room, theirs, "ink2", not taken and not section)

    def _chevron(self, painter: QPainter, rect: QRect) -> None:
        """Says that something can be chosen here."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = rect.left() + 14 if mirrored else rect.right() - 14
        y = rect.top() + 4 + (rect.height() - 8) // 4
        painter.setPen(QPen(QColor(self._theme["ink2"]), 1.5))
        points = [QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]
        painter.drawPolyline(points)

    def _line(self, painter: QPainter, room: QRect, text: str, tone: str, bold: bool) -> None:
        painter.setPen(QColor(self._theme[tone]))
        painter.setFont(font(13, bold))
        painter.setLayoutDirection(self.layoutDirection())
        draw_elided(painter, room, text)


class ExcerptTable(QTableView):
    """Read only; its columns are as wide as what they hold, within reason."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ExcerptModel(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(OwnWay(self))
        self.setHorizontalHeader(FieldHeader(self.rows, theme, self))
        self.setAccessibleName(self.tr("Rows of the list"))
        self.setStyleSheet(_RULES.format(line=theme["line"], sel=theme["sel"], ink=theme["ink"]))
        self.setFont(font(13))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMinimumHeight(_HEADER + 2 * _ROW)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().sectionClicked.connect(self.ask_field)
        self.fields = FieldMenu(self)

    def show_list(self, listed: DelegateList) -> None:
        """Shows another list, from its first row on that something is said of."""
        here = self.currentIndex().row(), self.currentIndex().column()
        self.rows.show(listed)
        for column in range(self.rows.columnCount()):
            self.setColumnWidth(column, self._width(column))
        odd = min((one.row for one in (*listed.refused, *listed.warnings) if one.row), default=0)
        self.scrollToTop()
        self.horizontalScrollBar().setValue(0)
        if odd:
            self.show_row(odd, select=False)
        stays = self.rows.index(*here)
        if stays.isValid():  # Alt+Down goes on in the same column
            select = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(stays, select)

    def show_row(self, row: int, select: bool = True) -> None:
        """Brings a row into sight, with the rows around it."""
        place = self.rows.place_of(row)
        if place < 0:
            return
        index = self.rows.index(place, 0)
        across = self.horizontalScrollBar().value()
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.horizontalScrollBar().setValue(across)
        if select:
            self.selectRow(place)

    def ask_field(self, section: int) -> None:
        """Offers fields for a column, under its header."""
        if section < 1:
            return
        header = self.horizontalHeader()
        place = QPoint(max(header.sectionViewportPosition(section), 0), header.height())
        menu = self.fields.ask(*self.rows.column(section))
        menu.popup(header.mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down: what the column holds; Left and Right go from column to column."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.ask_field(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def _width(self, column: int) -> int:
        count = min(self.rows.rowCount(), _MEASURED_ROWS)
        cells = (self.rows.index(row, column).data() for row in range(count))
        heads = (text_width(text, 13, bold=True) for text in self.rows.head(column))
        widest = max(*heads, *(text_width(text, 13, bold=True) for text in cells))
        room = _PADDING + (_CHEVRON if column else 0)
        return min(int(widest) + room, _WIDEST)
