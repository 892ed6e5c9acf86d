"""Reports as CSV: of the attendance one row for each person and day, and nothing else."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from io import TextIOWrapper
from typing import BinaryIO

from checkin.documents.reports.cells import (
    PERSON_KEYS,
    Table,
    Value,
    any_from_paper,
    everybody,
    person_texts,
)
from checkin.documents.reports.context import ReportContext, entered_words
from checkin.domain.attendance import Attendance, Delegation, Person
from checkin.domain.text import clean
from checkin.domain.wording import Wording

_DAY_KEYS = ("day", "state", "arrived_at", "desk")
_STARTS_A_FORMULA = tuple("=+-@\t\r＝＋－＠")


def write_csv(file: BinaryIO, attendance: Attendance, context: ReportContext) -> None:
    """UTF-8 with a byte order mark, commas, CRLF; days and times are ISO 8601.

    A remark says which arrivals were typed in from paper; without any there is no such column.
    """
    wording = context.wording
    marked = any(any_from_paper(attendance, day) for day in range(len(attendance.days)))
    keys = (*PERSON_KEYS, *_DAY_KEYS, *(("remark",) if marked else ()))
    heads = [wording.say(f"column.{key}") for key in keys]
    rows = (
        row[: len(keys)]
        for delegation, person in everybody(attendance)
        for row in _rows(attendance, delegation, person, wording)
    )
    _write(file, heads, rows)


def write_table(file: BinaryIO, table: Table) -> None:
    """A table of a report in the same way."""
    rows = ([_text(value) for value in row] for row in table.rows)
    _write(file, [head for head, _ in table.columns], rows)


def _write(file: BinaryIO, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow(map(_harmless, row))
    text.flush()
    text.detach()


def _text(value: Value) -> str:
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _rows(
    attendance: Attendance, delegation: Delegation, person: Person, wording: Wording
) -> Iterator[tuple[str, ...]]:
    texts = person_texts(person, delegation, wording)
    for index, day in enumerate(attendance.days):
        seen = person.seen[index]
        came = (attendance.meeting.iso(seen.at), clean(seen.desk)) if seen else ("", "")
        state, entered = _state(person, index, wording), entered_words(seen, wording)
        yield (*texts, day.isoformat(), state, *came, entered)


def _state(person: Person, day: int, wording: Wording) -> str:
    if not person.expected:
        return wording.say("attendance.withdrawn_person")
    return wording.say("attendance.absent" if person.absent(day) else "attendance.present")


def _harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula when it opens the file."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text
