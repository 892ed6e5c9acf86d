"""Looking after the meeting file: check, rebuild, back up, restore, make."""

import secrets
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checkin.domain.check_result import CheckResult, Problem
from checkin.domain.clock import Clock, to_ms
from checkin.domain.identifier import uuid7
from checkin.domain.meeting import Meeting, Session
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import Progress
from checkin.domain.refused import Refused
from checkin.domain.text import clean
from checkin.services.organising import known_zone
from checkin.services.rehearsal import refuse_in_rehearsal
from checkin.services.sessions import with_session
from checkin.store import backups, checking, making
from checkin.store.backups import Ask
from checkin.store.meeting_file import MeetingFile
from checkin.store.passphrases import change_passphrase


@dataclass(frozen=True, slots=True)
class FileFacts:
    """Where the file stands, its bytes, how many facts and people it holds, whether it is

    encrypted.
    """

    path: Path
    size: int
    facts: int
    delegates: int
    encrypted: bool


@dataclass(frozen=True, slots=True)
class Care:
    """One open meeting file, kept safe."""

    file: MeetingFile
    clock: Clock

    def facts(self) -> FileFacts:
        """What can be said of the file without looking through it."""
        path = self.file.path
        try:
            size = path.stat().st_size
        except OSError:  # taken away; the next commit says so
            size = 0
        encrypted = self.file.passphrase is not None
        return FileFacts(path, size, *checking.counted(self.file), encrypted)

    def check(self, operator: Operator, deep: bool = False, against: str = "") -> CheckResult:
        """Whether the file is sound and its tables are what the journal folds to."""
        operator.require(Action.CHECK)
        return checking.check(self.file, deep, against.encode("ascii", "replace").decode())

    def check_in_steps(self, operator: Operator) -> Generator[Progress, None, CheckResult]:
        """`check` for a window: breathes between steps, and returns what it found."""
        operator.require(Action.CHECK)
        return (yield from checking.check_in_steps(self.file))

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
        refuse_in_rehearsal(self.file.path)
        return backups.back_up(self.file, folder, self.clock)

    def back_up_beside(self, folder: Path, operator: Operator) -> Callable[[Ask], Path]:
        """`back_up` for a window: what it returns runs in another thread, and asks only for

        what must be done by the window's own.
        """
        operator.require(Action.BACK_UP)
        refuse_in_rehearsal(self.file.path)
        return backups.backup_beside(self.file, folder, self.clock)

    def set_passphrase(self, passphrase: str | None, operator: Operator) -> None:
        """Encrypts the file with another passphrase, or no longer with any; takes a moment.

        Raises Refused("no_passphrase") for an empty one.
        """
        operator.require(Action.EDIT_MEETING)
        change_passphrase(self.file, checked_passphrase(passphrase), self.clock)


def checked_passphrase(passphrase: str | None) -> str | None:
    """The passphrase; raises Refused("no_passphrase") for one that nobody could give again."""
    if passphrase is not None and (not passphrase.strip() or not passphrase.isprintable()):
        raise Refused("no_passphrase")
    return passphrase


def restore(backup: Path, to: Path, clock: Clock, passphrase: str | None = None) -> None:
    """Makes a meeting file of a backup; the backup itself is only read."""
    backups.restore(backup, to, clock, passphrase)


def make_meeting(
    path: Path,
    name: str,
    place: str,
    zone_name: str,
    days: Sequence[date],
    operator: Operator,
    clock: Clock,
    passphrase: str | None = None,
    sessions: Sequence[Session] = (),
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
    for session in sessions:
        meeting = with_session(meeting, session)
    making.make(path, meeting, operator, clock, passphrase)
    return meeting
