"""What every panel under the card has: a title, a sentence, a button that does it, one to close."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from checkin.domain.scan import code_after_words, is_code_begun
from checkin.gui.kit.buttons import button
from checkin.gui.kit.panels import Panel, has_keys
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme

TARGET = 44


class DeskPanel(Panel):
    """`asked` says that it is to be done, `closed` that it went away (the text "keys": with the

    keys), `scanned` carries a code that came into one of its fields.
    """

    asked = Signal()
    closed = Signal(str)
    scanned = Signal(str)

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent)
        self.trouble = FitLabel(theme, 14, tone="bad", wraps=True)
        self.trouble.hide()
        say = QCoreApplication.translate
        self.go = button(theme, "", "primary", does=self.asked.emit)
        self.away = button(theme, say("DeskPanel", "Close   Esc"), does=self.leave)
        self.buttons = QHBoxLayout()
        self.beside = FitLabel(theme, 14, bold=True, wraps=True)
        self.buttons.addWidget(self.trouble, 1)
        self.buttons.addWidget(self.beside, 1)
        for one in (self.away, self.go):
            one.setMinimumHeight(TARGET)
            self.buttons.addWidget(one)
        for key, does in (("Esc", self.leave), ("Ctrl+Return", self.asked.emit)):
            short = QShortcut(QKeySequence(key), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(does)
        self.hide()

    def finish(self) -> None:
        """Puts the buttons under what the panel has."""
        self.column.addLayout(self.buttons)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.title.set_px(measures.px(16))

    def say_go(self, words: str, key: str) -> None:
        """What the button does, and by which key."""
        self.go.setText(f"{words}   {key}")
        self.go.setAccessibleName(words)

    def say_trouble(self, sentence: str) -> None:
        """Says why it was not done, in place of what stands beside the buttons; "" to be quiet."""
        self.trouble.say(sentence)
        self.trouble.setVisible(bool(sentence))
        self.beside.setVisible(not sentence)

    def leave(self) -> None:
        """Goes away."""
        had_keys = has_keys(self)
        self.hide()
        self.say_trouble("")
        self.closed.emit("keys" if had_keys else "")

    def guard(self, line: QLineEdit) -> None:
        """A code that a scanner sends into a field is answered as a scan and leaves the field."""
        line.setMinimumHeight(TARGET)
        line.returnPressed.connect(lambda: self._entered(line))

    def _entered(self, line: QLineEdit) -> None:
        text = line.text()
        if is_code_begun(text):
            code = code_after_words(text)
            line.setText(text.removesuffix(code).strip())
            self.scanned.emit(code)
        else:
            self.focusNextChild()
