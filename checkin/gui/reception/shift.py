"""The place under the head of the page where somebody else sits down at the desk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.domain.operator import Operator
from checkin.gui.desk import Desk
from checkin.gui.look.measures import Measures
from checkin.gui.reception.showing import Showing
from checkin.gui.switchboard import Notice

if TYPE_CHECKING:  # nothing of it is needed before the first shift change
    from checkin.gui.reception.shift_panel import ShiftPanel


class Shift(QWidget):
    """`scanned` carries a code that came into a field, `released` says that nobody has the keys,

    `opened` that the panel is asked for.
    """

    scanned = Signal(str)
    released = Signal()
    opened = Signal()

    def __init__(self, desk: Desk, showing: Showing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._showing = desk, showing
        self._measures: Measures | None = None
        self.panel: ShiftPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def key_of(self, page: QWidget) -> None:
        """F9 opens and closes it wherever the keys are on the page."""
        short = QShortcut(QKeySequence("F9"), page)
        short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        short.activated.connect(self.ask)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._measures = measures
        if self.panel:
            self.panel.apply(measures)

    def ask(self) -> None:
        """F9: who sits here now? Again closes it."""
        panel = self.panel or self._made()
        self.opened.emit()
        self.show()
        panel.begin()

    def _made(self) -> "ShiftPanel":
        from checkin.gui.reception.shift_panel import ShiftPanel

        panel = self.panel = ShiftPanel(self._desk)
        panel.scanned.connect(self.scanned)
        panel.closed.connect(self._closed)
        panel.taken.connect(self._taken)
        self._column.addWidget(panel)
        if self._measures:
            panel.apply(self._measures)
        return panel

    def _closed(self, keys: str) -> None:
        self.hide()
        if keys:
            self.released.emit()

    def _taken(self, operator: object) -> None:
        """Card, mode and field stay; whoever was armed by somebody else is let go of."""
        if not isinstance(operator, Operator):
            return
        self._desk.seat.take(operator)
        reception, answer = self._desk.services.reception, self._showing.answer
        reception.disarm()
        if answer and answer.armed:
            self._showing.rest()
        called = reception.desk_name
        words = self.tr("{name} sits at desk {desk} now.")
        self._desk.switchboard.noticed.emit(Notice(words.format(name=operator.name, desk=called)))
