"""Which sheet of a file is the list, and where on it the people stand."""

import re
from collections.abc import Collection, Iterator, Sequence

from checkin.documents.lists.body import Body, body_of
from checkin.documents.lists.contents import is_country
from checkin.documents.lists.grid import Grid, Source
from checkin.documents.lists.heading import Heading, heading_of, typical_count
from checkin.documents.lists.lines import Line, Lines, letter_of, lines_of, ranges
from checkin.documents.lists.other_tables import left_above
from checkin.documents.lists.tables import Row, Table
from checkin.domain.listing import ListOptions, RowProblem, SheetSeen
from checkin.domain.refused import Refused
from checkin.domain.text import clean

_LOOKED_AT = 100  # rows of each sheet, to choose one
_SEPARATOR = re.compile(r"\s*sep=.?\s*", re.IGNORECASE)
_MOST_NAMED = 12  # sheets of which a warning tells


def table_of(source: Source, options: ListOptions, path: str) -> Table:
    """`find_table` as somebody wants it."""
    return find_table(
        source,
        sheet=options.sheet,
        hidden=options.hidden,
        header_row=options.header_row,
        named=tuple(options.mapping.values()),
        path=path,
    )


def find_table(
    source: Source,
    *,
    sheet: str | None = None,
    hidden: bool = False,
    header_row: int | None = None,
    named: Collection[str] = (),
    path: str = "",
) -> Table:
    """The list in a file: the sheet that looks most like one, or the one that is named.

    `hidden` takes hidden rows, columns and sheets as well; `header_row` 0 says that there is no
    header; `named` are headers the operator spoke of. Refused: `no_such_sheet`, `empty_list`.
    """
    grid = _chosen(source, sheet, hidden, path)
    found = lines_of(grid, hidden=hidden)
    lines = _without_separator(found.lines)
    if not lines:
        raise Refused("empty_list", path=path)
    heading = heading_of(lines, named, header_row)
    titles, under = _parted(lines, heading)
    body = body_of(under, heading, grid.merged)
    if not body.lines:
        raise Refused("empty_list", path=path)
    problems = (
        *_other_sheets(source, grid, hidden),
        *_hidden_lines(found, hidden),
        *(() if heading.row else (RowProblem(0, "", "no_header", {}),)),
        *left_above(titles, len(body.lines)),
        *source.problems,
        *body.left_out,
    )
    return _table(source, grid, heading, body, found, problems)


def _table(
    source: Source,
    grid: Grid,
    heading: Heading,
    body: Body,
    found: Lines,
    problems: tuple[RowProblem, ...],
) -> Table:
    seen = tuple(
        SheetSeen(one.name, one.hidden, found.held if one is grid else _filled_rows(one))
        for one in source.grids
    )
    return Table(
        sheet=grid.name,
        header_row=heading.row,
        header=_header(heading, grid, body),
        rows=tuple(Row(line.number, tuple(line.cells)) for line in body.lines),
        encoding=source.encoding,
        sha256=source.sha256,
        valueless=grid.valueless,
        errors=grid.errors,
        sheets=tuple(one.name for one in source.grids if one.name),
        format=source.format,
        delimiter=source.delimiter,
        filled=found.filled,
        problems=problems,
        seen=seen,
    )


def _chosen(source: Source, sheet: str | None, hidden: bool, path: str) -> Grid:
    grids = source.grids
    if sheet is not None:
        named = next((grid for grid in grids if grid.name == sheet), None)
        if named is None:
            sheets = ", ".join(grid.name for grid in grids)
            raise Refused("no_such_sheet", path=path, sheet=sheet, sheets=sheets)
        return named
    shown = [grid for grid in grids if hidden or not grid.hidden]
    choice = shown or list(grids)
    if not choice:
        raise Refused("empty_list", path=path)
    return max(choice, key=lambda grid: _likeness(grid, hidden)) if len(choice) > 1 else choice[0]


def _likeness(grid: Grid, hidden: bool) -> float:
    """How much a sheet looks like a list of people; less than 1 without a header of one."""
    lines = lines_of(grid, hidden=hidden, most=_LOOKED_AT).lines
    if len(lines) < 2:
        return 0.01 * len(lines)
    wide = typical_count(lines) > 1
    return heading_of(lines).score or (0.5 if wide else 0.1) + len(lines) / 1000


def _without_separator(lines: list[Line]) -> list[Line]:
    """Without the line by which spreadsheets are told the delimiter."""
    first = "".join(lines[0].cells) if lines else ""
    return lines[1:] if _SEPARATOR.fullmatch(first) else lines


def _parted(lines: list[Line], heading: Heading) -> tuple[list[Line], list[Line]]:
    """(what stands above the list, what stands under its header)"""
    if heading.row:
        above = [line for line in lines if line.number < heading.first]
        return above, [line for line in lines if line.number > heading.row]
    first = next((at for at in range(len(lines) - 1) if not _is_title(at, lines)), len(lines) - 1)
    return lines[:first], lines[first:]


def _is_title(at: int, lines: Sequence[Line]) -> bool:
    """Whether a row above a list without a header is none of its people, nor their country."""
    held, typical = lines[at].held, typical_count(lines)
    gap = lines[at + 1].number > lines[at].number + 1
    if not held == 1 < typical:
        return False
    return gap or (typical > 2 and not is_country(clean(" ".join(lines[at].cells))))


def _header(heading: Heading, grid: Grid, body: Body) -> tuple[str, ...]:
    """The headers; one merged over two columns stands over both, where both hold something."""
    texts = list(heading.texts)
    if body.sections:
        texts.append(letter_of(len(texts)))
    for area in grid.merged:
        if area.top <= heading.row <= area.bottom and area.left < len(texts):
            for at in range(area.left + 1, min(area.right + 1, len(texts))):
                if any(at < len(line.cells) and line.cells[at].strip() for line in body.lines):
                    texts[at] = texts[at] or texts[area.left]
    return tuple(texts)


def _filled_rows(grid: Grid) -> int:
    return sum(any(map(str.strip, cells)) for cells in grid.rows)


def _other_sheets(source: Source, taken: Grid, hidden: bool) -> Iterator[RowProblem]:
    """Hidden sheets that hold something, and others that look like a list of people too."""
    others = [grid for grid in source.grids if grid is not taken and any(grid.rows)]
    unseen = [grid.name for grid in others if grid.hidden]
    if unseen and not hidden:
        yield RowProblem(0, "", "hidden_sheets_left", _named(unseen))
    if taken.hidden:
        yield RowProblem(0, "", "hidden_sheet_taken", {"sheet": taken.name})
    lists = [grid.name for grid in others if not grid.hidden and _likeness(grid, hidden) > 1]
    if lists:
        yield RowProblem(0, "", "other_lists", _named(lists))


def _named(names: Sequence[str]) -> dict[str, str]:
    more = ", …" if len(names) > _MOST_NAMED else ""
    return {"count": str(len(names)), "sheets": ", ".join(names[:_MOST_NAMED]) + more}


def _hidden_lines(found: Lines, taken: bool) -> Iterator[RowProblem]:
    if found.hidden_rows:
        code = "hidden_rows_taken" if taken else "hidden_rows_left"
        rows = found.hidden_rows
        yield RowProblem(0, "", code, {"count": str(len(rows)), "rows": ranges(rows)})
    if found.hidden_columns:
        code = "hidden_columns_taken" if taken else "hidden_columns_left"
        letters = ", ".join(map(letter_of, found.hidden_columns))
        yield RowProblem(0, "", code, {"count": str(len(found.hidden_columns)), "columns": letters})
