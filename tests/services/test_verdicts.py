"""What the desk answers, and what it writes, for every badge that may be held up to it."""

from dataclasses import replace
from pathlib import Path

import pytest

from checkin.bootstrap import Services
from checkin.domain.answer import Answer
from checkin.domain.facts import DelegateRegistered
from checkin.domain.listing import ListOptions
from checkin.domain.scan import ForeignKind
from checkin.domain.token import make_token
from checkin.domain.verdict import Verdict
from checkin.services.reception import Asked
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS
from tests.services.staging import (
    badge,
    journal,
    new_badge,
    other_meeting,
    payloads,
    person,
    reissue,
    void,
    withdraw,
)

FIRST, SECOND = MEETING_DAYS


def scan(services: Services, text: str) -> Answer:
    return services.reception.scan(text, SALMA).value


def test_a_listed_badge_is_welcomed_and_its_arrival_is_in_the_journal(services: Services) -> None:
    outcome = services.reception.scan(badge(services, "R-1").token, SALMA)
    answer = outcome.value
    assert answer.verdict is Verdict.WELCOME
    assert answer.recorded
    assert answer.delegate
    assert answer.delegate.name == "EL OUAFI Nadia"
    assert answer.arrival
    assert answer.arrival.how == "scan"
    assert answer.arrival.operator == "Salma"
    assert outcome.change.arrivals == {answer.arrival.id}
    assert outcome.change.delegates == {answer.delegate.id}
    assert journal(services)[-1] == "ArrivalRecorded"


def test_the_same_badge_is_still_in_the_reader_for_three_seconds(
    services: Services, clock: Clock
) -> None:
    token = badge(services, "R-1").token
    first = scan(services, token)
    facts = len(journal(services))
    clock.wait(seconds=3)
    again = scan(services, token)
    assert again.verdict is Verdict.JUST_SCANNED
    assert not again.recorded
    assert again.earlier == first.arrival
    assert len(journal(services)) == facts


def test_a_badge_scanned_later_is_already_in_and_says_since_when(
    services: Services, clock: Clock
) -> None:
    token = badge(services, "R-1").token
    first = scan(services, token)
    clock.wait(seconds=4)
    later = scan(services, token)
    assert later.verdict is Verdict.ALREADY_IN
    assert not later.recorded
    assert later.earlier == first.arrival


def test_already_in_lets_in_and_is_no_refused_scan(services: Services, clock: Clock) -> None:
    token = badge(services, "R-1").token
    scan(services, token)
    clock.wait(minutes=1)
    scan(services, token)
    assert "ScanRefused" not in journal(services)


def test_the_second_day_starts_afresh(services: Services, clock: Clock) -> None:
    token = badge(services, "R-1").token
    scan(services, token)
    clock.set("2022-07-06T08:45:00+02:00")
    assert scan(services, token).verdict is Verdict.WELCOME
    assert services.reception.count(FIRST).arrived == 1
    assert services.reception.count(SECOND).arrived == 1


def test_midnight_of_madrid_ends_the_day_at_ten_in_the_evening_of_greenwich(
    services: Services, clock: Clock
) -> None:
    token = badge(services, "R-1").token
    clock.set("2022-07-05T21:59:59+00:00")
    last_of_the_day = scan(services, token)
    clock.set("2022-07-05T22:00:00+00:00")
    first_of_the_day = scan(services, token)
    assert last_of_the_day.day == FIRST
    assert first_of_the_day.day == SECOND
    assert first_of_the_day.verdict is Verdict.WELCOME


def test_after_the_last_midnight_it_is_no_meeting_day(services: Services, clock: Clock) -> None:
    clock.set("2022-07-06T22:00:00+00:00")
    answer = scan(services, badge(services, "R-1").token)
    assert answer.verdict is Verdict.NOT_A_MEETING_DAY
    assert answer.day is None
    assert not answer.recorded
    assert journal(services)[-1] == "ScanRefused"


