"""Backups of a meeting file, verified before they count, and files restored from them."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from checkin.domain.clock import Clock
from checkin.domain.refused import Refused
from checkin.store import kept, schema
from checkin.store.checking import check
from checkin.store.connection import Connection, DriverError, refusal
from checkin.store.in_use import is_in_use
from checkin.store.journal import latest_hash
from checkin.store.making import unfinished
from checkin.store.meeting_file import MeetingFile

Fill = Callable[[Connection], str]
"""Copies a meeting file into an open empty one; the head it then has."""
Ask = Callable[[Callable[[], str]], str]
"""Has something done by the one thread that may touch the meeting file."""
_OF_THE_TARGET = {"disk_full", "read_only", "cannot_write", "file_exists", "no_such_folder"}


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


def restore(backup: Path, target: Path, clock: Clock, passphrase: str | None = None) -> None:
    """Makes a meeting file of a backup; it is a new desk that goes on from the backup's head.

    The backup is only read, as a file that may stand on a write-protected medium.
    """
    hindrance = _hindrance(backup)
    if hindrance:
        raise Refused(hindrance, path=str(backup))
    if not target.parent.is_dir():
        raise Refused("no_such_folder", path=str(target.parent))
    try:
        with unfinished(target) as beside:
            _take_along(backup, beside)
            _settle(beside, clock, passphrase)
    except Refused as refused:
        if refused.code in _OF_THE_TARGET:
            raise
        raise Refused(refused.code, **{**refused.facts, "path": str(backup)}) from refused


def _hindrance(backup: Path) -> str:
    """Why a backup cannot be read; empty if it may be tried."""
    if not os.path.exists(backup):
        return "no_such_file"
    if not backup.is_file():
        return "not_a_meeting_file"
    if not os.access(backup, os.R_OK):
        return "read_only"
    return "file_in_use" if is_in_use(backup) else ""


def _take_along(backup: Path, beside: Path) -> None:
    """Copies a file as it is, and a log that was never taken into it."""
    for ending in ("", "-wal"):
        source = Path(f"{backup}{ending}")
        if source.exists():
            with source.open("rb") as read, open(f"{beside}{ending}", "xb") as written:
                shutil.copyfileobj(read, written)
                written.flush()
                os.fsync(written.fileno())


def _settle(beside: Path, clock: Clock, passphrase: str | None) -> None:
    """Brings a copy to the present schema, makes it a new desk, and looks whether it is sound."""
    try:
        with closing(Connection(beside, passphrase)) as copy:
            if schema.version(copy) < schema.VERSION:
                from checkin.store import upgrading  # rare, and it loads sqlite-utils

                upgrading.upgrade(copy, passphrase, keeps=False)
            kept.forget_place(copy)
            head = latest_hash(copy)
            copy.empty_log()  # only the file itself is moved into place
    except DriverError as error:
        raise refusal(error, beside) from error
    verify(beside, head, clock, passphrase)


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
