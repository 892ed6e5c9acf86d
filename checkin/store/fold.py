"""The journal folded: what each fact does to the tables that everything is read from.

`apply` is the only code that writes folded tables, live and in a rebuild alike.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain, groupby
from typing import Any

from checkin.domain.awaiting import (
    ArrivalSeen,
    ArrivalUnseen,
    DelegateAwaited,
    DelegateAwaitedNoLonger,
)
from checkin.domain.code_keys import keys_of
from checkin.domain.delegate import PRINTED, Delegate, Status
from checkin.domain.fact import AboutDelegate
from checkin.domain.facts import (
    ApprovalWithdrawn,
    ArrivalRecorded,
    ArrivalWithdrawn,
    BadgeAssigned,
    BadgeFreed,
    BadgeHandedOver,
    BadgeIssued,
    BadgePrinted,
    BadgeReinstated,
    BadgeVoided,
    DelegateApproved,
    DelegateChanged,
    DelegateMissing,
    DelegateNamed,
    DelegateRegistered,
    DelegateReopened,
    DelegateReplaced,
    DelegateUnnamed,
    DelegateUpdated,
    DelegateWithdrawn,
    Fact,
    HandOverWithdrawn,
    MeetingChanged,
    PhotoChanged,
    RegistrationTakenBack,
)
from checkin.domain.payload import to_text
from checkin.domain.text import words
from checkin.store.connection import Connection, Row
from checkin.store.many_rows import insert
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
# what is printed on a badge: of its holder (1) and of the meeting (2); outdated says which differ
_OTHER_FACE = (
    "UPDATE badge SET outdated = (outdated & 2) | (printed_face <> ?)"
    " WHERE printed_at IS NOT NULL AND delegate_id = ?"
)
_OTHER_HEAD = (
    "UPDATE badge SET outdated = (outdated & 1) | 2 * (printed_head <> ?)"
    " WHERE printed_at IS NOT NULL"
)
_PRINT = (
    "UPDATE badge SET printed_at = ?, outdated = 0, printed_face = ?,"
    " printed_head = (SELECT head FROM meeting) WHERE token = ?"
)
_SET_STATUS = "UPDATE delegate SET status = ?, missing = 0, replaced_by = ? WHERE id = ?"
_SET_PROVISIONAL = "UPDATE delegate SET provisional = ? WHERE id = ?"
_AWAIT = "UPDATE delegate SET awaited_since = ? WHERE id = ?"
_PICTURE = "UPDATE delegate SET photo = ? WHERE id = ?"
_MARK = "UPDATE arrival SET {} WHERE day = ? AND id = ?"
_OF = "AND token IN (SELECT ? UNION SELECT token FROM badge WHERE delegate_id = ?)"
_GIVE = "UPDATE badge SET delegate_id = ? WHERE token = ?"
_HAND_OVER = "UPDATE badge SET handed_over_at = ? WHERE token = ?"
_MISS = "UPDATE delegate SET missing = 1 WHERE id = ?"
_NAME = "UPDATE delegate SET missing = 0, by_hand = 0 WHERE id = ?"
_UNNAME = "UPDATE delegate SET missing = 0, by_hand = 1 WHERE id = ?"
_PUT_WORD = "INSERT OR IGNORE INTO search_key (word, delegate_id) VALUES (?, ?)"
_DROP_WORD = "DELETE FROM search_key WHERE word = ? AND delegate_id = ?"
_PUT_CODE = "INSERT OR IGNORE INTO foreign_code (code, delegate_id) VALUES (?, ?)"


def apply(connection: Connection, fact: Fact, at: int) -> None:
    """What a fact of this instant (ms UTC) does to the folded tables; some do nothing."""
    fold = _FOLDS.get(type(fact))
    if fold:
        fold(connection, fact, at)


def apply_all(connection: Connection, facts: Iterable[Fact], at: int) -> None:
    """`apply` for facts in their order; people and badges that only come are written together."""
    for coming, some in groupby(facts, key=_comes):
        if coming:
            _come(connection, list(some))
        else:
            for fact in some:
                apply(connection, fact, at)


def _comes(fact: Fact) -> bool:
    """Whether a fact is of somebody or of a badge that was not there before."""
    return isinstance(fact, DelegateRegistered | BadgeIssued)


def _come(connection: Connection, facts: Sequence[Fact]) -> None:
    people = [fact.delegate for fact in facts if isinstance(fact, DelegateRegistered)]
    badges = [fact.badge for fact in facts if isinstance(fact, BadgeIssued)]
    _put(connection, people)
    connection.execute_many(_PUT_BADGE, map(badge_row, badges))


def _meeting(connection: Connection, fact: MeetingChanged, _: int) -> None:
    meeting, head = fact.meeting, _head(fact)
    before = connection.all("SELECT head FROM meeting")
    connection.execute("DELETE FROM meeting")
    connection.execute("INSERT INTO meeting VALUES (?, ?, ?)", (meeting.id, to_text(fact), head))
    if before and before[0][0] != head:
        connection.execute(_OTHER_HEAD, (head,))


def _head(fact: MeetingChanged) -> str:
    """A digest of what of a meeting stands on every badge."""
    meeting = fact.meeting
    days = [day.isoformat() for day in meeting.days]
    return _digest([meeting.titles, meeting.place, days, meeting.emblem])


def _face(delegate: Delegate) -> str:
    """A digest of what of a person stands on a badge."""
    return _digest([delegate.text(name) for name in sorted(PRINTED)])


def _digest(values: list[Any]) -> str:
    text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _registered(connection: Connection, fact: DelegateRegistered, _: int) -> None:
    _put(connection, [fact.delegate])


def _put(connection: Connection, people: Sequence[Delegate]) -> None:
    codes = [(key, one.id) for one in people for key in _code_keys(one)]
    connection.execute_many(_PUT_DELEGATE, map(delegate_row, people))
    insert(connection, _PUT_WORD, _by_word(people))
    connection.execute_many(_PUT_CODE, codes)


def _by_word(people: Iterable[Delegate]) -> list[Row]:
    """The search words of some people as rows in the order of their key, as they are kept."""
    holders: dict[str, list[str]] = defaultdict(list)
    for one in people:
        for word in search_words(one):
            holders[word].append(one.id)
    return [(word, holder) for word in sorted(holders) for holder in holders[word]]


def _changed(connection: Connection, fact: DelegateChanged, _: int) -> None:
    _mend(connection, fact, lambda mended: mended | fact.fields.keys())


def _updated(connection: Connection, fact: DelegateUpdated, _: int) -> None:
    _mend(connection, fact, lambda mended: mended - fact.fields.keys() | set(fact.mended))


def _mend(
    connection: Connection,
    fact: DelegateChanged | DelegateUpdated,
    by_hand: Callable[[set[str]], set[str]],
) -> None:
    """Gives somebody new values; a person this file does not have stays unknown."""
    delegate = _delegate(connection, fact.delegate_id)
    if delegate is None:
        return
    connection.execute_many(_DROP_WORD, _by_word([delegate]))
    if "foreign_codes" in fact.fields:
        gone = [(key, delegate.id) for key in _code_keys(delegate)]
        connection.execute_many("DELETE FROM foreign_code WHERE code = ? AND delegate_id = ?", gone)
    mended = tuple(sorted(by_hand(set(delegate.mended))))
    after = replace(delegate.with_fields(fact.fields), mended=mended)
    _put(connection, [after])
    if PRINTED & fact.fields.keys():
        connection.execute(_OTHER_FACE, (_face(after), delegate.id))


def _code_keys(delegate: Delegate) -> list[str]:
    """By what other tools' codes lead to somebody."""
    return [key for code in delegate.foreign_codes for key in keys_of(code)]


