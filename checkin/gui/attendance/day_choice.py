"""Which day the page is about: segments for a few days, a list for more."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.domain.dates import short_day
from checkin.domain.wording import Wording
from checkin.gui.kit.buttons import Segments
from checkin.gui.kit.fields import Choice

ALL = "all"
_IN_SEGMENTS = 3  # days


class DayChoice(QWidget):
    """`chosen` follows another choice; a meeting of one day leaves nothing to choose."""

    chosen = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._days: tuple[date, ...] = ()
        name = self.tr("Day")
        self.segments, self.list = Segments(name, ()), Choice(name)
        self.segments.chosen.connect(self._chose)
        self.list.chosen.connect(self._chose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.segments)
        row.addWidget(self.list)

    def offer(self, days: Sequence[date]) -> None:
        """Offers the days of the meeting, and all of them."""
        if tuple(days) == self._days:
            return
        self._days = tuple(days)
        choices = [(day.isoformat(), short_day(day, self._wording)) for day in days]
        both = self.tr("Both days") if len(days) == 2 else self.tr("All days")
        choices.append((ALL, both))
        few = len(days) <= _IN_SEGMENTS
        self.segments.offer(choices)
        self.list.offer(choices)
        self.segments.setVisible(few and len(days) > 1)
        self.list.setVisible(not few)

    @property
    def day(self) -> date | None:
        """The chosen day, or None for all of them."""
        key = self.segments.key
        return None if key == ALL else date.fromisoformat(key)

    def choose(self, day: date | None) -> None:
        """Chooses a day without telling anybody."""
        self._take(day.isoformat() if day else ALL)

    def _take(self, key: str) -> None:
        self.segments.choose(key)
        self.list.choose(key)

    def _chose(self, key: str) -> None:
        self._take(key)
        self.chosen.emit()
