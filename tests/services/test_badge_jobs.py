"""Badges chosen, made beside the window and counted; and badges issued again."""

from pathlib import Path

import pytest

from checkin.bootstrap import Services
from checkin.domain.operator import Operator, Role
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.services.badge_order import BadgeOrder
from checkin.services.badges import BadgeChoice, BadgeStanding, make
from tests.conftest import SALMA

NADIA = "EL OUAFI Nadia"


def standings(services: Services) -> dict[str, BadgeStanding]:
    lines = services.badges.lines(SALMA, "en")
    return {f"{one.family_name} {one.given_names}".strip(): one.standing for one in lines}


def names(services: Services, order: BadgeOrder) -> list[str]:
    job = services.badges.prepare(BadgeChoice(order=order), SALMA)
    return [face.number for face in job.faces]


def test_every_badge_begins_unprinted_and_is_counted(services: Services) -> None:
    assert set(standings(services).values()) == {BadgeStanding.UNPRINTED}
    counts = services.badges.counts()
    assert (counts.printed, counts.unprinted, counts.outdated, counts.everybody) == (0, 7, 0, 7)


def test_only_ticked_badges_are_made_and_count_as_printed(
    services: Services, tokens: dict[str, str]
) -> None:
    job = services.badges.prepare(BadgeChoice(tokens=frozenset((tokens[NADIA],))), SALMA)
    made = make(job)
    assert made.printed.badges == len(made.places) == 1
    assert standings(services)[NADIA] is BadgeStanding.UNPRINTED
    outcome = services.badges.printed(job, SALMA)
    assert outcome.value == 1
    assert outcome.change.badges == {tokens[NADIA]}
    assert standings(services)[NADIA] is BadgeStanding.PRINTED
    assert services.badges.counts().printed == 1


def test_nobody_ticked_is_no_badge(services: Services) -> None:
    with pytest.raises(Refused, match="no_badges"):
        services.badges.prepare(BadgeChoice(tokens=frozenset()), SALMA)


def test_badges_come_by_delegation_by_name_or_by_number(services: Services) -> None:
    assert names(services, BadgeOrder.DELEGATION)[0] == "MA-001"
    by_name = names(services, BadgeOrder.NAME)
    assert by_name[:2] == ["MA-002", "TN-001"]
    assert names(services, BadgeOrder.NUMBER) == sorted(by_name)


def test_somebody_changed_after_printing_is_outdated(
    services: Services, tokens: dict[str, str]
) -> None:
    services.badges.printed(services.badges.prepare(BadgeChoice(), SALMA), SALMA)
    nadia = next(one for one in services.badges.lines(SALMA, "en") if one.number == "MA-001")
    services.people.change(nadia.delegate_id, {"function": "Minister"}, SALMA)
    assert standings(services)[NADIA] is BadgeStanding.OUTDATED
    assert services.badges.counts().outdated == 1


def test_what_changed_between_preview_and_paper_does_not_count_as_printed(
    services: Services, tokens: dict[str, str]
) -> None:
    job = services.badges.prepare(BadgeChoice(), SALMA)
    nadia = next(face for face in job.faces if face.number == "MA-001")
    services.people.change(nadia.delegate_id, {"function": "Minister"}, SALMA)
    assert services.badges.printed(job, SALMA).value == 6
    assert standings(services)[NADIA] is BadgeStanding.UNPRINTED


def test_a_meeting_renamed_between_preview_and_paper_makes_all_of_it_old(
    services: Services,
) -> None:
    job = services.badges.prepare(BadgeChoice(), SALMA)
    services.organising.rename({"en": "Another name"}, SALMA)
    assert services.badges.printed(job, SALMA).value == 0
    assert services.badges.counts().printed == 0


def test_whoever_makes_many_badges_hears_how_far_it_is_and_may_end_it(services: Services) -> None:
    job = services.badges.prepare(BadgeChoice(), SALMA)
    heard: list[tuple[int, int]] = []
    make(job, lambda done, total: heard.append((done, total)))
    assert heard == [(done, 7) for done in range(7)]

    def enough(done: int, _total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(job, enough)


def test_a_place_on_the_sheet_is_known_for_everybody(services: Services) -> None:
    job = services.badges.prepare(BadgeChoice(sheet="a4-4", start=4), SALMA)
    places = make(job).places
    assert [place.page for place in places] == [0, 1, 1, 1, 1, 2, 2]
    assert (places[0].x, places[0].y, places[0].width) == (105.0, 148.5, 105.0)


def test_a_pdf_is_written_whole(services: Services, tmp_path: Path) -> None:
    services.badges.write(b"%PDF-", tmp_path / "badges.pdf")
    assert (tmp_path / "badges.pdf").read_bytes() == b"%PDF-"


def test_a_lost_badge_is_void_and_the_next_number_is_welcome(
    services: Services, tokens: dict[str, str]
) -> None:
    outcome = services.badges.reissue(tokens[NADIA], " lost ", SALMA)
    assert outcome.value.number == "MA-003"
    assert outcome.change.badges == {tokens[NADIA], outcome.value.token}
    old = services.reception.scan(tokens[NADIA], SALMA).value
    assert old.verdict is Verdict.BADGE_REPLACED
    assert old.valid_badge == outcome.value
    assert services.reception.scan(outcome.value.token, SALMA).value.verdict is Verdict.WELCOME
    assert standings(services)[NADIA] is BadgeStanding.UNPRINTED


def test_a_badge_found_again_is_valid_again(services: Services, tokens: dict[str, str]) -> None:
    outcome = services.badges.reissue(tokens[NADIA], "lost", SALMA)
    services.history.take_back(outcome.undo, SALMA)
    assert services.reception.scan(tokens[NADIA], SALMA).value.verdict is Verdict.WELCOME
    new = services.reception.scan(outcome.value.token, SALMA).value
    assert new.verdict is Verdict.BADGE_REPLACED
    assert services.care.check(SALMA, deep=True).ok


def test_a_badge_is_replaced_for_a_reason_and_only_while_it_is_valid(
    services: Services, tokens: dict[str, str]
) -> None:
    with pytest.raises(Refused, match="reason_needed"):
        services.badges.reissue(tokens[NADIA], "  ", SALMA)
    services.badges.reissue(tokens[NADIA], "lost", SALMA)
    for token in (tokens[NADIA], "NOBODY'S"):
        with pytest.raises(Refused, match="no_such_badge"):
            services.badges.reissue(token, "lost", SALMA)


def test_reception_may_not_replace_badges(services: Services, tokens: dict[str, str]) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        services.badges.reissue(tokens[NADIA], "lost", Operator("Reda", Role.RECEPTION))
