"""Bars of arrivals by quarter-hour as plain shapes, which paper and screen both paint.

The measure is the caller's (points, pixels); x grows to the right, y downwards from the top.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.attendance import Quarter

_FIGURE = 0.6  # width of a figure of our fonts, in sizes
_COUNT_ROOM = 1.4  # from the bar's top up to the top of its number, in sizes
_LABEL_ROOM = 1.5  # from the axis down to the foot of the times, in sizes
_LEAST_SLOTS = 8  # so that one lonely quarter-hour is a bar and not a wall
_GAP = 0.2  # of a slot, between two bars
_EVERY = (1, 2, 4, 8, 16, 24, 48)  # quarter-hours from one written time to the next


class Role(StrEnum):
    """What a shape stands for; the painter gives it its colour and weight."""

    BAR = "bar"
    COUNT = "count"
    TIME = "time"
    AXIS = "axis"


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float
    role: Role


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text centred on `x` that stands on the baseline `y`."""

    x: float
    y: float
    text: str
    size: float
    role: Role


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: Role


Shape = Rect | Text | Line


@dataclass(frozen=True, slots=True)
class Box:
    """The room a chart has, the size of its texts, and whether time runs from right to left."""

    width: float
    height: float
    size: float
    mirrored: bool = False


def bars(quarters: Sequence[Quarter], box: Box) -> tuple[Shape, ...]:
    """One bar for each quarter-hour with its number on it, times under the axis.

    Numbers and times that would touch a neighbour are left out, the highest bar's number
    never. No quarters, no shapes.
    """
    if not quarters:
        return ()
    axis = Line(0, _base(box), box.width, _base(box), Role.AXIS)
    drawn = [*_bars(quarters, box), *_numbers(quarters, box), *_times(quarters, box)]
    return (*drawn, axis)


def _base(box: Box) -> float:
    return box.height - _LABEL_ROOM * box.size


def _slot(quarters: Sequence[Quarter], box: Box) -> float:
    return box.width / max(len(quarters), _LEAST_SLOTS)


def _middles(quarters: Sequence[Quarter], box: Box) -> list[float]:
    """Where each quarter-hour stands, the whole in the middle of the box."""
    slot = _slot(quarters, box)
    start = (box.width - slot * len(quarters)) / 2
    middles = [start + (index + 0.5) * slot for index in range(len(quarters))]
    return [box.width - middle for middle in middles] if box.mirrored else middles


def _tops(quarters: Sequence[Quarter], box: Box) -> list[float]:
    base = _base(box)
    peak = max(1, *(quarter.count for quarter in quarters))
    tall = (base - _COUNT_ROOM * box.size) / peak
    return [base - quarter.count * tall for quarter in quarters]


def _bars(quarters: Sequence[Quarter], box: Box) -> Iterator[Shape]:
    width = _slot(quarters, box) * (1 - _GAP)
    for middle, top in zip(_middles(quarters, box), _tops(quarters, box), strict=True):
        if top < _base(box):
            yield Rect(middle - width / 2, top, width, _base(box) - top, Role.BAR)


def _numbers(quarters: Sequence[Quarter], box: Box) -> Iterator[Shape]:
    """The highest bars first, so that where there is no room for all the peaks are told."""
    places = zip(quarters, _middles(quarters, box), _tops(quarters, box), strict=True)
    taken: list[tuple[float, float]] = []
    for quarter, middle, top in sorted(places, key=lambda place: place[2]):
        half = (len(str(quarter.count)) + 0.6) * _FIGURE * box.size / 2
        if quarter.count and all(abs(middle - x) >= half + other for x, other in taken):
            taken.append((middle, half))
            yield Text(middle, top - 0.35 * box.size, str(quarter.count), box.size, Role.COUNT)


def _times(quarters: Sequence[Quarter], box: Box) -> Iterator[Shape]:
    """As many times as fit, on round hours where not all do."""
    size = 0.9 * box.size
    room = 5.6 * _FIGURE * size
    every = next((step for step in _EVERY if step * _slot(quarters, box) >= room), 96)
    for quarter, middle in zip(quarters, _middles(quarters, box), strict=True):
        if (quarter.start.hour * 4 + quarter.start.minute // 15) % every == 0:
            text = f"{quarter.start:%H:%M}"
            yield Text(middle, _base(box) + 1.3 * box.size, text, size, Role.TIME)
