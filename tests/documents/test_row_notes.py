"""Placeholders that are nothing, quantities that are several people, names that go on."""

from pathlib import Path

import pytest
import xlsxwriter

from checkin.documents.lists.reading import read_list
from checkin.domain.listing import DelegateList
from tests.documents.workbooks import row, workbook


def _warned(listed: DelegateList) -> list[tuple[int, str, str, dict[str, str]]]:
    return [(one.row, one.column, one.code, one.facts) for one in listed.warnings]


def _read(folder: Path, text: str) -> DelegateList:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return read_list(path)


@pytest.mark.parametrize("nothing", ["NA", "N/A", "n/a", "#N/A"])
def test_a_placeholder_is_nothing(tmp_path: Path, nothing: str) -> None:
    text = f"Title,Name,Function,Organisation,Country,Capacity\n{','.join([nothing] * 6)}\n"
    listed = _read(tmp_path, f"{text}{nothing},Ana Prueba,{nothing},{nothing},Mali,{nothing}\n")
    (person,) = listed.people
    delegate = person.delegate
    assert (delegate.honorific, delegate.function, delegate.organisation) == ("", "", "")
    assert [(one.row, one.code) for one in listed.refused] == [(2, "no_name")]
    assert listed.warnings == ()


def test_na_is_a_family_name_beside_another_name(tmp_path: Path) -> None:
    listed = _read(tmp_path, "Family name,First name,Country\nNA,Hye-jin,Mali\nNA,NA,Mali\n")
    assert [person.delegate.name for person in listed.people] == ["NA Hye-jin"]
    assert [one.row for one in listed.refused] == [3]


@pytest.mark.parametrize(
    ("header", "cells", "name"),
    [
        ("First name,Middle name,Last name", "Ana,B.,Prueba", "Prueba Ana B."),
        ("Primer apellido,Segundo apellido,Nombre", "Prueba,Inventada,Ana", "Prueba Inventada Ana"),
        ("Apellido paterno,Apellido materno,Nombre", "Prueba,,Ana", "Prueba Ana"),
        ("Full name,Middle name", "Ana B. Prueba,B.", "Ana B. Prueba"),
    ],
)
def test_further_names_go_on_with_the_ones_before(
    tmp_path: Path, header: str, cells: str, name: str
) -> None:
    listed = _read(tmp_path, f"{header},Country\n{cells},Mali\n")
    assert [person.delegate.name for person in listed.people] == [name]


def test_more_tickets_than_names_on_a_row_are_said(tmp_path: Path) -> None:
    text = "First Name,Last Name,Ticket quantity,Country\nAna,Prueba,3,Mali\nBea,Prueba,1,Mali\n"
    listed = _read(tmp_path, text)
    assert len(listed.people) == 2
    (warning,) = listed.warnings
    assert (warning.row, warning.column, warning.code, warning.facts) == (
        2,
        "Ticket quantity",
        "several_on_a_row",
        {"count": "3"},
    )


def test_a_list_says_how_it_was_understood(tmp_path: Path) -> None:
    listed = _read(
        tmp_path,
        "Liste,,\nName,Contact,Size\n"
        "Ana Prueba,a@x.example,4\nBea Prueba,b@x.example,4\nTotal 2,,\n",
    )
    seen = listed.understood
    assert (seen.format, seen.encoding, seen.sheet) == ("csv", "utf-8", "")
    assert (seen.header_row, seen.first_row, seen.last_row) == (2, 3, 4)
    assert [(one.letter, one.header, one.fields, one.how) for one in seen.columns] == [
        ("A", "Name", ("full_name",), "header"),
        ("B", "Contact", ("email",), "content"),
        ("C", "Size", (), ""),
    ]
    assert seen.columns[1].examples == ("a@x.example", "b@x.example")
    assert seen.columns[2].examples == ("4",)
    assert [(one.row, one.code) for one in seen.left_out] == [(1, "title_rows"), (5, "footer_rows")]
    assert all(one in listed.warnings for one in seen.left_out)


def test_a_workbook_says_which_sheets_it_has(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Delegates")
        sheet.write_row("A1", ["Name", "Country"])
        sheet.write_row("A2", ["Ana Prueba", "Mali"])
        book.add_worksheet("Notes")
    seen = read_list(path).understood
    assert (seen.format, seen.sheet) == ("xlsx", "Delegates")
    assert [(sheet.name, sheet.hidden) for sheet in seen.sheets] == [
        ("Delegates", False),
        ("Notes", False),
    ]


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#NAME?"])
@pytest.mark.parametrize("formula", ["", "<f>Z1</f>"])
def test_a_cell_that_shows_an_error_says_which(tmp_path: Path, error: str, formula: str) -> None:
    cell = f'<c r="B2" t="e">{formula}<v>{error}</v></c>'
    path = workbook(tmp_path / "list.xlsx", row(1, "Name", "Country"), row(2, "Ana", cell))
    assert _warned(read_list(path)) == [
        (2, "Country", "error_value", {"text": error}),
        (2, "Country", "no_delegation", {}),
    ]


@pytest.mark.parametrize("error", ["#REF!", "#NAME?", "#NOM?", "#¡REF!", "#VALOR!"])
def test_an_error_in_a_text_file_is_no_value(tmp_path: Path, error: str) -> None:
    listed = _read(tmp_path, f"Name,Function,Country\nAna,{error},Mali\n{error},Judge,Mali\n")
    assert [one.delegate.function for one in listed.people] == [""]
    assert _warned(listed) == [
        (2, "Function", "error_value", {"text": error}),
        (3, "Name", "error_value", {"text": error}),
    ]
    assert [(one.row, one.code) for one in listed.refused] == [(3, "no_name")]
