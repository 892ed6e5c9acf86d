"""When a rehearsal takes place: on a day of the meeting, at the present time of day."""

from datetime import date, datetime, timedelta

from checkin.domain.meeting import Meeting


def rehearsed_day(meeting: Meeting, now: datetime) -> date | None:
    """The day that is rehearsed as if it were today; None where today is a meeting day itself.

    Mostly it is the evening before, and the first day is meant; during a meeting of days that do
    not follow each other it is the next one.
    """
    today = meeting.local(now).date()
    if today in meeting.days or not meeting.days:
        return None
    return next((day for day in sorted(meeting.days) if day > today), min(meeting.days))


def ahead(meeting: Meeting, now: datetime, day: date | None) -> timedelta:
    """How far the clock of a rehearsal is ahead of `now`, for it to be the same time on a day."""
    if day is None:
        return timedelta()
    local = meeting.local(now)
    there = datetime.combine(day, local.timetz().replace(tzinfo=None), local.tzinfo)
    return there - now
