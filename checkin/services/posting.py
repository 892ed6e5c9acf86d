"""For which day and at which point this desk records: what was chosen, as long as it holds."""

from dataclasses import dataclass
from datetime import date

from checkin.domain.clock import Clock
from checkin.domain.meeting import Session
from checkin.domain.post import USUAL, Post, choices, still_holds
from checkin.domain.refused import Refused
from checkin.domain.text import fold
from checkin.store.meeting_file import MeetingFile


@dataclass(frozen=True, slots=True)
class SessionCount:
    """How many of the working group of a session, or of all, came to it, and how many `others`."""

    arrived: int
    expected: int
    others: int


class Posting:
    """Nothing of it is written down: a program that starts records for today, at the door."""

    def __init__(self, file: MeetingFile, clock: Clock) -> None:
        self._file, self._clock = file, clock
        self._chosen, self._made_on = USUAL, self.date_there()

    def date_there(self) -> date:
        """The date of this moment by the meeting's clocks, whether it is a meeting day or not."""
        return self._file.meeting.local(self._clock()).date()

    @property
    def post(self) -> Post:
        """What was chosen on purpose, as far as it holds now."""
        return still_holds(self._chosen, self._made_on, self.date_there(), self._file.meeting)

    @property
    def session(self) -> Session | None:
        """The session this desk is at; None at the door."""
        return self._file.meeting.session(self.post.point)

    def day(self) -> date | None:
        """The meeting day that is recorded for, chosen or of this moment; None on none."""
        return self.post.day or self._file.meeting.day_of(self._clock())

    def choices(self) -> tuple[Post, ...]:
        """What may be chosen now."""
        return choices(self._file.meeting, self.date_there())

    def choose(self, post: Post) -> None:
        """Takes a post until another meeting day begins; `USUAL` lets go of what was chosen.

        Raises Refused `not_a_meeting_day`, `no_such_session` or `session_on_other_day`.
        """
        meeting, today = self._file.meeting, self.date_there()
        if post.day is not None and post.day not in meeting.days:
            days = ", ".join(day.isoformat() for day in meeting.days)
            raise Refused("not_a_meeting_day", day=post.day.isoformat(), days=days)
        session = None if post.at_the_door else self.find_session(post.point)
        if session and not session.held_on(post.day or today):
            day = session.day.isoformat() if session.day else ""
            raise Refused("session_on_other_day", day=day, session=session.title(""))
        self._chosen, self._made_on = post, today

    def find_session(self, named: str) -> Session:
        """A session by its id, or by a title it has in any language.

        Raises Refused("no_such_session").
        """
        meeting = self._file.meeting
        for one in meeting.sessions:
            if named == one.id or fold(named) in map(fold, one.titles.values()):
                return one
        known = ", ".join(one.id for one in meeting.sessions) or "-"
        raise Refused("no_such_session", session=named, sessions=known)

    def count(self, session: Session, day: date) -> SessionCount:
        """How many came to a session on a day, and how many are expected there."""
        came = self._file.arrivals.groups_in(day, session.id)
        group, listed = fold(session.working_group), self._file.delegates.groups()
        own = sum(count for one, count in came.items() if not group or fold(one) == group)
        expected = sum(count for one, count in listed.items() if not group or fold(one) == group)
        return SessionCount(own, expected, sum(came.values()) - own)
