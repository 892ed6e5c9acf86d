"""What a list holds and nobody takes is said; a mark that is never closed costs no row."""

import csv
from pathlib import Path

import pytest

from checkin.documents.lists.reading import read_list
from checkin.domain.listing import DelegateList, ListOptions

Said = list[tuple[int, str, str]]


def _listed(folder: Path, text: str, **options: dict[str, str]) -> DelegateList:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return read_list(path, ListOptions(**options))  # type: ignore[arg-type]


def _said(listed: DelegateList) -> Said:
    return [(one.row, one.column, one.code) for one in listed.warnings]


def test_a_block_of_names_beside_the_list_is_said_with_its_count(tmp_path: Path) -> None:
    text = "Name,Country,,Name,Country\nAna PRUEBA,Mali,,Bea PRUEBA,Spain\nCleo PRUEBA,Mali,,,\n"
    listed = _listed(tmp_path, text)
    assert _said(listed) == [
        (0, "Name", "second_names_not_read"),
        (0, "", "second_columns_not_read"),
    ]
    assert listed.warnings[0].facts == {"count": "1", "letter": "D"}


def test_a_second_column_of_the_same_header_is_said_once(tmp_path: Path) -> None:
    text = "Name,Country,Email,Email\nAna PRUEBA,Mali,a@x.example,b@x.example\n"
    listed = _listed(tmp_path, text + "Bea PRUEBA,Mali,c@x.example,d@x.example\n")
    assert _said(listed) == [(0, "", "second_columns_not_read")]
    assert listed.warnings[0].facts == {"columns": "Email (D)"}


@pytest.mark.parametrize(
    ("header", "state"),
    [
        *(("Registration state", "Withdrawn"), ("Registration state", "Rejected")),
        *(("Status", "cancelled"), ("Order status", "canceled"), ("Estado", "Anulada")),
        *(("Attendee Status", "Not Attending"), ("Statut", "Annulé"), ("الحالة", "ملغى")),
    ],
)
def test_who_has_withdrawn_is_taken_and_said(tmp_path: Path, header: str, state: str) -> None:
    text = f"Name,Country,{header}\nAna PRUEBA,Mali,Complete\nBea PRUEBA,Mali,{state}\n"
    listed = _listed(tmp_path, text)
    assert len(listed.people) == 2
    assert _said(listed) == [(3, header, "not_registered")]
    assert listed.warnings[0].facts == {"text": state}


@pytest.mark.parametrize("suffix", ["Jr", "Sr", "III"])
def test_a_suffix_belongs_to_the_name(tmp_path: Path, suffix: str) -> None:
    apart = f"First name,Last name,Suffix,Country\nJohn,PRUEBA,{suffix},Mali\n"
    (person,) = _listed(tmp_path, apart).people
    assert person.delegate.family_name == f"PRUEBA {suffix}"
    (person,) = _listed(tmp_path, f"Name,Suffix,Country\nJohn PRUEBA,{suffix},Mali\n").people
    assert suffix in person.delegate.name


@pytest.mark.parametrize("header", ["Nationalité", "Nacionalidad", "Nationality", "Nacionalidade"])
@pytest.mark.parametrize("value", ["Spain", "Española"])
def test_a_nationality_is_the_country_where_there_is_no_other(
    tmp_path: Path, header: str, value: str
) -> None:
    listed = _listed(tmp_path, f"Name,{header}\nAna PRUEBA,{value}\nBea PRUEBA,{value}\n")
    assert (0, header, "nationality_as_country") in _said(listed)
    assert listed.columns["country"] == header
    assert "country" not in _listed(tmp_path, "Name,Email\nAna PRUEBA,a@x.example\n").columns


def test_a_spelling_mended_for_nobody_is_said(tmp_path: Path) -> None:
    mended = {"Nowhere": "Spain", "Marroco": "Morocco"}
    listed = _listed(tmp_path, "Name,Country\nAna PRUEBA,Marroco\n", mended=mended)
    assert _said(listed) == [(0, "", "mended_nobody")]
    assert listed.warnings[0].facts == {"text": "Nowhere"}


def test_half_a_file_keeps_what_is_there_and_says_where_it_ends(tmp_path: Path) -> None:
    listed = _listed(tmp_path, 'Country,Name\nMali,Ana PRUEBA\nMali,"ROE Ja')
    assert "\ufffd" not in listed.people[1].delegate.name
    assert listed.people[1].delegate.name == "ROE Ja"
    assert _said(listed) == [(3, "", "cut_off")]


def test_a_mark_that_is_never_closed_swallows_and_shifts_nobody(tmp_path: Path) -> None:
    rows = '"PRUEBA Ana,Mali\nPRUEBA Bea,"Spain\n"PRUEBA, Cleo",Peru\nPRUEBA Dora,Mali\n'
    listed = _listed(tmp_path, f"Name,Country\n{rows}")
    assert [one.delegate.delegation for one in listed.people] == ["Mali", "Spain", "Peru", "Mali"]
    assert [one.delegate.family_name for one in listed.people] == ["PRUEBA"] * 4
    assert _said(listed) == [(2, "", "mark_not_closed"), (3, "", "mark_not_closed")]


def test_a_long_cell_is_read_whatever_the_process_allows(tmp_path: Path) -> None:
    csv.field_size_limit(131_072)  # as another part of the program may have left it
    text = f'Name,Note\nAna PRUEBA,"{"x" * 140_000}"\n'
    assert len(_listed(tmp_path, text).people) == 1
