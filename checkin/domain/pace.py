"""How far a long calculation is, told now and then to somebody who may end it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Told = Callable[[int, int], object]
"""Hears how many steps are done, of at most how many; raises to end what it hears of."""
_BREATH = 200


class Pace:
    """Counts the steps of a calculation over all its loops."""

    def __init__(self, told: Told, most: int) -> None:
        self._told, self._most, self._done = told, most, 0

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """The same items, taken a few hundred at a time; before each of these it is told."""
        left = iter(items)
        while part := list(islice(left, _BREATH)):
            self._told(self._done, self._most)
            self._done += len(part)
            yield from part
