"""The card that says "one moment": on the screen before the work begins that holds the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.gui.announce import announce
from checkin.gui.kit.panels import Icon, Panel
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.theme import Theme


class MomentCard(QWidget):
    """Says what takes a moment; what is to be done is begun once it was painted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._then: Callable[[], object] | None = None
        panel = Panel(theme)
        panel.setFixedWidth(520)
        panel.column.setContentsMargins(28, 24, 28, 24)
        panel.column.addWidget(Icon("clock", 36, theme["accent"]))
        title = FitLabel(theme, 22, bold=True)
        title.say(self.tr("One moment"))
        self._says = FitLabel(theme, 16, wraps=True)
        panel.column.addWidget(title)
        panel.column.addWidget(self._says)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(panel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    @property
    def text(self) -> str:
        """What it says."""
        return self._says.text()

    def say(self, sentence: str, then: Callable[[], object]) -> None:
        """Says it, and begins after the next paint."""
        self._says.say(sentence)
        self.setAccessibleName(sentence)
        self._then = then
        announce(self, sentence)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What was waiting begins when this is on the screen."""
        super().paintEvent(event)
        then, self._then = self._then, None
        if then:
            QTimer.singleShot(0, self, then)
