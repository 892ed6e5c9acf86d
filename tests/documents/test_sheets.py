"""Which sheet is the list; what is hidden or merged on it."""

import pytest

from checkin.documents.lists.nobody import continued
from checkin.domain.listing import SheetSeen
from checkin.domain.refused import Refused
from tests.documents.sources import columns_of_table, found, grid, left_out, merged, people

COVER = grid("Réunion de Rabat\nNote verbale\nVeuillez trouver la liste", "Couverture")
LIST = grid("Nom|Prénom|Pays\nPRUEBA|Ana|Mali", "Liste")


def test_the_cover_sheet_is_not_taken_for_the_list() -> None:
    assert found(COVER, LIST).sheet == "Liste"
    assert found(LIST, COVER).sheet == "Liste"
    assert found(COVER, LIST).sheets == ("Couverture", "Liste")


def test_of_two_lists_the_first_is_taken_and_the_other_said() -> None:
    other = grid("Nom|Prénom|Pays\nPRUEBA|Bea|Niger", "Observateurs")
    table = found(LIST, other)
    assert table.sheet == "Liste"
    (problem,) = table.problems
    assert (problem.row, problem.code) == (0, "other_lists")
    assert problem.facts == {"count": "1", "sheets": "Observateurs"}
    assert found(LIST, other, sheet="Observateurs").rows[0].cells[1] == "Bea"


def test_a_hidden_sheet_is_left_and_said_or_taken_and_said() -> None:
    hidden = grid("Nom|Prénom|Pays|E-mail\nPRUEBA|Bea|Niger|b@x.example", "Vieux", hidden=True)
    table = found(hidden, LIST)
    assert (table.sheet, left_out(table)) == ("Liste", {"hidden_sheets_left": [0]})
    assert table.seen == (SheetSeen("Vieux", True, 2), SheetSeen("Liste", False, 2))
    taken = found(hidden, LIST, hidden=True)
    assert (taken.sheet, left_out(taken)) == (
        "Vieux",
        {"hidden_sheet_taken": [0], "other_lists": [0]},
    )
    assert left_out(found(hidden)) == {"hidden_sheet_taken": [0]}


def test_a_sheet_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(Refused) as refusal:
        found(COVER, LIST, sheet="X")
    assert refusal.value.facts == {"path": "list", "sheet": "X", "sheets": "Couverture, Liste"}


def test_hidden_rows_and_columns_are_left_and_said_or_taken_and_said() -> None:
    text = "Nom|Note|Pays\nAna Prueba|x|Mali\nBea Prueba|y|Niger\nCleo Prueba|z|Mali\n"
    sheet = grid(text, "L", hidden_rows=frozenset({3, 9}), hidden_columns=frozenset({1, 7}))
    left = found(sheet)
    assert people(left) == [("Ana Prueba", "", "Mali"), ("Cleo Prueba", "", "Mali")]
    assert left.header == ("Nom", "", "Pays")
    facts = [(one.row, one.code, one.facts) for one in left.problems]
    assert facts == [
        (0, "hidden_rows_left", {"count": "1", "rows": "3"}),
        (0, "hidden_columns_left", {"count": "1", "columns": "B"}),
    ]
    taken = found(sheet, hidden=True)
    assert (len(taken.rows), taken.header[1]) == (3, "Note")
    assert left_out(taken) == {"hidden_rows_taken": [0], "hidden_columns_taken": [0]}


def test_a_merged_country_is_that_of_every_row_it_covers() -> None:
    text = "Pays|Nom|Prénom\nMali|PRUEBA|Ana\n|PRUEBA|Bea\n|PRUEBA|Cleo\nNiger|PRUEBA|Dora"
    table = found(grid(text, "L", merged=merged((2, 0, 4, 0), (5, 0, 99, 0))))
    assert [row.cells[0] for row in table.rows] == ["Mali", "Mali", "Mali", "Niger"]
    assert table.filled == {(3, 0), (4, 0)}


def test_a_merged_country_is_that_of_the_others_too_where_its_first_row_is_hidden() -> None:
    text = "Pays|Nom\nMali|Ana Prueba\n|Bea Prueba"
    table = found(grid(text, "L", merged=merged((2, 0, 3, 0)), hidden_rows=frozenset({2})))
    assert people(table) == [("Mali", "Bea Prueba")]


def test_a_merged_cell_writes_over_nothing_and_makes_nobody() -> None:
    text = "Pays|Nom\nMali|Ana Prueba\nNiger|Bea Prueba\n\n|Cleo Prueba"
    table = found(grid(text, "L", merged=merged((2, 0, 9, 0))))
    assert people(table) == [
        ("Mali", "Ana Prueba"),
        ("Niger", "Bea Prueba"),
        ("Mali", "Cleo Prueba"),
    ]


def test_a_family_name_over_two_people_is_that_of_both() -> None:
    text = "Nom|Prénom|Pays\nPRUEBA|Ana|Mali\n|Bea|"
    table = found(grid(text, "L", merged=merged((2, 0, 3, 0), (2, 2, 3, 2))))
    assert people(table) == [("PRUEBA", "Ana", "Mali"), ("PRUEBA", "Bea", "Mali")]
    assert list(continued(table.rows, table, columns_of_table(table))) == []


def test_a_row_under_a_merged_name_goes_on_with_the_same_person() -> None:
    text = "Nom|Fonction|Pays\nAna Prueba|Directrice|Mali\n|Cheffe de délégation|\nBea|Chef|Mali"
    table = found(grid(text, "L", merged=merged((2, 0, 3, 0))))
    (problem,) = continued(table.rows, table, columns_of_table(table))
    assert (problem.row, problem.code) == (3, "row_continues")
    assert "Cheffe de délégation" in problem.facts["text"]


def test_a_header_merged_over_family_and_given_names_is_both() -> None:
    text = "Nom et prénom||Pays\nPRUEBA|Ana|Mali\nPRUEBA|Bea|Niger"
    table = found(grid(text, "L", merged=merged((1, 0, 1, 1))))
    taken = columns_of_table(table)
    assert (taken["family_name"], taken["given_names"]) == (0, 1)


def test_merged_cells_that_lie_over_one_another_take_no_longer_than_others() -> None:
    text = "Nom|Pays\n" + "\n".join(["Ana Prueba|"] * 3000)
    areas = merged(*[(2, 1, 3001, 1)] * 3000)
    assert len(found(grid(text, "L", merged=areas)).rows) == 3000
