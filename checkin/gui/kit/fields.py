"""Fields with their label above and what is wrong below; a search field; a list to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from checkin.gui.kit.panels import Mark
from checkin.gui.look.fonts import font
from checkin.gui.look.icons import icon_of
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import FAULT
from checkin.gui.look.texts import fitting_px
from checkin.gui.look.theme import Theme

_TO_THE_ROWS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
HEIGHT = 36


class Field(QWidget):
    """A text with its label; `trouble` stands below it in words."""

    edited = Signal(str)

    def __init__(
        self, theme: Theme, label: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.label = FitLabel(theme, 14, bold=True)
        self.label.say(label)
        self.line = line_edit(label)
        self.line.setText(text)
        self.line.textEdited.connect(self.edited)
        self._mark, self._wrong = (
            Mark(theme, FAULT, 16),
            FitLabel(theme, 13, tone="bad", wraps=True),
        )
        self._below = _row(self._mark, self._wrong)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.label)
        column.addWidget(self.line)
        column.addWidget(self._below)
        self.say_wrong("")

    @property
    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Shows a text without telling anybody."""
        if self.line.text() != text:
            self.line.setText(text)

    @property
    def wrong(self) -> str:
        """What is said to be wrong with it."""
        return self._wrong.text()

    def say_wrong(self, sentence: str) -> None:
        """Says what is wrong, or nothing."""
        self._wrong.say(sentence)
        self._below.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence)
        if bool(sentence) != bool(self.line.property("wrong")):  # the first style costs 30 ms
            self.line.setProperty("wrong", bool(sentence))
            self.line.style().polish(self.line)


def line_edit(name: str) -> QLineEdit:
    """A plain line to type into."""
    made = QLineEdit()
    made.setAcceptDrops(False)  # a file that is dropped is for the window
    made.setFont(font(14))
    made.setMinimumHeight(HEIGHT)
    made.setAccessibleName(name)
    return made


def secret_field(theme: Theme, label: str) -> Field:
    """A field whose letters nobody reads over a shoulder."""
    made = Field(theme, label)
    made.line.setEchoMode(QLineEdit.EchoMode.Password)
    hints = Qt.InputMethodHint
    made.line.setInputMethodHints(hints.ImhHiddenText | hints.ImhNoPredictiveText)
    return made


class SearchField(QLineEdit):
    """A line with a glass at its leading edge; what is typed narrows the list below it.

    `rows_wanted` says that the keys go on to that list.
    """

    rows_wanted = Signal()

    def __init__(self, theme: Theme, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)
        self.setFont(font(14))
        self.setMinimumHeight(HEIGHT)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(False)
        glass = icon_of("search", 18, theme["ink2"])
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down go on to the rows."""
        if Qt.Key(event.key()) in _TO_THE_ROWS:
            self.rows_wanted.emit()
        super().keyPressEvent(event)


class Choice(QComboBox):
    """One of a list; `chosen` carries the key."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFont(font(14))
        self.setMinimumHeight(HEIGHT)
        self.setAccessibleName(name)
        self.offer(choices)
        self.activated.connect(lambda _: self.chosen.emit(self.key))

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offers these (key, text); what was chosen stays so if it is among them."""
        if list(choices) == [(self.itemData(at), self.itemText(at)) for at in range(self.count())]:
            return  # whoever is choosing goes on
        before = self.key
        self.clear()
        for key, text in choices:
            self.addItem(text, key)
        self.choose(before)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints its text at the leading edge, smaller where there is less room."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        box = self.style().subControlRect(control, option, part, self)
        px = fitting_px(self.currentText(), self.font().pixelSize(), 11, box.width())
        painter.setFont(font(px))
        elided = painter.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, QStyle.visualAlignment(self.layoutDirection(), leading), elided)

    @property
    def key(self) -> str:
        """The key that is chosen, or "" for none."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Chooses one without telling anybody; another than those offered changes nothing."""
        place = self.findData(key, Qt.ItemDataRole.UserRole)
        if place >= 0:
            self.setCurrentIndex(place)


def labelled(theme: Theme, label: str, widget: QWidget) -> QWidget:
    """A label above a control."""
    made, words = QWidget(), FitLabel(theme, 14, bold=True)
    words.say(label)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(words)
    column.addWidget(widget)
    return made


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for one in widgets[:-1]:
        row.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(widgets[-1], 1)
    return made
