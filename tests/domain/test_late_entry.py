"""Ticks from paper and arrivals taken back late: the rules, by themselves."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.arrival import FROM_PAPER, Arrival, Decision
from checkin.domain.late_entry import (
    counts,
    is_late_to_take_back,
    moment_of,
    read_line,
    read_time,
    usual_day,
)
from checkin.domain.meeting import Meeting
from checkin.domain.verdict import Verdict

FIRST, SECOND = date(2022, 7, 5), date(2022, 7, 6)
MADRID = Meeting("m", {"en": "M"}, "Madrid", "Europe/Madrid", (FIRST, SECOND))
AT_NINE = datetime(2022, 7, 5, 7, 0, tzinfo=UTC)
CAME = Arrival("i", "d", "t", FIRST, AT_NINE, AT_NINE, "A", "K")


@pytest.mark.parametrize(
    ("text", "hours", "minutes"),
    [
        *(("0850", 8, 50), ("850", 8, 50), ("8:50", 8, 50), ("8.50", 8, 50), ("08:50", 8, 50)),
        *((" 8h50 ", 8, 50), ("8H", 8, 0), ("8 h 50", 8, 50), ("8,50", 8, 50), ("0000", 0, 0)),
        *(("23:59", 23, 59), ("٠٨٥٠", 8, 50), ("٨:٥٠", 8, 50)),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, hours: int, minutes: int) -> None:
    assert read_time(text) == time(hours, minutes)


@pytest.mark.parametrize(
    "text", ["", "8", "50", "2400", "0860", "-0850", "8:5", "08500", "8:50:00", "MA-014", "noon"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


@given(st.text())
def test_no_text_is_too_odd_to_be_asked(text: str) -> None:
    read_time(text)
    who, written = read_line(text)
    assert text.strip().startswith(who)
    assert text.strip().endswith(written)


@pytest.mark.parametrize(
    ("line", "who", "written"),
    [
        ("MA-014 0850", "MA-014", "0850"),
        ("ma14   8:50 ", "ma14", "8:50"),
        ("MA 014 0850", "MA 014", "0850"),
        ("MA 014", "MA 014", ""),
        ("MA-014", "MA-014", ""),
        *(("LAMRINI 0850", "LAMRINI", "0850"), ("Sow 0850", "Sow", "0850")),
        *(
            ("UNODC 014", "UNODC 014", ""),
            ("MA 1015", "MA 1015", ""),
            ("ORDER 9999", "ORDER 9999", ""),
        ),
        ("", "", ""),
    ],
)
def test_a_line_names_somebody_and_then_a_time(line: str, who: str, written: str) -> None:
    assert read_line(line) == (who, written)


def test_the_usual_day_is_the_last_that_is_not_to_come() -> None:
    days, one = (FIRST, SECOND), timedelta(days=1)
    assert usual_day(days, FIRST - one) is None
    assert usual_day(days, FIRST) == FIRST
    assert usual_day(days, SECOND + one) == SECOND


def test_a_time_is_of_the_clocks_at_the_place() -> None:
    assert moment_of(MADRID, FIRST, time(9, 0)) == AT_NINE


def test_a_time_that_the_clocks_skipped_is_none_and_one_they_showed_twice_is_the_first() -> None:
    assert moment_of(MADRID, date(2022, 3, 27), time(2, 30)) is None
    twice = moment_of(MADRID, date(2022, 10, 30), time(2, 30))
    assert twice
    assert twice.utcoffset() == timedelta(hours=2)


def test_only_an_earlier_time_says_anything_new_of_somebody_who_is_in() -> None:
    already, minute = Decision(Verdict.ALREADY_IN, CAME), timedelta(minutes=1)
    assert counts(already, AT_NINE - minute)
    assert not counts(already, AT_NINE)
    assert not counts(already, AT_NINE + minute)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_tick_counts_where_a_scan_would_have(verdict: Verdict) -> None:
    assert counts(Decision(verdict), AT_NINE) is verdict.records_arrival


def test_taking_back_is_late_once_the_day_of_the_entry_is_over() -> None:
    evening = datetime(2022, 7, 5, 21, 59, tzinfo=UTC)
    assert not is_late_to_take_back(CAME, evening, MADRID)
    assert is_late_to_take_back(CAME, evening + timedelta(minutes=1), MADRID)


def test_a_tick_of_another_day_is_taken_back_freely_on_the_day_it_was_typed_in() -> None:
    typed = replace(CAME, entered_at=AT_NINE + timedelta(days=1), how=FROM_PAPER)
    assert not is_late_to_take_back(typed, typed.entered_at + timedelta(hours=3), MADRID)
