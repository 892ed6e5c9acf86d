"""What no badge says, sent by a scanner to a window: answered or let be, and the desk goes on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from checkin.domain.token import ALPHABET
from checkin.domain.verdict import Verdict
from tests.gui.scanning.keyboard import KINDS
from tests.gui.scanning.player import damaged

NADIA, AISSATOU = "EL OUAFI Nadia", "N'DIAYE Aïssatou"


def goes_on(window, scan, tokens):
    """The next badge is answered as ever."""
    scan(tokens[NADIA])
    assert window.page.answer.delegate.name == NADIA
    assert window.page.answer.verdict is Verdict.WELCOME
    return True


@pytest.mark.parametrize(
    ("page", "letters"), [("reception", "0123456789ABCDEF$%*+-./:"), ("delegates", ALPHABET)]
)
def test_a_code_as_long_as_codes_can_be(qtbot, window, scan, tokens, services, page, letters):
    window.show_page(page)
    keys = QApplication.focusWidget()
    scan((letters * 4296)[:4296])
    qtbot.waitUntil(lambda: window.page.answer is not None)
    assert window.page.answer.verdict in (Verdict.UNKNOWN, Verdict.MISREAD)
    assert services.file.arrivals.count() == 0
    assert QApplication.focusWidget() is keys
    assert goes_on(window, scan, tokens)


def test_two_codes_glued_are_two_people(window, scan, tokens, services):
    window.show_page("meeting")
    scan(tokens[NADIA] + tokens[AISSATOU])
    assert services.file.arrivals.count() == 2
    assert window.page.answer.delegate.name == AISSATOU


@pytest.mark.parametrize("at", [0, 1, 14, 28])
def test_one_letter_wrong_is_scanned_again_and_nobody_else(
    qtbot, window, scan, tokens, services, at
):
    window.show_page("delegates")
    scan(damaged(tokens[NADIA], at))
    qtbot.waitUntil(lambda: window.page.answer is not None)
    assert window.page.answer.verdict is Verdict.MISREAD
    assert services.file.arrivals.count() == 0
    assert goes_on(window, scan, tokens)


@pytest.mark.parametrize("page", ["reception", "delegates", "meeting"])
def test_the_commands_of_a_binary_code_command_nothing(
    qtbot, window, wedge, keyboard, scan, tokens, services, page
):
    """Ctrl+Z, Ctrl+I, Ctrl+] and Ctrl+W, as scanners send what is no letter."""
    goes_on(window, scan, tokens)
    window.show_page(page)
    front = window.stack.front
    control = Qt.KeyboardModifier.ControlModifier
    handle = QGuiApplication.focusWindow() or window.windowHandle()
    keyboard.now += 1000
    for letter in "ZI]W":
        for plain in "0aB7":
            keyboard.press(handle, plain)
        keyboard.now += 3
        for kind in KINDS:
            event = QKeyEvent(kind, ord(letter), control, chr(ord(letter) & 31))
            event.setTimestamp(keyboard.now)
            QApplication.sendEvent(handle, event)
    keyboard.press(handle, "\n")
    qtbot.waitUntil(lambda: not wedge._capture.running)
    assert window.stack.front == front
    assert window.isVisible()
    assert services.file.arrivals.count() == 1
    scan(tokens[AISSATOU])
    assert window.page.answer.delegate.name == AISSATOU


def test_ten_thousand_letters_in_the_search(qtbot, window, scan, tokens, services):
    QGuiApplication.clipboard().setText("moh ben " * 1250)
    window.page.field.setFocus()
    qtbot.keyClick(window.page.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.page.field, Qt.Key.Key_Return)
    assert services.file.arrivals.count() == 0
    assert goes_on(window, scan, tokens)
    assert window.page.field.text() == ""


def test_a_code_that_is_pasted_with_its_line_ends(qtbot, window, wedge, tokens, services):
    QGuiApplication.clipboard().setText(f"\r\n{tokens[NADIA]}\r\n")
    window.page.field.setFocus()
    qtbot.keyClick(window.page.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.page.field, Qt.Key.Key_Return)
    assert services.file.arrivals.count() == 1
    assert window.page.answer.delegate.name == NADIA


def test_a_command_that_comes_after_a_run_is_one_though_the_window_was_at_work_meanwhile(
    window, wedge, keyboard
):
    """Nothing waits in between here: the next key comes before the timer that ends the run."""
    handle = window.windowHandle()
    keyboard.now += 1000
    for letter in "rubbish that nobody knows\n":
        keyboard.press(handle, letter)
    assert wedge._capture.running
    keyboard.now += 200
    control = Qt.KeyboardModifier.ControlModifier
    for kind in KINDS:
        event = QKeyEvent(kind, Qt.Key.Key_Z, control, "\x1a")
        event.setTimestamp(keyboard.now)
        QApplication.sendEvent(handle, event)
    assert not wedge._capture.running
    assert not wedge._dropped
