"""Whether somebody works on a file, asked without writing anything."""

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as driver


def is_in_use(path: Path) -> bool:
    """Whether a program has a meeting file open, be it on a medium that takes nothing."""
    said = ""
    try:
        with closing(
            driver.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0)
        ) as seen:
            seen.execute("PRAGMA locking_mode = exclusive")  # no shared memory beside the file
            seen.execute("PRAGMA application_id").fetchone()
    except driver.Error as error:  # a log that it may not make, a passphrase: nobody has it then
        said = getattr(error, "sqlite_errorname", "")
    return said in ("SQLITE_BUSY", "SQLITE_LOCKED")