def _delegate(connection: Connection, delegate_id: str | None) -> Delegate | None:
    rows = connection.all(f"SELECT {DELEGATE} FROM delegate WHERE id = ?", (delegate_id,))
    return delegate_of(rows[0]) if rows else None


def search_words(delegate: Delegate) -> set[str]:
    """The folded words by which the desk finds somebody: names, delegation, organisation."""
    names = (delegate.family_name, delegate.given_names, delegate.name_in_script)
    others = (delegate.delegation, delegate.organisation)
    return set(chain.from_iterable(map(words, (*names, *others))))


def _set(sql: str, *values: object) -> Callable[[Connection, AboutDelegate, int], None]:
    """One statement with these values, and then the person whom the fact is about."""

    def fold(connection: Connection, fact: AboutDelegate, _: int) -> None:
        connection.execute(sql, (*values, fact.delegate_id))

    return fold


def _replaced(connection: Connection, fact: DelegateReplaced, _: int) -> None:
    connection.execute(_SET_STATUS, (Status.WITHDRAWN.value, fact.by, fact.delegate_id))


def _awaited(connection: Connection, fact: DelegateAwaited, at: int) -> None:
    connection.execute(_AWAIT, (at, fact.delegate_id))


def _pictured(connection: Connection, fact: PhotoChanged, _: int) -> None:
    connection.execute(_PICTURE, (fact.photo, fact.delegate_id))


