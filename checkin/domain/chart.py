"""Bars of arrivals as plain shapes, which paper and screen both paint.

The measure is the caller's (points, pixels); x grows to the right, y downwards from the top.
Paper shows bars alone; a screen adds a scale at the leading edge and the line of this moment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from checkin.domain.attendance import Quarter

_FIGURE = 0.6  # width of a figure of our fonts, in sizes
_COUNT_ROOM = 1.4  # from the bar's top up to the top of its number, in sizes
_LABEL_ROOM = 1.5  # from the axis down to the foot of the labels, in sizes
_LEAST_SLOTS = 8  # so that one lonely quarter-hour is a bar and not a wall
_GAP = 0.2  # of a slot, between two bars
_EVERY = (1, 2, 4, 8, 16, 24, 48)  # columns from one written label to the next
_MOST_LINES = 5  # of a scale
_LINE_ROOM = 1.8  # the least distance of two lines of a scale, in sizes
_CALM = 8  # quarter-hours without anybody, up to this moment, that are still drawn


class Role(StrEnum):
    """What a shape stands for; the painter gives it its colour and weight."""

    BAR = "bar"
    COUNT = "count"
    TIME = "time"
    AXIS = "axis"
    LINE = "line"
    SCALE = "scale"
    NOW = "now"


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


@dataclass(frozen=True, slots=True)
class Column:
    """A bar with its label; labels that do not all fit stand at the round `rank`s."""

    label: str
    count: int
    rank: int


@dataclass(frozen=True, slots=True)
class Now:
    """This moment: how many columns have passed by then, and its words."""

    place: float
    words: str


def bars(quarters: Sequence[Quarter], box: Box) -> tuple[Shape, ...]:
    """One bar for each quarter-hour with its number on it, times under the axis.

    Numbers and times that would touch a neighbour are left out, the highest bar's number
    never. No quarters, no shapes.
    """
    return _drawn(by_quarter(quarters), box)


def plot(columns: Sequence[Column], box: Box, now: Now | None = None) -> tuple[Shape, ...]:
    """The same bars, with a scale at the leading edge and above them the words of `now`."""
    if not columns:
        return ()
    scale = (len(str(_peak(columns))) + 1) * _FIGURE * box.size
    head = _COUNT_ROOM * box.size if now else 0.0
    inner = replace(box, width=box.width - scale, height=box.height - head)
    x = 0.0 if box.mirrored else scale
    drawn = [*_scale(columns, inner, scale), *_drawn(columns, inner)]
    moved = [_moved(shape, x, head) for shape in drawn]
    if now:
        moved += [_moved(shape, x, 0) for shape in _now(now, columns, inner, head)]
    return tuple(moved)


def by_quarter(quarters: Sequence[Quarter]) -> tuple[Column, ...]:
    """The columns of quarter-hours."""
    return tuple(Column(f"{one.start:%H:%M}", one.count, _number(one.start)) for one in quarters)


def until(quarters: Sequence[Quarter], at: time) -> tuple[Quarter, ...]:
    """With the empty quarter-hours up to a moment, unless it has been calm for long."""
    if not quarters:
        return ()
    last = _number(quarters[-1].start)
    calm = range(last + 1, _number(at) + 1)
    if len(calm) > _CALM:
        return tuple(quarters)
    return (*quarters, *(Quarter(time(one // 4, one % 4 * 15), 0) for one in calm))


def place_of(quarters: Sequence[Quarter], at: time) -> float | None:
    """How many quarter-hours have passed at a moment; None where it is not among them."""
    if not quarters:
        return None
    passed = (at.hour * 60 + at.minute) / 15 - _number(quarters[0].start)
    return passed if 0 <= passed <= len(quarters) else None


def _number(start: time) -> int:
    return start.hour * 4 + start.minute // 15


def _drawn(columns: Sequence[Column], box: Box) -> tuple[Shape, ...]:
    if not columns:
        return ()
    axis = Line(0, _base(box), box.width, _base(box), Role.AXIS)
    drawn = [*_bars(columns, box), *_numbers(columns, box), *_labels(columns, box)]
    return (*drawn, axis)


def _base(box: Box) -> float:
    return box.height - _LABEL_ROOM * box.size


def _peak(columns: Sequence[Column]) -> int:
    return max(1, *(column.count for column in columns))


def _slot(columns: Sequence[Column], box: Box) -> float:
    return box.width / max(len(columns), _LEAST_SLOTS)


def _at(place: float, columns: Sequence[Column], box: Box) -> float:
    """Where so many columns have passed, the whole in the middle of the box."""
    slot = _slot(columns, box)
    x = (box.width - slot * len(columns)) / 2 + place * slot
    return box.width - x if box.mirrored else x


def _middles(columns: Sequence[Column], box: Box) -> list[float]:
    return [_at(index + 0.5, columns, box) for index in range(len(columns))]


def _tall(columns: Sequence[Column], box: Box) -> float:
    """How high one person is."""
    return (_base(box) - _COUNT_ROOM * box.size) / _peak(columns)


def _tops(columns: Sequence[Column], box: Box) -> list[float]:
    tall = _tall(columns, box)
    return [_base(box) - column.count * tall for column in columns]


def _bars(columns: Sequence[Column], box: Box) -> Iterator[Shape]:
    width = _slot(columns, box) * (1 - _GAP)
    for middle, top in zip(_middles(columns, box), _tops(columns, box), strict=True):
        if top < _base(box):
            yield Rect(middle - width / 2, top, width, _base(box) - top, Role.BAR)


def _numbers(columns: Sequence[Column], box: Box) -> Iterator[Shape]:
    """The highest bars first, so that where there is no room for all the peaks are told."""
    places = zip(columns, _middles(columns, box), _tops(columns, box), strict=True)
    taken: list[tuple[float, float]] = []
    for column, middle, top in sorted(places, key=lambda place: place[2]):
        half = (len(str(column.count)) + 0.6) * _FIGURE * box.size / 2
        if column.count and all(abs(middle - x) >= half + other for x, other in taken):
            taken.append((middle, half))
            yield Text(middle, top - 0.35 * box.size, str(column.count), box.size, Role.COUNT)


def _labels(columns: Sequence[Column], box: Box) -> Iterator[Shape]:
    """As many labels as fit, on round hours where not all do."""
    size = 0.9 * box.size
    room = (max(len(column.label) for column in columns) + 0.6) * _FIGURE * size
    every = next((step for step in _EVERY if step * _slot(columns, box) >= room), 96)
    for column, middle in zip(columns, _middles(columns, box), strict=True):
        if column.rank % every == 0:
            yield Text(middle, _base(box) + 1.3 * box.size, column.label, size, Role.TIME)


def _scale(columns: Sequence[Column], box: Box, room: float) -> Iterator[Shape]:
    """Lines across the bars at round numbers, the numbers in the room before the bars."""
    size, tall = 0.9 * box.size, _tall(columns, box)
    step = _step(_peak(columns), tall, _LINE_ROOM * box.size)
    for number in range(step, _peak(columns) + 1, step):
        y = _base(box) - number * tall
        half = len(str(number)) * _FIGURE * size / 2
        edge = box.width + room - half if box.mirrored else half - room
        yield Line(0, y, box.width, y, Role.LINE)
        yield Text(edge, y + 0.35 * size, str(number), size, Role.SCALE)


def _step(peak: int, tall: float, room: float) -> int:
    """The least of 1, 2, 5, 10, 20, 50 ... that gives few lines, far enough apart."""
    step, turn = 1, 0
    while step <= peak and (peak // step > _MOST_LINES or step * tall < room):
        step = (1, 2, 5)[(turn + 1) % 3] * 10 ** ((turn + 1) // 3)
        turn += 1
    return step


def _now(now: Now, columns: Sequence[Column], box: Box, head: float) -> Iterator[Shape]:
    """A line from the words down to the axis; the words stand beside it where there is room."""
    x = _at(now.place, columns, box)
    half = (len(now.words) + 1) * _FIGURE * box.size / 2
    after = x - half if box.mirrored else x + half
    beside = after if half <= after <= box.width - half else 2 * x - after
    yield Line(x, 0, x, _base(box) + head, Role.NOW)
    yield Text(beside, box.size, now.words, box.size, Role.NOW)


def _moved(shape: Shape, x: float, y: float) -> Shape:
    if isinstance(shape, Line):
        return Line(shape.x1 + x, shape.y1 + y, shape.x2 + x, shape.y2 + y, shape.role)
    return replace(shape, x=shape.x + x, y=shape.y + y)
