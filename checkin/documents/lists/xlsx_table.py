"""A delegate list in a workbook: looked over here, parsed by calamine in a child process."""

import io
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from checkin.documents.lists.apart import ChildFailed, run_apart
from checkin.documents.lists.grid import Cells
from checkin.documents.lists.xlsx_check import check_workbook
from checkin.domain.refused import Refused

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows from row 1 on as texts, the cells whose value is missing, and the

    names of all sheets beside it.
    """

    name: str
    rows: list[list[str]]
    valueless: Cells
    sheets: tuple[str, ...]


def read_xlsx(path: str, data: bytes, sheet: str | None) -> Sheet:
    """The named sheet, or the first visible one that holds anything; refuses what is hostile."""
    valueless = check_workbook(path, data)
    try:
        answer = run_apart(parse, data, sheet)
    except ChildFailed as error:
        raise Refused("unreadable_list", path=path, why="the workbook is damaged") from error
    name, rows = answer["sheet"], answer["rows"]
    if name is None and sheet is None:
        raise Refused("unreadable_list", path=path, why="it has no sheet of cells")
    if name is None:
        sheets = ", ".join(answer["sheets"])
        raise Refused("no_such_sheet", path=path, sheet=sheet, sheets=sheets)
    return Sheet(name, rows, valueless.get(name, frozenset()), tuple(answer["sheets"]))


def parse(data: bytes, sheet: str | None) -> dict[str, Any]:
    """Runs in the child: all tables' names, the chosen one (None if there is none), its rows."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        tables = [s for s in workbook.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
        names = [table.name for table in tables]
        shown = [table.name for table in tables if table.visible == SheetVisibleEnum.Visible]
        wanted = (shown or names) if sheet is None else [sheet] if sheet in names else []
        return {"sheets": names} | _first_filled(workbook, wanted)


def _first_filled(workbook: "CalamineWorkbook", names: list[str]) -> dict[str, Any]:
    chosen: dict[str, Any] = {"sheet": names[0] if names else None, "rows": []}
    for name in names:
        cells = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        if cells:
            return {"sheet": name, "rows": [list(map(as_text, row)) for row in cells]}
    return chosen


def as_text(cell: object) -> str:
    """A cell as people see it: `12`, not `12.0`; dates as ISO 8601; nothing as an empty text."""
    match cell:
        case str():
            return cell
        case None:
            return ""
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")[:19]
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)
