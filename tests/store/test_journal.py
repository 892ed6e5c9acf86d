"""The journal: nothing is changed, nothing is deleted, and whatever was tampered with is found."""

import hashlib
import itertools
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest

from checkin.bootstrap import Services
from checkin.domain.facts import DelegateWithdrawn
from checkin.store import journal
from checkin.store.connection import Connection
from checkin.store.envelope import GENESIS, Envelope, Head, next_clock, payload_hash
from checkin.store.many_rows import insert
from tests.conftest import SALMA, Clock
from tests.services.staging import badge, person

TRIGGERS = ("fact_stays", "fact_is_kept", "payload_stays", "payload_is_kept")


def without_triggers(services: Services) -> Connection:
    """The connection of somebody who knows how to get round the triggers."""
    for name in TRIGGERS:
        services.file.connection.execute(f"DROP TRIGGER {name}")
    return services.file.connection


def problems(services: Services) -> list[tuple[str, str]]:
    return [(one.code, one.where) for one in services.care.check(SALMA).problems]


def rows(services: Services) -> list[Envelope]:
    sql = f"SELECT {journal.COLUMNS} FROM fact ORDER BY desk, desk_seq"
    return [Envelope(*row) for row in services.file.connection.all(sql)]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE fact SET operator = 'Somebody else'",
        "UPDATE fact SET hash = hash",
        "DELETE FROM fact",
        "DELETE FROM fact WHERE desk_seq = (SELECT max(desk_seq) FROM fact)",
        "DELETE FROM payload",
        "UPDATE payload SET body = '{}'",
        "UPDATE payload SET body = NULL",
        "UPDATE payload SET salt = NULL",
        "UPDATE payload SET fact = 'another'",
        "UPDATE payload SET fact = 'another', body = NULL, salt = NULL",
    ],
)
def test_a_fact_is_never_changed_nor_deleted_and_a_payload_only_erased(
    sql: str, services: Services
) -> None:
    before = services.file.connection.all("SELECT * FROM payload")
    with pytest.raises(Exception, match=r"never|only ever erased"):
        services.file.connection.execute(sql)
    assert services.file.connection.all("SELECT * FROM payload") == before
    assert problems(services) == []


def test_every_fact_follows_the_one_before_it(services: Services) -> None:
    facts = rows(services)
    assert [one.desk_seq for one in facts] == list(range(1, len(facts) + 1))
    assert facts[0].prev_hash == GENESIS
    for before, after in itertools.pairwise(facts):
        assert after.prev_hash == before.hash
        assert after.clock > before.clock
        assert after.computed_hash() == after.hash
    assert services.file.head() == facts[-1].hash.hex()
    assert len({one.id for one in facts}) == len(facts)


def test_a_row_tells_who_when_and_where(services: Services, clock: Clock) -> None:
    clock.set("2022-07-05T08:50:00.123+02:00")
    services.reception.scan(badge(services, "R-1").token, SALMA)
    row = rows(services)[-1]
    assert (row.kind, row.version, row.day) == ("ArrivalRecorded", 1, "2022-07-05")
    assert (row.operator, row.utc_offset) == ("Salma", 120)
    assert row.at == round(clock.now.timestamp() * 1000)
    assert row.subject == person(services, "R-1").id
    assert row.meeting == services.meeting.id


@pytest.mark.parametrize(
    "column",
    [
        *("id", "meeting", "kind", "subject", "day", "operator", "version", "at", "utc_offset"),
        *("clock", "payload_hash", "prev_hash", "hash"),
    ],
)
def test_a_change_in_any_column_of_a_fact_is_found(column: str, services: Services) -> None:
    services.reception.scan(badge(services, "R-1").token, SALMA)
    last = rows(services)[-1]
    number = column in ("version", "at", "utc_offset", "clock")
    changed = 7 if number else b"\x07" * 32 if "hash" in column else "7"
    without_triggers(services).execute(
        f"UPDATE fact SET {column} = ? WHERE desk_seq = ?",
        (changed, last.desk_seq),
    )
    where = f"{last.desk}/{last.desk_seq}"
    assert ("chain", f"{where}: the fact was changed") in problems(services)


def spoil(sql: str) -> Callable[[Services], None]:
    return lambda services: without_triggers(services).execute(sql)


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("DELETE FROM fact WHERE desk_seq = 5", "facts are missing before it"),
        ("DELETE FROM fact WHERE desk_seq = 1", "facts are missing before it"),
        ("UPDATE fact SET prev_hash = hash WHERE desk_seq = 5", "does not follow"),
        ("UPDATE payload SET body = body || ' '", "its payload was changed"),
        ("UPDATE payload SET salt = randomblob(16)", "its payload was changed"),
        ("UPDATE payload SET salt = NULL", "its payload was changed"),
        ("DELETE FROM payload WHERE fact = (SELECT id FROM fact WHERE desk_seq = 5)", "is missing"),
        ("UPDATE fact SET desk_seq = 99 WHERE desk_seq = 5", "facts are missing before it"),
    ],
)
def test_a_gap_a_forgery_and_a_missing_payload_are_found(
    sql: str, what: str, services: Services
) -> None:
    spoil(sql)(services)
    assert any(what in where for _, where in problems(services)), problems(services)


def test_a_forger_who_mends_one_hash_breaks_the_next(services: Services) -> None:
    connection = without_triggers(services)
    fifth = rows(services)[4]
    connection.execute("UPDATE fact SET operator = 'Nobody' WHERE desk_seq = 5")
    forged = rows(services)[4].computed_hash()
    connection.execute("UPDATE fact SET hash = ? WHERE desk_seq = 5", (forged,))
    assert problems(services) == [
        ("chain", f"{fifth.desk}/6: it does not follow the fact before it")
    ]


