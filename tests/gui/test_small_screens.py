"""Little room: the window opens on the screen, and what just opened in a page is in sight."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from checkin.gui.kit.scrolling import bring_in_sight
from checkin.gui.stage import open_first
from tests.gui.test_layout import cut_labels

CONTROL = Qt.KeyboardModifier.ControlModifier
SMALL = (960, 540)


def in_sight(part: QWidget, room: QScrollArea) -> bool:
    """Whether all of it is seen in the room that scrolls."""
    place = QRect(part.mapTo(room.viewport(), QPoint()), part.size())
    return part.isVisible() and room.viewport().rect().contains(place)


@pytest.mark.parametrize(
    ("room", "size", "fills"),
    [
        (QSize(960, 540), QSize(960, 540), True),
        (QSize(1280, 1024), QSize(1280, 768), True),
        (QSize(640, 400), QSize(800, 480), True),
        (QSize(1366, 768), QSize(1366, 768), False),
        (QSize(2560, 1400), QSize(1366, 768), False),
    ],
)
def test_a_window_opens_no_larger_than_its_screen(window, room, size, fills):
    window.hide()
    open_first(window, room)
    assert window.size() == size
    assert window.isMaximized() is fills


def test_the_first_start_stays_on_the_screen(qtbot, front):
    front.start()
    qtbot.waitUntil(front.shown.isVisible)
    available = front.shown.screen().availableGeometry()
    assert available.width() < 1366  # what is tested: the pretended screen is a small one
    qtbot.waitUntil(lambda: available.contains(front.shown.geometry()))


@pytest.mark.parametrize("size", [SMALL, (800, 480)])
def test_without_a_printer_the_refusal_is_read_whole_in_a_low_window(
    qtbot, window, tmp_path, monkeypatch, size
):
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nothing"))
    window.resize(*size)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_D, CONTROL)
    reports = window.stack.page("attendance").reports
    panel = reports.printing
    qtbot.waitUntil(panel.trouble.isVisible)
    qtbot.waitUntil(lambda: not cut_labels(window))
    assert panel.trouble.height() >= panel.trouble.heightForWidth(panel.trouble.width())
    if size == SMALL:
        qtbot.waitUntil(lambda: in_sight(panel.trouble, panel.room))
    words, again = panel.trouble._says.geometry(), panel.trouble.action.geometry()
    assert not words.intersects(again)
    assert not panel.copies.isVisible()
    assert panel.isAncestorOf(window.focusWidget())
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert reports.side.currentWidget() is reports.choice
    qtbot.waitUntil(lambda: not window._board.tasks.running)


@pytest.fixture
def meeting(qtbot, window):
    window.show_page("meeting")
    page = window.stack.page("meeting")
    qtbot.waitUntil(page.isVisible)
    return page


def test_the_form_of_a_session_is_in_sight_as_soon_as_it_opens(qtbot, window, meeting):
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.height() == 768)
    qtbot.mouseClick(meeting.sessions.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: in_sight(meeting.sessions.form, meeting.body))
    assert meeting.sessions.form.titles["en"].line.hasFocus()


def test_of_a_form_higher_than_the_room_the_field_with_the_keys_is_seen(qtbot, window, meeting):
    window.resize(*SMALL)
    qtbot.waitUntil(lambda: window.height() == SMALL[1])
    qtbot.mouseClick(meeting.sessions.add, Qt.MouseButton.LeftButton)
    line = meeting.sessions.form.titles["en"].line
    qtbot.waitUntil(lambda: meeting.body.verticalScrollBar().value() > 0)
    qtbot.waitUntil(lambda: in_sight(line, meeting.body))


def test_the_calendar_is_in_sight_and_whoever_scrolls_is_left_alone(qtbot, window, meeting):
    window.resize(*SMALL)
    qtbot.waitUntil(lambda: window.height() == SMALL[1])
    qtbot.mouseClick(meeting.add_day, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: in_sight(meeting.days.adding, meeting.body))
    bar = meeting.body.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    before = bar.maximum()
    meeting.safe.setMinimumHeight(meeting.safe.height() + 100)
    qtbot.waitUntil(lambda: bar.maximum() != before)
    assert bar.value() == 0
    bring_in_sight(meeting.days.adding)
    window.show_page("reception")
    assert not meeting.body._settled.isActive()
