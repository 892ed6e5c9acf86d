"""The lines of a sheet that hold anything: hidden ones taken or left, merged cells filled down."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checkin.documents.lists.grid import Cells, Grid, Merged
from checkin.domain.listing import RowProblem
from checkin.domain.text import clean, shortened

_MOST_RUNS = 30
_LONGEST = 120  # letters of what is quoted
_MOST_LOOKED_AT = 2_000_000  # cells; merged cells that lie over one another end here


class Line(NamedTuple):
    """One row as it stands: its number, its cells, how many of them hold anything of its own."""

    number: int
    cells: list[str]
    held: int


class Lines(NamedTuple):
    """All of a sheet, what merged cells filled, what is hidden in it.

    `held` counts the rows that hold anything, hidden ones as well.
    """

    lines: list[Line]
    held: int
    filled: Cells
    hidden_rows: tuple[int, ...]
    hidden_columns: tuple[int, ...]


def lines_of(grid: Grid, *, hidden: bool, most: int | None = None) -> Lines:
    """The lines of a sheet, or its first `most` rows; what is hidden stands in it if asked for."""
    rows = grid.rows[:most]
    concealed = [column for column in sorted(grid.hidden_columns) if _holds(rows, column)]
    left = () if hidden else concealed
    counted = [
        Line(number, cells, count)
        for number, cells in enumerate(_without(rows, left), 1)
        if (count := sum(map(bool, map(str.strip, cells))))
    ]
    filled = _filled_down(counted, grid.merged)
    unseen = grid.hidden_rows
    hidden_rows = tuple(line.number for line in counted if line.number in unseen) if unseen else ()
    shown = [line for line in counted if line.number not in unseen] if hidden_rows else counted
    return Lines(counted if hidden else shown, len(counted), filled, hidden_rows, tuple(concealed))


def _holds(rows: Iterable[Sequence[str]], column: int) -> bool:
    return any(column < len(cells) and cells[column].strip() for cells in rows)


def _without(rows: list[list[str]], columns: Sequence[int]) -> list[list[str]]:
    """The rows with nothing in some columns, so that all others keep their letters."""
    if not columns:
        return rows
    gone = frozenset(columns)
    return [["" if at in gone else cell for at, cell in enumerate(cells)] for cells in rows]


def _filled_down(lines: list[Line], merged: Sequence[Merged]) -> Cells:
    """Writes the text of cells merged downwards into each line; says which cells it filled.

    A line that holds nothing of its own is no line, however far a merged cell reaches.
    """
    places = {line.number: at for at, line in enumerate(lines)} if merged else {}
    filled: set[tuple[int, int]] = set()
    looked_at = 0
    for area in merged:
        top = places.get(area.top)
        if top is None or area.bottom == area.top or area.left >= len(lines[top].cells):
            continue
        text = lines[top].cells[area.left]
        for at in range(top + 1, len(lines)):
            looked_at += 1
            if lines[at].number > area.bottom or looked_at > _MOST_LOOKED_AT:
                break
            if _fill(lines, at, area.left, text):
                filled.add((lines[at].number, area.left))
    return frozenset(filled)


def _fill(lines: list[Line], at: int, column: int, text: str) -> bool:
    line = lines[at]
    if not text.strip() or (column < len(line.cells) and line.cells[column].strip()):
        return False
    wider = [*line.cells, *[""] * (column + 1 - len(line.cells))]
    wider[column] = text
    lines[at] = line._replace(cells=wider)
    return True


def letter_of(column: int) -> str:
    """The letters of a column, counted from 0: A, B ... Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def ranges(numbers: Sequence[int]) -> str:
    """Row numbers as people write them: `3-5, 9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [str(a) if a == b else f"{a}-{b}" for a, b in runs[:_MOST_RUNS]]
    return ", ".join([*shown, "…"] if len(runs) > _MOST_RUNS else shown)


def text_of(*lines: Line) -> str:
    """What stands in some lines, as it is quoted."""
    cells = (clean(cell) for line in lines for cell in line.cells)
    return shortened(" · ".join(filter(None, cells)), _LONGEST)


def block(lines: Sequence[Line], code: str) -> list[RowProblem]:
    """Lines that stand together, left out for one reason."""
    if not lines:
        return []
    facts = {"rows": ranges([line.number for line in lines]), "text": text_of(*lines[:5])}
    return [RowProblem(lines[0].number, "", code, facts)]
