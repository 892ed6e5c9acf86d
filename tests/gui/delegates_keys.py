"""The delegates page in front, and keys for whatever has the focus."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin.gui.delegates.page import DelegatesPage
from checkin.gui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier


def in_front(qtbot: QtBot, window: Window) -> DelegatesPage:
    """The page in front, with the names of all delegations."""
    window.show_page("delegates")
    page = window.stack.page("delegates")
    assert isinstance(page, DelegatesPage)
    qtbot.waitUntil(lambda: bool(page.names.usual))
    return page


def press(qtbot: QtBot, window: Window, *keys: Qt.Key, control: bool = False) -> None:
    none = Qt.KeyboardModifier.NoModifier
    for key in keys:
        qtbot.keyClick(window.focusWidget(), key, CONTROL if control else none)


def write(qtbot: QtBot, window: Window, text: str) -> None:
    for letter in text:
        qtbot.keyClicks(window.focusWidget(), letter)
