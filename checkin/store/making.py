"""Making a new meeting file: complete under another name first, then in its place."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from checkin.domain.clock import Clock
from checkin.domain.facts import DeskStarted, Fact, MeetingChanged
from checkin.domain.meeting import Meeting
from checkin.domain.operator import Operator
from checkin.domain.refused import Refused
from checkin.store import fold, journal, kept, schema
from checkin.store.connection import Connection, DriverError, refusal
from checkin.store.envelope import Head


def make(
    path: Path, meeting: Meeting, operator: Operator, clock: Clock, passphrase: str | None = None
) -> None:
    """Makes a meeting file; raises Refused and leaves nothing behind where it cannot."""
    with unfinished(path) as beside:
        connection = Connection.to_new_file(beside, passphrase)
        try:
            schema.migrate(connection)
            with connection.transaction():
                _first_facts(connection, path, meeting, operator, clock)
            connection.empty_log()  # only the file itself is moved into place
        except DriverError as error:
            raise refusal(error, path) from error
        finally:
            connection.close()


@contextlib.contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """A name beside `path` to write to; moved into place, synced, only if all went well."""
    with taking_over(path) as beside:
        if path.exists():
            raise Refused("file_exists", path=str(path))
        yield beside
        _set_aside_leftovers(path)
        os.replace(beside, path)


@contextlib.contextmanager
def taking_over(path: Path) -> Iterator[Path]:
    """A name beside `path` to write to; whoever asked moves it into place before the end."""
    beside = path.with_name(f".{secrets.token_hex(4)}.unfinished")
    try:
        yield beside
        _sync_folder(path.parent)
    except OSError as error:
        raise refusal(error, path) from error
    except Refused as refused:
        raise _named(refused, path) from refused
    finally:
        for name in (beside, Path(f"{beside}-wal"), Path(f"{beside}-journal")):
            with contextlib.suppress(OSError):  # never made, where nothing may be written
                name.unlink(missing_ok=True)


def _set_aside_leftovers(path: Path) -> None:
    """A log that a deleted file left behind must never be replayed into a new one."""
    for ending in ("-wal", "-journal", "-shm"):
        leftover = Path(f"{path}{ending}")
        if leftover.exists():
            leftover.rename(f"{leftover}.{secrets.token_hex(4)}.left-over")


def _named(refused: Refused, path: Path) -> Refused:
    """The same refusal about the file that was asked for, not about the one beside it."""
    shown = path.parent if refused.code == "no_such_folder" else path
    return Refused(refused.code, **{**refused.facts, "path": str(shown)})


def _first_facts(
    connection: Connection, path: Path, meeting: Meeting, operator: Operator, clock: Clock
) -> None:
    kept.new_token_key(connection)
    desk = replace(kept.this_desk(connection, clock()), place=kept.place_of(path))
    kept.remember(connection, desk)
    seal = journal.Seal(meeting.id, meeting.zone, operator, clock())
    chain = journal.Chain(Head(desk.id), seal)
    facts: list[Fact] = [DeskStarted(desk.name), MeetingChanged(meeting)]
    sealed = chain.seal(facts)
    journal.append(connection, sealed)
    fold.apply_all(connection, facts, sealed.at)


def _sync_folder(folder: Path) -> None:
    """Syncs the new name as well, where a folder can be opened at all (not on Windows)."""
    with contextlib.suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
