"""Who may do what: one table, and a refusal that says so."""

import pytest

from checkin.domain.operator import ALLOWED, Action, Operator, Role
from checkin.domain.refused import Refused

DESK = {Action.SCAN, Action.UNDO, Action.SEARCH, Action.RECEIVE, Action.CHECK}


def may(role: Role, action: Action) -> bool:
    try:
        Operator("Somebody", role).require(action)
    except Refused:
        return False
    return True


@pytest.mark.parametrize("action", Action)
def test_the_table_of_roles(action: Action) -> None:
    assert may(Role.ORGANISER, action)
    assert may(Role.RECEPTION, action) == (action in DESK)
    badges = {Action.PRINT_BADGES, Action.LIST_DELEGATES}
    assert may(Role.LOGISTICS, action) == (action in DESK | badges)


def test_what_a_role_may_not_do_is_refused_by_its_name() -> None:
    with pytest.raises(Refused, match="not_allowed") as caught:
        Operator("Omar", Role.RECEPTION).require(Action.IMPORT)
    assert caught.value.facts == {"role": "reception"}


def test_everybody_is_an_organiser_until_roles_are_switched_on() -> None:
    assert Operator("Salma").role is Role.ORGANISER
    assert set(ALLOWED) == set(Role)


def test_a_refusal_is_known_by_its_code() -> None:
    refused = Refused("disk_full", path="/m.checkin")
    assert (str(refused), refused.code) == ("disk_full", "disk_full")
    assert refused.facts == {"path": "/m.checkin"}
