"""A file becomes a table of texts, or one clear refusal; hostile files harm nothing."""

import hashlib
import os
import time
import zipfile
from datetime import datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

import pytest
import xlsxwriter

from checkin.documents.lists.tables import Table
from checkin.documents.lists.workbook_parse import as_text
from checkin.domain.listing import ListOptions
from checkin.domain.refused import Refused
from tests.documents.table_in import read_table
from tests.documents.workbooks import parts, row, sheet_xml, workbook, write

HEAD = row(1, "Name", "Country")
ANA = row(2, "Ana Prueba", "Spain")
FORMULA = '<c r="B2"{}><f>"Spa"&amp;"in"</f>{}</c>'


def _csv(folder: Path, data: str | bytes, encoding: str | None = None) -> Table:
    path = folder / "list.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_table(path, ListOptions(encoding=encoding))


def _rows(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def _refusal(path: Path, **options: str) -> Refused:
    with pytest.raises(Refused) as refusal:
        read_table(path, ListOptions(**options))
    assert refusal.value.facts["path"] == str(path)
    return refusal.value


class TestTextFiles:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_the_delimiter_is_the_one_that_cuts_every_line_alike(
        self, tmp_path: Path, delimiter: str
    ) -> None:
        lines = ("Name, in full", "Fonction", "Pays"), ("Zoé", "Conseiller, a; b", "Mali")
        text = "".join(delimiter.join(f'"{cell}"' for cell in line) + "\r\n" for line in lines)
        table = _csv(tmp_path, text)
        assert table.header == lines[0]
        assert _rows(table) == [lines[1]]

    def test_commas_in_unquoted_texts_do_not_make_a_comma_list(self, tmp_path: Path) -> None:
        table = _csv(tmp_path, "Nom, prénom;Pays\nDupont, Zoé;Mali\nDupond, Ana;Niger, le\n")
        assert table.header == ("Nom, prénom", "Pays")
        assert _rows(table) == [("Dupont, Zoé", "Mali"), ("Dupond, Ana", "Niger, le")]

    def test_a_list_of_one_column_needs_no_delimiter(self, tmp_path: Path) -> None:
        assert _rows(_csv(tmp_path, "Name\nAna Prueba\n")) == [("Ana Prueba",)]

    def test_newlines_and_quotes_stay_inside_their_cell(self, tmp_path: Path) -> None:
        table = _csv(tmp_path, 'Name,Function\n"Ana","Head\nof ""Unit"""\nBea,Clerk\n')
        assert _rows(table) == [("Ana", 'Head\nof "Unit"'), ("Bea", "Clerk")]
        assert [row.number for row in table.rows] == [2, 3]

    def test_rows_are_numbered_as_a_spreadsheet_numbers_them(self, tmp_path: Path) -> None:
        table = _csv(tmp_path, "\n,,\nName,Country\n\nAna,Spain\n,\nBea,Mali\n")
        assert table.header_row == 3
        assert [row.number for row in table.rows] == [5, 7]

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_every_kind_of_line_end_is_read(self, tmp_path: Path, end: str) -> None:
        assert _rows(_csv(tmp_path, f"Name,Country{end}Ana,Spain{end}")) == [("Ana", "Spain")]

    @pytest.mark.parametrize(
        ("encoding", "told"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16")]
    )
    def test_what_the_bytes_tell_needs_no_encoding(
        self, tmp_path: Path, encoding: str, told: str
    ) -> None:
        table = _csv(tmp_path, "Prénom,Nom\nZoé,Wilmès\n".encode(encoding))
        assert (table.header, table.encoding) == (("Prénom", "Nom"), told)

    @pytest.mark.parametrize("encoding", ["cp1252", "CP1252", "utf-16-le", "latin-1", "utf-8"])
    def test_a_given_encoding_is_honoured(self, tmp_path: Path, encoding: str) -> None:
        table = _csv(tmp_path, "Nom\nWilmès\n".encode(encoding), encoding)
        assert _rows(table) == [("Wilmès",)]

    @pytest.mark.parametrize("encoding", ["klingon", "", "base64", "undefined", "a\0b", "utf-16"])
    def test_an_encoding_that_does_not_fit_is_refused(self, tmp_path: Path, encoding: str) -> None:
        path = tmp_path / "list.csv"
        path.write_bytes(b"Name\nAn\n\xff")
        assert _refusal(path, encoding=encoding).code == "unreadable_list"

    def test_a_quotation_mark_that_never_closes_swallows_nobody(self, tmp_path: Path) -> None:
        table = _csv(tmp_path, 'Name,Function\nAna,"Head of\nBea,Clerk\nCleo,Clerk\n')
        assert _rows(table) == [("Ana", "Head of"), ("Bea", "Clerk"), ("Cleo", "Clerk")]
        assert [(one.row, one.code) for one in table.problems] == [(2, "mark_not_closed")]

    def test_an_endless_cell_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "list.csv"
        path.write_text("Name,Country\n" + "A" * 1_000_001 + ",Spain\n")
        assert _refusal(path).code == "unreadable_list"

    def test_a_nul_byte_stays_in_its_cell(self, tmp_path: Path) -> None:
        assert _rows(_csv(tmp_path, "Name,Country\nA\0na,Spain\n")) == [("A\0na", "Spain")]

    def test_a_csv_file_has_no_sheets(self, tmp_path: Path) -> None:
        path = tmp_path / "list.csv"
        path.write_text("Name\nAna\n")
        assert _refusal(path, sheet="Delegates").code == "no_such_sheet"


class TestOtherFiles:
    @pytest.mark.parametrize("data", [b"Name,Country\n", b" , ;\n", b"\xef\xbb\xbf"])
    def test_a_list_without_rows_is_empty(self, tmp_path: Path, data: bytes) -> None:
        path = tmp_path / "list.csv"
        path.write_bytes(data)
        assert _refusal(path).code == "empty_list"

    @pytest.mark.parametrize("data", [b"", b"\n\n"])
    def test_a_file_of_nothing_is_called_empty(self, tmp_path: Path, data: bytes) -> None:
        path = tmp_path / "list.csv"
        path.write_bytes(data)
        assert _refusal(path).code == "empty_file"

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
            (b"\x89PNG\r\n\x1a\n", "picture"),
            (b"%PDF-1.7\n1 0 obj", "PDF"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
            (b"7z\xbc\xaf\x27\x1c", "archive"),
            (b"{\\rtf1 Name}", "RTF"),
            (b"\x7fELF\x02\x01\xff", "not a text"),
            (b"PK\x03\x04", "damaged"),
        ],
    )
    def test_what_is_no_list_is_called_by_its_name(
        self, tmp_path: Path, data: bytes, why: str
    ) -> None:
        path = tmp_path / "list.csv"
        path.write_bytes(data)
        refusal = _refusal(path)
        assert refusal.code == "unreadable_list"
        assert why in str(refusal.facts["why"])

    def test_a_missing_file_and_a_folder_are_told_apart(self, tmp_path: Path) -> None:
        assert _refusal(tmp_path / "nobody.csv").code == "no_such_file"
        assert _refusal(tmp_path).code == "unreadable_list"

    def test_a_file_too_large_for_a_list_is_not_even_read(self, tmp_path: Path) -> None:
        path = tmp_path / "list.csv"
        with path.open("wb") as file:
            file.truncate(129 << 20)
        assert "large" in str(_refusal(path).facts["why"])

    @pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
    def test_a_name_no_file_can_have_is_refused(self, name: str) -> None:
        assert _refusal(Path(name)).code in ("no_such_file", "unreadable_list")

    @pytest.mark.parametrize(
        ("member", "why"),
        [
            ("content.xml", "OpenDocument"),
            ("xl/workbook.bin", "binary"),
            ("word/document.xml", "Word"),
            ("photo.jpg", "workbook"),
        ],
    )
    def test_a_zip_that_is_no_workbook_is_called_by_its_name(
        self, tmp_path: Path, member: str, why: str
    ) -> None:
        assert why in str(_refusal(write(tmp_path / "list.xlsx", {member: "x"})).facts["why"])


class TestWorkbooks:
    def test_cells_become_texts_as_people_see_them(self, tmp_path: Path) -> None:
        path = tmp_path / "list.xlsx"
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("Delegates")
            day = book.add_format({"num_format": "yyyy-mm-dd"})
            hour = book.add_format({"num_format": "hh:mm"})
            sheet.write_row("B3", ["Name", "Seat", "A", "B", "C", "D", "E", "F"])
            sheet.write_row("B5", ["=1+1", 12.0, 12.5, 212537000000, True])
            sheet.write("B5", "Zoë  Prueba")
            sheet.write_datetime("G5", datetime(2022, 7, 5), day)  # noqa: DTZ001
            sheet.write_datetime("H5", datetime(2022, 7, 5, 8, 45), day)  # noqa: DTZ001
            sheet.write_datetime("I5", clock_time(8, 45), hour)
        table = read_table(path)
        assert (table.sheet, table.header_row, table.encoding) == ("Delegates", 3, "")
        assert table.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert table.rows[0].number == 5
        cells = ("12", "12.5", "212537000000", "TRUE", "2022-07-05", "2022-07-05 08:45:00")
        assert table.rows[0].cells[1:] == ("Zoë  Prueba", *cells, "08:45:00")

    def test_an_empty_cell_is_an_empty_text_and_a_duration_is_told(self) -> None:
        assert as_text(None) == ""
        assert as_text(timedelta(hours=30)) == "1 day, 6:00:00"
        assert as_text(1e22) == "1e+22"

    def test_the_first_visible_sheet_with_rows_is_taken(self, tmp_path: Path) -> None:
        lists = sheet_xml(row(1, "Name"), row(2, "Hidden Person"))
        sheets = {"Lists": lists, "Cover": sheet_xml(), "Delegates": sheet_xml(HEAD, ANA)}
        path = write(tmp_path / "list.xlsx", parts(sheets, hidden=["Lists"]))
        assert read_table(path).sheet == "Delegates"
        assert read_table(path, ListOptions(sheet="Lists")).rows[0].cells == ("Hidden Person",)

    def test_a_sheet_that_does_not_exist_is_named_with_those_that_do(self, tmp_path: Path) -> None:
        sheets = {"Délégués & Cie": sheet_xml(HEAD, ANA), "Cover": sheet_xml()}
        path = write(tmp_path / "list.xlsx", parts(sheets))
        refusal = _refusal(path, sheet="Sheet9")
        assert refusal.code == "no_such_sheet"
        assert refusal.facts["sheets"] == "Délégués & Cie, Cover"
        assert read_table(path, ListOptions(sheet="Délégués & Cie")).rows[0].number == 2
        assert _refusal(path, sheet="Cover").code == "empty_list"

    def test_the_contents_tell_a_workbook_not_the_name(self, tmp_path: Path) -> None:
        assert read_table(workbook(tmp_path / "list.csv", HEAD, ANA)).sheet == "Delegates"

    @pytest.mark.parametrize(
        ("cell", "missing"),
        [
            (FORMULA.format("", ""), True),
            (FORMULA.format("", "<v/>"), True),
            (FORMULA.format("", "<v></v>"), True),
            ('<c r="B2" t="e"><v>#REF!</v></c>', True),
            (FORMULA.format(' t="str"', "<v></v>"), False),
            (FORMULA.format(' t="str"', "<v>Spain</v>"), False),
        ],
    )
    def test_a_formula_without_a_value_is_found(
        self, tmp_path: Path, cell: str, missing: bool
    ) -> None:
        table = read_table(workbook(tmp_path / "list.xlsx", HEAD, row(2, "Ana", cell)))
        assert table.valueless == (frozenset({(2, 1)}) if missing else frozenset())

    def test_a_formula_is_found_on_its_own_sheet_only(self, tmp_path: Path) -> None:
        odd = sheet_xml(HEAD, row(2, "Bea", FORMULA.format("", "")))
        path = write(tmp_path / "a.xlsx", parts({"A&B": sheet_xml(HEAD, ANA), "Odd": odd}))
        assert read_table(path, ListOptions(sheet="A&B")).valueless == frozenset()
        assert read_table(path, ListOptions(sheet="Odd")).valueless == {(2, 1)}

    def test_a_format_far_below_the_list_does_no_harm(self, tmp_path: Path) -> None:
        far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
        assert len(read_table(workbook(tmp_path / "list.xlsx", HEAD, ANA, far)).rows) == 1


class TestHostileWorkbooks:
    @pytest.mark.parametrize("quote", ['"', "'"])
    def test_a_cell_at_the_end_of_the_world_is_refused(self, tmp_path: Path, quote: str) -> None:
        far = row(1048576, '<c t="n" r ="XFD1048576"><v>1</v></c>').replace('"', quote)
        started = time.monotonic()
        refusal = _refusal(workbook(tmp_path / "list.xlsx", HEAD, ANA, far))
        assert "row 1048576" in str(refusal.facts["why"])
        assert time.monotonic() - started < 5

    def test_a_parser_that_aborts_takes_only_its_child_along(self, tmp_path: Path) -> None:
        unseen = row(1048576, "<c/>" * 16383 + '<c t="n"><v>1</v></c>')
        refusal = _refusal(workbook(tmp_path / "list.xlsx", HEAD, ANA, unseen))
        assert refusal.code == "unreadable_list"

    def test_a_workbook_that_defines_entities_is_refused(self, tmp_path: Path) -> None:
        laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
        path = workbook(tmp_path / "list.xlsx", HEAD, row(2, "&b;"), before=laughs)
        assert "entities" in str(_refusal(path).facts["why"])

    def test_a_zip_bomb_is_refused_before_it_is_unpacked(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "list.xlsx", HEAD, ANA, inside=" " * 8_000_000)
        assert path.stat().st_size < 20_000
        assert "unpacks" in str(_refusal(path).facts["why"])

    def test_a_workbook_of_too_many_parts_is_refused(self, tmp_path: Path) -> None:
        members = parts({"Delegates": sheet_xml(HEAD, ANA)})
        members |= {f"xl/media/{number}.xml": "" for number in range(5001)}
        assert "parts" in str(_refusal(write(tmp_path / "list.xlsx", members)).facts["why"])

    def test_a_protected_member_is_refused(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "list.xlsx", HEAD, ANA)
        data = bytearray(path.read_bytes())
        with zipfile.ZipFile(path) as archive:
            start = archive.start_dir
        data[start + 8] |= 1
        path.write_bytes(data)
        assert "password" in str(_refusal(path).facts["why"])

    def test_a_workbook_that_says_it_is_huge_is_believed(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "list.xlsx", HEAD, ANA)
        data = bytearray(path.read_bytes())
        with zipfile.ZipFile(path) as archive:
            start = archive.start_dir
        data[start + 24 : start + 28] = (600 << 20).to_bytes(4, "little")
        path.write_bytes(data)
        assert "too large" in str(_refusal(path).facts["why"])

    @pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
    def test_a_truncated_workbook_is_damaged(self, tmp_path: Path, share: float) -> None:
        path = workbook(tmp_path / "list.xlsx", HEAD, ANA)
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])
        assert "damaged" in str(_refusal(path).facts["why"])

    def test_a_workbook_with_broken_xml_is_damaged(self, tmp_path: Path) -> None:
        path = write(tmp_path / "list.xlsx", parts({"Delegates": "<worksheet><sheetData><row"}))
        assert "damaged" in str(_refusal(path).facts["why"])

    def test_a_workbook_without_sheets_is_refused(self, tmp_path: Path) -> None:
        assert "no sheet" in str(_refusal(write(tmp_path / "list.xlsx", parts({}))).facts["why"])

    def test_an_endless_text_without_a_tag_is_refused(self, tmp_path: Path) -> None:
        endless = os.urandom(4_000_000).hex()
        path = workbook(tmp_path / "list.xlsx", HEAD, row(2, endless))
        assert "too long" in str(_refusal(path).facts["why"])
