"""What stands on the card: the answer to a scan, one moment, or that the desk is ready."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from checkin.domain.answer import Answer
from checkin.domain.delegate import Delegate
from checkin.domain.verdict import Verdict
from checkin.gui.desk import Desk
from checkin.gui.look.theme import Look
from checkin.gui.reception.card import VerdictCard
from checkin.gui.reception.card_face import CardFace, FaceMaker, Facts
from checkin.gui.reception.idle import idle_face
from checkin.gui.reception.last_arrivals import LastArrivals
from checkin.gui.reception.photos import Photos
from checkin.gui.status_line import FileState


def file_state(answer: Answer, desk: Desk) -> FileState | None:
    """How the file is after an answer; None where the answer tells nothing of it."""
    if answer.verdict is Verdict.NOT_RECORDED:
        return FileState(failed=True)
    written = answer.recorded or (answer.verdict.records_refusal and not answer.look)
    return FileState(desk.meeting.local(answer.at)) if written else None


_OF_A_DATE = (Verdict.NOT_A_MEETING_DAY, Verdict.ALREADY_IN)  # what they say is true that day


@dataclass(frozen=True, slots=True)
class Said:
    """What a card says of an act beside its answer; "" leaves what the answer says.

    `more` follows the sentence, `facts` stand among the others.
    """

    word: str = ""
    say: str = ""
    more: str = ""
    do: str = ""
    look: Look | None = None
    facts: Facts = ()

    def on(self, face: CardFace) -> CardFace:
        """The face of an answer with this said on it."""
        say = f"{self.say or face.say} {self.more}".strip()
        return replace(
            face,
            word=self.word or face.word,
            say=say,
            do=self.do or face.do,
            look=self.look or face.look,
            facts=(*face.facts, *self.facts),
        )


class Showing(QObject):
    """Puts faces on the card. `answer` is what it answers, None while it answers nothing;

    `told` says that it tells of something that was done without a scan, `said` is said with the
    next answer.
    """

    def __init__(self, desk: Desk, arrivals: LastArrivals) -> None:
        super().__init__(arrivals)
        self._desk, self._arrivals = desk, arrivals
        self._faces = FaceMaker(desk.wording, desk.theme)
        self._photos = Photos(desk)
        self.answer: Answer | None = None
        self.said: Said | None = None
        self.busy = self.told = self.handing_over = False
        self.card = VerdictCard(desk.theme, self._idle())

    def show(self, answer: Answer) -> None:
        """Shows an answer at once, with what is said beside it this once."""
        self.answer, self.busy, self.told = answer, False, False
        said, self.said = self.said, None
        face = self._face(answer)
        self.card.paint_now(said.on(face) if said else face)

    def show_done(
        self, answer: Answer, word: str, say: str, facts: Facts = (), before: bool = False
    ) -> None:
        """Shows whom something was done for that is no arrival, now or `before`."""
        theme = self._desk.theme
        look = theme.verdicts[Verdict.ALREADY_IN] if before else theme.given
        face = self._face(replace(answer, verdict=Verdict.WELCOME, look=True))
        self.show_told(replace(face, look=look, word=word, say=say, facts=facts, do=""))

    def show_asked(self, answer: Answer, word: str, say: str) -> None:
        """Shows whom Enter again would do something for that is no arrival."""
        self.answer, self.busy, self.told = answer, False, False
        face = self._face(replace(answer, verdict=Verdict.WELCOME))
        self.card.paint_now(replace(face, word=word, say=say, facts=(), do=""))

    def show_told(self, face: CardFace) -> None:
        """Shows what was done without a scan."""
        self.answer, self.busy, self.told = None, False, True
        self.card.paint_now(face)

    def tell_came(self, whose: Delegate | None, came: str) -> None:
        """Says on the card of that person how many of the delegation came."""
        answer, face = self.answer, self.card.face
        if not answer or not whose or answer.verdict is Verdict.NOT_RECORDED or not face.person:
            return
        if answer.day and answer.delegate and answer.delegate.id == whose.id:
            person = replace(face.person, came=came)
            if person != face.person:
                self.card.show_face(replace(face, person=person))

    def show_again(self) -> None:
        """Shows as of now what is not recorded, whatever was looked up since."""
        if self.answer and self.answer.verdict is Verdict.NOT_RECORDED:
            self.show(replace(self.answer, at=self._desk.services.clock()))
        else:
            self.rest()

    def show_busy(self, waiting: int) -> None:
        """Says that something else has the file, and how many scans wait."""
        self.answer, self.busy, self.told = None, True, False
        self.card.paint_now(self._faces.busy(waiting, self._desk.now()))

    def rest(self) -> None:
        """Nothing is asked; scans that the disk did not take are not forgotten by that."""
        self.answer, self.busy, self.told = None, False, False
        waiting = self._desk.services.reception.waiting
        failing = self._faces.failing(waiting, self._desk.now()) if waiting else None
        self.card.show_face(failing or self._idle())

    def let_go_of_yesterday(self) -> None:
        """On another date: whoever was armed before, and what was said of that day, has gone."""
        answer = self.answer
        if answer is None or self._desk.meeting.local(answer.at).date() == self._desk.now().date():
            return
        if answer.armed or answer.verdict in _OF_A_DATE:
            self._desk.services.reception.disarm()
            self.rest()

    def _face(self, answer: Answer) -> CardFace:
        """What was only looked up says so where it would have been recorded."""
        plain = answer.look and not answer.armed and not answer.verdict.records_arrival
        said = replace(answer, look=False) if plain else answer
        spoken = self._desk.services.reception.spoken(said, self._desk.wording)
        face = self._faces.of(answer, spoken, self._desk.meeting.local(answer.at))
        photo = self._photos.of(answer)
        face = replace(face, facts=(*face.facts, *self._waiting(answer)))
        return replace(face, photo=photo) if photo else face

    def _waiting(self, answer: Answer) -> Facts:
        """How many scans the disk did not take, on every card that says nothing of them itself."""
        waiting, words = self._desk.services.reception.waiting, self._desk.wording
        if not waiting or answer.verdict is Verdict.NOT_RECORDED:
            return ()
        too = words.tell("verdict.not_recorded.waiting_too", count=waiting)
        return ((words.say("verdict.not_recorded.waiting"), too),)

    def _idle(self) -> CardFace:
        return idle_face(self._desk, self._arrivals.newest, self.handing_over)
