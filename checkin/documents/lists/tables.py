"""A list as a table of texts: what stands between a file and the people in it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from checkin.documents.lists.grid import Cells, Errors
from checkin.domain.listing import RowProblem, SheetSeen


class Row(NamedTuple):
    """One row under the header: its number as the spreadsheet shows it, its cells as texts."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A list as rows of texts; `sheet` and `sheets` are empty for CSV and `encoding` for XLSX.

    Without a header `header_row` is 0 and the header says the columns' letters. `valueless` are
    cells (row number, column from 0) that hold a formula or an error without a value, `errors`
    which error; `filled` those that a merged cell above them filled. `problems` say what of the
    sheet was left out.
    """

    sheet: str
    header_row: int
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str
    sha256: str
    valueless: Cells = frozenset()
    errors: Errors = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    format: str = ""
    delimiter: str = ""
    filled: Cells = frozenset()
    problems: tuple[RowProblem, ...] = ()
    seen: tuple[SheetSeen, ...] = ()
