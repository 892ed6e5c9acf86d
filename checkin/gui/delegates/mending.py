"""What is done with one person: fields kept or dropped; each change can be taken back."""

from collections.abc import Callable, Collection
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from checkin.domain.delegate import Delegate
from checkin.domain.outcome import NOTHING, Outcome
from checkin.domain.refused import Refused
from checkin.domain.roll import RollRow
from checkin.gui.delegates.editor import EditPanel
from checkin.gui.desk import Desk
from checkin.gui.kit.notices import Trouble
from checkin.gui.switchboard import Notice

Value = TypeVar("Value")
Does = Callable[[], Outcome[Delegate]]


class Mending(QObject):
    """`moved` follows when the panel came or went, `kept` carries the id of whom was changed."""

    moved = Signal()
    kept = Signal(str)

    def __init__(self, desk: Desk, panel: EditPanel, trouble: Trouble) -> None:
        super().__init__(panel)
        self._desk, self.panel, self._trouble = desk, panel, trouble
        self._open = False
        panel.saved.connect(self.save)
        panel.withdrawn.connect(self.withdraw)
        panel.reopened.connect(self.reopen)
        panel.approved.connect(self.approve)
        panel.personal.photo_made.connect(self.set_photo)
        panel.personal.announced.connect(self.announce_shown)
        panel.closed.connect(self.close)
        panel.hide()

    @property
    def is_open(self) -> bool:
        """Whether somebody's fields are there."""
        return self._open

    @property
    def dirty(self) -> bool:
        """Whether letters would be lost."""
        return self._open and self.panel.dirty

    def open(self, row: RollRow | None) -> None:
        """Opens somebody's fields, or empty ones; asks first where that loses letters."""
        if not self.dirty:
            self._open_now(row)
        elif (row.id if row else "") != self.panel.person:
            self._ask(partial(self._open_now, row))

    def _open_now(self, row: RollRow | None) -> None:
        self.panel.show_person(row)
        self._open = True
        self.panel.show()
        self.moved.emit()
        self.panel.take_focus()

    def follow(self, row: RollRow | None) -> None:
        """Shows another person, or the same one changed; what is being typed stays as it is."""
        if row and self._open and not self.panel.dirty:
            self.panel.show_person(row)
        elif row and self._open and row.id == self.panel.person:
            self.panel.show_state(row)

    def let_go(self, ids: Collection[str]) -> None:
        """Closes the fields of somebody who is in no list any longer; what is typed stays."""
        if self._open and not self.dirty and self.panel.person in ids:
            self._close_now()

    def close(self) -> None:
        """Closes the fields; asks first where that loses letters."""
        if self.dirty:
            self._ask(self._close_now)
        elif self._open:
            self._close_now()

    def _close_now(self) -> None:
        self.panel.show_person(None)
        self._open = False
        self.panel.hide()
        self.moved.emit()

    def _ask(self, drop: Callable[[], object]) -> None:
        words = self.tr("What you typed is not saved. Save it, or drop it.")
        self.panel.trouble.warn(words, self.tr("Drop it"), drop)

    def save(self) -> None:
        """Keeps what was typed."""
        given, person = self.panel.form.given, self.panel.person
        people, operator = self._desk.services.people, self._desk.operator
        if person:
            does = partial(people.change, person, given, operator)
            self._do(does, self.tr("Changed: {name}"), self.panel.form.settle)
            return
        does = partial(people.add, given, operator)
        if self._do(does, self.tr("Added: {name}"), self.panel.form.settle):
            self._close_now()

    def withdraw(self, reason: str) -> None:
        """Takes the person off the list; what was typed stays in the fields, not yet kept."""
        people, person = self._desk.services.people, self.panel.person
        does = partial(people.withdraw, person, self._desk.operator, reason)
        self._do(does, self.tr("Taken off the list: {name}"))

    def reopen(self) -> None:
        """Expects the person again; what was typed stays in the fields, not yet kept."""
        people, person = self._desk.services.people, self.panel.person
        does = partial(people.reopen, person, self._desk.operator)
        self._do(does, self.tr("Expected again: {name}"))

    def approve(self) -> None:
        """Says yes to somebody whom the desk put on the list."""
        people, person = self._desk.services.people, self.panel.person
        does = partial(people.approve, person, self._desk.operator)
        self._do(does, self.tr("Approved: {name}"))

    def set_photo(self, jpeg: object) -> None:
        """Gives the person another photo, or none; what was typed stays in the fields."""
        people, person = self._desk.services.people, self.panel.person
        given = jpeg if isinstance(jpeg, bytes) else None
        does = partial(people.set_photo, person, given, self._desk.operator)
        gone, new = self.tr("Photo taken away: {name}"), self.tr("Another photo: {name}")
        self._tell(does, new if given else gone)

    def announce_shown(self) -> None:
        """Has the arrival of the person whose fields are open announced, or no longer."""
        if self.panel.delegate:
            self.announce(self.panel.delegate)

    def announce_one_of(self, row_of: Callable[[str], RollRow | None], chosen: str) -> None:
        """The same for whoever is shown, or else chosen."""
        row = row_of(self.panel.person or chosen)
        if row:
            self.announce(row.delegate)

    def announce(self, person: Delegate) -> None:
        """Has somebody's arrival announced to the organisers, or no longer."""
        awaiting, operator = self._desk.services.awaiting, self._desk.operator
        awaited = person.awaited_since is not None
        turn = awaiting.await_no_longer if awaited else awaiting.await_them
        on, off = self.tr("Announced on arrival: {name}"), self.tr("Announced no longer: {name}")
        words = (off if awaited else on).format(name=person.name)
        self._tell(partial(turn, (person.id,), operator), words)

    def announce_heads(self) -> None:
        """Has every head of delegation announced."""
        awaiting, operator = self._desk.services.awaiting, self._desk.operator
        words = self.tr("All heads of delegation are announced as they arrive.")
        self._tell(partial(awaiting.await_heads, operator), words)

    def _do(self, does: Does, words: str, settle: Callable[[], object] | None = None) -> bool:
        """Does it and tells everybody; whether it was done. `settle` where the fields were kept."""
        done = self._tell(does, words, settle)
        if done:
            self.kept.emit(done.value.id)
        return done is not None

    def _tell(
        self,
        does: Callable[[], Outcome[Value]],
        words: str,
        settle: Callable[[], object] | None = None,
    ) -> Outcome[Value] | None:
        try:
            done = does()
        except Refused as refused:
            self._refuse(refused)
            return None
        if settle:
            settle()
        if done.change != NOTHING:
            self._desk.switchboard.changed.emit(done.change)
            said = words.format(name=done.value.name) if isinstance(done.value, Delegate) else words
            self._desk.switchboard.noticed.emit(Notice(said, done.undo))
        return done

    def _refuse(self, refused: Refused) -> None:
        sentence = self._desk.sentence(refused)
        if self.is_open:
            self.panel.personal.show_person(self.panel.delegate)
            self.panel.say_refused(refused, sentence)
        else:
            self._trouble.say(sentence)
