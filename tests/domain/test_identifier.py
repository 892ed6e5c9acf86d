"""Identifiers sort in the order they were made."""

import itertools
import uuid
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.identifier import uuid7, uuid7_after, uuid7_series

MS = st.integers(0, (1 << 48) - 1)
RANDOM = st.binary(min_size=10, max_size=10)


def zeros(count: int) -> bytes:
    return bytes(count)


@given(MS, RANDOM)
def test_an_identifier_is_a_uuid_of_version_7_that_tells_its_instant(
    ms: int, random: bytes
) -> None:
    made = uuid7(ms, random)
    read = uuid.UUID(made)
    assert str(read) == made
    assert read.version == 7
    assert read.variant == uuid.RFC_4122
    assert read.int >> 80 == ms


@given(MS, MS, RANDOM, RANDOM)
def test_what_was_made_later_sorts_later(one: int, other: int, a: bytes, b: bytes) -> None:
    if one < other:
        assert uuid7(one, a) < uuid7(other, b)


@given(MS, RANDOM, RANDOM)
def test_chance_tells_two_of_one_instant_apart(ms: int, a: bytes, b: bytes) -> None:
    tail = a[:2] != b[:2] or a[2:] != b[2:]
    if not tail:
        assert uuid7(ms, a) == uuid7(ms, b)


@given(st.lists(st.tuples(st.integers(5, 7), RANDOM), max_size=20))
def test_one_identifier_after_the_other_sorts_so_whatever_the_clock_and_chance_say(
    made: list[tuple[int, bytes]],
) -> None:
    taken = [""]
    for ms, random in made:
        taken.append(uuid7_after(taken[-1], ms, random))
    assert taken == sorted(set(taken))
    assert all(uuid.UUID(one).version == 7 for one in taken[1:])


def test_the_last_place_of_one_instant_is_followed_by_the_next_instant() -> None:
    last = uuid7(5, b"\xff" * 10)
    assert uuid.UUID(uuid7_after(last, 5, bytes(10))).int >> 80 == 6


@settings(max_examples=20)
@given(st.integers(0, 1 << 40), st.sampled_from([zeros, lambda count: b"\xff" * count]))
def test_a_series_sorts_in_the_order_it_is_taken(ms: int, random: Callable[[int], bytes]) -> None:
    taken = list(itertools.islice(uuid7_series(ms, random), 5000))
    assert taken == sorted(set(taken))
    assert all(uuid.UUID(one).version == 7 for one in taken)
    assert uuid.UUID(taken[4095]).int >> 80 == ms
    assert uuid.UUID(taken[4096]).int >> 80 == ms + 1
