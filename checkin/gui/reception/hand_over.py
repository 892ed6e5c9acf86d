"""Badges given out before the meeting: every badge on the card goes to whoever collects it."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.domain.answer import Answer
from checkin.domain.badge import Badge
from checkin.domain.dates import moment
from checkin.domain.refused import Refused
from checkin.domain.scan import code_after_words, is_code_begun
from checkin.gui.desk import Desk
from checkin.gui.reception.otherwise.acts import DeskActs
from checkin.gui.reception.showing import Showing

if TYPE_CHECKING:
    from checkin.gui.kit.fields import Field

TARGET = 44


class HandOver(QWidget):
    """In sight while badges are handed over; `collector` is who takes them, "" each holder.

    `scanned` carries a code that came into the field, `released` that its keys are free.
    """

    scanned = Signal(str)
    released = Signal()

    def __init__(self, desk: Desk, showing: Showing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._showing = desk, showing
        self._begun = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @cached_property
    def collector(self) -> "Field":
        """Made when badges are handed over for the first time."""
        from checkin.gui.kit.fields import Field

        made = Field(self._desk.theme, self.tr("Who collects several badges (else empty)"))
        made.line.setMinimumHeight(TARGET)
        made.line.returnPressed.connect(self._entered)
        leave = QShortcut(QKeySequence("Esc"), made.line)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave)
        self._row.addWidget(made, 1)
        self._begun = True
        return made

    def key_of(self, page: QWidget, toggles: Callable[[], object]) -> None:
        """Ctrl+G begins and ends it, wherever the keys are on the page."""
        short = QShortcut(QKeySequence("Ctrl+G"), page)
        short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        short.activated.connect(toggles)

    def show_mode(self, handing_over: bool) -> None:
        """In sight, or gone; whoever collected is not who collects next time."""
        if not (handing_over or self._begun):
            return
        had_keys = self.collector.line.hasFocus()
        self.collector.set_text("")
        policy = Qt.FocusPolicy.StrongFocus if handing_over else Qt.FocusPolicy.NoFocus
        self.collector.line.setFocusPolicy(policy)
        self.setVisible(handing_over)
        if had_keys:
            self.released.emit()

    def take_over(self, before: "HandOver") -> None:
        """Whoever collects there collects here."""
        if before._begun:
            self.collector.set_text(before.collector.text)

    def question(self, answer: Answer) -> str:
        """What Enter again would do, in words."""
        badge, who, to = answer.badge, answer.delegate, self.collector.text.strip()
        values = {"number": badge.number if badge else "", "name": who.name if who else ""}
        key = "page.handed_over.ask_to" if to else "page.handed_over.ask"
        return self._desk.wording.tell(key, **values, **({"to": to} if to else {}))

    def give(self, answer: Answer, acts: DeskActs) -> None:
        """Hands the badge of an answer over; another answer stands as it is, and nothing is given.

        The badge may be found by its code, on any day; one that was found by its number or by
        name is asked for first.
        """
        badge, who, wording = answer.badge, answer.delegate, self._desk.wording
        if badge is None or who is None or not answer.may_be_handed_over:
            return
        if answer.armed:
            word = wording.say("page.handed_over.ask_word")
            self._showing.show_asked(answer, word, self.question(answer))
            return
        to = self.collector.text.strip()
        try:
            outcome = self._desk.services.badges.hand_over([badge.token], to, self._desk.operator)
        except Refused as refused:
            word = wording.say("verdict.not_recorded.word")
            self._showing.show_done(answer, word, self._desk.sentence(refused))
            return
        word, before = wording.say("page.handed_over.word"), bool(outcome.value.before)
        say = wording.tell("page.handed_over.say", number=badge.number)
        if before:
            word = wording.say("page.handed_over.again_word")
            say = handed_over_before(badge, self._desk)
        elif to:
            say = wording.tell("page.handed_over.say_to", number=badge.number, name=to)
        self._showing.show_done(answer, word, say, before=before)
        what = self.tr("that {number} of {name} was handed over")
        what = what.format(number=badge.number, name=who.name)
        acts.did(outcome, f"{who.name}: {say}", what)
        if self.collector.line.hasFocus():
            self.released.emit()

    def _leave(self) -> None:
        """Esc: nobody collects several; the keys are free."""
        self.collector.set_text("")
        self.released.emit()

    def _entered(self) -> None:
        """A code that a scanner sends into the field leaves it and is answered."""
        text = self.collector.text
        if is_code_begun(text):
            code = code_after_words(text)
            self.collector.set_text(text.removesuffix(code).strip())
            self.scanned.emit(code)
        self.released.emit()


def handed_over_before(badge: Badge, desk: Desk) -> str:
    """When a badge was given out, and to whom."""
    at = moment(
        desk.meeting.local(badge.handed_over_at or desk.now()), desk.now().date(), desk.wording
    )
    values = {"number": badge.number, "time": at}
    to = desk.services.badges.collected_by(badge)
    if to:
        return desk.wording.tell("page.handed_over.say_again_to", name=to, **values)
    return desk.wording.tell("page.handed_over.say_again", **values)
