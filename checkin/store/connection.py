"""The one connection to a meeting file, opened by sqlcipher3 only; the world's faults worded.

Pragmas are read back: a file system that cannot do WAL is refused, not hoped for.
"""

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from os.path import samestat
from pathlib import Path
from typing import Any, TypeVar

from sqlcipher3 import dbapi2 as driver

from checkin.domain.refused import Refused

APPLICATION_ID = 0x43484B4E  # "CHKN"
PAGE = 4096
NOISE = 240  # different bytes in a page that a passphrase made unreadable
Row = tuple[Any, ...]
Value = TypeVar("Value")
UNREADABLE = (KeyError, TypeError, ValueError, OverflowError)  # what a damaged row raises
DriverError = driver.Error

_NOT_OURS = "not_a_meeting_file"
_PRAGMAS = (("locking_mode", "exclusive"), ("journal_mode", "wal"), ("synchronous", 2))
_SAID = {  # a backup's failure carries no code, an export's none of the kind: only words
    "disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "readonly database": "SQLITE_READONLY",
    "image is malformed": "SQLITE_CORRUPT",
}
# a text that is no UTF-8, a table's own definition overwritten: no code of SQLite's says so
_DAMAGE = (
    "Could not decode",
    "unsupported file format",
    "no such column",
    "no such table",
    "has no column",
)
_ERRNO = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
}
_CODES = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_BUSY": "file_in_use",
    "SQLITE_LOCKED": "file_in_use",
    "SQLITE_READONLY": "read_only",
    "SQLITE_PERM": "read_only",
    "SQLITE_CANTOPEN": "read_only",
    "SQLITE_CORRUPT": "damaged_file",
    "SQLITE_FORMAT": "damaged_file",
    "SQLITE_TOOBIG": "damaged_file",
    "SQLITE_NOTADB": _NOT_OURS,
    "SQLITE_IOERR": "cannot_write",
}


# of each value that is no text or number the driver looks for an adapter, in vain for 1 us
driver.register_adapter(bytes, bytearray)
driver.register_adapter(type(None), lambda nothing: nothing)


def refusal(error: Exception, path: Path) -> Refused:
    """The refusal that an error of database or file system means; a bug of ours is raised on."""
    if isinstance(error, OSError):
        return Refused(_ERRNO.get(error.errno or 0, "cannot_write"), path=str(path))
    named = getattr(error, "sqlite_errorname", "")
    said = (code for words, code in _SAID.items() if words in str(error))
    name = "_".join(named.split("_")[:2])
    if name not in _CODES:
        name = next(said, "")
    if isinstance(error, UnicodeDecodeError) or any(word in str(error) for word in _DAMAGE):
        name = "SQLITE_CORRUPT"
    if name not in _CODES:
        raise error
    return Refused(_CODES[name], path=str(path))


