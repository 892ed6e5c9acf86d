"""A second list adds only people who are not there yet, and takes nobody for somebody else."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.delegate import Delegate, Status
from checkin.domain.list_plan import ListPlan, plan
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
        ListedPerson(at, Delegate("", name, reference=reference, delegation=delegation), "ZZ")
        for at, (name, delegation, reference) in enumerate(rows, 2)
    ]


def applied(planned: ListPlan, before: list[Delegate]) -> list[Delegate]:
    """Everybody of a meeting after the list."""
    new = [replace(one.delegate, id=f"{len(before)}-{one.row}") for one in planned.new]
    return before + new


def after(*rows: Row) -> list[Delegate]:
    return applied(plan(listed(*rows), []), [])


def test_a_reference_of_somebody_else_and_a_name_turned_round_are_warned_of() -> None:
    known = [
        Delegate("1", "DUPONT", "Jean", reference="R-1", delegation="France"),
        Delegate("2", "HADDAD", "Salma", delegation="Morocco"),
    ]
    rows = [
        ListedPerson(2, Delegate("", "DUPONT", "Jeanne", "R-1", delegation="Belgium"), "BE"),
        ListedPerson(3, Delegate("", "Salma", "Haddad", delegation="Morocco"), "MA"),
        ListedPerson(4, Delegate("", "DUPOND", "Jean", "R-1", delegation="France"), "FR"),
    ]
    planned = plan(rows, known)
    assert [(one.row, one.code, one.facts) for one in planned.warnings] == [
        (2, "reference_of_another", {"text": "R-1", "name": "DUPONT Jean"}),
        (3, "looks_like_known", {"name": "HADDAD Salma"}),
    ]


def test_into_an_empty_meeting_everybody_comes_even_twins() -> None:
    rows = [("HADDAD", "Morocco", ""), ("HADDAD", "Morocco", ""), ("HADDAD", "Morocco", "R-1")]
    planned = plan(listed(*rows), [])
    assert [one.row for one in planned.new] == [2, 3, 4]
    assert (planned.unchanged, planned.missing) == (0, 0)


@given(st.lists(ANYBODY, max_size=8))
def test_the_same_list_again_changes_nobody_and_misses_nobody(rows: list[Row]) -> None:
    assert plan(listed(*rows), after(*rows)) == ListPlan((), len(rows), 0)


@given(st.lists(ANYBODY, max_size=8, unique_by=lambda row: row[2] or object()), st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows: list[Row], random) -> None:
    known = after(*rows)
    random.shuffle(rows)
    assert plan(listed(*rows), known) == ListPlan((), len(rows), 0)


@given(st.lists(ANYBODY, max_size=8), st.lists(ANYBODY, max_size=8))
def test_every_row_is_new_or_unchanged_and_nobody_counts_twice(
    first: list[Row], second: list[Row]
) -> None:
    known = after(*first)
    planned = plan(listed(*second), known)
    assert len(planned.new) + planned.unchanged == len(second)
    assert planned.missing == len(known) - planned.unchanged
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


@given(
    st.lists(ANYBODY, max_size=6, unique_by=lambda row: row[2] or object()),
    st.lists(ANYBODY, max_size=6, unique_by=lambda row: row[2] or object()),
)
def test_nobody_is_added_whose_reference_is_already_there(
    first: list[Row], second: list[Row]
) -> None:
    known = after(*first)
    references = {one.reference for one in known} - {""}
    planned = plan(listed(*second), known)
    assert not references & {one.delegate.reference for one in planned.new}


def test_a_reference_goes_before_a_name_that_was_written_otherwise() -> None:
    known = after(("HADDAD", "Morocco", "R-1"))
    planned = plan(listed(("EL HADDAD", "Kingdom of Morocco", "R-1")), known)
    assert planned == ListPlan((), 1, 0)


def test_two_references_are_two_people_whatever_their_name() -> None:
    known = after(("HADDAD", "Morocco", "R-1"))
    planned = plan(listed(("HADDAD", "Morocco", "R-2")), known)
    assert (len(planned.new), planned.missing) == (1, 1)


def test_somebody_who_had_no_reference_is_known_by_name_when_one_is_given() -> None:
    known = after(("HADDAD", "Morocco", ""))
    assert plan(listed(("HADDAD", "Morocco", "R-1")), known).new == ()


def test_somebody_withdrawn_is_known_but_not_missing() -> None:
    (one,) = after(("HADDAD", "Morocco", "R-1"))
    known = [replace(one, status=Status.WITHDRAWN)]
    assert plan(listed(("HADDAD", "Morocco", "R-1")), known) == ListPlan((), 1, 0)
    assert plan([], known) == ListPlan((), 0, 0)
    assert plan([], [one]) == ListPlan((), 0, 1)
