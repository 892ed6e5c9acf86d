"""The meeting file: one connection, one writer, one door for everything that changes it."""

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from operator import length_hint
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.domain.clock import Clock, zone
from checkin.domain.meeting import Meeting
from checkin.domain.operator import Operator
from checkin.domain.outcome import Progress
from checkin.domain.payload import from_plain
from checkin.domain.refused import Refused
from checkin.store import journal, kept, schema
from checkin.store.arrivals import Arrivals
from checkin.store.badges import Badges
from checkin.store.connection import Connection, DriverError, Row, refusal
from checkin.store.delegates import Delegates
from checkin.store.envelope import Head, rising_ids

if TYPE_CHECKING:
    from checkin.domain.facts import Fact

STEP = 200  # facts between two breaths of a long transaction
_TIDY_AFTER = 100  # commits; SQLite itself would let a commit wait for it after some 200
_SPILLING, _CACHE = -2000, -8000  # kilobytes of pages kept in memory, negative as SQLite has it
_LONG, _SPILLING_LATE = 20_000, -64_000  # facts of a list that no window holds up while days run
_PAGES = 1000  # of the log, after which a commit takes it into the file
_ROOM = 4_200_000  # bytes: the WAL's size at which SQLite starts again from its beginning


class _NoRoomNeeded(Exception):
    """Rolls back the transaction that only stretched the WAL."""


