"""A second list says who is new, changed, missing or doubtful, and takes nobody for another."""

from collections import Counter
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.delegate import Capacity, Delegate, Status
from checkin.domain.list_plan import FieldChange, ListPlan, plan
from checkin.domain.listing import ListedPerson
from checkin.domain.text import fold

_NAMES = st.sampled_from(["HADDAD", "Haddad", "BENNANI", "GARCÍA"])
_DELEGATIONS = st.sampled_from(["Morocco", "MOROCCO", "Tunisia", ""])
WITHOUT_REFERENCE = st.builds(lambda name, of: (name, of, ""), _NAMES, _DELEGATIONS)
ANYBODY = st.tuples(_NAMES, _DELEGATIONS, st.sampled_from(["", "R-1", "R-2", "R-3"]))
Row = tuple[str, str, str]


def listed(*rows: Row) -> list[ListedPerson]:
    """The rows of a list."""
    return [
        ListedPerson(at, Delegate("", name, reference=reference, delegation=delegation), "MA")
        for at, (name, delegation, reference) in enumerate(rows, 2)
    ]


def row(delegate: Delegate, number: int = 2, prefix: str = "MA", *silent: str) -> ListedPerson:
    return ListedPerson(number, replace(delegate, id=""), prefix, silent)


def applied(planned: ListPlan, before: list[Delegate]) -> list[Delegate]:
    """Everybody of a meeting after the list."""
    new = [replace(one.delegate, id=f"{len(before)}-{one.row}") for one in planned.new]
    return before + new


def after(*rows: Row) -> list[Delegate]:
    return applied(plan(listed(*rows), []), [])


NADIA = Delegate("1", "EL OUAFI", "Nadia", "R-1", function="Director", delegation="Morocco")
SALMA = Delegate("2", "HADDAD", "Salma", delegation="Morocco", email="mission@example.org")


class _NobodyWaits(Exception):
    """Ends a comparison."""


def _end(at: tuple[int, int], *step: int) -> None:
    if step == at:
        raise _NobodyWaits


def test_into_an_empty_meeting_everybody_comes_even_twins() -> None:
    rows = [("HADDAD", "Morocco", ""), ("HADDAD", "Morocco", ""), ("HADDAD", "Morocco", "R-1")]
    planned = plan(listed(*rows), [])
    assert [one.row for one in planned.new] == [2, 3, 4]
    assert planned == ListPlan(added=tuple(listed(*rows)))


@given(st.lists(ANYBODY, max_size=8))
def test_the_same_list_again_changes_nobody_and_misses_nobody(rows: list[Row]) -> None:
    assert plan(listed(*rows), after(*rows)) == ListPlan(unchanged=len(rows))


@given(st.lists(ANYBODY, max_size=8, unique_by=lambda row: row[2] or object()), st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows: list[Row], random) -> None:
    known = after(*rows)
    random.shuffle(rows)
    assert plan(listed(*rows), known) == ListPlan(unchanged=len(rows))


@given(st.lists(ANYBODY, max_size=8), st.lists(ANYBODY, max_size=8))
def test_every_row_is_accounted_for_once_and_nobody_counts_twice(
    first: list[Row], second: list[Row]
) -> None:
    known = after(*first)
    planned = plan(listed(*second), known)
    matched = planned.unchanged + len(planned.changed)
    assert len(planned.added) + len(planned.doubtful) + matched == len(second)
    doubted = {him.id for one in planned.doubtful for him in one.known}
    others = len(known) - matched if second else 0  # a list of nobody says nothing of anybody
    assert len(planned.missing) + len(doubted) == others
    assert not doubted & {him.id for him in planned.missing}
    assert [one.row for one in planned.new] == sorted(one.row for one in planned.new)


@given(st.lists(WITHOUT_REFERENCE, max_size=8), st.lists(WITHOUT_REFERENCE, max_size=8))
def test_without_references_a_name_counts_as_often_as_it_occurs(
    first: list[Row], second: list[Row]
) -> None:
    def names(rows: list[Row]) -> Counter[tuple[str, str]]:
        return Counter((fold(name), fold(of)) for name, of, _ in rows)

    planned = plan(listed(*second), after(*first))
    new = Counter((fold(p.delegate.name), fold(p.delegate.delegation)) for p in planned.new)
    assert new == names(second) - names(first)


