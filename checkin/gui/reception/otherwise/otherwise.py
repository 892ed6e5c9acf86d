"""The place under the card where people are received who come otherwise than listed."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from checkin.domain.answer import Answer
from checkin.domain.arrival import Arrival
from checkin.domain.dates import long_day
from checkin.domain.delegate import Delegate, Status
from checkin.domain.outcome import Outcome
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.gui.desk import Desk
from checkin.gui.reception.found_list import FoundList
from checkin.gui.reception.otherwise.acts import DeskActs
from checkin.gui.reception.otherwise.panel_place import PanelPlace
from checkin.gui.reception.otherwise.told import (
    face_together,
    said_of_newcomer,
    said_of_substitute,
    welcome,
)
from checkin.gui.reception.showing import Said, Showing

if TYPE_CHECKING:  # nothing of it is needed before somebody comes otherwise
    from checkin.domain.badge import Badge
    from checkin.gui.reception.otherwise.newcomer import SubstitutePanel, WalkInPanel
    from checkin.gui.reception.otherwise.one_badge import OneBadgePanel
    from checkin.gui.reception.otherwise.panel import DeskPanel
    from checkin.gui.reception.otherwise.together import TogetherPanel
    from checkin.services.newcomers import Newcomer

Value = TypeVar("Value")


class Otherwise(PanelPlace):
    """`answered` carries an `Outcome` for the card, `armed` the number that Enter now records,

    `troubled` why something was not done.
    """

    answered = Signal(object)
    armed = Signal(str)
    troubled = Signal(str)

    def __init__(
        self,
        desk: Desk,
        showing: Showing,
        found: FoundList,
        may_write: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._showing, self._found = desk, showing, found
        self._may_write = may_write
        self.acts = DeskActs(desk)
        self.whose: Delegate | None = None
        self._together: TogetherPanel | None = None
        self._walk_in: WalkInPanel | None = None
        self._substitute: SubstitutePanel | None = None
        self._print: OneBadgePanel | None = None
        self._made_for_today: Badge | None = None
        self._asked_again = ""  # the key of the badge for today of which F7 asked

    def keys_of(self, page: QWidget) -> None:
        """F3, F4, F6, F7 and Ctrl+P work wherever the keys are on the page."""
        keys = {
            "F3": self.together,
            "F4": self.walk_in,
            "F6": self.substitute,
            "F7": self.day_badge,
            "Ctrl+P": self.print_badge,
        }
        for key, does in keys.items():
            short = QShortcut(QKeySequence(key), page)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(does)

    def shown(self, answer: Answer) -> None:
        """What the card answers now; a blank badge goes to whoever is being typed in."""
        self.whose = answer.delegate or self.whose
        if answer.recorded and answer.arrival:
            self.acts.came(answer.arrival)
        if self._walk_in and not self._walk_in.isHidden():
            self._walk_in.take_card(answer.prefill)
        spare = answer.badge if answer.verdict is Verdict.SPARE_BADGE else None
        for panel in (self._walk_in, self._substitute):
            if spare and panel and not panel.isHidden():
                panel.take_spare(spare)

    def together(self) -> None:
        """F3: who of the delegation is here; again records those who are ticked."""
        panel = self._together
        if panel and not panel.isHidden():
            self._arrive()
            return
        reception, finding = self._desk.services.reception, self._desk.services.finding
        day, whose = reception.today(), self._chosen() or self.whose
        at = reception.posting.session
        found = finding.delegation_of(whose, day, at) if whose and day else None
        if not self._may_write():
            return
        if not found or not found.delegations or not found.delegations[0].absentees(0):
            self.troubled.emit(self.tr("Nobody of a delegation is still to come."))
            return
        self._open(self._together_panel()).offer(found.delegations[0])

    def walk_in(self) -> None:
        """F4: somebody who is not on the list; a blank badge on the card becomes theirs.

        What a visiting card on the card says of them is filled in already.
        """
        if self._may_write():
            panel = self._open(self._walk_in_panel())
            panel.begin()
            panel.take_spare(self._spare())
            answer = self._showing.answer
            panel.take_card(answer.prefill if answer else None)

    def substitute(self) -> None:
        """F6: somebody comes instead of the person on the card."""
        who = self._expected()
        if who and self._may_write():
            panel = self._open(self._substitute_panel())
            day = self._desk.services.reception.today()
            panel.offer(who, self._desk.services.finding.came(who, day) if day else None)
            panel.take_spare(None)

    def day_badge(self) -> None:
        """F7: a badge for today for the person on the card, whose own one stays valid."""
        reception = self._desk.services.reception
        who, day = self._expected(), reception.today()
        if not who or not self._may_write():
            return
        if day is None:
            self.troubled.emit(self.tr("Today is no meeting day. Nothing was made."))
            return
        made = self._made_for_today
        if made and self._asked_again != made.token and self._is_good(made, who, day):
            self._asked_again = made.token
            words = self.tr(
                "{number} is the badge of {name} for that day already. Nothing was made. F7 once"
                " more makes another, and this one is void."
            )
            self.troubled.emit(words.format(number=made.number, name=who.name))
            return
        badges, operator = self._desk.services.badges, self._desk.operator
        words = self.tr("{number} is the badge of {name} for today. Ctrl+P prints it.")
        if reception.posting.post.day:
            words = self.tr("{number} is the badge of {name} for {day}. Ctrl+P prints it.")
        outcome = self._try(lambda: badges.day_badge(who.id, day, operator))
        if outcome:
            made = self._made_for_today = outcome.value
            good = long_day(day, self._desk.wording)
            what = self.tr("badge {number} of {name} for one day")
            values = {"number": made.number, "name": who.name, "day": good}
            self.acts.did(outcome, words.format(**values), what.format(**values))
            answer = self._showing.answer
            if answer and answer.delegate and answer.delegate.id == who.id:
                label = self._desk.wording.say("page.day_badge")
                self._showing.said = Said(facts=((label, made.number),))
                self._showing.show(answer)

    def print_badge(self) -> None:
        """Ctrl+P: the badge of the person on the card, or just made for today; again prints it."""
        panel = self._print
        if panel and not panel.isHidden():
            panel.print_now()
            return
        who = self._expected()
        badge = self._badge_of(who) if who else None
        if who and badge and self._may_write():
            self._open(self._print_panel()).offer(badge, who)

    def _badge_of(self, who: Delegate) -> "Badge | None":
        """What was just made for somebody for this day and stands, else his or her own badge."""
        reception, operator = self._desk.services.reception, self._desk.operator
        made, day = self._made_for_today, reception.today()
        if made and day and self._is_good(made, who, day):
            return made
        return reception.look_at(who.id, operator).value.badge

    def _is_good(self, made: "Badge", who: Delegate, day: date) -> bool:
        """Whether a badge for a day is somebody's, for this one, and stands."""
        look = self._desk.services.reception.look
        held = look(made.token, self._desk.operator).value.badge
        return made.delegate_id == who.id and made.day == day and bool(held and held.valid)

    def undo_latest(self, newest: Arrival | None) -> str:
        """Takes the latest act back where nobody arrived by a scan since; what was taken back."""
        act = self.acts.latest(newest)
        taken = self._try(lambda: self.acts.take_back(act)) if act else None
        return taken or ""

    def _arrive(self) -> None:
        panel = self._together_panel()
        ids, reception = panel.ticked, self._desk.services.reception
        if not ids or not self._may_write():
            return
        outcome = self._try(lambda: reception.arrive_together(ids, self._desk.operator), panel)
        if outcome:
            panel.leave()
            face = face_together(outcome.value, self._desk)
            self.whose = next(iter(outcome.value.arrived), self.whose)
            self._showing.show_told(face)
            names = ", ".join(one.name for one in outcome.value.arrived)
            what = self.tr("the arrival together of {names}").format(names=names)
            self.acts.did(outcome, f"{face.word}. {face.say}", what)

    def _come_in(self) -> None:
        panel = self._walk_in_panel()
        token = panel.spare.token if panel.spare else None
        people, operator = self._desk.services.people, self._desk.operator
        if not self._may_write() or panel.waits():
            return
        post = self._desk.services.reception.posting.post
        outcome = self._try(lambda: people.walk_in(panel.given, operator, token, post), panel)
        if outcome:
            panel.leave()
            self._showing.said = said_of_newcomer(outcome.value, self._desk)
            self._show_newcomer(outcome.value)
            words = self.tr("{name} is on the list, with badge {number}.")
            if outcome.value.badge.printed_at is None and not token:
                words = self.tr("{name} is on the list. Ctrl+P prints badge {number}.")
            self._did(outcome, words, self.tr("that {name} came onto the list"))

    def _come_instead(self) -> None:
        panel = self._substitute_panel()
        out, token = panel.out, panel.spare.token if panel.spare else None
        people, operator = self._desk.services.people, self._desk.operator
        given = panel.given
        why, who = given.pop("reason"), given.pop("authorised_by")
        if out is None or not self._may_write():
            return
        may = self._try(lambda: people.may_come_instead(out.id, given, why, who, operator), panel)
        if not may or panel.waits():
            return
        outcome = self._try(
            lambda: people.substitute(out.id, given, why, who, operator, token), panel
        )
        if outcome:
            panel.leave()
            self._arm(out, outcome.value)
            words = self.tr("{name} comes instead, with badge {number}.")
            self._did(outcome, words, self.tr("that {name} comes instead"))

    def _arm(self, out: Delegate, came: "Newcomer") -> None:
        """Shows who comes instead of whom; the next Enter lets in, as after a typed number."""
        outcome = self._desk.services.reception.enter(came.badge.number, self._desk.operator)
        self._showing.said = said_of_substitute(out, came, outcome.value.armed, self._desk)
        self.answered.emit(outcome)
        if outcome.value.armed:
            self.armed.emit(came.badge.number)

    def _did(self, outcome: "Outcome[Newcomer]", words: str, what: str) -> None:
        name, number = outcome.value.delegate.name, outcome.value.badge.number
        self.acts.did(outcome, words.format(name=name, number=number), what.format(name=name))

    def _show_newcomer(self, came: "Newcomer") -> None:
        arrival, who = came.arrival, came.delegate
        if arrival is None:
            reception = self._desk.services.reception
            self.answered.emit(reception.look_at(who.id, self._desk.operator))
            return
        self.answered.emit(Outcome(welcome(came, arrival)))

    def _expected(self) -> Delegate | None:
        """The person on the card or chosen in the list, where expected; else says so."""
        answer = self._showing.answer
        who = self._chosen() or (answer.delegate if answer else None)
        if who and who.status is Status.LISTED:
            return who
        self.troubled.emit(self.tr("First bring up the card of somebody who is expected."))
        return None

    def _chosen(self) -> Delegate | None:
        """Who stands out in the list of people found, while it covers the card."""
        current = None if self._found.isHidden() else self._found.current
        return current.delegate if current else None

    def _spare(self) -> "Badge | None":
        answer = self._showing.answer
        return answer.badge if answer and answer.verdict is Verdict.SPARE_BADGE else None

    def _try(self, does: Callable[[], Value], panel: "DeskPanel | None" = None) -> Value | None:
        """Does it; where it is refused, says why in its panel, and None comes back."""
        try:
            return does()
        except Refused as refused:
            sentence = self._desk.sentence(refused)
            if panel:
                panel.say_trouble(sentence)
            else:
                self.troubled.emit(sentence)
        return None

    def _together_panel(self) -> "TogetherPanel":
        if self._together is None:
            from checkin.gui.reception.otherwise.together import TogetherPanel

            self._together = self._add(TogetherPanel(self._desk), self._arrive)
        return self._together

    def _walk_in_panel(self) -> "WalkInPanel":
        if self._walk_in is None:
            from checkin.gui.reception.otherwise.newcomer import WalkInPanel

            self._walk_in = self._add(WalkInPanel(self._desk), self._come_in)
        return self._walk_in

    def _print_panel(self) -> "OneBadgePanel":
        if self._print is None:
            from checkin.gui.reception.otherwise.one_badge import OneBadgePanel

            panel = OneBadgePanel(self._desk)
            self._print = self._add(panel, panel.print_now)
        return self._print

    def _substitute_panel(self) -> "SubstitutePanel":
        if self._substitute is None:
            from checkin.gui.reception.otherwise.newcomer import SubstitutePanel

            self._substitute = self._add(SubstitutePanel(self._desk), self._come_instead)
        return self._substitute
