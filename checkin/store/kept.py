"""What is kept beside the journal: the meeting's secret key, the desk's identity, pictures."""

import hashlib
import os
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from checkin.domain.clock import to_ms
from checkin.domain.identifier import uuid7
from checkin.store.connection import Connection

_TOKEN_KEY = "token key"  # noqa: S105
_MACHINE_ID = Path("/etc/machine-id")


@dataclass(frozen=True, slots=True)
class Desk:
    """This file at this place on this machine; `known` once its first fact is written."""

    id: str
    name: str
    place: str
    known: bool


def new_token_key(connection: Connection) -> None:
    """Makes the key that signs the meeting's badges; it leaves the file only in a backup."""
    connection.execute("INSERT INTO secret VALUES (?, ?)", (_TOKEN_KEY, secrets.token_bytes(32)))


def token_key(connection: Connection) -> bytes:
    """The key that signs this meeting's badges."""
    row = connection.one("SELECT value FROM secret WHERE name = ?", (_TOKEN_KEY,))
    return bytes(row[0]) if row else b""


def this_desk(connection: Connection, now: datetime) -> Desk:
    """The desk that last wrote here, or a new one where machine or path are others.

    A copied, moved or restored file never goes on with the chain of the file it came from.
    """
    place = place_of(connection.path)
    row = connection.one("SELECT id, name, place FROM desk ORDER BY seq DESC LIMIT 1")
    if row and row[2] == place:
        return Desk(row[0], row[1], place, known=True)
    made = uuid7(to_ms(now), secrets.token_bytes(10))
    return Desk(made, row[1] if row else "A", place, known=False)


def remember(connection: Connection, desk: Desk) -> None:
    """Keeps a new desk, inside the transaction of its first fact."""
    connection.execute(
        "INSERT INTO desk (id, name, place) VALUES (?, ?, ?)", (desk.id, desk.name, desk.place)
    )


def forget_place(connection: Connection) -> None:
    """Makes the next opening of this file a new desk, as a copy must be."""
    connection.execute("UPDATE desk SET place = ''")


def keep_blob(connection: Connection, body: bytes) -> None:
    """Keeps a picture under the hash that its fact carries, inside that fact's transaction."""
    digest = hashlib.sha256(body).hexdigest()
    connection.execute("INSERT OR IGNORE INTO blob VALUES (?, ?)", (digest, body))


def blob(connection: Connection, sha256: str) -> bytes | None:
    """The picture of a hash, or None where it is not kept or no longer what it was."""
    row = connection.one("SELECT body FROM blob WHERE sha256 = ?", (sha256,))
    if row is None or hashlib.sha256(row[0]).hexdigest() != sha256:
        return None
    return bytes(row[0])


def mark(connection: Connection, now: datetime) -> None:
    """Commits one row for no other reason than to see whether the disk takes it."""
    with connection.transaction():
        connection.execute("INSERT OR REPLACE INTO marker VALUES (1, ?)", (to_ms(now),))


def place_of(path: Path) -> str:
    """A digest of machine and path: where a file says nothing about the machine itself."""
    machine = _machine_id()
    if not machine:
        import platform  # rarely needed, and slow to load

        machine = platform.node()
    return hashlib.sha256(f"{machine}\n".encode() + os.fsencode(path.resolve())).hexdigest()


def _machine_id() -> str:
    """What the system calls this machine; empty where it has no name for it."""
    try:
        return _MACHINE_ID.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
