"""A file that would harm is refused plainly, whatever kind it is, and soon."""

import struct
import zipfile
from pathlib import Path

import pytest
import xlrd
import xlwt
from xlrd.formula import FormulaError

from checkin.documents.lists.source import read_source
from checkin.domain.refused import Refused
from tests.documents.spreadsheets import EMPTY, TYPE, cell, content, line, ods, table, write_ods
from tests.documents.workbooks import parts, row, sheet_xml, workbook, write

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PEOPLE = (row(1, "Name"), row(2, "Ana"))


def _why(path: Path) -> str:
    with pytest.raises(Refused) as refusal:
        read_source(path)
    assert refusal.value.code == "unreadable_list"
    return str(refusal.value.facts["why"])


def _old(path: Path) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("D")
    for number in range(50):
        sheet.write(number, 0, f"Ana {number}")
    book.save(str(path))
    return path


class TestZipped:
    def test_a_member_that_leads_outside_is_refused(self, tmp_path: Path) -> None:
        members = parts({"D": sheet_xml(*PEOPLE)}) | {"xl/../../evil.sh": "x"}
        assert "outside" in _why(write(tmp_path / "a.xlsx", members))

    def test_a_workbook_that_does_not_say_what_its_parts_are_is_read(self, tmp_path: Path) -> None:
        members = parts({"D": sheet_xml(*PEOPLE)})
        del members["[Content_Types].xml"]
        assert read_source(write(tmp_path / "a.xlsx", members)).grids[0].rows[1] == ["Ana"]

    @pytest.mark.parametrize("what", ['"x"', 'SYSTEM "file:///etc/hostname"'])
    def test_entities_are_refused_inner_and_outer(self, tmp_path: Path, what: str) -> None:
        entity = f"<!DOCTYPE d [<!ENTITY e {what}>]>"
        assert "entities" in _why(workbook(tmp_path / "a.xlsx", row(1, "&e;"), before=entity))
        document = content(table("D", line("A")), before=entity)
        assert "entities" in _why(write_ods(tmp_path / "a.ods", document))

    def test_what_says_it_is_600_megabytes_is_not_unpacked(self, tmp_path: Path) -> None:
        path = tmp_path / "a.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, text in parts({"D": sheet_xml(*PEOPLE)}).items():
                archive.writestr(name, text)
            with archive.open("xl/worksheets/sheet2.xml", "w") as part:
                for _ in range(300):
                    part.write(b" " * (1 << 20))
        assert "too large" in _why(path)

    def test_a_workbook_of_more_rows_than_a_list_has_is_refused(self, tmp_path: Path) -> None:
        assert "more than 200000" in _why(workbook(tmp_path / "a.xlsx", *PEOPLE, row(230_000, "Z")))

    def test_a_sheet_of_too_many_rows_does_no_harm_to_another_that_is_named(
        self, tmp_path: Path
    ) -> None:
        sheets = {"D": sheet_xml(*PEOPLE), "Log": sheet_xml(row(1, "x"), row(230_000, "Z"))}
        path = write(tmp_path / "a.xlsx", parts(sheets))
        assert "more than 200000" in _why(path)
        assert [len(grid.rows) for grid in read_source(path, sheet="D").grids] == [2, 0]

    def test_far_cells_of_a_workbook_it_refers_to_are_none_of_its_own(self, tmp_path: Path) -> None:
        far = '<externalLink><cell r="XFD1048576"><v>1</v></cell></externalLink>'
        members = parts({"D": sheet_xml(*PEOPLE)}) | {"xl/externalLinks/externalLink1.xml": far}
        assert read_source(write(tmp_path / "a.xlsx", members)).grids[0].rows[1] == ["Ana"]

    def test_an_empty_archive_is_called_one(self, tmp_path: Path) -> None:
        assert "empty archive" in _why(write(tmp_path / "a.xlsx", {}))


