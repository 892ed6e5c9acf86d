"""What an organiser sees of a day: figures that add up, who is missing, whom to call."""

import csv
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from checkin.domain.attendance import Standing
from checkin.domain.board import Board
from checkin.domain.chart import Line, Rect, Role, Text
from checkin.domain.meeting import Meeting
from checkin.domain.operator import Operator
from checkin.domain.operator import Role as Duty
from checkin.gui.app import application
from checkin.gui.attendance.page import AttendancePage
from checkin.gui.desk import Desk
from checkin.gui.look.theme import THEMES, theme
from checkin.gui.window import Window
from tests.conftest import SALMA
from tests.people import MEETING_DAYS
from tests.services.staging import badge, person, withdraw

FIRST, SECOND = MEETING_DAYS
NADIA = "EL OUAFI Nadia"


def page_of(window: Window) -> AttendancePage:
    window.show_page("attendance")
    page = window.stack.page("attendance")
    assert isinstance(page, AttendancePage)
    return page


@pytest.fixture
def page(window) -> AttendancePage:
    """The page in front, on the first meeting day at 08:45."""
    return page_of(window)


def window_of(qtbot, services, language="en", look="light", who=SALMA) -> Window:
    chosen = theme(look)
    application(chosen)
    made = Window(Desk(services, who, services.wording(language), chosen))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def scan(window: Window, services, *references: str) -> None:
    """People come in at this very desk while the page is in front."""
    for reference in references:
        outcome = services.reception.scan(badge(services, reference).token, SALMA)
        window._desk.switchboard.changed.emit(outcome.change)


def figures(page: AttendancePage) -> list[int]:
    return [int(figure.number.text()) for figure in page.board.figures.all]


def legend(page: AttendancePage) -> dict[Standing, int]:
    signs = page.board.delegations.signs
    return {standing: int(sign.count.text()) for standing, sign in signs.items()}


def names(page: AttendancePage) -> list[str]:
    return [row.name for row in page.board.heads.list.rows]


def words_of_tiles(page: AttendancePage) -> list[str]:
    tiles = page.board.delegations.grid.tiles
    role = Qt.ItemDataRole.AccessibleTextRole
    return [tiles.data(tiles.index(place), role) for place in range(tiles.rowCount())]


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
    tiles = page.board.delegations.grid.tiles.tiles
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
    words = "not on the list; withdrawn but here: 1"
    assert page.board.figures.provisional.detail.text() == words
    page.board.delegations.grid.choose("Morocco")
    rows = {row.name: row for row in page.board.delegation.list.rows}
    assert rows[NADIA].below.startswith("withdrawn")
    assert rows[NADIA].end == "08:45"
    withdraw(services, "R-2")
    page.read()
    assert "Morocco" not in [tile.name for tile in page.board.delegations.grid.tiles.tiles]


def test_people_without_a_delegation_have_a_tile_of_their_own(window, page, services):
    outcome = services.people.add({"family_name": "DOE"}, SALMA)
    window._desk.switchboard.changed.emit(outcome.change)
    assert words_of_tiles(page)[-1] == "Without delegation: 0 of 1 here"
    assert sum(legend(page).values()) == 6
    page.board.delegations.grid.choose("")
    assert page.board.delegation.title.text() == "Without delegation"
    scan(window, services, "R-1")
    assert figures(page)[:3] == [1, 7, 8]


def test_the_chart_has_a_bar_for_each_quarter_hour_and_the_line_of_this_moment(
    window, page, services, clock
):
    scan(window, services, "R-1", "R-2")
    clock.wait(minutes=22)
    scan(window, services, "R-3")
    shapes = page.board.arrivals.chart.shapes
    counts = [s.text for s in shapes if isinstance(s, Text) and s.role is Role.COUNT]
    assert sorted(counts) == ["1", "2"]
    assert len([s for s in shapes if isinstance(s, Rect)]) == 2
    words = [s.text for s in shapes if isinstance(s, Text) and s.role is Role.NOW]
    assert words == ["now 09:07"]
    clock.wait(minutes=9)
    page.tick()
    (line,) = [s for s in page.board.arrivals.chart.shapes if _is_now(s)]
    (before,) = [s for s in shapes if _is_now(s)]
    assert line.x1 != before.x1
    assert "as of 09:16" in page.head.about.text()
    clock.wait(hours=6)
    page.tick()
    assert not any(map(_is_now, page.board.arrivals.chart.shapes))


def _is_now(shape) -> bool:
    return isinstance(shape, Line) and shape.role is Role.NOW


def test_another_day_shows_its_own_figures(qtbot, window, page, services, clock):
    scan(window, services, "R-1", "R-2")
    second = page.days.segments.buttons()[1]
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert figures(page)[:3] == [0, 7, 7]
    assert "Wednesday 6 July 2022" in page.head.about.text()
    assert page.board.arrivals.empty.text() == "This day is still to come."
    clock.wait(days=1)
    scan(window, services, "R-1")
    assert figures(page)[:3] == [1, 6, 7]


