"""The passphrase of the file: set, changed, taken away; typed twice, in place."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import secret_field
from checkin.gui.kit.notices import Trouble
from checkin.gui.look.marks import OFF, OK
from checkin.gui.meeting.changes import Changes
from checkin.gui.meeting.rows import StateRow
from checkin.gui.switchboard import Notice


@dataclass(frozen=True, slots=True)
class NewSecret:
    """The passphrase that the file shall have; None for none."""

    passphrase: str | None


class SecretForm(QWidget):
    """`asked` carries a `NewSecret`: it takes a moment, which the page says first."""

    asked = Signal(object)

    def __init__(self, desk: Desk, changes: Changes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._changes = desk, changes
        theme = desk.theme
        self.begin = button(theme, "", does=self._open, name=self.tr("Set a passphrase"))
        self.remove = button(theme, self.tr("Remove"), "quiet", does=self._sure)
        self.remove.setAccessibleName(self.tr("Remove the passphrase"))
        self.row = StateRow(theme, self.remove, self.begin)
        self.question = Trouble(theme)
        self.first = secret_field(theme, self.tr("New passphrase"))
        self.second = secret_field(theme, self.tr("The same passphrase again"))
        self.second.line.returnPressed.connect(self._keep)
        self.keep = button(theme, self.tr("Keep it"), does=self._keep)
        self.leave = button(theme, self.tr("Leave it"), "quiet", does=self._close)
        self.form = QWidget()
        self._lay_out()
        self._close()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        inner = QVBoxLayout(self.form)
        inner.setContentsMargins(0, 4, 0, 0)
        inner.addWidget(self.first)
        inner.addWidget(self.second)
        inner.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.row, self.question, self.form):
            column.addWidget(part)

    def read(self) -> None:
        """Shows whether the file has one."""
        encrypted = self._desk.services.care.facts().encrypted
        self.remove.setVisible(encrypted)
        self.begin.setText(self.tr("Change") if encrypted else self.tr("Set one"))
        if encrypted:
            title, about = (
                self.tr("Protected by a passphrase"),
                self.tr("Without it nobody opens it."),
            )
            self.row.say(OK, title, about)
        else:
            about = self.tr("Whoever has the file can read it.")
            self.row.say(OFF, self.tr("No passphrase"), about)

    def _open(self) -> None:
        self.question.quiet()
        self.form.show()
        self.first.line.setFocus()

    def _close(self) -> None:
        for field in (self.first, self.second):
            field.set_text("")
            field.say_wrong("")
        self.form.hide()

    def _keep(self) -> None:
        typed = self.first.text
        self.first.say_wrong("" if typed.strip() else self.tr("Type the new passphrase."))
        same = typed == self.second.text
        self.second.say_wrong("" if same else self.tr("The two are not the same."))
        if typed.strip() and same and self._changes.free:
            self._close()
            self.asked.emit(NewSecret(typed))

    def _sure(self) -> None:
        self._close()
        words = self.tr("Without a passphrase whoever has the file can read it.")
        self.question.warn(words, self.tr("Remove the passphrase"), self._remove)

    def _remove(self) -> None:
        if self._changes.free:
            self.asked.emit(NewSecret(None))

    def change(self, new: NewSecret) -> None:
        """Does it; the page says "one moment" meanwhile."""
        try:
            self._desk.services.care.set_passphrase(new.passphrase, self._desk.operator)
        except Refused as refused:
            self._changes.refuse(refused)
            return
        some = self.tr("The passphrase was set. Keep it well: nobody can open the file without it.")
        none = self.tr("The passphrase was taken away.")
        self._desk.switchboard.noticed.emit(Notice(some if new.passphrase else none))
        self.read()
