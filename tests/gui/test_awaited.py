"""Named people are announced on the attendance page as they arrive, until somebody saw it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from checkin.gui.attendance.page import AttendancePage
from tests.conftest import SALMA
from tests.gui.delegates_keys import in_front
from tests.gui.organiser import FIRST, NADIA, page_of, scan, window_of
from tests.services.staging import badge, person

SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def mark(window, services, *references: str) -> None:
    ids = [person(services, one).id for one in references]
    done = services.awaiting.await_them(ids, SALMA)
    window._desk.switchboard.changed.emit(done.change)


def told(page: AttendancePage) -> list[str]:
    return [row.name.text() for row in page.band.rows.values()]


def on_rail(window) -> str:
    return window.navigation.items["attendance"].accessibleDescription()


@pytest.fixture
def page(window) -> AttendancePage:
    return page_of(window)


def test_nobody_is_announced_before_anybody_asks(page):
    assert not page.band.isVisible()


def test_who_was_marked_is_announced_newest_first_with_where_and_when(
    window, page, services, clock
):
    mark(window, services, "R-1", "R-3", "R-5")
    assert page.band.isVisible()
    assert page.band.rest.text() == (f"Still awaited: {NADIA}, N'DIAYE Aïssatou, BENNANI Mohamed")
    clock.wait(minutes=4)
    scan(window, services, "R-1")
    clock.wait(minutes=1)
    scan(window, services, "R-2", "R-3")
    assert told(page) == ["BENNANI Mohamed", NADIA]
    assert [row.about.text() for row in page.band.rows.values()] == [
        "Tunisia   ·   08:50   ·   Desk A",
        "Morocco   ·   08:49   ·   Desk A",
    ]
    assert page.band.rest.text() == "Still awaited: N'DIAYE Aïssatou"


def test_seen_by_the_space_bar_puts_it_away_and_the_keys_go_to_the_next(
    qtbot, window, page, services, clock
):
    mark(window, services, "R-1", "R-3")
    scan(window, services, "R-1", "R-3")
    first, second = page.band.rows.values()
    first.seen.setFocus()
    qtbot.keyClick(first.seen, Qt.Key.Key_Return)  # what a scanner sends
    assert len(told(page)) == 2
    qtbot.keyClick(first.seen, Qt.Key.Key_Space)
    assert told(page) == [second.name.text()]
    assert second.seen.hasFocus()
    qtbot.keyClick(second.seen, Qt.Key.Key_Space)
    assert told(page) == []
    assert page.board.delegations.grid.hasFocus()
    assert page.band.rest.text() == "here already: 2   ·   Everybody who is awaited is here"
    window.take_back()
    assert told(page) == [second.name.text()]


def test_a_mark_on_the_rail_says_that_somebody_came_until_it_was_seen(
    qtbot, window, services, clock
):
    qtbot.waitUntil(lambda: window.watching._begun)
    mark(window, services, "R-1", "R-3")
    field = window.page.field
    field.setFocus()
    for reference in ("R-1", "R-3"):
        qtbot.keyClicks(field, badge(services, reference).token)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: on_rail(window).endswith(": 2"))
    assert field.hasFocus()
    assert window.stack.front == "reception"
    page = page_of(window)
    page.band.all_seen.click()
    qtbot.waitUntil(lambda: on_rail(window) == "")
    assert told(page) == []


def test_an_arrival_that_is_taken_back_is_no_news_any_longer(window, page, services):
    mark(window, services, "R-1")
    scan(window, services, "R-1")
    assert told(page) == [NADIA]
    arrival = services.reception.last_arrivals(FIRST, 1)[0].arrival
    window._desk.switchboard.changed.emit(services.reception.undo(arrival.id, SALMA).change)
    assert told(page) == []
    assert page.band.rest.text() == f"Still awaited: {NADIA}"


def test_those_who_hear_the_page_are_told_once(window, page, services, monkeypatch):
    heard = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event))
    mark(window, services, "R-1")
    scan(window, services, "R-1")
    page.read()
    said = [event.message() for event in heard if hasattr(event, "message")]
    assert said == ["Arrived: EL OUAFI Nadia   ·   Morocco   ·   08:45   ·   Desk A"]


def test_the_missing_heads_are_marked_by_one_button(window, page, services):
    button = page.board.heads.announce
    assert button.isVisible()
    button.click()
    assert not button.isVisible()
    assert person(services, "R-1").awaited_since
    assert page.band.rest.text() == f"Still awaited: {NADIA}"
    window.take_back()
    assert button.isVisible()
    assert not page.band.isVisible()


def test_more_news_than_there_is_room_for_is_counted(window, page, services):
    mark(window, services, "R-1", "R-2", "R-3", "R-4", "R-5")
    scan(window, services, "R-1", "R-2", "R-3", "R-4", "R-5")
    assert len(told(page)) == 3
    assert page.band.extra.text() == "5"
    assert page.band.rest.text().startswith("and 2 more arrived")
    page.band.all_seen.click()
    assert told(page) == []


def test_keys_on_the_delegates_page_mark_the_row_and_all_heads(qtbot, window, services):
    page = in_front(qtbot, window)
    page.table.choose(person(services, "R-3").id)
    qtbot.keyClick(page.table, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert person(services, "R-3").awaited_since
    qtbot.keyClick(page.table, Qt.Key.Key_B, SHIFT)
    assert person(services, "R-1").awaited_since
    assert page.filters.chips["awaited"].title == "Announced"
    assert page.model.counts("awaited")["awaited"] == 2
    cell = page.model.index(page.model.line_of(person(services, "R-3").id), 0)
    assert page.model.data(cell).endswith("announced on arrival")
    qtbot.keyClick(page.table, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert person(services, "R-3").awaited_since is None
    window.take_back()
    assert person(services, "R-3").awaited_since


def test_the_tick_beside_the_fields_says_and_does_the_same(qtbot, window, services):
    page = in_front(qtbot, window)
    who = person(services, "R-3").id
    page.open(who)
    tick = page.mending.panel.personal.announce
    assert not tick.isChecked()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert tick.isChecked()
    assert person(services, "R-3").awaited_since
    page.add()
    assert not page.mending.panel.personal.isVisible()


def test_what_the_role_may_not_do_is_said_and_the_tick_stays(qtbot, services):
    from checkin.domain.operator import Operator, Role

    window = window_of(qtbot, services, who=Operator("Ali", Role.LOGISTICS))
    page = in_front(qtbot, window)
    page.open(person(services, "R-3").id)
    tick = page.mending.panel.personal.announce
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert not tick.isChecked()
    assert page.mending.panel.trouble.isVisible()
    page.mending.close()
    page.table.choose(person(services, "R-3").id)
    qtbot.keyClick(page.table, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert page.trouble.isVisible()
    assert person(services, "R-3").awaited_since is None


def test_a_name_that_is_mended_is_mended_in_what_is_announced(window, page, services, clock):
    mark(window, services, "R-1")
    clock.wait(minutes=1)
    scan(window, services, "R-1")
    before = services.people.get(person(services, "R-1").id)
    done = services.people.change(before.id, {"given_names": "Nadya"}, SALMA)
    window._desk.switchboard.changed.emit(done.change)
    (row,) = page.band.rows.values()
    assert row.name.text() == "EL OUAFI Nadya"
    assert row.seen.accessibleName() == "Seen: EL OUAFI Nadya"
