"""Two days at the desk in Madrid as they happen: the queue, the odd ones, the papers after."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.bootstrap import Services, open_meeting
from checkin.domain.answer import Answer
from checkin.domain.meeting import LANGUAGES
from checkin.domain.verdict import Verdict
from checkin.services.badges import BadgeChoice, read_codes
from checkin.services.care import make_meeting, restore
from tests.cli.invented_list import PEOPLE, TWIN, write
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS

FIRST, SECOND = MEETING_DAYS


@pytest.fixture
def madrid(tmp_path: Path, clock: Clock) -> Iterator[Services]:
    """The evening before: the list is in, the badges are printed."""
    clock.set("2022-07-04T18:00:00+02:00")
    path = tmp_path / "madrid.checkin"
    make_meeting(path, "Rabat Process", "Madrid", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
    services = open_meeting(path, clock, "Entrance")
    listed = services.lists.read(write(tmp_path / "liste.csv"))
    assert len(listed.refused) == 1
    services.lists.apply(listed, SALMA)
    services.badges.save(tmp_path / "badges.pdf", BadgeChoice(), SALMA)
    services.prepare()
    yield services
    services.close()


@pytest.fixture
def badges(madrid: Services, tmp_path: Path) -> list[str]:
    """The codes on the printed badges, as a camera reads them off the paper."""
    return [code.text for code in read_codes([tmp_path / "badges.pdf"])]


def scan(services: Services, text: str) -> Answer:
    return services.reception.enter(text, SALMA).value


def test_badges_that_were_printed_come_back_from_paper_and_each_lets_one_person_in(
    madrid: Services, badges: list[str], clock: Clock
) -> None:
    clock.set("2022-07-05T08:30:00+02:00")
    assert len(set(badges)) == PEOPLE
    people = {
        answer.delegate.id
        for answer in (scan(madrid, code) for code in badges)
        if answer.delegate and answer.recorded
    }
    assert people == {one.id for one in madrid.lists.everybody(SALMA)}
    count = madrid.reception.count(FIRST)
    assert (count.arrived, count.expected) == (PEOPLE, PEOPLE)


def test_a_queue_of_thirty_with_all_that_happens_in_one(
    madrid: Services, badges: list[str], clock: Clock
) -> None:
    clock.set("2022-07-05T08:45:00+02:00")
    for place, code in enumerate(badges[:30]):
        answer = scan(madrid, code)
        assert answer.verdict is Verdict.WELCOME, place
        clock.wait(seconds=4)
        if place == 5:  # the scanner reads the badge once more as it is taken away
            assert scan(madrid, code).verdict is Verdict.ALREADY_IN
        if place == 9:  # somebody holds up the badge of a trade fair
            assert scan(madrid, "https://fair.example.org/t/4711").verdict is Verdict.UNKNOWN
        if place == 12:  # the paper is creased over the code
            assert scan(madrid, code[:20]).verdict is Verdict.MISREAD
        if place == 20:  # the wrong one of two neighbours was scanned: taken back at once
            assert answer.arrival
            madrid.reception.undo(answer.arrival.id, SALMA, "wrong badge")
    count = madrid.reception.count(FIRST)
    assert count.arrived == 29
    assert scan(madrid, badges[20]).verdict is Verdict.WELCOME
    last = madrid.reception.last_arrivals(FIRST, 3)
    assert last[0].arrival.token == badges[20]
    assert all(one.arrival.desk == "Entrance" for one in last)


def test_two_people_of_one_name_are_told_apart_by_their_badges(
    madrid: Services, clock: Clock
) -> None:
    clock.set("2022-07-05T09:00:00+02:00")
    found = madrid.reception.search(TWIN[1], SALMA)
    twins = [one.delegate for one in found if one.delegate.name == TWIN[1]]
    assert len(twins) == 2
    held = {holder.id: badge for badge, holder in madrid.badges.all(SALMA) if holder}
    first, second = (held[twin.id] for twin in twins)
    assert scan(madrid, first.token).verdict is Verdict.WELCOME
    assert scan(madrid, second.token).verdict is Verdict.WELCOME
    assert madrid.reception.count(FIRST).arrived == 2


def test_somebody_who_left_the_badge_at_the_hotel_is_found_by_name_and_let_in_by_number(
    madrid: Services, clock: Clock
) -> None:
    clock.set("2022-07-05T09:10:00+02:00")
    (found,) = madrid.reception.search("نادية", SALMA)
    held = {holder.id: badge for badge, holder in madrid.badges.all(SALMA) if holder}
    number = held[found.delegate.id].number
    shown = scan(madrid, number)
    assert shown.armed
    assert shown.delegate == found.delegate
    assert madrid.reception.count(FIRST).arrived == 0
    assert scan(madrid, number).recorded
    assert scan(madrid, held[found.delegate.id].token).verdict is Verdict.JUST_SCANNED


def test_the_second_day_starts_afresh_and_the_report_tells_both(
    madrid: Services, badges: list[str], tmp_path: Path, clock: Clock
) -> None:
    clock.set("2022-07-05T08:45:00+02:00")
    for code in badges[:40]:
        scan(madrid, code)
        clock.wait(seconds=20)
    clock.set("2022-07-06T08:50:00+02:00")
    assert madrid.reception.count(SECOND).arrived == 0
    for code in badges[30:]:
        assert scan(madrid, code).verdict is Verdict.WELCOME
        clock.wait(seconds=20)
    first, second = madrid.reports.attendance("fr").totals
    assert (first.arrived, first.missing) == (40, PEOPLE - 40)
    assert (second.arrived, second.missing) == (PEOPLE - 30, 30)
    assert sum(quarter.count for quarter in first.quarters) == 40
    for language in LANGUAGES:
        for form in ("pdf", "xlsx", "csv"):
            to = tmp_path / f"{language}.{form}"
            madrid.reports.save("attendance", to, language, SALMA)
            assert to.stat().st_size > 1000
    rows = list(csv.reader((tmp_path / "en.csv").read_text("utf-8-sig").splitlines()))
    assert len(rows) >= PEOPLE


def test_a_backup_of_noon_restored_in_the_evening_welcomes_the_badges_of_the_morning(
    madrid: Services, badges: list[str], tmp_path: Path, clock: Clock
) -> None:
    clock.set("2022-07-05T08:45:00+02:00")
    for code in badges[:10]:
        scan(madrid, code)
    clock.set("2022-07-05T12:00:00+02:00")
    backup = madrid.care.back_up(tmp_path, SALMA)
    clock.set("2022-07-05T14:00:00+02:00")
    for code in badges[10:15]:
        scan(madrid, code)
    clock.set("2022-07-05T18:00:00+02:00")  # the laptop fell; the evening reception begins
    restore(backup, tmp_path / "again.checkin", clock)
    again = open_meeting(tmp_path / "again.checkin", clock, "Reception")
    again.prepare()
    verdicts = [scan(again, code).verdict for code in badges]
    assert verdicts[:10] == [Verdict.ALREADY_IN] * 10
    assert verdicts[10:] == [Verdict.WELCOME] * (PEOPLE - 10)
    assert again.care.check(SALMA, deep=True).ok
    clock.wait(days=1)
    assert scan(again, badges[0]).verdict is Verdict.WELCOME
    again.close()


def test_the_desk_that_died_in_the_queue_goes_on_where_it_was(
    madrid: Services, badges: list[str], tmp_path: Path, clock: Clock
) -> None:
    clock.set("2022-07-05T08:45:00+02:00")
    scan(madrid, badges[0])
    madrid.close()
    clock.wait(seconds=1)
    again = open_meeting(tmp_path / "madrid.checkin", clock)
    assert scan(again, badges[0]).verdict is Verdict.ALREADY_IN
    assert scan(again, badges[1]).verdict is Verdict.WELCOME
    again.close()


def test_a_walk_in_whom_no_list_names_is_found_nowhere_and_leaves_no_trace_of_a_name(
    madrid: Services, clock: Clock
) -> None:
    clock.set("2022-07-05T09:20:00+02:00")
    assert madrid.reception.search("Unheardof Person", SALMA) == []
    assert scan(madrid, "Unheardof Person").verdict is Verdict.UNKNOWN
    bodies = madrid.file.connection.all("SELECT body FROM payload")
    assert not any("Unheardof" in body for (body,) in bodies)
    assert madrid.reception.count(FIRST).arrived == 0