def test_a_cut_off_end_is_found_by_a_head_seen_earlier(services: Services) -> None:
    services.reception.scan(badge(services, "R-1").token, SALMA)
    head = services.file.head()
    connection = without_triggers(services)
    last = rows(services)[-1]
    connection.execute("DELETE FROM payload WHERE fact = ?", (last.id,))
    connection.execute("DELETE FROM fact WHERE id = ?", (last.id,))
    connection.execute("DELETE FROM arrival")
    assert services.care.check(SALMA).ok
    assert not services.care.check(SALMA, against=head).ok


@pytest.mark.parametrize("blob", [b"\xff\xfe", b"[]", b"{", b'{"meeting":7}', b"null"])
def test_a_payload_that_cannot_be_read_is_a_problem_and_no_crash(
    blob: bytes, services: Services
) -> None:
    without_triggers(services).execute("UPDATE payload SET body = CAST(? AS TEXT)", (blob,))
    assert {code for code, _ in problems(services)} == {"chain"}
    with pytest.raises(Exception, match="damaged_file"):
        services.care.rebuild(SALMA)
    assert services.care.check(SALMA).delegates == 7


def test_an_erased_payload_reads_as_an_erased_person(services: Services) -> None:
    nadia = person(services, "R-1")
    services.reception.scan(badge(services, "R-1").token, SALMA)
    services.file.connection.execute(
        "UPDATE payload SET salt = NULL, body = NULL WHERE fact IN"
        " (SELECT id FROM fact WHERE subject = ?)",
        (nadia.id,),
    )
    services.care.rebuild(SALMA)
    assert services.care.check(SALMA, deep=True).ok
    assert services.file.delegates.get(nadia.id) is None
    assert services.file.arrivals.count() == 0
    assert services.reception.search("Nadia", SALMA) == []
    assert len(services.lists.everybody(SALMA)) == 6
    content = services.file.connection.all("SELECT body FROM payload WHERE body LIKE '%OUAFI%'")
    assert content == []


def test_a_kind_of_a_later_version_is_kept_and_not_applied(services: Services) -> None:
    connection, head = services.file.connection, services.file._head
    columns = (
        *(head.desk, head.desk_seq + 1, "a-later-fact", services.meeting.id, "SeatTaken", 3),
        *(None, None, "Salma", 0, 0, head.clock + 1, payload_hash(b"salt", "{seat}"), head.hash),
    )
    with connection.transaction():
        connection.execute(journal._PUT_FACT, (*columns, journal.chain_hash(columns)))
        connection.execute(journal._PUT_PAYLOAD, ("a-later-fact", b"salt", "{seat}"))
    before = services.care.check(SALMA, deep=True)
    assert before.ok
    services.care.rebuild(SALMA)
    assert services.care.check(SALMA, against=before.head).ok
    assert journal.holds(connection, "a-later-fact")


def test_the_logical_clock_never_goes_backwards_when_the_computers_does(
    services: Services, clock: Clock
) -> None:
    clocks = [rows(services)[-1].clock]
    for jump in (timedelta(), timedelta(hours=-3), timedelta(days=-400), timedelta(days=401)):
        clock.now += jump
        services.file.record([DelegateWithdrawn("nobody")], SALMA)
        clocks.append(rows(services)[-1].clock)
    assert clocks == sorted(set(clocks))
    assert clocks[-1] >> 16 == rows(services)[-1].at
    assert services.care.check(SALMA).ok


def test_the_logical_clock_ticks_once_a_fact_within_one_millisecond() -> None:
    assert next_clock(0, 5) == 5 << 16
    assert next_clock(5 << 16, 5) == (5 << 16) + 1
    assert next_clock(9 << 16, 5) == (9 << 16) + 1


def test_a_file_without_facts_has_no_head(services: Services) -> None:
    connection = without_triggers(services)
    connection.execute("DELETE FROM fact")
    assert services.file.head() == ""
    assert journal.head_of(connection, "nobody") == Head("nobody")
    assert services.care.quick_check() == []


def test_a_hash_is_that_of_canonical_json(services: Services) -> None:
    for row in rows(services):
        *plain, payload, previous, own = row.row()
        text = json.dumps(
            [*plain, payload.hex(), previous.hex()], ensure_ascii=False, separators=(",", ":")
        )
        assert hashlib.sha256(text.encode()).digest() == own == row.computed_hash()


def test_a_damaged_row_has_no_hash(services: Services) -> None:
    row = rows(services)[-1]
    assert replace(row, operator=cast(str, None)).computed_hash() == b""
    assert replace(row, prev_hash=cast(bytes, 7)).computed_hash() == b""


def test_bytes_and_nothing_are_kept_as_they_are(services: Services) -> None:
    found = services.file.connection.one("SELECT ?, ?, typeof(?)", (b"\x00\xff", None, b""))
    assert found == (b"\x00\xff", None, "blob")


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 250])
def test_many_rows_are_written_together_as_one_by_one(services: Services, count: int) -> None:
    connection = services.file.connection
    connection.execute("CREATE TABLE number (own INTEGER, doubled INTEGER)")
    insert(connection, "INSERT INTO number VALUES (?, ?)", [(own, 2 * own) for own in range(count)])
    kept = connection.all("SELECT own, doubled FROM number ORDER BY own")
    assert kept == [(own, 2 * own) for own in range(count)]
