"""Values to and from the rows of the folded tables."""

import json
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from checkin.domain.arrival import Arrival
from checkin.domain.badge import Badge, BadgeKind
from checkin.domain.clock import from_ms, to_ms
from checkin.domain.delegate import Capacity, Delegate, Status
from checkin.store.connection import Row

DELEGATE = (
    "id, family_name, given_names, reference, honorific, name_in_script, function, organisation,"
    " delegation, country, capacity, working_group, seat, languages, email, phone, note,"
    " attention, photo, foreign_codes, status, provisional, missing, by_hand, mended,"
    " replaced_by, awaited_since"
)
BADGE = (
    "token, number, delegate_id, kind, issued_at, printed_at, handed_over_at, voided_at, reason,"
    " outdated, day"
)
ARRIVAL = (
    "id, delegate_id, token, day, at, entered_at, desk, operator, point, direction, how, withdrawn,"
    " seen"
)

EACH = "(SELECT value FROM json_each(?))"

_CAPACITIES = {capacity.value: capacity for capacity in Capacity}
_STATUSES = {status.value: status for status in Status}
_BADGE_KINDS = {kind.value: kind for kind in BadgeKind}


def each(values: Collection[str]) -> str:
    """Any number of texts as the one value that `EACH` stands for."""
    return json.dumps(list(values))


def qualified(columns: str, table: str) -> str:
    """The columns with the table's name before each, for a join."""
    return ", ".join(f"{table}.{name.strip()}" for name in columns.split(","))


def places(columns: str) -> str:
    """As many question marks as columns."""
    return ", ".join("?" * len(columns.split(",")))


def delegate_row(delegate: Delegate) -> Row:
    """A delegate in the order of `DELEGATE`."""
    return (
        *(delegate.id, delegate.family_name, delegate.given_names, delegate.reference),
        *(delegate.honorific, delegate.name_in_script, delegate.function, delegate.organisation),
        *(delegate.delegation, delegate.country, delegate.capacity.value, delegate.working_group),
        *(delegate.seat, _written(delegate.languages), delegate.email, delegate.phone),
        *(delegate.note, delegate.attention, delegate.photo, _written(delegate.foreign_codes)),
        *(delegate.status.value, int(delegate.provisional), int(delegate.missing)),
        *(int(delegate.by_hand), _written(delegate.mended), delegate.replaced_by),
        _ms(delegate.awaited_since),
    )


def delegate_of(row: Row) -> Delegate:
    """The delegate of a row in the order of `DELEGATE`."""
    values = list(row)
    values[10] = _CAPACITIES[values[10]]
    values[13] = _texts(values[13])
    values[19] = _texts(values[19])
    values[20] = _STATUSES[values[20]]
    values[21:24] = map(bool, values[21:24])
    values[24] = _texts(values[24])
    values[26] = _instant(values[26])
    return Delegate(*values)


def _written(texts: tuple[str, ...]) -> str:
    return json.dumps(texts) if texts else "[]"


def _texts(written: str) -> tuple[str, ...]:
    return () if written == "[]" else tuple(json.loads(written))


def badge_row(badge: Badge) -> Row:
    """A badge in the order of `BADGE`."""
    return (
        *(badge.token, badge.number, badge.delegate_id, badge.kind.value, to_ms(badge.issued_at)),
        *(_ms(badge.printed_at), _ms(badge.handed_over_at), _ms(badge.voided_at), badge.reason),
        *(int(badge.outdated), badge.day.isoformat() if badge.day else None),
    )


def badge_of(row: Row) -> Badge:
    """The badge of a row in the order of `BADGE`."""
    values = list(row)
    values[3] = _BADGE_KINDS[row[3]]
    values[4:8] = map(_instant, row[4:8])
    values[9] = bool(row[9])
    values[10] = date.fromisoformat(row[10]) if row[10] else None
    return Badge(*values)


def arrival_row(arrival: Arrival) -> Row:
    """An arrival in the order of `ARRIVAL`."""
    return (
        *(arrival.id, arrival.delegate_id, arrival.token, arrival.day.isoformat()),
        *(to_ms(arrival.at), to_ms(arrival.entered_at), arrival.desk, arrival.operator),
        *(arrival.point, arrival.direction, arrival.how, int(arrival.withdrawn)),
        int(arrival.seen),
    )


def arrival_of(row: Row) -> Arrival:
    """The arrival of a row in the order of `ARRIVAL`."""
    arrival_id, delegate_id, token, day, at, entered_at, desk, operator, *put = row
    return Arrival(
        *(arrival_id, delegate_id, token, date.fromisoformat(day), from_ms(at)),
        *(from_ms(entered_at), desk, operator, *put[:3], *map(bool, put[3:])),
    )


def _ms(instant: datetime | None) -> int | None:
    return None if instant is None else to_ms(instant)


def _instant(ms: Any) -> datetime | None:
    return None if ms is None else from_ms(ms)
