"""A delegate list out of a file. Nobody is lost: what looks odd is kept and said."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from checkin.documents.lists.columns import Columns, fitting, recognised
from checkin.documents.lists.doubles import same_references, twins
from checkin.documents.lists.excerpt import excerpt_of
from checkin.documents.lists.fields import NAMES
from checkin.documents.lists.finding import table_of
from checkin.documents.lists.further_names import joined
from checkin.documents.lists.grid import Source, beginning
from checkin.documents.lists.nobody import continued, without
from checkin.documents.lists.own_export import is_own_export, of_one_day, own_columns
from checkin.documents.lists.quantities import several_on_a_row
from checkin.documents.lists.row import RowReading, person_of
from checkin.documents.lists.source import is_misnamed, read_source
from checkin.documents.lists.tables import Row, Table
from checkin.documents.lists.understanding import understood
from checkin.documents.lists.unread import not_read, not_registered
from checkin.documents.lists.unresolved import mended_nobody, unresolved_of, with_offers
from checkin.domain.listing import (
    AS_IT_IS,
    DelegateList,
    LeftOut,
    ListedPerson,
    ListOptions,
    RowProblem,
    header_key,
)
from checkin.domain.refused import Refused
from checkin.domain.text import clean

Told = Callable[[int, int], object]
Glimpsed = Callable[[DelegateList], object]
_BREATH = 100  # rows
_LONG, _GLIMPSE = 2_000, 100  # rows of a list that takes a while, and of what is seen at once


def read_list(
    path: str | PathLike[str],
    options: ListOptions = AS_IT_IS,
    told: Told = lambda *_: None,
    glimpsed: Glimpsed = lambda _: None,
) -> DelegateList:
    """The people of a list, the rows refused, and what to look at.

    `told` hears now and then how many of the rows are read, (0, 0) before any is, and may raise
    to end it; `glimpsed` sees the beginning of a long list as soon as it is understood. Refused:
    `no_such_file`, `unreadable_list`, `empty_file`, `empty_list`, `no_such_sheet`,
    `no_such_header_row`, `no_such_column`, `no_such_field`, `no_name_column`.
    """
    source = read_source(Path(path), sheet=options.sheet, encoding=options.encoding, told=told)
    if any(len(grid.rows) > _LONG for grid in source.grids):
        with suppress(Refused):  # whatever it is, the whole list says so
            glimpsed(_list_of(beginning(source, _GLIMPSE), path, options, told=lambda *_: None))
    return _list_of(source, path, options, told)


def _list_of(
    source: Source, path: str | PathLike[str], options: ListOptions, told: Told
) -> DelegateList:
    table = table_of(source, options, str(path))
    said = _said(table, options)
    own = not said and is_own_export(table.header)
    columns = own_columns() if own else _columns(table, said, str(path), options)
    written = of_one_day(table.header, table.rows) if own else table.rows
    filled = [row for row in written if _holds_anything(row.cells)]
    nobody = list(continued(filled, table, columns.indexes))
    rows = without(filled, nobody)
    instead = {clean(text): clean(meant) for text, meant in options.mended.items() if clean(meant)}
    named = any(name in columns.indexes for name in NAMES)
    whole = [joined(row, columns.indexes, columns.further) for row in rows] if named else []
    read = _read(whole, columns.indexes, table.header, instead, told, verbatim=own)
    people, refused = read.people, read.refused
    headers = {name: clean(table.header[index]) for name, index in columns.indexes.items()}
    unresolved = unresolved_of(read.unresolved, instead)
    warnings = [
        *_valueless(table, columns.indexes),
        *with_offers(read.warnings, unresolved, instead),
        *twins(people, headers),
        *same_references(people, headers),
        *(*_misnamed(path, source), *_doubtful(source), *table.problems, *nobody),
        *_of_columns(table, columns, rows),
        *mended_nobody(instead, rows, columns.indexes),
    ]
    warnings.sort(key=lambda problem: problem.row)
    return DelegateList(
        people=tuple(people),
        refused=tuple(refused),
        warnings=tuple(warnings),
        columns=headers,
        read=len(rows),
        sheet=table.sheet,
        header_row=table.header_row,
        encoding=table.encoding,
        sha256=table.sha256,
        sheets=table.sheets,
        excerpt=excerpt_of(table.header, columns.indexes, rows, (*refused, *warnings)),
        unresolved=unresolved,
        understood=understood(table, columns, rows, nobody),
        left_out=_left_out(table, refused),
    )


def _columns(table: Table, said: Mapping[str, str], path: str, options: ListOptions) -> Columns:
    return recognised(table.header, said, path, table.rows, nameless=options.nameless)


def _said(table: Table, options: ListOptions) -> dict[str, str]:
    """What the operator says of the columns, now or of an earlier list of the same headers."""
    remembered = options.remembered.get(header_key(table.header), {}) if table.header_row else {}
    return {**fitting(remembered, table.header), **options.mapping}


def _of_columns(table: Table, columns: Columns, rows: Sequence[Row]) -> Iterator[RowProblem]:
    """What columns say that are not read, or not as their headers are."""
    yield from columns.problems
    yield from several_on_a_row(table.header, rows)
    yield from not_read(table.header, columns.indexes, columns.further, rows)
    yield from not_registered(table.header, rows)


def _holds_anything(cells: Sequence[str]) -> bool:
    """Whether a row is more than blanks and letters that nobody sees."""
    return any(map(str.isalnum, cells)) or any(map(clean, cells))


def _left_out(table: Table, refused: list[RowProblem]) -> LeftOut:
    numbers = {problem.row for problem in refused}
    rows = tuple((row.number, row.cells) for row in table.rows if row.number in numbers)
    return LeftOut(table.header, rows)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the rows have said; `unresolved` are delegations as written with their rows."""

    people: list[ListedPerson]
    refused: list[RowProblem]
    warnings: list[RowProblem]
    unresolved: dict[str, list[int]]


def _read(
    rows: Sequence[Row],
    columns: Mapping[str, int],
    header: Sequence[str],
    mended: Mapping[str, str],
    told: Told,
    *,
    verbatim: bool,
) -> _Read:
    read = _Read([], [], [], {})
    for done, row in enumerate(rows):
        if done % _BREATH == 0:
            told(done, len(rows))
        reading = RowReading(row, columns, header, mended, verbatim=verbatim)
        person = person_of(reading)
        if person:
            read.people.append(person)
        else:
            read.refused.append(reading.problems.pop())
        if reading.unresolved:
            read.unresolved.setdefault(reading.unresolved, []).append(row.number)
        read.warnings.extend(reading.problems)
    return read


def _misnamed(path: str | PathLike[str], source: Source) -> Iterator[RowProblem]:
    if is_misnamed(Path(path), source):
        yield RowProblem(0, "", "misnamed", {"format": source.format.upper()})


def _doubtful(source: Source) -> Iterator[RowProblem]:
    """Letters that another encoding would make more of; they stay as they were read."""
    if source.doubt:
        better, read, meant = source.doubt
        facts = {"encoding": source.encoding, "better": better, "text": read, "meant": meant}
        yield RowProblem(0, "", "letters_doubtful", facts)


def _valueless(table: Table, columns: Mapping[str, int]) -> Iterator[RowProblem]:
    used = set(columns.values())
    for row, column in sorted(table.valueless):
        if row > table.header_row and column in used:
            error = clean(table.errors.get((row, column), ""))
            code = "error_value" if error else "formula_without_value"
            facts = {"text": error} if error else {}
            yield RowProblem(row, clean(table.header[column]), code, facts)
