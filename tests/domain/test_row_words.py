"""A row of a list in words, however odd the row is."""

import pytest

from checkin.documents.wording import load
from checkin.domain.listing import RowProblem
from checkin.domain.meeting import LANGUAGES
from checkin.domain.row_words import row_words
from checkin.domain.text import shortened
from tests.rules.source import texts


def test_what_is_quoted_keeps_its_direction_and_is_cut_where_nobody_reads_on() -> None:
    problem = RowProblem(88, "Pays", "unknown_delegation", {"text": "ليبيا " * 50_000})
    say, do = row_words(problem, load("en"))
    assert say.startswith("“\u2068ليبيا")
    assert "…\u2069” is not a delegation we know" in say
    assert len(say) < 140
    assert do == "Check how it is written, or leave it as it is."


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_can_be_said_of_a_row_has_its_advice(language: str) -> None:
    wording = load(language)
    codes = {key.partition(".")[2] for key in wording.texts if key.startswith("row.")}
    assert codes <= texts()
    assert {key for key in wording.texts if key.startswith("row_do.")} == {
        f"row_do.{code}" for code in codes
    }


@pytest.mark.parametrize(
    ("language", "name"), [("fr", "Maroc"), ("en", "Morocco"), ("es", "Marruecos")]
)
def test_a_fact_with_words_in_the_language_is_said_in_them(language: str, name: str) -> None:
    offered = {"offered": "Morocco", "offered_fr": "Maroc", "offered_es": "Marruecos"}
    problem = RowProblem(2, "Pays", "delegation_offered", {"text": "Marroco", **offered})
    say, _ = row_words(problem, load(language))
    assert f"\u2068{name}\u2069" in say
    assert "\u2068Marroco\u2069" in say


def test_a_text_is_shortened_only_where_it_is_too_long() -> None:
    assert shortened("Conseil\x07ler", 9) == "Conseil l…"
    assert shortened("Judge", 5) == "Judge"
