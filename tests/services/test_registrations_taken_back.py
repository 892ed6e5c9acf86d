"""Somebody who came onto the list by mistake: in no list afterwards, and all in the journal."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checkin.bootstrap import Services, open_meeting
from checkin.domain.delegate import Delegate, Status
from checkin.domain.facts import Fact
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS, list_of
from tests.services.staging import badge, journal, payloads, person

FIRST, SECOND = MEETING_DAYS
SARR = {"family_name": "SARR", "given_names": "Ousmane", "delegation": "Senegal"}
NAMED_SO = Delegate("", "Sarr", "Ousmane")
HEADER = "Reference;Family name;Given names;Delegation\n"
Made = tuple[Delegate, tuple[Fact, ...]]


def by_walk_in(services: Services) -> Made:
    outcome = services.people.walk_in(SARR, SALMA)
    return outcome.value.delegate, outcome.undo


def by_substitution(services: Services) -> Made:
    out = person(services, "R-5").id
    outcome = services.people.substitute(out, SARR, "ill", "Embassy", SALMA)
    return outcome.value.delegate, outcome.undo


def by_hand(services: Services) -> Made:
    outcome = services.people.add(SARR, SALMA)
    return outcome.value, outcome.undo


WAYS = (by_walk_in, by_substitution, by_hand)
Way = Callable[[Services], Made]


@pytest.fixture(params=WAYS)
def undone(request: pytest.FixtureRequest, services: Services) -> Delegate:
    """Somebody who came in one of the ways, was searched for, and was taken back."""
    way: Way = request.param
    who, undo = way(services)
    assert services.finding.people("sarr", SALMA, 6).total == 1
    change = services.history.take_back(undo, SALMA)
    assert who.id in change.delegates
    return who


def test_nobody_finds_the_person(services: Services, undone: Delegate) -> None:
    number = next(row for row in payloads(services, "BadgeIssued") if undone.id in row)
    number = number.split('"number":"')[1].split('"')[0]
    for text in ("sarr", "Ousmane SARR", number, number[:4], "senegal", "Senegal SN"):
        found = services.finding.people(text, SALMA, 20)
        assert undone.id not in [one.delegate.id for one in found.people]
        assert undone.id not in [one.delegate.id for one in services.reception.search(text, SALMA)]
    assert services.finding.people("sarr", SALMA, 6).total == 0
    assert services.finding.called(NAMED_SO, SALMA) == ()
    services.searched.whole()
    assert services.finding.people("sarr", SALMA, 6).total == 0


def test_every_list_and_count_is_as_before(services: Services, undone: Delegate) -> None:
    everybody = services.lists.everybody(SALMA)
    assert [one.reference for one in everybody] == [f"R-{number}" for number in range(1, 8)]
    assert [row.delegate for row in services.roll.everybody({}, SALMA)] == everybody
    assert services.roll.of([undone.id], {}, SALMA) == []
    count = services.reception.count(FIRST)
    assert (count.arrived, count.expected) == (0, 7)
    figures = services.attending.board("en", SALMA, FIRST).figures
    assert (figures.expected, figures.withdrawn) == (7, 0)
    assert services.badges.counts().unprinted == 7
    assert undone.id not in [who.id for _, who in services.badges.all(SALMA) if who]
    assert services.care.check(SALMA).delegates == 7


def test_no_report_names_the_person(services: Services, undone: Delegate, tmp_path: Path) -> None:
    for kind in ("attendance", "door"):
        to = tmp_path / f"{kind}.csv"
        services.reports.save(kind, to, "en", SALMA, FIRST)
        text = to.read_text(encoding="utf-8-sig")
        assert "GARC" in text
        assert "SARR" not in text
        assert "ithdrawn" not in text.replace("Withdrawn\n", "")


def test_a_list_that_names_the_person_afterwards_brings_somebody_new(
    services: Services, undone: Delegate, tmp_path: Path
) -> None:
    path = list_of(tmp_path / "later.csv", f"{HEADER}R-8;SARR;Ousmane;Senegal\n")
    services.lists.apply(services.lists.read(path), SALMA)
    assert '"added":1,' in payloads(services, "ListImported")[-1]
    came = person(services, "R-8")
    assert came.id != undone.id
    assert [one.delegate for one in services.finding.called(NAMED_SO, SALMA)] == [came]
    assert services.reception.scan(badge(services, "R-8").token, SALMA).value.recorded


def test_the_badge_says_that_the_registration_was_taken_back(
    services: Services, undone: Delegate
) -> None:
    token = next(row for row in payloads(services, "BadgeIssued") if undone.id in row)
    token = token.split('"token":"')[1].split('"')[0]
    before = journal(services)
    answer = services.reception.scan(token, SALMA).value
    assert answer.verdict is Verdict.WITHDRAWN
    assert not answer.recorded
    spoken = services.reception.spoken(answer, services.wording("en"))
    assert spoken.say == "This registration was taken back. Nothing was recorded."
    assert "ArrivalRecorded" not in journal(services)[len(before) :]


def test_the_journal_keeps_everything_and_folds_to_the_same(
    services: Services, undone: Delegate, clock: Clock
) -> None:
    assert any("SARR" in row for row in payloads(services, "DelegateRegistered"))
    (taken,) = payloads(services, "RegistrationTakenBack")
    assert taken == f'{{"delegate_id":"{undone.id}"}}'
    assert "DelegateWithdrawn" not in journal(services)
    before = services.file.delegates.get(undone.id)
    assert before
    assert before.status is Status.TAKEN_BACK
    assert services.care.check(SALMA, deep=True).ok
    services.care.rebuild(SALMA)
    assert services.file.delegates.get(undone.id) == before
    assert services.care.check(SALMA, deep=True).ok
    services.close()
    again = open_meeting(services.file.path, clock)
    assert len(again.lists.everybody(SALMA)) == 7
    assert again.finding.people("sarr", SALMA, 6).total == 0


def test_nothing_is_done_with_somebody_who_is_in_no_list(
    services: Services, undone: Delegate
) -> None:
    before = journal(services)
    does = (
        lambda: services.people.reopen(undone.id, SALMA),
        lambda: services.people.change(undone.id, {"seat": "12"}, SALMA),
        lambda: services.people.substitute(undone.id, {"family_name": "X"}, "a", "b", SALMA),
        lambda: services.badges.day_badge(undone.id, FIRST, SALMA),
    )
    for one in does:
        with pytest.raises(Refused):
            one()
    assert services.reception.record(undone.id, SALMA).value.verdict is Verdict.WITHDRAWN
    assert "ArrivalRecorded" not in journal(services)[len(before) :]


def test_whose_arrival_stands_was_no_mistake_and_is_withdrawn(services: Services) -> None:
    who, undo = by_hand(services)
    arrived = services.reception.record(who.id, SALMA).value
    assert arrived.recorded
    services.history.take_back(undo, SALMA)
    assert services.people.get(who.id).status is Status.WITHDRAWN
    assert services.attending.board("en", SALMA, FIRST).figures.withdrawn_arrived == 1
    assert services.care.check(SALMA, deep=True).ok


def test_a_walk_in_who_came_again_on_another_day_is_withdrawn(
    services: Services, clock: Clock
) -> None:
    who, undo = by_walk_in(services)
    clock.wait(days=1)
    services.reception.record(who.id, SALMA)
    services.history.take_back(undo, SALMA)
    assert services.people.get(who.id).status is Status.WITHDRAWN
    assert services.reception.count(SECOND).expected == 7


def test_a_list_compared_before_is_compared_again(services: Services, tmp_path: Path) -> None:
    who, undo = by_hand(services)
    path = list_of(tmp_path / "later.csv", f"{HEADER}R-8;SARR;Ousmane;Senegal\n")
    compared = services.lists.preview(services.lists.read(path))
    services.history.take_back(undo, SALMA)
    with pytest.raises(Refused, match="list_plan_outdated"):
        for _ in services.lists.apply_in_steps(compared, SALMA):
            pass
    services.lists.apply(services.lists.read(path), SALMA)
    assert person(services, "R-8").id != who.id


def test_an_import_that_named_the_person_is_taken_back_all_the_same(
    services: Services, tmp_path: Path
) -> None:
    who, undo = by_hand(services)
    path = list_of(tmp_path / "later.csv", f"{HEADER}R-8;SARR;Ousmane;Senegal\n")
    services.lists.apply(services.lists.read(path), SALMA)
    services.history.take_back(undo, SALMA)
    services.lists.take_back(services.lists.imports(SALMA)[0].act, SALMA)
    assert who.id not in [one.id for one in services.lists.everybody(SALMA)]
    assert services.care.check(SALMA, deep=True).ok
