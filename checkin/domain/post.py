"""For which meeting day, and at which point of it, a desk records; chosen on purpose, or not."""

from dataclasses import dataclass
from datetime import date

from checkin.domain.arrival import MAIN_POINT
from checkin.domain.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Post:
    """`day` None is the meeting day that the clock says; `point` is the door or a session."""

    day: date | None = None
    point: str = MAIN_POINT

    @property
    def usual(self) -> bool:
        """Whether nothing was chosen: today, at the door."""
        return self == USUAL

    @property
    def at_the_door(self) -> bool:
        """Whether it is no session."""
        return self.point == MAIN_POINT


USUAL = Post()


def still_holds(chosen: Post, made_on: date, today: date, meeting: Meeting) -> Post:
    """What is left of a choice made on one date, on another; both by the meeting's clocks.

    All of it until another meeting day begins. A day or session that the meeting no longer has
    is let go, and so is a session of another day than the one that is recorded for.
    """
    if today != made_on and today in meeting.days:
        return USUAL
    day = chosen.day if chosen.day in meeting.days and chosen.day != today else None
    session, recorded_for = meeting.session(chosen.point), day or today
    gone = session is None or (recorded_for in meeting.days and not session.held_on(recorded_for))
    return Post(day, MAIN_POINT if gone else chosen.point)


def choices(meeting: Meeting, today: date) -> tuple[Post, ...]:
    """Every post there is: today's first, then those of the other days; the door before sessions.

    On no meeting day there is nothing of today.
    """
    days = sorted(meeting.days, key=lambda day: (day != today, day))
    return tuple(
        Post(None if day == today else day, point)
        for day in days
        for point in (MAIN_POINT, *(one.id for one in meeting.sessions if one.held_on(day)))
    )
