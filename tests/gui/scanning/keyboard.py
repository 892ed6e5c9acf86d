"""Keys as the system sends them to a window, on a clock that does not wait for this computer."""

from dataclasses import dataclass, field
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

ENDS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
KINDS = (QKeyEvent.Type.ShortcutOverride, QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease)


@dataclass
class Keyboard:
    """Sends keys to a window with the times at which they were pressed, however slow this is."""

    feeds: bool = False  # a new line is a line feed, as Ctrl+J
    now: int = field(default_factory=lambda: int(monotonic() * 1000))

    def press(self, handle, letter, pace=3, code=0):
        self.now = max(self.now + pace, 0)
        key = ENDS.get(letter) or QTest.asciiToKey(ord(letter)) if letter.isascii() else 0
        for kind in KINDS:
            held, text = Qt.KeyboardModifier.NoModifier, "\r" if letter == "\n" else letter
            if letter == "\n" and self.feeds:
                key, held, text = Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier, letter
            event = QKeyEvent(kind, int(key), held, code, 0, 0, text)
            event.setTimestamp(self.now)
            QApplication.sendEvent(handle, event)
