"""Whom the desk shows first."""

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.delegate import Delegate
from checkin.domain.search import ranked

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
