"""What organisers are told of a day: who of the awaited came, who is still to come."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from checkin.domain.arrival import Arrival
from checkin.domain.awaiting import ArrivalSeen, awaited_on
from checkin.domain.delegate import Delegate, Status

DAY = date(2022, 7, 5)
EIGHT = datetime(2022, 7, 5, 8, tzinfo=UTC)
MINISTER = Delegate("d1", "EL OUAFI", "Nadia", delegation="Morocco", awaited_since=EIGHT)
ENVOY = Delegate("d2", "SARR", "Ousmane", delegation="Gambia", awaited_since=EIGHT)


def came(who: Delegate, minutes: int, own: str = "", **more: object) -> Arrival:
    at = EIGHT + timedelta(minutes=minutes)
    given = Arrival(own or f"a{minutes}", who.id, "token", DAY, at, at, "A", "Salma")
    return replace(given, **more)  # type: ignore[arg-type]


def test_who_is_not_there_is_still_awaited_in_the_order_of_delegations() -> None:
    told = awaited_on(DAY, [MINISTER, ENVOY], [])
    assert told.still == (ENVOY, MINISTER)
    assert told.anybody
    assert not awaited_on(DAY, [], []).anybody


def test_the_newest_stands_first_and_what_was_seen_apart() -> None:
    arrivals = [came(ENVOY, 5), came(MINISTER, 9)]
    told = awaited_on(DAY, [MINISTER, ENVOY], arrivals)
    assert [one.delegate for one in told.news] == [MINISTER, ENVOY]
    seen = [arrivals[0], replace(arrivals[1], seen=True)]
    told = awaited_on(DAY, [MINISTER, ENVOY], seen)
    assert [one.delegate for one in told.news] == [ENVOY]
    assert [one.delegate for one in told.here] == [MINISTER]


def test_who_was_there_before_anybody_asked_is_no_news() -> None:
    told = awaited_on(DAY, [MINISTER], [came(MINISTER, -30)])
    assert not told.news
    assert told.here[0].arrival.id == "a-30"


def test_a_late_entry_is_news_when_it_is_typed_in() -> None:
    late = came(MINISTER, -30, entered_at=EIGHT + timedelta(hours=2))
    assert awaited_on(DAY, [MINISTER], [late]).news[0].arrival is late


def test_an_earlier_arrival_that_is_entered_after_one_was_seen_is_no_news() -> None:
    late = came(MINISTER, -30, entered_at=EIGHT + timedelta(hours=2))
    told = awaited_on(DAY, [MINISTER], [came(MINISTER, 10, seen=True), late])
    assert not told.news
    assert told.here[0].arrival is late


def test_who_was_withdrawn_is_not_awaited_any_longer() -> None:
    gone = replace(MINISTER, status=Status.WITHDRAWN)
    assert not awaited_on(DAY, [gone], []).anybody


def test_the_facts_name_person_and_day() -> None:
    fact = ArrivalSeen(("a1",), "d1", DAY)
    assert (fact.subject, fact.meeting_day) == ("d1", DAY)
