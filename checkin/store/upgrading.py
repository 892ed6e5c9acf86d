"""A file of an older schema, brought to the present one; as it was, it is kept beside itself."""

from collections.abc import Iterator
from contextlib import closing
from itertools import chain, count
from pathlib import Path

from checkin.domain.refused import Refused
from checkin.store import journal, kept, schema
from checkin.store.connection import Connection, DriverError, refusal
from checkin.store.making import unfinished
from checkin.store.refolding import fold_journal


def upgrade(connection: Connection, passphrase: str | None, keeps: bool = True) -> None:
    """Raises Refused, and leaves the file as it is, where the disk takes no copy of it first.

    Not `keeps` is for a file that is such a copy itself.
    """
    version = schema.version(connection)
    if version == 0:
        raise Refused("not_a_meeting_file", path=str(connection.path))
    try:
        if keeps:
            _keep(connection, version, passphrase)
        schema.migrate(connection, lambda: _fold_anew(connection))
    except DriverError as error:
        raise refusal(error, connection.path) from error


def _fold_anew(connection: Connection) -> None:
    for _ in fold_journal(connection, connection):
        pass


def _keep(connection: Connection, version: int, passphrase: str | None) -> None:
    """One copy, however often bringing it to the present schema fails."""
    names = _names(connection.path, version)
    place = next(
        one for one in names if not one.exists() or _holds_the_same(one, connection, passphrase)
    )
    if not place.exists():
        _copy(connection, place, passphrase)


def _names(path: Path, version: int) -> Iterator[Path]:
    ends = chain(("",), (f".{number}" for number in count(2)))
    return (path.with_name(f"{path.stem}.schema-{version}{end}.checkin") for end in ends)


def _copy(connection: Connection, name: Path, passphrase: str | None) -> None:
    with unfinished(name) as beside:
        with closing(Connection.to_new_file(beside, passphrase)) as copy:
            connection.driver.backup(copy.driver)
        with closing(Connection(beside, passphrase)) as copied:
            kept.forget_place(copied)
            copied.empty_log()


def _holds_the_same(name: Path, connection: Connection, passphrase: str | None) -> bool:
    """Whether a file is a copy of just this: the same chains, and no fewer payloads erased."""
    try:
        with closing(Connection(name, passphrase)) as copy:
            return _contents(copy) == _contents(connection)
    except Refused:
        return False  # whatever it is, it stays as it is


def _contents(connection: Connection) -> tuple[object, ...]:
    there = connection.one("SELECT count(*), count(body) FROM payload")
    return schema.version(connection), journal.heads(connection), there
