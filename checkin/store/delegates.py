"""Reading delegates, and finding them by the beginnings of their words."""

from collections.abc import Collection, Iterator, Sequence

from checkin.domain.delegate import Delegate
from checkin.domain.text import words
from checkin.store.connection import Connection
from checkin.store.rows import DELEGATE, EACH, delegate_of, each

_LAST = "\U0010ffff"
# whoever came onto the list by mistake is in no list
_PEOPLE = f"SELECT {DELEGATE} FROM delegate WHERE status <> 'taken_back'"


class Delegates:
    """Everybody on the list, by key, whole, or by what was typed.

    Whose registration was taken back is known by `get` alone.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, delegate_id: str) -> Delegate | None:
        """One delegate, or None; whose registration was taken back too."""
        sql = f"SELECT {DELEGATE} FROM delegate WHERE id = ?"
        found = self._connection.values(delegate_of, sql, (delegate_id,))
        return found[0] if found else None

    def all(self) -> list[Delegate]:
        """Everybody, withdrawn ones too, in the order they came onto the list."""
        return self._of("ORDER BY id")

    def in_parts(self, size: int) -> Iterator[list[Delegate]]:
        """The same, so many at a time; whoever takes the parts may do other things between."""
        last = ""
        while part := self._of("AND id > ? ORDER BY id LIMIT ?", (last, size)):
            yield part
            last = part[-1].id

    def of(self, ids: Collection[str]) -> list[Delegate]:
        """The delegates of these ids, in the order they came onto the list."""
        return self._of(f"AND id IN {EACH} ORDER BY id", (each(ids),))

    def awaited(self) -> list[Delegate]:
        """Whose arrival organisers want to be told of, in the order they came onto the list."""
        return self._of("AND awaited_since IS NOT NULL ORDER BY id")

    def heads(self) -> list[Delegate]:
        """The heads of delegation who are expected, in the order they came onto the list."""
        return self._of("AND status = 'listed' AND capacity = 'head' ORDER BY id")

    def expected(self) -> int:
        """How many are on the list and not withdrawn."""
        row = self._connection.one("SELECT count(*) FROM delegate WHERE status = 'listed'")
        return int(row[0]) if row else 0

    def groups(self) -> dict[str, int]:
        """How many of the same are of each working group, as it is written; "" of none."""
        sql = "SELECT working_group, count(*) FROM delegate WHERE status = 'listed' GROUP BY 1"
        return {str(row[0]): int(row[1]) for row in self._connection.rows(sql)}

    def fewer_than(self, count: int) -> bool:
        """Whether there are fewer people, withdrawn ones too."""
        sql = "SELECT 1 FROM delegate WHERE status <> 'taken_back' LIMIT 1 OFFSET ?"
        return self._connection.one(sql, (count - 1,)) is None

    def by_foreign_codes(self, keys: Sequence[str]) -> tuple[Delegate, ...]:
        """Who holds another tool's code that any of these keys leads to."""
        holders = f"SELECT delegate_id FROM foreign_code WHERE code IN {EACH}"
        return tuple(self._of(f"AND id IN ({holders}) ORDER BY id", (each(keys),)))

    def with_words(self, text: str) -> list[Delegate]:
        """Everybody one of whose words begins with each word of the text, in any order."""
        typed = words(text)
        if not typed:
            return []
        begins = "SELECT delegate_id FROM search_key WHERE word >= ? AND word < ?"
        found = " INTERSECT ".join([begins] * len(typed))
        bounds = [bound for word in typed for bound in (word, word + _LAST)]
        return self._of(f"AND id IN ({found}) ORDER BY family_name, given_names, id", bounds)

    def _of(self, rest: str, values: Sequence[str | int] = ()) -> list[Delegate]:
        return self._connection.values(delegate_of, f"{_PEOPLE} {rest}", values)
