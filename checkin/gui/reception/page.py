"""The reception page: a scan is answered and painted first; everything else follows."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.answer import Answer
from checkin.domain.delegate import Delegate
from checkin.domain.outcome import NOTHING, Change, Outcome
from checkin.domain.refused import Refused
from checkin.domain.scan import Chosen, Number
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import take_no_focus
from checkin.gui.kit.notices import Trouble
from checkin.gui.look.measures import Measures
from checkin.gui.pages import Page
from checkin.gui.reception.afterwards.afterwards import Afterwards
from checkin.gui.reception.card_gathering import CardGathering
from checkin.gui.reception.delegation_panel import DelegationPanel
from checkin.gui.reception.found_list import FoundList
from checkin.gui.reception.hand_over import HandOver
from checkin.gui.reception.heading import Heading
from checkin.gui.reception.held_scans import HeldScans, lost_words
from checkin.gui.reception.last_arrivals import LastArrivals
from checkin.gui.reception.look_band import LookBand
from checkin.gui.reception.otherwise.otherwise import Otherwise
from checkin.gui.reception.post_choice import PostChoice
from checkin.gui.reception.scan_field import ScanField
from checkin.gui.reception.search import Search
from checkin.gui.reception.seen_codes import SeenCodes
from checkin.gui.reception.shift import Shift
from checkin.gui.reception.showing import Showing, file_state
from checkin.gui.reception.side_column import SideColumn
from checkin.gui.reception.taking_back import DeskTakingBack
from checkin.gui.reception.today import TodayPanel
from checkin.services.reception import Asked


class Sized(Protocol):
    """A part that takes the sizes of the window."""

    def apply(self, measures: Measures) -> None:
        """Takes them."""


class ReceptionPage(Page):
    """What the parts ask for is done here. `ready` is asked before every scan.

    `undo_asked` is Ctrl+Z in the field: what came last may have been done on another page.
    """

    undo_asked = Signal()

    def __init__(
        self, desk: Desk, ready: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._desk, self._ready, self._reception = desk, ready, desk.services.reception
        self._change, self._asked_again = NOTHING, False
        self._whose: Delegate | None = None
        self.heading, self.field = Heading(desk), ScanField(desk.theme)
        self.posts = PostChoice(desk, self.field)
        self.band, self.trouble = LookBand(desk.theme), Trouble(desk.theme)
        self.today, self.delegation = TodayPanel(desk), DelegationPanel(desk)
        self.arrivals = LastArrivals(desk)
        self.today.refresh()
        self.heading.count.say(self.today.short)
        self.arrivals.read()
        take_no_focus(self.trouble.action, self.trouble.close_button)
        self._showing = Showing(desk, self.arrivals)
        self.card, self.show_answer = self._showing.card, self._showing.show
        self.found = FoundList(desk, self.card)
        self.card.cover(self.found)
        self.search = Search(desk, self.field, self.found, self.heading)
        self.held = HeldScans(desk, self)
        self.seen = SeenCodes(desk, self.field, self.heading, self.search, self.held, self.enter)
        self.hand_over, self.shift = HandOver(desk, self._showing), Shift(desk, self._showing)
        self.search.hand_over_question = self.hand_over.question
        self.otherwise = Otherwise(desk, self._showing, self.found, self._may_write)
        self.side = SideColumn()
        self.afterwards = Afterwards(desk, self._showing, self.otherwise.acts, self._may_write)
        parts = self._showing, self.arrivals, self.otherwise, self.afterwards
        self.taking_back = DeskTakingBack(desk, *parts, self._may_write)
        self.measures: Measures | None = None
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._connect()

    def _lay_out(self) -> None:
        self._left = QVBoxLayout()
        below = self.card, self.posts, self.otherwise, self.afterwards, self.trouble
        for part in (self.field, self.band, self.posts.band, self.hand_over, *below):
            self._left.addWidget(part, 1 if part is self.card else 0)
        self.side.fill(self.today, self.delegation, self.arrivals)
        self._body = QHBoxLayout()
        self._body.addLayout(self._left, 1)
        self._body.addWidget(self.side)
        parts = (self.heading, self.field, self.band, self.found)
        self.parts: list[Sized] = [*parts, self.today, self.delegation, self.arrivals]
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.shift)
        self._column.addLayout(self._body, 1)

    def _connect(self) -> None:
        field, otherwise, afterwards = self.field, self.otherwise, self.afterwards
        CardGathering(field).entered.connect(self.enter)
        field.let_go.connect(self.let_go)
        field.taken_back.connect(self.undo_asked)
        field.retried.connect(self.retry)
        field.in_person.connect(self.record_in_person)
        field.look_asked.connect(self.heading.toggle_mode)
        field.textEdited.connect(self._edited)
        for answered in (self.search.answered, self.held.answered, otherwise.answered):
            answered.connect(self._show)
        for opened in (otherwise.opened, afterwards.opened, self.shift.opened):
            opened.connect(self.search.give_way)
        for part in (otherwise, afterwards, self.hand_over, self.shift):
            part.scanned.connect(self.enter)
            part.released.connect(self.take_focus)
        otherwise.armed.connect(field.offer)
        otherwise.keys_of(self)
        self.hand_over.key_of(self, self.heading.toggle_hand_over)
        self.shift.key_of(self)
        self.posts.key_of(self)
        self.posts.changed.connect(self._start_looking)
        self.posts.stand_with(self.heading, self.search, self.otherwise, self._showing)
        for asked in (self.search, otherwise, afterwards, self.posts):
            asked.troubled.connect(self.say_trouble)
        self.heading.desk_name.pressed.connect(self.shift.ask)
        afterwards.keys_of(self)
        afterwards.take_turns_with(otherwise, self.posts)
        self.delegation.together_asked.connect(otherwise.together)
        self.heading.mode_chosen.connect(self._start_looking)
        self.arrivals.taken_back.connect(afterwards.take_back)
        self.heading.day_changed.connect(partial(self.follow, Change(everything=True)))
        self._desk.switchboard.work.ended.connect(self._file_is_free)
        self._later.timeout.connect(self._refresh)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        margin, gap = measures.margin, measures.gap
        self._column.setContentsMargins(margin, max(gap - 2, 6), margin, max(gap - 2, 6))
        for box in (self._column, self._left, self.side.column):
            box.setSpacing(gap)
        self._body.setSpacing(margin)
        self.side.setFixedWidth(measures.side)
        self.side.setHidden(measures.folded)
        self.measures = measures
        for part in (*self.parts, self.shift, self.posts, self.otherwise, self.afterwards):
            part.apply(measures)
        self.card.set_scale(max(measures.scale, 1.0))

    @property
    def answer(self) -> Answer | None:
        """What the card answers, or None while it is ready."""
        return self._showing.answer

    def enter(self, text: str, typed: bool = True) -> None:
        """Answers what was scanned or typed; the card is on the screen before anything else."""
        if not text.strip() or not self._ready() or (typed and self.search.takes(text)):
            return
        if self.held.busy:
            self._wait_with(text)
            return
        self.held.make_way()
        reception, handing = self._reception, self.heading.handing_over
        try:
            if self.heading.looking and not handing:
                outcome = reception.look(text, self._desk.operator)
            else:
                outcome = reception.enter(text, self._desk.operator, handing)
        except Refused as refused:
            self.say_trouble(self._desk.sentence(refused))
            return
        self._show(outcome)
        if outcome.value.armed:
            self.field.selectAll()
        else:
            self.field.clear()

    def _wait_with(self, text: str) -> None:
        """While something else has the file a scan is kept; what was typed is asked again."""
        typed = self._reception.asked(text) is Asked.NUMBER
        self._asked_again = typed or self.heading.looking
        if not self._asked_again:
            self.held.hold(text)
            self.field.clear()
        self._showing.show_busy(self._reception.held)

    def _file_is_free(self) -> None:
        asked, self._asked_again = self._asked_again, False
        if asked and self._showing.busy:
            self.enter(self.field.text())
        self._later.start()

    def record_in_person(self) -> None:
        """F2: records the holder of a replaced badge, who stands there."""
        answer = self.answer
        if answer and answer.delegate and answer.wants_the_holder and self._may_write():
            self._show(self._reception.record(answer.delegate.id, self._desk.operator))

    def retry(self) -> None:
        """F5: tries the disk again, where something waits for it."""
        if not self._reception.waiting or not self._may_write():
            return
        try:
            outcomes = self._reception.retry(self._desk.operator)
        except Refused:
            self._showing.show_again()
            return
        for outcome in outcomes:
            self._show(outcome)

    def let_go(self) -> None:
        """Esc: lets go of whoever was armed; else clears list, field and card."""
        if self.search.lets_go() or self.posts.close_panel():
            return
        self.search.close()
        self.field.clear()
        self._reception.disarm()
        self._showing.rest()

    def _start_looking(self) -> None:
        """Another mode, day or place, and nothing of the one before."""
        self.band.show_mode(self.heading.looking, self.heading.handing_over)
        handing = self._showing.handing_over = self.today.handing_over = self.heading.handing_over
        self.hand_over.show_mode(handing)
        self.search.close()
        self.field.clear()
        self._reception.disarm()
        self._showing.rest()
        self.follow(Change(everything=True))

    def _may_write(self, undoing: bool = False) -> bool:
        """Whether anything may be written now; if not, why is said in place."""
        why, handing_over = "", self.heading.handing_over
        if handing_over and not undoing:
            why = self.tr("Badges are handed over now. Nothing was changed. Ctrl+G records again.")
        elif self.heading.looking and not handing_over:
            why = self.tr("The desk looks only. Nothing was changed. Ctrl+L records again.")
        elif self.held.busy:
            why = self.tr("A list is being taken in. Nothing was changed. Try again in a moment.")
        self.say_trouble(why)
        return not why

    def say_trouble(self, sentence: str) -> None:
        """Says below the card why something was not done."""
        if sentence:
            self.trouble.say(sentence)
        else:
            self.trouble.quiet()

    def _show(self, outcome: Outcome[Answer]) -> None:
        self._showing.show(outcome.value)
        self.otherwise.shown(outcome.value)
        if self.heading.handing_over:
            self.hand_over.give(outcome.value, self.otherwise.acts)
        self._whose = outcome.value.delegate or self._whose
        at = self._desk.meeting.local(outcome.value.at)
        self._desk.switchboard.scanned.emit(at)
        if not isinstance(outcome.value.reading, Number | Chosen):
            self._desk.switchboard.code_came.emit(at)
        self._desk.switchboard.answered.emit(outcome.value)
        self.follow(NOTHING)  # the lamp and the answer, even where nothing moved
        self._desk.switchboard.changed.emit(outcome.change)

    def follow(self, change: Change) -> None:
        """Remembers what moved; the views follow once the card is on the screen."""
        self._change |= change
        self._later.start()

    def _refresh(self) -> None:
        if self.held.busy:
            return  # half a list is in the file; it is read when the file is free
        change, self._change = self._change, NOTHING
        self.say_trouble("")
        self.heading.tick()  # another title, place, zone or days; or the clock was set
        if self.arrivals.concerns(change) or (self.heading.handing_over and change.badges):
            self.arrivals.read()
            self.today.refresh()
            self.heading.count.say(self.today.short)
        self._showing.tell_came(*self.delegation.show_of(self._whose, change != NOTHING))
        self.search.refresh()
        if self.answer:
            state = file_state(self.answer, self._desk)
            if state:
                self._desk.switchboard.file_told.emit(state)
        elif not self._showing.busy and not self._showing.told:
            self._showing.rest()
        self._desk.services.tidy()

    def _edited(self, _: str) -> None:
        """A number that is being changed is no longer the one that was armed."""
        if self._showing.busy or (self.answer and self.answer.armed):
            self._reception.disarm()
            self._showing.rest()

    def take_over(self, before: Page) -> None:
        """Mode, field and answer stay as they were when the colours change."""
        if not isinstance(before, ReceptionPage):
            return
        if before.heading.looking:
            self.heading.take_mode(before.heading.mode.key)
            self.hand_over.take_over(before.hand_over)
        self.otherwise.acts.take_over(before.otherwise.acts)
        self.field.setText(before.field.text())
        if before.answer:
            self.show_answer(before.answer)

    def hindrance(self) -> str:
        """Scans that wait for the disk would be lost with the window."""
        return lost_words(self._reception.waiting, self._reception.waiting_names)

    def take_focus(self) -> None:
        """The keys belong to the field."""
        self.field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The field has the focus from the first moment."""
        super().showEvent(event)
        self.take_focus()
        self.held.make_way()
        if self._change != NOTHING:
            self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """What would still come by itself waits until the page is seen again, if it ever is."""
        super().hideEvent(event)
        for timer in (self.search.pause, self.held.timer, self._later):
            timer.stop()
