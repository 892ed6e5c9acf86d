"""A file as sheets of texts, whatever kind of list it is; its contents tell, not its name."""

import hashlib
from pathlib import Path

from checkin.documents.lists.apart import Told
from checkin.documents.lists.csv_table import read_csv
from checkin.documents.lists.grid import Grid, Source
from checkin.documents.lists.unreadable import unreadable
from checkin.documents.lists.workbook import PARSERS, read_workbook
from checkin.domain.refused import Refused

_LARGEST_FILE = 128 << 20
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_NOT_LISTS = {
    b"%PDF": "pdf",
    b"\xff\xd8\xff": "picture",
    b"\x89PNG": "picture",
    b"GIF8": "picture",
    b"{\\rtf": "rtf",
    b"7z\xbc\xaf\x27\x1c": "archive",
    b"Rar!": "archive",
    b"\x1f\x8b": "archive",
    b"PK\x05\x06": "empty_archive",
    b"\x09\x08\x10\x00": "old_workbook",
    b"\x09\x04\x06\x00": "old_workbook",
    b"\x09\x02\x06\x00": "old_workbook",
    b"\x09\x00\x04\x00": "old_workbook",
    b"SQLite format 3": "database",
}


def read_source(
    path: Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    told: Told = lambda *_: None,
) -> Source:
    """All that a file holds, all its sheets; refused where there is no `sheet` of that name.

    `told` is called now and then, and may raise to end it.

    Refused: `no_such_file`, `unreadable_list`, `no_such_sheet`, `empty_file`.
    """
    data = _contents(path)
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(_WORKBOOKS):
        grids, kind = read_workbook(str(path), data, sheet, told)
        return Source(grids, kind, digest)
    _check_kind(path, data, sheet)
    text = read_csv(str(path), data, encoding)
    rows = [record if any(record) else [] for record in text.rows]
    how = text.encoding, text.delimiter, text.problems, text.doubt
    return Source((Grid("", rows),), "csv", digest, *how)


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
            raise unreadable(str(path), "folder" if path.is_dir() else "not_a_file")
        if path.stat().st_size > _LARGEST_FILE:
            raise unreadable(str(path), "too_large")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None)
        if said:
            raise unreadable(str(path), "system", text=said) from error
        raise unreadable(str(path), "odd_name") from error


def _check_kind(path: Path, data: bytes, sheet: str | None) -> None:
    if not data.strip():
        raise Refused("empty_file", path=str(path))
    for mark, why in _NOT_LISTS.items():
        if data.startswith(mark):
            raise unreadable(str(path), why)
    if sheet is not None:
        raise Refused("no_such_sheet", path=str(path), sheet=sheet, sheets="CSV")
