"""Part of a list as it is written: its first rows and those of which something must be said."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from checkin.documents.lists.lines import letter_of
from checkin.documents.lists.tables import Row
from checkin.domain.listing import Excerpt, RowProblem
from checkin.domain.text import clean, shortened

_FIRST_ROWS = 100
_MOST_ROWS = 300
_MOST_COLUMNS = 40
_LONGEST = 200  # letters of a cell


def excerpt_of(
    header: Sequence[str],
    columns: Mapping[str, int],
    rows: Sequence[Row],
    problems: Iterable[RowProblem],
) -> Excerpt:
    """What people look at before they apply a list; however large the list, this stays small."""
    named = {problem.row for problem in problems}
    odd = list(islice((row for row in rows if row.number in named), _MOST_ROWS - _FIRST_ROWS))
    numbers = {row.number for row in (*rows[:_FIRST_ROWS], *odd)}
    shown = _columns(header, columns)
    fields = {index: field for field, index in reversed(list(columns.items()))}
    return Excerpt(
        header=tuple(shortened(header[index], _LONGEST) for index in shown),
        letters=tuple(map(letter_of, shown)),
        fields=tuple(fields.get(index, "") for index in shown),
        rows=tuple(
            (row.number, tuple(shortened(_cell(row, index), _LONGEST) for index in shown))
            for row in rows
            if row.number in numbers
        ),
    )


def _columns(header: Sequence[str], columns: Mapping[str, int]) -> list[int]:
    """The columns to show: all that were taken for something, and others that have a name."""
    taken = set(columns.values())
    others = (index for index, text in enumerate(header) if clean(text) and index not in taken)
    return sorted(taken | set(islice(others, max(_MOST_COLUMNS - len(taken), 0))))


def _cell(row: Row, index: int) -> str:
    return row.cells[index] if index < len(row.cells) else ""
