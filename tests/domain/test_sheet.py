"""Places for badges on a sheet: each badge once, in order, from the first free place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.refused import Refused
from checkin.domain.sheet import A4_4, single

SHEETS = st.sampled_from([A4_4, single(105, 148)])


@given(SHEETS, st.integers(0, 30), st.data())
def test_every_badge_gets_one_place_in_order_from_the_first_free_one(sheet, count, data) -> None:
    start = data.draw(st.integers(1, len(sheet.cells)))
    pages = list(sheet.filled(range(count), start))
    assert len(pages) == sheet.pages(count, start)
    assert [badge for page in pages for badge, _ in page] == list(range(count))
    places = [sheet.cells.index(cell) for page in pages for _, cell in page]
    assert places == [(start - 1 + one) % len(sheet.cells) for one in range(count)]
    assert all(pages)


@pytest.mark.parametrize("start", [0, -1, 5])
def test_a_place_that_the_sheet_does_not_have_is_refused(start: int) -> None:
    with pytest.raises(Refused, match="start_outside") as caught:
        list(A4_4.filled(["badge"], start))
    assert caught.value.facts == {"cells": 4, "start": start}


def test_four_a6_lie_on_an_a4_without_touching_or_leaving_it() -> None:
    corners = {(cell.x, cell.y) for cell in A4_4.cells}
    assert corners == {(0, 0.5), (105, 0.5), (0, 148.5), (105, 148.5)}
    assert all(x + 105 <= A4_4.width and y + 148 <= A4_4.height for x, y in corners)
    for tick in A4_4.ticks:
        assert tick.x1 == tick.x2 or tick.y1 == tick.y2
        assert 0 <= tick.x1 <= tick.x2 <= A4_4.width
        assert 0 <= tick.y1 <= tick.y2 <= A4_4.height
