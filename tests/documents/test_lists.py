"""A whole list comes in: nobody is lost, nobody is renamed, and what looks odd is said."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.documents.lists.reading import read_list
from checkin.domain.delegate import Capacity
from checkin.domain.listing import DelegateList, ListOptions
from checkin.domain.refused import Refused
from checkin.paths import resource
from tests.documents.workbooks import parts, row, sheet_xml, workbook

EXPORTS = Path(__file__).parent.parent / "data" / "peer_exports"


def _read(folder: Path, text: str, **options: object) -> DelegateList:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return read_list(path, ListOptions(**options))  # type: ignore[arg-type]


def _names(listed: DelegateList) -> list[str]:
    return [person.delegate.name for person in listed.people]


def _warned(listed: DelegateList) -> list[tuple[int, str, str, dict[str, str]]]:
    return [(w.row, w.column, w.code, w.facts) for w in listed.warnings]


def test_a_list_of_every_column_is_read_whole(tmp_path: Path) -> None:
    listed = _read(
        tmp_path,
        "Reference,Title,Family name,Given names,Name in Arabic,Function,Organisation,Delegation,"
        "Capacity,Working group,Seat,Languages,E-mail,Phone,Notes,Attention,QR code\n"
        "R1,HE,EL PRUEBA,Nadia,نادية,Director,Ministry,Maroc,HoD,2,B12,fr; ar/es,"
        "n@x.example,'+212 5,VIP lift,wheelchair,A-1 B-2\n",
    )
    (person,) = listed.people
    delegate = person.delegate
    assert (person.row, person.prefix, delegate.id) == (2, "MA", "")
    assert (delegate.reference, delegate.honorific) == ("R1", "HE")
    assert (delegate.family_name, delegate.given_names) == ("EL PRUEBA", "Nadia")
    assert (delegate.name_in_script, delegate.function) == ("نادية", "Director")
    assert (delegate.organisation, delegate.delegation) == ("Ministry", "Morocco")
    assert (delegate.country, delegate.capacity) == ("MA", Capacity.HEAD)
    assert (delegate.working_group, delegate.seat) == ("2", "B12")
    assert delegate.languages == ("fr", "ar", "es")
    assert (delegate.email, delegate.phone) == ("n@x.example", "+212 5")
    assert (delegate.note, delegate.attention) == ("VIP lift", "wheelchair")
    assert delegate.foreign_codes == ("A-1", "B-2")
    assert (listed.warnings, listed.refused, listed.read) == ((), (), 1)
    assert (listed.sheet, listed.header_row, listed.encoding) == ("", 1, "utf-8")


@pytest.mark.parametrize(
    ("written", "family", "given"),
    [
        ("Ana Prueba Inventada", "Ana Prueba Inventada", ""),
        ("Ana PRUEBA INVENTADA", "PRUEBA INVENTADA", "Ana"),
        ("Prueba, Ana", "Prueba", "Ana"),
        ("  Ana  Prueba ", "Ana Prueba", ""),
        ("Zoë O’Testt-Łęcka", "Zoë O’Testt-Łęcka", ""),
        ("=Ana", "=Ana", ""),
    ],
)
def test_a_full_name_is_split_only_at_a_seam(
    tmp_path: Path, written: str, family: str, given: str
) -> None:
    (person,) = _read(tmp_path, f'Name,Country\n"{written}",Spain\n').people
    assert (person.delegate.family_name, person.delegate.given_names) == (family, given)


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ("Prueba,Ana,Somebody Else", "Prueba Ana"),
        (",Ana,Ana Prueba", "Ana Prueba"),
        (",Ana,", "Ana"),
        ("Prueba,,", "Prueba"),
    ],
)
def test_whatever_name_a_row_has_is_taken(tmp_path: Path, cells: str, name: str) -> None:
    listed = _read(tmp_path, f"Surname,First name,Full name,Country\n{cells},Spain\n")
    assert _names(listed) == [name]


def test_a_name_in_another_script_alone_is_a_name(tmp_path: Path) -> None:
    listed = _read(tmp_path, "Nom,Nom en arabe,Pays\n,نادية الوافي,Maroc\n")
    assert _names(listed) == ["نادية الوافي"]


def test_only_a_row_without_any_name_is_refused(tmp_path: Path) -> None:
    listed = _read(tmp_path, "Nom et prénom,Pays\nAna Prueba,Mali\n,Mali\n-,Niger\n")
    assert _names(listed) == ["Ana Prueba"]
    refused = [(r.row, r.column, r.code) for r in listed.refused]
    assert refused == [(3, "Nom et prénom", "no_name"), (4, "Nom et prénom", "no_name")]
    assert listed.read == 3


def test_empty_rows_are_neither_counted_nor_refused(tmp_path: Path) -> None:
    listed = _read(tmp_path, "Name,Country\n,\nAna,Spain\n \u200b, \n\nBea,Mali\n")
    assert [person.row for person in listed.people] == [3, 6]
    assert (listed.read, listed.refused, listed.warnings) == (2, (), ())


def test_short_and_long_rows_are_read(tmp_path: Path) -> None:
    listed = _read(tmp_path, "Name,Country,Note\nAna\nBea,Mali,x,y,z\n")
    assert [person.delegate.note for person in listed.people] == ["", "x"]
    assert _warned(listed) == [
        (2, "Country", "no_delegation", {}),
        (3, "", "cells_left_over", {"text": "y, z"}),
    ]


def test_an_unknown_delegation_is_kept_as_written(tmp_path: Path) -> None:
    listed = _read(tmp_path, "Name,Delegation\nAna,Upper  Nowhere\nBea,NA\n")
    assert [person.delegate.delegation for person in listed.people] == ["Upper Nowhere", "NA"]
    assert {(person.delegate.country, person.prefix) for person in listed.people} == {(None, "ZZ")}
    assert _warned(listed) == [
        (2, "Delegation", "unknown_delegation", {"text": "Upper Nowhere"}),
        (3, "Delegation", "unknown_delegation", {"text": "NA"}),
    ]


def test_a_delegation_is_stored_by_its_english_name(tmp_path: Path) -> None:
    listed = _read(tmp_path, "Nom,Délégation\nAna,Côte d'Ivoire\nBea,CEDEAO\nCleo,Japon\n")
    found = [(p.delegate.delegation, p.delegate.country, p.prefix) for p in listed.people]
    assert found == [
        ("Côte d’Ivoire", "CI", "CI"),
        ("ECOWAS Commission", None, "ECOWAS"),
        ("Japan", "JP", "JP"),
    ]


def test_an_empty_delegation_is_taken_from_country_or_organisation(tmp_path: Path) -> None:
    listed = _read(
        tmp_path,
        "Name,Organisation,Delegation,Country\n"
        "Ana,IOM,,\nBea,Ministry,,Spain\nCleo,IT,,\nDora,UNHCR,Mali,Spain\n",
    )
    assert [person.prefix for person in listed.people] == ["IOM", "ES", "ZZ", "ML"]
    differs = {"text": "Spain", "delegation": "Mali"}
    assert _warned(listed) == [
        (4, "Delegation", "no_delegation", {}),
        (5, "Country", "country_differs", differs),
    ]


def test_an_unknown_capacity_makes_a_delegate_and_a_warning(tmp_path: Path) -> None:
    listed = _read(tmp_path, "Name,Country,Capacity\nAna,Mali,Astronaut\nBea,Mali,\n")
    assert {person.delegate.capacity for person in listed.people} == {Capacity.DELEGATE}
    assert _warned(listed) == [(2, "Capacity", "unknown_capacity", {"text": "Astronaut"})]


def test_people_who_look_alike_are_both_kept_and_warned_of(tmp_path: Path) -> None:
    listed = _read(
        tmp_path,
        "Name,Country\nAna N'Prueba,Mali\nNPRUEBA Ána,Mali\nAna N'Prueba,Niger\nAna N'Prueba,Mali\n"
        "Ana N'Prueba,Upper Nowhere\nAna N'Prueba,upper nowhere\n",
    )
    assert len(listed.people) == 6
    alike = [w for w in _warned(listed) if w[2] == "looks_like_same_person"]
    assert alike == [
        (3, "Name", "looks_like_same_person", {"other": "2"}),
        (5, "Name", "looks_like_same_person", {"other": "2"}),
        (7, "Name", "looks_like_same_person", {"other": "6"}),
    ]


def test_one_reference_on_two_people_is_warned_of(tmp_path: Path) -> None:
    listed = _read(tmp_path, "ID,Name,Country\n7,Ana,Mali\n,Bea,Mali\n,Cleo,Mali\n7,Dora,Mali\n")
    assert len(listed.people) == 4
    assert _warned(listed) == [(5, "ID", "same_reference", {"text": "7", "other": "2"})]


def test_control_characters_are_taken_out_and_said(tmp_path: Path) -> None:
    listed = _read(
        tmp_path,
        'Name,Country,Note\nA\u202ena\0,Mali,"two\nlines\tand\xa0blanks"\nBea,M\u200bali,\n',
    )
    assert _names(listed) == ["Ana", "Bea"]
    assert listed.people[0].delegate.note == "two lines and blanks"
    assert _warned(listed) == [
        (2, "Name", "text_cleaned", {"text": "Ana"}),
        (3, "Country", "text_cleaned", {"text": "Mali"}),
    ]


def test_joiners_that_change_a_word_are_kept_without_a_word(tmp_path: Path) -> None:
    listed = _read(tmp_path, "Name,Country\nعلی\u200cرضا,Mali\n")
    assert _names(listed) == ["علی\u200cرضا"]
    assert listed.warnings == ()


def test_a_code_of_another_tool_is_never_cut_in_two(tmp_path: Path) -> None:
    listed = _read(
        tmp_path,
        'Name;Country;Barcode\nAna;Mali;9982be4e/a+b/c=\nBea;Mali;"{""i"":[2,""x"",""y/z==""]}"\n',
    )
    codes = [person.delegate.foreign_codes for person in listed.people]
    assert codes == [("9982be4e/a+b/c=",), ('{"i":[2,"x","y/z=="]}',)]


def test_a_formula_without_a_value_is_warned_of_where_it_matters(tmp_path: Path) -> None:
    formula = '<c r="{}"><f>1+1</f></c>'
    cells = (formula.format("B2"), formula.format("C2"))
    path = workbook(
        tmp_path / "list.xlsx", row(1, "Name", "Country", "Size"), row(2, "Ana", *cells)
    )
    assert _warned(read_list(path)) == [
        (2, "Country", "formula_without_value", {}),
        (2, "Country", "no_delegation", {}),
    ]


def test_a_mapping_and_an_encoding_are_honoured(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Qui;D'où\nZoé Prueba;Bénin\n".encode("cp1252"))
    mapping = {"full_name": "Qui", "delegation": "D'où"}
    listed = read_list(path, ListOptions(encoding="cp1252", mapping=mapping))
    assert listed.columns == mapping
    assert [(p.delegate.name, p.delegate.country) for p in listed.people] == [("Zoé Prueba", "BJ")]
    unasked = read_list(path, ListOptions(encoding="cp1252"))
    assert (unasked.people, unasked.header_row) == (listed.people, 1)
    assert {column.how for column in unasked.understood.columns} == {"content"}


def test_the_sample_list_says_the_same_in_both_formats() -> None:
    book, text = (read_list(resource("sample", f"delegates.{kind}")) for kind in ("xlsx", "csv"))
    assert book.people == text.people
    assert len(book.people) > 150
    assert (book.refused, book.warnings) == ((), ())


@pytest.mark.parametrize(
    "name", sorted(file.name for file in EXPORTS.iterdir() if "noheader" not in file.name)
)
def test_the_exports_of_other_tools_come_in(name: str) -> None:
    listed = read_list(EXPORTS / name)
    assert len(listed.people) == 5
    words = {frozenset(person.delegate.name.split()) for person in listed.people}
    assert frozenset(("Amadou", "N'GUESSAN")) in words
    assert frozenset(("Ionuț", "Ștefănescu")) in words
    assert not any(person.delegate.phone.startswith("'") for person in listed.people)


def test_an_export_without_a_header_is_read_by_what_its_columns_hold() -> None:
    listed = read_list(EXPORTS / "indico_import_noheader.csv")
    assert listed.columns == {
        "family_name": "B",
        "given_names": "A",
        "function": "D",
        "organisation": "C",
        "email": "F",
        "phone": "E",
    }
    assert "N'GUESSAN Amadou" in _names(listed)
    assert (listed.header_row, listed.people[0].row) == (0, 1)
    assert (0, "", "no_header", {}) in _warned(listed)


def _returns_or_refuses(path: Path, data: bytes, encoding: str | None = None) -> None:
    path.write_bytes(data)
    try:
        listed = read_list(path, ListOptions(encoding=encoding))
    except Refused:
        return
    assert listed.read == len(listed.people) + len(listed.refused)


_HEADS = st.sampled_from([b"", b"Name,Country\n", b"Nom;Pays\r\n", b"\xff\xfe", b"PK\x03\x04"])
_ENCODINGS = st.sampled_from([None, "latin-1", "utf-16-le", "utf-7", "cp1252", "punycode"])


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file for all the noise."""
    return tmp_path_factory.mktemp("noise") / "list"


