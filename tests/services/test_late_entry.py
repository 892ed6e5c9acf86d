"""Ticks from paper, typed in afterwards: what is recorded, what is said, what comes of it."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from checkin.bootstrap import Services
from checkin.domain.answer import Answer
from checkin.domain.arrival import FROM_PAPER
from checkin.domain.facts import ArrivalWithdrawn
from checkin.domain.outcome import NOTHING
from checkin.domain.refused import Refused
from checkin.domain.spoken import speak, speak_late
from checkin.domain.verdict import Verdict
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS
from tests.services.staging import badge, full_disk, new_badge, person, reissue, withdraw

FIRST, SECOND = MEETING_DAYS


def entered(services: Services, text: str, at: time, **other) -> Answer:
    return services.late_entry.enter(text, at, SALMA, **other).value


def words(services: Services, answer: Answer) -> str:
    return speak_late(answer, services.meeting, services.wording("en")).say


def arrived(services: Services, reference: str, day=FIRST) -> datetime | None:
    (index,) = [place for place, one in enumerate(services.meeting.days) if one == day]
    everybody = services.reports.attendance("en")
    people = [one for group in everybody.delegations for one in group.people]
    (seen,) = [one.seen[index] for one in people if one.delegate.reference == reference]
    return seen.at if seen else None


def test_a_tick_is_one_fact_with_the_time_on_paper_and_the_time_of_now(
    services: Services, clock: Clock
) -> None:
    clock.set("2022-07-05T10:15:00+02:00")
    facts = services.care.check(SALMA).facts
    outcome = services.late_entry.enter(badge(services, "R-1").number, time(8, 50), SALMA)
    arrival = outcome.value.arrival
    assert arrival
    assert (arrival.at, arrival.entered_at) == (
        datetime(2022, 7, 5, 6, 50, tzinfo=UTC),
        datetime(2022, 7, 5, 8, 15, tzinfo=UTC),
    )
    assert (arrival.how, arrival.day, arrival.operator) == (FROM_PAPER, FIRST, SALMA.name)
    assert services.care.check(SALMA).facts == facts + 1
    assert outcome.change.arrivals == {arrival.id}
    assert services.file.arrivals.get(arrival.id) == arrival
    assert words(services, outcome.value) == "5 July at 08:50, from paper. Recorded."


def test_a_tick_is_taken_back_as_anything_is(services: Services, clock: Clock) -> None:
    clock.set("2022-07-05T10:15:00+02:00")
    outcome = services.late_entry.enter(badge(services, "R-1").number, time(8, 50), SALMA)
    (back,) = outcome.undo
    assert isinstance(back, ArrivalWithdrawn)
    services.history.take_back(outcome.undo, SALMA)
    assert arrived(services, "R-1") is None


def test_an_earlier_tick_becomes_the_arrival_and_the_later_scan_is_kept(
    services: Services, clock: Clock
) -> None:
    clock.set("2022-07-05T09:30:00+02:00")
    scanned = services.reception.scan(badge(services, "R-1").token, SALMA).value.arrival
    clock.wait(hours=1)
    answer = entered(services, badge(services, "R-1").number, time(8, 50))
    assert (answer.verdict, answer.recorded, answer.earlier) == (Verdict.WELCOME, True, scanned)
    said = "5 July at 08:50, from paper, before the arrival at 09:30 that was known. Recorded."
    assert words(services, answer) == said
    assert arrived(services, "R-1") == datetime(2022, 7, 5, 6, 50, tzinfo=UTC)
    assert scanned
    assert services.file.arrivals.get(scanned.id) == scanned


@pytest.mark.parametrize("minutes", [0, 30])
def test_a_tick_that_is_not_earlier_says_nothing_new(
    services: Services, clock: Clock, minutes: int
) -> None:
    clock.set("2022-07-05T09:00:00+02:00")
    services.reception.scan(badge(services, "R-1").token, SALMA)
    clock.wait(hours=1)
    outcome = services.late_entry.enter(badge(services, "R-1").number, time(9, minutes), SALMA)
    assert outcome.value.verdict is Verdict.ALREADY_IN
    assert (outcome.value.recorded, outcome.change, outcome.undo) == (False, NOTHING, ())
    said = f"5 July at 09:{minutes:02}: in already since 09:00, Desk A."
    assert words(services, outcome.value) == f"{said} Nothing was recorded again."


def test_the_card_of_a_later_scan_says_that_it_came_from_paper(
    services: Services, clock: Clock
) -> None:
    clock.set("2022-07-05T10:15:00+02:00")
    entered(services, badge(services, "R-1").number, time(8, 50))
    answer = services.reception.scan(badge(services, "R-1").token, SALMA).value
    assert answer.verdict is Verdict.ALREADY_IN
    said = speak(answer, services.meeting, services.wording("en")).say
    assert said.startswith("Arrived today at 08:50, Desk A, from paper, entered 10:15.")


def test_reports_say_that_it_came_from_paper(
    services: Services, clock: Clock, tmp_path: Path
) -> None:
    clock.set("2022-07-06T10:15:00+02:00")
    entered(services, badge(services, "R-1").number, time(8, 50), day=FIRST)
    for form in ("csv", "xlsx", "pdf"):
        services.reports.save("attendance", tmp_path / f"r.{form}", "en", SALMA)
    text = (tmp_path / "r.csv").read_text(encoding="utf-8-sig")
    assert text.count('"from paper, entered 6 July, 10:15"') == 1


def test_without_a_day_it_is_the_last_meeting_day_that_has_come(
    services: Services, clock: Clock
) -> None:
    clock.set("2022-07-09T10:00:00+02:00")
    late = services.late_entry
    assert (late.usual_day(), late.days()) == (SECOND, (FIRST, SECOND))
    answer = entered(services, badge(services, "R-1").number, time(8, 50))
    assert answer.arrival
    assert answer.arrival.day == SECOND
    assert entered(services, badge(services, "R-1").number, time(8, 50), day=FIRST).recorded


def test_before_the_first_day_there_is_none(services: Services, clock: Clock) -> None:
    clock.set("2022-07-04T10:00:00+02:00")
    assert (services.late_entry.usual_day(), services.late_entry.days()) == (None, ())
    with pytest.raises(Refused, match="not_a_meeting_day"):
        entered(services, "MA-001", time(8, 50))


def test_a_time_to_come_and_a_day_of_no_meeting_are_refused(
    services: Services, clock: Clock
) -> None:
    clock.set("2022-07-05T08:49:00+02:00")
    number = badge(services, "R-1").number
    with pytest.raises(Refused, match="time_to_come"):
        entered(services, number, time(8, 50))
    with pytest.raises(Refused, match="time_to_come"):
        entered(services, number, time(8, 0), day=SECOND)
    with pytest.raises(Refused, match="not_a_meeting_day"):
        entered(services, number, time(8, 0), day=FIRST - timedelta(days=1))
    assert entered(services, number, time(8, 49)).recorded


def test_who_would_not_be_let_in_is_not_ticked(services: Services, clock: Clock) -> None:
    clock.set("2022-07-05T12:00:00+02:00")
    withdraw(services, "R-2")
    spare = new_badge(services, "SP-001")
    facts = services.care.check(SALMA).facts
    told = {
        "ZZ-999": Verdict.UNKNOWN,
        badge(services, "R-2").number: Verdict.WITHDRAWN,
        spare.number: Verdict.SPARE_BADGE,
    }
    for text, verdict in told.items():
        answer = entered(services, text, time(9, 0))
        assert (answer.verdict, answer.recorded) == (verdict, False)
        assert "Nothing was recorded" in words(services, answer)
    assert services.care.check(SALMA).facts == facts


def test_the_number_on_paper_of_a_badge_replaced_since_is_its_holder(
    services: Services, clock: Clock
) -> None:
    clock.set("2022-07-05T12:00:00+02:00")
    old, new = reissue(services, "R-1", "MA-900", "lost")
    answer = entered(services, old.number, time(9, 0))
    assert answer.recorded
    assert answer.arrival
    assert answer.arrival.token == new.token
    assert entered(services, old.token, time(8, 0)).verdict is Verdict.BADGE_REPLACED


def test_somebody_found_by_name(services: Services, clock: Clock) -> None:
    clock.set("2022-07-05T12:00:00+02:00")
    who = person(services, "R-1")
    answer = services.late_entry.enter_person(who.id, time(9, 0), SALMA).value
    assert answer.delegate == who
    assert answer.recorded


def test_a_full_disk_is_said_and_the_next_try_goes_through(
    services: Services, clock: Clock
) -> None:
    clock.set("2022-07-05T12:00:00+02:00")
    services.prepare()
    number = badge(services, "R-1").number
    with full_disk():
        answer = entered(services, number, time(9, 0))
        assert (answer.verdict, answer.recorded) == (Verdict.NOT_RECORDED, False)
        assert entered(services, number, time(9, 0)).verdict is Verdict.NOT_RECORDED
    assert entered(services, number, time(9, 0)).recorded
    assert [one.day for one in services.file.arrivals.all() if one.from_paper] == [FIRST]
