"""The list of badges: search, ticks, and who is looked at."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QWidget

from checkin.gui.badges.badge_rows import BadgeRowPainter, BadgeRows
from checkin.gui.badges.selection import Selection
from checkin.gui.kit.fields import SearchField
from checkin.gui.kit.panels import Panel
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme
from checkin.services.badges import BadgeLine


class BadgeList(Panel):
    """`toggled` carries the `BadgeLine` that was ticked or left out, `looked_at` the one in front,

    `searched` follows what is typed.
    """

    toggled = Signal(object)
    looked_at = Signal(object)
    searched = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.search = SearchField(theme, self.tr("Find anybody"))
        self.chosen, self.found = FitLabel(theme, 14, bold=True), FitLabel(theme, 13, tone="ink2")
        self.rows = BadgeRows(self)
        self._painter = BadgeRowPainter(theme, self)
        self.view = QListView()
        self._set_up()
        head = QHBoxLayout()
        head.addWidget(self.chosen, 1)
        head.addWidget(self.found)
        self.column.addWidget(self.search)
        self.column.addLayout(head)
        self.column.addWidget(self.view, 1)
        self.rows.toggled.connect(self.toggled)
        self.search.rows_wanted.connect(self._to_the_rows)
        self.search.textChanged.connect(lambda _: self.searched.emit())
        self.view.selectionModel().currentChanged.connect(self._moved)

    def _set_up(self) -> None:
        view = self.view
        view.setAccessibleName(self.tr("Badges"))
        view.setModel(self.rows)
        view.setItemDelegate(self._painter)
        view.setUniformItemSizes(True)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setMinimumHeight(96)

    @property
    def query(self) -> str:
        """What is looked for."""
        return self.search.text()

    @property
    def current(self) -> BadgeLine | None:
        """The badge that is looked at."""
        row = self.view.currentIndex().row()
        return self.rows.rows[row] if 0 <= row < len(self.rows.rows) else None

    def show_lines(self, lines: tuple[BadgeLine, ...], selection: Selection) -> None:
        """Shows what a selection lists; whoever was looked at stays so, where still there."""
        before = self.current
        everything = selection.listed(lines, self.query)
        self.rows.show_lines(everything, selection.has)
        count = len(selection.chosen(lines))
        self.chosen.say(self.tr("{count} chosen").format(count=count))
        self.found.say(self.tr("{count} listed").format(count=len(everything)))
        if before and self.current is None:
            self.look_at(before.delegate_id)

    def look_at(self, delegate_id: str) -> None:
        """Looks at somebody's badge, where it is listed."""
        for row, line in enumerate(self.rows.rows):
            if line.delegate_id == delegate_id:
                self.view.setCurrentIndex(self.rows.index(row))

    def _to_the_rows(self) -> None:
        """The keys go on, on the first row where none was looked at; nowhere from no row."""
        if self.rows.rows:
            self.view.setFocus()
            if self.current is None:
                self.view.setCurrentIndex(self.rows.index(0))

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._painter.px = max(min(measures.px(14), 17), 13)
        self.column.setContentsMargins(16, measures.px(12), 16, 8)
        self.view.scheduleDelayedItemsLayout()

    def _moved(self, now: QModelIndex, _: QModelIndex) -> None:
        if now.isValid():
            self.looked_at.emit(self.current)
