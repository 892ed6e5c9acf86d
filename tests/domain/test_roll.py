"""Which badge counts in the list, and what is said of it."""

from dataclasses import replace
from datetime import timedelta

from checkin.domain.badge import Badge, BadgeKind
from checkin.domain.delegate import Delegate, Status
from checkin.domain.roll import BadgeState, DelegationName, RollRow, held_badge
from tests.conftest import Clock

NOW = Clock().now
ISSUED = Badge("T", "MA-001", "d1", BadgeKind.PERSONAL, NOW)
PRINTED = replace(ISSUED, printed_at=NOW)


def later(badge: Badge, number: str) -> Badge:
    return replace(badge, number=number, issued_at=NOW + timedelta(hours=1))


def test_whoever_has_no_badge_has_none_printed() -> None:
    assert held_badge(()) == ("", BadgeState.NOT_PRINTED)


def test_a_badge_is_not_printed_then_printed_then_changed() -> None:
    assert held_badge([ISSUED]) == ("MA-001", BadgeState.NOT_PRINTED)
    assert held_badge([PRINTED]) == ("MA-001", BadgeState.PRINTED)
    assert held_badge([replace(PRINTED, outdated=True)]) == ("MA-001", BadgeState.CHANGED)


def test_a_badge_that_was_given_out_says_so_unless_it_is_to_be_made_anew() -> None:
    given = replace(PRINTED, handed_over_at=NOW)
    assert held_badge([given]) == ("MA-001", BadgeState.HANDED_OVER)
    assert held_badge([replace(given, printed_at=None)])[1] is BadgeState.HANDED_OVER
    assert held_badge([replace(given, outdated=True)])[1] is BadgeState.CHANGED


def test_a_valid_badge_counts_before_a_newer_one_that_is_void() -> None:
    void = later(replace(PRINTED, voided_at=NOW), "MA-002")
    assert held_badge([void, PRINTED]) == ("MA-001", BadgeState.PRINTED)
    assert held_badge([void]) == ("MA-002", BadgeState.VOIDED)


def test_of_two_valid_badges_the_newer_counts() -> None:
    assert held_badge([later(ISSUED, "MA-002"), PRINTED])[0] == "MA-002"


def test_a_row_knows_who_it_is_about_and_whether_he_was_taken_off() -> None:
    person = Delegate("d1", "SOW")
    row = RollRow(person, DelegationName("Mali", "ML"), "ML-001", BadgeState.PRINTED, ())
    assert (row.id, row.withdrawn) == ("d1", False)
    assert replace(row, delegate=replace(person, status=Status.WITHDRAWN)).withdrawn
