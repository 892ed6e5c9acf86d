"""Sheets of paper with places for badges: plain shapes in millimetres, drawn elsewhere.

Distances are measured from the top edge and the left edge of the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from checkin.domain.refused import Refused

Badge = TypeVar("Badge")


@dataclass(frozen=True, slots=True)
class Cell:
    """The corner of one place; its size is that of the badge."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """One thin line that shows where to cut."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, its places in the order they are filled, and its cutting marks."""

    width: float
    height: float
    cells: tuple[Cell, ...]
    ticks: tuple[Tick, ...] = ()

    def pages(self, badges: int, start: int = 1) -> int:
        """How many pages `badges` take when the first stands at the place `start` (from 1)."""
        return -(-(self._skipped(start) + badges) // len(self.cells)) if badges else 0

    def filled(self, badges: Sequence[Badge], start: int = 1) -> Iterator[list[tuple[Badge, Cell]]]:
        """The badges of each page with their places; raises Refused `start_outside`."""
        first, size = self._skipped(start), len(self.cells)
        for page in range(self.pages(len(badges), start)):
            begin = page * size - first
            taken = range(max(begin, 0), min(begin + size, len(badges)))
            yield [(badges[one], self.cells[one - begin]) for one in taken]

    def _skipped(self, start: int) -> int:
        if not 1 <= start <= len(self.cells):
            raise Refused("start_outside", cells=len(self.cells), start=start)
        return start - 1


def single(width: float, height: float) -> Sheet:
    """A page that is one badge, without marks."""
    return Sheet(width, height, (Cell(0, 0),))


def _a4_4() -> Sheet:
    """Four A6 on A4, half a millimetre spare at top and bottom.

    Ticks on the two cuts through the middle reach past the margin that office printers
    leave white, and the cross stands where no printer leaves anything out.
    """
    left, middle, right = 0.0, 105.0, 210.0
    top, centre, bottom = 0.5, 148.5, 296.5
    cells = tuple(Cell(x, y) for y in (top, centre) for x in (left, middle))
    ticks = (
        Tick(middle - 4, centre, middle + 4, centre),
        Tick(middle, centre - 4, middle, centre + 4),
        Tick(middle, 0, middle, 8),
        Tick(middle, 289, middle, 297),
        *(Tick(0, y, long, y) for y, long in ((top, 5), (centre, 8), (bottom, 5))),
        *(Tick(right - long, y, right, y) for y, long in ((top, 5), (centre, 8), (bottom, 5))),
    )
    return Sheet(right, 297, cells, ticks)


A4_4 = _a4_4()
BY_NAME = {"a4-4": A4_4}


def places_on(sheet: str) -> int:
    """How many badges a sheet of that name takes; "" is one badge a page."""
    return len(BY_NAME[sheet].cells) if sheet else 1
