"""Which row of a list is certainly about whom: by all it says, by reference, by name.

Each step looks up keys, so that a hundred thousand rows take seconds; whoever is taken by one
row is no longer there for another, so that two people of one name stay two.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from checkin.domain.badge import UNRESOLVED_PREFIX
from checkin.domain.delegate import LISTED, Delegate
from checkin.domain.listing import ListedPerson
from checkin.domain.pace import Pace
from checkin.domain.text import fold, words

Key = tuple[object, ...]
Matched = list[Delegate | None]
_NAMES = ("family_name", "given_names")
_Rows = Sequence[ListedPerson]
_MOST_TRIED = 20  # people of one reference, or of one name, so that a thousand are quick


@dataclass(frozen=True, slots=True)
class Matches:
    """For each row whom it is about, or None, and whether it says anything else of that person;

    `displaced` are the rows whose reference is somebody else's.
    """

    whose: Matched
    otherwise: list[bool]
    displaced: frozenset[int]


def same_people(
    people: _Rows, known: Sequence[Delegate], fields: frozenset[str], pace: Pace
) -> Matches:
    """Whom each row is about."""
    matching = _Matching(people, pace)
    alike = _identical(fields)
    matching.by_key(known, lambda one: alike(one.delegate), alike, _any)
    other = [him is None for him in matching.whose]
    displaced = matching.by_reference(known)

    def fits(one: ListedPerson, him: Delegate) -> bool:
        no_two = not (one.delegate.reference and him.reference)
        return no_two or one.row in displaced

    matching.by_key(known, lambda one: name_key(one.delegate), name_key, fits)
    matching.by_key(known, lambda one: words_key(one.delegate), words_key, fits)
    matching.by_mended(known)
    return Matches(matching.whose, other, displaced)


def name_key(delegate: Delegate) -> Key:
    """The folded name with the delegation."""
    return fold(delegate.name), fold(delegate.delegation)


def words_key(delegate: Delegate) -> Key:
    """The words of the name in whatever order, with the delegation."""
    return fold(delegate.delegation), *sorted(words(delegate.name))


def _identical(fields: frozenset[str]) -> Callable[[Delegate], Key]:
    """All that the list says of somebody."""
    names = [name for name in LISTED if name in fields or name in _NAMES]
    return attrgetter(*names)


def _any(*_: object) -> bool:
    return True


class _Matching:
    """The rows of a list, taking the people of a meeting one by one."""

    def __init__(self, people: _Rows, pace: Pace) -> None:
        self._people, self._over = people, pace.over
        self._taken: set[str] = set()
        self.whose: Matched = [None] * len(people)

    def _take(self, place: int, him: Delegate) -> None:
        self.whose[place] = him
        self._taken.add(him.id)

    def _waiting(self, known: Iterable[Delegate]) -> Iterable[Delegate]:
        return (one for one in known if one.id not in self._taken)

    @property
    def _open(self) -> list[tuple[int, ListedPerson]]:
        return [(n, one) for n, one in enumerate(self._people) if self.whose[n] is None]

    def by_key(
        self,
        known: Iterable[Delegate],
        of_row: Callable[[ListedPerson], Key],
        of_known: Callable[[Delegate], Key],
        fits: Callable[[ListedPerson, Delegate], bool],
    ) -> None:
        """Lets each open row take the first who has its key and fits."""
        rows = self._open
        if not rows:
            return
        index: dict[Key, deque[Delegate]] = defaultdict(deque)
        for him in self._over(self._waiting(known)):
            index[of_known(him)].append(him)
        for place, one in self._over(rows):
            same = index.get(of_row(one), deque())
            first = next((him for him in islice(same, _MOST_TRIED) if fits(one, him)), None)
            if first:
                same.remove(first)
                self._take(place, first)

    def by_reference(self, known: Sequence[Delegate]) -> frozenset[int]:
        """Lets each open row take who has its reference, if it can be the same person.

        The rows whose reference is that of somebody else, who is known by another name.
        """
        index: dict[str, list[Delegate]] = defaultdict(list)
        for him in self._over(known):
            if him.reference:
                index[him.reference].append(him)
        displaced = set()
        for place, one in self._over(self._open):
            holders = index.get(one.delegate.reference, [])[:_MOST_TRIED]
            same = [him for him in holders if may_be_same(one.delegate, him)]
            first = next(iter(self._waiting(same)), None)
            if first:
                self._take(place, first)
            elif holders and not same:
                displaced.add(one.row)
        return frozenset(displaced)

    def by_mended(self, known: Iterable[Delegate]) -> None:
        """A delegation that nobody knows, and that was mended by hand since, says nothing.

        Only where one row and one person are called so.
        """
        rows: dict[Key, list[int]] = defaultdict(list)
        for place, one in self._over(self._open):
            if one.prefix == UNRESOLVED_PREFIX:
                rows[_name_words(one.delegate)].append(place)
        people: dict[Key, list[Delegate]] = defaultdict(list)
        for him in self._over(self._waiting(known)) if rows else ():
            if "delegation" in him.mended:
                people[_name_words(him)].append(him)
        for key, places in rows.items():
            if len(places) == len(people.get(key, ())) == 1:
                self._take(places[0], people[key][0])


def may_be_same(listed: Delegate, known: Delegate) -> bool:
    """Whether a shared reference may be believed: the names have to do with each other.

    One name within the other, or a word of it in the same delegation.
    """
    one, other = set(words(listed.name)), set(words(known.name))
    if one <= other or other <= one:
        return True
    return bool(one & other) and fold(listed.delegation) == fold(known.delegation)


def _name_words(delegate: Delegate) -> Key:
    return tuple(sorted(words(delegate.name)))
