"""One typing error is found wherever it is made, and nothing that is none."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.delegate import Delegate
from checkin.domain.doubts import Doubts, Why, one_typing_error

NAMES = st.text("abcdefgmnorst", min_size=7, max_size=24)


def mistyped(name: str, kind: str, at: int, letter: str) -> str:
    """A name as somebody types it in a hurry."""
    at %= len(name) - 1
    return {
        "left out": name[:at] + name[at + 1 :],
        "added": name[:at] + letter + name[at:],
        "mistaken": name[:at] + letter + name[at + 1 :],
        "swapped": name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    }[kind]


@given(
    NAMES,
    st.sampled_from(["left out", "added", "mistaken", "swapped"]),
    st.integers(0, 30),
    st.sampled_from("xyz"),
)
def test_one_typing_error_anywhere_is_seen(name: str, kind: str, at: int, letter: str) -> None:
    typed = mistyped(name, kind, at, letter)
    assert one_typing_error(name, typed)
    known = Delegate("1", name, delegation="Mali")
    why, people = Doubts([known], Counter()).about(Delegate("", typed, delegation="Mali"), False)
    assert people == (known,)
    assert why in (Why.TYPING_ERROR, Why.OTHER_REFERENCE)


@given(NAMES, NAMES)
def test_it_is_seen_from_both_sides(one: str, other: str) -> None:
    assert one_typing_error(one, other) == one_typing_error(other, one)
    assert one_typing_error(one, one)


def test_a_thousand_of_one_mailbox_and_one_name_show_only_a_few() -> None:
    people = [
        Delegate(str(n), "SOW", "Ali", str(n), delegation="Mali", email="m@example.org")
        for n in range(1000)
    ]
    doubts = Doubts(people, Counter(one.email for one in people))
    _, known = doubts.about(Delegate("", "SOW", "Ali", email="m@example.org"), False)
    assert len(known) == 5
