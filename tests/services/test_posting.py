"""The day and the point of a desk: chosen on purpose, over midnight, and counted apart."""

from datetime import date

import pytest

from checkin.bootstrap import Services
from checkin.domain.answer import Answer
from checkin.domain.arrival import MAIN_POINT
from checkin.domain.meeting import Session
from checkin.domain.post import USUAL, Post
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS
from tests.services.staging import badge, full_disk, journal, payloads, person

FIRST, SECOND = MEETING_DAYS
ENGLISH = "en"


def scan(services: Services, reference: str) -> Answer:
    return services.reception.scan(badge(services, reference).token, SALMA).value


def said(services: Services, answer: Answer) -> str:
    return services.reception.spoken(answer, services.wording(ENGLISH)).say


@pytest.fixture
def groups(services: Services) -> tuple[str, str]:
    """Two working groups, A on the first day only; their ids."""
    put = services.organising.put_session
    put(Session("", {"en": "Working group A", "fr": "Groupe A"}, FIRST, "A"), SALMA)
    put(Session("", {"en": "Working group B"}, None, "B"), SALMA)
    first, second = services.meeting.sessions
    return first.id, second.id


def test_outside_the_meeting_days_a_day_is_chosen_on_purpose(
    services: Services, clock: Clock
) -> None:
    clock.set("2022-07-04T18:00:00+02:00")
    assert scan(services, "R-1").verdict is Verdict.NOT_A_MEETING_DAY
    services.reception.posting.choose(Post(FIRST))
    assert services.reception.today() == FIRST
    answer = scan(services, "R-1")
    assert answer.recorded
    assert answer.arrival
    assert (answer.arrival.day, answer.arrival.at) == (FIRST, clock.now)
    assert said(services, answer) == "Recorded for 5 July."
    services.reception.posting.choose(USUAL)
    assert scan(services, "R-2").verdict is Verdict.NOT_A_MEETING_DAY


def test_after_midnight_work_for_yesterday_goes_on_until_it_is_let_go(
    services: Services, clock: Clock
) -> None:
    scan(services, "R-1")
    clock.set("2022-07-06T00:20:00+02:00")
    services.reception.posting.choose(Post(FIRST))
    again = scan(services, "R-1")
    assert again.verdict is Verdict.ALREADY_IN
    assert "on 5 July" in said(services, again)
    scan(services, "R-2")
    assert services.reception.count(FIRST).arrived == 2
    assert services.reception.count(SECOND).arrived == 0
    services.reception.posting.choose(USUAL)
    assert scan(services, "R-1").recorded
    assert services.reception.count(SECOND).arrived == 1


def test_a_meeting_day_that_begins_lets_go_of_the_choice(services: Services, clock: Clock) -> None:
    clock.set("2022-07-04T23:00:00+02:00")
    services.reception.posting.choose(Post(SECOND))
    clock.set("2022-07-05T00:00:00+02:00")
    assert services.reception.posting.post == USUAL
    assert services.reception.today() == FIRST


def test_a_clock_at_1970_records_for_the_chosen_day_in_the_order_of_the_journal(
    services: Services, clock: Clock
) -> None:
    scan(services, "R-1")
    clock.set("1970-01-01T00:00:10+00:00")
    assert scan(services, "R-2").verdict is Verdict.NOT_A_MEETING_DAY
    services.reception.posting.choose(Post(FIRST))
    answer = scan(services, "R-2")
    assert answer.recorded
    assert answer.arrival
    assert answer.arrival.at.year == 1970
    assert journal(services)[-3:] == ["ArrivalRecorded", "ScanRefused", "ArrivalRecorded"]
    assert services.care.check(SALMA, deep=True).ok
    clock.set("2022-07-05T09:00:00+02:00")
    assert services.reception.count(FIRST).arrived == 2


def test_scans_held_or_waiting_since_before_midnight_count_for_their_own_day(
    services: Services, clock: Clock
) -> None:
    services.prepare()
    reception = services.reception
    clock.set("2022-07-05T23:59:58+02:00")
    with full_disk():
        assert scan(services, "R-1").verdict is Verdict.NOT_RECORDED
    clock.set("2022-07-06T00:00:01+02:00")
    (late,) = reception.retry(SALMA)
    assert late.value.arrival
    assert (late.value.arrival.day, late.value.arrival.entered_at) == (FIRST, clock.now)
    clock.set("2022-07-05T23:59:59+02:00")
    reception.hold(badge(services, "R-2").token, SALMA)
    clock.set("2022-07-06T00:00:02+02:00")
    reception.hold(badge(services, "R-3").token, SALMA)
    days = [one.value.arrival and one.value.arrival.day for one in reception.answer_held(SALMA)]
    assert days == [FIRST, SECOND]


