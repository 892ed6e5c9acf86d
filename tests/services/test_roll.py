"""The list line by line: who, from where, which badge, and when first seen on each day."""

from pathlib import Path

import pytest

from checkin.bootstrap import Services
from checkin.domain.facts import BadgePrinted
from checkin.domain.operator import Operator, Role
from checkin.domain.outcome import Change
from checkin.domain.refused import Refused
from checkin.domain.roll import BadgeState, DelegationName, RollRow
from checkin.services.badges import BadgeChoice
from checkin.services.delegations import known_names, names_of, written
from tests.conftest import SALMA, Clock
from tests.services.staging import badge, new_badge, person, reissue, void, withdraw


def line(services: Services, reference: str) -> RollRow:
    (row,) = services.roll.of([person(services, reference).id], {}, SALMA)
    return row


def test_everybody_has_a_line_in_the_order_they_came(services: Services) -> None:
    rows = services.roll.everybody({}, SALMA)
    assert [row.delegate.reference for row in rows] == [f"R-{n}" for n in range(1, 8)]
    assert {row.number for row in rows} == {held.number for held, _ in services.badges.all(SALMA)}
    assert {row.badge for row in rows} == {BadgeState.NOT_PRINTED}
    assert {row.arrivals for row in rows} == {(None, None)}


def test_some_lines_alone_are_the_same_lines(services: Services, clock: Clock) -> None:
    services.reception.scan(badge(services, "R-2").token, SALMA)
    rows = services.roll.everybody({}, SALMA)
    ids = [rows[3].id, rows[1].id, "nobody of them"]
    assert services.roll.of(ids, {}, SALMA) == [rows[1], rows[3]]


def test_the_first_arrival_of_each_day_is_told_as_the_clocks_there_show_it(
    services: Services, clock: Clock
) -> None:
    token = badge(services, "R-1").token
    services.reception.scan(token, SALMA)
    clock.wait(hours=1)
    services.reception.scan(token, SALMA)
    clock.set("2022-07-06T07:30:00+00:00")
    services.reception.scan(token, SALMA)
    first, second = line(services, "R-1").arrivals
    assert first
    assert f"{first:%d %H:%M}" == "05 08:45"
    assert second
    assert f"{second:%d %H:%M}" == "06 09:30"


def test_an_arrival_that_was_taken_back_is_none(services: Services) -> None:
    arrival = services.reception.scan(badge(services, "R-1").token, SALMA).value.arrival
    assert arrival
    services.reception.undo(arrival.id, SALMA)
    assert line(services, "R-1").arrivals == (None, None)


def test_an_arrival_by_an_older_badge_counts(services: Services) -> None:
    services.reception.scan(badge(services, "R-1").token, SALMA)
    reissue(services, "R-1", "MA-101", "lost")
    row = line(services, "R-1")
    assert row.number == "MA-101"
    assert row.arrivals[0]


def test_a_printed_badge_is_changed_once_what_stands_on_it_is(
    services: Services, tmp_path: Path
) -> None:
    services.badges.save(tmp_path / "b.pdf", BadgeChoice(), SALMA)
    assert line(services, "R-1").badge is BadgeState.PRINTED
    services.people.change(person(services, "R-1").id, {"function": "Minister"}, SALMA)
    assert line(services, "R-1").badge is BadgeState.CHANGED
    void(services, badge(services, "R-1"))
    assert line(services, "R-1").badge is BadgeState.VOIDED


def test_a_change_of_badges_moves_the_lines_of_those_who_hold_them(services: Services) -> None:
    one, spare = badge(services, "R-1"), new_badge(services, "ZZ-900")
    services.file.record([BadgePrinted(one.token, one.delegate_id)], SALMA)
    change = Change(frozenset(("someone",)), frozenset((one.token, spare.token)))
    assert services.roll.moved(change) == {"someone", person(services, "R-1").id}
    assert services.roll.moved(Change()) == frozenset()


def test_a_withdrawn_person_keeps_the_line(services: Services) -> None:
    withdraw(services, "R-3")
    assert line(services, "R-3").withdrawn


def test_only_those_who_may_see_the_list_see_it(services: Services) -> None:
    reception = Operator("Rui", Role.RECEPTION)
    with pytest.raises(Refused, match="not_allowed"):
        services.roll.everybody({}, reception)
    with pytest.raises(Refused, match="not_allowed"):
        services.roll.of([], {}, reception)


def test_delegations_are_named_in_the_language_of_the_window(services: Services) -> None:
    rows = services.roll.everybody({}, SALMA)
    assert rows[0].delegation == DelegationName("Morocco", "MA")
    names = names_of({written(row.delegate) for row in rows}, "fr")
    named = services.roll.everybody(names, SALMA)
    assert named[0].delegation == DelegationName("Maroc", "MA")
    assert named[-1].delegation == DelegationName("Republic of Upper Nowhere", "")


def test_an_organisation_has_a_code_of_its_own() -> None:
    pair = ("ECOWAS Commission", None)
    (named,) = names_of([pair], "en").values()
    assert named.code == "ECOWAS"


def test_the_usual_delegations_are_known_by_name_in_order() -> None:
    names = known_names("es")
    assert "Marruecos" in names
    assert len(names) > 60
    assert names.index("Bélgica") < names.index("España") < names.index("Senegal")
