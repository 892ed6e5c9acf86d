"""Bars of arrivals, as shapes that stay in their box and out of each other's way."""

from datetime import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.attendance import Quarter
from checkin.domain.chart import (
    Box,
    Line,
    Now,
    Rect,
    Role,
    Text,
    bars,
    by_quarter,
    place_of,
    plot,
    until,
)

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


def lines(shapes, role) -> list[Line]:
    return [shape for shape in shapes if isinstance(shape, Line) and shape.role is role]


def test_a_day_without_arrivals_has_no_scale_and_no_line():
    assert plot((), BOX, Now(0, "now 09:40")) == ()
    assert until((), time(9, 40)) == ()
    assert place_of((), time(9, 40)) is None


def test_a_screen_shows_the_bars_of_paper_beside_a_scale():
    columns = by_quarter(day(2, 4, 44))
    plotted = plot(columns, BOX)
    scale = (BOX.width - plotted[-1].x2, plotted[-1].x1)
    narrow = bars(day(2, 4, 44), Box(BOX.width - max(scale), BOX.height, BOX.size))
    same = [shape for shape in plotted if shape.role not in (Role.LINE, Role.SCALE)]
    assert len(same) == len(narrow)
    for one, other in zip(same, narrow, strict=True):
        assert type(one) is type(other)
        if isinstance(one, Rect) and isinstance(other, Rect):
            assert (one.width, one.height, one.y) == (other.width, other.height, other.y)


def test_the_lines_of_the_scale_stand_at_round_numbers_and_a_bar_of_that_number_reaches_them():
    shapes = plot(by_quarter(day(10, 40, 20)), BOX)
    assert texts(shapes, Role.SCALE) == ["10", "20", "30", "40"]
    tops = sorted(shape.y for shape in shapes if isinstance(shape, Rect))
    levels = sorted(line.y1 for line in lines(shapes, Role.LINE))
    assert tops[0] == pytest.approx(levels[0])
    assert tops[1] == pytest.approx(levels[2])
    assert tops[2] == pytest.approx(levels[3])


@given(st.integers(1, 100_000), st.floats(0, 400))
def test_a_scale_has_few_lines_even_where_there_is_no_room(peak, height):
    shapes = plot(by_quarter(day(peak)), Box(300, height, 12))
    assert len(lines(shapes, Role.LINE)) <= 7


def test_the_line_of_this_moment_stands_where_the_quarter_hour_has_got_to():
    quarters = until(day(3, 5), time(8, 37))
    assert [quarter.count for quarter in quarters] == [3, 5, 0]
    place = place_of(quarters, time(8, 37))
    assert place == pytest.approx(2 + 7 / 15)
    for mirrored in (False, True):
        box = Box(BOX.width, BOX.height, BOX.size, mirrored)
        shapes = plot(by_quarter(quarters), box, Now(place, "now 08:37"))
        (line,) = lines(shapes, Role.NOW)
        (axis,) = lines(shapes, Role.AXIS)
        assert (line.y1, line.y2) == (0, pytest.approx(axis.y1))
        (words,) = (s for s in shapes if isinstance(s, Text) and s.role is Role.NOW)
        assert words.text == "now 08:37"
        assert (words.x < line.x1) is mirrored
        assert words.x - _half(words) >= 0
        assert words.x + _half(words) <= box.width


def test_at_the_edge_the_words_of_this_moment_stand_on_the_other_side_of_its_line():
    quarters = day(*range(1, 13))
    shapes = plot(by_quarter(quarters), BOX, Now(11.9, "now 10:58"))
    (line,) = lines(shapes, Role.NOW)
    (words,) = (s for s in shapes if isinstance(s, Text) and s.role is Role.NOW)
    assert words.x < line.x1


def test_hours_after_the_last_arrival_the_line_is_gone():
    quarters = until(day(3, 5), time(18, 0))
    assert len(quarters) == 2
    assert place_of(quarters, time(18, 0)) is None
    assert place_of(quarters, time(7, 50)) is None


def test_times_run_from_right_to_left_beside_their_scale():
    ahead, back = (
        plot(by_quarter(day(10, 20)), Box(510, 110, 8, mirrored)) for mirrored in (False, True)
    )
    assert all(s.x < 20 for s in ahead if isinstance(s, Text) and s.role is Role.SCALE)
    assert all(s.x > 490 for s in back if isinstance(s, Text) and s.role is Role.SCALE)