def test_a_day_that_was_chosen_goes_before_the_clock(services: Services, clock: Clock) -> None:
    clock.set("2022-07-09T10:00:00+02:00")
    answer = services.reception.scan(badge(services, "R-1").token, SALMA, SECOND).value
    assert answer.verdict is Verdict.WELCOME
    assert answer.chosen_day
    assert answer.arrival
    assert answer.arrival.day == SECOND


def test_a_chosen_day_that_is_none_of_the_meeting_is_said(services: Services) -> None:
    wrong = FIRST.replace(month=8)
    answer = services.reception.scan(badge(services, "R-1").token, SALMA, wrong).value
    assert answer.verdict is Verdict.NOT_A_MEETING_DAY
    assert answer.day == wrong


def test_somebody_with_two_badges_comes_once(services: Services, clock: Clock) -> None:
    own, stand_in = badge(services, "R-1"), new_badge(services, "MA-901", "R-1")
    first = scan(services, own.token)
    clock.wait(seconds=1)
    second = scan(services, stand_in.token)
    assert second.verdict is Verdict.ALREADY_IN
    assert second.earlier == first.arrival
    assert services.reception.count(FIRST).arrived == 1


def test_a_spare_badge_is_nobodys_yet(services: Services) -> None:
    answer = scan(services, new_badge(services, "XX-001").token)
    assert answer.verdict is Verdict.SPARE_BADGE
    assert answer.delegate is None
    assert not answer.recorded
    assert journal(services)[-1] == "ScanRefused"


def test_a_replaced_badge_names_its_holder_and_the_badge_that_is_valid(services: Services) -> None:
    old, new = reissue(services, "R-1", "MA-902", "lost")
    answer = scan(services, old.token)
    assert answer.verdict is Verdict.BADGE_REPLACED
    assert answer.delegate
    assert answer.delegate.reference == "R-1"
    assert answer.valid_badge
    assert answer.valid_badge.number == new.number
    assert scan(services, new.token).verdict is Verdict.WELCOME


def test_a_voided_badge_that_nothing_replaces_names_no_valid_one(services: Services) -> None:
    old = badge(services, "R-1")
    void(services, old)
    answer = scan(services, old.token)
    assert answer.verdict is Verdict.BADGE_REPLACED
    assert answer.valid_badge is None


def test_a_voided_spare_is_replaced_and_nobodys(services: Services) -> None:
    spare = new_badge(services, "XX-001")
    void(services, spare)
    answer = scan(services, spare.token)
    assert answer.verdict is Verdict.BADGE_REPLACED
    assert answer.delegate is None
    assert answer.valid_badge is None


def test_a_replaced_badge_is_said_even_of_somebody_who_is_in(services: Services) -> None:
    scan(services, badge(services, "R-1").token)
    old, _ = reissue(services, "R-1", "MA-902")
    assert scan(services, old.token).verdict is Verdict.BADGE_REPLACED


def test_somebody_withdrawn_is_not_let_in(services: Services) -> None:
    withdraw(services, "R-1")
    answer = scan(services, badge(services, "R-1").token)
    assert answer.verdict is Verdict.WITHDRAWN
    assert answer.delegate == person(services, "R-1")
    assert journal(services)[-1] == "ScanRefused"


def test_withdrawn_goes_before_the_wrong_day(services: Services, clock: Clock) -> None:
    withdraw(services, "R-1")
    clock.set("2022-08-01T10:00:00+02:00")
    assert scan(services, badge(services, "R-1").token).verdict is Verdict.WITHDRAWN


def test_a_badge_of_another_meeting_is_told_from_an_unknown_code(
    services: Services, tmp_path: Path, clock: Clock
) -> None:
    with other_meeting(tmp_path, clock) as other:
        answer = scan(services, badge(other, "R-1").token)
    assert answer.verdict is Verdict.OTHER_MEETING
    assert answer.delegate is None
    assert journal(services)[-1] == "ScanRefused"


