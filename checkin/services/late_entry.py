"""What was ticked on paper, typed in afterwards with the time that was written beside it."""

from dataclasses import replace
from datetime import date, datetime, time

from checkin.domain.answer import Answer
from checkin.domain.arrival import FROM_PAPER, Arrival
from checkin.domain.clock import Clock
from checkin.domain.dates import days_in_words, hour
from checkin.domain.facts import ArrivalRecorded, ArrivalWithdrawn
from checkin.domain.late_entry import counts, moment_of, usual_day
from checkin.domain.meeting import LANGUAGES
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import Outcome
from checkin.domain.post import Post
from checkin.domain.refused import Refused
from checkin.domain.scan import Chosen, Reading, read
from checkin.domain.verdict import Verdict
from checkin.services.recording import moved
from checkin.services.seeing import Seen, Sight
from checkin.services.words import wording
from checkin.store.meeting_file import MeetingFile

_NOT = Verdict.NOT_RECORDED


class LateEntry:
    """Each tick is one fact: `at` as it was written, `entered_at` now; the paper is its `how`."""

    def __init__(self, file: MeetingFile, clock: Clock, desk_name: str) -> None:
        self._file, self._clock, self._desk_name = file, clock, desk_name
        self._sight = Sight(file)

    def usual_day(self) -> date | None:
        """Today, else the last meeting day before it; None before the first."""
        meeting = self._file.meeting
        return usual_day(meeting.days, meeting.local(self._clock()).date())

    def days(self) -> tuple[date, ...]:
        """The days of which ticks can be typed in: none that is still to come."""
        last = self.usual_day()
        return tuple(day for day in self._file.meeting.days if last and day <= last)

    def enter(
        self, text: str, at: time, operator: Operator, day: date | None = None
    ) -> Outcome[Answer]:
        """A badge number or a code, and the time beside it; `day` where it is not the usual one.

        Answered as a scan at that time would have been, but that an earlier time than the one
        recorded is recorded as well. Raises Refused `not_a_meeting_day`, `time_to_come` or
        `no_such_time`.
        """
        return self._enter(read(text), at, operator, day)

    def enter_person(
        self, delegate_id: str, at: time, operator: Operator, day: date | None = None
    ) -> Outcome[Answer]:
        """The same for somebody found by name."""
        return self._enter(Chosen(delegate_id), at, operator, day)

    def check_day(self, day: date | None = None) -> date:
        """The meeting day that is meant; raises Refused("not_a_meeting_day")."""
        meeting, that_day = self._file.meeting, day or self.usual_day()
        if that_day not in meeting.days:
            asked = that_day or meeting.local(self._clock()).date()
            words = {f"days_{one}": days_in_words(meeting.days, wording(one)) for one in LANGUAGES}
            days = words["days_en"]
            raise Refused("not_a_meeting_day", day=asked.isoformat(), days=days, **words)
        return that_day

    def _moment(self, at: time, that_day: date) -> datetime:
        """The instant that a time on paper means; raises Refused."""
        meeting, now = self._file.meeting, self._clock()
        instant = moment_of(meeting, that_day, at)
        if instant is None:
            raise Refused("no_such_time", time=f"{at:%H:%M}", day=that_day.isoformat())
        if instant > now:
            said = hour(meeting.local(now))
            raise Refused("time_to_come", time=f"{at:%H:%M}", day=that_day.isoformat(), now=said)
        return instant

    def _enter(
        self, reading: Reading, at: time, operator: Operator, day: date | None
    ) -> Outcome[Answer]:
        operator.require(Action.SCAN)
        that_day = self.check_day(day)
        instant = self._moment(at, that_day)
        seen = None
        try:
            if not self._file.writable:
                self._file.retry()
            seen = self._sight.see(reading, instant, Post(that_day))
            if not counts(seen.decision, instant):
                return Outcome(seen.answer())
            arrival = self._arrival(seen, that_day, instant, operator)
            self._file.record([ArrivalRecorded(arrival)], operator)
        except Refused:
            answer = seen.answer() if seen else Answer(_NOT, reading, instant, that_day)
            return Outcome(replace(answer, verdict=_NOT))
        return _entered(seen.answer(arrival), arrival)

    def _arrival(self, seen: Seen, day: date, at: datetime, operator: Operator) -> Arrival:
        holders, entered_at = seen.scene.holders, self._clock()
        return Arrival(
            id=self._file.next_id(),
            delegate_id=holders[0].id if holders else None,
            token=seen.token,
            day=day,
            at=at,
            entered_at=entered_at,
            desk=self._desk_name,
            operator=operator.name,
            how=FROM_PAPER,
        )


def _entered(answer: Answer, arrival: Arrival) -> Outcome[Answer]:
    back = ArrivalWithdrawn((arrival.id,), arrival.delegate_id, arrival.day)
    return Outcome(replace(answer, verdict=Verdict.WELCOME), moved(arrival), (back,))
