"""The days of a meeting: one row each, added by calendar or typed, taken away by a button."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.dates import long_day
from checkin.domain.wording import Wording
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Field
from checkin.gui.kit.panels import rule
from checkin.gui.kit.scrolling import bring_in_sight
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.theme import Theme
from checkin.gui.meeting.calendar import Calendar


class Days(QWidget):
    """`added` and `removed` carry ISO dates; it shows what it is given and keeps nothing."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._wording = theme, wording
        self._shown: tuple[date, ...] = ()
        self.rows: list[DayRow] = []
        self.adding: AddDay | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(self._rows)

    @property
    def days(self) -> tuple[date, ...]:
        """What it shows."""
        return self._shown

    def show_days(self, days: Sequence[date]) -> None:
        """Shows these days in order."""
        self._shown = tuple(sorted(set(days)))
        while item := self._rows.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self.rows = []
        for number, day in enumerate(self._shown, 1):
            if number > 1:
                self._rows.addWidget(rule())
            row = DayRow(self._theme, number, day, long_day(day, self._wording))
            row.removed.connect(self.removed)
            self._rows.addWidget(row)
            self.rows.append(row)
        if self.adding:
            self.adding.calendar.mark(self._shown)

    def begin(self, near: date) -> None:
        """Opens the calendar; again closes it."""
        if self.adding is None:
            self.adding = AddDay(self._theme, self._wording.language)
            self.adding.added.connect(self._add)
            self.adding.calendar.mark(self._shown)
            self.adding.hide()
            self._column.addWidget(self.adding)
        self.adding.setVisible(self.adding.isHidden())
        self.adding.calendar.turn_to(self._shown[-1] if self._shown else near)
        self.adding.field.line.setFocus()
        bring_in_sight(self.adding)

    def _add(self, day: str) -> None:
        known = date.fromisoformat(day) in self._shown
        (self.removed if known else self.added).emit(day)


class DayRow(QWidget):
    """Number, day in words, and a button that takes it away."""

    removed = Signal(str)

    def __init__(
        self, theme: Theme, number: int, day: date, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        count = FitLabel(theme, 14, bold=True, tone="ink2")
        count.say(str(number))
        count.setFixedWidth(24)
        name = FitLabel(theme, 15, bold=True, wraps=True)
        name.say(words)
        said = self.tr("Remove {day}").format(day=words)
        emit = lambda: self.removed.emit(day.isoformat())  # noqa: E731
        self.button = button(theme, self.tr("Remove"), "quiet", does=emit, name=said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(count)
        row.addWidget(name, 1)
        row.addWidget(self.button)


class AddDay(QWidget):
    """A line for a date as ISO writes it, and a month to click on."""

    added = Signal(str)

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = Field(theme, self.tr("Type a day, or click on it"))
        self.field.line.setPlaceholderText("2022-07-05")
        self.field.line.returnPressed.connect(self._typed)
        self.button = button(theme, self.tr("Add the day"), does=self._typed)
        self.calendar = Calendar(theme, self.tr("Calendar"), language)
        self.calendar.picked.connect(self.added)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        beside = QVBoxLayout()
        beside.addSpacing(self.field.label.sizeHint().height() + 3)
        beside.addWidget(self.button)
        beside.addStretch(1)
        row.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.calendar)

    def _typed(self) -> None:
        days = iso_days(self.field.text)
        self.field.say_wrong("" if days else self.tr("Write the day as 2022-07-05."))
        if days:
            self.field.set_text("")
        for day in days:
            self.added.emit(day.isoformat())


def iso_days(text: str) -> tuple[date, ...]:
    """The days of a text like `2022-07-05 2022-07-06`; none if any is not a date."""
    try:
        return tuple(date.fromisoformat(part) for part in text.replace(",", " ").split())
    except ValueError:
        return ()
