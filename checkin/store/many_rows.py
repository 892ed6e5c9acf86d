"""Many rows written by one statement, which for narrow ones takes a third less time."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from checkin.store.connection import Connection, Row

_AT_ONCE = 100


def insert(connection: Connection, sql: str, rows: Sequence[Row]) -> None:
    """What `execute_many` of an `INSERT ... VALUES (?, ?)` does."""
    whole = len(rows) - len(rows) % _AT_ONCE
    for at in range(0, whole, _AT_ONCE):
        values = chain.from_iterable(rows[at : at + _AT_ONCE])
        connection.execute(_for_many(sql), tuple(values))
    connection.execute_many(sql, rows[whole:])


@lru_cache(maxsize=16)
def _for_many(sql: str) -> str:
    head, word, places = sql.partition("VALUES ")
    return head + word + ", ".join([places] * _AT_ONCE)
