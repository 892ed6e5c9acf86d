"""The table in a file: the first sheet that holds anything, its first row the header."""

from dataclasses import dataclass
from pathlib import Path

from checkin.documents.lists.grid import Grid, Source
from checkin.documents.lists.source import read_source
from checkin.domain.refused import Refused


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
    """The table in a file; its first row that holds anything is the header.

    Refused: `no_such_file`, `unreadable_list`, `no_such_sheet`, `empty_list`.
    """
    source = read_source(path, sheet=sheet, encoding=encoding)
    grid = _chosen(source, sheet)
    (header_row, header), *rows = _filled(path, grid)
    return Table(
        sheet=grid.name,
        header_row=header_row,
        header=tuple(header),
        rows=tuple(Row(number, tuple(cells)) for number, cells in rows),
        encoding=source.encoding,
        sha256=source.sha256,
        valueless=grid.valueless,
        sheets=tuple(grid.name for grid in source.grids if grid.name),
    )


def _chosen(source: Source, sheet: str | None) -> Grid:
    """The named sheet, or the first visible one that holds anything."""
    if sheet is not None:
        return next(grid for grid in source.grids if grid.name == sheet)
    shown = [grid for grid in source.grids if not grid.hidden] or list(source.grids)
    return next((grid for grid in shown if grid.rows), shown[0])


def _filled(path: Path, grid: Grid) -> list[tuple[int, list[str]]]:
    """The rows that hold anything; refuses a list without a row under its header."""
    numbered = enumerate(grid.rows, 1)
    filled = [(number, cells) for number, cells in numbered if any(map(str.strip, cells))]
    if len(filled) < 2:
        raise Refused("empty_list", path=str(path))
    return filled
