"""Rows that are no people, each said; in doubt a row is taken."""

import pytest

from tests.documents.sources import columns, found, grid, left_out, merged, people

LIST = "Nom|Prénom|Fonction|Pays\nPRUEBA|Ana|Cheffe|Mali\nPRUEBA|Bea|Chef|Niger"
TWO = [("PRUEBA", "Ana", "Cheffe", "Mali"), ("PRUEBA", "Bea", "Chef", "Niger")]


@pytest.mark.parametrize(
    "below",
    [
        "Total : 2",
        "Total|2",
        "|||Total 2",
        "TOTAL GÉNÉRAL: 2 participants",
        "Nombre de participants : 2",
        "\nSignature :",
        "\nFait à Rabat, le 5 juillet 2022\nLe Secrétaire général\nAhmed Prueba",
        "(*) à confirmer",
        "Source : secrétariat",
        "Page 1/1",
        "Please send the names of the people who come with you to us by Friday",
        "\nTotal: 2\n\nSignature\n\nAhmed Prueba",
    ],
)
def test_what_stands_under_the_list_is_nobody(below: str) -> None:
    table = found(f"{LIST}\n{below}")
    assert people(table) == TWO
    assert left_out(table).keys() == {"footer_rows"}


@pytest.mark.parametrize(
    "below",
    [
        *("Ahmed", "\nAhmed", "Total||x|Mali", "Ahmed||Page|", "Fonte, Maria", "Ana P. Prueba :"),
        "Son Excellence Madame Maria del Carmen de la Fuente y Prueba",
        "Ahmed||Centre for International Law of the Sea and other Things|",
    ],
)
def test_in_doubt_a_row_is_taken(below: str) -> None:
    table = found(f"{LIST}\n{below}")
    assert len(table.rows) == 3
    assert table.problems == ()


def test_a_count_in_the_middle_is_nobody() -> None:
    table = found(f"{LIST}\nSous-total|2\nPRUEBA|Cleo|Chef|Spain\nPRUEBA|Dora|Chef|Spain")
    assert len(table.rows) == 4
    assert left_out(table) == {"total_row": [4]}


def test_the_header_on_each_page_is_nobody() -> None:
    page = "PRUEBA|Cleo|Chef|Spain\nPage 1/2\nNOM|Prénom|Fonction|Pays"
    text = f"{LIST}\nNom|Prénom|Fonction|Pays\n{page}\nPRUEBA|Dora|Chef|Spain"
    table = found(text.replace("NOM", "Nom "))
    assert [row.cells[1] for row in table.rows] == ["Ana", "Bea", "Cleo", "Dora"]
    assert left_out(table) == {"repeated_header": [4, 7], "footer_rows": [6]}


def test_a_title_over_the_header_again_is_nobody() -> None:
    table = found(f"{LIST}\n\nObservateurs\nNom|Prénom|Fonction|Pays\nPRUEBA|Cleo|Chef|Spain")
    assert [row.cells[1] for row in table.rows] == ["Ana", "Bea", "Cleo"]
    assert left_out(table) == {"group_row": [5], "repeated_header": [6]}


@pytest.mark.parametrize(
    "second",
    [
        "Pays|Nombre\nMali|1\nNiger|1",
        "3. In-Meeting Activities\nName|Join time|Email\nAna|8:58|a@x.example",
        "Chauffeurs\nNom|Téléphone\nDora|+34 600 123 456",
    ],
)
def test_a_second_table_is_left_out_whole(second: str) -> None:
    table = found(f"{LIST}\n\n{second}")
    assert people(table) == TWO
    (problem,) = table.problems
    assert (problem.row, problem.code) == (5, "second_table")
    assert problem.facts["rows"] == f"5-{5 + second.count(chr(10))}"


def test_a_gap_in_the_list_begins_no_second_table() -> None:
    table = found(
        "Nom|Statut|Pays\nAna|Delegate|Mali\n\nBea|Participant|Mali\n\nCleo|Delegate|Mali"
    )
    assert (len(table.rows), table.problems) == (3, ())


def test_grouped_rows_of_odoo_are_nobody() -> None:
    table = found(
        "Attendee Name|Email|Phone|Event Ticket\n"
        "Delegate (2)|||\nAna Prueba|a@x.example|1|Delegate\nBea (2)|b@x.example|1|Delegate\n"
        "Observer (1)|||\n    Press (1)|||\nCleo Prueba|c@x.example|1|Observer\n"
    )
    assert [row.cells[0] for row in table.rows] == ["Ana Prueba", "Bea (2)", "Cleo Prueba"]
    assert left_out(table) == {"group_row": [2, 5, 6]}


def test_a_label_whose_number_does_not_fit_is_taken() -> None:
    table = found("Name|Email|Phone\nAna (7)||\nBea Prueba|b@x.example|1\nCleo|c@x.example|1")
    assert (len(table.rows), left_out(table)) == (3, {"title_or_person": [2]})


def test_countries_over_their_people_are_nobody_and_the_country_of_each() -> None:
    text = "Nom|Prénom|Fonction\nMALI\nPRUEBA|Ana|Chef\nPRUEBA|Bea|Chef\nNiger\nPRUEBA|Cleo|Chef"
    table = found(text)
    assert [row.cells[-1] for row in table.rows] == ["MALI", "MALI", "Niger"]
    assert left_out(table) == {"group_row": [2, 5]}
    assert columns(text).indexes["delegation"] == 3


def test_a_row_that_lacks_all_but_its_country_is_no_title() -> None:
    table = found("Nom|Pays|Fonction\nAna|Mali|Cheffe\n|Niger|\nBea|Mali|Cheffe")
    assert (len(table.rows), table.problems) == (3, ())


def test_a_title_merged_over_the_list_is_nobody() -> None:
    text = "Nom|Prénom|Fonction|Pays\nDÉLÉGUÉS\nPRUEBA|Ana|Chef|Mali\nPRESSE\nPRUEBA|Bea|Chef|Mali"
    table = found(grid(text, "List", merged=merged((2, 0, 2, 3), (4, 0, 4, 3))))
    assert [row.cells[1] for row in table.rows] == ["Ana", "Bea"]
    assert left_out(table) == {"group_row": [2, 4]}
    assert len(found(text).rows) == 2
    unknown = text.replace("DÉLÉGUÉS", "ÉQUIPE A").replace("PRESSE", "ÉQUIPE B")
    assert left_out(found(unknown)) == {"title_or_person": [2, 4]}
