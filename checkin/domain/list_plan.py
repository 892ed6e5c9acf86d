"""Which people of a list are new to a meeting; nobody is taken for somebody else twice."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from checkin.domain.delegate import Delegate, Status
from checkin.domain.listing import ListedPerson
from checkin.domain.text import fold

Fits = Callable[[Delegate], bool]


@dataclass(frozen=True, slots=True)
class ListPlan:
    """What applying a list would do: who is added, how many are known, how many are not on it."""

    new: tuple[ListedPerson, ...]
    unchanged: int
    missing: int


def plan(people: Sequence[ListedPerson], known: Iterable[Delegate]) -> ListPlan:
    """The people not there yet: by reference; without one by folded name and delegation.

    Somebody known stands for one row only, so that a name that occurs twice stays two people.
    """
    waiting = _Known(known)
    referred = [waiting.take_by_reference(one.delegate) for one in people]  # before any name
    new = tuple(
        one
        for one, taken in zip(people, referred, strict=True)
        if not taken and not waiting.take_by_name(one.delegate)
    )
    return ListPlan(new, len(people) - len(new), waiting.missing)


class _Known:
    """The people of a meeting, taken one by one by the rows of a list."""

    def __init__(self, known: Iterable[Delegate]) -> None:
        self._by_key: dict[tuple[str, ...], list[Delegate]] = defaultdict(list)
        self._taken: set[str] = set()
        self._listed: set[str] = set()
        for delegate in known:
            if delegate.status is Status.LISTED:
                self._listed.add(delegate.id)
            self._by_key[_name_key(delegate)].append(delegate)
            if delegate.reference:
                self._by_key[(delegate.reference,)].append(delegate)

    def take_by_reference(self, listed: Delegate) -> bool:
        """Whether somebody known has this person's reference; he or she is then taken."""
        return bool(listed.reference) and self._take((listed.reference,), lambda _: True)

    def take_by_name(self, listed: Delegate) -> bool:
        """Whether somebody known, of no other reference, is this person; then taken."""
        return self._take(
            _name_key(listed), lambda known: not (listed.reference and known.reference)
        )

    def _take(self, key: tuple[str, ...], fits: Fits) -> bool:
        for known in self._by_key.get(key, ()):
            if known.id not in self._taken and fits(known):
                self._taken.add(known.id)
                return True
        return False

    @property
    def missing(self) -> int:
        """How many expected people no row of the list is about."""
        return len(self._listed - self._taken)


def _name_key(delegate: Delegate) -> tuple[str, ...]:
    return fold(delegate.name), fold(delegate.delegation)
