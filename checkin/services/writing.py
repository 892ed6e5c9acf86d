"""Files for people (PDFs, spreadsheets): whole and synced, or not there at all."""

import contextlib
import errno
import gc
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from checkin.domain.refused import Refused
from checkin.services.rehearsal import refuse_in_rehearsal

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextlib.contextmanager
def whole_file(path: Path, meeting_file: Path) -> Iterator[BinaryIO]:
    """Opens a file beside `path` to write; it takes the path's place only when complete.

    Raises Refused("no_such_folder" | "file_exists" | "disk_full" | "cannot_write" | "rehearsal")
    and leaves what was there; the meeting file and its log are never replaced by a paper.
    """
    beside = path.parent / f".{secrets.token_hex(4)}.unfinished"
    try:
        may_become(path, meeting_file)
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise _refusal(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Leaves the collector out while a paper is made: a look at all that grows holds a window."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def may_become(path: Path, meeting_file: Path) -> None:
    """Raises Refused where no paper can take this name, before one is made for it."""
    try:
        _may_become(path, meeting_file)
    except OSError as error:
        raise _refusal(error, path) from error


def _refusal(error: OSError, path: Path) -> Refused:
    return Refused("disk_full" if error.errno in _FULL else "cannot_write", path=str(path))


def _may_become(path: Path, meeting_file: Path) -> None:
    refuse_in_rehearsal(meeting_file)
    if not path.parent.is_dir():
        raise Refused("no_such_folder", path=str(path.parent))
    if path.is_dir():
        raise Refused("cannot_write", path=str(path))
    log = Path(f"{meeting_file}-wal")
    if any(path.exists() and kept.exists() and path.samefile(kept) for kept in (meeting_file, log)):
        raise Refused("file_exists", path=str(path))
