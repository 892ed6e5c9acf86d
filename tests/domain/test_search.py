"""Whom the desk shows first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.delegate import Delegate
from checkin.domain.search import ranked, same_name, typed_letters
from checkin.domain.text import words

NADIA = Delegate("1", "EL OUAFI", "Nadia", delegation="Morocco", name_in_script="نادية الوافي")
NADINE = Delegate("2", "NADAL", "Nadine", delegation="Spain", organisation="FIIAPP")
OMAR = Delegate("3", "NAD", "Omar", delegation="Spain")
EVERYBODY = (NADIA, NADINE, OMAR)


def names(text: str, limit: int = 8) -> list[str]:
    return [one.delegate.given_names for one in ranked(text, EVERYBODY, limit)]


def test_a_whole_word_goes_before_a_beginning() -> None:
    assert names("nad") == ["Omar", "Nadia", "Nadine"]
    assert names("nadia")[0] == "Nadia"
    assert names("NADINE")[0] == "Nadine"


def test_order_accents_and_apostrophes_do_not_matter() -> None:
    assert names("ouafi nadia", 1) == names("Nádia OUAFI", 1) == ["Nadia"]


def test_delegation_organisation_and_script_count_too() -> None:
    assert names("fiiapp", 1) == ["Nadine"]
    assert names("morocco", 1) == ["Nadia"]
    assert names("نادية", 1) == ["Nadia"]


def test_nothing_typed_scores_nothing_and_everybody_stands_by_name() -> None:
    assert names("") == ["Nadia", "Omar", "Nadine"]
    assert {one.score for one in ranked("", EVERYBODY, 8)} == {0.0}


@given(st.text(max_size=20), st.integers(0, 4))
def test_scores_lie_between_nothing_and_one_and_fall(text: str, limit: int) -> None:
    found = ranked(text, EVERYBODY, limit)
    scores = [one.score for one in found]
    assert len(found) == min(limit, len(EVERYBODY))
    assert all(0 <= score <= 1 for score in scores)
    assert scores == sorted(scores, reverse=True)


@given(st.permutations(EVERYBODY), st.sampled_from(["nad", "spain", "o", "nadine nadal"]))
def test_the_order_does_not_depend_on_how_people_stand_in_the_file(people, text: str) -> None:
    assert ranked(text, people, 8) == ranked(text, EVERYBODY, 8)


def test_the_beginning_of_a_name_goes_before_the_beginning_of_a_delegation() -> None:
    martin = Delegate("4", "MARTINELLI", "Zoe", delegation="Italy")
    malian = Delegate("5", "ABBA", "Ali", delegation="Mali")
    assert [one.delegate.id for one in ranked("m", (malian, martin), 2)] == ["4", "5"]
    assert [one.delegate.id for one in ranked("mali", (martin, malian), 1)] == ["5"]


def marked(shown: str, typed: str) -> list[str]:
    return [shown[begin:end] for begin, end in typed_letters(shown, words(typed))]


@pytest.mark.parametrize(
    ("shown", "typed", "letters"),
    [
        ("BENNANI Mohamed", "moham", ["Moham"]),
        ("OULD MOHAMED LEMINE", "moh lem", ["MOH", "LEM"]),
        ("N'DIAYE Aïssatou", "ndi ais", ["N'DI", "Aïs"]),
        ("EL OUAFI", "nad", []),
        ("Ærø", "aer", ["Ær"]),
        ("Strauß", "strauss", ["Strauß"]),
        ("نادية الوافي", "نادي", ["نادي"]),
        ("", "na", []),
    ],
)
def test_the_letters_that_were_typed_are_found_again(
    shown: str, typed: str, letters: list[str]
) -> None:
    assert marked(shown, typed) == letters


@given(st.text(max_size=30), st.text(max_size=10))
def test_marked_letters_stand_inside_the_text_and_in_order(shown: str, typed: str) -> None:
    spans = typed_letters(shown, words(typed))
    assert all(0 <= begin < end <= len(shown) for begin, end in spans)
    assert spans == sorted(spans)


def test_people_are_called_the_same_in_whatever_order_their_names_stand() -> None:
    one, other = Delegate("1", "BENNANI", "Mohamed"), Delegate("2", "Mohamed", "Bénnani")
    assert same_name(one, other)
    assert not same_name(one, one)
    assert not same_name(one, NADIA)
