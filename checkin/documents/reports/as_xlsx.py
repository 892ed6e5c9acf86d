"""Reports as workbooks: of the attendance people, delegations, absentees.

Values from a list are written as strings, never as formulas, links or numbers.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, BinaryIO

from checkin.documents.reports.cells import Table, Value, absentees, delegations, people
from checkin.documents.reports.context import ReportContext
from checkin.domain.attendance import Attendance
from checkin.domain.dates import days_in_words
from checkin.domain.text import clean

_LONGEST = 32_767  # letters in one cell
_A4 = 9
_PLAIN = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_TOP: dict[str, object] = {"valign": "top"}
_LOOKS: dict[type, dict[str, object]] = {
    str: _TOP,
    int: _TOP | {"num_format": "0"},
    float: _TOP | {"num_format": "0 %"},
    date: _TOP | {"num_format": "dd mmm yyyy", "align": "left"},
    time: _TOP | {"num_format": "hh:mm", "align": "left"},
    datetime: _TOP | {"num_format": "dd mmm yyyy hh:mm", "align": "left"},
}
_HEAD: dict[str, object] = _TOP | {
    "bold": True,
    "bg_color": "#EEF1F5",
    "bottom": 1,
    "text_wrap": True,
}


def write_xlsx(file: BinaryIO, attendance: Attendance, context: ReportContext) -> None:
    """Writes the workbook; the same values give the same bytes."""
    tables = (make(attendance, context.wording) for make in (people, delegations, absentees))
    write_book(file, tables, context.wording.say("attendance.title"), attendance.days, context)


def write_book(
    file: BinaryIO,
    tables: Iterable[Table],
    title: str,
    days: Sequence[date],
    context: ReportContext,
) -> None:
    """A workbook of a report: a sheet for each table."""
    import xlsxwriter

    book = xlsxwriter.Workbook(file, _PLAIN)
    book.set_properties(_properties(title, days, context))
    head = book.add_format(_HEAD)
    looks = {kind: book.add_format(look) for kind, look in _LOOKS.items()}
    for table in tables:
        sheet = book.add_worksheet(table.title)
        _lay_out(sheet, table, context)
        for place, (text, _) in enumerate(table.columns):
            sheet.write_string(0, place, text, head)
        _fill(sheet, table, looks)
    book.close()


def _properties(title: str, days: Sequence[date], context: ReportContext) -> dict[str, object]:
    """Nothing of any person; the time it was printed stands for the time it was made."""
    return {
        "title": f"{title}, {days_in_words(days, context.wording)}",
        "subject": clean(context.title),
        "comments": clean(context.foot),
        "created": context.printed_at.astimezone(UTC).replace(tzinfo=None, microsecond=0),
    }


def _lay_out(sheet: Any, table: Table, context: ReportContext) -> None:
    if context.wording.mirrored:
        sheet.right_to_left()
    for place, (_, width) in enumerate(table.columns):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _fill(sheet: Any, table: Table, looks: dict[type, Any]) -> None:
    writers: dict[type, Callable[..., object]] = {
        str: sheet.write_string,
        int: sheet.write_number,
        float: sheet.write_number,
        date: sheet.write_datetime,
        time: sheet.write_datetime,
        datetime: sheet.write_datetime,
    }
    for level, row in _numbered(table):
        for place, value in enumerate(row):
            kind = type(value)
            if isinstance(value, str):
                value = value[:_LONGEST]
            if value != "":
                writers[kind](level, place, value, looks[kind])


def _numbered(table: Table) -> Iterator[tuple[int, Sequence[Value]]]:
    """The rows under the heads, then the totals after an empty row, out of the filter's reach."""
    yield from enumerate(table.rows, start=1)
    yield from enumerate(table.totals, start=len(table.rows) + 2)
