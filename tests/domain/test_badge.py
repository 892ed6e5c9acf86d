"""Badges and the numbers people type from them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.badge import (
    Badge,
    BadgeKind,
    badge_number,
    begun_number,
    split_number,
    typed_number,
)

AT = datetime(2022, 7, 5, 6, 45, tzinfo=UTC)
PREFIXES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=8)


@pytest.mark.parametrize(
    "typed",
    [
        *("MA-014", "ma-014", "Ma-14", "MA014", "ma14", "ma 14", "MA_014", "  MA-014  "),
        *("MA'014", "MA´014", "MA`014", "MA’014", "MA–014", "MA—014", "MA-000014"),
        *("MA-014\r\n", "\tMA-014"),
    ],
)
def test_however_sloppily_it_is_typed_it_is_the_printed_number(typed: str) -> None:
    assert typed_number(typed) == "MA-014"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *(("ma15b", "MA-015B"), ("MA-015B", "MA-015B"), ("zz1", "ZZ-001")),
        *(("MA-1000", "MA-1000"), ("ecowas 7", "ECOWAS-007"), ("MA-000", "MA-000")),
    ],
)
def test_a_joined_desks_letter_and_long_prefixes_belong_to_the_number(
    typed: str, number: str
) -> None:
    assert typed_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        *("", "MA", "14", "M-14", "MA-", "-14", "MA--14", "MA-14-2", "MA-14BC", "MA-0140000"),
        *(
            "MÀ-14",
            "МА-14",
            "MA-١٤",
            "MA-１４",
            "Madrid",
            "NINELETTE-1",
            "MA-14 Nadia",
            "A-ABC1234",
        ),
    ],
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert typed_number(typed) is None


@given(PREFIXES, st.integers(0, 999_999), st.sampled_from(["", *"ABZ"]))
def test_every_number_is_read_as_it_is_printed(prefix: str, count: int, letter: str) -> None:
    number = badge_number(prefix, count, letter)
    assert typed_number(number) == number
    assert typed_number(number.lower().replace("-", "")) == number
    assert split_number(number) == (prefix, count)


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = typed_number(text)
    assert number is None or typed_number(number) == number


def test_a_badge_goes_from_issued_to_printed_to_handed_over_to_voided() -> None:
    badge = Badge("token", "MA-001", "somebody", BadgeKind.PERSONAL, AT)
    printed = replace(badge, printed_at=AT)
    handed_over = replace(printed, handed_over_at=AT)
    voided = replace(handed_over, voided_at=AT)
    badges = (badge, printed, handed_over, voided)
    assert [one.state for one in badges] == ["issued", "printed", "handed_over", "voided"]
    assert [one.valid for one in badges] == [True, True, True, False]


@pytest.mark.parametrize(
    ("typed", "begun"),
    [("ma0", "MA-0"), ("MA 01", "MA-01"), ("ma'1", "MA-1"), ("ma", ""), ("14", ""), ("", "")],
)
def test_a_number_is_found_while_it_is_typed(typed: str, begun: str) -> None:
    assert begun_number(typed) == begun
