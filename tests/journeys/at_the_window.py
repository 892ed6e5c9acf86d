"""Whoever works at the window: what is done by keys, and what is read off the page."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from checkin.gui.window import Window
from tests.conftest import Clock
from tests.journeys.hands import Hands
from tests.watchdog import Watchdog


@dataclass(frozen=True, slots=True)
class Card:
    """What a verdict card says."""

    word: str
    sentence: str
    name: str = ""
    delegation: str = ""


class Day:
    """Salma at the desk: what she does by keys, and what she sees."""

    def __init__(self, qtbot: QtBot, window: Window, clock: Clock) -> None:
        self.qtbot, self.window, self.clock = qtbot, window, clock
        self.hands = Hands(qtbot)
        self.watchdog = Watchdog(window)

    @property
    def card(self) -> Card:
        """What the card says."""
        face = self.window.page.card.face
        who = face.person
        if who is None:
            return Card(face.word, face.say)
        return Card(face.word, face.say, f"{who.surname} {who.given_names}", who.delegation)

    @property
    def arrived(self) -> str:
        """The large count of the page."""
        return self.window.page.today.short

    @property
    def said(self) -> str:
        """The notice of the status line."""
        return self.window.status.notice.text

    def scan(self, code: str, then: float = 8) -> Card:
        """Scans, and reads the card; the next person comes some seconds later."""
        self.hands.scan(code)
        seen = self.card
        self.clock.wait(seconds=then)
        return seen

    def find(self, text: str) -> list[str]:
        """Types a name and reads the list: who they are and whether others are called the same."""
        self.hands.write(text)
        page = self.window.page
        self.qtbot.waitUntil(lambda: page.found.isVisible() and not page.search.pause.isActive())
        return [
            f"{one.delegate.name}, {one.delegate.delegation}{', same name' * one.homonym}"
            for one in page.found.found.people
        ]

    def go_to(self, key: str, page: str) -> None:
        """Another page, by its key."""
        self.hands.press(key)
        assert self.window.stack.front == page

    def save_as(self, path: Path) -> None:
        """Types where a file goes into the dialog that has come."""
        self.qtbot.waitUntil(lambda: isinstance(self.hands.place.window(), QFileDialog))
        self.hands.write(str(path))
        self.hands.press("Return")
        self.qtbot.waitUntil(path.exists)
        self.qtbot.waitUntil(lambda: path.name in self.said, timeout=20_000)