def test_whoever_was_armed_before_midnight_is_shown_again_after_it(
    services: Services, clock: Clock
) -> None:
    number = badge(services, "R-1").number
    clock.set("2022-07-05T23:59:59+02:00")
    assert "5 July" in said(services, services.reception.enter(number, SALMA).value)
    clock.set("2022-07-06T00:00:00+02:00")
    again = services.reception.enter(number, SALMA).value
    assert again.armed
    assert "6 July" in said(services, again)
    recorded = services.reception.enter(number, SALMA).value
    assert recorded.arrival
    assert recorded.arrival.day == SECOND


def test_a_session_is_counted_apart_from_the_door(
    services: Services, clock: Clock, groups: tuple[str, str]
) -> None:
    before = services.reception.count(FIRST)
    services.reception.posting.choose(Post(None, groups[0]))
    answer = scan(services, "R-1")
    assert answer.verdict is Verdict.WELCOME
    assert answer.arrival
    assert (answer.point, answer.arrival.point) == (groups[0], groups[0])
    assert said(services, answer) == "Recorded for Working group A."
    scan(services, "R-3")
    assert services.reception.count(FIRST) == before
    session = services.reception.posting.session
    assert session
    count = services.reception.posting.count(session, FIRST)
    assert (count.arrived, count.expected, count.others) == (1, 2, 1)
    assert services.reception.last_arrivals(FIRST, 9) == []
    assert len(services.reception.last_arrivals(FIRST, 9, groups[0])) == 2
    nadia = person(services, "R-1")
    found = services.finding.delegation_of(nadia, FIRST)
    assert found
    assert found.totals[0].arrived == 0
    assert services.attending.attendance("en", FIRST).totals[0].arrived == 0
    (row,) = services.roll.of([nadia.id], {}, SALMA)
    assert row.arrivals == (None, None)
    (seen,) = services.finding.people("ouafi", SALMA, 5).people
    assert seen.days == (None, None)
    services.reception.posting.choose(USUAL)
    assert scan(services, "R-1").recorded
    clock.wait(seconds=9)
    assert scan(services, "R-1").verdict is Verdict.ALREADY_IN
    assert services.care.check(SALMA, deep=True).ok


def test_a_session_repeats_itself_and_its_arrival_is_taken_back(
    services: Services, clock: Clock, groups: tuple[str, str]
) -> None:
    scan(services, "R-1")
    services.reception.posting.choose(Post(None, groups[1]))
    first = scan(services, "R-1")
    assert first.recorded
    assert scan(services, "R-1").verdict is Verdict.JUST_SCANNED
    clock.wait(minutes=5)
    again = scan(services, "R-1")
    assert again.verdict is Verdict.ALREADY_IN
    assert "Working group B" in said(services, again)
    assert first.arrival
    services.reception.undo(first.arrival.id, SALMA)
    assert services.reception.count(FIRST).arrived == 1
    assert scan(services, "R-1").recorded


def test_somebody_of_another_working_group_is_let_in_with_a_note(
    services: Services, groups: tuple[str, str]
) -> None:
    services.reception.posting.choose(Post(None, groups[0]))
    wording = services.wording(ENGLISH)
    facts = [
        services.reception.spoken(scan(services, who), wording).facts for who in ("R-3", "R-2")
    ]
    assert facts == [(("Listed for", "Working group B"),), ()]


def test_people_together_and_walk_ins_come_where_the_desk_is(
    services: Services, groups: tuple[str, str]
) -> None:
    post = Post(SECOND, groups[1])
    services.reception.posting.choose(post)
    ids = [person(services, "R-1").id, person(services, "R-2").id]
    together = services.reception.arrive_together(ids, SALMA).value
    assert {(one.day, one.point) for one in together.arrivals} == {(SECOND, groups[1])}
    came = services.people.walk_in({"family_name": "SARR"}, SALMA, None, post).value
    assert came.arrival
    assert (came.arrival.day, came.arrival.point) == (SECOND, groups[1])


def test_what_cannot_be_chosen_is_refused(services: Services, groups: tuple[str, str]) -> None:
    choose = services.reception.posting.choose
    for post, code in (
        (Post(date(2022, 7, 9)), "not_a_meeting_day"),
        (Post(None, "nowhere"), "no_such_session"),
        (Post(SECOND, groups[0]), "session_on_other_day"),
    ):
        with pytest.raises(Refused, match=code):
            choose(post)
    assert services.reception.posting.post == USUAL
    assert len(services.reception.posting.choices()) == 5


