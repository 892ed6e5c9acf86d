"""The list mended by hand: every change is a fact, and every one can be taken back."""

import pytest

from checkin.bootstrap import Services
from checkin.domain.delegate import Capacity, Status
from checkin.domain.operator import Operator, Role
from checkin.domain.outcome import NOTHING
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from tests.conftest import SALMA
from tests.services.staging import badge, full_disk, journal, payloads, person

RECEPTION = Operator("Rui", Role.RECEPTION)
SARR = {"family_name": " SARR ", "given_names": "Ousmane", "delegation": "Sénégal"}


def refused(code: str) -> pytest.RaisesExc[Refused]:
    return pytest.raises(Refused, check=lambda error: error.code == code)


def test_somebody_added_gets_a_badge_with_the_next_number_of_the_delegation(
    services: Services,
) -> None:
    outcome = services.people.add(SARR, SALMA)
    added = services.people.get(outcome.value.id)
    assert (added.family_name, added.delegation, added.country) == ("SARR", "Senegal", "SN")
    (row,) = services.roll.of([added.id], {}, SALMA)
    assert row.number == "SN-002"
    assert outcome.change.delegates == {added.id}
    assert len(outcome.change.badges) == 1
    assert journal(services)[-2:] == ["DelegateRegistered", "BadgeIssued"]


def test_somebody_added_is_welcome_at_the_door(services: Services) -> None:
    services.people.add(SARR, SALMA)
    answer = services.reception.scan("SN-002", SALMA).value
    assert answer.verdict is Verdict.WELCOME
    assert answer.delegate
    assert answer.delegate.name == "SARR Ousmane"


def test_a_delegation_we_do_not_know_is_kept_as_typed(services: Services) -> None:
    added = services.people.add({**SARR, "delegation": "Upper Nowhere"}, SALMA).value
    assert (added.delegation, added.country) == ("Upper Nowhere", None)
    (row,) = services.roll.of([added.id], {}, SALMA)
    assert row.number.startswith("ZZ-")


@pytest.mark.parametrize("given", [{}, {"family_name": "  "}, {"function": "Minister"}])
def test_nobody_comes_onto_the_list_without_a_name(
    services: Services, given: dict[str, str]
) -> None:
    before = journal(services)
    with refused("name_needed"):
        services.people.add(given, SALMA)
    assert journal(services) == before


def test_nobody_is_left_without_a_name(services: Services) -> None:
    someone = person(services, "R-7")
    with refused("name_needed"):
        services.people.change(someone.id, {"family_name": ""}, SALMA)
    assert person(services, "R-7") == someone


def test_a_capacity_that_there_is_not_is_refused(services: Services) -> None:
    with refused("no_such_capacity"):
        services.people.add({**SARR, "capacity": "king"}, SALMA)


def test_only_what_is_different_is_recorded(services: Services) -> None:
    someone = person(services, "R-2")
    given = {"function": "Minister ", "seat": "", "family_name": someone.family_name}
    outcome = services.people.change(someone.id, given, SALMA)
    assert outcome.value.function == "Minister"
    assert services.people.get(someone.id) == outcome.value
    assert '"fields":{"function":"Minister"}' in payloads(services, "DelegateChanged")[-1]


def test_a_change_that_changes_nothing_is_not_recorded(services: Services) -> None:
    someone, before = person(services, "R-2"), journal(services)
    outcome = services.people.change(someone.id, {"function": someone.function}, SALMA)
    assert (outcome.value, outcome.change, outcome.undo) == (someone, NOTHING, ())
    assert journal(services) == before


def test_another_delegation_brings_its_country_along(services: Services) -> None:
    someone = person(services, "R-2")
    changed = services.people.change(someone.id, {"delegation": "Espagne"}, SALMA).value
    assert (changed.delegation, changed.country) == ("Spain", "ES")
    left = services.people.change(someone.id, {"delegation": ""}, SALMA).value
    assert (left.delegation, left.country) == ("", None)


def test_a_country_given_by_itself_is_passed_over(services: Services) -> None:
    someone = person(services, "R-2")
    assert services.people.change(someone.id, {"country": "ES"}, SALMA).change == NOTHING


def test_another_capacity_is_one_of_ours(services: Services) -> None:
    someone = person(services, "R-2")
    changed = services.people.change(someone.id, {"capacity": "head"}, SALMA).value
    assert changed.capacity is Capacity.HEAD


def test_somebody_with_a_new_name_is_found_by_it_and_no_longer_by_the_old_one(
    services: Services,
) -> None:
    someone = person(services, "R-6")
    services.people.change(someone.id, {"family_name": "IBÁÑEZ"}, SALMA)
    found = services.reception.search("ibanez", SALMA)
    assert [one.delegate.id for one in found] == [someone.id]
    assert services.reception.search("garcia", SALMA) == []


def test_whoever_is_taken_off_the_list_is_stopped_at_the_door_until_expected_again(
    services: Services,
) -> None:
    someone, token = person(services, "R-1"), badge(services, "R-1").token
    outcome = services.people.withdraw(someone.id, SALMA, " ill ")
    assert outcome.value.status is Status.WITHDRAWN
    assert '"ill"' in payloads(services, "DelegateWithdrawn")[-1]
    assert services.reception.scan(token, SALMA).value.verdict is Verdict.WITHDRAWN
    again = services.people.reopen(someone.id, SALMA)
    assert again.value.status is Status.LISTED
    assert services.reception.scan(token, SALMA).value.verdict is Verdict.WELCOME


def test_to_withdraw_or_reopen_twice_is_recorded_once(services: Services) -> None:
    someone = person(services, "R-1").id
    assert services.people.reopen(someone, SALMA).change == NOTHING
    services.people.withdraw(someone, SALMA)
    before = journal(services)
    assert services.people.withdraw(someone, SALMA).change == NOTHING
    assert journal(services) == before


def test_a_person_who_is_not_there_is_named_in_the_refusal(services: Services) -> None:
    for does in (services.people.withdraw, services.people.reopen):
        with refused("no_such_delegate"):
            does("nobody", SALMA)
    with refused("no_such_delegate"):
        services.people.change("nobody", {"function": "x"}, SALMA)


def test_reception_does_not_mend_the_list(services: Services) -> None:
    someone, people = person(services, "R-1").id, services.people
    for does in (
        lambda: people.add(SARR, RECEPTION),
        lambda: people.change(someone, {"seat": "1"}, RECEPTION),
        lambda: people.withdraw(someone, RECEPTION),
        lambda: people.reopen(someone, RECEPTION),
    ):
        with refused("not_allowed"):
            does()


def test_a_full_disk_leaves_the_person_as_he_was(services: Services) -> None:
    someone = person(services, "R-1")
    services.people.change(someone.id, {"seat": "1"}, SALMA)
    with full_disk(), pytest.raises(Refused):
        services.people.change(someone.id, {"seat": "2" * 9000}, SALMA)
    services.file.retry()
    assert services.people.get(someone.id).seat == "1"


def test_what_was_mended_by_hand_is_what_the_journal_folds_to(services: Services) -> None:
    added = services.people.add(SARR, SALMA).value.id
    services.people.change(added, {"delegation": "Mali", "note": "x"}, SALMA)
    services.people.withdraw(added, SALMA, "ill")
    services.people.reopen(added, SALMA)
    assert services.care.check(SALMA).problems == ()