class TestOds:
    @pytest.mark.parametrize(
        "bomb",
        [
            line("x", more='table:number-rows-repeated="1000000000"'),
            line(cell("x", 'table:number-columns-repeated="2000000000"')) + line("y"),
            line(EMPTY, more='table:number-rows-repeated="2000000"') + line("x", "y", "z"),
        ],
    )
    def test_a_few_bytes_that_mean_a_billion_cells_are_refused(
        self, tmp_path: Path, bomb: str
    ) -> None:
        path = ods(tmp_path / "a.ods", table("D", line("Name", "B", "C", "D", "E", "F", "G"), bomb))
        assert "far outside" in _why(path) or "more than" in _why(path)

    def test_emptiness_repeated_does_no_harm(self, tmp_path: Path) -> None:
        wide = '<table:table-cell table:number-columns-repeated="16384"/>'
        sheet = table(
            "D",
            line("Name", wide),
            line("Ana"),
            line(wide, more='table:number-rows-repeated="1048574"'),
        )
        assert len(read_source(ods(tmp_path / "a.ods", sheet)).grids[0].rows) == 2

    @pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
    def test_a_document_cut_short_is_damaged(self, tmp_path: Path, share: float) -> None:
        document = content(table("D", line("Name"), line("Ana")))
        cut = document[: int(len(document) * share)]
        assert "damaged" in _why(write_ods(tmp_path / "a.ods", cut))

    def test_a_repeat_that_is_no_number_is_damage(self, tmp_path: Path) -> None:
        odd = line("Ana", more='table:number-rows-repeated="many"')
        assert "damaged" in _why(ods(tmp_path / "a.ods", table("D", odd)))

    def test_a_name_by_a_formula_that_xlrd_does_not_know_takes_no_row_away(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        formula, name = bytes((0x18, 0x10, 0, 0, 0, 0, 0)), b"List"
        sizes = (0, 0, len(name), len(formula), 0, 0, 0, 0, 0, 0)
        body = struct.pack("<HBBHHHBBBB", *sizes) + b"\0" + name + formula
        record, country = struct.pack("<HH", 0x18, len(body)) + body, "_Workbook__country_rec"
        before = getattr(xlwt.Workbook, country)
        monkeypatch.setattr(xlwt.Workbook, country, lambda book: before(book) + record)
        path = _old(tmp_path / "a.xls")
        assert read_source(path).grids[0].rows
        with pytest.raises(FormulaError):
            xlrd.open_workbook(path, formatting_info=True)

    def test_a_password_is_named(self, tmp_path: Path) -> None:
        path = ods(tmp_path / "a.ods", table("D", line("Ana")))
        with zipfile.ZipFile(path) as plain:
            members = {name: plain.read(name).decode() for name in plain.namelist()}
        hidden = members["META-INF/manifest.xml"].replace(
            "/>", "><manifest:encryption-data/></manifest:file-entry>"
        )
        write(path, members | {"META-INF/manifest.xml": hidden})
        assert "password" in _why(path)

    def test_another_kind_of_document_is_called_so(self, tmp_path: Path) -> None:
        text = write_ods(tmp_path / "a.ods", content(), TYPE.replace("spreadsheet", "text"))
        assert "no spreadsheet" in _why(text)


class TestOld:
    @pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
    def test_half_a_file_is_damaged(self, tmp_path: Path, share: float) -> None:
        path = _old(tmp_path / "a.xls")
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])
        assert "damaged" in _why(path)

    def test_a_cell_at_the_end_of_the_world_is_too_much(self, tmp_path: Path) -> None:
        book = xlwt.Workbook()
        sheet = book.add_sheet("D")
        sheet.write(0, 0, "Name")
        sheet.write(65_535, 255, "far")
        book.save(str(tmp_path / "a.xls"))
        assert "far larger than a list" in _why(tmp_path / "a.xls")

    def test_a_cell_somewhat_outside_is_read(self, tmp_path: Path) -> None:
        book = xlwt.Workbook()
        sheet = book.add_sheet("D")
        sheet.write(0, 0, "Name")
        sheet.write(65_535, 60, "far")
        book.save(str(tmp_path / "a.xls"))
        rows = read_source(tmp_path / "a.xls").grids[0].rows
        assert (rows[1], rows[-1][-1]) == ([], "far")

    def test_a_password_is_named(self, tmp_path: Path) -> None:
        path = _old(tmp_path / "a.xls")
        interface = b"\xe1\x00\x02\x00\xb0\x04"  # a record of two bytes, made into FILEPASS
        data = path.read_bytes()
        assert interface in data
        path.write_bytes(data.replace(interface, b"\x2f\x00" + interface[2:]))
        assert "password" in _why(path)

    @pytest.mark.parametrize(
        ("stream", "why"),
        [
            ("EncryptedPackage", "password"),
            ("WordDocument", "Word"),
            ("PowerPoint Document", "presentation"),
            ("Something else", "damaged"),
        ],
    )
    def test_what_office_wraps_alike_is_told_apart(
        self, tmp_path: Path, stream: str, why: str
    ) -> None:
        path = tmp_path / "a.xlsx"
        path.write_bytes(OLE + bytes(1000) + stream.encode("utf-16-le") + bytes(3000))
        assert why in _why(path)
