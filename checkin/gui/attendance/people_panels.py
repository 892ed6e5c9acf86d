"""Who is missing: the heads of delegation, or everybody of one delegation."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.attendance import Person
from checkin.domain.board import Board, MissingHead, Tile
from checkin.domain.dates import moment
from checkin.gui.attendance.people_list import PeopleList, PersonRow
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button, row_button
from checkin.gui.kit.panels import Panel
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import OFF, OK
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed


class PeoplePanel(Panel):
    """A title, a count at the end of its line, and people under it, or why there are none."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, name or " ", parent)
        self.desk = desk
        self.list = PeopleList(desk.theme, name)
        self.empty = FitLabel(desk.theme, 14, tone="ink2")
        self.column.setContentsMargins(1, 10, 1, 8)
        self.head.setContentsMargins(15, 0, 15, 0)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.empty)
        self.column.addStretch(0)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.title.set_px(max(measures.px(17), 15))
        self.extra.set_px(max(measures.px(17), 15))
        self.empty.set_px(max(measures.px(14), 13))
        self.list.apply(measures.scale)

    def show_rows(self, rows: tuple[PersonRow, ...], nobody: str) -> None:
        """Shows rows; `nobody` is what is said where there are none."""
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.say(nobody)

    def minimumSizeHint(self) -> QSize:
        """Narrow and low, where the window is."""
        return QSize(220, 110)


class HeadsPanel(PeoplePanel):
    """The heads of delegation who are missing, with how many of theirs are here.

    `announced` asks for all of them to be announced as they arrive.
    """

    announced = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        name = self.tr("Announce the heads of delegation as they arrive")
        words = self.tr("Announce them")
        self.announce = button(desk.theme, words, "quiet", "bell", self.announced.emit, name)
        self.announce.setToolTip(name)
        self.head.insertWidget(1, self.announce)
        self.title.say(self.tr("Heads of delegation missing"))
        self.list.setAccessibleName(self.title.text())

    def show_board(self, board: Board) -> None:
        """Shows the heads missing on a day."""
        heads = board.heads
        self.extra.say(str(len(heads)))
        self.announce.setVisible(any(not one.person.delegate.awaited_since for one in heads))
        any_head = any(person.is_head for tile in board.tiles for person in tile.people)
        here = self.tr("Every head of delegation is here.")
        none = self.tr("No head of delegation is on the list.")
        self.show_rows(tuple(map(self._row, heads)), here if any_head else none)

    def _row(self, head: MissingHead) -> PersonRow:
        delegate, tile = head.person.delegate, head.tile
        here = self.tr("{present} of {expected} here") if tile.present else self.tr("nobody here")
        count = here.format(present=tile.present, expected=tile.expected)
        below = listed(tile.name, count)
        return PersonRow(delegate.name, below, delegate.phone, tile.code or "–", phone=True)


class DelegationPanel(PeoplePanel):
    """Who of one delegation is missing, then who is here; `closed` asks for the heads again."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.close_button = row_button(desk.theme, "cross", self.tr("Back to the missing heads"))
        self.close_button.clicked.connect(self.closed)
        self.head.addWidget(self.close_button)

    def show_tile(self, tile: Tile, day: date | None) -> None:
        """Shows one delegation on a day, or on any (None)."""
        self.title.say(tile.name or self.tr("Without delegation"))
        here = self.tr("{present} of {expected} here")
        self.extra.say(here.format(present=tile.present, expected=tile.expected))
        self.list.setAccessibleName(listed(self.title.text(), self.extra.text()))
        ordered = sorted(tile.people, key=lambda one: (not one.absent(0), not one.expected))
        self.show_rows(tuple(self._row(one, day) for one in ordered), "")

    def _row(self, person: Person, day: date | None) -> PersonRow:
        delegate, seen = person.delegate, person.seen[0]
        say = self.desk.wording.say
        below = listed(say(f"capacity.{delegate.capacity.value}"), delegate.function)
        if not person.expected:
            below = listed(say("attendance.withdrawn_person"), below)
        if seen:
            at = moment(seen.at, day, self.desk.wording)
            if seen.entered_at:
                entered = moment(seen.entered_at, seen.at.date(), self.desk.wording)
                below = listed(self.desk.wording.tell("attendance.from_paper", time=entered), below)
            return PersonRow(delegate.name, below, at, mark=OK, mark_word=self.tr("here"))
        mark = OFF if person.expected else ""
        word = self.tr("missing") if person.expected else ""
        called = delegate.phone if person.expected else ""
        return PersonRow(delegate.name, below, called, mark=mark, mark_word=word, phone=True)
