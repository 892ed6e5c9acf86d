"""The desk and who sits at it, in the head of the page; a press asks for the shift change."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from checkin.gui.desk import Desk
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.texts import listed


class SeatLabel(FitLabel):
    """Says "Desk A · Salma"; the desk alone while nobody said who sits there."""

    pressed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, 15, bold=True, trailing=True, parent=parent)
        self._desk = desk
        self.setToolTip(self.tr("F9: who sits at the desk"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        desk.seat.changed.connect(self.tell)
        self.tell()

    def tell(self) -> None:
        """Says who sits here now."""
        called = self._desk.services.reception.desk_name
        words = self._desk.wording.tell("page.desk", name=called)
        person = self._desk.operator.person
        self.say(listed(words, person) if person else words)
        self.setAccessibleName(self.text())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Asks who sits here now."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()
