"""Another passphrase, or none: a verified copy takes the file's place, as a whole or not at all."""

from pathlib import Path

from checkin.domain.clock import Clock
from checkin.domain.refused import Refused
from checkin.store.backups import verify
from checkin.store.connection import Connection
from checkin.store.making import taking_over
from checkin.store.meeting_file import MeetingFile
from checkin.store.schema import VERSION


def change_passphrase(file: MeetingFile, passphrase: str | None, clock: Clock) -> None:
    """Encrypts the file anew, or no longer; desk, journal and badges stay what they were.

    Raises Refused and leaves the file as it was where the copy is not whole.
    """
    connection = file.connection
    if not connection.is_in_place():
        raise Refused("file_gone", path=str(file.path))
    with file.alone(), taking_over(file.path) as beside:
        _export(connection, beside, passphrase)
        verify(beside, file.head(), clock, passphrase)
        connection.swap(beside, passphrase)


def _export(connection: Connection, beside: Path, passphrase: str | None) -> None:
    Connection.to_new_file(beside, passphrase).close()
    connection.all("ATTACH DATABASE ? AS beside KEY ?", (str(beside), passphrase or ""))
    try:
        connection.all("SELECT sqlcipher_export('beside')")
        connection.all(f"PRAGMA beside.user_version = {VERSION}")
        # only the file itself takes the place
        connection.all("PRAGMA beside.wal_checkpoint(TRUNCATE)")
    finally:
        connection.all("DETACH DATABASE beside")
