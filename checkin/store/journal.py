"""The journal: facts appended, chained per desk, read back in the order of their clock."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from checkin.domain.clock import offset_minutes, to_ms
from checkin.domain.identifier import uuid7_series
from checkin.domain.operator import Operator
from checkin.domain.payload import from_text, to_text
from checkin.domain.refused import Refused
from checkin.store.connection import UNREADABLE, Connection, Row
from checkin.store.envelope import (
    COLUMNS,
    SALT_BYTES,
    Envelope,
    Head,
    chain_hash,
    next_clock,
    payload_hash,
)
from checkin.store.many_rows import insert

if TYPE_CHECKING:
    from checkin.domain.facts import Fact

_PUT_FACT = f"INSERT INTO fact ({COLUMNS}) VALUES ({', '.join('?' * 15)})"
_NEXT_HEAD = (
    "SELECT desk, desk_seq, hash, clock FROM fact"
    " WHERE desk = (SELECT min(desk) FROM fact WHERE desk > ?) ORDER BY desk_seq DESC LIMIT 1"
)
Stand = tuple[tuple[str, int], ...]
"""How far each desk's chain goes."""
_PUT_PAYLOAD = "INSERT INTO payload (fact, salt, body) VALUES (?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Seal:
    """What a sealed fact needs besides itself: meeting, zone, operator, the present instant."""

    meeting: str
    zone: str
    operator: Operator
    now: datetime


@dataclass(frozen=True, slots=True)
class SealedFacts:
    """Facts of one instant (ms UTC) as they are written: rows of `fact`, rows of `payload`."""

    at: int
    rows: list[Row]
    payloads: list[Row]


class Chain:
    """Facts chained after `head`, which moves on with them; `last` is the id of the newest."""

    def __init__(self, head: Head, by: Seal) -> None:
        self.head, self.last = head, ""
        self._by, self._at = by, to_ms(by.now)
        self._offset = offset_minutes(self._at, by.zone)
        self._ids = uuid7_series(self._at, secrets.token_bytes)  # rising: payloads are appended

    def seal(self, facts: "Sequence[Fact]") -> SealedFacts:
        """The next facts, sealed: each with an id, a salt, and the hash of the one before."""
        ids, salts = list(islice(self._ids, len(facts))), _salts(len(facts))
        bodies = list(map(to_text, facts))
        rows = list(self._rows(facts, ids, map(payload_hash, salts, bodies)))
        self.last = ids[-1]
        return SealedFacts(self._at, rows, list(zip(ids, salts, bodies, strict=True)))

    def _rows(
        self, facts: "Sequence[Fact]", ids: Sequence[str], hashes: Iterable[bytes]
    ) -> Iterator[Row]:
        by, at, head = self._by, self._at, self.head
        sequence, clock, previous = head.desk_seq, head.clock, head.hash
        for fact, fact_id, payload in zip(facts, ids, hashes, strict=True):
            sequence, clock = sequence + 1, next_clock(clock, at)
            day = fact.meeting_day
            columns = (
                *(head.desk, sequence, fact_id, by.meeting, type(fact).__name__, fact.version),
                *(fact.subject, day.isoformat() if day else None, by.operator.name),
                *(at, self._offset, clock, payload, previous),
            )
            previous = chain_hash(columns)
            yield *columns, previous
        self.head = Head(head.desk, sequence, previous, clock)


def _salts(count: int) -> list[bytes]:
    """So many salts, drawn together."""
    drawn = secrets.token_bytes(SALT_BYTES * count)
    return [drawn[at : at + SALT_BYTES] for at in range(0, len(drawn), SALT_BYTES)]


def append(connection: Connection, sealed: SealedFacts) -> None:
    """Writes facts and their payloads, inside the caller's transaction."""
    insert(connection, _PUT_FACT, sealed.rows)
    insert(connection, _PUT_PAYLOAD, sealed.payloads)


def head_of(connection: Connection, desk: str) -> Head:
    """Where a desk's chain stands, with the latest logical clock of the whole journal."""
    row = connection.one(
        "SELECT desk_seq, hash FROM fact WHERE desk = ? ORDER BY desk_seq DESC LIMIT 1", (desk,)
    )
    clock = max((head.clock for head in heads(connection)), default=0)
    return Head(desk, row[0], row[1], clock) if row else Head(desk, clock=clock)


def heads(connection: Connection) -> list[Head]:
    """The heads of all desks' chains, found by key however long the journal is."""
    found = []
    desk = ""
    while row := connection.one(_NEXT_HEAD, (desk,)):
        if row[0] <= desk:  # only a damaged page is out of order, and it would never end
            raise Refused("damaged_file", path=str(connection.path))
        found.append(Head(*row))
        desk = row[0]
    return found


def stand(connection: Connection) -> Stand:
    """How far each desk's chain goes now."""
    return tuple((head.desk, head.desk_seq) for head in heads(connection))


