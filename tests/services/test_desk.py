"""What else reception does: type a number, take back, find, count; go on when the disk fails."""

from dataclasses import replace
from pathlib import Path

import pytest

from checkin.bootstrap import Services, open_meeting
from checkin.domain.answer import Answer
from checkin.domain.facts import ArrivalRecorded
from checkin.domain.operator import Operator, Role
from checkin.domain.refused import Refused
from checkin.domain.token import make_token
from checkin.domain.verdict import Verdict
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS
from tests.services.staging import (
    badge,
    full_disk,
    journal,
    payloads,
    person,
    reissue,
    void,
    withdraw,
)

FIRST, SECOND = MEETING_DAYS


def scan(services: Services, text: str) -> Answer:
    return services.reception.scan(text, SALMA).value


def enter(services: Services, text: str) -> Answer:
    return services.reception.enter(text, SALMA).value


def test_a_typed_number_is_shown_first_and_recorded_by_the_second_enter(
    services: Services,
) -> None:
    number = badge(services, "R-1").number
    shown = enter(services, number)
    assert shown.armed
    assert shown.verdict is Verdict.WELCOME
    assert not shown.recorded
    recorded = enter(services, number.lower())
    assert recorded.recorded
    assert not recorded.armed


def test_another_number_in_between_arms_itself_and_records_nobody(services: Services) -> None:
    first, other = badge(services, "R-1").number, badge(services, "R-4").number
    enter(services, first)
    assert enter(services, other).armed
    assert enter(services, first).armed
    assert services.reception.count(FIRST).arrived == 0


def test_a_scan_in_between_lets_the_number_go(services: Services) -> None:
    number = badge(services, "R-1").number
    enter(services, number)
    assert enter(services, badge(services, "R-4").token).recorded
    assert enter(services, number).armed


def test_escape_lets_the_number_go(services: Services) -> None:
    number = badge(services, "R-1").number
    enter(services, number)
    services.reception.disarm()
    assert enter(services, number).armed


def test_a_number_that_would_not_be_welcome_is_not_armed(services: Services, clock: Clock) -> None:
    number = badge(services, "R-1").number
    scan(services, number)
    clock.wait(minutes=5)
    for _ in range(2):
        answer = enter(services, number)
        assert answer.verdict is Verdict.ALREADY_IN
        assert answer.look
        assert not answer.armed
    assert enter(services, "ZX-404").verdict is Verdict.UNKNOWN


def test_an_arrival_taken_back_does_not_count_and_is_never_deleted(services: Services) -> None:
    arrival = scan(services, badge(services, "R-1").token).arrival
    assert arrival
    outcome = services.reception.undo(arrival.id, SALMA, "wrong person")
    assert outcome.value.withdrawn
    assert outcome.change.arrivals == {arrival.id}
    assert services.reception.count(FIRST).arrived == 0
    assert [one.id for one in services.file.arrivals.all()] == [arrival.id]
    assert "wrong person" in payloads(services, "ArrivalWithdrawn")[-1]


def test_after_an_undo_the_same_badge_is_welcomed_at_once(services: Services) -> None:
    token = badge(services, "R-1").token
    first = scan(services, token).arrival
    assert first
    services.reception.undo(first.id, SALMA)
    again = scan(services, token)
    assert again.verdict is Verdict.WELCOME
    assert services.reception.count(FIRST).arrived == 1


def test_an_undo_of_one_day_leaves_the_other_day(services: Services, clock: Clock) -> None:
    token = badge(services, "R-1").token
    first = scan(services, token).arrival
    clock.wait(days=1)
    scan(services, token)
    assert first
    services.reception.undo(first.id, SALMA)
    assert services.reception.count(FIRST).arrived == 0
    assert services.reception.count(SECOND).arrived == 1
    assert scan(services, token).verdict is Verdict.JUST_SCANNED


def test_nothing_can_be_taken_back_twice_or_that_never_was(services: Services) -> None:
    arrival = scan(services, badge(services, "R-1").token).arrival
    assert arrival
    services.reception.undo(arrival.id, SALMA)
    facts = len(journal(services))
    with pytest.raises(Refused, match="already_undone"):
        services.reception.undo(arrival.id, SALMA)
    with pytest.raises(Refused, match="no_such_arrival"):
        services.reception.undo("never", SALMA)
    assert len(journal(services)) == facts


