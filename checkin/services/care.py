"""Looking after the meeting file: check, rebuild, back up, restore, make."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checkin.domain.check_result import CheckResult, Problem
from checkin.domain.clock import Clock, to_ms
from checkin.domain.identifier import uuid7
from checkin.domain.meeting import Meeting
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import Progress
from checkin.domain.refused import Refused
from checkin.domain.text import clean
from checkin.services.organising import known_zone
from checkin.store import backups, checking, making
from checkin.store.meeting_file import MeetingFile


@dataclass(frozen=True, slots=True)
class Care:
    """One open meeting file, kept safe."""

    file: MeetingFile
    clock: Clock
    passphrase: str | None = None

    def check(self, operator: Operator, deep: bool = False, against: str = "") -> CheckResult:
        """Whether the file is sound and its tables are what the journal folds to."""
        operator.require(Action.CHECK)
        return checking.check(self.file, deep, against.encode("ascii", "replace").decode())

    def quick_check(self) -> Sequence[Problem]:
        """What must hold before the first scan; short enough for the first moment."""
        return checking.quick_check(self.file)

    def rebuild(self, operator: Operator) -> int:
        """Folds the journal anew; how many facts were folded."""
        *_, last = self.rebuild_in_steps(operator)
        return last.total

    def rebuild_in_steps(self, operator: Operator) -> Iterator[Progress]:
        """`rebuild` for a window: breathes between steps; dropped half-way, nothing changes."""
        operator.require(Action.REBUILD)
        yield from checking.rebuild(self.file)

    def back_up(self, folder: Path, operator: Operator) -> Path:
        """Writes a verified copy into a folder; its path."""
        operator.require(Action.BACK_UP)
        return backups.back_up(self.file, folder, self.clock, self.passphrase)


def restore(backup: Path, to: Path, clock: Clock, passphrase: str | None = None) -> None:
    """Makes a meeting file of a backup; the backup itself is not changed."""
    source = MeetingFile.open(backup, clock, passphrase)
    try:
        backups.restore(source, to, clock, passphrase)
    finally:
        source.close()


def make_meeting(
    path: Path,
    name: str,
    place: str,
    zone_name: str,
    days: Sequence[date],
    operator: Operator,
    clock: Clock,
    passphrase: str | None = None,
) -> Meeting:
    """Makes a meeting file; raises Refused with the reason where it cannot."""
    title = clean(name)
    if not title:
        raise Refused("no_name")
    if not days:
        raise Refused("no_days")
    meeting = Meeting(
        id=uuid7(to_ms(clock()), secrets.token_bytes(10)),
        titles={"en": title},
        place=clean(place),
        zone=known_zone(zone_name),
        days=tuple(sorted(set(days))),
    )
    making.make(path, meeting, operator, clock, passphrase)
    return meeting
