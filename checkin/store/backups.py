"""Backups of a meeting file, verified before they count, and files restored from them."""

from contextlib import closing
from pathlib import Path

from checkin.domain.clock import Clock
from checkin.domain.refused import Refused
from checkin.store import kept
from checkin.store.checking import check
from checkin.store.connection import Connection, DriverError, refusal
from checkin.store.making import unfinished
from checkin.store.meeting_file import MeetingFile


def back_up(file: MeetingFile, folder: Path, clock: Clock, passphrase: str | None) -> Path:
    """Writes a verified copy into a folder and returns its path.

    Raises Refused("check_failed") rather than keep a copy of a file that is not sound.
    """
    if not folder.is_dir():
        raise Refused("no_such_folder", path=str(folder))
    if not check(file).ok:
        raise Refused("check_failed", path=str(file.path))
    stamp = file.meeting.local(clock()).strftime("%Y%m%d-%H%M%S")
    target = _free(folder, f"{file.path.stem}-{stamp}")
    _copy(file, target, clock, passphrase)
    return target


def restore(backup: MeetingFile, target: Path, clock: Clock, passphrase: str | None) -> None:
    """Makes a meeting file of a backup; it is a new desk that goes on from the backup's head."""
    if not check(backup).ok:
        raise Refused("check_failed", path=str(backup.path))
    _copy(backup, target, clock, passphrase)


def _copy(source: MeetingFile, target: Path, clock: Clock, passphrase: str | None) -> None:
    """A verified copy that is a new desk wherever it is opened, even where its source stood."""
    with unfinished(target) as beside:
        try:
            copy = Connection.to_new_file(beside, passphrase)
            with closing(copy):
                source.connection.driver.backup(copy.driver)
            with closing(Connection(beside, passphrase)) as copied:
                kept.forget_place(copied)
                copied.empty_log()  # only the file itself is moved into place
            _verify(source, beside, clock, passphrase)
        except DriverError as error:
            raise refusal(error, target) from error


def _verify(source: MeetingFile, beside: Path, clock: Clock, passphrase: str | None) -> None:
    with closing(MeetingFile.open(beside, clock, passphrase)) as copy:
        result = check(copy)
        if not result.ok or result.head != source.head():
            raise Refused("check_failed", path=str(source.path))


def _free(folder: Path, stem: str) -> Path:
    """A name that no file has yet; two backups in one second get a number."""
    names = (f"{stem}{suffix}.checkin" for suffix in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())
