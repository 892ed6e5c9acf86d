"""A lamp of the status line: how something is that the desk depends on."""

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QWidget

from checkin.gui.kit.panels import Mark
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import FAULT, OFF
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme

_BETWEEN = 13  # and the row's own spacing


class Room(IntEnum):
    """How much of the line a lamp may take; a fault is always said whole."""

    WHOLE = 0
    NAME = 1
    NONE = 2


class Lamp(QWidget):
    """Mark, name, and the state in words; `pressed` where a press on it does something.

    `changed` follows another state.
    """

    pressed = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = Mark(theme, OFF)
        self._name = FitLabel(theme, 13, bold=True)
        self._name.say(name)
        self._state = FitLabel(theme, 13, tone="ink2")
        self._room = Room.WHOLE
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(7)
        for part in (self._mark, self._name, self._state):
            self._row.addWidget(part)
        self._between = QSpacerItem(0, 0)
        self._row.addSpacerItem(self._between)
        self.give(Room.WHOLE)

    @property
    def text(self) -> str:
        """The state in words."""
        return self._state.text()

    @property
    def mark(self) -> str:
        """The state as a silhouette."""
        return self._mark.state

    @property
    def short(self) -> bool:
        """Whether the words are left out."""
        return self._state.isHidden()

    def show_state(self, mark: str, words: str) -> None:
        """Shows a state."""
        self._mark.set_state(mark, words)
        self._state.say(words)
        self.setAccessibleName(f"{self._name.text()}: {words}")
        self.give(self._room)
        self.changed.emit()

    def give(self, room: Room) -> None:
        """Shows what there is room for."""
        self._room = room
        shown = Room.WHOLE if self.mark == FAULT else room
        self._mark.setHidden(shown is Room.NONE)
        self._name.setHidden(shown is Room.NONE)
        self._state.setHidden(shown is not Room.WHOLE)
        self._between.changeSize(0 if shown is Room.NONE else _BETWEEN, 0)
        self._row.invalidate()

    def offer_press(self, does: str) -> None:
        """A press does what the tooltip says."""
        self.setToolTip(does)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pressed."""
        super().mouseReleaseEvent(event)
        if self.toolTip() and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        for label in (self._name, self._state):
            label.set_px(max(measures.px(13), 12))
