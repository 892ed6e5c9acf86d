"""Reading badges: who holds which, by token and by number."""

from collections.abc import Collection
from dataclasses import dataclass

from checkin.domain.badge import Badge
from checkin.domain.clock import to_ms
from checkin.domain.delegate import Delegate, Status
from checkin.domain.identifier import began_at
from checkin.store.connection import Connection
from checkin.store.rows import BADGE, DELEGATE, EACH, badge_of, delegate_of, each, qualified

_LAST = "\U0010ffff"
_BADGE_COLUMNS = len(BADGE.split(","))
_HELD = (
    f"SELECT {qualified(BADGE, 'badge')}, {qualified(DELEGATE, 'delegate')} FROM badge"
    " LEFT JOIN delegate ON delegate.id = badge.delegate_id"
)
_ON_THE_LIST = "delegate.status IS NOT 'taken_back'"
_STANDING = (
    "SELECT badge.printed_at IS NOT NULL AS printed, badge.outdated <> 0 AS old, count(*)"
    " FROM badge JOIN delegate ON delegate.id = badge.delegate_id"
    " WHERE badge.voided_at IS NULL AND badge.kind <> 'day' AND delegate.status = ?"
    " GROUP BY printed, old"
)

_COLLECTED = (
    "SELECT json_extract(body, '$.collected_by') FROM payload WHERE fact >= ? AND fact < ?"
    " AND body LIKE '{\"collected_by\":%' AND json_extract(body, '$.token') = ?"
    " ORDER BY fact DESC LIMIT 1"
)

_GIVEN = (
    "SELECT count(badge.handed_over_at), count(*) FROM badge JOIN delegate ON delegate.id ="
    " badge.delegate_id WHERE badge.voided_at IS NULL AND badge.kind <> 'day' AND status = ?"
)


@dataclass(frozen=True, slots=True)
class HeldBadge:
    """A badge and its holder; None for a spare that is nobody's yet."""

    badge: Badge
    holder: Delegate | None


class Badges:
    """Every badge that was issued, voided ones too."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def holder(self, token: str) -> HeldBadge | None:
        """The badge of a token with its holder, or None."""
        return self._first("WHERE badge.token = ?", token)

    def by_number(self, number: str) -> HeldBadge | None:
        """The valid badge of whoever holds, or held, this number; else that badge itself."""
        found = self._first("WHERE badge.number = ? ORDER BY voided_at IS NOT NULL", number)
        if found and found.holder and not found.badge.valid:
            return self.valid_of(found.holder.id) or found
        return found

    def valid_of(self, delegate_id: str) -> HeldBadge | None:
        """The newest badge of somebody that is not voided, or None; none for a day only."""
        return self._first(
            "WHERE badge.delegate_id = ? AND voided_at IS NULL AND kind <> 'day'"
            " ORDER BY issued_at DESC",
            delegate_id,
        )

    def numbered(self, begins: str, limit: int) -> list[HeldBadge]:
        """The valid badges of people whose numbers begin so, by number."""
        where = (
            "WHERE number >= ? AND number < ? AND voided_at IS NULL AND delegate.id IS NOT NULL"
            f" AND {_ON_THE_LIST}"
        )
        values = (begins, f"{begins}{_LAST}", limit)
        return self._connection.values(_held, f"{_HELD} {where} ORDER BY number LIMIT ?", values)

    def all(self) -> list[HeldBadge]:
        """Every badge with its holder, by number; none of whom came onto the list by mistake."""
        return self._connection.values(
            _held, f"{_HELD} WHERE {_ON_THE_LIST} ORDER BY number, token"
        )

    def standing(self) -> dict[tuple[bool, bool], int]:
        """How many badges of people who are expected, by (printed, changed since printed)."""
        rows = self._connection.all(_STANDING, (Status.LISTED.value,))
        return {(bool(printed), bool(outdated)): count for printed, outdated, count in rows}

    def handed_over(self) -> tuple[int, int]:
        """How many badges of people who are expected were given out, and how many there are."""
        given, count = self._connection.all(_GIVEN, (Status.LISTED.value,))[0]
        return int(given), int(count)

    def of_people(self, ids: Collection[str] | None = None) -> list[Badge]:
        """Every badge that somebody holds or held; with `ids` only those of these people."""
        sql = f"SELECT {BADGE} FROM badge WHERE delegate_id"
        if ids is None:
            return self._connection.values(badge_of, f"{sql} IS NOT NULL")
        return self._connection.values(badge_of, f"{sql} IN {EACH}", (each(ids),))

    def holders_of(self, tokens: Collection[str]) -> frozenset[str]:
        """The ids of those who hold, or held, these badges."""
        if not tokens:
            return frozenset()
        sql = f"SELECT delegate_id FROM badge WHERE token IN {EACH} AND delegate_id IS NOT NULL"
        return frozenset(row[0] for row in self._connection.rows(sql, (each(tokens),)))

    def collected_by(self, badge: Badge) -> str:
        """Who took a badge for its holder; "" for the holder, or where it was not given out.

        The journal knows: a fact's id begins with the instant at which its badge was given out.
        """
        if badge.handed_over_at is None:
            return ""
        at = to_ms(badge.handed_over_at)
        found = self._connection.one(_COLLECTED, (began_at(at), began_at(at + 2), badge.token))
        return str(found[0] or "") if found else ""

    def numbers(self) -> list[str]:
        """The numbers issued so far."""
        return [row[0] for row in self._connection.all("SELECT number FROM badge")]

    def _first(self, where: str, value: str) -> HeldBadge | None:
        found = self._connection.values(_held, f"{_HELD} {where} LIMIT 1", (value,))
        return found[0] if found else None


def _held(row: tuple[object, ...]) -> HeldBadge:
    badge, holder = row[:_BADGE_COLUMNS], row[_BADGE_COLUMNS:]
    return HeldBadge(badge_of(badge), delegate_of(holder) if holder[0] else None)
