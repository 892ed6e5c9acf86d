"""Ticks on paper that are typed in afterwards, and arrivals that are taken back late: the rules."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from checkin.domain.arrival import Arrival, Decision
from checkin.domain.badge import typed_number
from checkin.domain.clock import zone
from checkin.domain.meeting import Meeting
from checkin.domain.verdict import Verdict

_APART = re.compile(r"(\d{1,2}) ?[:.,hH] ?(\d{2})")
_HOUR = re.compile(r"(\d{1,2}) ?[hH]()")
_TOGETHER = re.compile(r"(\d{1,2})(\d{2})")
_SHAPES = (_APART, _HOUR, _TOGETHER)
_NAMED = re.compile(
    r"[A-Za-z]{4,} +\d{4}|[A-Za-z]+ +0\d{3}"
)  # LAMRINI 0850: as no number is printed


def read_time(text: str) -> time | None:
    """A time of the day as people write it: `0850`, `850`, `8:50`, `8.50`, `8h50`; else None."""
    found = next(filter(None, (shape.fullmatch(text.strip()) for shape in _SHAPES)), None)
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2] or 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def read_line(line: str) -> tuple[str, str]:
    """Who, and the time after it as it was written; "" where a line has only the one."""
    who, _, last = line.strip().rpartition(" ")
    named = _NAMED.fullmatch(line.strip()) and read_time(last)
    if not who or (typed_number(line) and not named):  # some write MA 014
        return line.strip(), ""
    return who.strip(), last


def usual_day(days: Sequence[date], today: date) -> date | None:
    """The day whose ticks are typed in: today's, or the last before; None before the first."""
    return max((day for day in days if day <= today), default=None)


def moment_of(meeting: Meeting, day: date, at: time) -> datetime | None:
    """The instant of a time on a day at the meeting's place; None where its clocks skip it."""
    local = datetime.combine(day, at, zone(meeting.zone))
    there = meeting.local(local.astimezone(UTC))
    return local if there.replace(tzinfo=None) == local.replace(tzinfo=None) else None


def counts(decision: Decision, at: datetime) -> bool:
    """Whether a tick is to be recorded: nobody is let in by it who would not be at the desk,

    and of somebody who is in already only an earlier time says anything new.
    """
    if decision.verdict is Verdict.ALREADY_IN and decision.earlier:
        return at < decision.earlier.at
    return decision.verdict.records_arrival


def is_late_to_take_back(arrival: Arrival, now: datetime, meeting: Meeting) -> bool:
    """Whether a reason is asked for: the day on which the arrival was entered is over.

    It is the date on the clocks of the meeting's place, whichever day the arrival counts for,
    so that ticks from yesterday's paper are mended as freely as today's scans.
    """
    return meeting.local(arrival.entered_at).date() != meeting.local(now).date()
