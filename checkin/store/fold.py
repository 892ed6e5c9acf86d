"""The journal folded: what each fact does to the tables that everything is read from.

`apply` is the only code that writes folded tables, live and in a rebuild alike.
"""

from collections.abc import Callable
from typing import Any

from checkin.domain.delegate import PRINTED, Delegate, Status
from checkin.domain.facts import (
    ArrivalRecorded,
    ArrivalWithdrawn,
    BadgeIssued,
    BadgePrinted,
    BadgeReinstated,
    BadgeVoided,
    DelegateChanged,
    DelegateRegistered,
    DelegateReopened,
    DelegateWithdrawn,
    Fact,
    MeetingChanged,
)
from checkin.domain.payload import from_text, to_text
from checkin.domain.text import words
from checkin.store.connection import Connection
from checkin.store.rows import (
    ARRIVAL,
    BADGE,
    DELEGATE,
    arrival_row,
    badge_row,
    delegate_of,
    delegate_row,
    places,
)

_PUT_DELEGATE = f"INSERT OR REPLACE INTO delegate ({DELEGATE}) VALUES ({places(DELEGATE)})"
_PUT_BADGE = f"INSERT OR REPLACE INTO badge ({BADGE}) VALUES ({places(BADGE)})"
_PUT_ARRIVAL = f"INSERT OR REPLACE INTO arrival ({ARRIVAL}) VALUES ({places(ARRIVAL)})"
_OUTDATE = "UPDATE badge SET outdated = 1 WHERE printed_at IS NOT NULL"
_SET_STATUS = "UPDATE delegate SET status = ? WHERE id = ?"
_PUT_WORD = "INSERT OR IGNORE INTO search_key (word, delegate_id) VALUES (?, ?)"
_PUT_CODE = "INSERT OR IGNORE INTO foreign_code (code, delegate_id) VALUES (?, ?)"


def apply(connection: Connection, fact: Fact, at: int) -> None:
    """What a fact of this instant (ms UTC) does to the folded tables; some do nothing."""
    fold = _FOLDS.get(type(fact))
    if fold:
        fold(connection, fact, at)


def _meeting(connection: Connection, fact: MeetingChanged, _: int) -> None:
    before = connection.all("SELECT body FROM meeting")
    connection.execute("DELETE FROM meeting")
    connection.execute("INSERT INTO meeting VALUES (?, ?)", (fact.meeting.id, to_text(fact)))
    if before and _head(before[0][0]) != _head(to_text(fact)):
        connection.execute(_OUTDATE)


def _head(body: str) -> object:
    """What of a meeting stands on every badge."""
    meeting = from_text(MeetingChanged, body).meeting
    return meeting.titles, meeting.place, meeting.days, meeting.emblem


def _registered(connection: Connection, fact: DelegateRegistered, _: int) -> None:
    delegate = fact.delegate
    _put(connection, delegate)
    if delegate.foreign_codes:
        connection.execute_many(_PUT_CODE, [(code, delegate.id) for code in delegate.foreign_codes])


def _put(connection: Connection, delegate: Delegate) -> None:
    connection.execute(_PUT_DELEGATE, delegate_row(delegate))
    connection.execute_many(_PUT_WORD, [(word, delegate.id) for word in search_words(delegate)])


def _changed(connection: Connection, fact: DelegateChanged, _: int) -> None:
    rows = connection.all(f"SELECT {DELEGATE} FROM delegate WHERE id = ?", (fact.delegate_id,))
    if not rows:
        return
    connection.execute("DELETE FROM search_key WHERE delegate_id = ?", (fact.delegate_id,))
    _put(connection, delegate_of(rows[0]).with_fields(fact.fields))
    if PRINTED & fact.fields.keys():
        connection.execute(f"{_OUTDATE} AND delegate_id = ?", (fact.delegate_id,))


def search_words(delegate: Delegate) -> set[str]:
    """The folded words by which the desk finds somebody: names, delegation, organisation."""
    texts = (delegate.name, delegate.name_in_script, delegate.delegation, delegate.organisation)
    return {word for text in texts for word in words(text)}


def _withdrawn(connection: Connection, fact: DelegateWithdrawn, _: int) -> None:
    connection.execute(_SET_STATUS, (Status.WITHDRAWN.value, fact.delegate_id))


def _reopened(connection: Connection, fact: DelegateReopened, _: int) -> None:
    connection.execute(_SET_STATUS, (Status.LISTED.value, fact.delegate_id))


def _issued(connection: Connection, fact: BadgeIssued, _: int) -> None:
    connection.execute(_PUT_BADGE, badge_row(fact.badge))


def _printed(connection: Connection, fact: BadgePrinted, at: int) -> None:
    connection.execute(
        "UPDATE badge SET printed_at = ?, outdated = 0 WHERE token = ?", (at, fact.token)
    )


def _voided(connection: Connection, fact: BadgeVoided, at: int) -> None:
    connection.execute(
        "UPDATE badge SET voided_at = ?, reason = ? WHERE token = ?", (at, fact.reason, fact.token)
    )


def _reinstated(connection: Connection, fact: BadgeReinstated, _: int) -> None:
    connection.execute(
        "UPDATE badge SET voided_at = NULL, reason = '' WHERE token = ?", (fact.token,)
    )


def _arrived(connection: Connection, fact: ArrivalRecorded, _: int) -> None:
    connection.execute(_PUT_ARRIVAL, arrival_row(fact.arrival))


def _taken_back(connection: Connection, fact: ArrivalWithdrawn, _: int) -> None:
    connection.execute_many(
        "UPDATE arrival SET withdrawn = 1 WHERE day = ? AND id = ?",
        [(fact.day.isoformat(), arrival) for arrival in fact.arrivals],
    )


_FOLDS: dict[type[Fact], Callable[[Connection, Any, int], None]] = {
    MeetingChanged: _meeting,
    DelegateRegistered: _registered,
    DelegateChanged: _changed,
    DelegateWithdrawn: _withdrawn,
    DelegateReopened: _reopened,
    BadgeIssued: _issued,
    BadgePrinted: _printed,
    BadgeVoided: _voided,
    BadgeReinstated: _reinstated,
    ArrivalRecorded: _arrived,
    ArrivalWithdrawn: _taken_back,
}
