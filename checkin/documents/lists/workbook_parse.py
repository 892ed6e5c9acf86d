"""What the child process does: a workbook parsed by calamine, and .xls by xlrd as well."""

import io
import struct
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from checkin.documents.lists.number_format import keeps_digits, shown
from checkin.documents.lists.unreadable import Unreadable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_MOST_ROWS = 200_000  # under a header
_MOST_CELLS = 12_000_000  # of the rectangle from A1 to the furthest cell
_PART, _LETTERS = 500, 200_000  # rows of a piece, and about how long it may be
_MIDNIGHT = time()
_ERROR, _NUMBER = 5, 2  # kinds of cells in xlrd
_OF_DAMAGED_BYTES = (  # what xlrd lets through where it is led astray
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError),
    *(RuntimeError, TypeError, ValueError),
)


class _TooLarge(Unreadable):
    """Why a sheet is no list."""


def parse(data: bytes, kind: str, sheet: str | None) -> Iterator[dict[str, Any]]:
    """All sheets of cells in pieces, or `why` not; a huge one beside `sheet` does no harm.

    A piece is a new sheet by its `name`, more `rows` of the last one, or what is told `of` one.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    filled = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for at, (one, rows) in enumerate(_sheets(workbook, sheet)):
                yield one
                yield from ({"rows": part} for part in _parts(rows))
                filled += [(at, str(one["name"]))] if rows else []
    except PasswordError:
        yield {"why": "password"}
    except CalamineError:
        yield {"why": _why_unread(data, kind)}
    except _TooLarge as error:
        yield {"why": error.why, "facts": error.facts}
    except MemoryError:
        yield {"why": "too_large"}
    else:
        yield from _noted(filled, data) if kind == "xls" else ()


def _parts(rows: list[list[str]]) -> Iterator[list[list[str]]]:
    """The rows in parts that are read in a moment each: not many, and not of many letters."""
    part: list[list[str]] = []
    letters = 0
    for row in rows:
        part.append(row)
        letters += len(row) + sum(map(len, row))
        if len(part) == _PART or letters > _LETTERS:
            yield part
            part, letters = [], 0
    if part:
        yield part


def _why_unread(data: bytes, kind: str) -> str:
    if kind == "xls":
        import xlrd

        try:
            xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), on_demand=True)
        except xlrd.XLRDError as error:
            if "encrypted" in str(error):
                return "password"
    return "damaged"


def _sheets(
    workbook: "CalamineWorkbook", wanted: str | None
) -> Iterator[tuple[dict[str, Any], list[list[str]]]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for one in workbook.sheets_metadata:
        if one.typ == SheetTypeEnum.WorkSheet:
            sheet = workbook.get_sheet_by_name(one.name)
            hidden = one.visible != SheetVisibleEnum.Visible
            rows = _bounded_rows(sheet, needed=wanted in (None, one.name))
            yield {"name": one.name, "hidden": hidden}, rows


def _bounded_rows(sheet: "CalamineSheet", *, needed: bool) -> list[list[str]]:
    """The rows of a sheet; of one that is too large none, if it is not needed."""
    vast = sheet.total_height * sheet.total_width > _MOST_CELLS
    rows = [] if vast else _rows(sheet)
    if not vast and len(rows) <= _MOST_ROWS + 1:
        return rows
    if needed:
        if vast:
            raise _TooLarge("far_cell", row=str(sheet.total_height))
        raise _TooLarge("too_many_rows", rows=str(_MOST_ROWS))
    return []


def _rows(sheet: "CalamineSheet") -> list[list[str]]:
    cells = sheet.to_python(skip_empty_area=False)
    rows = [_texts(row) if any(row) else _empty(row) for row in cells]
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _empty(row: list[Any]) -> list[str]:
    """A row of nothing is an empty one; zeros and FALSE are not nothing."""
    texts = _texts(row)
    return texts if any(texts) else []


def _texts(row: list[Any]) -> list[str]:
    return [cell if cell.__class__ is str else as_text(cell) for cell in row]


def as_text(cell: object) -> str:
    """A cell as people see it: `12`, not `12.0`; dates as ISO 8601; nothing as an empty text."""
    match cell:
        case str():
            return cell
        case None:
            return ""
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            whole = cell.is_integer() and abs(cell) < 1e15
            return str(int(cell)) if whole else f"{cell:.15g}"
        case datetime():
            bare = cell.time() == _MIDNIGHT
            return cell.date().isoformat() if bare else cell.isoformat(" ")[:19]
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)


def _noted(filled: list[tuple[int, str]], data: bytes) -> Iterator[dict[str, Any]]:
    """What calamine does not say of an .xls; where xlrd cannot read it, nothing."""
    import xlrd
    from xlrd.compdoc import CompDocError
    from xlrd.formula import FormulaError

    its_own = (xlrd.XLRDError, CompDocError, FormulaError)
    astray = (struct.error, *its_own, *_OF_DAMAGED_BYTES)
    with suppress(*astray):  # calamine has read the cells
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, logfile=io.StringIO(), on_demand=True
        )
        for at, name in filled:
            yield {"of": at} | _notes(book, book.sheet_by_name(name))


def _notes(book: Any, sheet: Any) -> dict[str, Any]:
    return {
        "valueless": [[row + 1, column] for row, column in _cells(sheet, _ERROR)],
        "errors": list(_errors(sheet)),
        "merged": [
            [top + 1, left, bottom, right - 1] for top, bottom, left, right in sheet.merged_cells
        ],
        "hidden_rows": [row + 1 for row, how in sheet.rowinfo_map.items() if how.hidden],
        "hidden_columns": [[one, one] for one, how in sheet.colinfo_map.items() if how.hidden],
        "shown": list(_shown(book, sheet)),
    }


def _cells(sheet: Any, kind: int) -> Iterator[tuple[int, int]]:
    for row in range(sheet.nrows):
        types = sheet.row_types(row)
        if kind in types:
            yield from ((row, column) for column, one in enumerate(types) if one == kind)


def _errors(sheet: Any) -> Iterator[list[Any]]:
    """The cells that show an error, and which."""
    from xlrd import error_text_from_code

    for row, column in _cells(sheet, _ERROR):
        yield [row + 1, column, error_text_from_code.get(sheet.cell_value(row, column), "#")]


def _shown(book: Any, sheet: Any) -> Iterator[list[Any]]:
    """The numbers that a format shows with zeros or strokes."""
    codes = {key: one.format_str or "" for key, one in book.format_map.items()}
    kept = {key for key, code in codes.items() if keeps_digits(code)}
    styles = {index: one.format_key for index, one in enumerate(book.xf_list)}
    if not kept & set(styles.values()):
        return
    for row, column in _cells(sheet, _NUMBER):
        key = styles[sheet.cell_xf_index(row, column)]
        value = sheet.cell_value(row, column)
        if key in kept and value >= 0 and value.is_integer():
            yield [row + 1, column, shown(int(value), codes[key])]
