"""An error in place: what happened, whether it was recorded, what to do; never over the card."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui.kit.buttons import button
from checkin.gui.kit.panels import Mark
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import FAULT, OK, WARN
from checkin.gui.look.theme import Theme


class Trouble(QFrame):
    """Hidden while there is nothing to say; a sentence, a button that mends it, a way to close.

    A narrow one has its buttons under the sentence.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, narrow: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self.mark, self._says = Mark(theme, FAULT, 20), FitLabel(theme, 14, wraps=True)
        self.action = button(theme, "", does=self._act, name=self.tr("What helps"))
        self.close_button = button(theme, self.tr("Close"), "quiet", does=self.quiet)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._does: Callable[[], object] | None = None
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(self.mark)
        row.addWidget(self._says, 1)
        column.addLayout(row)
        if narrow:
            row = QHBoxLayout()
            row.addStretch(1)
            column.addLayout(row)
        row.addWidget(self.action)
        row.addWidget(self.close_button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._says.text()

    def say(
        self, sentence: str, action: str = "", does: Callable[[], object] | None = None
    ) -> None:
        """Says a fault, with the button that does what helps."""
        self._show("fault", FAULT, sentence, action, does)

    def warn(
        self, sentence: str, action: str = "", does: Callable[[], object] | None = None
    ) -> None:
        """Says something to look at or to decide."""
        self._show("warning", WARN, sentence, action, does)

    def tell(self, sentence: str) -> None:
        """Says that something was done."""
        self._show("done", OK, sentence, "", None)

    def _show(
        self, kind: str, mark: str, sentence: str, action: str, does: Callable[[], object] | None
    ) -> None:
        self._does = does
        self.setObjectName(kind)
        self.style().polish(self)
        self.mark.set_state(mark, "")
        self._says.say(sentence)
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.show()

    def quiet(self) -> None:
        """Goes away."""
        self._does = None
        self._says.say("")
        self.hide()

    def _act(self) -> None:
        does = self._does
        self.quiet()
        if does:
            does()
