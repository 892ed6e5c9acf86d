"""The place under the card: one panel at a time, each made when it is first wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.gui.look.measures import Measures

if TYPE_CHECKING:  # nothing of it is needed before a panel is
    from checkin.gui.reception.otherwise.panel import DeskPanel

Some = TypeVar("Some", bound="DeskPanel")


class PanelPlace(QWidget):
    """`scanned` carries a code that came into a field, `released` says that nobody has the keys,

    `opened` that a panel takes the place of a search.
    """

    scanned = Signal(str)
    released = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels: list[DeskPanel] = []
        self._measures: Measures | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._measures = measures
        for panel in self._panels:
            panel.apply(measures)

    def close_panels(self) -> None:
        """Something else takes their place."""
        for panel in self._panels:
            if not panel.isHidden():
                panel.leave()

    def _add(self, panel: Some, does: Callable[[], object]) -> Some:
        """A panel that was just made, and what its button does."""
        panel.asked.connect(does)
        panel.closed.connect(self._closed)
        panel.scanned.connect(self.scanned)
        self._panels.append(panel)
        self._column.addWidget(panel)
        if self._measures:
            panel.apply(self._measures)
        return panel

    def _open(self, panel: Some) -> Some:
        """One panel at a time."""
        for other in self._panels:
            if other is not panel and not other.isHidden():
                other.leave()
        self.opened.emit()
        self.show()
        return panel

    def _closed(self, keys: str) -> None:
        if all(panel.isHidden() for panel in self._panels):
            self.hide()
        if keys:
            self.released.emit()
