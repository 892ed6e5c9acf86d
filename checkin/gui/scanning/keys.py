"""Keys of Qt's: told from each other, kept, and sent on later as they came."""

import sys
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from shiboken6 import isValid

_MODIFIER = Qt.KeyboardModifier
_COMMAND = _MODIFIER.ControlModifier | _MODIFIER.AltModifier | _MODIFIER.MetaModifier
_ALT_GR = _MODIFIER.ControlModifier | _MODIFIER.AltModifier  # as Windows sends it
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_Mode_switch)
_SILENT = frozenset((*_SHIFTS, Qt.Key.Key_AltGr))
_ENDS = {Qt.Key.Key_Return: "\n", Qt.Key.Key_Enter: "\n", Qt.Key.Key_Tab: "\t"}
_FIRST_OF_X = 8  # X11 and Wayland count keys from 8


def is_silent(event: QKeyEvent) -> bool:
    """Whether a key only chooses between the letters of others."""
    return event.key() in _SILENT


def end_of(event: QKeyEvent) -> str:
    """Enter or Tab as text, or ""; some scanners send a line feed as its own key, or as Ctrl+J."""
    if event.text() == _ENDS[Qt.Key.Key_Return]:
        return event.text()
    plain = not event.modifiers() & ~_MODIFIER.KeypadModifier
    return _ENDS.get(Qt.Key(event.key()), "") if plain else ""


def text_of(event: QKeyEvent) -> str:
    """The text of a key that is no command, or ""."""
    command = event.modifiers() & _COMMAND
    text = event.text()
    return text if text.isprintable() and (not command or command == _ALT_GR) else ""


def code_of(event: QKeyEvent) -> int:
    """The key's number as `Stroke` has it."""
    code = event.nativeScanCode()
    if sys.platform == "win32":
        return code & 0xFF
    return max(code - _FIRST_OF_X, 0) if sys.platform.startswith("linux") else 0


def same_key(event: QKeyEvent) -> int:
    """What a key has in common when it is pressed and when it is let go."""
    return event.nativeScanCode() or event.key()


def copy_of(event: QKeyEvent, kind: QEvent.Type | None = None) -> QKeyEvent:
    """The same key once more; the event itself ends with its delivery."""
    kind, key, modifiers = kind or event.type(), event.key(), event.modifiers()
    native = event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers()
    made = QKeyEvent(kind, key, modifiers, *native, event.text(), event.isAutoRepeat())
    made.setTimestamp(event.timestamp())
    return made


@dataclass(slots=True)
class HeldKey:
    """A key that was pressed in a window, and maybe let go."""

    window: QObject
    pressed: QKeyEvent
    released: QKeyEvent | None = None

    @property
    def text(self) -> str:
        """What it writes."""
        return self.pressed.text()

    @property
    def key(self) -> int:
        """Which key it is, as long as it is still down; else 0."""
        return 0 if self.released else same_key(self.pressed)

    @property
    def is_end(self) -> bool:
        """Whether it is Enter or Tab."""
        return bool(end_of(self.pressed))

    def send(self) -> None:
        """Sends it on to its window."""
        before = copy_of(self.pressed, QEvent.Type.ShortcutOverride) if self.is_end else None
        for event in filter(None, (before, self.pressed, self.released)):
            if isValid(self.window):
                QCoreApplication.sendEvent(self.window, event)


@dataclass(frozen=True, slots=True)
class HeldWord:
    """Letters that came to a field without a key of their own."""

    field: QObject
    text: str
    key: int = 0

    def send(self) -> None:
        """Sends them on to their field."""
        if isValid(self.field):
            event = QInputMethodEvent()
            event.setCommitString(self.text)
            QCoreApplication.sendEvent(self.field, event)


Held = HeldKey | HeldWord
