"""The delegates page: who is on the list, what is wrong with it, and the hand that mends it."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin.domain.outcome import Change
from checkin.domain.refused import Refused
from checkin.gui.building import Building
from checkin.gui.delegates.cells import cell_words
from checkin.gui.delegates.columns import columns_of
from checkin.gui.delegates.editor import EditPanel
from checkin.gui.delegates.filters import FilterBar
from checkin.gui.delegates.heading import DelegatesHead, nobody_fits, nobody_yet
from checkin.gui.delegates.mending import Mending
from checkin.gui.delegates.model import DelegatesModel
from checkin.gui.delegates.names import DelegationNames
from checkin.gui.delegates.problems import ProblemsPanel
from checkin.gui.delegates.sieve import Wanted
from checkin.gui.delegates.table import DelegatesTable
from checkin.gui.desk import Desk
from checkin.gui.kit.notices import Trouble
from checkin.gui.kit.panels import Panel
from checkin.gui.look.measures import Measures, measures_for
from checkin.gui.pages import Page
from checkin.services.lists import Imported


class Sized(Protocol):
    """A part that takes the sizes of the window."""

    def apply(self, measures: Measures) -> None:
        """Takes them."""
        ...


class DelegatesPage(Page):
    """Head, filters, table, problems of the last list, and one person beside them.

    It is built in short steps, so that no scan waits for it; whoever looks at it has it whole.
    No step asks the file, which may be closed by the time of its turn.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._words = cell_words(desk.wording)
        self.trouble = Trouble(desk.theme)
        self.names = DelegationNames(desk, self)
        self.model = DelegatesModel(self._words, self)
        self._read_everybody()
        self._days, self._measures = desk.meeting.days, measures_for(1366, 768)
        self.head = DelegatesHead(desk, self.import_list, self.add)
        self.problems = ProblemsPanel(desk)
        self._parts: list[Sized] = [self.head, self.problems]
        self._list, self._body = QWidget(), QHBoxLayout()
        self._left, self._column = QVBoxLayout(self._list), QVBoxLayout(self)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.addWidget(self.problems)
        self._body.addWidget(self._list, 1)
        self._column.addWidget(self.head)
        self._column.addWidget(self.trouble)
        self._column.addLayout(self._body, 1)
        self.problems.looked_for.connect(self.look_for)
        desk.switchboard.list_taken.connect(self._list_taken)
        steps = (self._make_list, self._make_mending, self._ask_names)
        self.building = Building(steps, self)

    def _make_list(self) -> None:
        desk, words = self.desk, self._words
        self.filters = FilterBar(desk, words, self.model.counts, self)
        self.table = DelegatesTable(desk.theme, self.model, words, desk.preferences)
        for does in (self.filters.tell_now, self.table.take_keys):
            self.filters.search.rows_wanted.connect(does)
        sheet = Panel(desk.theme)
        sheet.column.setContentsMargins(1, 1, 1, 1)
        sheet.column.addWidget(self.table)
        self.empty = nobody_yet(desk.theme, self.import_list, self.add)
        self.nobody = nobody_fits(desk.theme, self.filters.clear)
        self.places = QStackedWidget()
        for part in (sheet, self.nobody, self.empty):
            self.places.addWidget(part)
        self._left.insertWidget(0, self.filters)
        self._left.insertWidget(1, self.places, 1)
        self.filters.show()  # the page may be in sight already
        self.places.show()
        self.filters.changed.connect(self._want)
        self.table.opened.connect(self.open)
        self.table.chosen.connect(self._walked)
        self.table.typed.connect(self._type)
        self._parts += (self.filters, self.table)
        self._say()
        self.apply(self._measures)

    def _make_mending(self) -> None:
        self.mending = Mending(self.desk, EditPanel(self.desk, self._words), self.trouble)
        self._body.addWidget(self.mending.panel)
        self.mending.moved.connect(self._make_room)
        self.mending.kept.connect(self._kept)
        self._parts.append(self.mending.panel)
        self.mending.panel.apply(self._measures)
        keys_of = {
            "Ctrl+F": self.filters.search.setFocus,
            "Ctrl+N": self.add,
            "Ctrl+B": lambda: self.mending.announce_one_of(
                self.model.row_of, self.table.current_id
            ),
            "Ctrl+Shift+B": self.mending.announce_heads,
        }
        for keys, does in keys_of.items():
            short = QShortcut(QKeySequence(keys), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(does)

    def _ask_names(self) -> None:
        self.names.known.connect(self._names_known)
        self.names.ask(self.model.rows)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._measures = measures
        margin, gap = measures.margin, max(measures.gap - 2, 6)
        self._column.setContentsMargins(margin, gap, margin, gap)
        for box in (self._column, self._body, self._left):
            box.setSpacing(gap)
        for part in self._parts:
            part.apply(measures)
        if self.building.done:
            self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever looks at it has it whole."""
        self.building.finish()
        super().showEvent(event)

    def _make_room(self) -> None:
        """In a small window somebody's fields take the place of the table."""
        is_open = self.mending.is_open
        self._list.setVisible(not (self._measures.scale < 1 and is_open))
        self.head.soften(is_open)
        if not is_open and self.isVisible():
            self.take_focus()

    def _read_everybody(self) -> None:
        roll, operator = self.desk.services.roll, self.desk.operator
        columns = columns_of(self.desk.meeting, self.desk.wording)
        try:
            rows = self.names.named(roll.everybody(self.names.known_now, operator))
        except Refused as refused:
            self.trouble.say(self.desk.sentence(refused))
            return self.model.show((), columns)
        self.trouble.quiet()
        return self.model.show(rows, columns)

    def _names_known(self) -> None:
        """The file is not asked again: it may be closed by then."""
        self.model.show(self.names.named(self.model.rows), self.model.columns)
        self.mending.panel.form.know(self.names.usual)
        self._say()

    def follow(self, change: Change) -> None:
        """Reads anew whom a change names; everybody where it names everything."""
        self.building.finish()
        roll = self.desk.services.roll
        if change.everything:
            self._follow_days()
            self._read_everybody()
            self.names.ask(self.model.rows)
        elif self.trouble.isHidden():
            moved = roll.moved(change)
            rows = roll.of(moved, self.names.known_now, self.desk.operator)
            self.model.put(self.names.named(rows))
            gone = moved - {row.id for row in rows}
            self.model.drop(gone)
            self.mending.let_go(gone)
        self.mending.follow(self.model.row_of(self.mending.panel.person))
        self._say()

    def _follow_days(self) -> None:
        """Other days of the meeting are other chips; a choice goes with its day."""
        if self._days != self.desk.meeting.days:
            self.filters.make_chips()
            self.model.want_next(self.filters.wanted)
            self._days = self.desk.meeting.days

    def _say(self) -> None:
        shown, everybody = self.model.rowCount(), len(self.model.rows)
        self.filters.say_left(shown, everybody)
        self.head.count(self.model.rows)
        self.filters.setVisible(everybody > 0)
        self.places.setCurrentIndex(0 if shown else 1 if everybody else 2)

    def _want(self, wanted: object) -> None:
        if isinstance(wanted, Wanted):
            self.model.want(wanted)
            self._say()

    def _type(self, letter: str) -> None:
        self.filters.search.setFocus()
        self.filters.search.insert(letter)

    def look_for(self, name: str) -> None:
        """Shows whom a name belongs to, and nobody else."""
        self.filters.look_for(name)
        first = self.model.row_at(0)
        if first:
            self.table.choose(first.id)

    def import_list(self) -> None:
        """Asks for the panel that takes a list in."""
        self.desk.switchboard.list_offered.emit("")

    def _list_taken(self, imported: object) -> None:
        if isinstance(imported, Imported):
            self.problems.show_list(imported)
        else:  # it was taken back
            self.problems.hide()

    def add(self) -> None:
        """Opens empty fields for somebody new."""
        self.mending.open(None)

    def open(self, delegate_id: str) -> None:
        """Opens somebody's fields."""
        self.mending.open(self.model.row_of(delegate_id))

    def _walked(self, delegate_id: str) -> None:
        """Walking along the rows changes whom the open fields are about."""
        if self.mending.panel.person:
            self.mending.follow(self.model.row_of(delegate_id))

    def _kept(self, delegate_id: str) -> None:
        """Whom was just changed is the row one goes on from."""
        self.table.choose(delegate_id)
        if self._measures.scale >= 1:
            self.table.setFocus()

    def hindrance(self) -> str:
        """Letters that would be lost."""
        if not self.building.done or not self.mending.dirty:
            return ""
        return self.tr("What was typed about a delegate is not saved and would be lost.")

    def take_focus(self) -> None:
        """The keys belong to the table, which sends letters to the search field."""
        self.building.finish()
        if not self.mending.is_open:
            (self.table if self.model.rowCount() else self.filters.search).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back: the choices, the fields, what was searched for."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filters.sheet.isVisible():
            self.filters.sheet.hide()
            self.take_focus()
        elif self.mending.is_open:
            self.mending.close()
        else:
            self.filters.clear()
            self.take_focus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the choices closes them."""
        self.filters.sheet.hide()
        super().mousePressEvent(event)
