"""Taking back: what an outcome brought along is recorded, and everything is as it was."""

from dataclasses import replace

import pytest

from checkin.bootstrap import Services
from checkin.domain.delegate import Status
from checkin.domain.facts import ArrivalRecorded, ArrivalWithdrawn
from checkin.domain.refused import Refused
from tests.conftest import SALMA
from tests.services.staging import badge, full_disk, journal, person


def test_a_change_taken_back_leaves_the_person_as_before(services: Services) -> None:
    before = person(services, "R-2")
    given = {"delegation": "Spain", "function": "Minister", "capacity": "head"}
    outcome = services.people.change(before.id, given, SALMA)
    change = services.history.take_back(outcome.undo, SALMA)
    assert services.people.get(before.id) == before
    assert change.delegates == {before.id}
    assert journal(services)[-2:] == ["DelegateChanged", "DelegateUpdated"]


def test_a_withdrawal_taken_back_expects_the_person_again_and_the_other_way_round(
    services: Services,
) -> None:
    someone = person(services, "R-1")
    off = services.people.withdraw(someone.id, SALMA)
    services.history.take_back(off.undo, SALMA)
    assert services.people.get(someone.id).status is Status.LISTED
    services.people.withdraw(someone.id, SALMA)
    again = services.people.reopen(someone.id, SALMA)
    services.history.take_back(again.undo, SALMA)
    assert services.people.get(someone.id).status is Status.WITHDRAWN


def test_a_change_of_the_meeting_taken_back_lets_every_view_start_afresh(
    services: Services,
) -> None:
    before = services.meeting
    outcome = services.organising.rename({"en": "Another"}, SALMA)
    assert services.meeting != before
    assert services.history.take_back(outcome.undo, SALMA).everything
    assert services.meeting == before


def test_arrivals_recorded_or_withdrawn_on_the_way_are_named(services: Services) -> None:
    arrival = services.reception.scan(badge(services, "R-1").token, SALMA).value.arrival
    assert arrival
    gone = ArrivalWithdrawn((arrival.id,), arrival.delegate_id, arrival.day)
    assert services.history.take_back((gone,), SALMA).arrivals == {arrival.id}
    back = ArrivalRecorded(replace(arrival, id="another"))
    change = services.history.take_back((back,), SALMA)
    assert (change.arrivals, change.delegates) == ({"another"}, {arrival.delegate_id})
    assert services.reception.count(arrival.day).arrived == 1


def test_everything_is_taken_back_together_or_nothing(services: Services) -> None:
    someone, other = person(services, "R-1"), person(services, "R-2")
    undo = tuple(
        fact
        for one in (someone, other)
        for fact in services.people.change(one.id, {"seat": "7"}, SALMA).undo
    )
    with full_disk(), pytest.raises(Refused):
        services.history.take_back(undo * 200, SALMA)
    services.file.retry()
    assert person(services, "R-1").seat == person(services, "R-2").seat == "7"
    services.history.take_back(undo, SALMA)
    assert person(services, "R-1") == someone
    assert person(services, "R-2") == other
