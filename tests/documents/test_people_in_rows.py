"""What one row of a list says about a person, with placeholders, titles and hostile cells."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.documents.lists.cells import LONGEST_NAME, LONGEST_TEXT
from checkin.documents.lists.codes import codes_of
from checkin.documents.lists.columns import columns_of
from checkin.documents.lists.row import RowReading, person_of
from checkin.documents.lists.tables import Row
from checkin.domain.delegate import Delegate
from checkin.domain.text import clean, words


def _read(header: str, *cells: str, mended: Mapping[str, str] | None = None) -> RowReading:
    names = header.split("|")
    return RowReading(Row(2, cells), columns_of(names, {}, ""), names, mended or {})


def _person(header: str, *cells: str) -> Delegate:
    person = person_of(_read(header, *cells))
    assert person
    return person.delegate


def _codes(header: str, *cells: str) -> list[str]:
    row = _read(header, *cells)
    person_of(row)
    return [problem.code for problem in row.problems]


@pytest.mark.parametrize("nothing", ["NA", "N/A", "n/a", "-", "—", ".", "null", "None", "#N/A"])
def test_a_placeholder_is_empty(nothing: str) -> None:
    fields = "Title|Name|Function|Organisation|Email|Phone|Seat|Note|Attention|Reference|QR code"
    found = _person(f"{fields}|Capacity|Country", nothing, "Ana Prueba", *[nothing] * 10, "Mali")
    assert found == Delegate("", "Ana Prueba", delegation="Mali", country="ML")


@pytest.mark.parametrize(
    ("header", "cells", "name"),
    [
        ("Surname|First name|Country", ("NA", "Yoon-sun", "Mali"), ("NA", "Yoon-sun")),
        ("Surname|First name|Country", ("Na", "NA", "Mali"), ("Na", "NA")),
        ("Surname|First name|Job", ("NA", "Yoon-sun", "NA"), ("Yoon-sun", "")),
        ("Surname|First name|Job", ("Kim", "NA", "NA"), ("Kim", "")),
        ("Surname|First name|Job", ("Null", "Peter", "null"), ("Null", "Peter")),
        ("Surname|First name|Country", ("-", "Peter", "Mali"), ("Peter", "")),
    ],
)
def test_na_is_a_name_where_the_row_does_not_say_otherwise(
    header: str, cells: tuple[str, ...], name: tuple[str, str]
) -> None:
    person = _person(header, *cells)
    assert (person.family_name, person.given_names) == name


def test_na_alone_is_nobody_and_na_as_a_delegation_is_asked_about() -> None:
    assert _codes("Name|Country", "NA", "Mali") == ["no_name"]
    assert _codes("Name|Country", "Ana", "NA") == ["unknown_delegation"]
    assert _codes("Name|Country|Job", "Ana", "NA", "NA") == ["no_delegation"]


def test_what_stands_in_columns_of_its_own_comes_out_as_written() -> None:
    header = "Titre|Nom et prénom|Pays"
    person = _person(header, "HE", "M. Paul Prueba", "Mali")
    assert (person.honorific, person.family_name) == ("HE", "M. Paul Prueba")
    person = _person("Title|Surname|First name|Country", "Mr", "DE Prueba", "Dr. JOSÉ de", "Mali")
    assert (person.family_name, person.given_names) == ("DE Prueba", "Dr. JOSÉ de")
    person = _person("Surname|First name|Country", "Prince", "Don M.", "Mali")
    assert (person.honorific, person.family_name, person.given_names) == ("", "Prince", "Don M.")


def test_a_clear_title_in_a_name_column_is_kept_as_one() -> None:
    person = _person("Surname|First name|Country", "Dr. PRUEBA", "Ana", "Mali")
    assert (person.honorific, person.family_name) == ("Dr.", "PRUEBA")
    person = _person("Title|Name|Country", "", "H.E. Ms. Ana PRUEBA", "Mali")
    assert (person.honorific, person.family_name, person.given_names) == (
        *("H.E. Ms.", "PRUEBA", "Ana"),
    )


def test_a_script_in_a_column_of_its_own_goes_before_one_in_the_name() -> None:
    person = _person("Nom|Nom en arabe|Pays", "Ana PRUEBA (آنا)", "آنا بروبا", "Mali")
    assert person.name_in_script == "آنا بروبا"
    assert set(words(person.name)) >= {"ana", "prueba"}
    assert _person("Nom|Pays", "Ana PRUEBA (آنا)", "Mali").name_in_script == "آنا"


@pytest.mark.parametrize("sign", ["=", "+", "@", "-", "＝"])
def test_the_apostrophe_that_an_export_put_before_a_formula_is_taken_off(sign: str) -> None:
    person = _person("Name|Function|Country", f"'{sign}Ana", f"'{sign}1+1", "Mali")
    assert (person.family_name, person.function) == (f"{sign}Ana", f"{sign}1+1")
    assert _person("Name|Country", "'t Hooft", "Mali").family_name == "'t Hooft"


def test_a_cell_that_never_ends_is_cut_and_said() -> None:
    long = "é" * 40_000
    person = _person("Name|Function|Country|QR code", long, long, "Mali", long)
    assert person.family_name == f"{long[:LONGEST_NAME]}…"
    assert person.function == f"{long[:LONGEST_TEXT]}…"
    assert person.foreign_codes == ()
    assert _codes("Name|Function|Country|QR code", long, long, "Mali", long) == (
        ["text_too_long"] * 3
    )
    assert _person("Name|Country", "\u202e" * 40_000 + "Ana", "Mali").family_name == "Ana"
    whole = "a" * LONGEST_TEXT
    assert _person("Name|Function|Country", "Ana", whole, "Mali").function == whole


def test_lone_surrogates_and_overrides_are_taken_out_and_said() -> None:
    person = _person("Name|Country", "A\udcffna\u202e Prue\u200bba\x07", "Mali")
    assert person.family_name == "Ana Prueba"
    assert _codes("Name|Country", "A\udcffna", "Mali") == ["text_cleaned"]


def test_a_number_that_a_spreadsheet_has_rounded_is_no_code() -> None:
    header = "Reference|Name|Country|Barcode|Phone"
    cells = ("1.12E+10", "Ana", "Mali", "1,45726E+22", "3.46E+10")
    person = _person(header, *cells)
    assert (person.reference, person.foreign_codes, person.phone) == ("", (), "3.46E+10")
    assert _codes(header, *cells) == ["number_rounded"] * 3


_INDICO = '{"i":[2,"indico.example.org","yv66vgAAQACAAAAAAAAAAQ=="]}'
_OLD_INDICO = '{"registrant_id": 12345, "checkin_secret": "a,b", "server_url": "https://x.example"}'


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ()),
        ("k24fiuwvu8kxz3y1bzx7hqk5n2m9ab01", ("k24fiuwvu8kxz3y1bzx7hqk5n2m9ab01",)),
        ("9982be4e-32cf-4656/a+b/c=", ("9982be4e-32cf-4656/a+b/c=",)),
        ("9982be4e-32cf::field", ("9982be4e-32cf::field",)),
        ("00123, A-1B2C3D4; A-1B2C3D4", ("00123", "A-1B2C3D4")),
        ("14572631910000000001001", ("14572631910000000001001",)),
        (_INDICO, (_INDICO,)),
        (_OLD_INDICO, (_OLD_INDICO,)),
        (f"{_INDICO}; {_OLD_INDICO}", (_INDICO, _OLD_INDICO)),
        ("{not, json", ("{not, json",)),
    ],
)
def test_codes_of_other_tools_are_kept_as_they_are(text: str, codes: tuple[str, ...]) -> None:
    assert codes_of(text) == codes


def test_json_as_deep_as_a_well_is_one_code() -> None:
    deep = '{"a":' * 100_000
    assert codes_of(deep) == (deep,)


def test_a_mended_delegation_is_read_instead() -> None:
    header = "Name|Country"
    for better in ("MA", "Morocco", "Royaume du Maroc"):
        row = _read(header, "Ana", "Marroco", mended={"Marroco": better})
        person = person_of(row)
        assert person
        assert (person.delegate.delegation, person.delegate.country) == ("Morocco", "MA")
        assert (row.problems, row.unresolved) == ([], "")
    row = _read(header, "Ana", "Marroco", mended={"Marroco": "Upper Nowhere"})
    person = person_of(row)
    assert person
    assert (person.delegate.delegation, row.unresolved) == ("Upper Nowhere", "Marroco")


_CELLS = st.one_of(
    st.text(st.characters(codec=None, exclude_categories=()), max_size=30),
    st.sampled_from(["NA", "-", "Dr. X", "Mr", "'=1", "Mali", "Marroco", "1E+5", "{", "M. A B"]),
)


@given(st.lists(_CELLS, min_size=9, max_size=9))
def test_whatever_a_row_holds_is_a_person_or_refused(cells: list[str]) -> None:
    header = "Title|Surname|First name|Name|Name in Arabic|Country|Organisation|QR code|Capacity"
    row = _read(header, *cells)
    person = person_of(row)
    if person is None:
        assert row.problems[-1].code == "no_name"
        return
    found = person.delegate
    for text in (found.name, found.honorific, found.delegation, found.organisation):
        assert text == clean(text)
    assert any(map(str.isalnum, found.family_name))
