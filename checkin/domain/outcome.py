"""What a service hands back: a value, and which things changed, so that views re-read those."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Change:
    """The ids that moved; `everything` when an open view had better start afresh."""

    delegates: frozenset[str] = frozenset()
    badges: frozenset[str] = frozenset()
    arrivals: frozenset[str] = frozenset()
    everything: bool = False


NOTHING = Change()


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """A result and what changed with it."""

    value: Value
    change: Change = NOTHING


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long action is: steps done of how many."""

    done: int
    total: int