@pytest.mark.parametrize("text", ["", "\udcff", "\x00", "' OR 1=1 --", "x" * 100_000])
def test_an_arrival_id_may_be_any_text(services: Services, text: str) -> None:
    with pytest.raises(Refused, match="no_such_arrival"):
        services.reception.undo(text, SALMA)


def test_a_reason_of_any_letters_is_kept_as_people_read_it(services: Services) -> None:
    arrival = scan(services, badge(services, "R-1").token).arrival
    assert arrival
    services.reception.undo(arrival.id, SALMA, "wr\u202eong\udcff\x00 person")
    assert "wrong person" in payloads(services, "ArrivalWithdrawn")[-1]


def test_a_desk_of_any_name_records(meeting_file: Path, clock: Clock) -> None:
    services = open_meeting(meeting_file, clock, "En\u202etrance\udcff 1")
    answer = scan(services, badge(services, "R-1").token)
    services.close()
    assert answer.arrival
    assert answer.arrival.desk == "Entrance 1"


def test_people_are_found_by_the_beginnings_of_words_in_any_order(services: Services) -> None:
    def found(text: str) -> list[str]:
        return [one.delegate.reference for one in services.reception.search(text, SALMA)]

    assert found("nad el") == ["R-1"]
    assert found("GARCIA") == ["R-6"]
    assert found("ndiaye ais") == ["R-5"]
    assert found("نادية") == ["R-1"]
    assert sorted(found("bennani")) == ["R-2", "R-3"]
    assert found("bennani tunis") == ["R-3"]
    assert found("nobody") == []
    assert found("") == []


def test_a_badge_number_finds_its_holder(services: Services) -> None:
    number = badge(services, "R-4").number
    (found,) = services.reception.search(number.replace("-", " "), SALMA)
    assert found.delegate.reference == "R-4"
    assert found.score == 1


def test_no_more_people_are_shown_than_asked_for(services: Services) -> None:
    assert len(services.reception.search("b", SALMA, limit=1)) == 1


@pytest.mark.parametrize(
    "text", ['"', "AND", "NEAR(", "-", "(", "^", "col:x", "%", "_", "\x00", "\udcff", "a " * 5_000]
)
def test_a_search_may_be_any_text(services: Services, text: str) -> None:
    assert services.reception.search(text, SALMA) == services.reception.search(text, SALMA)


def test_the_last_arrivals_come_newest_first_without_those_taken_back(
    services: Services, clock: Clock
) -> None:
    arrivals = []
    for reference in ("R-1", "R-2", "R-3"):
        arrivals.append(scan(services, badge(services, reference).token).arrival)
        clock.wait(seconds=5)
    assert arrivals[1]
    services.reception.undo(arrivals[1].id, SALMA)
    last = services.reception.last_arrivals(FIRST, 2)
    assert [one.delegate.reference for one in last if one.delegate] == ["R-3", "R-1"]


def test_an_arrival_of_a_badge_nobody_knows_yet_is_listed_without_a_name(
    services: Services,
) -> None:
    known = scan(services, badge(services, "R-1").token).arrival
    assert known
    token = make_token(b"unlisted", services.file.token_key)
    unlisted = replace(known, id="unlisted", token=token, delegate_id=None)
    services.file.record([ArrivalRecorded(unlisted)], SALMA)
    names = [
        one.delegate and one.delegate.reference
        for one in services.reception.last_arrivals(FIRST, 5)
    ]
    assert sorted(names, key=str) == [None, "R-1"]


def test_the_count_expects_nobody_who_withdrew(services: Services) -> None:
    before = services.reception.count(FIRST)
    withdraw(services, "R-1")
    assert services.reception.count(FIRST).expected == before.expected - 1


def test_today_is_a_meeting_day_or_none(services: Services, clock: Clock) -> None:
    assert services.reception.today() == FIRST
    clock.set("2022-07-04T23:59:59+02:00")
    assert services.reception.today() is None


