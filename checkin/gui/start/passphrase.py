"""Asks for the passphrase of a file in place, and says there if it was the wrong one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import secret_field
from checkin.gui.kit.panels import Icon, Panel
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.theme import Theme
from checkin.gui.start.asked import Asked


class PassphraseCard(QWidget):
    """`given` carries an `Asked`, `left` says that somebody thought better of it."""

    given = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._says = FitLabel(theme, 15, wraps=True)
        self.field = secret_field(theme, self.tr("Passphrase"))
        self.field.line.returnPressed.connect(self._give)
        self.open_button = button(theme, self.tr("Open"), "primary", does=self._give)
        self.back = button(theme, self.tr("Back"), "quiet", does=self.left.emit)
        panel = Panel(theme)
        panel.setFixedWidth(520)
        panel.column.setContentsMargins(28, 24, 28, 24)
        panel.column.setSpacing(12)
        title = FitLabel(theme, 22, bold=True)
        title.say(self.tr("This meeting is protected"))
        for part in (Icon("lock", 36, theme["accent"]), title, self._says, self.field):
            panel.column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        panel.column.addLayout(buttons)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(panel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def ask(self, path: Path, wrong: bool = False) -> None:
        """Asks for the passphrase of a file."""
        self._path = path
        self._says.say(self.tr("{name} opens with its passphrase.").format(name=path.name))
        again = self.tr(
            "This passphrase does not open it. Nothing was changed. Check every letter."
        )
        self.field.say_wrong(again if wrong else "")
        self.field.line.selectAll()
        self.field.line.setFocus()

    def _give(self) -> None:
        if self.field.text:
            self.given.emit(Asked(self._path, self.field.text))
        else:
            self.field.say_wrong(self.tr("Type the passphrase of the file."))

    def forget(self) -> None:
        """Leaves no passphrase standing about."""
        self.field.set_text("")