class Connection:
    """Opens, closes and reopens the file; every statement of the store goes through here."""

    def __init__(self, path: Path, passphrase: str | None = None, wandering: bool = False) -> None:
        """Opens an existing meeting file; raises Refused. `wandering` lets threads hand it on."""
        self.path = path
        self.passphrase = passphrase
        self._wandering = wandering
        self._log_path = f"{path}-wal"
        hindrance = _hindrance(path)
        if hindrance:
            raise Refused(hindrance, path=str(path))
        self._driver = self._open()

    @classmethod
    def to_new_file(
        cls, path: Path, passphrase: str | None = None, wandering: bool = False
    ) -> "Connection":
        """Makes an empty file that carries our application id, and opens it; raises Refused."""
        try:
            path.touch(exist_ok=False)
            with closing(_connect(path, passphrase)) as made:
                made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        except FileExistsError:
            raise Refused("file_exists", path=str(path)) from None
        except (FileNotFoundError, NotADirectoryError):
            raise Refused("no_such_folder", path=str(path.parent)) from None
        except (OSError, driver.Error) as error:
            raise refusal(error, path) from error
        return cls(path, passphrase, wandering)

    def execute(self, sql: str, values: Iterable[Any] = ()) -> Any:
        """Runs one statement; the cursor."""
        return self._driver.execute(sql, values)

    def execute_many(self, sql: str, rows: Iterable[Row]) -> None:
        """Runs one statement for each row."""
        self._driver.executemany(sql, rows)

    def one(self, sql: str, values: Iterable[Any] = ()) -> Row | None:
        """The first row of a query, or None; raises Refused where the file fails."""
        return next(self.rows(sql, values), None)

    def all(self, sql: str, values: Iterable[Any] = ()) -> list[Row]:
        """All rows of a query; raises Refused where the file fails."""
        return list(self.rows(sql, values))

    def rows(self, sql: str, values: Iterable[Any] = ()) -> Iterator[Row]:
        """The rows of a query one by one; raises Refused where the file fails."""
        try:
            cursor = self._driver.execute(sql, values)
            while (row := cursor.fetchone()) is not None:  # left half-way it is not closed: that
                yield row  # raises once the file is closed
        except (driver.Error, UnicodeDecodeError) as error:
            raise refusal(error, self.path) from error

    def values(
        self, of: Callable[[Row], Value], sql: str, values: Iterable[Any] = ()
    ) -> list[Value]:
        """The rows of a query as values; raises Refused for a row that no value fits."""
        try:
            return [of(row) for row in self._driver.execute(sql, values)]
        except driver.Error as error:
            raise refusal(error, self.path) from error
        except UNREADABLE as error:
            raise Refused("damaged_file", path=str(self.path)) from error

    @property
    def driver(self) -> Any:
        """The driver's own connection, for migrations and backups."""
        return self._driver

    def transaction(self) -> "Transaction":
        """Everything inside is committed together, or nothing of it."""
        return Transaction(self._driver)

    def is_in_place(self) -> bool:
        """Whether the paths still name the file and the log that are open: nobody moved, deleted

        or shortened the one or deleted the other.
        """
        try:
            return self._is_file_in_place() and samestat(os.stat(self._log_path), self._log)
        except OSError:
            return False

    def _is_file_in_place(self) -> bool:
        try:
            there = os.stat(self.path)
        except OSError:
            return False
        return samestat(there, self._file) and there.st_size >= self._file.st_size

    def reopen(self) -> None:
        """Closes and opens afresh, so that the cache proves nothing; raises Refused."""
        self.close()
        self._driver = _Shut(self.path)
        if not self._is_file_in_place():
            raise Refused("file_gone", path=str(self.path))
        self._driver = self._open()

    def swap(self, beside: Path, passphrase: str | None) -> None:
        """Closes, lets a whole file take this one's place and opens that; raises Refused.

        Where it cannot take the place, this one is opened again as it was.
        """
        self.close()
        self._driver = _Shut(self.path)
        try:
            os.replace(beside, self.path)
            self._file, self.passphrase = os.stat(self.path), passphrase
        except OSError as error:
            raise refusal(error, self.path) from error
        finally:
            self._driver = self._open()

    def empty_log(self) -> None:
        """Takes all that the log holds into the file; raises where the disk has no room for it.

        Closing does the same, and keeps silent where it cannot.
        """
        self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Checkpoints and closes; the file is one file again, wherever it was moved.

        SQLite alone leaves a moved file's log behind, and it would be played into whatever
        file is put in its place.
        """
        if not self._is_file_in_place():
            with suppress(driver.Error, Refused):
                self.empty_log()
        self._driver.close()

    def _open(self) -> Any:
        opened = None
        try:
            opened = _connect(self.path, self.passphrase, self._wandering)
            self._set_up(opened)
            self._file, self._log = os.stat(self.path), os.stat(self._log_path)
        except (driver.Error, UnicodeDecodeError, OSError, Refused) as error:
            if opened is not None:
                opened.close()
            raise self._reason(error) from error
        return opened

    def _set_up(self, opened: Any) -> None:
        """An encrypted file is asked whose it is before anything is written."""
        opened.execute("PRAGMA locking_mode = exclusive")  # before the first read: no shared memory
        if opened.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise Refused(_NOT_OURS, path=str(self.path))
        for name, wanted in _PRAGMAS:
            opened.execute(f"PRAGMA {name} = {wanted}")
            if opened.execute(f"PRAGMA {name}").fetchone()[0] != wanted:
                raise Refused("cannot_write", path=str(self.path))
        opened.execute("BEGIN IMMEDIATE")  # takes the exclusive lock now, not at the door
        opened.execute("ROLLBACK")

    def _reason(self, error: Exception) -> Refused:
        """Why the file did not open; its first bytes are read only when SQLite knew no page."""
        reason = error if isinstance(error, Refused) else refusal(error, self.path)
        if getattr(error, "sqlite_errorname", "") != "SQLITE_NOTADB":
            return reason
        return Refused(_unknown_page(self.path, self.passphrase), path=str(self.path))


@dataclass(frozen=True, slots=True)
class Transaction:
    """A `with` block that commits at its end and rolls back when anything is raised."""

    driver: Any

    def __enter__(self) -> None:
        self.driver.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self.driver.execute("COMMIT")
        finally:
            self._leave()

    def _leave(self) -> None:
        try:
            if self.driver.in_transaction:
                self.driver.execute("ROLLBACK")
        except driver.Error:  # the disk is gone as well: reopening decides what is true
            return


class MemoryConnection(Connection):
    """A scratch database in memory, to fold a journal beside the file and compare."""

    def __init__(self) -> None:
        self.path = Path(":memory:")
        self.passphrase = None
        self._driver = driver.connect(":memory:", isolation_level=None)

    def close(self) -> None:
        """Forgets it all."""
        self._driver.close()


@dataclass(frozen=True, slots=True)
class _Shut:
    """Stands where the driver was while the file cannot be opened again."""

    path: Path
    in_transaction: bool = False

    def execute(self, *_: object) -> Any:
        raise Refused("not_recorded", path=str(self.path))

    def close(self) -> None:
        """Nothing is open."""


def _hindrance(path: Path) -> str:
    """Why a file will not be opened, log and all left as they are; empty if it may be tried."""
    try:
        if not path.exists():
            return "no_such_file"
    except OSError as error:
        too_long = error.errno == errno.ENAMETOOLONG
        return "no_such_file" if too_long else refusal(error, path).code
    if not path.is_file() or _is_of_others(path):
        return _NOT_OURS
    return "" if os.access(path, os.W_OK) else "read_only"


def _is_of_others(path: Path) -> bool:
    """Whether a database carries no application id of ours; False for an encrypted one.

    Asked of SQLite, for to close a file of one's own would drop the locks that this process
    holds on it; `immutable` leaves log and journal of others alone.
    """
    try:
        with closing(driver.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as seen:
            return bool(seen.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID)
    except driver.Error:
        return False


def _connect(path: Path, passphrase: str | None, wandering: bool = False) -> Any:
    opened = driver.connect(
        str(path), isolation_level=None, timeout=0, check_same_thread=not wandering
    )
    if passphrase is not None:
        opened.execute("PRAGMA cipher_log_level = NONE")  # it writes to standard error
        quoted = passphrase.replace("'", "''")
        opened.execute(f"PRAGMA key = '{quoted}'")
    return opened


def _unknown_page(path: Path, passphrase: str | None) -> str:
    with path.open("rb") as file:
        head = file.read(PAGE)
    if head.startswith(b"SQLite format 3\x00"):
        return "not_encrypted" if passphrase is not None else "damaged_file"
    if path.stat().st_size % PAGE or len(set(head)) < NOISE:
        return _NOT_OURS
    return "wrong_passphrase" if passphrase is not None else "passphrase_needed"
