"""Days and times read right in every language."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.documents.wording import load
from checkin.domain.dates import days_in_words, full_day, hour, long_day, moment, short_day, stamp
from checkin.domain.meeting import LANGUAGES

FIFTH, SIXTH, FIRST = date(2022, 7, 5), date(2022, 7, 6), date(2022, 7, 1)
EVENING = datetime(2022, 7, 5, 18, 42, tzinfo=timezone(timedelta(hours=2)))


def july(*days: int) -> list[date]:
    return [date(2022, 7, day) for day in days]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Tuesday 5 July 2022"),
        ("fr", "mardi 5 juillet 2022"),
        ("es", "martes 5 de julio de 2022"),
        ("pt", "terça-feira, 5 de julho de 2022"),
        ("ar", "الثلاثاء 5 يوليو 2022"),
    ],
)
def test_a_long_day_follows_the_order_of_its_language(language, words):
    assert long_day(FIFTH, load(language)) == words


def test_the_first_of_a_month_is_an_ordinal_in_french_only():
    assert short_day(FIRST, load("fr")) == "1er juillet"
    assert full_day(FIRST, load("es")) == "1 de julio de 2022"
    assert days_in_words(july(1, 2), load("fr")) == "1er et 2 juillet 2022"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "5 and 6 July 2022"),
        ("fr", "5 et 6 juillet 2022"),
        ("es", "5 y 6 de julio de 2022"),
        ("pt", "5 e 6 de julho de 2022"),
        ("ar", "5 و6 يوليو 2022"),
    ],
)
def test_two_days_share_their_month_and_year(language, words):
    assert days_in_words([SIXTH, FIFTH, FIFTH], load(language)) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], ""),
        ([FIFTH], "5 July 2022"),
        (july(4, 5, 6, 7, 8), "4 to 8 July 2022"),
        (july(1, 3, 9), "1, 3 and 9 July 2022"),
        (july(1, 4, 5, 6), "1 and 4 to 6 July 2022"),
        ([date(2022, 6, 30), FIRST], "30 June and 1 July 2022"),
        ([date(2022, 6, 29), date(2022, 6, 30), FIRST], "29 June to 1 July 2022"),
        ([date(2022, 12, 31), date(2023, 1, 1)], "31 December 2022 and 1 January 2023"),
        (
            [date(2022, 12, 30), date(2022, 12, 31), date(2023, 1, 1)],
            "30 December 2022 to 1 January 2023",
        ),
    ],
)
def test_runs_of_days_go_right_over_months_and_years(days, words):
    assert days_in_words(days, load("en")) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "du 4 au 8 juillet 2022"),
        ("es", "del 4 al 8 de julio de 2022"),
        ("pt", "4 a 8 de julho de 2022"),
        ("ar", "من 4 إلى 8 يوليو 2022"),
    ],
)
def test_a_span_has_the_small_words_of_its_language(language, words):
    assert days_in_words(july(4, 5, 6, 7, 8), load(language)) == words


def test_a_stamp_never_writes_a_month_as_a_number():
    assert stamp(EVENING, load("en")) == "05 Jul 2022 18:42"
    assert stamp(EVENING, load("fr")) == "05 juil. 2022 18:42"
    assert hour(EVENING.replace(hour=9, minute=4)) == "09:04"


def test_a_moment_of_another_date_is_told_with_its_date():
    day = EVENING.date()
    assert moment(EVENING, day, load("en")) == "18:42"
    assert moment(EVENING, day + timedelta(days=1), load("en")) == "5 July, 18:42"
    assert moment(EVENING, None, load("fr")) == "5 juillet, 18:42"
    assert moment(EVENING, None, load("ar")) == "5 يوليو، 18:42"


@given(st.dates(), st.sampled_from(LANGUAGES))
def test_digits_are_western_everywhere(day, language):
    text = long_day(day, load(language)) + days_in_words([day], load(language))
    assert all(letter in "0123456789" for letter in text if letter.isdigit())


@given(st.sets(st.dates(date(2021, 12, 20), date(2023, 1, 20)), max_size=12))
def test_every_year_is_named_once_at_least_and_order_does_not_matter(days):
    wording = load("en")
    words = days_in_words(sorted(days, reverse=True), wording)
    assert words == days_in_words(days, wording)
    assert all(str(day.year) in words for day in days)
