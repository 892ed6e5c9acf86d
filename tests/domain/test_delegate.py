"""Capacities, letters and ranks; what is wrong with a file."""

from datetime import date

from checkin.documents.wording import load
from checkin.domain.check_result import CheckResult, Problem
from checkin.domain.dates import place_and_days
from checkin.domain.delegate import Capacity, Delegate
from checkin.domain.delegation import Delegation


def test_every_capacity_has_a_letter_of_its_own_and_the_head_comes_first() -> None:
    assert "".join(one.letter for one in Capacity) == "HADVSOIPXTL"
    assert sorted(Capacity, key=lambda one: one.rank) == list(Capacity)
    assert min(Capacity, key=lambda one: one.rank) is Capacity.HEAD


def test_a_delegate_is_shown_family_name_first() -> None:
    assert Delegate("1", "GARCÍA", "Lucía").name == "GARCÍA Lucía"


def test_a_file_is_sound_when_nothing_was_found() -> None:
    assert CheckResult((), 2, 0, 0, "").ok
    assert not CheckResult((Problem("chain", "desk/1"),), 2, 0, 0, "").ok


def test_a_delegation_is_a_country_or_an_organisation() -> None:
    assert Delegation("MA", "MA", {"en": "Morocco"}).country
    assert Delegation(None, "ECOWAS", {"en": "ECOWAS"}).country is None


def test_where_no_place_is_known_the_days_stand_alone() -> None:
    days = (date(2022, 7, 5), date(2022, 7, 6))
    assert place_and_days("Madrid", days, load("en")) == "Madrid, 5 and 6 July 2022"
    assert place_and_days("", days, load("en")) == "5 and 6 July 2022"
