"""A file of an older schema, brought to the present one; as it was, it is kept beside itself."""

from contextlib import closing
from pathlib import Path

from checkin.domain.refused import Refused
from checkin.store import kept, schema
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
    with unfinished(_free_name(connection.path, version)) as beside:
        with closing(Connection.to_new_file(beside, passphrase)) as copy:
            connection.driver.backup(copy.driver)
        with closing(Connection(beside, passphrase)) as copied:
            kept.forget_place(copied)
            copied.empty_log()


def _free_name(path: Path, version: int) -> Path:
    names = (f"{path.stem}.schema-{version}{more}.checkin" for more in ("", ".2", ".3", ".4"))
    free = (path.with_name(name) for name in names if not path.with_name(name).exists())
    return next(free, path)
