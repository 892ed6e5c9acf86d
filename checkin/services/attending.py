"""Who is here and who is missing, as the organisers watch it: one read, frozen values."""

from datetime import date

from checkin.domain.attendance import Attendance, Delegation, attendance
from checkin.domain.badge import UNRESOLVED_PREFIX
from checkin.domain.board import Board, board
from checkin.domain.dates import days_in_words
from checkin.domain.delegate import Delegate
from checkin.domain.operator import Action, Operator
from checkin.domain.refused import Refused
from checkin.services.words import wording
from checkin.store.meeting_file import MeetingFile


class Attending:
    """The attendance of a day, or of all days; board and reports are made of the same."""

    def __init__(self, file: MeetingFile) -> None:
        self._file = file

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

    def board(self, language: str, operator: Operator, day: date | None = None) -> Board:
        """The figures, delegations and missing heads of a day, or of all days."""
        operator.require(Action.REPORT)
        return board(day, self.attendance(language, day), _code)


def _code(delegation: Delegation) -> str:
    """What the delegation's badge numbers begin with, or "" where nobody knows it."""
    from checkin.documents.countries import prefix_of

    written = delegation.people[0].delegate.delegation
    prefix = prefix_of(written, delegation.country)
    return "" if prefix == UNRESOLVED_PREFIX else prefix