class MeetingFile:
    """An open meeting file. `record` is the only way to change what is in it."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        """Takes over an open connection of the current schema."""
        self._connection = connection
        self._clock = clock
        self.delegates = Delegates(connection)
        self.badges = Badges(connection)
        self.arrivals = Arrivals(connection)
        self.meeting = self._read_meeting()
        self.token_key = kept.token_key(connection)
        self.desk = kept.this_desk(connection, clock())
        self._head = journal.head_of(connection, self.desk.id)
        self._writing = False
        self._failed = False
        self.in_doubt = False  # whether what failed last may be on the disk all the same
        self._untidied = 0
        self.next_id = rising_ids(clock, lambda: self._head.clock, self.arrivals.newest_id)

    @classmethod
    def open(
        cls, path: Path, clock: Clock, passphrase: str | None = None, upgrade: bool = True
    ) -> "MeetingFile":
        """Opens a meeting file; raises Refused with the reason where it cannot."""
        with ExitStack() as undone:
            connection = Connection(path, passphrase)
            undone.callback(connection.close)
            if schema.version(connection) < schema.VERSION:
                if not upgrade:
                    raise Refused("older_file", path=str(path))
                from checkin.store import upgrading  # rare, and it loads sqlite-utils

                upgrading.upgrade(connection, passphrase)
            opened = cls(connection, clock)
            undone.pop_all()  # it stays open
        return opened

    @property
    def path(self) -> Path:
        """Where the file stands."""
        return self._connection.path

    @property
    def connection(self) -> Connection:
        """The connection, for the other rooms of the store."""
        return self._connection

    @property
    def passphrase(self) -> str | None:
        """What the file is encrypted with, or None."""
        return self._connection.passphrase

    def picture(self, sha256: str | None) -> bytes | None:
        """A picture that is kept under its hash, or None."""
        return kept.blob(self._connection, sha256) if sha256 else None

    @property
    def writable(self) -> bool:
        """False from a failed commit until `retry`: nothing can be recorded."""
        return not self._failed

    def record(
        self, facts: "Sequence[Fact]", operator: Operator, pictures: Sequence[bytes] = ()
    ) -> None:
        """Commits the facts in one transaction; returning means that they are on disk.

        Pictures that the facts name by their hash are kept with them. Raises
        Refused("not_recorded") or ("disk_full") when they are certainly not there, or nobody
        can tell.
        """
        for _ in self.record_in_steps(facts, operator, pictures=pictures):
            pass

    def record_in_steps(
        self,
        facts: "Iterable[Fact]",
        operator: Operator,
        total: int = 0,
        pictures: Sequence[bytes] = (),
    ) -> Iterator[Progress]:
        """`record` for many facts: breathes between steps; dropped half-way, nothing stays.

        Facts are taken and sealed step by step inside the transaction, so they may be made as
        they are taken; `total` says how many there will be, where they do not tell themselves.
        """
        total, self.in_doubt = total or length_hint(facts), False
        chain = journal.Chain(self._head, self._seal(operator))
        kinds: set[type[Fact]] = set()
        with self.alone():
            try:
                with self._in_no_hurry(total):
                    for done in self._write(chain, facts, kinds, pictures):
                        yield Progress(done, total)
            except DriverError as error:
                self._settle(chain.last, error)
        self._recorded(chain.head, kinds)

    def _write(
        self,
        chain: journal.Chain,
        facts: "Iterable[Fact]",
        kinds: "set[type[Fact]]",
        pictures: Sequence[bytes],
    ) -> Iterator[int]:
        """How many are written, now and then; what kinds of facts they were goes into `kinds`."""
        from checkin.store import fold  # loaded before the first scan, and not for the first paint

        first = self._first_facts()
        with self._connection.transaction():
            if first:
                kept.remember(self._connection, self.desk)
            for picture in pictures:
                kept.keep_blob(self._connection, picture)
            waiting, done = itertools.chain(first, facts), 0
            while batch := list(itertools.islice(waiting, STEP)):
                sealed = chain.seal(batch)
                journal.append(self._connection, sealed)
                fold.apply_all(self._connection, batch, sealed.at)
                kinds.update(map(type, batch))
                done += len(batch)
                if len(batch) == STEP:
                    yield done
            self._be_in_place()

    @contextmanager
    def _in_no_hurry(self, total: int) -> Iterator[None]:
        """Lets a long transaction write as it goes on and leave its log to `tidy`.

        Its commit then neither writes all of it at once nor takes all of it into the file.
        """
        if total <= STEP:
            yield
            return
        spilling = _SPILLING if total <= _LONG else _SPILLING_LATE
        self._set(cache_size=spilling, wal_autocheckpoint=0)
        try:
            yield
            self._untidied = _TIDY_AFTER
        finally:
            with suppress(DriverError):  # the disk is gone as well; opened afresh, it has its own
                self._set(cache_size=_CACHE, wal_autocheckpoint=_PAGES)

    def _set(self, **pragmas: int) -> None:
        for name, value in pragmas.items():
            self._connection.execute(f"PRAGMA {name} = {value}").fetchall()

    def _be_in_place(self) -> None:
        """Asked just before the commit, so that a moved file does not hold what was denied."""
        if not self._connection.is_in_place():
            self._failed = True
            raise Refused("not_recorded", path=str(self.path))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """The one transaction at a time; raises Refused("not_recorded") after a failure."""
        if self._failed:
            raise Refused("not_recorded", path=str(self.path))
        if self._writing:
            raise RuntimeError("a transaction is running; scans queue behind it")
        self._writing = True
        try:
            yield
        finally:
            self._writing = False

    def _first_facts(self) -> "list[Fact]":
        if self.desk.known:
            return []
        from checkin.domain.facts import DeskStarted

        return [DeskStarted(self.desk.name, journal.latest_hash(self._connection))]

    def _seal(self, operator: Operator) -> journal.Seal:
        return journal.Seal(self.meeting.id, self.meeting.zone, operator, self._clock())

    def tidy(self) -> None:
        """Takes what many commits left in the log into the file, for no commit to wait for it.

        Asked between two scans. What the disk will not take stays in the log, and is safe there.
        """
        if self._untidied < _TIDY_AFTER or self._failed or self._writing:
            return
        self._untidied = 0
        with suppress(DriverError):
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def _recorded(self, head: Head, kinds: "set[type[Fact]]") -> None:
        self._head = head
        self._untidied += 1
        if not self.desk.known:
            self.desk = replace(self.desk, known=True)
        if any(kind.__name__ == "MeetingChanged" for kind in kinds):
            self.meeting = self._read_meeting()

    def _settle(self, fact_id: str, error: DriverError) -> None:
        """After a failed commit: reopens, commits a marker, and only then believes its eyes.

        The writer stays closed until `retry` unless the fact turns out to be on disk.
        """
        self._failed = True
        full = refusal(error, self.path).code == "disk_full"
        refused = Refused("disk_full" if full else "not_recorded", path=str(self.path))
        try:
            self._prove()
        except (Refused, DriverError):
            self.in_doubt = _may_hold(self._connection, fact_id)
            raise refused from error
        if not journal.holds(self._connection, fact_id):
            raise refused from error
        self._failed = False

    def _prove(self) -> None:
        self._connection.reopen()
        self._connection.one("PRAGMA wal_checkpoint(TRUNCATE)")
        kept.mark(self._connection, self._clock())

    def retry(self) -> None:
        """Opens the writer again after a failure; raises Refused while the disk still fails."""
        try:
            self._prove()
        except DriverError as error:
            raise Refused("not_recorded", path=str(self.path)) from error
        self.desk = kept.this_desk(self._connection, self._clock())  # its first fact may be there
        self._head = journal.head_of(self._connection, self.desk.id)
        self._failed = False

    def make_room(self) -> None:
        """Lets the WAL take its full size before the first scan, so that no commit must grow it.

        Frames are spilled into it and never committed; a scan afterwards only overwrites.
        Where the disk has no such room nothing is lost: each commit then grows the file.
        """

        connection = self._connection
        self._set(cache_size=8)
        with suppress(_NoRoomNeeded, DriverError), connection.transaction():
            connection.execute("CREATE TABLE room (space BLOB)")
            connection.execute("INSERT INTO room VALUES (zeroblob(?))", (_ROOM,))
            raise _NoRoomNeeded
        self._set(cache_size=_CACHE)

    def head(self) -> str:
        """The hash of the newest fact, in hexadecimal digits."""
        return journal.latest_hash(self._connection)

    def close(self) -> None:
        """Closes the file; it is one file again, ready to be copied."""
        self._connection.close()

    def _read_meeting(self) -> Meeting:
        found = self._connection.values(_meeting_of, "SELECT body FROM meeting")
        if not found:
            raise Refused("damaged_file", path=str(self.path))
        return found[0]


def _meeting_of(row: Row) -> Meeting:
    meeting = from_plain(Meeting, json.loads(row[0])["meeting"])
    try:
        zone(meeting.zone)  # one letter of it damaged, and no scan could be told its day
    except OSError as error:
        raise ValueError(meeting.zone) from error
    return meeting


def _may_hold(connection: Connection, fact_id: str) -> bool:
    """Whether a fact that could not be proven is seen all the same, or nobody can look."""
    try:
        return journal.holds(connection, fact_id)
    except Refused:
        return True
