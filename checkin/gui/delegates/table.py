"""The table: one row chosen at a time, sorted by its heads, walked through by keys."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from checkin.gui.delegates.cells import CellWords
from checkin.gui.delegates.columns import CAPACITY, FUNCTION, GROUP, NAME
from checkin.gui.delegates.model import DelegatesModel
from checkin.gui.delegates.painting import RowPainter, draw_head
from checkin.gui.kit.rows import Index
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme
from checkin.gui.preferences import Preferences
from checkin.gui.scanning.strokes import Place

_WIDTHS, _SORT = "delegates/columns", "delegates/sort"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STRETCHED = (NAME, FUNCTION)
_TIGHT = 150  # pixels too many from which words give way to letters


class TableHead(QHeaderView):
    """The heads of the columns; a click sorts, another one turns the order round."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(46)
        self.setFixedHeight(38)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        """Paints one head."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        way = ""
        if section == self.sortIndicatorSection():
            up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            way = "up" if up else "down"
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        draw_head(painter, QRectF(box), title, way, mirrored, self._theme)


class DelegatesTable(QTableView):
    """`opened` carries the id of somebody to be mended, `chosen` of who was walked to;

    `typed` carries a letter that belongs into the search field.
    """

    opened = Signal(str)
    chosen = Signal(str)
    typed = Signal(str)
    letters_go = Place.LIST

    def __init__(
        self,
        theme: Theme,
        model: DelegatesModel,
        words: CellWords,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._preferences = model, preferences
        self._current, self._scrolled = "", 0
        self._fitting, self._scale = False, 1.0
        self._widths = self._kept_widths()
        self.painter = RowPainter(theme, words, self)
        self.head = TableHead(theme, self)
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(self.painter)
        self.setModel(model)
        self._set_up()
        self._sort_as_before()
        self._connect()

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Delegates"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(self.painter.row_height)

    def _connect(self) -> None:
        self.head.sectionResized.connect(self._resized)
        self.head.sortIndicatorChanged.connect(self._sorted)
        self.doubleClicked.connect(lambda _: self._open())
        self._model.modelAboutToBeReset.connect(self._remember)
        self._model.modelReset.connect(self._restore)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._scale = max(measures.scale, 0.95)
        self.painter.apply(measures)
        self.verticalHeader().setDefaultSectionSize(self.painter.row_height)
        self.fit()

    @property
    def current_id(self) -> str:
        """Whose row is chosen, or ""."""
        row = self._model.row_at(self.currentIndex().row())
        return row.id if row else ""

    def choose(self, delegate_id: str) -> bool:
        """Walks to somebody; False where he or she is not among those shown."""
        line = self._model.line_of(delegate_id)
        if line >= 0:
            self._go(line)
        return line >= 0

    def take_keys(self) -> None:
        """The keys are here, on the first row; where there is none they stay where they are."""
        if self._model.rowCount():
            self._go(0)
            self.setFocus()

    def _go(self, line: int) -> None:
        index = self._model.index(line, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _open(self) -> None:
        if self.current_id:
            self.opened.emit(self.current_id)

    def _remember(self) -> None:
        self._current, self._scrolled = self.current_id, self.verticalScrollBar().value()

    def _restore(self) -> None:
        """After a change: the same person stays chosen, and the view stays where it was."""
        self.fit()
        if self._current and not self.choose(self._current):
            self._current = ""
        elif self._current:
            return
        QTimer.singleShot(0, self, self._scroll_back)

    def _scroll_back(self) -> None:
        self.verticalScrollBar().setValue(self._scrolled)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells who was walked to."""
        super().currentChanged(current, previous)
        if current.row() != previous.row() and self.current_id:
            self.chosen.emit(self.current_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where the keys are is seen: there is always a row that is chosen."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self._go(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Home and End go to the first and the last row; letters go to the search."""
        key, count = event.key(), self._model.rowCount()
        if key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._open()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and count:
            self._go(0 if key == Qt.Key.Key_Home else count - 1)
        elif event.text().isprintable() and event.text().strip() and not _with_keys(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Only a row opens."""
        if self.indexAt(event.position().toPoint()).isValid():
            super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the columns the whole width."""
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(600, 300)

    def minimumSizeHint(self) -> QSize:
        """A head and three rows."""
        return QSize(240, 38 + 3 * self.painter.row_height)

    def fit(self) -> None:
        """Lets names and functions share what the other columns leave."""
        columns, room = self._model.columns, self.viewport().width()
        widths = {one.key: self._pixels(self._widths.get(one.key, one.width)) for one in columns}
        least = {one.key: min(self._pixels(one.least), widths[one.key]) for one in columns}
        tight = bool(columns) and sum(widths.values()) - room > _TIGHT
        if tight:
            widths[CAPACITY] = least[CAPACITY]  # its letter says enough, and has a tooltip
            del widths[GROUP]
        _share(widths, least, room)
        self._fitting = True
        for place, column in enumerate(columns):
            self.setColumnHidden(place, column.key not in widths)
            self.setColumnWidth(place, widths.get(column.key, 0))
        self._fitting = False

    def _pixels(self, width: int) -> int:
        return max(round(width * self._scale), 46)

    def _resized(self, section: int, _old: int, new: int) -> None:
        if self._fitting or section >= len(self._model.columns):
            return
        self._widths[self._model.columns[section].key] = round(new / self._scale)
        text = ",".join(f"{key} {width}" for key, width in self._widths.items())
        self._preferences.keep_text(_WIDTHS, text)

    def _kept_widths(self) -> dict[str, int]:
        pairs = (part.split(" ") for part in self._preferences.text(_WIDTHS).split(","))
        return {pair[0]: int(pair[1]) for pair in pairs if len(pair) == 2 and pair[1].isdigit()}

    def _sort_as_before(self) -> None:
        self.setSortingEnabled(True)
        key, _, way = self._preferences.text(_SORT, f"{NAME} up").partition(" ")
        place = max(self._model.place_of_column(key), 0)
        orders = Qt.SortOrder
        order = orders.DescendingOrder if way == "down" else orders.AscendingOrder
        self.sortByColumn(place, order)

    def _sorted(self) -> None:
        way = "down" if self._model.descending else "up"
        self._preferences.keep_text(_SORT, f"{self._model.sorted_by} {way}")
        self.head.viewport().update()


def _with_keys(event: QKeyEvent) -> bool:
    keys = Qt.KeyboardModifier
    return bool(event.modifiers() & (keys.ControlModifier | keys.AltModifier | keys.MetaModifier))


def _share(widths: dict[str, int], least: dict[str, int], room: int) -> None:
    """Makes the widths fill the room: names and functions give or take first, then all give."""
    rest = room - sum(widths.values())
    if rest > 0:
        _give(widths, {key: 1 for key in _STRETCHED if key in widths}, rest)
        return
    for keys in (_STRETCHED, tuple(widths)):
        spare = {key: widths[key] - least[key] for key in keys if key in widths}
        taken = min(room - sum(widths.values()), 0)
        _give(widths, spare, max(taken, -sum(spare.values())))


def _give(widths: dict[str, int], shares: dict[str, int], pixels: int) -> None:
    """Shares pixels out, or takes them, in proportion; none is lost in rounding."""
    left = sum(shares.values())
    for key, share in shares.items():
        part = pixels * share // left if left else 0
        widths[key] += part
        pixels, left = pixels - part, left - share