def test_both_days_count_everybody_once_and_name_each_day(qtbot, window, page, services, clock):
    scan(window, services, "R-1", "R-2")
    clock.wait(days=1)
    scan(window, services, "R-1", "R-3")
    qtbot.mouseClick(page.days.segments.buttons()[2], Qt.MouseButton.LeftButton)
    assert figures(page)[:3] == [3, 4, 7]
    arrived = page.board.figures.arrived
    assert arrived.title.text() == "Arrived on any day"
    assert arrived.detail.text() == "5 July: 2   ·   6 July: 2"
    assert page.board.arrivals.title.text() == "Arrivals by day"
    page.board.delegations.grid.choose("Tunisia")
    (row,) = page.board.delegation.list.rows
    assert row.end == "6 July, 08:45"
    assert page.head.about.text().startswith("5 and 6 July 2022")


def test_before_the_meeting_both_days_have_no_bars(qtbot, page):
    qtbot.mouseClick(page.days.segments.buttons()[2], Qt.MouseButton.LeftButton)
    assert not page.board.arrivals.chart.isVisible()
    assert page.board.arrivals.empty.text().startswith("Nobody has arrived yet")


@pytest.mark.parametrize(
    ("now", "day"),
    [("2022-07-01T09:00", FIRST), ("2022-07-06T01:00", SECOND), ("2022-08-01T09:00", SECOND)],
)
def test_the_page_opens_on_today_or_on_the_nearest_meeting_day(window, clock, now, day):
    clock.set(f"{now}+02:00")
    page = page_of(window)
    page.read()
    assert page.days.day == day
    off = clock.now.date() not in MEETING_DAYS
    assert ("today is not a meeting day" in page.head.about.text()) is off


def test_at_midnight_the_page_goes_on_to_the_next_day_unless_somebody_chose_one(qtbot, page, clock):
    clock.set("2022-07-06T00:00:01+02:00")
    page.tick()
    assert page.days.day == SECOND
    qtbot.mouseClick(page.days.segments.buttons()[0], Qt.MouseButton.LeftButton)
    page.tick()
    assert page.days.day == FIRST


def test_a_longer_meeting_offers_its_days_in_a_list_and_a_day_alone_offers_nothing(
    window, page, services
):
    days = [date(2022, 7, number) for number in range(4, 9)]
    services.organising.set_days(days, SALMA)
    page.read()
    assert not page.days.segments.isVisible()
    assert page.days.list.isVisible()
    assert page.days.list.count() == 6
    page.days.list.setCurrentIndex(5)
    page.days.list.activated.emit(5)
    assert page.days.day is None
    assert page.board.figures.arrived.detail.text() == "0 % of expected"
    services.organising.set_days(days[1:2], SALMA)
    page.read()
    assert not page.days.segments.isVisible()
    assert not page.days.list.isVisible()


def test_where_nobody_is_listed_the_page_leads_to_the_delegates(qtbot, empty_file, clock):
    from checkin.bootstrap import open_meeting

    services = open_meeting(empty_file, clock)
    window = window_of(qtbot, services)
    qtbot.waitUntil(lambda: bool(window._prepared))
    page = page_of(window)
    assert page.stack.currentWidget() is page.empty
    assert page.empty.title.text() == "Nobody is on the list yet"
    asked = []
    window._desk.switchboard.page_asked.connect(asked.append)
    qtbot.mouseClick(page.empty.buttons.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    assert asked == ["delegates"]
    window.close()
    services.close()


def test_who_may_not_see_the_figures_is_told_in_place(qtbot, services):
    window = window_of(qtbot, services, who=Operator("Omar", Duty.RECEPTION))
    page = page_of(window)
    assert "Your role may not do this" in page.trouble.text
    page.trouble.quiet()
    page.show_reports()
    qtbot.waitUntil(lambda: "Your role may not do this" in page.trouble.text)
    assert not page.reports.ready


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (960, 540), (800, 480)])
def test_no_tile_row_or_bar_leaves_its_place_in_any_theme_and_size(qtbot, services, look, size):
    window = window_of(qtbot, services, look=look)
    window.resize(*size)
    page = page_of(window)
    scan(window, services, "R-1", "R-3")
    qtbot.waitUntil(lambda: page.board.width() > 0)
    page.board.delegations.grid.choose("Morocco")
    assert not page.grab().isNull()
    grid = page.board.delegations.grid
    for place in range(grid.tiles.rowCount()):
        assert grid.viewport().rect().contains(grid.visualRect(grid.tiles.index(place)))
    small = size[0] < 1180
    assert page.board.arrivals.isVisible() is not small


def test_a_mirrored_page_begins_at_the_other_edge(qtbot, services):
    window = window_of(qtbot, services, "ar")
    page = page_of(window)
    scan(window, services, "R-1", "R-3")
    assert not page.grab().isNull()
    board, grid = page.board, page.board.delegations.grid
    assert board.delegations.x() > board.arrivals.x()
    assert grid.visualRect(grid.tiles.index(0)).center().x() > grid.width() / 2
    scale = [s for s in board.arrivals.chart.shapes if s.role is Role.SCALE]
    assert all(isinstance(s, Text) and s.x > board.arrivals.chart.width() / 2 for s in scale)


def test_the_meeting_is_as_it_was_after_somebody_only_looked(window, page, services):
    head = services.file.head()
    page.board.delegations.grid.choose("Morocco")
    page.show_reports()
    page.show_board()
    assert services.file.head() == head
    assert isinstance(services.meeting, Meeting)
    assert isinstance(page._shown, Board)