def test_two_who_change_places_under_their_references_are_still_themselves() -> None:
    """A column of running numbers is no reference: sorted anew it is somebody else's."""
    known = after(("HADDAD", "Morocco", "1"), ("BENNANI", "Tunisia", "2"))
    planned = plan(listed(("BENNANI", "Tunisia", "1"), ("HADDAD", "Morocco", "2")), known)
    assert [(one.known.family_name, dict(one.fields)) for one in planned.changed] == [
        ("BENNANI", {"reference": FieldChange("2", "1")}),
        ("HADDAD", {"reference": FieldChange("1", "2")}),
    ]
    assert (planned.new, planned.missing) == ((), ())


def test_a_reference_goes_before_a_name_that_was_written_otherwise() -> None:
    known = after(("HADDAD", "Morocco", "R-1"))
    (changed,) = plan(listed(("EL HADDAD", "Kingdom of Morocco", "R-1")), known).changed
    assert changed.fields == {
        "family_name": FieldChange("HADDAD", "EL HADDAD"),
        "delegation": FieldChange("Morocco", "Kingdom of Morocco"),
    }


def test_two_references_are_two_people_whatever_their_name_and_people_are_asked() -> None:
    known = after(("HADDAD", "Morocco", "R-1"))
    planned = plan(listed(("HADDAD", "Morocco", "R-2")), known)
    assert [one.why for one in planned.doubtful] == ["other_reference"]
    assert planned.doubtful[0].known == tuple(known)
    assert (len(planned.new), planned.missing) == (1, ())


def test_somebody_who_had_no_reference_is_known_by_name_when_one_is_given() -> None:
    known = after(("HADDAD", "Morocco", ""))
    planned = plan(listed(("HADDAD", "Morocco", "R-1")), known)
    assert planned.changed[0].fields == {"reference": FieldChange("", "R-1")}
    assert planned.new == ()


def test_somebody_withdrawn_is_known_but_not_missing_and_stays_withdrawn() -> None:
    (one,) = after(("HADDAD", "Morocco", "R-1"))
    known = [replace(one, status=Status.WITHDRAWN)]
    planned = plan(listed(("HADDAD", "Morocco", "R-1")), known)
    assert planned == ListPlan(unchanged=1)
    assert [problem.code for problem in planned.warnings] == ["stays_withdrawn"]
    somebody = listed(("SORO", "Mali", "R-2"))
    assert plan(somebody, known).missing == ()
    assert plan(somebody, [one]).missing == (one,)
    assert plan([], [one]) == ListPlan()


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (Delegate("", "EL OUAFI", "Nadia", "R-9", delegation="Morocco"), "other_reference"),
        (Delegate("", "Nadia", "El Ouafi", delegation="Tunisia"), "other_delegation"),
        (Delegate("", "EL OUAFI", "Nadja", delegation="Morocco"), "typing_error"),
        (Delegate("", "ELOUAFI", "Nadai", delegation="Morocco"), "typing_error"),
        (Delegate("", "EL OUAFI", "N.", delegation="Morocco"), "initials"),
        (Delegate("", "DUPONT", "Jean", "R-1", delegation="France"), "reference_of_another"),
    ],
)
def test_who_may_be_somebody_known_is_shown_with_both_and_added_if_nobody_decides(
    other: Delegate, why: str
) -> None:
    planned = plan([row(other)], [NADIA])
    assert [(one.row, one.why, one.known) for one in planned.doubtful] == [(2, why, (NADIA,))]
    assert planned.new == (row(other),)
    assert (planned.added, planned.changed, planned.missing) == ((), (), ())
    assert [(one.row, one.code) for one in planned.warnings] == [(2, why)]


def test_an_address_alone_decides_nothing_for_ministries_share_them() -> None:
    shared = Delegate("", "BENALI", "Omar", delegation="Morocco", email="MISSION@example.org")
    assert plan([row(shared)], [SALMA]).doubtful == ()
    married = row(replace(shared, given_names="Salma"))
    (doubt,) = plan([married], [SALMA]).doubtful
    assert doubt.why == "same_email"
    colleague = replace(NADIA, email=SALMA.email)
    assert plan([married], [SALMA, colleague]).doubtful == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("NAME1", "NAME2"), ("ALI", "ALY"), ("EL OUAFI", "EL OUAJJI"), ("DIALLO", "DIALLOUX")],
)
def test_digits_short_names_and_two_letters_are_no_typing_error(one: str, other: str) -> None:
    known = Delegate("1", one, delegation="Morocco")
    assert plan([row(Delegate("", other, delegation="Morocco"))], [known]).doubtful == ()


