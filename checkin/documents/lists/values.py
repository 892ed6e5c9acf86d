"""The values of a list's columns, some of each."""

from collections.abc import Sequence

from checkin.documents.lists.contents import Test, share
from checkin.documents.lists.lines import letter_of
from checkin.documents.lists.tables import Row
from checkin.domain.text import clean

_LOOKED_AT = 200  # rows, from all over the list
_PLACEHOLDERS = frozenset(("", "-", "–", "—", "NA", "N/A", "n/a", "#N/A"))


class Values:
    """What stands in each column, in some rows from all over the list."""

    def __init__(self, header: Sequence[str], rows: Sequence[Row]) -> None:
        self.header = header
        self._rows = rows[:: max(1, len(rows) // _LOOKED_AT)]
        self._known: dict[int, list[str]] = {}

    @property
    def headerless(self) -> bool:
        """Whether letters stand for the headers that there are not."""
        return all(text == letter_of(at) for at, text in enumerate(self.header))

    def of(self, at: int) -> list[str]:
        """The values of a column that say anything, cleaned."""
        if at not in self._known:
            texts = (clean(row.cells[at][:400]) for row in self._rows if at < len(row.cells))
            self._known[at] = [text for text in texts if text not in _PLACEHOLDERS]
        return self._known[at]

    def share(self, at: int, is_it: Test) -> float:
        """How many of a column's values are of a kind, from 0 to 1."""
        return share(self.of(at), is_it)

    def varied(self, at: int) -> float:
        """How many of a column's values are different from all others."""
        values = self.of(at)
        return len(set(values)) / len(values) if values else 0.0
