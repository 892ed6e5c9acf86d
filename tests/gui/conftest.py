"""The window on a real meeting file, as the desk has it."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin.bootstrap import Services
from checkin.gui.app import application
from checkin.gui.crash import CrashHook
from checkin.gui.desk import Desk
from checkin.gui.front import Front
from checkin.gui.look.theme import theme
from checkin.gui.opening import Opening
from checkin.gui.preferences import Preferences
from checkin.gui.seat import Seat
from checkin.gui.sounds import desk_sounds
from checkin.gui.window import Window
from checkin.services.words import wording
from tests.conftest import SALMA
from tests.people import MEETING_DAYS
from tests.scenes import SceneClock, make_scenes_meeting, scenes

Scan = Callable[[str], None]


@pytest.fixture
def desk(services: Services) -> Desk:
    """Salma's desk, in English and in the light theme."""
    return Desk(services, Seat(SALMA), services.wording("en"), theme("light"))


def pytest_runtest_teardown() -> None:
    """A window that asked instead of closing makes no more pages: its file closes with the test."""
    for left in QApplication.topLevelWidgets() if QApplication.instance() else ():
        if isinstance(left, Window):
            left.stack.end()
            for part in (left.camera, left.serial, left.sounds):
                part.end()


@pytest.fixture(autouse=True)
def _nothing_plays_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests make no sound, and begin what plays only where they ask for it."""
    monkeypatch.setattr(desk_sounds, "IDLE_MS", 600_000)


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


@pytest.fixture
def press(qtbot, window):
    """Presses a key wherever the keys are."""

    def pressed(key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(window.focusWidget(), key, modifier)

    return pressed


@pytest.fixture
def arrived(services):
    """How many arrived on the first day."""
    return lambda: services.reception.count(MEETING_DAYS[0]).arrived


@pytest.fixture
def evening_before(clock):
    """It is the evening before the first day."""
    clock.set("2022-07-04T18:00:00+02:00")


@pytest.fixture
def told(tmp_path):
    """The scenes' services and answers."""
    clock = SceneClock(datetime(2022, 7, 5, tzinfo=UTC))
    services = make_scenes_meeting(tmp_path / "scenes.checkin", clock)
    yield services, scenes(services, clock)
    services.close()


@pytest.fixture
def preferences(qapp, tmp_path):
    """What a computer of its own remembers."""
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def make_front(qtbot, clock, tmp_path, preferences):
    """Makes fronts as the program does, each closed at the end."""
    made: list[Front] = []

    def make(passphrase: str | None = None) -> Front:
        look = theme("light")
        application(look)
        opening = Opening(clock, "", passphrase, tmp_path / "own" / "sample.checkin")
        front = Front(opening, look, wording("en"), CrashHook(), preferences)
        front.restyled.connect(application)
        made.append(front)
        return front

    yield make
    for front in made:
        if isinstance(front.shown, Window):
            front.shown._closing.close_for_sure()
        front.close()
        if front.shown:
            qtbot.addWidget(front.shown)


@pytest.fixture
def front(make_front):
    """A front that has opened nothing yet."""
    return make_front()
