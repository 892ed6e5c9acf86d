"""Backups of a meeting file, verified before they count, and files restored from them."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from checkin.domain.clock import Clock
from checkin.domain.refused import Refused
from checkin.store import kept
from checkin.store.checking import check
from checkin.store.connection import Connection, DriverError, refusal
from checkin.store.making import unfinished
from checkin.store.meeting_file import MeetingFile

Fill = Callable[[Connection], str]
"""Copies a meeting file into an open empty one; the head it then has."""
Ask = Callable[[Callable[[], str]], str]
"""Has something done by the one thread that may touch the meeting file."""


def back_up(file: MeetingFile, folder: Path, clock: Clock) -> Path:
    """Writes a verified copy into a folder and returns its path.

    Raises Refused("check_failed") rather than keep a copy of a file that is not sound.
    """
    return backup_beside(file, folder, clock)(lambda does: does())


def backup_beside(file: MeetingFile, folder: Path, clock: Clock) -> Callable[[Ask], Path]:
    """`back_up` for another thread, which only asks for the copying itself; the rest takes longer

    and happens to the copy alone.
    """
    if not folder.is_dir():
        raise Refused("no_such_folder", path=str(folder))
    stamp = file.meeting.local(clock()).strftime("%Y%m%d-%H%M%S")
    target = _free(folder, f"{file.path.stem}-{stamp}")
    passphrase, path = file.passphrase, file.path

    def run(ask: Ask) -> Path:
        def fill(copy: Connection) -> str:
            return ask(partial(_fill, file, copy))

        try:
            _copy(fill, target, clock, passphrase)
        except Refused as refused:
            if refused.code != "check_failed":
                raise
            raise Refused("check_failed", path=str(path)) from refused
        return target

    return run


def restore(backup: MeetingFile, target: Path, clock: Clock) -> None:
    """Makes a meeting file of a backup; it is a new desk that goes on from the backup's head."""
    _copy(partial(_fill, backup), target, clock, backup.passphrase)


def _fill(source: MeetingFile, copy: Connection) -> str:
    source.connection.driver.backup(copy.driver)
    return source.head()


def _copy(fill: Fill, target: Path, clock: Clock, passphrase: str | None) -> None:
    """A verified copy that is a new desk wherever it is opened, even where its source stood."""
    with unfinished(target) as beside:
        try:
            with closing(Connection.to_new_file(beside, passphrase, wandering=True)) as copy:
                head = fill(copy)
            with closing(Connection(beside, passphrase)) as copied:
                kept.forget_place(copied)
                copied.empty_log()  # only the file itself is moved into place
            verify(beside, head, clock, passphrase)
        except DriverError as error:
            raise refusal(error, target) from error


def verify(beside: Path, head: str, clock: Clock, passphrase: str | None) -> None:
    """Raises Refused("check_failed") for a copy that is not sound or has not this head."""
    try:
        with closing(MeetingFile.open(beside, clock, passphrase)) as copy:
            result = check(copy)
            sound = result.ok and result.head == head
    except Refused as refused:
        if refused.code != "damaged_file":
            raise
        sound = False
    if not sound:
        raise Refused("check_failed", path=str(beside))


def _free(folder: Path, stem: str) -> Path:
    """A name that no file has yet; two backups in one second get a number."""
    names = (f"{stem}{suffix}.checkin" for suffix in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())
