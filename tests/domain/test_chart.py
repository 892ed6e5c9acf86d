"""Bars of arrivals, as shapes that stay in their box and out of each other's way."""

from datetime import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.attendance import Quarter
from checkin.domain.chart import Box, Line, Rect, Role, Text, bars

BOX = Box(width=510, height=110, size=8)


def day(*counts: int, first: int = 32) -> list[Quarter]:
    """Quarter-hours from eight o'clock on."""
    numbered = enumerate(counts, start=first)
    return [Quarter(time(number // 4, number % 4 * 15), count) for number, count in numbered]


def texts(shapes, role) -> list[str]:
    return [shape.text for shape in shapes if isinstance(shape, Text) and shape.role is role]


def test_no_arrivals_draw_nothing():
    assert bars([], BOX) == ()


def test_every_bar_has_its_number_and_every_quarter_its_time():
    shapes = bars(day(2, 4, 0, 21, 38), BOX)
    rects = [shape for shape in shapes if isinstance(shape, Rect)]
    assert len(rects) == 4
    assert sorted(texts(shapes, Role.COUNT), key=int) == ["2", "4", "21", "38"]
    assert texts(shapes, Role.TIME) == ["08:00", "08:15", "08:30", "08:45", "09:00"]


def test_heights_are_in_the_ratio_of_the_counts_and_stand_on_the_axis():
    shapes = bars(day(10, 5), BOX)
    tall, low = (shape for shape in shapes if isinstance(shape, Rect))
    (axis,) = (shape for shape in shapes if isinstance(shape, Line))
    assert tall.height == pytest.approx(2 * low.height)
    assert tall.y + tall.height == pytest.approx(axis.y1)


def test_time_runs_from_right_to_left_where_the_page_does():
    ahead = bars(day(1, 2, 3), BOX)
    back = bars(day(1, 2, 3), Box(BOX.width, BOX.height, BOX.size, mirrored=True))
    for one, other in zip(ahead, back, strict=True):
        if isinstance(one, Text) and isinstance(other, Text):
            assert one.x + other.x == pytest.approx(BOX.width)
            assert one.text == other.text


def test_where_room_is_short_the_peak_keeps_its_number_and_round_hours_their_time():
    shapes = bars(day(*range(1, 65), first=24), Box(300, 80, 8))
    assert "64" in texts(shapes, Role.COUNT)
    times = texts(shapes, Role.TIME)
    assert 3 < len(times) < 20
    assert all(text.endswith(":00") for text in times)


def _half(shape: Text) -> float:
    return len(shape.text) * 0.58 * shape.size / 2


@given(
    st.lists(st.integers(0, 3000), min_size=1, max_size=96),
    st.floats(100, 2000),
    st.booleans(),
)
def test_nothing_leaves_the_box_and_no_two_texts_touch(counts, width, mirrored):
    shapes = bars(day(*counts, first=0), Box(width, 100, 8, mirrored))
    for shape in shapes:
        if isinstance(shape, Rect):
            assert shape.x >= -0.01
            assert shape.x + shape.width <= width + 0.01
            assert 0 <= shape.y <= 100
        if isinstance(shape, Text):
            assert 0 <= shape.y <= 100
    for role in (Role.COUNT, Role.TIME):
        placed = [shape for shape in shapes if isinstance(shape, Text) and shape.role is role]
        for one, other in combinations(placed, 2):
            assert abs(one.x - other.x) >= _half(one) + _half(other)
