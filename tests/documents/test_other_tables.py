"""Other tables on the sheet of a list, and titles over its people: nobody is left out unsaid."""

import pytest

from checkin.domain.refused import Refused
from tests.documents.sources import columns, found, left_out, people

PEOPLE = "\n".join(f"PRUEBA {name}|Spain" for name in ("Ana", "Bea", "Cleo", "Dora", "Eva", "Fina"))
THREE = "\n".join(f"SOW {n}|French|Mali|{n}@x.example" for n in ("Awa", "Binta", "Coumba"))


@pytest.mark.parametrize("more", ["", "|Phone|Function|Organisation"])
def test_a_smaller_table_below_is_the_one_that_is_left(more: str) -> None:
    table = found(
        f"Name|Country\n{PEOPLE}\n\nInterpreters\nName|Language|Country|Email{more}\n{THREE}"
    )
    assert (table.header_row, len(table.rows)) == (1, 6)
    (problem,) = table.problems
    assert (problem.row, problem.code, problem.facts["count"]) == (9, "second_table", "3")


def test_two_tables_of_two_rows_are_two_and_need_no_gap() -> None:
    two, others = "\n".join(PEOPLE.split("\n")[:2]), "\n".join(THREE.split("\n")[:2])
    for gap in ("", "\n", "\nInterpreters\n"):
        table = found(f"Name|Country\n{two}\n{gap}Name|Language|Country|Email\n{others}")
        assert (table.header_row, len(table.rows)) == (1, 2)
        assert left_out(table).keys() == {"second_table"}


def test_a_larger_table_that_is_left_is_said_loudly() -> None:
    observers = "\n".join(f"DIALLO {n}|Mali" for n in "ABCDEFGHI")
    table = found(f"Name|Country\n{PEOPLE}\n\nObservers\nName|Post\n{observers}")
    (problem,) = table.problems
    assert (len(table.rows), problem.code, problem.facts["count"]) == (6, "larger_table", "9")


def test_people_above_the_header_that_was_taken_are_no_titles() -> None:
    observers = "\n".join(f"DIALLO {n}|Mali|{n}@x.example" for n in "ABCDEFGHI")
    table = found(f"Liste\n\nName|Country\n{PEOPLE}\n\nName|Country|Email\n{observers}")
    assert (table.header_row, len(table.rows)) == (11, 9)
    assert left_out(table) == {"title_rows": [1], "second_table": [3]}
    table = found(f"{PEOPLE}\n\nName|Language|Country|Email\n{THREE}")
    assert left_out(table) == {"larger_table": [1]}


@pytest.mark.parametrize("row", [99, -1])
def test_a_header_row_that_is_not_there_is_refused(row: int) -> None:
    with pytest.raises(Refused, match="no_such_header_row"):
        found(f"Name|Country\n{PEOPLE}", header_row=row)


@pytest.mark.parametrize("width", [1, 2, 3])
@pytest.mark.parametrize("header", [True, False])
def test_countries_stand_over_their_people_however_narrow_the_list_is(
    width: int, header: bool
) -> None:
    def row(*cells: str) -> str:
        return "|".join(cells[:width])

    head = [row("Name", "Position", "Working group")] if header or width == 1 else []
    text = "\n".join(
        [
            *head,
            *("SPAIN", row("PRUEBA Ana", "Adviser", "B"), row("PRUEBA Bea", "Adviser", "A")),
            *("ECOWAS", row("SOW Awa", "Adviser", "A"), "MALI", row("DIALLO Ada", "Chief", "B")),
        ]
    )
    table = found(text)
    assert [cells[0] for cells in people(table)] == [
        "PRUEBA Ana",
        "PRUEBA Bea",
        "SOW Awa",
        "DIALLO Ada",
    ]
    assert [cells.cells[-1] for cells in table.rows] == ["SPAIN", "SPAIN", "ECOWAS", "MALI"]
    assert len(left_out(table)["group_row"]) == 3


def test_one_person_called_as_a_country_is_taken_and_warned_of() -> None:
    table = found("Name|Position\nPRUEBA Ana|Chief\nChad|\nPRUEBA Bea|Chief")
    assert (len(table.rows), left_out(table)) == (3, {"title_or_person": [3]})
    assert found("Name\nMali\nSpain\nPeru").problems == ()


def test_titles_that_are_no_countries_are_nobody_and_end_the_country_above() -> None:
    person = "|PRUEBA Ana|Chief|a@x.example"
    titles = ("|SPAIN", "INTERPRETERS", "|SECRETARIAT", "|Observers", "|DRIVERS")
    rows = "\n".join(f"{title}\n{number}{person}" for number, title in enumerate(titles, 1))
    table = found(f"No|Name|Position|Email\n{rows}")
    assert [row.cells[0] for row in table.rows] == ["1", "2", "3", "4", "", "5"]
    assert [row.cells[-1] == "SPAIN" for row in table.rows] == [True, *[False] * 5]
    assert left_out(table) == {"group_row": [2, 4, 6, 8], "title_or_person": [10]}


@pytest.mark.parametrize("title", ["Name (AR)", "الاسم", "Arabic name", "Имя (ar)"])
@pytest.mark.parametrize("first", [True, False])
def test_a_second_column_of_names_in_another_script_is_that(title: str, first: bool) -> None:
    names = ["Name", "PRUEBA Ana", "PRUEBA Bea"], [title, "آنا بروبا", "بيا بروبا"]
    ordered = names if first else names[::-1]
    text = "\n".join(f"{one}|{other}|Mali" for one, other in zip(*ordered, strict=True))
    text = text.replace("Mali", "Country", 1)
    found_in = columns(text).indexes
    assert (found_in["full_name"], found_in["name_in_script"]) == ((0, 1) if first else (1, 0))
