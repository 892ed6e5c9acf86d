"""A meeting's own days, by the clocks of its own place."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.clock import from_ms, offset_minutes, to_ms, zone
from checkin.domain.facts import MeetingChanged
from checkin.domain.meeting import Meeting
from checkin.domain.payload import from_text, to_text

FIFTH, SIXTH = date(2022, 7, 5), date(2022, 7, 6)
MADRID = Meeting("m", {"en": "Borders"}, "Madrid", "Europe/Madrid", (FIFTH, SIXTH))
SINCE_1980 = st.datetimes(
    datetime.fromisoformat("1980-01-01"),
    datetime.fromisoformat("2037-01-01"),
    timezones=st.just(UTC),
)
ZONES = st.sampled_from(sorted(available_timezones() - {"localtime"}))


def meeting_in(place: str, *days: date) -> Meeting:
    return Meeting("m", {"en": "Borders"}, place, place, days)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        ("2022-07-04T21:59:59.999+00:00", None),
        ("2022-07-04T22:00:00+00:00", FIFTH),
        ("2022-07-05T21:59:59.999+00:00", FIFTH),
        ("2022-07-05T22:00:00+00:00", SIXTH),
        ("2022-07-06T21:59:59.999+00:00", SIXTH),
        ("2022-07-06T22:00:00+00:00", None),
        ("2022-07-06T10:00:00+14:00", FIFTH),
    ],
)
def test_midnight_of_madrid_is_ten_in_the_evening_of_greenwich_in_july(
    utc: str, day: date | None
) -> None:
    assert MADRID.day_of(at(utc)) == day


@pytest.mark.parametrize(
    ("place", "day", "begins", "hours"),
    [
        ("Europe/Madrid", date(2022, 3, 27), "2022-03-26T23:00:00+00:00", 23),
        ("Europe/Madrid", date(2022, 10, 30), "2022-10-29T22:00:00+00:00", 25),
        ("Africa/Cairo", date(2023, 4, 28), "2023-04-27T22:00:00+00:00", 23),
        ("Pacific/Kiritimati", date(2022, 7, 5), "2022-07-04T10:00:00+00:00", 24),
        ("Pacific/Pago_Pago", date(2022, 7, 5), "2022-07-05T11:00:00+00:00", 24),
        ("Asia/Kathmandu", date(2022, 7, 5), "2022-07-04T18:15:00+00:00", 24),
        ("Australia/Lord_Howe", date(2022, 10, 2), "2022-10-01T13:30:00+00:00", 23.5),
        ("Africa/Casablanca", date(2022, 3, 27), "2022-03-26T23:00:00+00:00", 25),
    ],
)
def test_a_day_begins_and_ends_at_its_own_midnights_even_when_the_clocks_change(
    place: str, day: date, begins: str, hours: float
) -> None:
    meeting = meeting_in(place, day)
    first, after = at(begins), at(begins) + timedelta(hours=hours)
    moment = timedelta(milliseconds=1)
    found = [meeting.day_of(one) for one in (first - moment, first, after - moment, after)]
    assert found == [None, day, day, None]


@given(SINCE_1980, ZONES)
def test_the_meetings_day_is_the_date_on_its_own_wall(instant: datetime, place: str) -> None:
    day = instant.astimezone(ZoneInfo(place)).date()
    assert meeting_in(place, day).day_of(instant) == day
    assert meeting_in(place, day + timedelta(days=1)).day_of(instant) is None


@given(SINCE_1980, ZONES)
def test_the_offset_of_an_instant_is_what_the_zones_clocks_show(
    instant: datetime, place: str
) -> None:
    shown = instant.astimezone(ZoneInfo(place)).utcoffset()
    assert shown is not None
    assert offset_minutes(to_ms(instant), place) == shown // timedelta(minutes=1)


@given(st.integers(-(1 << 40), 1 << 44))
def test_milliseconds_become_an_instant_and_the_same_again(ms: int) -> None:
    assert to_ms(from_ms(ms)) == ms


@given(st.datetimes(datetime.fromisoformat("1900-01-01"), timezones=st.timezones()))
def test_an_instant_of_any_zone_is_kept_to_the_millisecond(instant: datetime) -> None:
    kept = from_ms(to_ms(instant))
    assert timedelta() <= instant.astimezone(UTC) - kept < timedelta(milliseconds=1)


@given(SINCE_1980, SINCE_1980)
def test_what_came_earlier_has_fewer_milliseconds(one: datetime, other: datetime) -> None:
    if one <= other:
        assert to_ms(one) <= to_ms(other)


@pytest.mark.parametrize("name", ["", "Madrid", "../etc/passwd", "/etc/localtime", "a\x00b"])
def test_a_zone_that_is_none_is_refused(name: str) -> None:
    with pytest.raises((ZoneInfoNotFoundError, ValueError, OSError)):
        zone(name)


def test_times_are_written_with_the_meetings_offset() -> None:
    assert MADRID.iso(at("2022-07-05T06:45:00.900+00:00")) == "2022-07-05T08:45:00+02:00"
    assert MADRID.local(at("2022-12-05T06:45:00+00:00")).hour == 7


def test_a_title_falls_back_to_the_first_language_of_the_meeting_that_has_one() -> None:
    titles = {"fr": "Frontières", "ar": "حدود", "en": ""}
    meeting = Meeting("m", titles, "Rabat", "Africa/Casablanca", (FIFTH,), ("en", "fr", "ar"))
    assert meeting.title("ar") == "حدود"
    assert meeting.title("pt") == meeting.title("en") == "Frontières"
    back = from_text(MeetingChanged, to_text(MeetingChanged(meeting)))
    assert isinstance(back, MeetingChanged)
    assert back.meeting.title("pt") == "Frontières"


def test_a_meeting_in_a_language_we_do_not_print_still_has_its_title() -> None:
    assert Meeting("m", {"de": "Grenzen"}, "", "UTC", ()).title("en") == "Grenzen"
    assert Meeting("m", {}, "", "UTC", ()).title("en") == ""
