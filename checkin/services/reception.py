"""What reception does: scan, look, choose, take back, count; and go on when the disk fails."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from checkin.domain.answer import Answer, Spoken
from checkin.domain.arrival import MAIN_POINT, Arrival
from checkin.domain.clock import Clock
from checkin.domain.delegate import Delegate
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import Outcome
from checkin.domain.post import USUAL, Post
from checkin.domain.refused import Refused
from checkin.domain.scan import (
    Chosen,
    Number,
    Reading,
    code_after_words,
    is_words,
    read,
)
from checkin.domain.search import Found
from checkin.domain.spoken import speak
from checkin.domain.text import clean
from checkin.domain.verdict import Verdict
from checkin.domain.wording import Wording
from checkin.services.finding import find
from checkin.services.posting import Posting
from checkin.services.recording import moved, write
from checkin.services.search.following import SearchedPeople
from checkin.services.seeing import Seen, Sight
from checkin.store.meeting_file import MeetingFile

if TYPE_CHECKING:
    from checkin.services.together import Together

_NOT = Verdict.NOT_RECORDED
_HOW = {Number: "number", Chosen: "search"}


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many of the expected arrived on a day, and how many heads of delegation did not."""

    arrived: int
    expected: int
    heads_missing: int


@dataclass(frozen=True, slots=True)
class RecentArrival:
    """An arrival with whose it is; None while the badge is not on this desk's list."""

    arrival: Arrival
    delegate: Delegate | None


class Asked(StrEnum):
    """What somebody typed or scanned: a code, a badge number, or words of a name."""

    CODE = "code"
    NUMBER = "number"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class _Scan:
    """What was scanned or chosen, when, and at which post the desk was then.

    `who` is the name of whoever it was about, where that could be told; `by` who sat at the desk,
    for a scan that is recorded later.
    """

    reading: Reading
    at: datetime
    post: Post = USUAL
    who: str = ""
    by: Operator | None = None


