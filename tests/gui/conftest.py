"""The window on a real meeting file, as the desk has it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin.bootstrap import Services
from checkin.gui.app import application
from checkin.gui.desk import Desk
from checkin.gui.look.theme import theme
from checkin.gui.window import Window
from tests.conftest import SALMA

Scan = Callable[[str], None]


@pytest.fixture
def desk(services: Services) -> Desk:
    """Salma's desk, in English and in the light theme."""
    return Desk(services, SALMA, services.wording("en"), theme("light"))


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Window:
    """The window, shown, active and prepared for the first scan."""
    application(desk.theme)
    made = Window(desk)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.painted):
        made.show()
    qtbot.waitUntil(lambda: made.page.field.hasFocus())
    return made


@pytest.fixture
def type_in(qtbot: QtBot, window: Window) -> Scan:
    """Types a text into whatever has the focus and presses Return, as a scanner does."""

    def typed(text: str) -> None:
        receiver = window.focusWidget()
        qtbot.keyClicks(receiver, text)
        qtbot.keyClick(receiver, Qt.Key.Key_Return)

    return typed
