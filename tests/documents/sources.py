"""Files as they are before the list is looked for in them, written by hand."""

from typing import Any

from checkin.documents.lists.columns import Columns, recognised
from checkin.documents.lists.finding import find_table
from checkin.documents.lists.grid import Grid, Merged, Source
from checkin.documents.lists.tables import Table


def grid(text: str, name: str = "", **more: Any) -> Grid:
    """A sheet of lines with a bar between two cells; an empty line is an empty row."""
    rows = [line.split("|") if line else [] for line in text.strip("\n").split("\n")]
    return Grid(name, rows, **more)


def source(*grids: Grid | str) -> Source:
    """A file of these sheets."""
    made = tuple(one if isinstance(one, Grid) else grid(one) for one in grids)
    return Source(made, "xlsx" if made[0].name else "csv", "0" * 64)


def merged(*areas: tuple[int, int, int, int]) -> tuple[Merged, ...]:
    """Merged cells: top row, left column, bottom row, right column."""
    return tuple(Merged(*area) for area in areas)


def found(*grids: Grid | str, **options: Any) -> Table:
    """The list in a file."""
    return find_table(source(*grids), path="list", **options)


def people(table: Table) -> list[tuple[str, ...]]:
    """The rows that were taken, without the empty cells at their ends."""
    return [tuple("|".join(row.cells).rstrip("|").split("|")) for row in table.rows]


def left_out(table: Table) -> dict[str, list[int]]:
    """The rows at which something was said, by what was said."""
    said: dict[str, list[int]] = {}
    for problem in table.problems:
        said.setdefault(problem.code, []).append(problem.row)
    return said


def columns(text: str, **mapping: str) -> Columns:
    """What the columns of a list are taken for."""
    table = found(text, named=tuple(mapping.values()))
    return recognised(table.header, mapping, "list", table.rows)


def columns_of_table(table: Table) -> dict[str, int]:
    """The columns of a list that was found."""
    return recognised(table.header, {}, "list", table.rows).indexes
