"""People chosen from a list or recorded in person, and scans held while something has the file."""

from pathlib import Path

import pytest

from checkin.bootstrap import Services
from checkin.domain.delegate import Delegate
from checkin.domain.facts import DelegateRegistered
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.services.reception import Asked
from tests.conftest import SALMA, Clock
from tests.people import many_people
from tests.services.staging import badge, full_disk, journal, payloads, person, reissue, withdraw


def choose(services: Services, reference: str):
    return services.reception.choose(person(services, reference).id, SALMA).value


def test_the_first_enter_on_somebody_arms_and_the_second_records(services: Services) -> None:
    armed = choose(services, "R-1")
    assert armed.armed
    assert services.file.arrivals.count() == 0
    recorded = choose(services, "R-1")
    assert recorded.recorded
    assert recorded.arrival.how == "search"
    assert recorded.arrival.token == badge(services, "R-1").token


def test_choosing_somebody_else_in_between_arms_the_other(services: Services) -> None:
    choose(services, "R-2")
    assert choose(services, "R-3").armed
    assert choose(services, "R-2").armed
    services.reception.disarm()
    assert choose(services, "R-2").armed
    assert services.file.arrivals.count() == 0


def test_a_number_and_its_holder_arm_each_for_themselves(services: Services) -> None:
    services.reception.enter(badge(services, "R-1").number, SALMA)
    assert choose(services, "R-1").armed


def test_somebody_who_withdrew_or_is_in_already_gets_that_verdict(services: Services) -> None:
    withdraw(services, "R-1")
    assert choose(services, "R-1").verdict is Verdict.WITHDRAWN
    services.reception.scan(badge(services, "R-2").token, SALMA)
    assert choose(services, "R-2").verdict is not Verdict.WELCOME
    assert services.reception.record(person(services, "R-1").id, SALMA).value.recorded is False
    assert journal(services).count("ScanRefused") == 1
    assert "code_kind" not in payloads(services, "ScanRefused")[0]


def test_nobody_by_an_id_that_is_on_no_list_is_unknown(services: Services) -> None:
    assert services.reception.look_at("nobody", SALMA).value.verdict is Verdict.UNKNOWN
    assert services.reception.record("nobody", SALMA).value.verdict is Verdict.UNKNOWN


def test_looking_at_somebody_writes_nothing(services: Services) -> None:
    before = journal(services)
    answer = services.reception.look_at(person(services, "R-1").id, SALMA).value
    assert answer.verdict is Verdict.WELCOME
    assert answer.look
    assert journal(services) == before


def test_the_holder_of_a_replaced_badge_is_recorded_in_person(services: Services) -> None:
    old, valid = reissue(services, "R-1", "MA-902")
    stopped = services.reception.scan(old.token, SALMA).value
    assert stopped.wants_the_holder
    answer = services.reception.record(stopped.delegate.id, SALMA).value
    assert answer.recorded
    assert answer.arrival.token == valid.token


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("nadia", Asked.WORDS),
        ("nadia el", Asked.WORDS),
        ("ma14", Asked.NUMBER),
        ("https://example.org", Asked.CODE),
        ("BCDFGHJKLNPRSTVXBCDFGHJKL", Asked.CODE),
        ("nadiaBCDFGHJKLNPRSTVXBCDFGHJKL", Asked.CODE),
        ("", Asked.CODE),
    ],
)
def test_names_numbers_and_codes_are_told_apart(
    services: Services, text: str, asked: Asked
) -> None:
    assert services.reception.asked(text) is asked


def test_another_tools_code_that_reads_like_words_is_a_code_where_somebody_holds_it(
    services: Services,
) -> None:
    sow = Delegate("sow", "SOW", "Ali", delegation="Mali", foreign_codes=("GREEN TREE",))
    services.file.record([DelegateRegistered(sow)], SALMA)
    assert services.reception.asked("GREEN TREE") is Asked.CODE
    assert services.reception.enter("GREEN TREE", SALMA).value.recorded
    assert services.reception.asked("green house") is Asked.WORDS


def test_a_code_scanned_after_typed_words_is_answered_as_that_code(services: Services) -> None:
    token = badge(services, "R-1").token
    assert services.reception.enter(f"moham{token}", SALMA).value.recorded
    assert services.reception.look(f"moham{token}", SALMA).value.delegate == person(services, "R-1")


def test_a_file_that_has_gone_leaves_every_text_to_the_scan(
    services: Services, meeting_file: Path
) -> None:
    meeting_file.rename(meeting_file.with_name("elsewhere.checkin"))
    services.reception.scan(badge(services, "R-1").token, SALMA)
    with pytest.raises(Refused):
        services.reception.retry(SALMA)
    assert services.reception.asked("nadia") is Asked.CODE
    assert services.reception.asked("MA-001") is Asked.NUMBER
    assert services.reception.enter("nadia", SALMA).value.verdict is Verdict.NOT_RECORDED


def test_scans_held_behind_a_list_are_answered_in_order_as_of_when_they_were_scanned(
    services: Services, clock: Clock, tmp_path: Path
) -> None:
    listed = services.lists.read(many_people(tmp_path / "many.csv", 300))
    steps = services.lists.apply_in_steps(services.lists.preview(listed), SALMA)
    next(steps)
    one, two = badge(services, "R-1").token, badge(services, "R-2").token
    at = clock.now
    assert services.reception.hold(one, SALMA) == 1
    clock.wait(seconds=2)
    assert services.reception.hold(two, SALMA) == 2
    with pytest.raises(RuntimeError, match="scans queue behind it"):
        services.reception.answer_held(SALMA)
    assert services.reception.held == 2
    list(steps)
    clock.wait(minutes=1)
    first, second = [one.value for one in services.reception.answer_held(SALMA)]
    assert (first.arrival.token, second.arrival.token) == (one, two)
    assert first.arrival.at == at
    assert first.arrival.entered_at > at
    assert services.reception.held == 0


def test_a_disk_that_fails_after_a_list_keeps_what_was_held(services: Services) -> None:
    services.prepare()
    services.reception.hold(badge(services, "R-1").token, SALMA)
    with full_disk():
        (answer,) = services.reception.answer_held(SALMA)
    assert answer.value.verdict is Verdict.NOT_RECORDED
    assert services.reception.waiting == 1
    assert services.reception.retry(SALMA)[0].value.recorded
