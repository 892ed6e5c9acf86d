"""Rows of the meeting page: a label beside a control; a state with what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from checkin.gui.kit.panels import Mark
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import OFF
from checkin.gui.look.theme import Theme

LABEL = 150


class FormRow(QWidget):
    """Label, control, and a hint below the control."""

    def __init__(
        self, theme: Theme, label: str, control: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = FitLabel(theme, 14, bold=True)
        self._label.say(label)
        self.hint = FitLabel(theme, 13, tone="ink2", wraps=True)
        self.hint.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._label, 0, 0)
        self._grid.addWidget(control, 0, 1)
        self._grid.addWidget(self.hint, 1, 1)
        self.set_small(False)

    def say(self, hint: str) -> None:
        """Says something below the control."""
        self.hint.say(hint)
        self.hint.setVisible(bool(hint))

    def set_small(self, small: bool) -> None:
        """Takes less room for the label."""
        self._label.setFixedWidth(104 if small else LABEL)


class StateRow(QWidget):
    """A mark, a state in words, what it means, and buttons that change it."""

    def __init__(self, theme: Theme, *buttons: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = Mark(theme, OFF, 16)
        self._title, self._about = (
            FitLabel(theme, 15, bold=True, wraps=True),
            FitLabel(theme, 13, tone="ink2", wraps=True),
        )
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addLayout(texts, 1)
        for one in buttons:
            row.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, mark: str, title: str, about: str) -> None:
        """Shows a state."""
        self._mark.set_state(mark, title)
        self._title.say(title)
        self._about.say(about)
        self.setAccessibleName(f"{title}. {about}")

    @property
    def mark(self) -> str:
        """The state as a silhouette."""
        return self._mark.state

    @property
    def title(self) -> str:
        """The state in words."""
        return self._title.text()

    @property
    def about(self) -> str:
        """What it means."""
        return self._about.text()
