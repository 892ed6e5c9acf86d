"""A file as sheets of texts, whatever kind of list it is; its contents tell, not its name."""

import hashlib
from pathlib import Path

from checkin.documents.lists.csv_table import read_csv
from checkin.documents.lists.grid import Grid, Source
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


def read_source(path: Path, *, sheet: str | None = None, encoding: str | None = None) -> Source:
    """What a CSV or XLSX file holds.

    Refused: `no_such_file`, `unreadable_list`, `no_such_sheet`.
    """
    data = _contents(path)
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(b"PK\x03\x04"):
        found = read_xlsx(str(path), data, sheet)
        grids = (Grid(found.name, found.rows, found.valueless),)
        others = (Grid(name, []) for name in found.sheets if name != found.name)
        return Source((*grids, *others), "xlsx", digest)
    _check_kind(path, data, sheet)
    numbered, used = read_csv(str(path), data, encoding)
    return Source((Grid("", [cells for _, cells in numbered]),), "csv", digest, used)


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
