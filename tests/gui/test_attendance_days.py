"""The page from day to day, for whoever looks, and in every look: what stands where."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from checkin.bootstrap import open_meeting
from checkin.domain.chart import Line, Rect, Role, Text
from checkin.domain.operator import Operator
from checkin.domain.operator import Role as Duty
from checkin.gui.attendance.page import AttendancePage
from checkin.gui.look.theme import THEMES
from tests.conftest import SALMA
from tests.gui.organiser import FIRST, SECOND, figures, page_of, scan, window_of
from tests.people import MEETING_DAYS
from tests.services.staging import badge


@pytest.fixture
def page(window) -> AttendancePage:
    """The page in front, on the first meeting day at 08:45."""
    return page_of(window)


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


def test_who_was_recorded_on_another_date_stands_with_it_and_under_the_chart(
    qtbot, window, page, services, clock
):
    scan(window, services, "R-1")
    clock.set("2022-07-08T10:07:00+02:00")
    panel = page.board.arrivals
    for reference in ("R-2", "R-3"):
        late = services.reception.scan(badge(services, reference).token, SALMA, FIRST)
        window._desk.switchboard.changed.emit(late.change)
    qtbot.mouseClick(page.days.segments.buttons()[0], Qt.MouseButton.LeftButton)
    assert page.board.figures.arrived.number.text() == "3"
    counts = [s.text for s in panel.chart.shapes if isinstance(s, Text) and s.role is Role.COUNT]
    assert counts == ["1"]
    assert panel.others.text() == "Recorded on another date, not in this chart: 2"
    assert panel.others.isVisibleTo(panel)
    page.board.delegations.grid.choose("Morocco")
    assert [row.end for row in page.board.delegation.list.rows] == ["08:45", "8 July, 10:07"]


def test_where_all_were_recorded_on_another_date_nobody_says_that_nobody_came(
    qtbot, window, page, services, clock
):
    clock.set("2022-07-08T10:07:00+02:00")
    services.reception.scan(badge(services, "R-2").token, SALMA, FIRST)
    qtbot.mouseClick(page.days.segments.buttons()[0], Qt.MouseButton.LeftButton)
    panel = page.board.arrivals
    assert not panel.chart.isVisibleTo(panel)
    assert not panel.empty.isVisibleTo(panel)
    assert panel.others.text().endswith(": 1")


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
    services = open_meeting(empty_file, clock)
    window = window_of(qtbot, services)
    qtbot.waitUntil(lambda: len(window.stack.pages) == len(window.stack.kinds))
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
