"""What reception does: scan, look, take back, search, count; and go on when the disk fails."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from checkin.domain.answer import Answer, Spoken
from checkin.domain.arrival import Arrival, Decision, Scene, decide
from checkin.domain.badge import Badge
from checkin.domain.clock import Clock, to_ms
from checkin.domain.delegate import Delegate
from checkin.domain.facts import ArrivalRecorded, ArrivalWithdrawn, Fact, ScanRefused
from checkin.domain.identifier import uuid7
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import NOTHING, Change, Outcome
from checkin.domain.refused import Refused
from checkin.domain.scan import Foreign, Number, Reading, Token, read
from checkin.domain.search import Found, ranked
from checkin.domain.spoken import code_kind, speak
from checkin.domain.text import clean
from checkin.domain.token import is_signed
from checkin.domain.verdict import Verdict
from checkin.domain.wording import Wording
from checkin.store.badges import HeldBadge
from checkin.store.meeting_file import MeetingFile

_NOT = Verdict.NOT_RECORDED
_LONGEST_QUERY = 200  # letters; nobody types more, and SQLite joins no more than 500 words


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many of the expected arrived on a day."""

    arrived: int
    expected: int


@dataclass(frozen=True, slots=True)
class RecentArrival:
    """An arrival with whose it is; None while the badge is not on this desk's list."""

    arrival: Arrival
    delegate: Delegate | None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was looked up for one scan; `token` is what its arrival would stand under."""

    scene: Scene
    decision: Decision
    held: HeldBadge | None
    token: str
    valid_badge: Badge | None


class Reception:
    """The desk at the door. Every answer that says recorded is on disk before it is returned."""

    def __init__(self, file: MeetingFile, clock: Clock, desk_name: str = "") -> None:
        self._file = file
        self._clock = clock
        self.desk_name = clean(desk_name) or file.desk.name
        self._welcomed: dict[str, Arrival] = {}
        self._waiting: list[tuple[str, date | None, datetime]] = []
        self._armed = ""

    @property
    def waiting(self) -> int:
        """Scans that were not recorded and wait for `retry`."""
        return len(self._waiting)

    def today(self) -> date | None:
        """The meeting day of this moment, or None."""
        return self._file.meeting.day_of(self._clock())

    def scan(self, text: str, operator: Operator, day: date | None = None) -> Outcome[Answer]:
        """Answers a scan and records what follows from it; `day` only where it was chosen.

        NOT_RECORDED when the disk failed: the scan then waits for `retry`.
        """
        operator.require(Action.SCAN)
        self._armed = ""
        return self._scan(text, operator, day, self._clock())

    def look(self, text: str, operator: Operator, day: date | None = None) -> Outcome[Answer]:
        """Answers a scan without writing anything."""
        operator.require(Action.SCAN)
        now = self._clock()
        seen = self._see(read(text), day, now)
        return Outcome(replace(self._answer(seen, day), look=True))

    def enter(self, text: str, operator: Operator) -> Outcome[Answer]:
        """What the Enter key does at the desk: a code is scanned; a typed number first arms.

        The second Enter with the same number records it.
        """
        reading = read(text)
        if not isinstance(reading, Number) or self._armed == reading.number:
            return self.scan(text, operator)
        outcome = self.look(text, operator)
        if outcome.value.verdict is not Verdict.WELCOME:
            return outcome
        self._armed = reading.number
        return Outcome(replace(outcome.value, armed=True))

    def disarm(self) -> None:
        """Lets go of a number that was armed."""
        self._armed = ""

    def retry(self, operator: Operator) -> list[Outcome[Answer]]:
        """Tries the disk again and records what waits, as of when it was scanned.

        Raises Refused("not_recorded") while the disk still fails; what waits goes on waiting.
        """
        self._file.retry()
        waiting, self._waiting = self._waiting, []
        return [self._scan(text, operator, day, at) for text, day, at in waiting]

    def undo(self, arrival_id: str, operator: Operator, reason: str = "") -> Outcome[Arrival]:
        """Takes an arrival back; it stays in the journal. Raises Refused if it does not stand."""
        operator.require(Action.UNDO)
        arrival = self._file.arrivals.get(clean(arrival_id))
        if arrival is None:
            raise Refused("no_such_arrival", arrival=arrival_id)
        if arrival.withdrawn:
            raise Refused("already_undone", arrival=arrival_id)
        ids, whose = (arrival.id,), arrival.delegate_id
        taken_back = ArrivalWithdrawn(ids, whose, arrival.day, clean(reason))
        self._file.record([taken_back], operator)
        return Outcome(replace(arrival, withdrawn=True), _moved(arrival))

    def search(self, text: str, operator: Operator, limit: int = 8) -> list[Found]:
        """People whose words begin with what was typed, or who hold that badge number."""
        operator.require(Action.SEARCH)
        text = text[:_LONGEST_QUERY]
        number = read(text)
        held = self._file.badges.by_number(number.number) if isinstance(number, Number) else None
        if held and held.holder:
            return [Found(held.holder, 1.0)]
        return ranked(text, self._file.delegates.with_words(text), limit)

    def count(self, day: date) -> DayCount:
        """How many of the expected arrived on a day."""
        return DayCount(self._file.arrivals.people_in(day), self._file.delegates.expected())

    def last_arrivals(self, day: date, limit: int) -> list[RecentArrival]:
        """The arrivals entered last that stand, newest first."""
        delegates = self._file.delegates
        return [
            RecentArrival(one, delegates.get(one.delegate_id) if one.delegate_id else None)
            for one in self._file.arrivals.last(day, limit)
        ]

    def spoken(self, answer: Answer, wording: Wording) -> Spoken:
        """An answer in words."""
        return speak(answer, self._file.meeting, wording, self.waiting)

    def _scan(
        self, text: str, operator: Operator, day: date | None, at: datetime
    ) -> Outcome[Answer]:
        reading = read(text)
        seen = arrival = None
        try:
            seen = self._see(reading, day, at)
            arrival = self._arrival(seen, operator, at)
            self._write(seen, arrival, operator)
        except Refused:
            self._waiting.append((text, day, at))
            answer = self._answer(seen, day) if seen else Answer(_NOT, reading, at, day)
            return Outcome(replace(answer, verdict=_NOT))
        if arrival is None:
            return Outcome(self._answer(seen, day))
        self._welcomed[arrival.token] = arrival
        return Outcome(self._answer(seen, day, arrival), _moved(arrival))

    def _see(self, reading: Reading, day: date | None, now: datetime) -> _Seen:
        """Looks up all that the decision needs, and decides."""
        meeting = self._file.meeting
        that_day = meeting.day_of(now) if day is None else day if day in meeting.days else None
        held, holders = self._found(reading)
        holder = holders[0].id if len(holders) == 1 else None
        token = held.badge.token if held else _token(reading, holder)
        welcomed = self._welcomed.get(token)
        scene = Scene(
            reading=reading,
            day=that_day,
            now=now,
            signed=held is not None or self._is_signed(reading),
            badge=held.badge if held else None,
            holders=holders,
            earlier=self._file.arrivals.standing(that_day, token, holder) if that_day else (),
            welcomed=welcomed if welcomed and welcomed.day == that_day else None,
        )
        decision = decide(scene)
        return _Seen(scene, decision, held, token, self._valid_badge(decision, holders))

    def _is_signed(self, reading: Reading) -> bool:
        return isinstance(reading, Token) and is_signed(reading.text, self._file.token_key)

    def _found(self, reading: Reading) -> tuple[HeldBadge | None, tuple[Delegate, ...]]:
        if isinstance(reading, Foreign):
            holders = self._file.delegates.by_foreign_code(reading.text)
            return self._file.badges.valid_of(holders[0].id) if len(holders) == 1 else None, holders
        if isinstance(reading, Token):
            held = self._file.badges.holder(reading.text)
        else:
            number = reading.number if isinstance(reading, Number) else ""
            held = self._file.badges.by_number(number) if number else None
        return held, (held.holder,) if held and held.holder else ()

    def _answer(self, seen: _Seen, day: date | None, arrival: Arrival | None = None) -> Answer:
        holders = seen.scene.holders
        return Answer(
            verdict=seen.decision.verdict,
            reading=seen.scene.reading,
            at=seen.scene.now,
            day=day or seen.scene.day,
            recorded=arrival is not None,
            delegate=holders[0] if len(holders) == 1 else None,
            holders=holders,
            badge=seen.scene.badge,
            valid_badge=seen.valid_badge,
            arrival=arrival,
            earlier=seen.decision.earlier,
            chosen_day=day is not None,
        )

    def _valid_badge(self, decision: Decision, holders: Sequence[Delegate]) -> Badge | None:
        if decision.verdict is not Verdict.BADGE_REPLACED or not holders:
            return None
        valid = self._file.badges.valid_of(holders[0].id)
        return valid.badge if valid else None

    def _arrival(self, seen: _Seen, operator: Operator, at: datetime) -> Arrival | None:
        if not seen.decision.verdict.records_arrival or seen.scene.day is None:
            return None
        holders, reading = seen.scene.holders, seen.scene.reading
        entered_at = self._clock()
        return Arrival(
            id=uuid7(to_ms(entered_at), secrets.token_bytes(10)),
            delegate_id=holders[0].id if holders else None,
            token=seen.token,
            day=seen.scene.day,
            at=at,
            entered_at=entered_at,
            desk=self.desk_name,
            operator=operator.name,
            how="number" if isinstance(reading, Number) else "scan",
        )

    def _write(self, seen: _Seen, arrival: Arrival | None, operator: Operator) -> None:
        """Records what follows from the answer; whatever follows, a closed writer is said."""
        facts: Sequence[Fact] = ()
        if arrival:
            facts = (ArrivalRecorded(arrival),)
        elif seen.decision.verdict.records_refusal:
            facts = (_refusal(seen),)
        if facts or not self._file.writable:
            self._file.record(facts, operator)


def _token(reading: Reading, holder: str | None) -> str:
    """Without a badge of ours: the token itself, or the holder of another tool's code."""
    return reading.text if isinstance(reading, Token) else holder or ""


def _refusal(seen: _Seen) -> ScanRefused:
    holders = seen.scene.holders
    return ScanRefused(
        verdict=seen.decision.verdict,
        delegate_id=holders[0].id if len(holders) == 1 else None,
        day=seen.scene.day,
        code_kind="" if seen.held else code_kind(seen.scene.reading),
    )


def _moved(arrival: Arrival) -> Change:
    people = frozenset((arrival.delegate_id,)) if arrival.delegate_id else NOTHING.delegates
    return Change(delegates=people, arrivals=frozenset((arrival.id,)))
