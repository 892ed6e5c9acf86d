"""Organisers mark whose arrival they want to be told of; a fact says so, and all of it holds."""

from datetime import date
from pathlib import Path

from checkin.bootstrap import Services, open_meeting
from checkin.domain.delegate import Capacity, Delegate
from checkin.domain.facts import BadgeFreed
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS, list_of
from tests.services.staging import badge, person, withdraw

DAY = MEETING_DAYS[0]


def scan(services: Services, reference: str) -> str:
    arrival = services.reception.scan(badge(services, reference).token, SALMA).value.arrival
    assert arrival
    return arrival.id


def mark(services: Services, *references: str) -> None:
    ids = [person(services, one).id for one in references]
    services.awaiting.await_them(ids, SALMA)


def told(services: Services, day: date = DAY) -> tuple[list[str], list[str], list[str]]:
    """References of news, of those who are here, and of those still awaited."""
    now = services.awaiting.on(day, SALMA)
    come = [[one.delegate.reference for one in part] for part in (now.news, now.here)]
    return come[0], come[1], [one.reference for one in now.still]


def sound(services: Services) -> bool:
    services.care.rebuild(SALMA)
    return services.care.check(SALMA, deep=True).ok


def test_a_marked_person_is_told_of_once_and_put_away(services: Services, clock: Clock) -> None:
    scan(services, "R-2")
    clock.wait(minutes=1)
    mark(services, "R-1", "R-2")
    assert told(services) == ([], ["R-2"], ["R-1"])
    clock.wait(minutes=1)
    scan(services, "R-1")
    scan(services, "R-3")  # nobody asked
    assert told(services) == (["R-1"], ["R-2"], [])
    done = services.awaiting.put_away(services.awaiting.on(DAY, SALMA).news, SALMA)
    assert person(services, "R-1").id in done.change.delegates
    assert told(services) == ([], ["R-1", "R-2"], [])
    assert sound(services)
    assert told(services) == ([], ["R-1", "R-2"], [])
    services.history.take_back(done.undo, SALMA)
    assert told(services) == (["R-1"], ["R-2"], [])
    assert told(services, MEETING_DAYS[1]) == ([], [], ["R-2", "R-1"])
    assert sound(services)


def test_every_computer_that_reads_the_file_knows(
    meeting_file: Path, clock: Clock, tmp_path: Path
) -> None:
    first = open_meeting(meeting_file, clock)
    first.lists.apply(first.lists.read(list_of(tmp_path / "list.csv")), SALMA)
    mark(first, "R-1")
    clock.wait(minutes=1)
    scan(first, "R-1")
    first.close()
    second = open_meeting(meeting_file, clock, "Entrance")
    assert told(second) == (["R-1"], [], [])
    second.close()


def test_an_arrival_that_is_taken_back_is_awaited_again_and_told_again(
    services: Services, clock: Clock
) -> None:
    mark(services, "R-1")
    arrival = scan(services, "R-1")
    services.awaiting.put_away(services.awaiting.on(DAY, SALMA).news, SALMA)
    services.reception.undo(arrival, SALMA)
    assert told(services) == ([], [], ["R-1"])
    clock.wait(minutes=1)
    scan(services, "R-1")
    assert told(services) == (["R-1"], [], [])


def test_those_who_arrive_together_are_told_of_each(services: Services, clock: Clock) -> None:
    mark(services, "R-1", "R-3")
    clock.wait(minutes=1)
    ids = [person(services, one).id for one in ("R-1", "R-3")]
    together = services.reception.arrive_together(ids, SALMA)
    assert sorted(told(services)[0]) == ["R-1", "R-3"]
    services.history.take_back(together.undo, SALMA)
    assert told(services)[0] == []


def test_heads_are_marked_at_once_without_those_who_withdrew(services: Services) -> None:
    for name in ("DIOP", "SARR"):
        services.people.add({"family_name": name, "capacity": "head"}, SALMA)
    heads = [one for one in services.lists.everybody(SALMA) if one.capacity is Capacity.HEAD]
    assert heads[0].reference == "R-1"
    withdraw(services, "R-1")
    done = services.awaiting.await_heads(SALMA)
    assert {one.id for one in done.value} == {one.id for one in heads[1:]}
    assert services.awaiting.await_heads(SALMA).value == ()  # each is marked already
    services.history.take_back(done.undo, SALMA)
    assert not services.awaiting.on(DAY, SALMA).anybody


def test_no_longer_is_taken_back_too(services: Services) -> None:
    mark(services, "R-1")
    done = services.awaiting.await_no_longer([person(services, "R-1").id, "nobody"], SALMA)
    assert not services.awaiting.on(DAY, SALMA).anybody
    assert person(services, "R-1").awaited_since is None
    services.history.take_back(done.undo, SALMA)
    assert told(services) == ([], [], ["R-1"])


def test_a_list_that_comes_again_and_a_mended_field_leave_the_mark(
    services: Services, clock: Clock, tmp_path: Path
) -> None:
    mark(services, "R-1")
    path = list_of(tmp_path / "list.csv")
    path.write_text(path.read_text("utf-8-sig").replace("Director", "Deputy"), "utf-8")
    services.lists.apply(services.lists.read(path), SALMA)
    services.people.change(person(services, "R-1").id, {"seat": "14"}, SALMA)
    assert told(services) == ([], [], ["R-1"])
    assert sound(services)


def test_who_comes_instead_is_awaited_as_the_other_was(services: Services, clock: Clock) -> None:
    mark(services, "R-1")
    out = person(services, "R-1")
    new = services.people.substitute(
        out.id, {"family_name": "SARR"}, "ill", "the embassy", SALMA
    ).value.delegate
    still: tuple[Delegate, ...] = services.awaiting.on(DAY, SALMA).still
    assert [one.id for one in still] == [new.id]


def test_an_arrival_is_marked_by_key_and_under_a_badge_that_is_nobodys_by_now_as_well(
    services: Services, clock: Clock
) -> None:
    mark(services, "R-1", "R-2")
    clock.wait(minutes=1)
    asked: list[str] = []
    for reference in ("R-1", "R-2"):
        scan(services, reference)
    (later, first) = services.awaiting.on(DAY, SALMA).news
    services.file.connection.driver.set_trace_callback(asked.append)
    services.awaiting.put_away((first,), SALMA)
    services.file.connection.driver.set_trace_callback(None)
    (by_key,) = [one for one in asked if one.startswith("UPDATE arrival")]
    assert "token IN" in by_key
    one = badge(services, "R-2")
    services.file.record([BadgeFreed(one.token, later.delegate.id)], SALMA)
    services.awaiting.put_away((later,), SALMA)
    assert all(one.seen for one in services.file.arrivals.last(DAY, 2))
    services.reception.undo(later.arrival.id, SALMA)
    assert services.reception.count(DAY).arrived == 1
    assert sound(services)
    assert services.reception.count(DAY).arrived == 1