def test_a_session_is_found_by_its_id_and_by_any_of_its_titles(
    services: Services, groups: tuple[str, str]
) -> None:
    find = services.reception.posting.find_session
    assert [find(name).id for name in (groups[0], "working GROUP a", "groupe a")] == [groups[0]] * 3
    assert groups == ("working-group-a", "working-group-b")


def test_a_scan_for_a_session_of_another_day_says_when_it_is(
    services: Services, groups: tuple[str, str]
) -> None:
    token = badge(services, "R-1").token
    answer = services.reception.scan(token, SALMA, SECOND, groups[0]).value
    assert answer.verdict is Verdict.NOT_A_MEETING_DAY
    assert said(services, answer).startswith("Working group A is held on Tuesday 5 July")


def test_sessions_are_put_changed_and_taken_away_as_facts(
    services: Services, groups: tuple[str, str]
) -> None:
    organising = services.organising
    put, remove = organising.put_session, organising.remove_session
    assert put(Session(groups[0], {"en": " Group  A "}, FIRST), SALMA).value.session(groups[0]) == (
        Session(groups[0], {"en": "Group A"}, FIRST)
    )
    assert '"sessions":[{"day":"2022-07-05"' in payloads(services, "MeetingChanged")[-1]
    for given, code in (
        (Session("", {"en": " "}), "session_title_needed"),
        (Session("", {"en": "working group b"}), "session_title_taken"),
        (Session("", {"en": "C"}, date(2022, 7, 9)), "not_a_meeting_day"),
    ):
        with pytest.raises(Refused, match=code):
            put(given, SALMA)
    put(Session("", {"ar": "فريق"}), SALMA)
    put(Session("", {"en": "Main"}), SALMA)
    assert [one.id for one in services.meeting.sessions[2:]] == ["session", "main-2"]
    organising.set_days([SECOND], SALMA)
    assert services.meeting.sessions[0].day is None
    services.reception.scan(badge(services, "R-1").token, SALMA, SECOND, "session")
    with pytest.raises(Refused, match="session_has_arrivals"):
        remove("session", SALMA)
    with pytest.raises(Refused, match="day_has_arrivals"):
        organising.set_days([FIRST], SALMA)
    with pytest.raises(Refused, match="no_such_session"):
        remove("nowhere", SALMA)
    remove("main-2", SALMA)
    assert services.meeting.session("main-2") is None
    assert services.care.check(SALMA, deep=True).ok


def test_the_door_is_nothing_in_what_is_written(services: Services) -> None:
    scan(services, "R-1")
    assert MAIN_POINT not in payloads(services, "ArrivalRecorded")[-1]
    assert "sessions" not in payloads(services, "MeetingChanged")[-1]


def test_ids_rise_in_the_order_of_the_journal_whatever_the_clock_does(
    services: Services, clock: Clock
) -> None:
    ids = []
    times = ("2022-07-05T09:00:00+02:00", "2022-07-05T07:00:00+02:00", "1970-01-01T00:00:00+00:00")
    for reference, at in zip(("R-1", "R-2", "R-3"), times, strict=True):
        clock.set(at)
        answer = services.reception.scan(badge(services, reference).token, SALMA, FIRST).value
        assert answer.arrival
        ids += [answer.arrival.id, services.history.moment()]
    came = services.people.walk_in({"family_name": "SARR"}, SALMA, None, Post(FIRST)).value
    assert came.arrival
    ids.append(came.arrival.id)
    assert ids == sorted(set(ids))
    newest = services.reception.last_arrivals(FIRST, 9)
    assert [one.arrival.id for one in newest] == [ids[6], ids[4], ids[2], ids[0]]


def test_whoever_is_armed_at_a_session_is_armed_for_it(
    services: Services, groups: tuple[str, str]
) -> None:
    number = badge(services, "R-1").number
    services.reception.posting.choose(Post(None, groups[0]))
    armed = services.reception.enter(number, SALMA).value
    assert said(services, armed).endswith("for Working group A, 5 July.")
    services.reception.posting.choose(USUAL)
    assert services.reception.enter(number, SALMA).value.armed


def test_what_people_came_to_is_not_taken_back_with_the_step_that_made_it(
    services: Services,
) -> None:
    organising, history = services.organising, services.history
    token = badge(services, "R-1").token
    third = organising.set_days([FIRST, SECOND, date(2022, 7, 7)], SALMA)
    session = organising.put_session(Session("", {"en": "Plenary"}), SALMA)
    services.reception.scan(token, SALMA, date(2022, 7, 7), "plenary")
    for undo, code in ((third.undo, "day_has_arrivals"), (session.undo, "session_has_arrivals")):
        before = journal(services)
        with pytest.raises(Refused, match=code):
            history.take_back(undo, SALMA)
        assert journal(services) == before
