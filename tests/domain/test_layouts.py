"""Codes that another keyboard came in between are turned back, letter by letter."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.layouts import LAYOUTS, US, meanings
from tests.keyboards import mangle, unmangle, with_caps_lock

TYPED = string.ascii_letters + string.digits + string.punctuation
NAMES = sorted(LAYOUTS)


@pytest.mark.parametrize("name", NAMES)
@given(text=st.text(TYPED + " ", max_size=60))
def test_whatever_a_keyboard_made_of_a_text_is_turned_back(name: str, text: str) -> None:
    assert unmangle(mangle(text, name), name) == text


@pytest.mark.parametrize("name", NAMES)
@given(text=st.text(TYPED, max_size=60))
def test_what_was_meant_is_among_the_meanings_with_caps_lock_on_and_off(
    name: str, text: str
) -> None:
    came = mangle(text, name)
    assert text in meanings(came)
    assert text in meanings(with_caps_lock(came))


@pytest.mark.parametrize("name", NAMES)
def test_every_key_of_a_layout_says_something_of_its_own(name: str) -> None:
    layout = LAYOUTS[name]
    assert len(layout.typed) == len(set(layout.typed.values())) == 94
    assert set(layout.dead) <= set(layout.plain + layout.shifted)


@pytest.mark.parametrize(
    ("name", "came"),
    [
        ("fr", "'F\"Q)ç!AMw°_"),
        ("es", "4F3A'9-QÑz?8"),
    ],
)
def test_what_was_seen_on_real_keyboards_is_turned_back(name: str, came: str) -> None:
    assert unmangle(came, name) == "4F3A-9/Q:z_8"


@pytest.mark.parametrize("name", ["fr", "be", "de"])
def test_caps_lock_that_works_on_every_key_is_turned_back(name: str) -> None:
    pairs = zip(LAYOUTS[US].plain, LAYOUTS[US].shifted, strict=True)
    other = {a: b for pair in pairs for a, b in (pair, pair[::-1])}
    code = "gkx9-2P/7:z"
    locked = mangle("".join(other[letter] for letter in code), name)
    assert code in meanings(locked)


def test_a_dead_key_may_join_a_letter_that_has_an_accent() -> None:
    assert unmangle("\u1ebf", "fr") == "[2"


@given(st.text(max_size=60))
def test_any_text_has_meanings_and_nothing_is_raised(text: str) -> None:
    assert all(isinstance(meaning, str) for meaning in meanings(text))
