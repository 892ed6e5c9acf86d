"""Placeholders in a name's place, and several people in one cell: kept, and said."""

from pathlib import Path

import pytest

from checkin.documents.lists.odd_names import is_nobody, names_several
from checkin.documents.lists.reading import read_list
from checkin.domain.listing import DelegateList


def _read(folder: Path, text: str) -> DelegateList:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return read_list(path)


def _warned(listed: DelegateList) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.code) for one in listed.warnings]


@pytest.mark.parametrize(
    "text",
    [
        *("TBC", "TBD", "(to be confirmed)", "à confirmer", "À CONFIRMER", "por confirmar"),
        *("a confirmar", "N.N.", "Vacant", "+ 2 security officers", "+2", "2 gardes du corps"),
        *("et 2 accompagnants", "2024-03-12", "12/03/2024", "12 March 2024", "12345", "شاغر"),
        *("Dr", "Dr.", "Mme", "H.E.", "S.E.M.", "Prof. Dr.", "Sr.", "TBC 1", "tbc (2)"),
        *("[TBC]", "Delegate 3", "Délégué 3"),
    ],
)
def test_a_placeholder_is_nobodys_name(text: str) -> None:
    assert is_nobody(text)


@pytest.mark.parametrize(
    "text",
    [
        *("DOE John", "1. DOE John", "12 DOE John", "Ng", "He", "HE", "Me", "Don", "Prince"),
        *("Vacante Maria", "DOE John (TBC)", "John Doe III", "Nn Pham", "(Mrs) DOE Jane"),
        *("NAME3", "JOHN SMITH 2", "De la Cruz, Maria", "محمد بناني"),
    ],
)
def test_a_name_is_somebodys_whatever_stands_beside_it(text: str) -> None:
    assert not is_nobody(text)


@pytest.mark.parametrize(
    "text",
    [
        *("DOE John\nROE Jane", "POE Ed / LEE Li", "WU Wei and KEI Al", "DOE John; LEE Ann"),
        *("John Doe / Jane Roe", "John Doe\nJane Roe", "DOE, John; ROE, Jane", "DOE John/ROE Jane"),
        *("Mr and Mrs DOE", "M. et Mme DUPONT", "Mr John DOE and Ms Jane ROE", "Al Doe & Jo Roe"),
        *("DOE John, ROE Jane", "DUPONT Jean et MARTIN Anne", "GARCÍA Ana y LÓPEZ Juan"),
        "DOE John\r\nROE Jane\r\nPOE Ed",
    ],
)
def test_several_people_in_one_cell_are_seen(text: str) -> None:
    assert names_several(text)


@pytest.mark.parametrize(
    "text",
    [
        *("José Ortega y Gasset", "María García y López Pérez", "João Costa e Silva Pereira"),
        *("DE LA CRUZ Y PÉREZ Juan", "ORTEGA Y GASSET José", "Maria de Lurdes e Silva"),
        *("DOE\nJohn", "DOE\nJohn Paul", "Mr\nJohn DOE", "DOE, John\n", "DOE John /"),
        *("John DOE\nMinister of Interior", "John Doe\nDeputy Minister", "DOE John\nجون دو"),
        *("Ana Prueba / آنا بروبا", "De la Cruz, Maria", "SMITH, John, Jr", "DUPONT Jean, Dr."),
        *("Van der Berg, Anna Maria", "John Doe, PhD", "BENNANI, Mohamed Ali", "d'ALMEIDA João"),
    ],
)
def test_one_person_is_one_whatever_stands_between_the_names(text: str) -> None:
    assert not names_several(text)


def test_nobody_is_lost_for_a_placeholder(tmp_path: Path) -> None:
    listed = _read(tmp_path, "Name,Country\nTBC,Mali\nMr TBD,Chad\nDOE John,Mali\nDr,Togo\n")
    assert [one.delegate.family_name for one in listed.people] == ["TBC", "TBD", "DOE", "Dr"]
    assert _warned(listed) == [(row, "Name", "no_real_name") for row in (2, 3, 5)]
    assert listed.warnings[0].facts == {"text": "TBC"}


def test_a_placeholder_in_both_columns_is_one(tmp_path: Path) -> None:
    text = "Family name,First name,Country\nTBC,TBC,Mali\nTBC,,Chad\nSOW,TBC,Mali\n"
    assert _warned(_read(tmp_path, text)) == [
        (row, "Family name", "no_real_name") for row in (2, 3)
    ]


def test_several_people_in_a_cell_stay_one_row_and_are_said(tmp_path: Path) -> None:
    listed = _read(tmp_path, 'Name,Country\n"DOE John\nROE Jane",Mali\nSOW Awa,Mali\n')
    assert len(listed.people) == 2
    assert _warned(listed) == [(2, "Name", "several_in_a_cell")]
    assert listed.warnings[0].facts == {"text": "DOE John ROE Jane"}


def test_names_below_each_other_in_two_columns_are_said(tmp_path: Path) -> None:
    text = 'Family name,First name,Country\n"DOE\nROE","John\nJane",Mali\n"DE LA\nCRUZ",Ana,Chad\n'
    assert _warned(_read(tmp_path, text)) == [(2, "Family name", "several_in_a_cell")]
