"""The reception page: a scan is answered and painted first; everything else follows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.answer import Answer
from checkin.domain.dates import hour, long_day
from checkin.domain.outcome import NOTHING, Change, Outcome
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.gui.desk import Desk
from checkin.gui.look.measures import Measures
from checkin.gui.pages import Page
from checkin.gui.reception.card import VerdictCard
from checkin.gui.reception.card_face import CardFace, FaceMaker
from checkin.gui.reception.heading import Heading
from checkin.gui.reception.last_arrivals import LastArrivals
from checkin.gui.reception.scan_field import ScanField
from checkin.gui.reception.today import TodayPanel
from checkin.gui.status_line import FileState
from checkin.gui.switchboard import Notice


class ReceptionPage(Page):
    """Field, card, count and last arrivals. `ready` is asked before every scan."""

    def __init__(
        self, desk: Desk, ready: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._desk, self._ready = desk, ready
        self._answer: Answer | None = None
        self.last_scan: datetime | None = None
        self._change = NOTHING
        words = self.tr("RECORD?"), self.tr("Seat {seat}")
        self._faces = FaceMaker(desk.wording, desk.theme, *words)
        self.heading = Heading(desk)
        self.field = ScanField(desk.theme)
        self.today = TodayPanel(desk)
        self.arrivals = LastArrivals(desk)
        self.today.refresh()
        self.arrivals.read()
        self.card = VerdictCard(desk.theme, self._idle())
        self._side = QWidget()
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._connect()

    def _lay_out(self) -> None:
        self._left, self._right = QVBoxLayout(), QVBoxLayout(self._side)
        self._left.addWidget(self.field)
        self._left.addWidget(self.card, 1)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.addWidget(self.today)
        self._right.addWidget(self.arrivals, 1)
        self._body = QHBoxLayout()
        self._body.addLayout(self._left, 1)
        self._body.addWidget(self._side)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addLayout(self._body, 1)

    def _connect(self) -> None:
        self.field.entered.connect(self.enter)
        self.field.let_go.connect(self.let_go)
        self.field.taken_back.connect(self.undo_latest)
        self.field.retried.connect(self.retry)
        self.field.textEdited.connect(self._edited)
        self.arrivals.taken_back.connect(self.undo)
        self.heading.day_changed.connect(self._start_afresh)
        self._later.timeout.connect(self._refresh)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        margin, gap = measures.margin, measures.gap
        self._column.setContentsMargins(margin, max(gap - 2, 6), margin, max(gap - 2, 6))
        for box in (self._column, self._left, self._right):
            box.setSpacing(gap)
        self._body.setSpacing(margin)
        self._side.setFixedWidth(measures.side)
        for part in (self.heading, self.field, self.today, self.arrivals):
            part.apply(measures)
        self.card.set_scale(max(measures.scale, 1.0))

    @property
    def answer(self) -> Answer | None:
        """What the card answers, or None while it is ready."""
        return self._answer

    def enter(self, text: str) -> None:
        """Answers what was scanned or typed; the card is on the screen before anything else."""
        if not text.strip() or not self._ready():
            return
        try:
            outcome = self._desk.services.reception.enter(text, self._desk.operator)
        except Refused as refused:
            self.arrivals.say_trouble(self._desk.sentence(refused))
            return
        self._show(outcome)
        if outcome.value.armed:
            self.field.selectAll()
        else:
            self.field.clear()

    def retry(self) -> None:
        """F5: tries the disk again, where something waits for it."""
        if not self._desk.services.reception.waiting:
            return
        try:
            outcomes = self._desk.services.reception.retry(self._desk.operator)
        except Refused:
            self._say_failed()
            return
        for outcome in outcomes:
            self._show(outcome)

    def let_go(self) -> None:
        """Esc: clears field and card, and lets go of a number that was armed."""
        self.field.clear()
        self._desk.services.reception.disarm()
        self._rest()

    def undo_latest(self) -> None:
        """Ctrl+Z: takes the latest arrival back."""
        if self.arrivals.newest:
            self.undo(self.arrivals.newest.arrival.id)

    def undo(self, arrival_id: str) -> None:
        """Takes an arrival back; a card that says it was recorded goes with it."""
        try:
            outcome = self._desk.services.reception.undo(arrival_id, self._desk.operator)
        except Refused as refused:
            self.arrivals.say_trouble(self._desk.sentence(refused))
            return
        if self._answer and self._answer.arrival and self._answer.arrival.id == arrival_id:
            self._rest()
        self._desk.switchboard.file_told.emit(FileState(self._desk.now()))
        self._desk.switchboard.noticed.emit(Notice(self._undone_words(arrival_id)))
        self._desk.switchboard.changed.emit(outcome.change)

    def show_answer(self, answer: Answer) -> None:
        """Shows an answer at once."""
        self._answer = answer
        self.card.paint_now(self._face(answer))

    def _show(self, outcome: Outcome[Answer]) -> None:
        self.show_answer(outcome.value)
        self.last_scan = self._desk.meeting.local(outcome.value.at)
        self._desk.switchboard.scanned.emit(self.last_scan)
        self.follow(NOTHING)  # the lamp and the answer, even where nothing moved
        self._desk.switchboard.changed.emit(outcome.change)

    def follow(self, change: Change) -> None:
        """Remembers what moved; the views follow once the card is on the screen."""
        self._change |= change
        self._later.start()

    def _start_afresh(self) -> None:
        """Midnight has passed: another day, another count."""
        self.follow(Change(everything=True))

    def _refresh(self) -> None:
        change, self._change = self._change, NOTHING
        self.arrivals.say_trouble("")
        if self.arrivals.concerns(change):
            self.arrivals.read()
            self.today.refresh()
        if self._answer:
            self._tell_file_state(self._answer)
        else:
            self._rest()
        self._desk.services.tidy()

    def _tell_file_state(self, answer: Answer) -> None:
        if answer.verdict is Verdict.NOT_RECORDED:
            self._desk.switchboard.file_told.emit(FileState(failed=True))
        elif answer.recorded or (answer.verdict.records_refusal and not answer.look):
            local = self._desk.meeting.local(answer.at)
            self._desk.switchboard.file_told.emit(FileState(local))

    def _say_failed(self) -> None:
        if self._answer:
            self.show_answer(replace(self._answer, at=self._desk.services.clock()))

    def _rest(self) -> None:
        self._answer = None
        self.card.show_face(self._idle())

    def _edited(self, _: str) -> None:
        """A number that is being changed is no longer the one that was armed."""
        if self._answer and self._answer.armed:
            self._desk.services.reception.disarm()
            self._rest()

    def _face(self, answer: Answer) -> CardFace:
        said = replace(answer, look=False) if answer.look and not answer.armed else answer
        spoken = self._desk.services.reception.spoken(said, self._desk.wording)
        return self._faces.of(answer, spoken, self._desk.meeting.local(answer.at))

    def _idle(self) -> CardFace:
        say = self.tr("Scan a badge, or type the number printed under its code.")
        keys = self.tr("Esc clears   ·   Ctrl+Z undoes the latest arrival")
        look, facts = self._desk.theme.idle, self._idle_facts()
        return CardFace(look, self.tr("Ready"), say, facts=facts, do=keys)

    def _idle_facts(self) -> tuple[tuple[str, str], ...]:
        now, newest = self._desk.now(), self.arrivals.newest
        facts = [(self.tr("Today"), long_day(now.date(), self._desk.wording))]
        if newest and newest.delegate:
            at = hour(self._desk.meeting.local(newest.arrival.at))
            who = f"{at}   {newest.delegate.name}, {newest.delegate.delegation}"
            facts.append((self.tr("Last arrival"), who.rstrip(", ")))
        return tuple(facts)

    def _undone_words(self, arrival_id: str) -> str:
        row = next((row for row in self.arrivals.rows if row.line.arrival_id == arrival_id), None)
        if row is None:
            return self.tr("The arrival was taken back.")
        words = self.tr("Taken back: the arrival of {name} at {time}.")
        return words.format(name=row.line.name, time=row.line.time)

    def take_focus(self) -> None:
        """The keys belong to the field."""
        self.field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The field has the focus from the first moment."""
        super().showEvent(event)
        self.take_focus()
