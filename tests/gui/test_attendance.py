"""What an organiser sees of a day: figures that add up, who is missing, whom to call."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from checkin.domain.attendance import Standing
from checkin.gui.attendance.page import AttendancePage
from tests.conftest import SALMA
from tests.gui.organiser import FIRST, NADIA, figures, legend, names, page_of, scan, words_of_tiles
from tests.services.staging import person, withdraw


@pytest.fixture
def page(window) -> AttendancePage:
    """The page in front, on the first meeting day at 08:45."""
    return page_of(window)


def test_before_anybody_comes_everybody_is_missing(page):
    assert figures(page) == [0, 7, 7, 0]
    assert legend(page) == {
        Standing.COMPLETE: 0,
        Standing.PARTIAL: 0,
        Standing.HEAD_ABSENT: 0,
        Standing.ABSENT: 6,
    }
    assert not page.board.arrivals.chart.isVisible()
    assert "Nobody has arrived" in page.board.arrivals.empty.text()
    assert names(page) == [NADIA]


def test_an_arrival_moves_every_figure_at_once_and_the_sums_stay_right(window, page, services):
    scan(window, services, "R-1", "R-2", "R-3")
    arrived, missing, expected, _ = figures(page)
    assert (arrived, missing, expected) == (3, 4, 7)
    counts = legend(page)
    assert counts[Standing.COMPLETE] == 2
    tiles = page.board.delegations.grid.tiles.rows
    assert sum(counts.values()) == len(tiles) == 6
    assert sum(tile.present for tile in tiles) == arrived
    assert page.board.figures.arrived.detail.text() == "43 % of expected"
    assert names(page) == []
    assert page.board.heads.empty.text() == "Every head of delegation is here."


def test_the_figures_on_the_page_are_those_of_the_report(window, page, services, tmp_path):
    scan(window, services, "R-1", "R-5")
    made_of = services.reports.save("attendance", tmp_path / "r.csv", "en", SALMA, FIRST)
    (totals,) = made_of.totals
    told = [totals.arrived, totals.missing, totals.expected, totals.provisional]
    assert figures(page) == told
    rows = list(csv.DictReader((tmp_path / "r.csv").read_text("utf-8-sig").splitlines()))
    assert sum(row["State"] == "present" for row in rows) == figures(page)[0]


def test_a_change_of_badges_alone_reads_nothing(window, page, services):
    before = page._shown
    page.follow(services.badges.save(*_badges(services)).change)
    assert page._shown is before


def _badges(services):
    from checkin.services.badges import BadgeChoice

    return services.file.path.with_suffix(".pdf"), BadgeChoice(), SALMA


def test_while_the_page_is_hidden_it_rests_and_reads_what_it_missed_when_it_is_shown(
    window, page, services
):
    window.show_page("reception")
    assert not page.timer.isActive()
    scan(window, services, "R-1")
    assert figures(page)[0] == 0
    window.show_page("attendance")
    assert figures(page)[0] == 1
    assert page.timer.isActive()


def test_a_missing_head_is_named_with_delegation_count_and_telephone(window, page, services):
    head = person(services, "R-1")
    outcome = services.people.change(head.id, {"phone": "+212 600 000 000"}, SALMA)
    window._desk.switchboard.changed.emit(outcome.change)
    scan(window, services, "R-2")
    (row,) = page.board.heads.list.rows
    assert (row.name, row.code, row.end) == (NADIA, "MA", "+212 600 000 000")
    assert row.below == "Morocco   ·   1 of 2 here"
    model = page.board.heads.list.people
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{NADIA}, {row.below}, +212 600 000 000"
    assert page.board.heads.extra.text() == "1"


def test_a_delegation_of_which_nobody_came_is_said_to_have_nobody_here(page):
    (row,) = page.board.heads.list.rows
    assert row.below == "Morocco   ·   nobody here"


def test_a_list_without_any_head_says_so(window, page, services):
    head = person(services, "R-1")
    outcome = services.people.change(head.id, {"capacity": "delegate"}, SALMA)
    window._desk.switchboard.changed.emit(outcome.change)
    assert page.board.heads.empty.text() == "No head of delegation is on the list."


def test_a_tile_says_in_words_what_it_shows(window, page, services):
    scan(window, services, "R-2")
    assert words_of_tiles(page) == [
        "Morocco: 1 of 2 here, head absent",
        "Portugal: 0 of 1 here, absent",
        "Republic of Upper Nowhere: 0 of 1 here, absent",
        "Senegal: 0 of 1 here, absent",
        "Spain: 0 of 1 here, absent",
        "Tunisia: 0 of 1 here, absent",
    ]
    tiles = page.board.delegations.grid.tiles
    tip = tiles.data(tiles.index(0), Qt.ItemDataRole.ToolTipRole)
    assert tip == words_of_tiles(page)[0]
    code = tiles.data(tiles.index(2), Qt.ItemDataRole.DisplayRole)
    assert code == "RUN"
    assert tiles.data(tiles.index(2), Qt.ItemDataRole.FontRole) is None


def test_a_screen_reader_hears_the_tiles_and_the_chart(window, page, services):
    scan(window, services, "R-2")
    grid = QAccessible.queryAccessibleInterface(page.board.delegations.grid)
    assert grid.child(0).text(QAccessible.Text.Name) == "Morocco: 1 of 2 here, head absent"
    chart = page.board.arrivals.chart
    assert chart.accessibleName() == "Arrivals by quarter-hour. 08:45: 1"
    arrived = page.board.figures.arrived
    assert arrived.accessibleName() == "Arrived: 1. 14 % of expected"


def test_a_chosen_tile_shows_who_of_it_is_missing_and_who_is_here(qtbot, window, page, services):
    scan(window, services, "R-2")
    grid, panel = page.board.delegations.grid, page.board.delegation
    spot = grid.visualRect(grid.tiles.index(0)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.board.people.currentWidget() is panel
    assert (panel.title.text(), panel.extra.text()) == ("Morocco", "1 of 2 here")
    missing, here = panel.list.rows
    assert (missing.name, missing.mark_word, missing.end) == (NADIA, "missing", "")
    assert (here.name, here.mark_word, here.end) == ("BENNANI Mohamed", "here", "08:45")
    assert missing.below == "Head of delegation   ·   Director of Borders"
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.board.people.currentWidget() is page.board.heads


def test_the_chosen_delegation_stays_chosen_while_its_people_come_in(window, page, services):
    page.board.delegations.grid.choose("Morocco")
    scan(window, services, "R-1", "R-2")
    assert page.board.delegation.extra.text() == "2 of 2 here"
    assert [row.mark_word for row in page.board.delegation.list.rows] == ["here", "here"]


def test_it_stays_chosen_when_another_delegation_joins_the_list(window, page, services):
    page.board.delegations.grid.choose("Spain")
    outcome = services.people.add({"family_name": "CAMARA", "delegation": "Guinea"}, SALMA)
    window._desk.switchboard.changed.emit(outcome.change)
    assert page.board.delegations.grid.tile.name == "Spain"
    assert page.board.delegation.title.text() == "Spain"


def test_a_chosen_delegation_that_withdraws_gives_way_to_the_heads(window, page, services):
    page.board.delegations.grid.choose("Spain")
    outcome = services.people.withdraw(person(services, "R-6").id, SALMA)
    window._desk.switchboard.changed.emit(outcome.change)
    assert page.board.delegations.grid.tile is None
    assert page.board.people.currentWidget() is page.board.heads


def test_the_keys_walk_through_the_tiles_and_escape_lets_go(qtbot, window, page):
    grid = page.board.delegations.grid
    qtbot.waitUntil(grid.hasFocus)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.tile is not None
    qtbot.keyClick(grid, Qt.Key.Key_Escape)
    assert grid.tile is None
    qtbot.keyClick(grid, Qt.Key.Key_Escape)
    grid.choose("Spain")
    qtbot.mouseClick(page.board.delegation.close_button, Qt.MouseButton.LeftButton)
    assert grid.tile is None


def test_somebody_who_withdrew_is_shown_as_such_and_counted_apart(window, page, services):
    scan(window, services, "R-1")
    withdraw(services, "R-1")
    page.read()
    assert figures(page) == [0, 6, 6, 0]
    words = "genuine badges; withdrawn but here: 1"
    assert page.board.figures.provisional.detail.text() == words
    page.board.delegations.grid.choose("Morocco")
    rows = {row.name: row for row in page.board.delegation.list.rows}
    assert rows[NADIA].below.startswith("withdrawn")
    assert rows[NADIA].end == "08:45"
    withdraw(services, "R-2")
    page.read()
    assert "Morocco" not in [tile.name for tile in page.board.delegations.grid.tiles.rows]


def test_people_without_a_delegation_have_a_tile_of_their_own(window, page, services):
    outcome = services.people.add({"family_name": "DOE"}, SALMA)
    window._desk.switchboard.changed.emit(outcome.change)
    assert words_of_tiles(page)[-1] == "Without delegation: 0 of 1 here"
    assert sum(legend(page).values()) == 6
    page.board.delegations.grid.choose("")
    assert page.board.delegation.title.text() == "Without delegation"
    scan(window, services, "R-1")
    assert figures(page)[:3] == [1, 7, 8]
