"""Finding somebody by what is typed: the list follows the keys, Enter arms, Enter again records."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.answer import Answer
from checkin.domain.outcome import Outcome
from checkin.domain.refused import Refused
from checkin.domain.scan import Foreign, ForeignKind, is_code_begun, read
from checkin.domain.text import quoted
from checkin.gui.desk import Desk
from checkin.gui.reception.found_list import FoundList, Message
from checkin.gui.reception.gathering import Gathering
from checkin.gui.reception.heading import Heading
from checkin.gui.reception.scan_field import ScanField
from checkin.services.reception import Asked

PAUSE_MS = 80  # a scanner's keys come faster than that, and nothing is searched between them


class Search(QObject):
    """`answered` carries the outcome for somebody chosen, `troubled` why there is none."""

    answered = Signal(object)
    troubled = Signal(str)

    def __init__(self, desk: Desk, field: ScanField, found: FoundList, heading: Heading) -> None:
        super().__init__(field)
        self._desk, self._field, self._list, self._heading = desk, field, found, heading
        self.pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.pause.timeout.connect(self._after_the_pause)
        self.gathering = Gathering(desk, self)
        self.gathering.done.connect(self._find_more)
        self.hand_over_question: Callable[[Answer], str] = lambda _: ""
        field.textEdited.connect(self._typed)
        field.stepped_up.connect(self._up)
        field.stepped_down.connect(self._down)
        found.pressed.connect(self._pressed)
        found.bar_pressed.connect(self._choose)
        found.resized.connect(self.refresh)
        desk.switchboard.work.ended.connect(self.refresh)
        desk.switchboard.work.ended.connect(self.gathering.start)

    @property
    def open(self) -> bool:
        """Whether the list covers the card."""
        return not self._list.isHidden()

    def takes(self, text: str) -> bool:
        """Whether Enter was meant for the list: somebody in it, or words to be searched for."""
        asked = self._desk.services.reception.asked(text)
        seen = self.open and not self.pause.isActive()
        long = seen and _is_long(text)  # pasted: a scanner leaves no time for a list
        if seen and self._list.current and (long or asked is not Asked.CODE):
            self._choose()
            return True
        if long or asked is Asked.WORDS:
            self._find(text)
            return True
        self.close()
        return False

    def lets_go(self) -> bool:
        """Whether Esc only let go of somebody who was armed; the list stays."""
        if not self._list.armed:
            return False
        self._desk.services.reception.disarm()
        self._list.move_by(0)
        return True

    def close(self) -> None:
        """Uncovers the card."""
        self.pause.stop()
        self._list.hide()

    def give_way(self) -> None:
        """Whoever was chosen is wanted for something else: the search is over."""
        if self.open:
            self.close()
            self._field.clear()
            self._desk.services.reception.disarm()

    def refresh(self) -> None:
        """Searches again, where the list is open and nobody is armed."""
        if self.open and not self._list.armed:
            self._find(self._field.text())

    def _find_more(self) -> None:
        if self._list.selected == 0:  # nobody else was chosen meanwhile
            self.refresh()

    def _typed(self, text: str) -> None:
        if self._list.armed:
            self._desk.services.reception.disarm()
            self._list.move_by(0)
        if not text.strip() or is_code_begun(text):
            self.close()
        else:
            self.gathering.start()
            self.pause.start()

    def _after_the_pause(self) -> None:
        text = self._field.text()
        if self.open or len(text.strip()) > 1:
            self._find(text)

    def _find(self, text: str) -> None:
        self.pause.stop()
        if self._desk.switchboard.work.running:
            self._list.show_message(self._one_moment())
            return
        finding, operator = self._desk.services.finding, self._desk.operator
        try:
            found = finding.people(text, operator, self._list.most)
        except Refused as refused:
            self._list.show_message(Message(self._desk.sentence(refused)))
            return
        if found.people:
            self._list.show_people(found, self._hint())
        else:
            self._list.show_message(self._nobody(text) if found.enough else self._too_short())

    def _up(self) -> None:
        self._step(-1)

    def _down(self) -> None:
        self._step(1)

    def _step(self, step: int) -> None:
        if self.open and self._list.current:
            self._desk.services.reception.disarm()
            self._list.move_by(step)

    def _pressed(self) -> None:
        self._desk.services.reception.disarm()
        self._choose()

    def _choose(self) -> None:
        who, reception = self._list.current, self._desk.services.reception
        if who is None:
            return
        if self._desk.switchboard.work.running:
            self._list.show_message(self._one_moment())
            return
        handing, operator = self._heading.handing_over, self._desk.operator
        try:
            if self._heading.looking and not handing:
                outcome = reception.look_at(who.delegate.id, operator)
            else:
                outcome = reception.choose(who.delegate.id, operator, handing)
        except Refused as refused:
            self.troubled.emit(self._desk.sentence(refused))
            return
        self._follow(outcome)

    def _follow(self, outcome: Outcome[Answer]) -> None:
        if outcome.value.armed:
            self._list.arm(self._told_apart(self._question(outcome.value)))
            return
        self.close()
        self._field.clear()
        self.answered.emit(outcome)

    def _question(self, answer: Answer) -> str:
        """What Enter again would do."""
        if self._heading.handing_over:
            return self.hand_over_question(answer)
        return self._desk.services.reception.spoken(answer, self._desk.wording).say

    def _told_apart(self, words: str) -> str:
        """Of somebody who is called as another is, the bar says the delegation too."""
        who = self._list.current
        if who is None or not (who.homonym and who.delegate.delegation):
            return words
        name = who.delegate.name
        return words.replace(name, f"{name}, {who.delegate.delegation}", 1)

    def _hint(self) -> str:
        if self._heading.handing_over:
            return self.tr("↑ ↓  choose      Enter  show, Enter again  hand over      Esc  close")
        if self._heading.looking:
            return self.tr("↑ ↓  choose      Enter  look only, nothing is recorded      Esc  close")
        choose = self.tr("↑ ↓  choose      Enter  arm, Enter again  record      Esc  close")
        return f"{choose}      {self.tr('Not in the list?  F4')}"

    def _nobody(self, text: str) -> Message:
        advice = self.tr(
            "Nothing was recorded. Type fewer letters, another spelling, the delegation,"
            " or the number printed on the badge."
        )
        if not self._heading.looking:
            advice = f"{advice} {self.tr('F4 takes in whoever is not in the list.')}"
        words = self.tr("Nobody found for “{text}”")
        return Message(words.format(text=quoted(text)), advice)

    def _too_short(self) -> Message:
        return Message(
            self.tr("One more letter"),
            self.tr("The search begins with two letters of a name, a delegation or a number."),
        )

    def _one_moment(self) -> Message:
        return Message(
            self._desk.wording.say("page.one_moment.word"),
            self.tr(
                "A list is being taken into the meeting file. The search goes on by itself"
                " as soon as it is in. Badges may be scanned meanwhile."
            ),
        )


def _is_long(text: str) -> bool:
    """Whether it is a text that nobody types, and no code either."""
    reading = read(text)
    return isinstance(reading, Foreign) and reading.kind is ForeignKind.LONG