def test_a_genuine_badge_that_is_on_no_list_is_unknown_on_a_desk_that_stands_alone(
    services: Services,
) -> None:
    genuine = make_token(b"never bd", services.file.token_key)
    answer = scan(services, genuine)
    assert answer.verdict is Verdict.UNKNOWN
    assert not answer.recorded


def test_a_damaged_code_is_scanned_again_and_nothing_is_written(services: Services) -> None:
    facts = len(journal(services))
    token = badge(services, "R-1").token
    for damaged in (token[:-1], token[1:], token[:5] + "BB" + token[7:], token + "B"):
        assert scan(services, damaged).verdict is Verdict.MISREAD
    assert len(journal(services)) == facts


def test_caps_lock_and_a_scanners_prefix_do_not_matter(services: Services, clock: Clock) -> None:
    token = badge(services, "R-1").token
    assert scan(services, f"]Q1{token.lower()}\r").verdict is Verdict.WELCOME
    clock.wait(minutes=1)
    assert scan(services, token).verdict is Verdict.ALREADY_IN


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://example.org/ticket", ForeignKind.WEB),
        ("12345678", ForeignKind.DIGITS),
        ("BEGIN:VCARD\nN:Doe;Jane\nEND:VCARD", ForeignKind.CARD),
        ("WIFI:S:hotel;;", ForeignKind.WIFI),
        ("", ForeignKind.EMPTY),
        ("Nadia was here", ForeignKind.TEXT),
    ],
)
def test_a_strangers_code_is_refused_by_its_kind_and_its_text_is_not_kept(
    services: Services, text: str, kind: ForeignKind
) -> None:
    answer = scan(services, text)
    assert answer.verdict is Verdict.UNKNOWN
    kept = payloads(services, "ScanRefused")[-1]
    assert kind.value in kept
    assert not text or text not in kept


def test_a_badge_number_lets_its_holder_in(services: Services) -> None:
    number = badge(services, "R-1").number
    answer = scan(services, number.lower().replace("-", "'"))
    assert answer.verdict is Verdict.WELCOME
    assert answer.arrival
    assert answer.arrival.how == "number"


def test_the_number_of_a_replaced_badge_finds_the_valid_one(services: Services) -> None:
    old, new = reissue(services, "R-1", "MA-902")
    answer = scan(services, old.number)
    assert answer.verdict is Verdict.WELCOME
    assert answer.badge
    assert answer.badge.token == new.token


def test_a_number_that_nobody_has_is_unknown(services: Services) -> None:
    assert scan(services, "MA-999").verdict is Verdict.UNKNOWN
    assert "number" in payloads(services, "ScanRefused")[-1]


def test_look_answers_the_same_and_writes_nothing(services: Services) -> None:
    facts = len(journal(services))
    token = badge(services, "R-1").token
    assert services.reception.look(token, SALMA).value.verdict is Verdict.WELCOME
    assert services.reception.look("rubbish", SALMA).value.verdict is Verdict.UNKNOWN
    looked = services.reception.look(token, SALMA, SECOND).value
    assert looked.look
    assert not looked.recorded
    assert looked.day == SECOND
    assert len(journal(services)) == facts
    assert services.reception.count(FIRST).arrived == 0


CODES = """\
Reference;Family name;Given names;Delegation;Code
F-1;ONE;Ana;Spain;A-7HK2QPX
F-2;TWO;Ben;Spain;77001
F-3;THREE;Cid;Spain;77001
F-4;FOUR;Dora;Spain;ORDER-000123
F-5;FIVE;Emil;Spain;TICKET-1
F-6;SIX;Fatou;Spain;TICKET-1
F-7;SEVEN;Gil;Spain;MA-001
"""


