"""Path, clock and desk to services; everything is passed by constructor, nothing is global.

Only what a desk needs at once is loaded with the file; every other service when it is asked for.
"""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.clocks import clock_from, system_clock
from checkin.domain.clock import Clock
from checkin.domain.meeting import Meeting
from checkin.domain.refused import Refused
from checkin.domain.wording import Wording
from checkin.services.reception import Reception
from checkin.services.search.following import SearchedPeople
from checkin.services.words import wording
from checkin.store.meeting_file import MeetingFile

if TYPE_CHECKING:
    from checkin.services.attending import Attending
    from checkin.services.awaiting import Awaiting
    from checkin.services.badges import Badges
    from checkin.services.care import Care
    from checkin.services.finding import Finding
    from checkin.services.history import History
    from checkin.services.late_entry import LateEntry
    from checkin.services.lists import Lists
    from checkin.services.organising import Organising
    from checkin.services.people import People
    from checkin.services.rehearsal import Rehearsal
    from checkin.services.reports import Reports
    from checkin.services.roll import Roll
    from checkin.services.shift import Shift
    from checkin.services.taking_back import TakingBack

__all__ = ["Services", "clock_from", "open_meeting", "open_rehearsal", "system_clock"]


@dataclass(frozen=True, slots=True)
class Services:
    """The services of one open meeting file, or of its practice copy (`rehearsal`)."""

    file: MeetingFile
    clock: Clock
    reception: Reception
    searched: SearchedPeople
    rehearsal: "Rehearsal | None" = None

    @property
    def lists(self) -> "Lists":
        """Lists of delegates, read and applied."""
        from checkin.services.lists import Lists

        return Lists(self.file, self.clock)

    @property
    def finding(self) -> "Finding":
        """People found by what is typed, and their delegations."""
        from checkin.services.finding import Finding

        return Finding(self.file, self.searched)

    @property
    def late_entry(self) -> "LateEntry":
        """Ticks from paper, typed in afterwards."""
        from checkin.services.late_entry import LateEntry

        return LateEntry(self.file, self.clock, self.reception.desk_name)

    @property
    def taking_back(self) -> "TakingBack":
        """Arrivals found again, to be taken back."""
        from checkin.services.taking_back import TakingBack

        return TakingBack(self.file, self.clock, self.searched)

    @property
    def people(self) -> "People":
        """The list, mended by hand."""
        from checkin.services.people import People

        return People(self.file, self.clock, self.reception.desk_name)

    @property
    def roll(self) -> "Roll":
        """The list as the organisers look at it."""
        from checkin.services.roll import Roll

        return Roll(self.file)

    @property
    def organising(self) -> "Organising":
        """The meeting itself: titles, place, days."""
        from checkin.services.organising import Organising

        return Organising(self.file)

    @property
    def history(self) -> "History":
        """Taking back."""
        from checkin.services.history import History

        return History(self.file)

    @property
    def shift(self) -> "Shift":
        """Who sits at the desk."""
        from checkin.services.shift import Shift

        return Shift(self.file, self.reception)

    @property
    def badges(self) -> "Badges":
        """Badges, printed and issued again."""
        from checkin.services.badges import Badges

        return Badges(self.file, self.clock)

    @property
    def reports(self) -> "Reports":
        """Attendance reports."""
        from checkin.services.reports import Reports

        return Reports(self.file, self.clock)

    @property
    def attending(self) -> "Attending":
        """Who is here, as the organisers watch it."""
        from checkin.services.attending import Attending

        return Attending(self.file)

    @property
    def awaiting(self) -> "Awaiting":
        """Whose arrival organisers want to be told of."""
        from checkin.services.awaiting import Awaiting

        return Awaiting(self.file)

    @property
    def care(self) -> "Care":
        """The file itself, kept safe."""
        from checkin.services.care import Care

        return Care(self.file, self.clock)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands now."""
        return self.file.meeting

    def wording(self, language: str) -> Wording:
        """The words of a language."""
        return wording(language)

    def prepare(self) -> None:
        """What must be done before the first scan; raises Refused for a damaged file."""
        if self.care.quick_check():
            raise Refused("damaged_file", path=str(self.file.path))
        self.file.make_room()

    def tidy(self) -> None:
        """What must be done now and then, between two scans."""
        self.file.tidy()

    def close(self) -> None:
        """Closes the meeting file; a practice copy is gone then."""
        try:
            self.file.close()
        finally:
            if self.rehearsal:
                self.rehearsal.end()


def open_meeting(
    path: Path,
    clock: Clock = system_clock,
    desk: str = "",
    passphrase: str | None = None,
    upgrade: bool = True,
) -> Services:
    """Opens a meeting file; raises Refused with the reason where it cannot.

    Without `upgrade` a file of an older version is refused ("older_file"), for a window to say
    first that it will take a moment.
    """
    file = MeetingFile.open(path, clock, passphrase, upgrade)
    searched = SearchedPeople(file)
    return Services(file, clock, Reception(file, clock, searched, desk), searched)


def open_rehearsal(services: Services) -> Services:
    """The services of a practice copy of an open meeting, which stays open; raises Refused."""
    from checkin.services.rehearsal import begin

    rehearsal = begin(services.file, services.clock)
    with ExitStack() as left_behind:  # a copy of people's names is not, whatever goes wrong
        left_behind.callback(rehearsal.end)
        file = MeetingFile.open(rehearsal.path, rehearsal.clock, services.file.passphrase)
        left_behind.pop_all()
    searched, called = SearchedPeople(file), services.reception.desk_name
    reception = Reception(file, rehearsal.clock, searched, called)
    return Services(file, rehearsal.clock, reception, searched, rehearsal)
