"""A delegation that arrives together is recorded in one act, and taken back in one."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.bootstrap import Services
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS
from tests.services.staging import badge, full_disk, journal, payloads, person, withdraw

SIX = tuple(f"R-{number}" for number in range(1, 7))
ONCE = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])


def ids(services: Services, *references: str) -> list[str]:
    return [person(services, one).id for one in references]


def arrived(services: Services) -> int:
    return services.reception.count(MEETING_DAYS[0]).arrived


def test_those_who_are_ticked_arrive_in_one_act(services: Services) -> None:
    before = len(journal(services))
    outcome = services.reception.arrive_together(ids(services, *SIX[:5]), SALMA)
    assert [one.reference for one in outcome.value.arrived] == list(SIX[:5])
    assert outcome.value.day == MEETING_DAYS[0]
    assert arrived(services) == 5
    assert journal(services)[before:] == ["ArrivalRecorded"] * 5
    assert all('"how":"together"' in one for one in payloads(services, "ArrivalRecorded"))
    assert outcome.change.delegates == set(ids(services, *SIX[:5]))


def test_an_arrival_stands_under_the_badge_so_that_a_scan_finds_it(services: Services) -> None:
    services.reception.arrive_together(ids(services, "R-1"), SALMA)
    answer = services.reception.scan(badge(services, "R-1").token, SALMA).value
    assert answer.verdict is Verdict.ALREADY_IN


def test_one_step_takes_all_of_them_back(services: Services, clock: Clock) -> None:
    services.reception.scan(badge(services, "R-6").token, SALMA)
    outcome = services.reception.arrive_together(ids(services, *SIX[:5]), SALMA)
    clock.wait(minutes=3)
    change = services.history.take_back(outcome.undo, SALMA)
    assert arrived(services) == 1
    assert change.arrivals == {one.id for one in outcome.value.arrivals}
    again = services.reception.arrive_together(ids(services, *SIX[:5]), SALMA)
    assert len(again.value.arrived) == 5
    assert services.care.check(SALMA, deep=True).ok


def test_whoever_is_in_or_withdrew_is_told_and_not_recorded(services: Services) -> None:
    withdraw(services, "R-2")
    services.reception.scan(badge(services, "R-1").token, SALMA)
    told = services.reception.arrive_together(ids(services, "R-1", "R-2", "R-3"), SALMA).value
    assert [one.reference for one in told.already] == ["R-1"]
    assert [one.reference for one in told.arrived] == ["R-3"]
    assert [(who.reference, why) for who, why in told.stopped] == [("R-2", Verdict.WITHDRAWN)]


def test_nobody_and_nothing_is_recorded_outside_the_meeting_days(
    services: Services, clock: Clock
) -> None:
    clock.set("2022-07-04T18:00:00+02:00")
    before = journal(services)
    told = services.reception.arrive_together(ids(services, "R-1"), SALMA)
    assert told.value.stopped[0][1] is Verdict.NOT_A_MEETING_DAY
    assert told.undo == ()
    assert services.reception.arrive_together([], SALMA).value.arrivals == ()
    assert journal(services) == before


def test_somebody_on_no_list_stops_the_whole_act(services: Services) -> None:
    with pytest.raises(Refused, match="no_such_delegate"):
        services.reception.arrive_together([*ids(services, "R-1"), "nobody"], SALMA)
    assert arrived(services) == 0


def test_a_full_disk_records_all_or_nobody(services: Services) -> None:
    with full_disk(), pytest.raises(Refused):
        services.reception.arrive_together(ids(services, *SIX), SALMA)
    services.file.retry()
    assert arrived(services) == 0
    assert len(services.reception.arrive_together(ids(services, *SIX), SALMA).value.arrived) == 6


@ONCE
@given(st.lists(st.sampled_from(SIX), max_size=9))
def test_whoever_is_named_how_often_arrives_once(
    services: Services, meeting_file: Path, some: list[str]
) -> None:
    outcome = services.reception.arrive_together(ids(services, *some), SALMA)
    assert [one.reference for one in outcome.value.arrived] == list(dict.fromkeys(some))
    assert arrived(services) == len(set(some))
    if outcome.undo:
        services.history.take_back(outcome.undo, SALMA)
    assert arrived(services) == 0
