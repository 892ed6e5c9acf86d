"""The journal: facts appended, chained per desk, read back in the order of their clock."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from checkin.domain.clock import offset_minutes, to_ms
from checkin.domain.identifier import uuid7_series
from checkin.domain.operator import Operator
from checkin.domain.payload import from_text, to_text
from checkin.domain.refused import Refused
from checkin.store.connection import UNREADABLE, Connection
from checkin.store.envelope import (
    COLUMNS,
    SALT_BYTES,
    Envelope,
    Head,
    chain_hash,
    payload_hash,
)

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
class SealedFact:
    """A fact ready to be written: its row in the journal, its payload, itself for the folding."""

    id: str
    at: int
    row: tuple[object, ...]
    salt: bytes
    body: str
    fact: "Fact"


class Chain:
    """Facts chained one by one after `head`, which moves on with them."""

    def __init__(self, head: Head, by: Seal) -> None:
        self.head, self.last = head, ""
        self._by, self._at = by, to_ms(by.now)
        self._offset = offset_minutes(self._at, by.zone)
        self._ids = uuid7_series(self._at, secrets.token_bytes)  # rising: payloads are appended

    def seal(self, fact: "Fact") -> SealedFact:
        """The next fact, sealed; its id is `last` from now on."""
        by, head, at = self._by, self.head, self._at
        salt, body, fact_id = secrets.token_bytes(SALT_BYTES), to_text(fact), next(self._ids)
        day = fact.meeting_day.isoformat() if fact.meeting_day else None
        sequence, clock = head.desk_seq + 1, head.tick(at)
        columns = (
            *(head.desk, sequence, fact_id, by.meeting, type(fact).__name__, fact.version),
            *(fact.subject, day, by.operator.name, at, self._offset, clock),
            *(payload_hash(salt, body), head.hash),
        )
        self.head = Head(head.desk, sequence, chain_hash(columns), clock)
        self.last = fact_id
        return SealedFact(fact_id, at, (*columns, self.head.hash), salt, body, fact)


def append(connection: Connection, sealed: Sequence[SealedFact]) -> None:
    """Writes facts and their payloads, inside the caller's transaction."""
    connection.execute_many(_PUT_FACT, [one.row for one in sealed])
    connection.execute_many(_PUT_PAYLOAD, [(one.id, one.salt, one.body) for one in sealed])


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
