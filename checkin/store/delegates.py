"""Reading delegates, and finding them by the beginnings of their words."""

from checkin.domain.delegate import Delegate
from checkin.domain.text import words
from checkin.store.connection import Connection
from checkin.store.rows import DELEGATE, delegate_of, qualified

_LAST = "\U0010ffff"


class Delegates:
    """Everybody on the list, by key, whole, or by what was typed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, delegate_id: str) -> Delegate | None:
        """One delegate, or None."""
        row = self._connection.one(f"SELECT {DELEGATE} FROM delegate WHERE id = ?", (delegate_id,))
        return delegate_of(row) if row else None

    def all(self) -> list[Delegate]:
        """Everybody, withdrawn ones too, in the order they came onto the list."""
        rows = self._connection.all(f"SELECT {DELEGATE} FROM delegate ORDER BY id")
        return [delegate_of(row) for row in rows]

    def count(self) -> int:
        """How many are on the list."""
        row = self._connection.one("SELECT count(*) FROM delegate")
        return int(row[0]) if row else 0

    def expected(self) -> int:
        """How many are on the list and not withdrawn."""
        row = self._connection.one("SELECT count(*) FROM delegate WHERE status = 'listed'")
        return int(row[0]) if row else 0

    def by_foreign_code(self, code: str) -> tuple[Delegate, ...]:
        """Who holds another tool's code."""
        rows = self._connection.all(
            f"SELECT {qualified(DELEGATE, 'delegate')} FROM foreign_code"
            " JOIN delegate ON delegate.id = delegate_id WHERE code = ? ORDER BY delegate.id",
            (code,),
        )
        return tuple(map(delegate_of, rows))

    def with_words(self, text: str) -> list[Delegate]:
        """Everybody one of whose words begins with each word of the text, in any order."""
        typed = words(text)
        if not typed:
            return []
        begins = "SELECT delegate_id FROM search_key WHERE word >= ? AND word < ?"
        found = " INTERSECT ".join([begins] * len(typed))
        rows = self._connection.all(
            f"SELECT {DELEGATE} FROM delegate WHERE id IN ({found})"
            " ORDER BY family_name, given_names, id",
            [bound for word in typed for bound in (word, word + _LAST)],
        )
        return [delegate_of(row) for row in rows]