@given(head=_HEADS, noise=st.binary(max_size=300), encoding=_ENCODINGS)
@settings(deadline=None)
def test_noise_is_read_or_refused_and_nothing_else(
    scratch: Path, head: bytes, noise: bytes, encoding: str | None
) -> None:
    _returns_or_refuses(scratch, head + noise, encoding)


@given(rows=st.lists(st.lists(st.text(max_size=12), max_size=4), max_size=5))
@settings(deadline=None)
def test_any_text_is_read_or_refused_and_nothing_else(scratch: Path, rows: list[list[str]]) -> None:
    text = "Name,Country,Capacity,Languages\n" + "\n".join(",".join(cells) for cells in rows)
    _returns_or_refuses(scratch, text.encode("utf-8", "surrogatepass"))


_BOOK = parts({"Delegates": sheet_xml(row(1, "Name", "Country"), row(2, "Ana", "Spain"))})
_CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=3)


def _gnawed(data: bytes, changes: list[tuple[float, int]]) -> bytes:
    gnawed = bytearray(data)
    for place, byte in changes:
        gnawed[int(place * (len(gnawed) - 1))] = byte
    return bytes(gnawed)


def _zipped(members: dict[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


@given(changes=_CHANGES, end=st.floats(0.9, 1))
@settings(deadline=None)
def test_a_gnawed_workbook_is_read_or_refused_and_nothing_else(
    scratch: Path, changes: list[tuple[float, int]], end: float
) -> None:
    data = _zipped(dict(_BOOK))
    _returns_or_refuses(scratch, _gnawed(data[: int(len(data) * end)], changes))


@given(changes=_CHANGES, part=st.sampled_from([name for name in _BOOK if "sheet" in name]))
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_a_workbook_of_gnawed_xml_is_read_or_refused_and_nothing_else(
    scratch: Path, changes: list[tuple[float, int]], part: str
) -> None:
    gnawed = _gnawed(_BOOK[part].encode(), changes)
    _returns_or_refuses(scratch, _zipped({**_BOOK, part: gnawed}))


def test_a_country_of_its_own_column_stands_behind_a_delegation_we_do_not_know(
    tmp_path: Path,
) -> None:
    text = "Name;Delegation;Country\nC D;Ministry of X;Spain\nA B;Spain;Morocco\nE F;Spain;ES\n"
    listed = _read(tmp_path, text)
    people = [(one.delegate.delegation, one.delegate.country, one.prefix) for one in listed.people]
    assert people == [("Ministry of X", "ES", "ES"), ("Spain", "ES", "ES"), ("Spain", "ES", "ES")]
    assert [(one.row, one.code) for one in listed.warnings] == [(3, "country_differs")]


def test_a_row_that_is_longer_than_the_header_says_what_was_not_read(tmp_path: Path) -> None:
    listed = _read(tmp_path, "Name,Country\nA B,Congo, Democratic Republic of the\n")
    (warning,) = [one for one in listed.warnings if one.code == "cells_left_over"]
    assert (warning.row, warning.facts) == (2, {"text": "Democratic Republic of the"})


def test_a_name_with_two_commas_is_kept_whole_unless_one_parts_a_junior(tmp_path: Path) -> None:
    listed = _read(tmp_path, "Name;Country\nDUPONT, Jean, Jr;Spain\nDUPONT, Jean, Rabat;Spain\n")
    names = [(one.delegate.family_name, one.delegate.given_names) for one in listed.people]
    assert names == [("DUPONT Jr", "Jean"), ("DUPONT, Jean, Rabat", "")]


@pytest.mark.parametrize("rest", ["a\n" * 200_001, "," * 20_000 + "\n", 'a"b\n' * 200_001])
def test_a_list_that_never_ends_is_refused_before_it_fills_the_memory(
    tmp_path: Path, rest: str
) -> None:
    with pytest.raises(Refused, match="unreadable_list"):
        _read(tmp_path, f"Name\n{rest}")


def test_an_unknown_delegation_is_offered_and_mended_for_all_its_rows(tmp_path: Path) -> None:
    text = "Name,Country\nAna,Marroco\nBea,Upper Nowhere\nCleo, Marroco\nDora,Mali\n"
    listed = _read(tmp_path, text)
    marroco, nowhere = listed.unresolved
    assert (marroco.text, marroco.rows) == ("Marroco", (2, 4))
    assert [one.names["fr"] for one in marroco.offers] == ["Maroc"]
    assert (nowhere.text, nowhere.rows, nowhere.offers) == ("Upper Nowhere", (3,), ())
    codes = [(one.row, one.code, one.facts.get("offered_fr")) for one in listed.warnings]
    assert codes == [
        (2, "delegation_offered", "Maroc"),
        (3, "unknown_delegation", None),
        (4, "delegation_offered", "Maroc"),
    ]
    mended = _read(tmp_path, text, mended={" Marroco": "MA", "Upper Nowhere": " "})
    assert [person.prefix for person in mended.people] == ["MA", "ZZ", "MA", "ML"]
    assert [one.text for one in mended.unresolved] == ["Upper Nowhere"]
