"""Spares, badges for a day, and badges given out the evening before."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.bootstrap import Services
from checkin.domain.badge import BadgeKind
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.services.badges import BadgeChoice, read_codes
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS
from tests.services.staging import (
    badge,
    blank_badges,
    full_disk,
    journal,
    payloads,
    person,
    withdraw,
)

FIRST, SECOND = MEETING_DAYS
ONCE = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])


def verdict(services: Services, code: str) -> Verdict:
    return services.reception.look(code, SALMA).value.verdict


def test_spares_are_numbered_on_and_are_nobodys(services: Services) -> None:
    made = blank_badges(services, 2)
    more = blank_badges(services)
    assert [one.number for one in (*made, *more)] == ["SP-001", "SP-002", "SP-003"]
    assert all(one.kind is BadgeKind.SPARE and one.is_free_spare for one in made)
    assert verdict(services, "SP-002") is Verdict.SPARE_BADGE
    assert services.badges.counts().everybody == 7


@pytest.mark.parametrize("count", [-1, 0, 501])
def test_no_spares_too_many_or_none_are_refused(services: Services, count: int) -> None:
    with pytest.raises(Refused, match="too_many_spares"):
        blank_badges(services, count)


def test_spares_go_on_paper_with_codes_that_read(services: Services, tmp_path: Path) -> None:
    to, sheet = tmp_path / "spares.pdf", BadgeChoice(sheet="a4-4", spares=5)
    outcome = services.badges.save(to, sheet, SALMA)
    assert (outcome.value.badges, outcome.value.pages, outcome.value.warnings) == (5, 2, ())
    codes = {code.text for code in read_codes([to])}
    assert len(codes) == 5
    assert {verdict(services, code) for code in codes} == {Verdict.SPARE_BADGE}
    assert journal(services)[-10:] == ["BadgeIssued"] * 5 + ["BadgePrinted"] * 5
    assert services.care.check(SALMA, deep=True).ok


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_spares_are_printed_in_every_language(
    services: Services, tmp_path: Path, language: str
) -> None:
    to = tmp_path / "spares.pdf"
    services.badges.save(to, BadgeChoice(language=language, spares=1), SALMA)
    assert len(read_codes([to])) == 1


def test_blank_badges_made_twice_from_the_same_numbers_are_not_mixed_up(
    services: Services,
) -> None:
    first, second = (services.badges.prepare(BadgeChoice(spares=2), SALMA) for _ in range(2))
    assert services.badges.printed(first, SALMA).value == 2
    assert services.badges.printed(second, SALMA).value == 0
    assert verdict(services, first.spares[0].token) is Verdict.SPARE_BADGE
    assert verdict(services, second.spares[0].token) is not Verdict.SPARE_BADGE


def test_spares_that_cannot_be_recorded_are_not_on_paper(
    services: Services, tmp_path: Path
) -> None:
    before = journal(services)
    with full_disk(), pytest.raises(Refused):
        services.badges.save(tmp_path / "spares.pdf", BadgeChoice(spares=2), SALMA)
    services.file.retry()
    assert journal(services) == before
    assert list(tmp_path.glob("*.pdf")) == []


def test_all_badges_are_those_of_people_and_spares_are_printed_where_they_are_ticked(
    services: Services,
) -> None:
    (spare,) = blank_badges(services)
    day = services.badges.day_badge(person(services, "R-1").id, FIRST, SALMA).value
    everybody = services.badges.prepare(BadgeChoice(), SALMA)
    assert len(everybody.faces) == 7
    ticked = BadgeChoice(tokens=frozenset((spare.token, day.token)))
    job = services.badges.prepare(ticked, SALMA)
    assert {one.number for one in job.faces} == {spare.number, day.number}
    assert {one.function for one in job.faces} == {"", "Valid on 5 July only"}
    assert services.badges.printed(job, SALMA).value == 2
    assert '"delegate_id":null' in payloads(services, "BadgePrinted")[0]


def test_a_badge_for_a_day_lets_in_on_that_day_and_says_so_on_the_next(
    services: Services, clock: Clock
) -> None:
    real, who = badge(services, "R-1"), person(services, "R-1")
    made = services.badges.day_badge(who.id, FIRST, SALMA).value
    assert (made.kind, made.day, made.number) == (BadgeKind.DAY, FIRST, "MA-003")
    assert services.reception.scan(made.token, SALMA).value.verdict is Verdict.WELCOME
    assert services.reception.scan(real.token, SALMA).value.verdict is Verdict.ALREADY_IN
    clock.wait(days=1)
    answer = services.reception.scan(made.token, SALMA).value
    assert answer.verdict is Verdict.DAY_BADGE_OVER
    assert answer.valid_badge == real
    assert answer.wants_the_holder
    spoken = services.reception.spoken(answer, services.wording("en"))
    assert "5 July" in spoken.say
    assert spoken.facts == (("Valid badge", "MA-001, not here yet"),)
    assert services.reception.record(who.id, SALMA).value.verdict is Verdict.WELCOME
    assert services.reception.last_arrivals(SECOND, 1)[0].arrival.token == real.token
    assert services.care.check(SALMA, deep=True).ok


def test_the_real_badge_stays_the_one_that_is_known(services: Services) -> None:
    who, real = person(services, "R-1"), badge(services, "R-1")
    services.badges.day_badge(who.id, FIRST, SALMA)
    assert services.finding.number(who, SALMA) == real.number
    (row,) = services.roll.of([who.id], {}, SALMA)
    assert row.number == real.number
    assert services.badges.counts().everybody == 7


def test_a_second_badge_for_a_day_makes_the_first_void_and_one_step_undoes_both(
    services: Services, clock: Clock
) -> None:
    who = person(services, "R-1").id
    first = services.badges.day_badge(who, FIRST, SALMA).value
    services.badges.day_badge(who, SECOND, SALMA)
    second = services.badges.day_badge(who, FIRST, SALMA)
    assert verdict(services, first.token) is Verdict.BADGE_REPLACED
    services.history.take_back(second.undo, SALMA)
    assert verdict(services, first.token) is Verdict.WELCOME
    assert verdict(services, second.value.token) is Verdict.BADGE_REPLACED


def test_a_badge_for_a_day_is_for_somebody_expected_and_for_a_meeting_day(
    services: Services,
) -> None:
    who = person(services, "R-1").id
    for asked, day, code in (
        ("nobody", FIRST, "no_such_delegate"),
        (who, FIRST - timedelta(days=1), "not_a_meeting_day"),
    ):
        with pytest.raises(Refused, match=code):
            services.badges.day_badge(asked, day, SALMA)
    withdraw(services, "R-1")
    with pytest.raises(Refused, match="not_expected"):
        services.badges.day_badge(who, FIRST, SALMA)


def test_badges_are_given_out_the_evening_before_and_nobody_arrived(
    services: Services, clock: Clock
) -> None:
    clock.set("2022-07-04T18:00:00+02:00")
    tokens = [badge(services, one).token for one in ("R-1", "R-2")]
    outcome = services.badges.hand_over(tokens, " Driver of the embassy ", SALMA)
    assert len(outcome.value.badges) == 2
    assert [badge(services, one).state for one in ("R-1", "R-2")] == ["handed_over"] * 2
    assert '"collected_by":"Driver of the embassy"' in payloads(services, "BadgeHandedOver")[0]
    assert services.reception.count(FIRST).arrived == 0
    collected = services.badges.collected_by
    assert collected(badge(services, "R-1")) == "Driver of the embassy"
    assert collected(badge(services, "R-3")) == ""
    clock.wait(seconds=1)
    services.badges.hand_over([badge(services, "R-3").token], "", SALMA)
    assert collected(badge(services, "R-3")) == ""
    again = services.badges.hand_over(tokens, "", SALMA)
    assert (len(again.value.before), again.undo) == (2, ())
    services.history.take_back(outcome.undo, SALMA)
    assert badge(services, "R-1").handed_over_at is None
    clock.set("2022-07-05T08:00:00+02:00")
    assert services.reception.scan(tokens[0], SALMA).value.verdict is Verdict.WELCOME
    assert services.care.check(SALMA, deep=True).ok


@pytest.mark.parametrize("which", ["spare", "void", "withdrawn", "unknown", "day"])
def test_only_a_badge_of_somebody_expected_is_given_out(services: Services, which: str) -> None:
    good, token = badge(services, "R-2").token, badge(services, "R-1").token
    if which == "spare":
        token = blank_badges(services)[0].token
    elif which == "void":
        services.badges.reissue(token, "lost", SALMA)
    elif which == "withdrawn":
        withdraw(services, "R-1")
    elif which == "day":
        token = services.badges.day_badge(person(services, "R-1").id, FIRST, SALMA).value.token
    else:
        token = "NOTHING"  # noqa: S105
    before = journal(services)
    with pytest.raises(Refused, match="not_to_hand_over"):
        services.badges.hand_over([good, token], "", SALMA)
    assert journal(services) == before


@ONCE
@given(st.lists(st.sampled_from([f"R-{one}" for one in range(1, 8)]), max_size=8))
def test_whatever_is_given_out_and_taken_back_leaves_every_badge_as_it_was(
    services: Services, some: list[str]
) -> None:
    before = {one: badge(services, one) for one in some}
    tokens = [one.token for one in before.values()]
    outcome = services.badges.hand_over(tokens, "", SALMA)
    assert all(badge(services, one).handed_over_at for one in some)
    if outcome.undo:
        services.history.take_back(outcome.undo, SALMA)
    assert {one: badge(services, one) for one in some} == before
