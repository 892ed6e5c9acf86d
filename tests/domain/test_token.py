"""A badge's code: it round-trips, one wrong letter is noticed, and only our key signs it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.scan import Misread, Token, read
from checkin.domain.token import (
    ALPHABET,
    LENGTH,
    RANDOM_BYTES,
    SCHEME,
    is_signed,
    is_sound,
    make_token,
)

RANDOM = st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES)
KEYS = st.binary(min_size=32, max_size=32)


@given(RANDOM, KEYS)
def test_every_token_is_sound_signed_and_29_consonants(random: bytes, key: bytes) -> None:
    token = make_token(random, key)
    assert len(token) == LENGTH
    assert token[0] == SCHEME
    assert set(token) <= set(ALPHABET)
    assert is_sound(token)
    assert is_signed(token, key)
    assert read(token) == Token(token)


@given(RANDOM, RANDOM, KEYS)
def test_two_badges_never_say_the_same(one: bytes, other: bytes, key: bytes) -> None:
    assert (make_token(one, key) == make_token(other, key)) == (one == other)


@given(RANDOM, KEYS, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_a_misread_and_nobody_elses_badge(
    random: bytes, key: bytes, place: int, letter: str
) -> None:
    token = make_token(random, key)
    changed = token[:place] + letter + token[place + 1 :]
    assert is_sound(changed) == (changed == token)
    if changed != token:
        assert read(changed) == Misread(LENGTH)


@given(RANDOM, KEYS, st.integers(0, LENGTH - 2))
def test_two_letters_swapped_are_a_misread(random: bytes, key: bytes, place: int) -> None:
    token = make_token(random, key)
    swapped = token[:place] + token[place + 1] + token[place] + token[place + 2 :]
    assert is_sound(swapped) == (swapped == token)


@given(RANDOM, KEYS, st.integers(1, LENGTH - 1))
def test_a_lost_letter_is_a_misread(random: bytes, key: bytes, place: int) -> None:
    token = make_token(random, key)
    assert not is_sound(token[:place] + token[place + 1 :])
    assert not is_sound(token + token[place])


@pytest.mark.parametrize("random", [bytes(8), b"\xff" * 8, b"Salma's8"])
def test_another_meetings_key_did_not_sign_it(random: bytes) -> None:
    token = make_token(random, b"this meeting" * 3)
    assert is_sound(token)
    assert not is_signed(token, b"another meeting" * 3)
    assert not is_signed(token, b"")


def test_a_known_badge_says_what_it_always_said() -> None:
    """Printed badges must stay readable: this token may never change."""
    assert make_token(bytes(range(8)), bytes(range(32))) == "BBBBCBDBFBGBHBJBKRTJJFXGHJSJT"
