"""A scanner at the window: its keys as the system sends them."""

from time import monotonic

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from checkin.gui.scanning.wedge import Wedge
from tests.gui.scanning.keyboard import Keyboard


@pytest.fixture
def wedge(qtbot, window):
    given = 20_000  # every page is made between the events of a loaded machine
    qtbot.waitUntil(
        lambda: all(one in window.stack.pages for one in window.stack.kinds), timeout=given
    )
    qtbot.waitUntil(lambda: all(page.made for page in window.stack.pages.values()), timeout=given)
    made = Wedge(QApplication.instance())
    made.scanned.connect(window.scans.take)
    made.unreadable.connect(window.scans.refuse)
    yield made
    made.deleteLater()


@pytest.fixture
def keyboard():
    return Keyboard()


@pytest.fixture
def scan(wedge, window, keyboard):
    """Types as a wedge scanner does: keys to the window that has them, as the system sends them."""

    def typed(text, suffix="\n", to=None):
        handle = to or QGuiApplication.focusWindow() or window.windowHandle()
        keyboard.now = max(keyboard.now + 500, int(monotonic() * 1000))
        for letter in text + suffix:
            keyboard.press(handle, letter)

    return typed
