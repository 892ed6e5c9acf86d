"""A page with one thing to say, and at most one thing to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from checkin.gui.look.fonts import font
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.theme import Theme


class PlainPage(QWidget):
    """A title, a sentence, and a button where there is something to do."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = FitLabel(theme, 18)
        self.sentence.say(sentence)
        heading = FitLabel(theme, 28, bold=True)
        heading.say(title)
        panel = QFrame()
        panel.setObjectName("panel")
        panel.setMaximumWidth(760)
        column = QVBoxLayout(panel)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(16)
        column.addWidget(heading)
        column.addWidget(self.sentence)
        self.button = QPushButton(action)
        self.button.setVisible(bool(action))
        self._add_button(column)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(panel, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        panel.setMinimumWidth(640)

    def _add_button(self, column: QVBoxLayout) -> None:
        button = self.button
        button.setObjectName("primary")
        button.setFont(font(16, bold=True))
        button.setMinimumHeight(52)
        button.setAccessibleName(button.text())
        column.addSpacing(4)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
