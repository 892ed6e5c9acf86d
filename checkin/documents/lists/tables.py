"""A file as a table of texts, whatever kind of list it is; its contents tell, not its name."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from checkin.documents.lists.csv_table import read_csv
from checkin.documents.lists.xlsx_table import read_xlsx
from checkin.domain.refused import Refused

_LARGEST_FILE = 128 << 20
_NOT_LISTS = {
    b"\xd0\xcf\x11\xe0": "it is an old .xls workbook, or one with a password",
    b"%PDF": "it is a PDF",
    b"\xff\xd8\xff": "it is a picture",
    b"\x89PNG": "it is a picture",
    b"GIF8": "it is a picture",
    b"{\\rtf": "it is an RTF document",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row under the header: its number as the spreadsheet shows it, its cells as texts."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A list as rows of texts; `sheet` and `sheets` are empty for CSV and `encoding` for XLSX.

    `valueless` are cells (row number, column from 0) that hold a formula or an error
    without a value.
    """

    sheet: str
    header_row: int
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str
    sha256: str
    valueless: frozenset[tuple[int, int]] = frozenset()
    sheets: tuple[str, ...] = ()


def read_table(path: Path, *, sheet: str | None = None, encoding: str | None = None) -> Table:
    """The table in a CSV or XLSX file; its first row that holds anything is the header.

    Refused: `no_such_file`, `unreadable_list`, `no_such_sheet`, `empty_list`.
    """
    data = _contents(path)
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(b"PK\x03\x04"):
        found = read_xlsx(str(path), data, sheet)
        numbered = list(enumerate(found.rows, 1))
        name, used, valueless, sheets = found.name, "", found.valueless, found.sheets
    else:
        _check_kind(path, data, sheet)
        numbered, used = read_csv(str(path), data, encoding)
        name, valueless, sheets = "", frozenset[tuple[int, int]](), ()
    (header_row, header), *rows = _filled(path, numbered)
    below = tuple(Row(number, tuple(cells)) for number, cells in rows)
    return Table(name, header_row, tuple(header), below, used, digest, valueless, sheets)


def _contents(path: Path) -> bytes:
    try:
        if not path.exists():
            raise Refused("no_such_file", path=str(path))
        if not path.is_file():
            raise Refused("unreadable_list", path=str(path), why="it is not a file")
        if path.stat().st_size > _LARGEST_FILE:
            raise Refused("unreadable_list", path=str(path), why="it is too large for a list")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not one"
        raise Refused("unreadable_list", path=str(path), why=why) from error


def _check_kind(path: Path, data: bytes, sheet: str | None) -> None:
    for mark, why in _NOT_LISTS.items():
        if data.startswith(mark):
            raise Refused("unreadable_list", path=str(path), why=why)
    if sheet is not None:
        raise Refused("no_such_sheet", path=str(path), sheet=sheet, sheets="CSV")


def _filled(path: Path, numbered: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows that hold anything; refuses a list without a row under its header."""
    filled = [(number, cells) for number, cells in numbered if any(map(str.strip, cells))]
    if len(filled) < 2:
        raise Refused("empty_list", path=str(path))
    return filled
