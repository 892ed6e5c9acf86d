"""What a service hands back: a value, and which things changed, so that views re-read those."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from checkin.domain.facts import Fact

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Change:
    """The ids that moved; `everything` when an open view had better start afresh."""

    delegates: frozenset[str] = frozenset()
    badges: frozenset[str] = frozenset()
    arrivals: frozenset[str] = frozenset()
    everything: bool = False

    def __or__(self, other: "Change") -> "Change":
        """Both changes as one."""
        return Change(
            self.delegates | other.delegates,
            self.badges | other.badges,
            self.arrivals | other.arrivals,
            self.everything or other.everything,
        )


NOTHING = Change()


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """A result, what changed with it, and the facts that take it back where it can be."""

    value: Value
    change: Change = NOTHING
    undo: "tuple[Fact, ...]" = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long action is: steps done of how many."""

    done: int
    total: int


def done_at_once(steps: Generator[object, None, Value]) -> Value:
    """What an action in steps comes to, for who need not breathe between them."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
