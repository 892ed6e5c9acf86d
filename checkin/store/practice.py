"""The practice copy of a meeting file, in a folder that only this user can open."""

import shutil
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from checkin.domain.refused import Refused
from checkin.paths import MEETING_ENDING, PRACTICE
from checkin.store import kept
from checkin.store.connection import Connection, DriverError, refusal
from checkin.store.in_use import is_in_use
from checkin.store.meeting_file import MeetingFile

_NAME = f"rehearsal{MEETING_ENDING}"


def copy_for_practice(file: MeetingFile) -> Path:
    """Copies an open meeting file as it stands, encrypted with the same passphrase.

    Only read; the copy is another desk. Raises Refused and leaves nothing behind where it cannot.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix=PRACTICE))  # 0700
    except OSError as error:
        raise refusal(error, Path(tempfile.gettempdir())) from error
    path = folder / _NAME
    try:
        with closing(Connection.to_new_file(path, file.passphrase)) as copy:
            file.connection.driver.backup(copy.driver)
            kept.forget_place(copy)
            copy.empty_log()  # a full disk says so now, and not at the first arrival
    except DriverError as error:
        remove(path)
        raise refusal(error, path) from error
    except Refused:
        remove(path)
        raise
    return path


def is_practice(path: Path) -> bool:
    """Whether a file is a practice copy."""
    return path.name == _NAME and path.parent.name.startswith(PRACTICE)


def remove(path: Path) -> None:
    """Removes a practice copy with its folder; what cannot be removed now is left for the next

    start.
    """
    if is_practice(path):
        shutil.rmtree(path.parent, ignore_errors=True)


def clear(folder: Path) -> None:
    """Removes a practice copy that a crash left behind; one that is in use stays."""
    left = folder / _NAME
    with suppress(OSError):
        if left.exists() and not folder.is_symlink() and not is_in_use(left):
            remove(left)
