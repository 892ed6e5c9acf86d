"""Tiles for any number of delegations, and rows that never cut a name."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QSize

from checkin.gui.app import application
from checkin.gui.attendance.people_list import PeopleList, PersonRow
from checkin.gui.attendance.tile_grid import TileGrid
from checkin.gui.attendance.tiles import grid_for
from checkin.gui.look.theme import theme
from tests.domain.test_attendance import HEAD, arrived, person
from tests.domain.test_board import shown

PANEL = QSize(646, 470)  # at 1366 x 768
LONG = "DE SOUSA E ALBUQUERQUE DE VASCONCELOS E MENDONÇA Maria Francisca Antónia do Rosário"


@given(st.integers(1, 120))
def test_up_to_a_hundred_and_twenty_delegations_are_seen_at_once(count):
    grid = grid_for(PANEL, count, 1.0, 14)
    columns, rows = PANEL.width() // grid.width, PANEL.height() // grid.height
    assert not grid.scrolls
    assert columns * rows >= count


def test_tiles_are_as_large_as_their_number_allows():
    sizes = [grid_for(PANEL, count, 1.0, 14) for count in (1, 12, 30, 63, 120)]
    for larger, smaller in pairwise(sizes):
        assert larger.width * larger.height >= smaller.width * smaller.height
    assert sizes[0].width < 150


@pytest.mark.parametrize("count", [200, 1000])
def test_more_than_fit_scroll_downwards_and_never_sideways(count):
    grid = grid_for(PANEL, count, 1.0, 14)
    assert grid.scrolls
    assert PANEL.width() - 14 >= grid.width * ((PANEL.width() - 14) // grid.width) > 0


@given(st.integers(0, 400), st.integers(0, 2000), st.integers(0, 1400), st.floats(0.8, 1.5))
def test_there_is_a_grid_for_every_window(count, width, height, scale):
    grid = grid_for(QSize(width, height), count, scale, 14)
    assert grid.width >= 0
    assert grid.height >= 0


def delegations(count: int, *names: str):
    people = [person(str(n), f"Delegation {n:03d}", capacity=HEAD) for n in range(count)]
    people += [person(name, name) for name in names]
    return shown(people, [arrived("1", "07:00")]).tiles


@pytest.mark.parametrize("count", [1, 3, 63, 120, 300])
def test_every_delegation_stands_in_the_grid(qtbot, count):
    application(theme("light"))
    grid = TileGrid(theme("light"))
    qtbot.addWidget(grid)
    grid.resize(PANEL)
    grid.show_tiles(delegations(count))
    grid.show()
    grid.apply(1.0)
    assert not grid.grab().isNull()
    last = grid.visualRect(grid.tiles.index(count - 1))
    assert last.right() <= grid.viewport().width()
    assert (last.bottom() <= grid.viewport().height()) is (count <= 120)
    grid.scrollTo(grid.tiles.index(count - 1))
    assert grid.visualRect(grid.tiles.index(count - 1)).bottom() <= grid.viewport().height()


def test_only_the_tile_that_changed_is_drawn_anew(qtbot):
    grid = TileGrid(theme("light"))
    qtbot.addWidget(grid)
    people = [person("a"), person("b", "Mali")]
    grid.show_tiles(shown(people).tiles)
    changed: list[QModelIndex] = []
    grid.tiles.dataChanged.connect(lambda first, *_: changed.append(first.row()))
    grid.show_tiles(shown(people, [arrived("a", "07:00")]).tiles)
    assert changed == [1]
    assert grid.tiles.rowCount(grid.tiles.index(0)) == 0
    assert grid.tiles.data(QModelIndex()) is None


@pytest.mark.parametrize("width", [220, 320, 560])
@pytest.mark.parametrize("scale", [0.85, 1.0, 1.5])
def test_a_long_name_wraps_and_its_row_grows(qtbot, width, scale):
    application(theme("light"))
    people = PeopleList(theme("light"), "People")
    qtbot.addWidget(people)
    people.resize(width, 300)
    people.show_rows(
        (
            PersonRow(LONG, "Portugal   ·   nobody here", "+351 21 000 00 00", "PT", phone=True),
            PersonRow("SOW Awa", "Mali", mark="ok", end="09:04"),
        )
    )
    people.apply(scale)
    people.show()
    assert not people.grab().isNull()
    first, second = (people.visualRect(people.people.index(place)) for place in range(2))
    assert first.height() >= second.height()
    row = people.rows[0]
    texts = people._painter._set(row, people.viewport().width(), False)
    assert texts.name.width <= texts.room + 1
    assert texts.height <= first.height()
    assert people.people.rowCount(people.people.index(0)) == 0
    assert people.people.data(QModelIndex()) is None
