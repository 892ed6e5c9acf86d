"""Every kind of workbook becomes the same sheets of texts, with what is hidden and merged said."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
import xlwt

from checkin.documents.lists.grid import Grid, Merged, Source
from checkin.documents.lists.number_format import keeps_digits, shown
from checkin.documents.lists.source import is_misnamed, prepare_reading, read_source
from checkin.domain.refused import Refused
from tests.documents.spreadsheets import EMPTY, cell, line, number, ods, table
from tests.documents.workbooks import parts, row, sheet_xml, workbook, write

DAY = datetime.date(2022, 7, 5)
ROWS = [
    ["Participants", "", "", "", ""],
    [],
    ["Name", "Country", "Id", "Arrives", "Seat"],
    ["Ana Prueba", "Spain", "00123", "2022-07-05", "12"],
    ["Hidden Person", "Mali", "00007", "2022-07-05", "12.5"],
]
WHOLE = Grid(
    name="Delegates",
    rows=ROWS,
    merged=(Merged(1, 0, 1, 4),),
    hidden_rows=frozenset({5}),
    hidden_columns=frozenset({4}),
)
ASIDE = Grid(name="Aside", rows=[["Kept out"]], hidden=True)


def _xlsx(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet, aside = book.add_worksheet("Delegates"), book.add_worksheet("Aside")
        code = book.add_format({"num_format": "00000"})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.merge_range("A1:E1", "Participants")
        sheet.write_row("A3", ROWS[2])
        for index, (seat, code_number) in enumerate(((12, 123), (12.5, 7)), 3):
            sheet.write_row(index, 0, ROWS[index][:2])
            sheet.write_number(index, 2, code_number, code)
            sheet.write_datetime(index, 3, DAY, day)
            sheet.write_number(index, 4, seat)
        sheet.set_row(4, options={"hidden": True})
        sheet.set_column("E:E", options={"hidden": True})
        aside.write("A1", "Kept out")
        aside.hide()
    return path


def _xls(path: Path) -> Path:
    book = xlwt.Workbook()
    sheet, aside = book.add_sheet("Delegates"), book.add_sheet("Aside")
    code, day = xlwt.easyxf(num_format_str="00000"), xlwt.easyxf(num_format_str="dd/mm/yyyy")
    sheet.write_merge(0, 0, 0, 4, "Participants")
    for column, text in enumerate(ROWS[2]):
        sheet.write(2, column, text)
    for index, (seat, code_number) in enumerate(((12, 123), (12.5, 7)), 3):
        sheet.write(index, 0, ROWS[index][0])
        sheet.write(index, 1, ROWS[index][1])
        sheet.write(index, 2, code_number, code)
        sheet.write(index, 3, DAY, day)
        sheet.write(index, 4, seat)
    sheet.row(4).hidden = True
    sheet.col(4).hidden = True
    aside.write(0, 0, "Kept out")
    aside.visibility = 2
    book.save(str(path))
    return path


def _ods(path: Path) -> Path:
    day = (
        '<table:table-cell office:value-type="date" office:date-value="2022-07-05">'
        "<text:p>05/07/22</text:p></table:table-cell>"
    )
    delegates = table(
        "Delegates",
        line(
            cell("Participants", 'table:number-columns-spanned="5"'), "<table:covered-table-cell/>"
        ),
        line(EMPTY),
        line(*ROWS[2]),
        line("Ana Prueba", "Spain", number("123", "00123"), day, number("12", "12")),
        line(
            *("Hidden Person", "Mali", number("7", "00007"), day, number("12.5", "12.5")),
            more='table:visibility="filter"',
        ),
        line(EMPTY, more='table:number-rows-repeated="1048571"'),
        columns=(
            '<table:table-column table:number-columns-repeated="4"/>'
            '<table:table-column table:visibility="collapse"/>'
        ),
    )
    return ods(path, delegates, table("Aside", line("Kept out"), more='table:style-name="gone"'))


@pytest.mark.parametrize(("ending", "make"), [("xlsx", _xlsx), ("xls", _xls), ("ods", _ods)])
class TestEveryKind:
    def test_says_the_same(self, tmp_path: Path, ending: str, make: Callable[[Path], Path]) -> None:
        source = read_source(make(tmp_path / f"list.{ending}"))
        assert source.format == ending
        assert source.grids == (WHOLE, ASIDE)

    def test_is_known_by_its_contents(
        self, tmp_path: Path, ending: str, make: Callable[[Path], Path]
    ) -> None:
        path = make(tmp_path / "list.csv")
        source = read_source(path)
        assert source.format == ending
        assert is_misnamed(path, source)
        assert not is_misnamed(Path(f"list.{ending}"), source)

    def test_a_named_sheet_must_be_there(
        self, tmp_path: Path, ending: str, make: Callable[[Path], Path]
    ) -> None:
        path = make(tmp_path / f"list.{ending}")
        assert read_source(path, sheet="Aside").grids == (WHOLE, ASIDE)
        with pytest.raises(Refused, match="no_such_sheet") as refusal:
            read_source(path, sheet="Elsewhere")
        assert refusal.value.facts["sheets"] == "Delegates, Aside"


def test_a_text_named_as_a_workbook_is_read_as_the_text_it_is(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_text("Name;Country\nAna Prueba;Spain\n", encoding="utf-8")
    source = read_source(path)
    assert (source.format, source.grids[0].rows[1]) == ("csv", ["Ana Prueba", "Spain"])
    assert is_misnamed(path, source)


class TestXlsx:
    def test_rows_that_a_filter_hides_are_hidden_rows(self, tmp_path: Path) -> None:
        filtered = row(2, "Ana").replace('<row r="2"', '<row hidden="1" r="2"')
        rows = (row(1, "Name"), filtered, row(3, "Bea").replace(" r=", ' hidden="0" r='))
        (grid,) = read_source(workbook(tmp_path / "a.xlsx", *rows)).grids
        assert grid.hidden_rows == {2}

    def test_all_columns_hidden_to_the_right_are_those_of_the_list(self, tmp_path: Path) -> None:
        hidden = '<cols><col min="2" max="16384" hidden="true"/></cols>'
        path = workbook(tmp_path / "a.xlsx", row(1, "A", "B", "C"), inside=hidden)
        assert read_source(path).grids[0].hidden_columns == {1, 2}

    def test_merged_cells_are_said_with_their_edges(self, tmp_path: Path) -> None:
        path = tmp_path / "a.xlsx"
        xml = sheet_xml(row(1, "Country", "Name"), row(2, "Spain", "Ana"), row(3, "", "Bea"))
        merged = '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'
        write(path, parts({"D": xml.replace("</sheetData>", merged)}))
        assert read_source(path).grids[0].merged == (Merged(2, 0, 3, 0),)


class TestOds:
    def _grid(self, path: Path, *lines: str) -> Grid:
        return read_source(ods(path / "a.ods", table("D", *lines))).grids[0]

    def test_formulas_without_a_value_and_errors_are_found(self, tmp_path: Path) -> None:
        bare = '<table:table-cell table:formula="of:=1"/>'
        wrong = (
            '<table:table-cell table:formula="of:=[.Z1]" office:value-type="string" '
            'office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p>'
            "</table:table-cell>"
        )
        old = wrong.replace(' calcext:value-type="error"', "")
        empty = old.replace("#REF!", "")
        good = old.replace('office:string-value=""', "").replace("#REF!", "Spain")
        grid = self._grid(tmp_path, line("Name"), line("Ana", bare, wrong, old, empty, good))
        assert grid.valueless == {(2, 1), (2, 2), (2, 3)}
        assert grid.errors == {(2, 2): "#REF!", (2, 3): "#REF!"}
        assert grid.rows[1] == ["Ana", "", "", "", "", "Spain"]

    def test_rows_written_once_and_meant_often_are_that_many(self, tmp_path: Path) -> None:
        thrice = 'table:number-rows-repeated="3"'
        grid = self._grid(
            tmp_path, line("Name"), line("Ana", number("7", "007"), more=thrice), line("Bea")
        )
        assert grid.rows[1:] == [["Ana", "007"]] * 3 + [["Bea", ""]]

    @pytest.mark.parametrize(
        ("text", "people_see"),
        [("00123", "00123"), ("06 12 34", "06 12 34"), ("1 234", "1234"), ("0,50", "0.5")],
    )
    def test_only_codes_are_taken_as_they_are_shown(
        self, tmp_path: Path, text: str, people_see: str
    ) -> None:
        value = {"00123": "123", "06 12 34": "61234", "1 234": "1234", "0,50": "0.5"}[text]
        grid = self._grid(tmp_path, line("Id"), line(number(value, text)))
        assert grid.rows[1] == [people_see]


def test_an_error_in_an_old_workbook_is_found(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("D")
    sheet.write(0, 0, "Name")
    sheet.row(1).set_cell_error(0, 0x17)
    sheet.write(1, 1, "Spain")
    book.save(str(tmp_path / "a.xls"))
    (grid,) = read_source(tmp_path / "a.xls").grids
    assert grid.valueless == {(2, 0)}
    assert grid.errors == {(2, 0): "#REF!"}
    assert grid.rows[1] == ["", "Spain"]


@pytest.mark.parametrize(
    ("code", "number_", "text"),
    [
        ("00000", 123, "00123"),
        ("00000", 1234567, "1234567"),
        ('0#" "##" "##" "##" "##', 612345678, "06 12 34 56 78"),
        (r"000\-000", 7, "000-007"),
        ('"DEL-"000', 12, "DEL-012"),
        ("00000;-00000", 1, "00001"),
        ("##00", 5, "05"),
    ],
)
def test_codes_are_shown_as_their_format_shows_them(code: str, number_: int, text: str) -> None:
    assert keeps_digits(code)
    assert shown(number_, code) == text


@pytest.mark.parametrize(
    "code", ["General", "0", "0.00", "#,##0", "0%", "dd/mm/yyyy", "@", "", "0.0E+00"]
)
def test_amounts_and_dates_are_no_codes(code: str) -> None:
    assert not keeps_digits(code)


def test_a_parser_prepared_reads_the_same(tmp_path: Path) -> None:
    path = _xlsx(tmp_path / "a.xlsx")
    prepare_reading()
    assert read_source(path) == read_source(path)


def test_a_source_of_text_says_how_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Nom;Pays\n;\nZoé;Mali\n".encode("cp1252"))
    source = read_source(path)
    grid = Grid(name="", rows=[["Nom", "Pays"], [], ["Zoé", "Mali"]])
    assert source == Source((grid,), "csv", source.sha256, "cp1252", ";")