def kinds_since(connection: Connection, stand: Stand) -> frozenset[str]:
    """The kinds of facts that came after each desk's chain stood so."""
    before = dict(stand)
    newer = "SELECT DISTINCT kind FROM fact WHERE desk = ? AND desk_seq > ?"
    desks = ((head.desk, before.get(head.desk, 0)) for head in heads(connection))
    return frozenset(kind for desk in desks for (kind,) in connection.rows(newer, desk))


def people_since(connection: Connection, stand: Stand, most: int) -> frozenset[str]:
    """Whom facts are about that came after each desk's chain stood so, arrivals and badges apart;

    no more of each desk than `most`.
    """
    before = dict(stand)
    newer = (
        "SELECT DISTINCT subject FROM fact WHERE desk = ? AND desk_seq > ? AND subject IS NOT NULL"
        " AND kind NOT LIKE 'Arrival%' AND kind NOT LIKE 'Badge%' LIMIT ?"
    )
    desks = ((head.desk, before.get(head.desk, 0), most) for head in heads(connection))
    return frozenset(subject for desk in desks for (subject,) in connection.rows(newer, desk))


def latest_hash(connection: Connection) -> str:
    """The hash of the newest fact of the whole journal in hexadecimal digits; empty if none."""
    newest = max(heads(connection), key=lambda head: head.clock, default=None)
    return newest.hash.hex() if newest else ""


def holds(connection: Connection, fact_id: str) -> bool:
    """Whether a fact of this id is in the journal."""
    return connection.one("SELECT 1 FROM payload WHERE fact = ?", (fact_id,)) is not None


def holds_hash(connection: Connection, prefix: str) -> bool:
    """Whether a fact's hash starts with these hexadecimal digits: a head seen earlier."""
    found = connection.one(
        "SELECT 1 FROM fact WHERE substr(hex(hash), 1, ?) = ?", (len(prefix), prefix.upper())
    )
    return found is not None


def walk(connection: Connection) -> "Iterator[tuple[Envelope, Fact | None]]":
    """All facts in the order of their clock; None for an erased payload or an unknown kind.

    Raises Refused("damaged_file") for a payload that cannot be read.
    """
    rows = connection.rows(
        f"SELECT {COLUMNS}, body FROM fact LEFT JOIN payload ON payload.fact = fact.id"
        " ORDER BY clock, desk, desk_seq"
    )
    for *columns, body in rows:
        envelope = Envelope(*columns)
        yield envelope, _fact(connection, envelope.kind, body)


def _fact(connection: Connection, name: str, body: str | None) -> "Fact | None":
    from checkin.domain.facts import KINDS  # many kinds, and none is needed at the start

    kind = KINDS.get(name)
    if kind is None or body is None:
        return None
    try:
        return from_text(kind, body)
    except UNREADABLE as error:
        raise Refused("damaged_file", path=str(connection.path)) from error


def head_problems(connection: Connection) -> Iterator[str]:
    """`desk/sequence: what is wrong` for heads only: what a half-written page would damage."""
    for head in heads(connection):
        row = connection.one(
            f"SELECT {COLUMNS} FROM fact WHERE desk = ? AND desk_seq = ?",
            (head.desk, head.desk_seq),
        )
        if row is None or Envelope(*row).computed_hash() != head.hash:
            yield f"{head.desk}/{head.desk_seq}: the fact was changed"


def chain_problems(connection: Connection) -> Iterator[tuple[str, ...]]:
    """For every fact, `desk/sequence: what is wrong` with it: a gap, a changed row or payload."""
    previous = Head("")
    rows = connection.rows(
        f"SELECT {COLUMNS}, salt, body, payload.fact FROM fact"
        " LEFT JOIN payload ON payload.fact = fact.id ORDER BY desk, desk_seq"
    )
    for *columns, salt, body, present in rows:
        envelope = Envelope(*columns)
        if envelope.desk != previous.desk:
            previous = Head(envelope.desk)
        where = f"{envelope.desk}/{envelope.desk_seq}"
        wrong = [*_out_of_chain(envelope, previous)]
        if present is None:
            wrong.append("its payload is missing")
        elif body is not None and payload_hash(salt or b"", body) != envelope.payload_hash:
            wrong.append("its payload was changed")
        yield tuple(f"{where}: {what}" for what in wrong)
        previous = Head(envelope.desk, envelope.desk_seq, envelope.hash)


def _out_of_chain(envelope: Envelope, previous: Head) -> Iterator[str]:
    if envelope.desk_seq != previous.desk_seq + 1:
        yield "facts are missing before it"
    elif envelope.prev_hash != previous.hash:
        yield "it does not follow the fact before it"
    if envelope.computed_hash() != envelope.hash:
        yield "the fact was changed"
