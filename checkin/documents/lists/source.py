"""A file as sheets of texts, whatever kind of list it is; its contents tell, not its name."""

import hashlib
from pathlib import Path

from checkin.documents.lists.csv_table import read_csv
from checkin.documents.lists.grid import Grid, Source
from checkin.documents.lists.workbook import PARSERS, read_workbook
from checkin.domain.refused import Refused

_LARGEST_FILE = 128 << 20
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_NOT_LISTS = {
    b"%PDF": "it is a PDF",
    b"\xff\xd8\xff": "it is a picture",
    b"\x89PNG": "it is a picture",
    b"GIF8": "it is a picture",
    b"{\\rtf": "it is an RTF document",
    b"7z\xbc\xaf\x27\x1c": "it is an archive; unpack it first",
    b"Rar!": "it is an archive; unpack it first",
    b"\x1f\x8b": "it is an archive; unpack it first",
    b"PK\x05\x06": "it is an empty archive",
    b"\x09\x08\x10\x00": "it is a very old .xls workbook",
    b"\x09\x04\x06\x00": "it is a very old .xls workbook",
    b"\x09\x02\x06\x00": "it is a very old .xls workbook",
    b"\x09\x00\x04\x00": "it is a very old .xls workbook",
    b"SQLite format 3": "it is a database",
}


def read_source(path: Path, *, sheet: str | None = None, encoding: str | None = None) -> Source:
    """All that a file holds, all its sheets; refused where there is no `sheet` of that name.

    Refused: `no_such_file`, `unreadable_list`, `no_such_sheet`, `empty_list`.
    """
    data = _contents(path)
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(_WORKBOOKS):
        grids, kind = read_workbook(str(path), data, sheet)
        return Source(grids, kind, digest)
    _check_kind(path, data, sheet)
    text = read_csv(str(path), data, encoding)
    rows = [record if any(record) else [] for record in text.rows]
    return Source((Grid("", rows),), "csv", digest, text.encoding, text.delimiter, text.doubt)


def prepare_reading() -> None:
    """Saves the next reading of a workbook the start of its parser, some 40 ms."""
    PARSERS.prepare()


def is_misnamed(path: Path, source: Source) -> bool:
    """Whether the ending of a file's name promises a workbook, or a text, and it is the other."""
    workbook = path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")
    text = path.suffix.lower() in (".csv", ".tsv", ".tab", ".txt")
    return workbook if source.format == "csv" else text


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
    if not data.strip():
        raise Refused("empty_list", path=str(path))
    for mark, why in _NOT_LISTS.items():
        if data.startswith(mark):
            raise Refused("unreadable_list", path=str(path), why=why)
    if sheet is not None:
        raise Refused("no_such_sheet", path=str(path), sheet=sheet, sheets="CSV")
