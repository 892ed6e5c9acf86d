"""What is written into a workbook comes back letter for letter."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.documents.lists.source import read_source
from tests.documents.spreadsheets import line, ods, table

LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufffe\uffff<")
CELLS = st.text(LETTERS, min_size=1).filter(lambda text: text == text.strip())
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=30)
FEW = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def _read(data: bytes, name: str) -> list[list[str]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        (grid,) = read_source(path).grids
        return grid.rows


@FEW
@given(ROWS)
def test_in_a_workbook_as_we_write_it(rows: list[list[str]]) -> None:
    file = BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for index, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write_string(index, column, text)
    assert _read(file.getvalue(), "a.xlsx") == rows


@FEW
@given(ROWS)
def test_in_a_workbook_as_others_write_it(rows: list[list[str]]) -> None:
    file, book = BytesIO(), openpyxl.Workbook()
    for index, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            book.active.cell(index, column, text).data_type = "s"
    book.save(file)
    assert _read(file.getvalue(), "a.xlsx") == rows


@FEW
@given(ROWS)
def test_in_an_opendocument_file(rows: list[list[str]]) -> None:
    with TemporaryDirectory() as folder:
        path = ods(Path(folder) / "a.ods", table("D", *(line(*row) for row in rows)))
        assert _read(path.read_bytes(), "a.ods") == rows
