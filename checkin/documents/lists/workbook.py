"""A workbook as grids: looked over here, parsed by a child process meanwhile."""

import io
import zipfile
from collections.abc import Callable
from typing import Any, TypeVar

from checkin.documents.lists.apart import Child, ChildFailed, Told, Waiting
from checkin.documents.lists.grid import Grid, Merged
from checkin.documents.lists.notes import Notes
from checkin.documents.lists.ods_scan import look_over_ods
from checkin.documents.lists.package import DAMAGE, Hostile, kind_of
from checkin.documents.lists.unreadable import unreadable
from checkin.documents.lists.workbook_parse import parse
from checkin.documents.lists.xlsx_scan import look_over_xlsx
from checkin.domain.refused import Refused

T = TypeVar("T")
U = TypeVar("U")

_DAMAGED = "damaged"
PARSERS = Waiting(parse)
"""Whoever knows that a workbook may come soon has a parser prepared."""
_LOOK_OVER = {"xlsx": look_over_xlsx, "ods": look_over_ods}


def read_workbook(
    path: str, data: bytes, sheet: str | None, told: Told = lambda *_: None
) -> tuple[tuple[Grid, ...], str]:
    """All sheets of an XLSX, XLSM, ODS or XLS and which kind it is; refuses what is hostile.

    `told` is called while it is parsed, and may raise to end that at once.
    """
    read = _read_old if _is_old(data) else _read_zipped
    try:
        grids, kind = read(data, sheet, told)
    except Hostile as error:
        raise unreadable(path, error.why, **error.facts) from error
    except ChildFailed as error:
        raise unreadable(path, "damaged_or_large" if error.died else "slow") from error
    if not grids:
        raise unreadable(path, "no_cells")
    if sheet is not None and sheet not in (grid.name for grid in grids):
        names = ", ".join(grid.name for grid in grids)
        raise Refused("no_such_sheet", path=path, sheet=sheet, sheets=names)
    return grids, kind


def _is_old(data: bytes) -> bool:
    return data.startswith(b"\xd0\xcf\x11\xe0")


def _read_zipped(data: bytes, sheet: str | None, told: Told) -> tuple[tuple[Grid, ...], str]:
    with _sound(zipfile.ZipFile, io.BytesIO(data)) as archive:
        kind = _sound(kind_of, archive)
        with PARSERS.take() as child:
            child.send(data, kind, sheet)
            notes = _sound(_LOOK_OVER[kind], archive)  # while the child is at it
            sheets = _sheets(child, told)
    return tuple(_grid(one, notes.get(one["name"], Notes())) for one in sheets), kind


def _sound(read: Callable[[T], U], what: T) -> U:
    """What reading a part of an archive gives, or that it is damaged."""
    try:
        return read(what)
    except DAMAGE as error:
        raise Hostile(_DAMAGED) from error


def _read_old(data: bytes, sheet: str | None, told: Told) -> tuple[tuple[Grid, ...], str]:
    _check_old(data)
    with PARSERS.take() as child:
        child.send(data, "xls", sheet)
        return tuple(_grid(one, _told(one)) for one in _sheets(child, told)), "xls"


def _check_old(data: bytes) -> None:
    """Office wraps protected files and other documents alike; their streams' names tell."""
    names = {
        "EncryptedPackage": "password",
        "WordDocument": "word",
        "PowerPoint Document": "presentation",
        "__nameid_version1.0": "mail",
    }
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        return
    why = next((why for name, why in names.items() if name.encode("utf-16-le") in data), _DAMAGED)
    raise Hostile(why)


def _sheets(child: Child, told: Told) -> list[dict[str, Any]]:
    """Put together again out of the pieces that `workbook_parse.parse` makes."""
    sheets: list[dict[str, Any]] = []
    for piece in child.pieces(told):
        if "why" in piece:
            raise Hostile(piece["why"], **piece.get("facts", {}))
        if "of" in piece:
            sheets[piece["of"]] |= piece
        elif "name" in piece:
            sheets.append(piece | {"rows": []})
        else:
            sheets[-1]["rows"] += piece["rows"]
    return sheets


def _grid(sheet: dict[str, Any], notes: Notes) -> Grid:
    return notes.grid(sheet["name"], sheet["rows"], hidden=sheet["hidden"])


def _told(sheet: dict[str, Any]) -> Notes:
    """What the child told of an .xls beside its rows."""
    return Notes(
        valueless={(row, column) for row, column in sheet.get("valueless", ())},
        errors={(row, column): text for row, column, text in sheet.get("errors", ())},
        merged=[Merged(*edges) for edges in sheet.get("merged", ())],
        hidden_rows=set(sheet.get("hidden_rows", ())),
        hidden_columns=[(first, last) for first, last in sheet.get("hidden_columns", ())],
        shown={(row, column): text for row, column, text in sheet.get("shown", ())},
    )