class Reception:
    """The desk at the door. Every answer that says recorded is on disk before it is returned."""

    def __init__(
        self, file: MeetingFile, clock: Clock, searched: SearchedPeople, desk_name: str = ""
    ) -> None:
        self._file = file
        self._searched = searched
        self._clock = clock
        self.desk_name = clean(desk_name) or file.desk.name
        self._sight = Sight(file)
        self.posting = Posting(file, clock)
        self._welcomed: dict[str, Arrival] = {}
        self._waiting: list[_Scan] = []
        self._held: list[_Scan] = []
        self._armed: tuple[Reading, date | None, str] | None = None

    @property
    def waiting(self) -> int:
        """Scans that were not recorded and wait for `retry`."""
        return len(self._waiting)

    @property
    def waiting_names(self) -> tuple[str, ...]:
        """Whose arrivals wait for `retry`, in order, each once; without those nobody could name."""
        return tuple(dict.fromkeys(scan.who for scan in self._waiting if scan.who))

    @property
    def held(self) -> int:
        """Scans that wait for a long transaction to end."""
        return len(self._held)

    def today(self) -> date | None:
        """The meeting day that is recorded for: of this moment, or chosen; None on none."""
        return self.posting.day()

    def scan(
        self, text: str, operator: Operator, day: date | None = None, point: str = ""
    ) -> Outcome[Answer]:
        """Answers a scan and records what follows from it; day and point only where chosen.

        NOT_RECORDED when the disk failed: the scan then waits for `retry`.
        """
        operator.require(Action.SCAN)
        self._armed = None
        return self._scan(
            _Scan(read(text), self._clock(), _post(self.posting.post, day, point)), operator
        )

    def look(
        self, text: str, operator: Operator, day: date | None = None, point: str = ""
    ) -> Outcome[Answer]:
        """Answers a scan without writing anything."""
        operator.require(Action.SCAN)
        return _looked(
            self._sight.see(
                _entered(text), self._clock(), _post(self.posting.post, day, point), self._welcomed
            )
        )

    def look_at(self, delegate_id: str, operator: Operator) -> Outcome[Answer]:
        """Answers for somebody found without writing anything."""
        operator.require(Action.SCAN)
        return _looked(
            self._sight.see(Chosen(delegate_id), self._clock(), self.posting.post, self._welcomed)
        )

    def enter(self, text: str, operator: Operator, handing: bool = False) -> Outcome[Answer]:
        """What the Enter key does at the desk: a code is scanned; a typed number first arms.

        The second Enter with the same number records it. While badges are handed over (`handing`)
        nothing is written: an answer that is not armed is whose badge is to be given out.
        """
        operator.require(Action.SCAN)
        reading = self._sight.asked(_entered(text))
        if isinstance(reading, Number):
            return self._at_second_enter(reading, operator, handing)
        self._armed = None
        if handing:
            return self.look(text, operator)
        return self._scan(_Scan(reading, self._clock(), self.posting.post), operator)

    def choose(
        self, delegate_id: str, operator: Operator, handing: bool = False
    ) -> Outcome[Answer]:
        """What the Enter key does on somebody found: first it arms, the second one records."""
        operator.require(Action.SCAN)
        return self._at_second_enter(Chosen(delegate_id), operator, handing)

    def record(self, delegate_id: str, operator: Operator) -> Outcome[Answer]:
        """Records somebody who stands there in person, by whatever badge; answered as a scan is."""
        operator.require(Action.SCAN)
        self._armed = None
        return self._scan(_Scan(Chosen(delegate_id), self._clock(), self.posting.post), operator)

    def arrive_together(
        self, delegate_ids: Iterable[str], operator: Operator
    ) -> "Outcome[Together]":
        """Records all of these who would be welcome, in one act that is taken back as one.

        Whoever is in already, or would not be let in, is named and not recorded.
        """
        operator.require(Action.SCAN)
        self._armed, now = None, self._clock()
        from checkin.services import together

        seen = together.look(self._sight, delegate_ids, now, self.posting.post)
        arrival = partial(self._arrival, operator=operator, at=now, how="together")
        return together.record(self._file, seen, arrival, operator)

    def disarm(self) -> None:
        """Lets go of whom the next Enter would have recorded."""
        self._armed = None

    def asked(self, text: str) -> Asked:
        """What a text in the field asks for: names are searched for and never refused."""
        reading = self._sight.asked(_entered(text))
        if isinstance(reading, Number):
            return Asked.NUMBER
        try:
            words = is_words(reading) and not self._sight.found(reading)[1]
        except Refused:  # the file has gone: a scan says so
            words = False
        return Asked.WORDS if words else Asked.CODE

    def hold(self, text: str, operator: Operator) -> int:
        """Keeps a scan while a long transaction has the file; how many wait."""
        operator.require(Action.SCAN)
        scan = _Scan(_entered(text), self._clock(), self.posting.post, by=operator)
        self._held.append(scan)
        return len(self._held)

    def answer_held(self, operator: Operator) -> list[Outcome[Answer]]:
        """Answers what was held, in order, as of when it was scanned."""
        answered = []
        while self._held:
            answered.append(self._scan(self._held[0], operator))
            del self._held[0]
        return answered

    def retry(self, operator: Operator) -> list[Outcome[Answer]]:
        """Tries the disk again and records what waits, as of when it was scanned.

        Raises Refused("not_recorded") while the disk still fails; what waits goes on waiting.
        """
        self._file.retry()
        waiting, self._waiting = self._waiting, []
        return [self._scan(one, operator) for one in waiting]

    def undo(self, arrival_id: str, operator: Operator, reason: str = "") -> Outcome[Arrival]:
        """Takes an arrival back; it stays in the journal. Raises Refused if it does not stand."""
        operator.require(Action.UNDO)
        arrival = self._file.arrivals.get(clean(arrival_id))
        if arrival is None:
            raise Refused("no_such_arrival", arrival=arrival_id)
        if arrival.withdrawn:
            raise Refused("already_undone", arrival=arrival_id)
        ids, whose = (arrival.id,), arrival.delegate_id
        from checkin.domain.facts import ArrivalWithdrawn

        taken_back = ArrivalWithdrawn(ids, whose, arrival.day, clean(reason))
        self._file.record([taken_back], operator)
        return Outcome(replace(arrival, withdrawn=True), moved(arrival))

    def search(self, text: str, operator: Operator, limit: int = 8) -> list[Found]:
        """People who are meant by what was typed, or who hold that badge number."""
        operator.require(Action.SEARCH)
        return find(self._file, self._searched.whole(), text, limit)[0]

    def count(self, day: date) -> DayCount:
        """How many of the expected arrived on a day, at the door."""
        arrived, heads_missing = self._file.arrivals.people_in(day)
        return DayCount(arrived, self._file.delegates.expected(), heads_missing)

    def last_arrivals(self, day: date, limit: int, point: str = MAIN_POINT) -> list[RecentArrival]:
        """The arrivals at a point entered last that stand, newest first."""
        delegates = self._file.delegates
        return [
            RecentArrival(one, delegates.get(one.delegate_id) if one.delegate_id else None)
            for one in self._file.arrivals.last(day, limit, point)
        ]

    def spoken(self, answer: Answer, wording: Wording) -> Spoken:
        """An answer in words."""
        return speak(answer, self._file.meeting, wording, self.waiting)

    def _at_second_enter(
        self, reading: Reading, operator: Operator, handing: bool
    ) -> Outcome[Answer]:
        """Records at the second Enter on the same; the first only arms, where it would record."""
        armed, self._armed = self._armed, None
        post = self.posting.post
        meant = reading, self.today(), post.point
        if armed == meant and not handing:
            return self._scan(_Scan(reading, self._clock(), post), operator)
        outcome = _looked(self._sight.see(reading, self._clock(), post, self._welcomed))
        answer = outcome.value
        given = armed == meant or not answer.may_be_handed_over or _is_out(answer)
        if given if handing else answer.verdict is not Verdict.WELCOME:
            return outcome
        self._armed = meant
        return Outcome(replace(answer, armed=True))

    def _scan(self, scan: _Scan, operator: Operator) -> Outcome[Answer]:
        reading, at, post = scan.reading, scan.at, scan.post
        seen, arrival, operator = None, None, scan.by or operator
        try:
            seen = self._sight.see(reading, at, post, self._welcomed)
            arrival = self._arrival(seen, operator, at)
            write(self._file, seen, arrival, operator)
        except Refused:
            answer = (
                seen.answer() if seen else Answer(_NOT, reading, at, post.day, point=post.point)
            )
            who = answer.delegate.name if answer.delegate else ""
            self._waiting.append(replace(scan, who=who, by=operator))
            return Outcome(replace(answer, verdict=_NOT))
        if arrival is None:
            return Outcome(seen.answer())
        self._welcomed[arrival.token] = arrival
        return Outcome(seen.answer(arrival), moved(arrival))

    def _arrival(
        self, seen: Seen, operator: Operator, at: datetime, how: str = ""
    ) -> Arrival | None:
        if not seen.decision.verdict.records_arrival or seen.scene.day is None:
            return None
        holders, reading = seen.scene.holders, seen.scene.reading
        entered_at = self._clock()
        return Arrival(
            id=self._file.next_id(),
            delegate_id=holders[0].id if holders else None,
            token=seen.token,
            day=seen.scene.day,
            at=at,
            entered_at=entered_at,
            desk=self.desk_name,
            operator=operator.name,
            point=seen.scene.point,
            how=how or _HOW.get(type(reading), "scan"),
        )


def _entered(text: str) -> Reading:
    """What was typed or scanned; a code counts though words stood in the field before it."""
    reading = read(text)
    return read(code_after_words(text)) if is_words(reading) else reading


def _post(usual: Post, day: date | None, point: str) -> Post:
    """What was asked for; else where the desk is."""
    return Post(day, point or MAIN_POINT) if day or point else usual


def _is_out(answer: Answer) -> bool:
    """Whether the badge was given out before."""
    return answer.badge is not None and answer.badge.handed_over_at is not None


def _looked(seen: Seen) -> Outcome[Answer]:
    return Outcome(replace(seen.answer(), look=True))