def _assigned(connection: Connection, fact: BadgeAssigned, _: int) -> None:
    connection.execute(_GIVE, (fact.delegate_id, fact.token))


def _freed(connection: Connection, fact: BadgeFreed, _: int) -> None:
    connection.execute(_GIVE, (None, fact.token))


def _handed_over(connection: Connection, fact: BadgeHandedOver, at: int) -> None:
    connection.execute(_HAND_OVER, (at, fact.token))


def _kept_back(connection: Connection, fact: HandOverWithdrawn, _: int) -> None:
    connection.execute(_HAND_OVER, (None, fact.token))


def _issued(connection: Connection, fact: BadgeIssued, _: int) -> None:
    connection.execute(_PUT_BADGE, badge_row(fact.badge))


def _printed(connection: Connection, fact: BadgePrinted, at: int) -> None:
    holder = _delegate(connection, fact.delegate_id)
    connection.execute(_PRINT, (at, _face(holder) if holder else "", fact.token))


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
    _mark(connection, "withdrawn = 1", fact)


def _seen(connection: Connection, fact: ArrivalSeen, _: int) -> None:
    _mark(connection, "seen = 1", fact)


def _unseen(connection: Connection, fact: ArrivalUnseen, _: int) -> None:
    _mark(connection, "seen = 0", fact)


def _mark(
    connection: Connection, mark: str, fact: ArrivalWithdrawn | ArrivalSeen | ArrivalUnseen
) -> None:
    """By key, under the person's badges; under one that is nobody's by now through the day."""
    day, who = fact.day.isoformat(), fact.delegate_id
    for one in fact.arrivals:
        if not connection.execute(f"{_MARK.format(mark)} {_OF}", (day, one, who, who)).rowcount:
            connection.execute(_MARK.format(mark), (day, one))


_FOLDS: dict[type[Fact], Callable[[Connection, Any, int], None]] = {
    MeetingChanged: _meeting,
    DelegateRegistered: _registered,
    RegistrationTakenBack: _set(_SET_STATUS, Status.TAKEN_BACK.value, None),
    DelegateChanged: _changed,
    DelegateUpdated: _updated,
    DelegateMissing: _set(_MISS),
    DelegateNamed: _set(_NAME),
    DelegateUnnamed: _set(_UNNAME),
    DelegateWithdrawn: _set(_SET_STATUS, Status.WITHDRAWN.value, None),
    DelegateReopened: _set(_SET_STATUS, Status.LISTED.value, None),
    DelegateReplaced: _replaced,
    DelegateApproved: _set(_SET_PROVISIONAL, 0),
    ApprovalWithdrawn: _set(_SET_PROVISIONAL, 1),
    DelegateAwaited: _awaited,
    DelegateAwaitedNoLonger: _set(_AWAIT, None),
    PhotoChanged: _pictured,
    BadgeIssued: _issued,
    BadgePrinted: _printed,
    BadgeVoided: _voided,
    BadgeReinstated: _reinstated,
    BadgeAssigned: _assigned,
    BadgeFreed: _freed,
    BadgeHandedOver: _handed_over,
    HandOverWithdrawn: _kept_back,
    ArrivalRecorded: _arrived,
    ArrivalWithdrawn: _taken_back,
    ArrivalSeen: _seen,
    ArrivalUnseen: _unseen,
}
