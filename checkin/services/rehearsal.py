"""A rehearsal: everything is done as at the door, on a copy that never touches the meeting."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checkin.domain.clock import Clock
from checkin.domain.refused import Refused
from checkin.domain.rehearsal import ahead, rehearsed_day
from checkin.store import practice
from checkin.store.meeting_file import MeetingFile


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The practice copy, the clock there, and the day it shows where today is another."""

    path: Path
    clock: Clock
    day: date | None

    def end(self) -> None:
        """Nothing of it stays."""
        practice.remove(self.path)


def begin(file: MeetingFile, clock: Clock) -> Rehearsal:
    """Copies the open file as it stands; raises Refused where it cannot."""
    now = clock()
    day = rehearsed_day(file.meeting, now)
    shift = ahead(file.meeting, now, day)
    return Rehearsal(practice.copy_for_practice(file), lambda: clock() + shift, day)


def refuse_in_rehearsal(file: Path) -> None:
    """Raises Refused("rehearsal") for a practice copy: what leaves it would be taken for real."""
    if practice.is_practice(file):
        raise Refused("rehearsal")
