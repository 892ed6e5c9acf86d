"""The badges page by keys alone."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin.gui.badges.page import BadgesPage as Page
from checkin.gui.window import Window
from tests.gui.test_badges_page import page_of, shown


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> Page:
    """The page in front."""
    return page_of(qtbot, window)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_the_keys_go_on_from_the_search_to_whoever_was_found(
    qtbot: QtBot, page: Page, key: Qt.Key
) -> None:
    page.list.search.setFocus()
    qtbot.keyClicks(page.list.search, "bennani")
    found = shown(page)
    qtbot.keyClick(page.list.search, key)
    assert page.list.view.hasFocus()
    assert page.list.current
    assert page.list.current.number == found[0]
    assert page.replace_button.isEnabled()
