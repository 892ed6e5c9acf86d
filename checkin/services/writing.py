"""Files for people (PDFs, spreadsheets): whole and synced, or not there at all."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from checkin.domain.refused import Refused

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Opens a file beside `path` to write; it takes the path's place only when complete.

    Raises Refused("no_such_folder" | "disk_full" | "cannot_write") and leaves what was there.
    """
    if not path.parent.is_dir():
        raise Refused("no_such_folder", path=str(path.parent))
    beside = path.with_name(f".{secrets.token_hex(4)}.unfinished")
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        code = "disk_full" if error.errno in _FULL else "cannot_write"
        raise Refused(code, path=str(path)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
