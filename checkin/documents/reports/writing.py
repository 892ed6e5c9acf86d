"""Reports: one way in for every kind and file format."""

from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO

from checkin.documents.reports.context import ReportContext
from checkin.domain.attendance import Attendance
from checkin.domain.door import DoorList
from checkin.domain.report import REPORT_FORMATS, REPORT_KINDS

__all__ = ["REPORT_FORMATS", "REPORT_KINDS", "ReportContext", "write"]


def write(
    kind: str,
    to: BinaryIO | Path,
    form: str,
    made_of: Attendance | DoorList,
    context: ReportContext,
) -> None:
    """Writes a report of one of `REPORT_KINDS` in one of `REPORT_FORMATS`.

    The same values give the same bytes. Raises ValueError for another kind or format, and
    OSError where the file cannot be written.
    """
    if kind not in REPORT_KINDS or form not in REPORT_FORMATS:
        raise ValueError(f"{kind}.{form}")
    with to.open("wb") if isinstance(to, Path) else nullcontext(to) as file:
        if isinstance(made_of, DoorList):
            _door(file, form, made_of, context)
        else:
            _attendance(file, form, made_of, context)


def _attendance(file: BinaryIO, form: str, attendance: Attendance, context: ReportContext) -> None:
    if form == "pdf":
        from checkin.documents.reports.as_pdf import write_pdf

        write_pdf(file, attendance, context)
    elif form == "xlsx":
        from checkin.documents.reports.as_xlsx import write_xlsx

        write_xlsx(file, attendance, context)
    else:
        from checkin.documents.reports.as_csv import write_csv

        write_csv(file, attendance, context)


def _door(file: BinaryIO, form: str, door: DoorList, context: ReportContext) -> None:
    if form == "pdf":
        from checkin.documents.reports.door_pdf import write_door

        write_door(file, door, context)
    elif form == "xlsx":
        from checkin.documents.reports.as_xlsx import write_book
        from checkin.documents.reports.door_cells import table

        title = context.wording.say("door.title")
        write_book(file, [table(door, context.wording)], title, door.days, context)
    else:
        from checkin.documents.reports.as_csv import write_table
        from checkin.documents.reports.door_cells import table

        write_table(file, table(door, context.wording))