@pytest.fixture
def with_codes(services: Services, tmp_path: Path) -> Services:
    path = tmp_path / "codes.csv"
    path.write_text(CODES, encoding="utf-8")
    listed = services.lists.read(path, ListOptions(mapping={"foreign_codes": "Code"}))
    services.lists.apply(listed, SALMA)
    return services


def test_another_tools_code_that_was_listed_lets_its_holder_in(with_codes: Services) -> None:
    answer = scan(with_codes, "A-7HK2QPX")
    assert answer.verdict is Verdict.WELCOME
    assert answer.arrival
    assert answer.arrival.token == badge(with_codes, "F-1").token


def test_another_tools_code_and_the_own_badge_are_one_person(with_codes: Services) -> None:
    scan(with_codes, "A-7HK2QPX")
    assert scan(with_codes, badge(with_codes, "F-1").token).verdict is Verdict.JUST_SCANNED


def test_a_code_held_by_two_people_lets_nobody_in_and_names_both(with_codes: Services) -> None:
    answer = scan(with_codes, "77001")
    assert answer.verdict is Verdict.AMBIGUOUS
    assert answer.delegate is None
    assert {holder.reference for holder in answer.holders} == {"F-2", "F-3"}
    assert journal(with_codes)[-1] == "ScanRefused"


def test_a_code_shaped_like_a_badge_number_lets_its_holder_in_at_once(
    with_codes: Services,
) -> None:
    assert with_codes.reception.asked("ORDER-000123") is Asked.CODE
    answer = with_codes.reception.enter("ORDER-000123", SALMA).value
    assert answer.recorded
    assert answer.delegate == person(with_codes, "F-4")
    assert answer.arrival
    assert (answer.arrival.how, answer.arrival.token) == ("scan", badge(with_codes, "F-4").token)
    assert scan(with_codes, "ORDER-000123").verdict is Verdict.JUST_SCANNED
    assert scan(with_codes, "order-123").verdict is Verdict.UNKNOWN


def test_a_code_shaped_like_a_number_and_held_by_two_people_names_both(
    with_codes: Services,
) -> None:
    answer = scan(with_codes, "TICKET-1")
    assert answer.verdict is Verdict.AMBIGUOUS
    assert {holder.reference for holder in answer.holders} == {"F-5", "F-6"}
    assert '"code_kind":"text"' in payloads(with_codes, "ScanRefused")[-1].replace(" ", "")


def test_a_badge_number_goes_before_another_tools_code_of_that_shape(
    with_codes: Services,
) -> None:
    holder = with_codes.reception.look("MA-001", SALMA).value.delegate
    assert holder
    assert holder.reference != "F-7"


def test_another_tools_code_of_somebody_without_a_valid_badge_still_lets_in(
    with_codes: Services, clock: Clock
) -> None:
    void(with_codes, badge(with_codes, "F-1"))
    assert scan(with_codes, "A-7HK2QPX").verdict is Verdict.WELCOME
    clock.wait(minutes=1)
    assert scan(with_codes, "A-7HK2QPX").verdict is Verdict.ALREADY_IN
    assert with_codes.reception.count(FIRST).arrived == 1


def test_two_people_without_a_valid_badge_are_not_taken_for_one(with_codes: Services) -> None:
    new = '{"i":[2,"indico.example.org","c2VjcmV0c2VjcmV0"]}'
    everybody = with_codes.lists.everybody(SALMA)
    other = next(one for one in everybody if one.reference == "R-5")
    with_codes.file.record([DelegateRegistered(replace(other, foreign_codes=(new,)))], SALMA)
    void(with_codes, badge(with_codes, "F-1"))
    void(with_codes, badge(with_codes, "R-5"))
    assert scan(with_codes, "A-7HK2QPX").verdict is Verdict.WELCOME
    assert scan(with_codes, new).verdict is Verdict.WELCOME
    assert with_codes.reception.count(FIRST).arrived == 2
