from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt

from checkin.domain.verdict import Verdict
from checkin.gui.look.marks import FAULT, OFF, OK
from checkin.gui.look.theme import theme
from checkin.gui.window import Window
from tests.conftest import SALMA
from tests.gui.camera.pretend import DOOR, STAND, PretendCameras, frame_of, seen


@pytest.fixture
def cameras(window):
    made = PretendCameras(DOOR, STAND)
    window.camera.make(made)
    return made


@pytest.fixture
def press(qtbot, window):
    def pressed(key, modifier=Qt.KeyboardModifier.ControlModifier):
        qtbot.keyClick(window.page.field, key, modifier)

    return pressed


@pytest.fixture
def hold(qtbot, window, cameras, press):
    """Turns the camera on if need be and holds codes before it."""

    def held(*texts):
        if not window.camera.camera.on:
            press(Qt.Key.Key_K)
        with qtbot.waitSignal(window.camera.camera.seen):
            cameras.sink.setVideoFrame(frame_of(seen(*texts)))

    return held


def verdict(window):
    return window.page.answer and window.page.answer.verdict


def test_a_badge_before_the_camera_is_answered_as_a_scan(window, hold, tokens, services):
    name, token = next(iter(tokens.items()))
    window.page.field.setText("moh")
    hold(token)
    assert verdict(window) is Verdict.WELCOME
    assert window.page.answer.delegate.name == name
    assert window.page.field.text() == ""
    assert len(services.reception.last_arrivals(services.reception.today(), 9)) == 1


def test_the_key_turns_it_on_and_off_and_the_lamp_says_so(window, hold, press):
    hold()
    switch = window.camera
    assert (switch.lamp.mark, switch.lamp.text) == (OK, "on")
    assert switch.panel.isVisible()
    assert switch.panel.says.text() == "Door camera"
    assert not switch.panel.preview.picture.isNull()
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert switch.panel.says.text() == "Stand camera is starting."
    switch.panel.next.click()
    assert switch.panel.says.text() == "Door camera is starting."
    switch.panel.off.click()
    assert (switch.lamp.mark, switch.lamp.text) == (OFF, "off, Ctrl+K")
    assert switch.panel.isHidden()
    assert window.page.field.hasFocus()


def test_a_camera_that_goes_is_said_in_words(window, hold, cameras):
    hold()
    cameras.unplug(DOOR)
    switch = window.camera
    assert (switch.lamp.mark, switch.lamp.text) == (FAULT, "unplugged")
    assert "Plugged in again" in switch.panel.says.text()
    assert switch.panel.preview.picture.isNull()
    cameras.plug_in(DOOR)
    cameras.unplug(STAND)
    hold()
    assert switch.panel.says.text() == "Hold the badge into the frame."
    cameras.failed.emit()
    assert switch.lamp.text == "cannot be used"


def test_without_any_camera_the_key_says_so_at_once(window, press, qtbot):
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.camera.camera is None
    press(Qt.Key.Key_K)
    if window.camera.camera._cameras.choices():
        pytest.skip("this computer has a camera")
    assert window.camera.lamp.text == "none found"
    assert window.camera.panel.says.text().startswith("No camera was found.")
    press(Qt.Key.Key_K)
    assert window.camera.panel.isHidden()


def test_in_a_small_window_it_reads_without_its_panel(window, hold, tokens):
    window.resize(960, 540)
    hold(next(iter(tokens.values())))
    assert not window.camera.panel.isVisible()
    assert verdict(window) is Verdict.WELCOME
    assert window.camera.lamp.isVisible()


def test_a_code_seen_while_another_page_is_in_front_brings_reception(window, hold, tokens):
    hold()
    window.show_page("badges")
    hold(next(iter(tokens.values())))
    assert window.stack.front == "reception"
    assert verdict(window) is Verdict.WELCOME


def test_a_number_that_is_seen_never_records_by_itself(window, hold, services, tokens):
    number = next(iter(services.badges.all(SALMA)))[0].number
    hold(number)
    assert window.page.answer.armed
    assert window.page.field.text() == number
    window.camera.camera._quiet._seen.clear()  # as if three seconds had passed
    hold(number)
    assert window.page.answer.armed
    assert services.reception.last_arrivals(services.reception.today(), 9) == []


def test_words_that_are_seen_choose_nobody_who_stands_in_the_list(window, hold, services, qtbot):
    qtbot.keyClicks(window.page.field, "ben")
    qtbot.keyClick(window.page.field, Qt.Key.Key_Return)
    hold("some poster")
    window.camera.camera._quiet._seen.clear()
    hold("some poster")
    assert window.page.field.text() == "some poster"
    assert services.reception.last_arrivals(services.reception.today(), 9) == []


def test_while_a_list_is_taken_in_what_is_seen_waits_in_order(window, hold, tokens, services):
    work, codes = window._board.work, list(tokens.values())[:2]
    assert work.begin(iter(()), lambda: None, lambda _: None)
    work._pump.stop()
    hold(codes[0])
    hold(*codes)
    assert services.reception.held == 2
    work._step()
    today = services.reception.today()
    arrived = services.reception.last_arrivals(today, 9)
    assert [one.arrival.token for one in arrived] == codes[::-1]


def test_the_camera_goes_with_the_window(window, hold, cameras):
    hold()
    window.close()
    assert cameras.opened == ""
    assert not window.camera.camera.on


def test_in_another_look_it_goes_on(window, hold, cameras, desk, qtbot):
    hold()
    other = Window(replace(desk, theme=theme("dark")))
    qtbot.addWidget(other)
    other.take_over(window)
    assert cameras.opened == ""
    assert other.camera.camera.on


def test_panel_and_preview_take_the_sizes_of_the_window(window, hold, qtbot):
    hold()
    window.resize(1920, 1080)
    preview = window.camera.panel.preview
    qtbot.waitUntil(lambda: preview.width() > 380)
    assert abs(preview.width() / preview.height() - 2.6) < 0.05
    assert preview.sizeHint() == QSize(160, 70)


def test_the_picture_is_shown_mirrored(window, hold, cameras, qtbot):
    hold()
    half = seen()
    for y in range(half.height()):
        half.scanLine(y)[: half.width() // 2] = bytes(half.width() // 2)
    with qtbot.waitSignal(window.camera.camera.seen):
        cameras.sink.setVideoFrame(frame_of(half))
    shown = window.camera.panel.preview.grab().toImage()
    middle = shown.height() // 2
    assert shown.pixelColor(4, middle).lightness() > 150
    assert shown.pixelColor(shown.width() - 5, middle).lightness() < 20
