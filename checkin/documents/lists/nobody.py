"""Rows that go on with the person above: their names are those of merged cells."""

from collections.abc import Iterator, Mapping, Sequence

from checkin.documents.lists.fields import NAMES
from checkin.documents.lists.tables import Row, Table
from checkin.domain.listing import RowProblem
from checkin.domain.text import clean, shortened

_LONGEST = 120  # letters of what is quoted


def continued(
    rows: Sequence[Row], table: Table, columns: Mapping[str, int]
) -> Iterator[RowProblem]:
    """Rows without a name of their own under a name that is merged over them."""
    if not table.filled:
        return
    names = [columns[name] for name in NAMES if name in columns]
    for row in rows:
        written = [at for at in names if at < len(row.cells) and clean(row.cells[at])]
        if written and all((row.number, at) in table.filled for at in written):
            yield RowProblem(row.number, "", "row_continues", {"text": _text(row)})


def without(rows: list[Row], nobody: Sequence[RowProblem]) -> list[Row]:
    """The rows but those of which a problem says that they are nobody."""
    gone = {problem.row for problem in nobody}
    return [row for row in rows if row.number not in gone] if gone else rows


def _text(row: Row) -> str:
    return shortened(" · ".join(filter(None, map(clean, row.cells))), _LONGEST)
