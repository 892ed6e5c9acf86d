"""Reading arrivals: earlier ones of a person, the last ones, all of a day."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from checkin.domain.arrival import MAIN_POINT, Arrival
from checkin.domain.clock import from_ms
from checkin.store.connection import Connection, Row
from checkin.store.rows import ARRIVAL, EACH, arrival_of, each

_STANDING = "point = ? AND direction = 'in' AND withdrawn = 0"
# a person without a badge arrives under his or her own id
_OWN = "SELECT ? UNION SELECT ? UNION SELECT token FROM badge WHERE delegate_id = ?"

_CAME = f"SELECT delegate_id FROM arrival WHERE day = ? AND {_STANDING}"
_HEADS_AND_GONE = (
    "SELECT id, status = 'listed' FROM delegate WHERE status <> 'listed' OR capacity = 'head'"
)


class Arrivals:
    """Every arrival that was recorded; those taken back are kept and marked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, arrival_id: str) -> Arrival | None:
        """One arrival, or None."""
        return self.these((arrival_id,)).get(arrival_id)

    def these(self, ids: Collection[str]) -> dict[str, Arrival]:
        """Those that there are of some arrivals, by id; the table is gone through once."""
        return {one.id: one for one in self._of(f"WHERE id IN {EACH}", (each(ids),))}

    def standing(
        self, day: date, token: str, delegate_id: str | None, point: str = MAIN_POINT
    ) -> tuple[Arrival, ...]:
        """The inward arrivals that stand of a person, by any badge, or of a token alone."""
        found = self._of(
            f"WHERE day = ? AND {_STANDING} AND token IN ({_OWN})",
            (day.isoformat(), point, token, delegate_id, delegate_id),
        )
        return tuple(found)

    def of(
        self, delegate_id: str, days: Sequence[date], point: str = MAIN_POINT
    ) -> tuple[Arrival, ...]:
        """The inward arrivals that stand of a person on some days, by any badge."""
        dates = [day.isoformat() for day in days]
        found = self._of(
            f"WHERE day IN ({', '.join('?' * len(dates))}) AND {_STANDING} AND token IN ({_OWN})",
            (*dates, point, delegate_id, delegate_id, delegate_id),
        )
        return tuple(found)

    def of_people(
        self, ids: Collection[str], day: date, point: str = MAIN_POINT
    ) -> tuple[Arrival, ...]:
        """The inward arrivals that stand of some people on a day, by any badge."""
        tokens = f"SELECT token FROM badge WHERE delegate_id IN {EACH}"
        found = self._of(
            f"WHERE day = ? AND {_STANDING} AND token IN"
            f" ({tokens} UNION SELECT value FROM json_each(?))",
            (day.isoformat(), point, each(ids), each(ids)),
        )
        return tuple(found)

    def last(self, day: date, limit: int, point: str = MAIN_POINT) -> list[Arrival]:
        """The arrivals of a day at a point that were entered last and stand, newest first.

        A desk's ids rise in the order they were entered, whatever its clock did meanwhile.
        """
        return self._of(
            "WHERE day = ? AND point = ? AND withdrawn = 0 ORDER BY id DESC LIMIT ?",
            (day.isoformat(), point, limit),
        )

    def newest_id(self) -> str:
        """The id of the arrival that was entered last of all; empty where there is none."""
        row = self._connection.one("SELECT max(id) FROM arrival")
        return str(row[0]) if row and row[0] else ""

    def any_on(self, day: date) -> bool:
        """Whether an arrival of a day stands, at whatever point."""
        return bool(self._of("WHERE day = ? AND withdrawn = 0 LIMIT 1", (day.isoformat(),)))

    def any_at(self, point: str) -> bool:
        """Whether somebody ever arrived at a point, though it may have been taken back."""
        return bool(self._of("WHERE point = ? LIMIT 1", (point,)))

    def all(self) -> list[Arrival]:
        """Every arrival, those taken back too, in the order of time."""
        return self._of("ORDER BY at, id")

    def firsts(
        self, days: Collection[date], ids: Collection[str] | None = None
    ) -> dict[tuple[str, date], datetime]:
        """When each person first came in at the door on each of the days, by id and day."""
        values = [MAIN_POINT, each([day.isoformat() for day in days])]
        sql = (
            f"SELECT delegate_id, day, min(at) FROM arrival WHERE {_STANDING} AND"
            f" delegate_id IS NOT NULL AND day IN {EACH}"
        )
        if ids is not None:  # days and tokens are the table's own key
            tokens = f"SELECT token FROM badge WHERE delegate_id IN {EACH}"
            sql += f" AND token IN ({tokens} UNION SELECT value FROM json_each(?))"
            values += [each(ids), each(ids)]
        rows = self._connection.values(_first, f"{sql} GROUP BY delegate_id, day", values)
        return dict(rows)

    def arrived(
        self, ids: Collection[str] | None = None, but: Collection[str] = ()
    ) -> frozenset[str]:
        """Everybody, or those of these people, of whom an arrival stands, on whatever day.

        Arrivals of the ids in `but` are passed over.
        """
        came = "SELECT DISTINCT delegate_id FROM arrival WHERE withdrawn = 0"
        if ids is None:
            return frozenset(row[0] for row in self._connection.rows(came))
        sql = f"{came} AND delegate_id IN {EACH} AND id NOT IN {EACH}"
        rows = self._connection.rows(sql, (each(ids), each(but)))
        return frozenset(row[0] for row in rows)

    def count(self) -> int:
        """How many arrivals stand, on all days."""
        row = self._connection.one("SELECT count(*) FROM arrival WHERE withdrawn = 0")
        return int(row[0]) if row else 0

    def people_in(self, day: date) -> tuple[int, int]:
        """How many expected people have an inward arrival at the door that day that stands,

        and how many expected heads of delegation have none; by one look through the day.
        """
        came = {row[0] for row in self._connection.rows(_CAME, (day.isoformat(), MAIN_POINT))}
        gone, heads_missing = {None}, 0
        for delegate, listed in self._connection.rows(_HEADS_AND_GONE):
            if not listed:
                gone.add(delegate)
            elif delegate not in came:
                heads_missing += 1
        return len(came - gone), heads_missing

    def groups_in(self, day: date, point: str) -> dict[str, int]:
        """How many expected people of each working group came to a point on a day."""
        rows = self._connection.rows(
            "SELECT working_group, count(DISTINCT delegate_id) FROM arrival JOIN delegate ON"
            f" delegate.id = delegate_id WHERE day = ? AND {_STANDING} AND status = 'listed'"
            " GROUP BY 1",
            (day.isoformat(), point),
        )
        return {str(row[0]): int(row[1]) for row in rows}

    def _of(self, where: str, values: Sequence[object] = ()) -> list[Arrival]:
        sql = f"SELECT {ARRIVAL} FROM arrival {where}"
        return self._connection.values(arrival_of, sql, values)


def _first(row: Row) -> tuple[tuple[str, date], datetime]:
    whose, day, at = row
    return (whose, date.fromisoformat(day)), from_ms(at)
