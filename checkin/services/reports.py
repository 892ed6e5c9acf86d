"""Reports on paper and in spreadsheets: the attendance, the list at the door."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.domain.attendance import Attendance
from checkin.domain.badge import Badge
from checkin.domain.clock import Clock
from checkin.domain.dates import place_and_days
from checkin.domain.door import DoorList
from checkin.domain.operator import Action, Operator
from checkin.domain.refused import Refused
from checkin.domain.report import REPORT_FORMATS
from checkin.domain.roll import held_badge
from checkin.services.attending import Attending
from checkin.services.words import wording
from checkin.services.writing import uncollected, whole_file
from checkin.store.meeting_file import MeetingFile

if TYPE_CHECKING:
    from checkin.documents.reports.context import ReportContext


@dataclass(frozen=True, slots=True)
class Report:
    """A report ready to be written: frozen values, so that any thread may write it.

    The same report gives the same bytes. `meeting_file` is what no paper may replace.
    """

    kind: str
    made_of: Attendance | DoorList
    context: "ReportContext"
    meeting_file: Path

    @property
    def name(self) -> str:
        """What its file is called, without an ending: `attendance-2022-07-05-fr`."""
        days = self.made_of.days
        span = dict.fromkeys((days[0].isoformat(), days[-1].isoformat()))
        return "-".join((self.kind, *span, self.context.wording.language))

    def made(self, form: str) -> bytes:
        """The whole file in one of `REPORT_FORMATS`."""
        from checkin.documents.reports.writing import write

        whole = BytesIO()
        with uncollected():
            write(self.kind, whole, form, self.made_of, self.context)
        return whole.getvalue()

    def save(self, to: Path) -> None:
        """Writes the file, whole or not at all; its ending decides its format."""
        form = form_of(to)
        with whole_file(to, self.meeting_file) as file:
            file.write(self.made(form))  # a zip is in no state to be left when the disk fails


class Reports:
    """What organisers print and send after a day, or after all of them."""

    def __init__(self, file: MeetingFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    def attendance(self, language: str, day: date | None = None) -> Attendance:
        """Who came on a day, or on all days; delegations in the order of the language."""
        return Attending(self._file).attendance(language, day)

    def prepare(
        self, kind: str, language: str, operator: Operator, day: date | None = None
    ) -> Report:
        """Reads all that a report says; nothing is written yet."""
        operator.require(Action.REPORT)
        from checkin.documents.reports.context import ReportContext

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
        attended = self.attendance(language, day)
        made_of = DoorList(attended, self._numbers()) if kind == "door" else attended
        return Report(kind, made_of, context, self._file.path)

    def _numbers(self) -> dict[str, str]:
        """The number of the valid badge of everybody who has one."""
        held: dict[str, list[Badge]] = defaultdict(list)
        for badge in self._file.badges.of_people():
            if badge.valid:
                held[badge.delegate_id or ""].append(badge)
        return {one: held_badge(badges)[0] for one, badges in held.items()}

    def save(
        self, kind: str, to: Path, language: str, operator: Operator, day: date | None = None
    ) -> Attendance | DoorList:
        """Writes a report; the file's ending decides its format. What it was made of."""
        operator.require(Action.REPORT)
        form_of(to)
        report = self.prepare(kind, language, operator, day)
        report.save(to)
        return report.made_of


def form_of(to: Path) -> str:
    """The format that a file's ending asks for; raises Refused("unknown_format")."""
    form = to.suffix.lower().lstrip(".")
    if form not in REPORT_FORMATS:
        endings = ", ".join(f".{one}" for one in REPORT_FORMATS)
        raise Refused("unknown_format", path=str(to), endings=endings)
    return form
