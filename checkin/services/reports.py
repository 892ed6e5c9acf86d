"""Attendance reports on paper and in spreadsheets."""

from datetime import date
from io import BytesIO
from pathlib import Path

from checkin.domain.attendance import Attendance, attendance
from checkin.domain.clock import Clock
from checkin.domain.dates import days_in_words, place_and_days
from checkin.domain.delegate import Delegate
from checkin.domain.operator import Action, Operator
from checkin.domain.refused import Refused
from checkin.domain.report import REPORT_FORMATS
from checkin.services.words import wording
from checkin.services.writing import whole_file
from checkin.store.meeting_file import MeetingFile


class Reports:
    """What organisers print and send after a day, or after all of them."""

    def __init__(self, file: MeetingFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    def attendance(self, language: str, day: date | None = None) -> Attendance:
        """Who came on a day, or on all days; delegations in the order of the language."""
        from checkin.documents.countries import shown

        meeting = self._file.meeting
        if day is not None and day not in meeting.days:
            days = days_in_words(meeting.days, wording(language))
            raise Refused("not_a_meeting_day", day=day.isoformat(), days=days)

        def name(delegate: Delegate) -> str:
            return shown(delegate.delegation, delegate.country, language)

        return attendance(
            meeting,
            self._file.delegates.all(),
            self._file.arrivals.all(),
            meeting.days if day is None else (day,),
            name,
        )

    def save(
        self, kind: str, to: Path, language: str, operator: Operator, day: date | None = None
    ) -> Attendance:
        """Writes a report; the file's ending decides its format. What it was made of."""
        operator.require(Action.REPORT)
        form = to.suffix.lower().lstrip(".")
        if form not in REPORT_FORMATS:
            raise Refused("unknown_format", path=str(to))
        from checkin.documents.reports.writing import ReportContext, write

        made_of = self.attendance(language, day)
        meeting, words = self._file.meeting, wording(language)
        context = ReportContext(
            title=meeting.title(language),
            lines=(place_and_days(meeting.place, meeting.days, words),),
            place=meeting.place,
            printed_at=meeting.local(self._clock()),
            head=self._file.head(),
            wording=words,
            emblem=self._file.picture(meeting.emblem),
        )
        whole = BytesIO()  # a spreadsheet's zip is in no state to be left when the disk fails
        with whole_file(to, self._file.path) as file:
            write(kind, whole, form, made_of, context)
            file.write(whole.getbuffer())
        return made_of
