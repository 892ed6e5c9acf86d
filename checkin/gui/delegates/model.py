"""The table's model: the rows that are wanted, in the order that is wanted; read-only."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from checkin.domain.roll import RollRow
from checkin.gui.delegates.cells import CellWords, cell_of
from checkin.gui.delegates.columns import NAME, Column
from checkin.gui.delegates.sieve import EVERYBODY, Sieve, Wanted
from checkin.gui.kit.rows import NOWHERE, Index

_TEXT = (
    *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole),
    *(int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)),
)


class DelegatesModel(QAbstractTableModel):
    """Rows never change in it; `show` and `put` bring others."""

    def __init__(self, words: CellWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.columns: Sequence[Column] = ()
        self._sieve = Sieve((), (), 0)
        self._shown: list[int] = []
        self.wanted = EVERYBODY
        self.sorted_by, self.descending = NAME, False

    def show(self, rows: Iterable[RollRow], columns: Sequence[Column]) -> None:
        """Takes all rows anew."""
        sieve = Sieve(rows, columns, sum(column.day >= 0 for column in columns))
        shown = sieve.sift(self.sorted_by, self.descending, self.wanted)
        self.beginResetModel()  # nothing may go wrong before its end
        self.columns, self._sieve, self._shown = columns, sieve, shown
        self.endResetModel()

    def put(self, rows: Iterable[RollRow]) -> None:
        """Takes some rows in place of those of the same people, and new people."""
        self._sieve.put(rows)
        if not self._sift() and self._shown:
            last = self.index(len(self._shown) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def drop(self, ids: Collection[str]) -> None:
        """Lets go of the rows of people who are in no list any longer."""
        left = [row for row in self.rows if row.id not in ids]
        if len(left) < len(self.rows):
            self.show(left, self.columns)

    def want_next(self, wanted: Wanted) -> None:
        """Takes what is wanted of the rows that `show` brings next."""
        self.wanted = wanted

    def want(self, wanted: Wanted) -> None:
        """Shows the rows that are wanted."""
        self.wanted = wanted
        self._sift()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column."""
        if 0 <= column < len(self.columns):
            self.sorted_by = self.columns[column].key
            self.descending = order is Qt.SortOrder.DescendingOrder
            self._sift()

    def _sift(self) -> bool:
        """Works out anew what is shown; whether it is something else."""
        sifted = self._sifted()
        if sifted == self._shown:
            return False
        self.beginResetModel()
        self._shown = sifted
        self.endResetModel()
        return True

    def _sifted(self) -> list[int]:
        return self._sieve.sift(self.sorted_by, self.descending, self.wanted)

    @property
    def rows(self) -> tuple[RollRow, ...]:
        """All rows, wanted or not."""
        return self._sieve.rows

    def counts(self, facet: str) -> Counter[str]:
        """How many rows there are of each value of a facet, as far as the rest is wanted."""
        return self._sieve.counts(facet, self.wanted)

    def row_at(self, line: int) -> RollRow | None:
        """What stands on a line of the table."""
        if 0 <= line < len(self._shown):
            return self._sieve.rows[self._shown[line]]
        return None

    def row_of(self, delegate_id: str) -> RollRow | None:
        """Somebody's row, shown or not."""
        place = self._sieve.place_of(delegate_id)
        return self._sieve.rows[place] if place >= 0 else None

    def line_of(self, delegate_id: str) -> int:
        """On which line somebody stands, or -1."""
        place = self._sieve.place_of(delegate_id)
        return self._shown.index(place) if place in self._shown else -1

    def place_of_column(self, key: str) -> int:
        """Where a column stands, or -1."""
        return next((place for place, one in enumerate(self.columns) if one.key == key), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, for those who hear the page; it is painted from the row itself."""
        if role not in _TEXT or not index.isValid():
            return None
        row = self.row_at(index.row())
        return cell_of(row, self.columns[index.column()], self._words).text if row else None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The name of a column."""
        if way is Qt.Orientation.Horizontal and role in _TEXT and section < len(self.columns):
            return self.columns[section].title
        return None
