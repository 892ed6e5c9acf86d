"""What a verdict card says: an answer, its words and its look, ready to be set."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtGui import QPixmap

from checkin.domain.answer import Answer, Spoken
from checkin.domain.delegate import Capacity, Delegate
from checkin.domain.verdict import Verdict
from checkin.domain.wording import Wording
from checkin.gui.look.texts import listed
from checkin.gui.look.theme import Look, Theme

Facts = tuple[tuple[str, str], ...]

_ADVICE_LABELS = {
    Verdict.MISREAD: "verdict.misread.if_again",
    Verdict.NOT_RECORDED: "verdict.not_recorded.do_now",
}

_IN_THE_READER = (Verdict.JUST_SCANNED,)  # green too, though nobody is let in by it


@dataclass(frozen=True, slots=True)
class Person:
    """A delegate as the card shows one; texts may be empty.

    `came` says how many of the delegation did, once that is counted.
    """

    surname: str
    given_names: str = ""
    script: str = ""
    code: str = ""
    delegation: str = ""
    function: str = ""
    attention: str = ""
    note: str = ""
    came: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """The capacity band, the same on card and badge."""

    letter: str
    colour: str
    word: str
    end: str = ""


@dataclass(frozen=True, slots=True)
class CardFace:
    """All texts of a card, in the order they stand on it."""

    look: Look
    word: str
    say: str
    time: str = ""
    person: Person | None = None
    facts: Facts = ()
    band: Band | None = None
    do: str = ""
    photo: QPixmap | None = None
    note_label: str = ""

    @property
    def text(self) -> str:
        """The whole card read aloud."""
        person = self.person
        names = (person.surname, person.given_names, person.delegation) if person else ()
        came = (person.came, person.attention) if person else ()
        facts = tuple(f"{label}: {value}" for label, value in self.facts)
        band = (self.band.word,) if self.band else ()
        note = (person.note,) if person else ()
        parts = (self.word, self.say, *names, *came, *band, *facts, *note, self.do)
        return ". ".join(part.rstrip(".") for part in parts if part)


@dataclass(frozen=True, slots=True)
class FaceMaker:
    """Turns answers into card faces in one language and theme."""

    wording: Wording
    theme: Theme

    def of(self, answer: Answer, spoken: Spoken, at: datetime) -> CardFace:
        """The face of an answer; `at` is its instant as the meeting's clocks show it."""
        label = _ADVICE_LABELS.get(answer.verdict)
        advice = ((self.wording.say(label), spoken.do),) if label and spoken.do else ()
        who = answer.delegate
        look, word = self._look(answer, spoken)
        do = self._advice(answer, spoken)
        return CardFace(
            look=look,
            word=word,
            say=spoken.say,
            time=f"{at:%H:%M:%S}",
            person=self._person(who, answer.verdict) if who else None,
            facts=(*advice, *spoken.facts),
            band=self._band(who) if who and answer.verdict is not Verdict.NOT_RECORDED else None,
            do="" if advice else do,
            note_label=self.wording.say("page.note"),
        )

    def _advice(self, answer: Answer, spoken: Spoken) -> str:
        """What to do, where a key of the window does it."""
        if answer.wants_the_holder and not answer.look:
            return self.wording.say("verdict.badge_replaced.do_window")
        if answer.verdict in (Verdict.SPARE_BADGE, Verdict.NOT_A_MEETING_DAY) and not answer.look:
            return self.wording.say(f"verdict.{answer.verdict}.do_window")
        return spoken.do

    def failing(self, waiting: int, at: datetime) -> CardFace:
        """The face while the disk takes nothing and so many scans wait for it."""
        say = self.wording.say
        facts = (
            (say("verdict.not_recorded.do_now"), say("verdict.not_recorded.do")),
            (
                say("verdict.not_recorded.waiting"),
                self.wording.tell("verdict.not_recorded.waiting_say", count=waiting),
            ),
        )
        look = self.theme.verdicts[Verdict.NOT_RECORDED]
        words = say("verdict.not_recorded.word"), say("verdict.not_recorded.still")
        return CardFace(look, *words, time=f"{at:%H:%M:%S}", facts=facts)

    def busy(self, waiting: int, at: datetime) -> CardFace:
        """The face while something else has the file and so many scans wait."""
        say = self.wording.say
        many = self.wording.tell("page.one_moment.waiting_say", count=waiting)
        facts = ((say("verdict.not_recorded.waiting"), many),) if waiting else ()
        words = say("page.one_moment.word"), say("page.one_moment.say")
        return CardFace(self.theme.busy, *words, time=f"{at:%H:%M:%S}", facts=facts)

    def _look(self, answer: Answer, spoken: Spoken) -> tuple[Look, str]:
        """Colours and word; nobody who was only looked up is welcomed in green."""
        if answer.armed:
            return self.theme.armed, self.wording.say("page.armed.word")
        if answer.look and (answer.verdict.records_arrival or answer.verdict in _IN_THE_READER):
            return self.theme.looked, self.wording.say("verdict.look.word")
        return self.theme.verdicts[answer.verdict], spoken.word

    def _person(self, who: Delegate, verdict: Verdict) -> Person:
        failed = verdict is Verdict.NOT_RECORDED
        return Person(
            surname=who.family_name,
            given_names=who.given_names,
            script=who.name_in_script,
            code=who.country or "",
            delegation=who.delegation,
            function="" if failed else _joined(who.function, who.organisation),
            attention="" if failed else who.attention,
            note="" if failed else who.note,
        )

    def _band(self, who: Delegate) -> Band:
        word = self.wording.say(f"capacity.{who.capacity.value}")
        colour = self.theme.capacities[Capacity(who.capacity)]
        group = self.wording.tell("badge.working_group", group=who.working_group)
        seat = self.wording.tell("page.card.seat", seat=who.seat)
        end = (group if who.working_group else "", seat if who.seat else "")
        return Band(who.capacity.letter, colour, word, listed(*end))


def _joined(function: str, organisation: str) -> str:
    return ", ".join(filter(None, (function, organisation)))
