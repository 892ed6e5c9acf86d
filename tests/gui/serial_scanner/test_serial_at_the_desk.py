from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.domain.token import make_token
from checkin.domain.verdict import Verdict
from checkin.gui.look.marks import FAULT, OK
from checkin.gui.look.theme import theme
from checkin.gui.serial_scanner import reading, switch
from checkin.gui.serial_scanner.reading import PortState
from checkin.gui.serial_scanner.serial_scanner import PORT, SPEED, SerialState
from checkin.gui.window import Window
from tests.conftest import SALMA
from tests.gui.serial_scanner.ptys import PtyPorts

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _tried_again_soon(monkeypatch):
    monkeypatch.setattr(reading, "AGAIN_S", 0.05)


@pytest.fixture
def scanner(window, pty, other):
    """Two ports, and none of them chosen."""
    return window.serial.make(PtyPorts(pty, other))


@pytest.fixture
def press(qtbot, window):
    def pressed():
        qtbot.keyClick(window.page.field, Qt.Key.Key_P, BOTH)

    return pressed


@pytest.fixture
def ready(qtbot, window, scanner, pty):
    scanner.choose(str(pty.path))
    qtbot.waitUntil(lambda: window.serial.lamp.text == "ready")
    return scanner


def answers(window, verdict):
    return lambda: bool(window.page.answer and window.page.answer.verdict is verdict)


def arrived(services):
    return services.reception.last_arrivals(services.reception.today(), 9)


def test_a_badge_is_answered_as_a_scan_with_words_in_the_field(
    qtbot, window, ready, pty, tokens, services
):
    name, token = next(iter(tokens.items()))
    window.page.field.setText("moh")
    pty.send(token.encode() + b"\r\n")
    qtbot.waitUntil(answers(window, Verdict.WELCOME))
    assert window.page.answer.delegate.name == name
    assert window.page.field.text() == ""
    assert len(arrived(services)) == 1
    assert window.page.field.hasFocus()


def test_what_is_no_code_of_ours_gets_its_card_and_the_desk_goes_on(
    qtbot, window, ready, pty, tokens, services
):
    one, two, *_ = tokens.values()
    pty.send(f"{one}{two}\r".encode())
    qtbot.waitUntil(answers(window, Verdict.MISREAD))
    pty.send(one[:-4].encode() + b"\r")
    pty.send(bytes(range(128, 256)) * 9 + b"\r")
    qtbot.waitUntil(answers(window, Verdict.UNKNOWN))
    pty.send(make_token(bytes(8), b"another meeting's key").encode())
    qtbot.waitUntil(answers(window, Verdict.OTHER_MEETING))
    pty.send(b"Q" * 9000 + b"\r")
    qtbot.waitUntil(answers(window, Verdict.UNKNOWN))
    assert arrived(services) == []
    pty.send(f"{one}\r{two}\r".encode())
    qtbot.waitUntil(lambda: len(arrived(services)) == 2)
    assert [arrival.arrival.token for arrival in arrived(services)] == [two, one]


def test_a_number_is_shown_and_waits_for_a_person(qtbot, window, ready, pty, services):
    number = next(iter(services.badges.all(SALMA)))[0].number
    for _ in range(2):
        pty.send(number.encode() + b"\r")
        qtbot.waitUntil(lambda: window.page.field.text() == number)
        assert window.page.answer.armed
    assert arrived(services) == []


def test_a_scan_on_another_page_brings_reception(qtbot, window, ready, pty, tokens):
    window.show_page("badges")
    pty.send(next(iter(tokens.values())).encode() + b"\r")
    qtbot.waitUntil(answers(window, Verdict.WELCOME))
    assert window.stack.front == "reception"


def test_unplugged_is_said_and_the_desk_goes_on_until_it_is_back(
    qtbot, window, ready, pty, type_in, tokens, services
):
    one, two, *_ = tokens.values()
    pty.unplug()
    lamp = window.serial.lamp
    qtbot.waitUntil(lambda: (lamp.mark, lamp.text) == (FAULT, "unplugged"))
    type_in(one)
    assert window.page.answer.verdict is Verdict.WELCOME
    pty.plug_in()
    qtbot.waitUntil(lambda: (lamp.mark, lamp.text) == (OK, "ready"))
    pty.send(two.encode() + b"\n")
    qtbot.waitUntil(lambda: len(arrived(services)) == 2)


