"""A delegate list out of a file. Nobody is lost: what looks odd is kept and said."""

from collections.abc import Callable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from types import MappingProxyType

from checkin.documents.lists.columns import Columns, recognised
from checkin.documents.lists.doubles import same_references, twins
from checkin.documents.lists.excerpt import excerpt_of
from checkin.documents.lists.fields import NAMES
from checkin.documents.lists.finding import read_table
from checkin.documents.lists.further_names import joined
from checkin.documents.lists.nobody import continued, without
from checkin.documents.lists.quantities import several_on_a_row
from checkin.documents.lists.row import RowReading, person_of
from checkin.documents.lists.tables import Row, Table
from checkin.documents.lists.understanding import understood
from checkin.domain.listing import DelegateList, ListedPerson, RowProblem
from checkin.domain.text import clean

Told = Callable[[int, int], object]
_BREATH = 100  # rows
_NOTHING_ASKED: Mapping[str, str] = MappingProxyType({})


def read_list(
    path: str | PathLike[str],
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    mapping: Mapping[str, str] = _NOTHING_ASKED,
    hidden: bool = False,
    header_row: int | None = None,
    nameless: bool = False,
    told: Told = lambda *_: None,
) -> DelegateList:
    """The people of a CSV or XLSX list, the rows refused, and what to look at.

    `mapping` (our field to the list's header) goes before what the headers say; `hidden` takes
    hidden rows, columns and sheets too; `header_row` 0 says there is no header; with `nameless` a
    list whose names nobody finds is a list of nobody; `told` hears now and then how many of the
    rows are read, and may raise to end it. Refused: `no_such_file`, `unreadable_list`,
    `empty_list`, `no_such_sheet`, `no_such_column`, `no_such_field`, `no_name_column`.
    """
    table = read_table(
        Path(path),
        sheet=sheet,
        encoding=encoding,
        hidden=hidden,
        header_row=header_row,
        named=tuple(mapping.values()),
    )
    columns = recognised(table.header, mapping, str(path), table.rows, nameless=nameless)
    filled = [row for row in table.rows if any(map(clean, row.cells))]
    nobody = list(continued(filled, table, columns.indexes))
    return _list_of(table, columns, without(filled, nobody), nobody, told)


def _list_of(
    table: Table, columns: Columns, rows: list[Row], nobody: list[RowProblem], told: Told
) -> DelegateList:
    people: list[ListedPerson] = []
    refused: list[RowProblem] = []
    warnings: list[RowProblem] = list(_valueless(table, columns.indexes))
    named = any(name in columns.indexes for name in NAMES)
    for done, row in enumerate(rows if named else ()):
        if done % _BREATH == 0:
            told(done, len(rows))
        whole = joined(row, columns.indexes, columns.further)
        reading = RowReading(whole, columns.indexes, table.header)
        person = person_of(reading)
        if person:
            people.append(person)
        else:
            refused.append(reading.problems.pop())
        warnings += reading.problems
    headers = {name: clean(table.header[index]) for name, index in columns.indexes.items()}
    warnings += (*twins(people, headers), *same_references(people, headers))
    warnings += (*table.problems, *columns.problems, *nobody, *several_on_a_row(table.header, rows))
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
        understood=understood(table, columns, rows, nobody),
    )


def _valueless(table: Table, columns: Mapping[str, int]) -> Iterator[RowProblem]:
    used = set(columns.values())
    for row, column in sorted(table.valueless):
        if row > table.header_row and column in used:
            yield RowProblem(row, clean(table.header[column]), "formula_without_value")
