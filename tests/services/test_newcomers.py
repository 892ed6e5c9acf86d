"""Walk-ins and substitutions: each one act, one undo, and the journal keeps both people."""

import pytest

from checkin.bootstrap import Services
from checkin.domain.badge import BadgeKind
from checkin.domain.delegate import Capacity, Delegate, Status
from checkin.domain.operator import Operator, Role
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS
from tests.services.staging import badge, blank_badges, full_disk, journal, payloads, person, void

RUI = Operator("Rui", Role.RECEPTION)
SARR = {"family_name": "SARR", "given_names": "Ousmane", "delegation": "Sénégal"}
ALAOUI = {"family_name": "ALAOUI", "given_names": "Karim", "function": "Head of Division"}


def verdict(services: Services, code: str) -> Verdict:
    return services.reception.look(code, SALMA).value.verdict


def taken_back(services: Services, one: Delegate) -> bool:
    known = services.file.delegates.get(one.id)
    return known is not None and known.status is Status.TAKEN_BACK


def spare(services: Services) -> str:
    (made,) = blank_badges(services)
    return made.token


def test_a_walk_in_on_a_spare_badge_is_provisional_and_arrived_in_one_act(
    services: Services,
) -> None:
    token = spare(services)
    assert verdict(services, token) is Verdict.SPARE_BADGE
    before = len(journal(services))
    came = services.people.walk_in({**SARR, "capacity": "press"}, RUI, token).value
    assert journal(services)[before:] == ["DelegateRegistered", "BadgeAssigned", "ArrivalRecorded"]
    kept = services.people.get(came.delegate.id)
    assert kept == came.delegate
    assert (kept.provisional, kept.by_hand, kept.capacity) == (True, True, Capacity.PRESS)
    assert (kept.delegation, kept.country) == ("Senegal", "SN")
    assert came.badge.number == "SP-001"
    assert came.arrival
    assert came.arrival.how == "walk_in"
    assert came.arrival.desk == services.reception.desk_name
    assert services.reception.scan(token, SALMA).value.verdict is Verdict.ALREADY_IN
    assert services.care.check(SALMA, deep=True).ok


def test_a_walk_in_without_a_spare_gets_a_new_badge_that_is_to_be_printed(
    services: Services,
) -> None:
    came = services.people.walk_in(SARR, SALMA).value
    assert came.badge.number == "SN-002"
    assert came.badge.printed_at is None
    assert verdict(services, came.badge.token) is Verdict.ALREADY_IN
    assert services.badges.counts().unprinted == 8


def test_one_step_takes_a_walk_in_back_and_the_spare_is_free_again(services: Services) -> None:
    token = spare(services)
    outcome = services.people.walk_in(SARR, SALMA, token)
    services.history.take_back(outcome.undo, SALMA)
    assert verdict(services, token) is Verdict.SPARE_BADGE
    assert taken_back(services, outcome.value.delegate)
    assert services.reception.count(MEETING_DAYS[0]).arrived == 0
    again = services.people.walk_in({"family_name": "DIOP"}, SALMA, token).value
    assert again.badge.token == token
    assert services.care.check(SALMA, deep=True).ok


def test_one_step_takes_a_walk_in_with_a_new_badge_back(services: Services) -> None:
    outcome = services.people.walk_in(SARR, SALMA)
    services.history.take_back(outcome.undo, SALMA)
    assert verdict(services, outcome.value.badge.token) is Verdict.WITHDRAWN


@pytest.mark.parametrize("which", ["somebody's", "given", "void", "unknown"])
def test_only_a_spare_that_is_free_is_given_to_anybody(services: Services, which: str) -> None:
    token = {"somebody's": badge(services, "R-1").token, "unknown": "NOTHING"}.get(which, "")
    if not token:
        (made,) = blank_badges(services)
        token = made.token
        if which == "given":
            services.people.walk_in(SARR, SALMA, token)
        else:
            void(services, made)
    before = journal(services)
    with pytest.raises(Refused, match="no_free_spare"):
        services.people.walk_in({"family_name": "DIOP"}, SALMA, token)
    assert journal(services) == before


def test_a_walk_in_needs_a_name(services: Services) -> None:
    with pytest.raises(Refused, match="name_needed"):
        services.people.walk_in({"delegation": "Senegal"}, SALMA)


def test_on_no_meeting_day_a_walk_in_comes_onto_the_list_and_does_not_arrive(
    services: Services, clock: Clock
) -> None:
    clock.set("2022-07-04T18:00:00+02:00")
    outcome = services.people.walk_in(SARR, SALMA)
    assert outcome.value.arrival is None
    services.history.take_back(outcome.undo, SALMA)
    clock.set("2022-07-05T08:00:00+02:00")
    assert taken_back(services, outcome.value.delegate)


def test_nothing_of_a_walk_in_stays_where_the_disk_is_full(services: Services) -> None:
    token = spare(services)
    with full_disk(), pytest.raises(Refused):
        services.people.walk_in(SARR, SALMA, token)
    services.file.retry()
    assert verdict(services, token) is Verdict.SPARE_BADGE
    assert services.people.walk_in(SARR, SALMA, token).value.arrival


def test_an_organiser_approves_a_walk_in_and_may_take_that_back(services: Services) -> None:
    who = services.people.walk_in(SARR, SALMA).value.delegate
    with pytest.raises(Refused, match="not_allowed"):
        services.people.approve(who.id, RUI)
    outcome = services.people.approve(who.id, SALMA)
    assert services.people.get(who.id).provisional is False
    assert services.people.approve(who.id, SALMA).undo == ()
    services.history.take_back(outcome.undo, SALMA)
    assert services.people.get(who.id).provisional is True
    assert services.care.check(SALMA, deep=True).ok