def test_the_key_opens_the_panel_then_takes_one_port_after_another(
    qtbot, window, scanner, press, desk, pty, other
):
    press()
    panel = window.serial.panel
    assert panel.isVisible()
    assert [one.text() for one in panel.ports] == ["Types like a keyboard", "Door", "Stand"]
    assert panel.ports[0].isChecked()
    assert desk.preferences.text(PORT) == ""
    press()
    assert desk.preferences.text(PORT) == str(pty.path)
    assert panel.ports[1].isChecked()
    qtbot.waitUntil(lambda: panel.says.text() == "Door is read: scan a badge.")
    panel.next.click()
    qtbot.waitUntil(lambda: panel.says.text() == "Stand is read: scan a badge.")
    assert window.serial.lamp.isVisible()
    panel.ports[0].click()
    assert desk.preferences.text(PORT) == ""
    assert not window.serial.lamp.isVisible()
    assert window.page.field.hasFocus()
    qtbot.keyClick(window.page.field, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_the_lamp_opens_the_panel_and_the_panel_the_camera(qtbot, window, scanner):
    QTest.mouseClick(window.status.scanner, Qt.MouseButton.LeftButton)
    assert window.serial.panel.isVisible()
    window.serial.panel.close_button.click()
    assert window.serial.panel.isHidden()
    asked = []
    window.serial.panel.camera_asked.connect(lambda: asked.append(True))
    window.serial.panel.camera.click()
    assert asked == [True]
    assert window.camera.camera is not None


def test_the_key_on_another_page_only_opens_the_panel(qtbot, window, scanner, desk):
    window.show_page("badges")
    window.serial.press()
    assert window.stack.front == "reception"
    assert window.serial.panel.isVisible()
    assert desk.preferences.text(PORT) == ""


def test_a_port_that_is_plugged_in_appears_and_one_that_goes_stays_while_it_is_chosen(
    qtbot, window, scanner, press, pty, other, monkeypatch
):
    monkeypatch.setattr(window.serial._looks, "interval", lambda: 20)
    window.serial._looks.setInterval(20)
    pty.unplug()
    other.unplug()
    press()
    panel = window.serial.panel
    assert panel.says.text().startswith("No serial port was found.")
    assert panel.next.isHidden()
    pty.plug_in()
    qtbot.waitUntil(lambda: len(panel.ports) == 2)
    panel.ports[1].click()
    qtbot.waitUntil(lambda: window.serial.lamp.text == "ready")
    pty.unplug()
    qtbot.waitUntil(lambda: "Plugged in again" in panel.says.text())
    assert [one.text() for one in panel.ports] == ["Types like a keyboard", "Door"]


def test_in_a_small_window_the_key_chooses_and_the_lamp_says_it(
    qtbot, window, scanner, press, desk, pty
):
    window.resize(960, 540)
    press()
    assert desk.preferences.text(PORT) == str(pty.path)
    qtbot.waitUntil(lambda: window.serial.lamp.text == "ready")


def test_the_speed_is_one_of_the_usual_ones_and_remembered(qtbot, window, ready, press, desk):
    press()
    panel = window.serial.panel
    assert panel.speed.text() == "9600 baud"
    for wanted in ("19200", "38400", "57600", "115200", "9600"):
        panel.speed.click()
        assert desk.preferences.text(SPEED) == wanted
    qtbot.waitUntil(lambda: window.serial.lamp.text == "ready")
    desk.preferences.keep_text(SPEED, "12")
    assert ready.speed == 9600


def test_the_port_is_remembered_and_read_in_the_next_window(
    qtbot, window, ready, pty, desk, tokens
):
    other_look = Window(replace(desk, theme=theme("dark")))
    qtbot.addWidget(other_look)
    other_look.show()
    other_look.take_over(window)
    qtbot.waitUntil(lambda: other_look.serial.lamp.text == "ready")
    pty.send(next(iter(tokens.values())).encode() + b"\r")
    qtbot.waitUntil(answers(other_look, Verdict.WELCOME))
    assert window.page.answer is None


def test_the_port_goes_with_the_window_and_is_not_opened_again(qtbot, window, ready):
    thread = ready._reading._reader.thread
    window.close()
    assert not thread.is_alive()
    ready.begin()
    assert ready._reading is None
    window.serial.begin()


def test_a_window_that_waits_reads_nothing_and_goes_on_later(qtbot, window, ready, pty, tokens):
    window.serial.rest()
    window.serial.begin()  # its pages are complete by now; it is not its turn
    assert ready._reading is None
    window.serial.go_on()
    qtbot.waitUntil(lambda: window.serial.lamp.text == "ready")
    pty.send(next(iter(tokens.values())).encode() + b"\r")
    qtbot.waitUntil(answers(window, Verdict.WELCOME))


def test_the_port_and_the_camera_go_with_the_program(qtbot, qapp, window, ready):
    thread = ready._reading._reader.thread
    window.camera.toggle()
    qapp.aboutToQuit.emit()
    assert not thread.is_alive()
    assert not window.camera.camera.on


def test_without_a_port_that_is_remembered_nothing_is_made(qtbot, window):
    window.serial.begin()
    assert window.serial.scanner is None
    assert switch.PORT == PORT


@pytest.mark.parametrize("state", PortState)
def test_however_a_port_is_lamp_and_panel_say_it(qtbot, window, scanner, press, state):
    press()
    scanner._tell(SerialState("Door", state))
    assert window.serial.lamp.text
    assert window.serial.panel.says.text().startswith("Door")


def test_what_is_no_port_at_all_cannot_be_used(qtbot, window, scanner, tmp_path):
    scanner.choose(str(tmp_path))
    qtbot.waitUntil(lambda: window.serial.lamp.text == "cannot be used")
