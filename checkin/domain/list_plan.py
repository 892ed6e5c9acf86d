"""Which people of a list are new to a meeting; nobody is taken for somebody else twice."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from checkin.domain.delegate import Delegate, Status
from checkin.domain.listing import ListedPerson, RowProblem
from checkin.domain.text import fold, words

Fits = Callable[[Delegate], bool]


@dataclass(frozen=True, slots=True)
class ListPlan:
    """What applying a list would do: who is added, how many are known, how many are not on it.

    `warnings` name rows that may be somebody known under another name or reference.
    """

    new: tuple[ListedPerson, ...]
    unchanged: int
    missing: int
    warnings: tuple[RowProblem, ...] = field(default=(), compare=False)


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
    others = zip(people, referred, strict=True)
    warnings = (
        *(_other(one, taken) for one, taken in others if taken and _differs(one.delegate, taken)),
        *(_alike(one, like) for one in new if (like := waiting.like(one.delegate))),
    )
    return ListPlan(new, len(people) - len(new), waiting.missing, warnings)


def _differs(listed: Delegate, known: Delegate) -> bool:
    """Whether nothing of name and delegation is the same: somebody else with that reference."""
    same_words = set(words(listed.name)) & set(words(known.name))
    return not same_words or (
        _words_key(listed) != _words_key(known)
        and fold(listed.delegation) != fold(known.delegation)
    )


def _other(one: ListedPerson, known: Delegate) -> RowProblem:
    facts = {"text": one.delegate.reference, "name": known.name}
    return RowProblem(one.row, "", "reference_of_another", facts)


def _alike(one: ListedPerson, known: Delegate) -> RowProblem:
    return RowProblem(one.row, "", "looks_like_known", {"name": known.name})


class _Known:
    """The people of a meeting, taken one by one by the rows of a list."""

    def __init__(self, known: Iterable[Delegate]) -> None:
        self._by_key: dict[tuple[str, ...], deque[Delegate]] = defaultdict(deque)
        self._by_words: dict[tuple[str, ...], Delegate] = {}
        self._taken: set[str] = set()
        self._listed: set[str] = set()
        for delegate in known:
            if delegate.status is Status.LISTED:
                self._listed.add(delegate.id)
            self._by_key[_name_key(delegate)].append(delegate)
            self._by_words.setdefault(_words_key(delegate), delegate)
            if delegate.reference:
                self._by_key[(delegate.reference,)].append(delegate)

    def take_by_reference(self, listed: Delegate) -> Delegate | None:
        """Who of the known has this person's reference; he or she is then taken."""
        return self._take((listed.reference,), lambda _: True) if listed.reference else None

    def take_by_name(self, listed: Delegate) -> Delegate | None:
        """Who of the known, of no other reference, is this person; then taken."""
        return self._take(
            _name_key(listed), lambda known: not (listed.reference and known.reference)
        )

    def like(self, listed: Delegate) -> Delegate | None:
        """Somebody known of the same delegation whose name has the same words."""
        return self._by_words.get(_words_key(listed))

    def _take(self, key: tuple[str, ...], fits: Fits) -> Delegate | None:
        waiting = self._by_key.get(key, deque())
        while waiting and waiting[0].id in self._taken:  # so that a thousand of one name are quick
            waiting.popleft()
        for known in waiting:
            if known.id not in self._taken and fits(known):
                self._taken.add(known.id)
                return known
        return None

    @property
    def missing(self) -> int:
        """How many expected people no row of the list is about."""
        return len(self._listed - self._taken)


def _words_key(delegate: Delegate) -> tuple[str, ...]:
    return fold(delegate.delegation), *sorted(words(delegate.name))


def _name_key(delegate: Delegate) -> tuple[str, ...]:
    return fold(delegate.name), fold(delegate.delegation)