def test_the_same_words_in_one_delegation_are_the_same_person() -> None:
    planned = plan([row(Delegate("", "Salma", "Haddad", delegation="morocco"))], [SALMA])
    assert planned.changed[0].known == SALMA
    whole = plan([row(Delegate("", "Salma Haddad", delegation="Morocco"))], [SALMA], ("full_name",))
    assert whole == ListPlan(unchanged=1)


def test_what_changed_is_told_field_by_field_and_an_empty_cell_erases_nothing() -> None:
    new = replace(NADIA, function="Minister", capacity=Capacity.HEAD, delegation="")
    (changed,) = plan([row(new)], [NADIA]).changed
    assert changed.fields == {
        "function": FieldChange("Director", "Minister"),
        "capacity": FieldChange("delegate", "head"),
    }
    silent = row(replace(NADIA, function=""), 2, "ZZ", "capacity")
    assert plan([silent], [replace(NADIA, capacity=Capacity.HEAD)]) == ListPlan(unchanged=1)


def test_a_field_without_a_column_is_not_compared() -> None:
    columns = ("family_name", "given_names", "delegation")
    assert plan([row(replace(NADIA, function="Minister"))], [NADIA], columns).changed == ()


def test_a_spelling_that_nobody_knows_does_not_replace_a_country() -> None:
    known = replace(NADIA, country="MA")
    assert plan([row(replace(NADIA, delegation="Marrok"), prefix="ZZ")], [known]).changed == ()


def test_a_delegation_mended_by_hand_is_not_held_against_the_list() -> None:
    known = replace(SALMA, country="MA", mended=("country", "delegation"))
    spelled = row(replace(SALMA, delegation="Marrok"), prefix="ZZ")
    assert plan([spelled], [known]) == ListPlan(unchanged=1)
    twice = [spelled, replace(spelled, row=3)]
    assert [one.why for one in plan(twice, [known]).doubtful] == ["other_delegation"] * 2


def test_codes_of_other_tools_come_to_those_that_are_known() -> None:
    known = replace(NADIA, foreign_codes=("a",))
    (changed,) = plan([row(replace(NADIA, foreign_codes=("b", "a")))], [known]).changed
    assert changed.fields == {"foreign_codes": FieldChange("a", "a\nb")}
    assert plan([row(known)], [replace(known, foreign_codes=("b", "a"))]) == ListPlan(unchanged=1)


def test_twins_of_whom_one_changed_keep_apart() -> None:
    one, other = replace(SALMA, function="Adviser"), replace(SALMA, id="3", function="Minister")
    rows = [row(replace(other, seat="7"), 2), row(one, 3)]
    (changed,) = plan(rows, [one, other]).changed
    assert (changed.row, changed.known.id) == (2, "3")
    assert changed.fields == {"seat": FieldChange("", "7")}


def test_what_people_wrote_by_hand_is_shown_and_kept() -> None:
    known = replace(NADIA, mended=("function",))
    planned = plan([row(replace(NADIA, function="Minister", seat="7"))], [known])
    (changed,) = planned.changed
    assert changed.fields["function"] == FieldChange("Director", "Minister", by_hand=True)
    assert changed.taken().keys() == {"seat"}
    assert changed.taken({(2, "function")}).keys() == {"seat", "function"}
    assert [one.code for one in planned.warnings] == ["mended_by_hand"]


def test_whom_no_list_ever_named_no_list_can_miss() -> None:
    by_hand = replace(SALMA, by_hand=True)
    assert plan([], [by_hand]) == ListPlan()
    assert [one.known for one in plan([row(SALMA)], [by_hand]).named] == [by_hand]


def test_a_long_comparison_tells_how_far_it_is_and_ends_where_nobody_waits() -> None:
    known = [replace(SALMA, id=f"{n:04}", given_names=f"S{n}") for n in range(1000)]
    rows = [row(replace(one, given_names=f"T{one.id}"), n) for n, one in enumerate(known, 2)]
    heard: list[tuple[int, int]] = []
    planned = plan(rows, known, told=lambda *step: heard.append(step))
    assert planned == plan(rows, known)
    assert len(heard) > 20
    assert heard == sorted(heard)
    assert all(done < most for done, most in heard)
    for at in heard[:: len(heard) // 5]:
        with pytest.raises(_NobodyWaits):
            plan(rows, known, told=partial(_end, at))
