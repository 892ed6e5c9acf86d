"""What people decide about a list is what is written, and nothing else."""

from dataclasses import replace
from typing import NoReturn

import pytest

from checkin.domain.delegate import Delegate, Status
from checkin.domain.list_decisions import NEW, SKIP, Decisions, settle
from checkin.domain.list_plan import plan
from checkin.domain.listing import ListedPerson
from checkin.domain.refused import Refused

NADIA = Delegate("1", "EL OUAFI", "Nadia", delegation="Morocco", function="Director")
MISTYPED = ListedPerson(2, Delegate("", "EL OUAFI", "Nadja", delegation="Morocco", seat="7"), "MA")
PLAN = plan([MISTYPED], [NADIA])


def test_undecided_a_doubtful_row_is_somebody_new_and_nobody_is_missing() -> None:
    settled = settle(PLAN)
    assert settled.added == (MISTYPED,)
    assert (settled.changed, settled.missing, settled.facts) == ((), (), 2)


def test_said_to_be_somebody_known_it_is_a_change() -> None:
    settled = settle(PLAN, Decisions({2: "1"}))
    (changed,) = settled.changed
    assert changed.known == NADIA
    assert {name: one.new for name, one in changed.fields.items()} == {
        "given_names": "Nadja",
        "seat": "7",
    }
    assert (settled.added, settled.missing, settled.facts) == ((), (), 1)


def test_said_to_be_somebody_new_the_other_is_missing() -> None:
    settled = settle(PLAN, Decisions({2: NEW}))
    assert (settled.added, settled.missing, settled.facts) == ((MISTYPED,), (NADIA,), 3)


def test_skipped_nothing_of_it_is_taken() -> None:
    assert settle(PLAN, Decisions({2: SKIP})).added == ()


def test_a_list_that_only_adds_misses_nobody() -> None:
    assert settle(PLAN, Decisions({2: NEW}, marks_missing=False)).missing == ()


def test_a_change_may_be_left_and_what_was_written_by_hand_may_be_overwritten() -> None:
    known = replace(NADIA, mended=("function",))
    row = ListedPerson(2, replace(NADIA, id="", function="Minister", seat="7"), "MA")
    planned = plan([row], [known])
    assert settle(planned, Decisions(left=frozenset({2}))).facts == 0
    assert settle(planned).changed[0].fields.keys() == {"seat"}
    over = Decisions(over_hand=frozenset({(2, "function")}))
    assert settle(planned, over).changed[0].fields.keys() == {"seat", "function"}


def test_whoever_was_missing_or_taken_off_with_a_list_is_back_when_a_list_names_him() -> None:
    missing, gone = replace(NADIA, missing=True), replace(NADIA, id="2", family_name="SOW")
    gone = replace(gone, status=Status.WITHDRAWN, missing=True)
    rows = [ListedPerson(n, replace(one, id=""), "MA") for n, one in enumerate((missing, gone), 2)]
    settled = settle(plan(rows, [missing, gone]))
    assert (settled.named, settled.reopened) == ((missing,), (gone,))
    assert settle(plan([], [missing])).newly_missing == []


@pytest.mark.parametrize("decided", [{3: NEW}, {2: "nobody"}, {3: "1"}])
def test_a_decision_about_another_plan_is_refused(decided: dict[int, str]) -> None:
    with pytest.raises(Refused, match="list_plan_outdated"):
        settle(PLAN, Decisions(decided))


def test_nobody_is_two_rows() -> None:
    planned = plan([MISTYPED, replace(MISTYPED, row=3)], [NADIA])
    with pytest.raises(Refused, match="one_person_for_two_rows"):
        settle(planned, Decisions({2: "1", 3: "1"}))


def test_what_is_to_stay_ours_is_not_looked_through_for_every_person() -> None:
    class Ours(frozenset[tuple[int, str]]):
        def __iter__(self) -> NoReturn:
            raise AssertionError("each of them was looked at")

    row = ListedPerson(2, replace(NADIA, id="", delegation="Spain", country="ES", seat="7"), "ES")
    row = replace(row, delegate=replace(row.delegate, reference="R"))
    (changed,) = plan([row], [replace(NADIA, reference="R")]).changed
    assert changed.taken().keys() == {"delegation", "country", "seat"}
    assert changed.taken(ours=Ours({(2, "delegation")})).keys() == {"seat"}
    assert changed.taken(ours=Ours({(2, "seat")})).keys() == {"delegation", "country"}
