"""The refused rows as a workbook: whatever stood in them, as text and nothing else."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from checkin.documents.lists.left_out import write_left_out
from checkin.documents.lists.reading import read_list
from checkin.documents.wording import load
from checkin.domain.listing import DelegateList, LeftOut, RowProblem
from checkin.domain.meeting import LANGUAGES
from tests.people import list_of


def cells(listed: DelegateList, language: str = "en") -> list[list[openpyxl.cell.Cell]]:
    """The workbook as another program reads it."""
    file = BytesIO()
    write_left_out(file, listed, load(language))
    return [list(row) for row in openpyxl.load_workbook(file).active.iter_rows()]


def test_every_refused_row_stands_with_its_reason_and_all_its_cells(tmp_path: Path) -> None:
    text = "Family name;Delegation;Remark\nBENALI;Morocco;\n;Spain;=1+1\n;Mali;\n"
    rows = cells(read_list(list_of(tmp_path / "a.csv", text)))
    assert [[cell.value for cell in row] for row in rows] == [
        ["Row", "Reason", "What to do", "Family name", "Delegation", "Remark"],
        [
            "3",
            "This row has no name and was not taken",
            "Type the name into this row, then offer the list again.",
            *("", "Spain", "=1+1"),
        ],
        ["4", rows[1][1].value, rows[1][2].value, "", "Mali", ""],
    ]
    assert {cell.data_type for row in rows for cell in row if cell.value} == {"s"}


@pytest.mark.parametrize("nasty", ["\ud800x", "a\x0bb", "x" * 40_000, "\ufffe", "http://x.example"])
def test_cells_that_no_workbook_holds_do_not_spoil_it(tmp_path: Path, nasty: str) -> None:
    listed = read_list(list_of(tmp_path / "a.csv", "Nom\nSOW\n"))
    problem = RowProblem(3, "Nom", "no_name")
    spoiled = DelegateList(
        *(listed.people, (problem,), (), listed.columns, 2, "", 1, "utf-8", ""),
        left_out=LeftOut(("Nom",), ((3, (nasty,)),)),
    )
    assert len(cells(spoiled)[1]) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_written_in_every_language_and_empty_where_nobody_was_refused(
    tmp_path: Path, language: str
) -> None:
    assert len(cells(read_list(list_of(tmp_path / "a.csv", "Nom\nSOW\n")), language)) == 1
