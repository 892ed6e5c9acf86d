"""Edits folded: whatever is done to people in whatever order, a rebuild gives the same tables."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.bootstrap import Services, open_meeting
from checkin.domain.delegate import EDITABLE, Capacity, Status
from checkin.domain.facts import (
    BadgePrinted,
    DelegateChanged,
    DelegateMissing,
    DelegateNamed,
    DelegateReopened,
    DelegateUnnamed,
    DelegateUpdated,
    DelegateWithdrawn,
    Fact,
)
from checkin.services.care import make_meeting
from checkin.store.connection import Row
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS, list_of
from tests.services.staging import badge, person

TABLES = ("delegate", "badge", "search_key", "foreign_code", "arrival", "meeting")
PEOPLE = 7
MARKS: dict[str, Callable[[str], Fact]] = {
    "miss": DelegateMissing,
    "name": DelegateNamed,
    "unname": DelegateUnnamed,
}
texts = st.text("abcÉñ 'ىة-", max_size=6)
values = st.fixed_dictionaries(
    {},
    optional={
        **{name: texts for name in EDITABLE if name not in ("capacity", "country")},
        "capacity": st.sampled_from([str(one) for one in Capacity]),
        "country": st.sampled_from(["ES", "MA", None]),
    },
)
edits = st.one_of(
    st.tuples(st.just("change"), st.integers(0, PEOPLE), values),
    st.tuples(st.just("update"), st.integers(0, PEOPLE), values),
    st.tuples(st.just("miss"), st.integers(0, PEOPLE), texts),
    st.tuples(st.just("name"), st.integers(0, PEOPLE), texts),
    st.tuples(st.just("unname"), st.integers(0, PEOPLE), texts),
    st.tuples(st.just("withdraw"), st.integers(0, PEOPLE), texts),
    st.tuples(st.just("reopen"), st.integers(0, PEOPLE), texts),
    st.tuples(st.just("print"), st.integers(0, PEOPLE - 1), texts),
)


@pytest.fixture(scope="module")
def lasting() -> Iterator[Services]:
    """One meeting for all examples: what an example leaves is where the next begins."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "m.checkin")
        make_meeting(path, "Borders", "Madrid", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
        services = open_meeting(path, clock)
        services.lists.apply(services.lists.read(list_of(Path(folder, "l.csv"))), SALMA)
        yield services
        services.close()


def tables(services: Services) -> dict[str, list[Row]]:
    connection = services.file.connection
    return {name: sorted(connection.all(f"SELECT * FROM {name}"), key=repr) for name in TABLES}


def fact(services: Services, kind: str, number: int, what: object) -> Fact:
    everybody = services.lists.everybody(SALMA)
    whose = everybody[number].id if number < len(everybody) else "nobody"
    if kind == "change":
        return DelegateChanged(whose, what)  # type: ignore[arg-type]
    if kind == "print":
        token = next(held.token for held, who in services.badges.all(SALMA) if who.id == whose)
        return BadgePrinted(token, whose)
    if kind == "update":
        codes = {"foreign_codes": "a\nb"} if number % 2 else {"foreign_codes": "b"}
        return DelegateUpdated(whose, {**what, **codes}, {}, mended=("seat",))  # type: ignore[dict-item]
    if kind in MARKS:
        return MARKS[kind](whose)
    made = DelegateWithdrawn if kind == "withdraw" else DelegateReopened
    return made(whose, str(what))


@given(st.lists(edits, min_size=1, max_size=6))
def test_any_sequence_of_edits_is_what_a_rebuild_makes_of_the_journal(
    lasting: Services, done: list[tuple[str, int, object]]
) -> None:
    facts = [fact(lasting, *one) for one in done]
    lasting.file.record(facts, SALMA)
    before = tables(lasting)
    lasting.care.rebuild(SALMA)
    assert tables(lasting) == before


@given(st.lists(values, min_size=1, max_size=6))
def test_the_last_word_on_each_field_stands(
    lasting: Services, said: list[dict[str, str | None]]
) -> None:
    whose = person(lasting, "R-1").id
    lasting.file.record([DelegateChanged(whose, one) for one in said], SALMA)
    now = person(lasting, "R-1")
    last = {name: value for one in said for name, value in one.items()}
    assert {name: getattr(now, name) for name in last} == last


def test_a_change_of_somebody_this_file_does_not_have_changes_nobody(services: Services) -> None:
    before = tables(services)
    services.file.record([DelegateChanged("nobody", {"function": "x"})], SALMA)
    assert tables(services) == before


def test_only_what_is_printed_makes_a_printed_badge_outdated(services: Services) -> None:
    held = badge(services, "R-1")
    services.file.record([BadgePrinted(held.token, held.delegate_id)], SALMA)
    whose = held.delegate_id or ""
    services.file.record([DelegateChanged(whose, {"email": "a@example.org"})], SALMA)
    assert not badge(services, "R-1").outdated
    services.file.record([DelegateChanged(whose, {"given_names": "Nadia Zahra"})], SALMA)
    assert badge(services, "R-1").outdated
    assert not badge(services, "R-2").outdated
    services.file.record([BadgePrinted(held.token, whose)], SALMA)
    assert not badge(services, "R-1").outdated


def test_a_badge_that_was_never_printed_is_never_outdated(services: Services) -> None:
    whose = person(services, "R-2").id
    services.file.record([DelegateChanged(whose, {"family_name": "TAZI"})], SALMA)
    assert not badge(services, "R-2").outdated


def test_reopened_after_withdrawn_is_listed_and_the_other_way_round(services: Services) -> None:
    whose = person(services, "R-2").id
    services.file.record([DelegateWithdrawn(whose, "ill"), DelegateReopened(whose, "well")], SALMA)
    assert person(services, "R-2").status is Status.LISTED
    services.file.record([DelegateReopened(whose), DelegateWithdrawn(whose)], SALMA)
    assert person(services, "R-2").status is Status.WITHDRAWN
