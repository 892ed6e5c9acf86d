"""Finding people at the desk: who is shown, what each row says, and how a delegation stands."""

import pytest

from checkin.bootstrap import Services
from checkin.domain.operator import Operator, Role
from checkin.domain.verdict import Verdict
from checkin.services.finding import FoundPeople
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS
from tests.services.staging import badge, new_badge, person, void, withdraw

FIRST, SECOND = MEETING_DAYS


def find(services: Services, text: str, limit: int = 6) -> FoundPeople:
    return services.finding.people(text, SALMA, limit)


def references(found: FoundPeople) -> list[str]:
    return [one.delegate.reference for one in found.people]


@pytest.mark.parametrize("text", ["", "b", " b ", "'", "\udcff"])
def test_one_letter_is_not_enough(services: Services, text: str) -> None:
    found = find(services, text)
    assert not found.enough
    assert found.people == ()


def test_two_letters_find_by_name_delegation_and_organisation(services: Services) -> None:
    assert sorted(references(find(services, "be"))) == ["R-2", "R-3"]
    assert references(find(services, "tu")) == ["R-3"]
    assert find(services, "zz").total == 0
    assert find(services, "zz").enough


def test_a_row_tells_the_badge_number_and_every_day(services: Services, clock: Clock) -> None:
    one = badge(services, "R-1")
    services.reception.scan(one.token, SALMA)
    clock.wait(days=1)
    (found,) = find(services, "ouafi").people
    assert found.number == one.number
    first, second = found.days
    assert f"{first:%H:%M}" == "08:45"
    assert second is None


def test_two_people_of_one_name_are_told_apart_even_where_only_one_is_found(
    services: Services,
) -> None:
    assert [one.homonym for one in find(services, "bennani").people] == [True, True]
    (one,) = find(services, "bennani tun").people
    assert one.homonym
    assert not find(services, "ouafi").people[0].homonym
    withdraw(services, "R-2")
    assert not find(services, "bennani tun").people[0].homonym


def test_no_more_are_shown_than_there_is_room_for_and_all_are_counted(services: Services) -> None:
    found = find(services, "be", limit=1)
    assert len(found.people) == 1
    assert found.total == 2


def test_a_number_finds_its_holder_first_and_then_those_that_begin_so(services: Services) -> None:
    new_badge(services, "MA-100", "R-6")
    assert references(find(services, "ma1")) == ["R-1", "R-6"]
    assert sorted(references(find(services, "MA-0"))) == ["R-1", "R-2"]
    void(services, badge(services, "R-2"))
    assert references(find(services, "MA-0")) == ["R-1"]


def test_a_person_without_a_badge_is_found_and_has_no_number(services: Services) -> None:
    void(services, badge(services, "R-5"))
    (found,) = find(services, "ndiaye").people
    assert found.number == ""


def test_whoever_is_not_allowed_to_search_hears_so(services: Services) -> None:
    assert services.finding.people("ouafi", Operator("Omar", Role.RECEPTION), 3).total == 1


def test_a_delegation_tells_who_came_and_who_is_still_to_come(services: Services) -> None:
    services.reception.scan(badge(services, "R-2").token, SALMA)
    found = services.finding.delegation_of(person(services, "R-2"), FIRST)
    assert found
    (morocco,) = found.delegations
    assert (morocco.name, morocco.present(0), morocco.expected) == ("Morocco", 1, 2)
    assert [one.delegate.reference for one in morocco.absentees(0)] == ["R-1"]
    assert found.totals[0].heads_missing == 1
    assert services.finding.delegation_of(person(services, "R-2"), SECOND).totals[0].arrived == 0


def test_somebody_without_a_delegation_has_none(services: Services) -> None:
    from dataclasses import replace

    alone = replace(person(services, "R-1"), delegation="")
    assert services.finding.delegation_of(alone, FIRST) is None


def test_the_count_says_how_many_heads_are_still_to_come(services: Services) -> None:
    assert services.reception.count(FIRST).heads_missing == 1
    services.reception.scan(badge(services, "R-1").token, SALMA)
    assert services.reception.count(FIRST).heads_missing == 0
    assert services.reception.count(SECOND).heads_missing == 1


def test_somebody_without_a_badge_arrives_once_even_if_a_badge_comes_later(
    services: Services, clock: Clock
) -> None:
    void(services, badge(services, "R-5"))
    who = person(services, "R-5")
    assert services.reception.record(who.id, SALMA).value.recorded
    clock.wait(minutes=5)
    later = new_badge(services, "SN-901", "R-5")
    assert services.reception.scan(later.token, SALMA).value.verdict is Verdict.ALREADY_IN
    assert find(services, "ndiaye").people[0].days[0] is not None
