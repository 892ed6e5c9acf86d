"""Every row that was refused or is to be looked at, in words: row, column, what, what to do."""

from html import escape
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from checkin.domain.listing import DelegateList, RowProblem
from checkin.domain.row_words import row_words
from checkin.domain.text import shortened
from checkin.domain.wording import Wording
from checkin.gui.kit.rows import Index, RowsModel
from checkin.gui.look.fonts import font
from checkin.gui.look.marks import FAULT, WARN, draw_mark
from checkin.gui.look.own_way import draw_elided
from checkin.gui.look.texts import text_width
from checkin.gui.look.theme import Theme

_HEIGHT, _MARK, _GAP = 66, 18, 8
_LONGEST_HEADER = 40
_MOST = 2_000  # problems that anybody goes through; the number says how many there are


class ProblemModel(RowsModel[RowProblem]):
    """Refused rows first, then warnings; words are made for what is in sight."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._refused = self.count = 0

    def show(self, listed: DelegateList) -> None:
        """Shows the problems of another list."""
        self._refused, self.count = len(listed.refused), len(listed.refused) + len(listed.warnings)
        refused = listed.refused[:_MOST]
        self.put((*refused, *listed.warnings[: _MOST - len(refused)]))

    def mark(self, place: int) -> str:
        """Whether the row is left out or only to be looked at, as a silhouette."""
        return FAULT if place < self._refused else WARN

    def words(self, place: int) -> tuple[str, str, str, str]:
        """(row, column, what happened, what to do)."""
        problem = self.rows[place]
        row = (
            self.tr("Row {number}").format(number=problem.row)
            if problem.row
            else self.tr("The list")
        )
        say, do = row_words(problem, self._wording)
        return row, shortened(problem.column, _LONGEST_HEADER), f"{say}.", do

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """All of it in one text, for those who hear the page or come near with the pointer."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row, column, say, do = self.words(index.row())
            return f"{', '.join(filter(None, (row, column)))}: {say} {do}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(str(index.data()))}</qt>"
        return None


class ProblemPainter(QStyledItemDelegate):
    """Paints a mark, and beside it row and column, what happened, and what to do."""

    def __init__(self, model: ProblemModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:
        """Three lines."""
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one problem."""
        box, theme = option.rect, self._theme
        painter.save()
        painter.setLayoutDirection(option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme["sel"]))
        painter.setPen(QColor(theme["line"]))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        mark = _placed(option, QRect(box.x() + 4, box.y() + 7, _MARK, _MARK))
        draw_mark(painter, QRectF(mark), self._model.mark(index.row()), theme)
        row, column, say, do = self._model.words(index.row())
        leading, wide = box.x() + 32, box.width() - 32 - _GAP
        beside = int(text_width(row, 14, bold=True)) + _GAP
        lines = (
            (row, leading, beside, 3, 14, True, "ink"),
            (column, leading + beside, wide - beside, 3, 13, False, "ink2"),
            (say, leading, wide, 22, 14, False, "ink"),
            (do, leading, wide, 41, 13, False, "ink2"),
        )
        for text, x, width, y, px, bold, tone in lines:
            room = _placed(option, QRect(x, box.y() + y, width, 20))
            painter.setFont(font(px, bold))
            painter.setPen(QColor(theme[tone]))
            draw_elided(painter, room, text)
        painter.restore()


class ProblemList(QListView):
    """`chosen` carries the problem that somebody wants to see in the list."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ProblemModel(wording, self)
        self.setModel(self.rows)
        self.setItemDelegate(ProblemPainter(self.rows, theme, self))
        self.setAccessibleName(self.tr("What is to be looked at"))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(_HEIGHT)
        self.selectionModel().currentChanged.connect(self._choose)

    def show_list(self, listed: DelegateList) -> None:
        """Shows the problems of another list."""
        self.rows.show(listed)
        self.scrollToTop()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.rows.rows[index.row()])


def _placed(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    """Mirrored where the page is."""
    return QStyle.visualRect(option.direction, option.rect, rect)
