"""What a file holds before anybody has looked for the list in it: sheets of texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from checkin.documents.lists.doubtful_letters import Doubt
from checkin.domain.listing import RowProblem

Cells = frozenset[tuple[int, int]]
"""Cells as (row from 1, column from 0)."""
Errors = Mapping[tuple[int, int], str]
"""What such cells show in place of a value: `#REF!`."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Merged cells, from the first row and column to the last, both within; rows from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet from row 1 and column A on, a text for each cell; empty rows are empty lists.

    `valueless` are cells that hold a formula or an error without a value, `errors` which error.
    `hidden` says that the whole sheet is; `hidden_rows` count from 1, `hidden_columns` from 0.
    """

    name: str
    rows: list[list[str]]
    valueless: Cells = frozenset()
    errors: Errors = field(default_factory=dict)
    merged: tuple[Merged, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Source:
    """All sheets of a file in its own order, one without a name for a text file.

    `format` is `csv`, `xlsx`, `xls` or `ods`; `encoding` and `delimiter` are empty but for `csv`,
    and only there may be a `doubt` of the encoding.
    `problems` say what made reading it unsure.
    """

    grids: tuple[Grid, ...]
    format: str
    sha256: str
    encoding: str = ""
    delimiter: str = ""
    problems: tuple[RowProblem, ...] = ()
    doubt: Doubt | None = None


def beginning(source: Source, rows: int) -> Source:
    """The first rows of each sheet; what is merged or hidden further down does no harm."""
    return replace(
        source, grids=tuple(replace(grid, rows=grid.rows[:rows]) for grid in source.grids)
    )
