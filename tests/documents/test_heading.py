"""Where the header stands, on whatever row, in whatever words, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.documents.lists.grid import Grid
from checkin.domain.refused import Refused
from tests.documents.sources import columns, found, grid, left_out, merged, people

HEADER = "Nom|Prénom|Pays"
ROWS = "PRUEBA|Ana|Mali\nPRUEBA|Bea|Niger"


@pytest.mark.parametrize("above", range(20))
def test_the_header_may_stand_on_any_of_the_first_twenty_rows(above: int) -> None:
    titles = "\n".join(f"Titre {number}" for number in range(above))
    table = found(f"{titles}\n{HEADER}\n{ROWS}")
    assert (table.header_row, table.header) == (above + 1, ("Nom", "Prénom", "Pays"))
    assert people(table) == [("PRUEBA", "Ana", "Mali"), ("PRUEBA", "Bea", "Niger")]
    assert left_out(table) == ({"title_rows": [1]} if above else {})


def test_rows_are_counted_from_the_first_one_that_holds_anything() -> None:
    blank: list[list[str]] = [[] for _ in range(40)]
    cells = [line.split("|") for line in f"Liste\n{HEADER}\n{ROWS}".split("\n")]
    table = found(Grid("", [*blank, *cells]))
    assert (table.header_row, [row.number for row in table.rows]) == (42, [43, 44])


def test_titles_of_several_cells_are_no_header() -> None:
    titles = "Date :|5 juillet 2022|Lieu :|Rabat\nOrganisateur|Ministère||"
    table = found(f"{titles}\nN°|Nom|Prénom|Pays\n1|PRUEBA|Ana|Mali\n2|PRUEBA|Bea|Mali")
    assert table.header_row == 3
    (problem,) = table.problems
    assert problem.facts["rows"] == "1-2"
    assert "Rabat" in problem.facts["text"]


@pytest.mark.parametrize("areas", [(), ((1, 0, 1, 1), (1, 2, 1, 3), (1, 4, 2, 4))])
def test_two_rows_make_a_header_where_the_upper_one_groups(
    areas: tuple[tuple[int, int, int, int], ...],
) -> None:
    text = "Nom||Contact||Pays\nFamille|Prénom|Mail|Tél|\nPRUEBA|Ana|a@x.example|+34 600 123|Mali"
    table = found(grid(text, "List", merged=merged(*areas)))
    assert table.header == ("Famille", "Prénom", "Mail", "Tél", "Pays")
    assert people(table) == [("PRUEBA", "Ana", "a@x.example", "+34 600 123", "Mali")]


def test_the_first_person_is_no_second_row_of_the_header() -> None:
    table = found("Nom|Fonction|Pays\nDelegate|Ministre|Mali\nAna Prueba|Conseil|Niger")
    assert (table.header_row, len(table.rows)) == (1, 2)


def test_a_value_that_is_a_word_of_headers_is_no_header() -> None:
    table = found("Ana Prueba|Delegate|Mali\nBea Prueba|Delegate|Niger\nCleo Prueba|Delegate|Mali")
    assert (table.header_row, len(table.rows)) == (0, 3)


def test_without_a_header_every_row_is_a_person_and_letters_name_the_columns() -> None:
    table = found("Liste des participants\n\nPRUEBA Ana|Mali\nPRUEBA Bea|Niger\nPRUEBA Cleo|Mali")
    assert (table.header_row, table.header) == (0, ("A", "B"))
    assert [row.number for row in table.rows] == [3, 4, 5]
    assert left_out(table) == {"no_header": [0], "title_rows": [1]}


def test_names_alone_are_people() -> None:
    assert people(found("Ana Prueba\nBea Prueba")) == [("Ana Prueba",), ("Bea Prueba",)]


def test_a_header_in_words_nobody_knows_is_seen_by_what_stands_below() -> None:
    table = found("Qui|D'où|Écrire à\nAna Prueba|Mali|a@x.example\nBea Prueba|Niger|b@x.example")
    assert (table.header_row, table.header) == (1, ("Qui", "D'où", "Écrire à"))


def test_a_header_in_sentences_is_a_header() -> None:
    taken = columns(
        "Veuillez indiquer votre nom de famille|Prénom(s) tel que dans le passeport"
        "|Pays que vous représentez|Adresse électronique (obligatoire)\n"
        "PRUEBA|Ana|Mali|a@x.example"
    )
    assert taken.indexes == {
        "family_name": 0,
        "given_names": 1,
        "delegation": 2,
        "country": 2,
        "email": 3,
    }


def test_the_operator_says_where_the_header_is_or_that_there_is_none() -> None:
    text = f"{HEADER}\nSurname|First name|Country\n{ROWS}"
    assert found(text).header_row == 1
    assert found(text, header_row=2).header == ("Surname", "First name", "Country")
    bare = found(text, header_row=0)
    assert (bare.header, len(bare.rows)) == (("A", "B", "C"), 4)


def test_the_row_that_holds_the_headers_somebody_spoke_of_is_the_header() -> None:
    text = f"{HEADER}\nPRUEBA|Ana|Mali\nQui|Quoi|Où\nPRUEBA|Bea|Niger"
    assert found(text, named=("qui", "où")).header_row == 3


def test_a_line_that_tells_spreadsheets_the_delimiter_is_nothing() -> None:
    table = found(f"sep=;\n{HEADER}\n{ROWS}")
    assert (table.header_row, table.problems) == (2, ())


@pytest.mark.parametrize("text", ["", HEADER, f"Liste\n{HEADER}"])
def test_nobody_is_nobody(text: str) -> None:
    with pytest.raises(Refused, match="empty_list"):
        found(text)


_CELL = st.sampled_from(["", "Nom", "Pays", "Delegate", "Mali", "Ana Prueba", "7", "a@x.example"])


@given(rows=st.lists(st.lists(_CELL, max_size=4), max_size=8))
def test_no_row_is_lost_without_a_word(rows: list[list[str]]) -> None:
    """Each row that holds anything is the header, is taken, or is said to be left out."""
    try:
        table = found(Grid("", rows))
    except Refused:
        return
    said: set[int] = set()
    for problem in table.problems:
        for run in filter(None, problem.facts.get("rows", "").split(", ")):
            first, _, last = run.partition("-")
            said |= set(range(int(first), int(last or first) + 1))
    filled = {number for number, cells in enumerate(rows, 1) if any(cells)}
    taken = {row.number for row in table.rows}
    header = {table.header_row, table.header_row - 1} - taken - said
    assert filled <= taken | said | header
    assert not taken & said
