"""Sorting and choosing among rows, in one pass over an order that is worked out once.

What is compared (folded words, sort keys, choices) is worked out when it is first asked for, and
for rows that changed only.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from checkin.domain.badge import begun_number, typed_number
from checkin.domain.roll import RollRow
from checkin.domain.text import fold, words
from checkin.gui.delegates.columns import Column, SortKey, day_key, name_key

ARRIVED, MISSING, NEITHER = "arrived", "missing", ""
LISTED, PROVISIONAL, WITHDRAWN = "listed", "provisional", "withdrawn"
FORGOTTEN = "forgotten"  # the last list does not name the person
DELEGATION, CAPACITY, BADGE, STATUS = "delegation", "capacity", "badge", "status"
AWAITED = "awaited"  # whose arrival is announced to the organisers
Facet = Callable[[RollRow], str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows: the words that were typed, and the chosen values by facet."""

    text: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def everybody(self) -> bool:
        """Whether nothing narrows."""
        return not words(self.text) and not any(self.chosen.values())


EVERYBODY = Wanted()


def facets_of(days: int) -> dict[str, Facet]:
    """What can be chosen from, by key, for so many meeting days."""
    found: dict[str, Facet] = {
        DELEGATION: lambda row: row.delegation.name,
        CAPACITY: lambda row: row.delegate.capacity.value,
    }
    found.update({day_key(place): _day(place) for place in range(days)})
    return {**found, BADGE: lambda row: row.badge.value, STATUS: _status, AWAITED: _awaited}


def _day(place: int) -> Facet:
    def of(row: RollRow) -> str:
        if row.arrivals[place]:
            return ARRIVED
        return NEITHER if row.withdrawn else MISSING

    return of


def _awaited(row: RollRow) -> str:
    return AWAITED if row.delegate.awaited_since else NEITHER


def _status(row: RollRow) -> str:
    if row.withdrawn:
        return WITHDRAWN
    if row.delegate.provisional:
        return PROVISIONAL
    return FORGOTTEN if row.delegate.missing else LISTED


def _hay(row: RollRow) -> str:
    """The folded words of a row, a blank before each, so that beginnings are found."""
    one = row.delegate
    texts = (
        *(one.family_name, one.given_names, one.name_in_script, one.function, one.organisation),
        *(row.delegation.name, row.delegation.code, row.number, one.reference),
    )
    return f" {' '.join(fold(text) for text in texts if text)}".replace("'", "")


class Sieve:
    """All rows, which never change themselves; indexes into them are what it answers with."""

    def __init__(self, rows: Iterable[RollRow], columns: Sequence[Column], days: int) -> None:
        self.rows = tuple(rows)
        self._sorts: dict[str, Callable[[RollRow], SortKey]] = {c.key: c.sort for c in columns}
        self._facets = facets_of(days)
        self._places = {row.id: place for place, row in enumerate(self.rows)}
        self._hays: list[str] = []
        self._keys: dict[str, list[SortKey]] = {}
        self._values: dict[str, list[str]] = {}
        self._orders: dict[tuple[str, bool], list[int]] = {}
        self._numbers: dict[str, set[int]] = {}

    def place_of(self, delegate_id: str) -> int:
        """Where somebody's row is, or -1."""
        return self._places.get(delegate_id, -1)

    def put(self, rows: Iterable[RollRow]) -> None:
        """Takes rows in place of those of the same people; new people come at the end."""
        after = list(self.rows)
        for row in rows:
            place = self._places.setdefault(row.id, len(after))
            after[place : place + 1] = [row]
            self._mend(place, row)
        self.rows = tuple(after)
        self._orders.clear()
        self._numbers.clear()

    def _mend(self, place: int, row: RollRow) -> None:
        if self._hays:
            self._hays[place : place + 1] = [_hay(row)]
        for key, keys in self._keys.items():
            keys[place : place + 1] = [self._sorts[key](row)]
        for key, values in self._values.items():
            values[place : place + 1] = [self._facets[key](row)]

    def sift(self, column: str, descending: bool, wanted: Wanted) -> list[int]:
        """The wanted rows, sorted by a column, then by name."""
        order = self._order(column, descending)
        kept = self._kept(wanted)
        if len(kept) == len(order):
            return order
        flags = bytearray(len(order))
        for place in kept:
            flags[place] = 1
        return [place for place in order if flags[place]]

    def counts(self, facet: str, wanted: Wanted) -> Counter[str]:
        """How many rows have each value of a facet, as far as everything else is wanted."""
        others = {key: values for key, values in wanted.chosen.items() if key != facet}
        values = self._values_of(facet)
        return Counter(values[place] for place in self._kept(Wanted(wanted.text, others)))

    def _kept(self, wanted: Wanted) -> Sequence[int]:
        """The wanted rows as they lie in memory, which is how they are read fastest."""
        places: Sequence[int] = range(len(self.rows))
        for facet, chosen in wanted.chosen.items():
            if chosen and facet in self._facets:
                values = self._values_of(facet)
                places = [place for place in places if values[place] in chosen]
        needles = [f" {word}" for word in words(wanted.text)]
        if not needles:
            return places
        holders = self._holders_of(wanted.text)
        if holders:
            return sorted(holders.intersection(places))
        hays, found = self._hays_of(), places
        for needle in needles:
            found = [place for place in found if needle in hays[place]]
        return found

    def _holders_of(self, text: str) -> frozenset[int]:
        """Where those stand who hold the badge number that was typed, else one that begins so."""
        number, begun = typed_number(text), begun_number(text)
        if not number:
            return frozenset()
        if not self._numbers:
            for place, row in enumerate(self.rows):
                self._numbers.setdefault(row.number, set()).add(place)
        exact = self._numbers.get(number)
        near = (held for one, held in self._numbers.items() if one.startswith(begun))
        return frozenset(exact if exact else chain.from_iterable(near))

    def _order(self, column: str, descending: bool) -> list[int]:
        asked = (column, descending)
        if asked not in self._orders:
            keys = self._keys_of(column)
            self._orders[asked] = sorted(self._by_name(), key=keys.__getitem__, reverse=descending)
        return self._orders[asked]

    def _by_name(self) -> list[int]:
        asked = ("", False)
        if asked not in self._orders:
            names = self._keys_of("name")
            self._orders[asked] = sorted(range(len(self.rows)), key=names.__getitem__)
        return self._orders[asked]

    def _keys_of(self, column: str) -> list[SortKey]:
        if column not in self._keys:
            sort = self._sorts.get(column, name_key)
            self._keys[column] = [sort(row) for row in self.rows]
        return self._keys[column]

    def _values_of(self, facet: str) -> list[str]:
        if facet not in self._values:
            of = self._facets[facet]
            self._values[facet] = [of(row) for row in self.rows]
        return self._values[facet]

    def _hays_of(self) -> list[str]:
        if not self._hays:
            self._hays = [_hay(row) for row in self.rows]
        return self._hays