def test_somebody_comes_instead_and_has_the_place_but_not_the_badge(services: Services) -> None:
    services.people.change(person(services, "R-1").id, {"seat": "12"}, SALMA)
    out, old = person(services, "R-1"), badge(services, "R-1")
    came = services.people.substitute(out.id, ALAOUI, "ill", "Embassy", RUI).value
    new = services.people.get(came.delegate.id)
    same = ("delegation", "country", "capacity", "working_group", "seat")
    assert [getattr(new, name) for name in same] == [getattr(out, name) for name in same]
    assert (new.name, new.function) == ("ALAOUI Karim", "Head of Division")
    assert (new.email, new.note, new.provisional) == ("", "", False)
    assert services.people.get(out.id).status is Status.WITHDRAWN
    assert verdict(services, came.badge.token) is Verdict.WELCOME
    assert came.badge.number == "MA-003"
    answer = services.reception.scan(old.token, SALMA).value
    assert answer.verdict is Verdict.BADGE_REPLACED
    assert answer.instead == new
    spoken = services.reception.spoken(answer, services.wording("en"))
    assert "ALAOUI Karim comes instead" in spoken.say
    assert spoken.do == "Ask for the badge of ALAOUI Karim."
    assert services.care.check(SALMA, deep=True).ok


def test_the_card_of_somebody_found_says_who_comes_instead(services: Services) -> None:
    out = person(services, "R-1")
    services.people.substitute(out.id, ALAOUI, "ill", "Embassy", SALMA)
    answer = services.reception.record(out.id, SALMA).value
    assert answer.verdict is Verdict.WITHDRAWN
    spoken = services.reception.spoken(answer, services.wording("en"))
    assert spoken.say.startswith("ALAOUI Karim comes instead.")


def test_a_substitution_names_the_other_by_id_and_keeps_reason_and_authority(
    services: Services,
) -> None:
    out = person(services, "R-1")
    new = services.people.substitute(out.id, ALAOUI, " ill ", "Embassy", SALMA).value.delegate
    (body,) = payloads(services, "DelegateReplaced")
    assert new.id in body
    assert '"reason":"ill"' in body
    assert '"authorised_by":"Embassy"' in body
    assert "ALAOUI" not in body


def test_one_step_takes_a_substitution_back(services: Services) -> None:
    out, old = person(services, "R-1"), badge(services, "R-1")
    day = services.badges.day_badge(out.id, MEETING_DAYS[0], SALMA).value
    outcome = services.people.substitute(out.id, ALAOUI, "ill", "Embassy", SALMA)
    assert verdict(services, day.token) is Verdict.BADGE_REPLACED
    services.history.take_back(outcome.undo, SALMA)
    assert services.people.get(out.id) == out
    assert verdict(services, old.token) is Verdict.WELCOME
    assert verdict(services, day.token) is Verdict.WELCOME
    assert verdict(services, outcome.value.badge.token) is Verdict.WITHDRAWN
    assert services.care.check(SALMA, deep=True).ok


def test_somebody_may_come_instead_on_a_spare_badge(services: Services) -> None:
    token = spare(services)
    outcome = services.people.substitute(
        person(services, "R-1").id, ALAOUI, "ill", "Embassy", SALMA, token
    )
    assert verdict(services, token) is Verdict.WELCOME
    services.history.take_back(outcome.undo, SALMA)
    assert verdict(services, token) is Verdict.SPARE_BADGE


@pytest.mark.parametrize(
    ("reason", "authority", "code"),
    [(" ", "Embassy", "reason_instead_needed"), ("ill", "", "authority_needed")],
)
def test_a_substitution_says_why_and_who_allowed_it(
    services: Services, reason: str, authority: str, code: str
) -> None:
    before = journal(services)
    with pytest.raises(Refused, match=code):
        services.people.substitute(person(services, "R-1").id, ALAOUI, reason, authority, SALMA)
    assert journal(services) == before


def test_nobody_comes_instead_of_somebody_who_is_not_expected(services: Services) -> None:
    out = person(services, "R-1").id
    services.people.withdraw(out, SALMA)
    with pytest.raises(Refused, match="not_expected"):
        services.people.substitute(out, ALAOUI, "ill", "Embassy", SALMA)


def test_somebody_who_was_replaced_may_be_expected_again_with_a_new_badge(
    services: Services,
) -> None:
    out = person(services, "R-1")
    new = services.people.substitute(out.id, ALAOUI, "ill", "Embassy", SALMA).value
    outcome = services.people.reopen(out.id, SALMA)
    assert services.people.get(out.id) == out == outcome.value
    assert verdict(services, badge(services, "R-1").number) is Verdict.WELCOME
    assert verdict(services, new.badge.token) is Verdict.WELCOME
    services.history.take_back(outcome.undo, SALMA)
    assert services.people.get(out.id).replaced_by == new.delegate.id
    assert services.care.check(SALMA, deep=True).ok


def test_a_spare_that_was_given_is_replaced_by_a_badge_of_the_delegation(
    services: Services,
) -> None:
    token = spare(services)
    services.people.walk_in(SARR, SALMA, token)
    issued = services.badges.reissue(token, "to be printed", SALMA).value
    assert (issued.number, issued.kind) == ("SN-002", BadgeKind.PERSONAL)