def test_when_the_disk_is_full_nothing_is_said_to_be_recorded_and_the_scan_waits(
    services: Services, clock: Clock
) -> None:
    services.prepare()
    one, two, nadia = badge(services, "R-1"), badge(services, "R-2"), person(services, "R-1")
    at = clock.now
    with full_disk():
        answers = [scan(services, one.token), scan(services, two.token)]
    assert [answer.verdict for answer in answers] == [Verdict.NOT_RECORDED] * 2
    assert not any(answer.recorded for answer in answers)
    assert answers[0].delegate == nadia
    assert services.reception.waiting == 2
    clock.wait(minutes=10)
    outcomes = services.reception.retry(SALMA)
    assert [one.value.verdict for one in outcomes] == [Verdict.WELCOME] * 2
    assert [one.value.arrival.at for one in outcomes if one.value.arrival] == [at, at]
    assert services.reception.waiting == 0
    assert services.reception.count(FIRST).arrived == 2


@pytest.mark.parametrize("apart", [0, 2])
def test_after_a_retry_the_one_who_was_scanned_last_is_the_first_to_be_taken_back(
    services: Services, clock: Clock, apart: int
) -> None:
    services.prepare()
    references = ["R-1", "R-2", "R-3", "R-4", "R-5", "R-6"]
    codes = [badge(services, reference).token for reference in references]
    with full_disk():
        for code in codes:
            scan(services, code)
            clock.wait(seconds=apart)
    services.reception.retry(SALMA)
    last = services.reception.last_arrivals(FIRST, 6)
    shown = [one.delegate.reference for one in last if one.delegate]
    assert shown == references[::-1]


def test_a_retry_while_the_disk_still_fails_loses_no_scan(services: Services) -> None:
    services.prepare()
    token = badge(services, "R-1").token
    with full_disk():
        scan(services, token)
        with pytest.raises(Refused):
            services.reception.retry(SALMA)
    assert services.reception.waiting == 1
    assert services.reception.retry(SALMA)[0].value.recorded


@pytest.mark.parametrize("text", ["rubbish", "MA-999", "", "BCDFGHJKLNPRSTVXBCDFGH"])
def test_while_the_writer_is_closed_even_a_stranger_hears_that_the_desk_cannot_write(
    services: Services, text: str
) -> None:
    services.prepare()
    token = badge(services, "R-1").token
    with full_disk():
        scan(services, token)
        assert scan(services, text).verdict is Verdict.NOT_RECORDED


def test_a_replaced_badge_held_up_to_a_full_disk_is_answered_too(services: Services) -> None:
    old, _ = reissue(services, "R-1", "MA-902")
    services.prepare()
    with full_disk():
        assert scan(services, old.token).verdict is Verdict.NOT_RECORDED


def test_a_file_that_was_taken_away_is_never_said_to_hold_an_arrival(
    services: Services, meeting_file: Path
) -> None:
    token = badge(services, "R-1").token
    meeting_file.rename(meeting_file.with_name("elsewhere.checkin"))
    answer = scan(services, token)
    assert answer.verdict is Verdict.NOT_RECORDED
    assert scan(services, token).verdict is Verdict.NOT_RECORDED
    with pytest.raises(Refused, match="file_gone"):
        services.reception.retry(SALMA)
    assert scan(services, token).verdict is Verdict.NOT_RECORDED
    assert services.reception.waiting == 3


def test_an_answer_is_spoken_in_the_words_of_a_language(services: Services) -> None:
    answer = scan(services, badge(services, "R-1").token)
    assert services.reception.spoken(answer, services.wording("en")).word == "WELCOME"
    assert services.reception.spoken(answer, services.wording("ar")).word != "WELCOME"


def test_only_known_languages_have_words(services: Services) -> None:
    with pytest.raises(ValueError, match="de"):
        services.wording("de")


def test_reception_may_scan_take_back_and_search(services: Services) -> None:
    desk = Operator("Omar", Role.RECEPTION)
    arrival = services.reception.scan(badge(services, "R-1").token, desk).value.arrival
    assert arrival
    assert arrival.operator == "Omar"
    services.reception.undo(arrival.id, desk)
    assert services.reception.search("nadia", desk)


def test_a_voided_badge_of_nobody_is_found_by_number_as_replaced(services: Services) -> None:
    one = badge(services, "R-1")
    void(services, one)
    assert scan(services, one.number).verdict is Verdict.BADGE_REPLACED
