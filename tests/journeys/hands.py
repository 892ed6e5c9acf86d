"""Two hands at a keyboard: every key goes to whatever has the focus, as it would at a desk."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

_MOST_TABS = 40


@dataclass(frozen=True, slots=True)
class Hands:
    """Types and presses; knows no widget but the one that has the keys."""

    qtbot: QtBot

    @property
    def place(self) -> QWidget:
        """What has the keys."""
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    @property
    def at(self) -> str:
        """What has the keys, as a screen reader says it."""
        return self.place.accessibleName()

    def write(self, text: str) -> None:
        """Types a text, letter by letter."""
        click, none = QTest.KeyAction.Click, Qt.KeyboardModifier.NoModifier
        for letter in text:
            QTest.sendKeyEvent(click, self.place, Qt.Key.Key_unknown, letter, none)
            QApplication.processEvents()

    def press(self, *keys: str) -> None:
        """Presses keys by their names: `Return`, `Ctrl+Z`, `Alt+3`."""
        for name in keys:
            key = QKeySequence(name)[0]
            self.qtbot.keyClick(self.place, Qt.Key(key.key()), key.keyboardModifiers())
            QApplication.processEvents()

    def press_down(self, name: str) -> None:
        """Presses a key that another window sees come up."""
        key = QKeySequence(name)[0]
        self.qtbot.keyPress(self.place, Qt.Key(key.key()), key.keyboardModifiers())

    def tab_to(self, name: str) -> None:
        """Presses Tab until the keys are where they are wanted."""
        for _ in range(_MOST_TABS):
            if self.at == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab never came to {name}")

    def scan(self, code: str) -> None:
        """Types as a wedge scanner does, with Enter after it."""
        self.write(code)
        self.press("Return")
