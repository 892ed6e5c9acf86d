"""What somebody should look at before the badges are printed."""

from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from checkin.gui.desk import Desk
from checkin.gui.kit.panels import Mark, Panel
from checkin.gui.kit.rows import Index, RowsModel
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import OFF, OK, WARN, draw_mark
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import SetText, TextStyle, set_text
from checkin.gui.look.theme import Theme
from checkin.services.badges import Printed

_LEAD = 26  # pixels for the mark


class BeforePrinting(Panel):
    """`shown` carries the id of the delegate whose badge is to be shown on the sheet."""

    shown = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("BeforePrinting", "Before printing")
        super().__init__(desk.theme, title, parent)
        self._wording = desk.wording
        self.codes, self.looks = _Said(desk.theme), _Said(desk.theme)
        self.rows = _WarningRows(self)
        self.view = _WarningList(desk.theme, self.tr("Show on sheet"))
        self.view.setModel(self.rows)
        self.view.setAccessibleName(self.tr("What to look at"))
        self.column.addWidget(self.codes)
        self.add_rule()
        self.column.addWidget(self.looks)
        self.column.addWidget(self.view, 1)
        self.column.addStretch(0)
        self.view.clicked.connect(self._show)
        self.view.activated.connect(self._show)
        self.say_nothing()

    def show_print(self, printed: Printed) -> None:
        """Shows what a PDF that was made is worth."""
        count = printed.badges
        many = self.tr("{count} of {count} codes read back").format(count=count)
        self.codes.say(OK, self.tr("The code was read back") if count == 1 else many)
        texts = tuple(
            (one.delegate_id, self._wording.tell(f"badge.{one.code}", **one.facts))
            for one in printed.warnings
        )
        self.rows.put(texts)
        self.view.setVisible(bool(texts))
        if texts:
            self.looks.say(WARN, self.tr("To look at: {count}").format(count=len(texts)))
        else:
            self.looks.say(OK, self.tr("Every name fits its badge"))

    def say_nothing(self) -> None:
        """There is nothing made yet."""
        self.codes.say(OFF, self.tr("Codes are read back when the PDF is made"))
        self.looks.say(OFF, self.tr("Names are measured when the PDF is made"))
        self.rows.put(())
        self.view.hide()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.column.setContentsMargins(16, measures.px(12), 16, measures.px(12))

    def _show(self, index: QModelIndex) -> None:
        self.shown.emit(self.rows.rows[index.row()][0])


class _Said(QWidget):
    """A mark and what it means."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark, self.words = Mark(theme, OFF, 18), FitLabel(theme, 14, bold=True, wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def say(self, mark: str, words: str) -> None:
        """Says it."""
        self.mark.set_state(mark, words)
        self.words.say(words)


class _WarningRows(RowsModel[tuple[str, str]]):
    """(id of the delegate, sentence) for every warning."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sentence."""
        return self.rows[index.row()][1] if role == Qt.ItemDataRole.DisplayRole else None


class _WarningList(QListView):
    """Sentences that wrap; a click or Enter shows the badge."""

    def __init__(self, theme: Theme, link: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setItemDelegate(_WarningPainter(theme, link, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _WarningPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, link: str, view: _WarningList) -> None:
        super().__init__(view)
        self._theme, self._link, self._view = theme, link, view

    def _set(self, index: Index, way: Qt.LayoutDirection) -> tuple[SetText, SetText]:
        room = self._view.viewport().width() - _LEAD - 4
        mirrored = way is Qt.LayoutDirection.RightToLeft
        said = set_text(str(index.data()), TextStyle(13, leading=1.4), room, mirrored)
        link = set_text(self._link, TextStyle(13, bold=True, leading=1.4), room, mirrored)
        return said.laid(), link.laid()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As many lines as the sentence needs, and one for the link."""
        said, link = self._set(index, self._view.layoutDirection())
        return QSize(self._view.viewport().width(), int(said.height + link.height) + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints mark, sentence and link."""
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        way: Qt.LayoutDirection = option.direction
        said, link = self._set(index, way)
        painter.save()
        painter.setPen(QColor(self._theme["line"]))
        painter.drawLine(box.topLeft(), box.topRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._theme["accent"]), 2))
            painter.drawRect(box.adjusted(1, 2, -2, -2))
        mark = QStyle.visualRect(way, box, QRect(box.x(), box.y() + 9, 16, 16))
        draw_mark(painter, QRectF(mark), WARN, self._theme)
        x = box.x() + (4 if way is Qt.LayoutDirection.RightToLeft else _LEAD)
        said.draw(painter, x, box.y() + 7, QColor(self._theme["ink"]))
        link.draw(painter, x, box.y() + 7 + said.height, QColor(self._theme["accent"]))
        painter.restore()
