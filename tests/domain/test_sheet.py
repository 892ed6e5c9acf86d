import pytest

from checkin.domain.refused import Refused
from checkin.domain.sheet import A4_4, single


def test_four_badges_fill_a_sheet_and_the_fifth_begins_another():
    assert [A4_4.pages(badges) for badges in (0, 1, 4, 5, 8, 9)] == [0, 1, 1, 2, 2, 3]


def test_a_sheet_that_was_begun_is_filled_from_its_first_free_place():
    first, second = A4_4.filled("abc", start=3)
    assert first == [("a", A4_4.cells[2]), ("b", A4_4.cells[3])]
    assert second == [("c", A4_4.cells[0])]
    assert A4_4.pages(3, start=3) == 2


@pytest.mark.parametrize("start", [0, 5, -1])
def test_a_place_the_sheet_does_not_have_is_refused(start):
    with pytest.raises(Refused) as refused:
        A4_4.pages(1, start)
    assert refused.value.facts == {"cells": 4, "start": start}


def test_four_a6_stand_on_a4_without_touching():
    assert {(cell.x, cell.y) for cell in A4_4.cells} == {
        (0, 0.5), (105, 0.5), (0, 148.5), (105, 148.5)
    }  # fmt: skip
    assert all(cell.x + 105 <= A4_4.width and cell.y + 148 <= A4_4.height for cell in A4_4.cells)


def test_marks_stay_on_the_page_and_on_the_cuts():
    for tick in A4_4.ticks:
        assert 0 <= tick.x1 <= tick.x2 <= A4_4.width
        assert 0 <= tick.y1 <= tick.y2 <= A4_4.height
        assert tick.x1 == tick.x2 == 105 or tick.y1 == tick.y2 in (0.5, 148.5, 296.5)


def test_one_badge_a_page_needs_no_marks():
    page = single(105, 148)
    assert page.ticks == ()
    assert page.pages(7) == 7
