"""A delegate list out of a file. Nobody is lost: what looks odd is kept and said."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from types import MappingProxyType

from checkin.documents.lists.columns import NAMES, columns_of
from checkin.documents.lists.excerpt import excerpt_of
from checkin.documents.lists.row import RowReading, person_of
from checkin.documents.lists.tables import Row, Table, read_table
from checkin.documents.lists.unresolved import unresolved_of, with_offers
from checkin.domain.listing import DelegateList, ListedPerson, RowProblem
from checkin.domain.text import clean, fold, words

Told = Callable[[int, int], object]
_BREATH = 100  # rows


def read_list(
    path: str | PathLike[str],
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    mapping: Mapping[str, str] = MappingProxyType({}),
    mended: Mapping[str, str] = MappingProxyType({}),
    told: Told = lambda *_: None,
) -> DelegateList:
    """The people of a CSV or XLSX list, the rows refused, and what to look at.

    `mapping` (our field to the list's header) goes before what the headers say; `mended` says
    what to read instead of a delegation as it is written, in every row that has it; `told` hears
    now and then how many of the rows are read, and may raise to end it. Refused:
    `no_such_file`, `unreadable_list`, `empty_list`, `no_such_sheet`, `no_such_column`,
    `no_such_field`, `no_name_column`.
    """
    table = read_table(Path(path), sheet=sheet, encoding=encoding)
    columns = columns_of(table.header, mapping, str(path))
    filled = [row for row in table.rows if any(map(clean, row.cells))]
    instead = {clean(text): clean(better) for text, better in mended.items() if clean(better)}
    read = _read(filled, columns, table.header, instead, told)
    people, refused = read.people, read.refused
    headers = {field: clean(table.header[index]) for field, index in columns.items()}
    unresolved = unresolved_of(read.unresolved, instead)
    warnings = [*_valueless(table, columns), *with_offers(read.warnings, unresolved, instead)]
    warnings += (*_twins(people, headers), *_same_references(people, headers))
    warnings.sort(key=lambda problem: problem.row)
    return DelegateList(
        people=tuple(people),
        refused=tuple(refused),
        warnings=tuple(warnings),
        columns=headers,
        read=len(filled),
        sheet=table.sheet,
        header_row=table.header_row,
        encoding=table.encoding,
        sha256=table.sha256,
        sheets=table.sheets,
        excerpt=excerpt_of(table.header, columns, filled, (*refused, *warnings)),
        unresolved=unresolved,
    )


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
) -> _Read:
    read = _Read([], [], [], {})
    for done, row in enumerate(rows):
        if done % _BREATH == 0:
            told(done, len(rows))
        reading = RowReading(row, columns, header, mended)
        person = person_of(reading)
        if person:
            read.people.append(person)
        else:
            read.refused.append(reading.problems.pop())
        if reading.unresolved:
            read.unresolved.setdefault(reading.unresolved, []).append(row.number)
        read.warnings.extend(reading.problems)
    return read


def _valueless(table: Table, columns: Mapping[str, int]) -> Iterator[RowProblem]:
    used = set(columns.values())
    for row, column in sorted(table.valueless):
        if row > table.header_row and column in used:
            yield RowProblem(row, clean(table.header[column]), "formula_without_value")


def _twins(people: list[ListedPerson], headers: Mapping[str, str]) -> Iterator[RowProblem]:
    """People of one delegation whose names have the same words, in whatever order."""
    column = next(headers[field] for field in NAMES if field in headers)
    first: dict[tuple[str, ...], int] = {}
    for person in people:
        delegate = person.delegate
        key = (fold(delegate.delegation), *sorted(words(delegate.name)))
        other = first.setdefault(key, person.row)
        if other != person.row:
            yield RowProblem(person.row, column, "looks_like_same_person", {"other": str(other)})


def _same_references(
    people: list[ListedPerson], headers: Mapping[str, str]
) -> Iterator[RowProblem]:
    first: dict[str, int] = {}
    for person in people:
        reference = person.delegate.reference
        other = first.setdefault(reference, person.row)
        if reference and other != person.row:
            facts = {"text": reference, "other": str(other)}
            yield RowProblem(person.row, headers["reference"], "same_reference", facts)
