"""The program as it starts, for those who work at its window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin.gui.app import application
from checkin.gui.crash import CrashHook
from checkin.gui.front import Front
from checkin.gui.look.theme import theme
from checkin.gui.opening import Opening
from checkin.gui.preferences import Preferences
from checkin.services.words import wording
from tests.conftest import Clock


@pytest.fixture
def front(tmp_path: Path, clock: Clock, qtbot: QtBot) -> Iterator[Front]:
    """The program as it starts, with a memory of its own."""
    look = theme("light")
    application(look)
    opening = Opening(clock, "Entrance", None, tmp_path / "own" / "sample.checkin")
    kept = Preferences(tmp_path / "window.ini")
    made = Front(opening, look, wording("en"), CrashHook(), kept)
    yield made
    made.close()
    if made.shown:
        qtbot.addWidget(made.shown)
