"""The head of the page: which day it is, by the meeting's own clocks, which desk, which mode."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.dates import hour, long_day
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import Segments, take_no_focus
from checkin.gui.look.fonts import font
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed
from checkin.gui.reception.seat_label import SeatLabel

RECORD, LOOK, HAND_OVER = "record", "look", "hand_over"
REHEARSAL = "rehearsal"  # records as well, in a practice copy
TARGET = 44
_MINUTE = 60_000
_AFTER = 20  # ms after the full minute, so that it has surely come


class Heading(QWidget):
    """Date, day of the meeting, local time, title, desk and mode; ticks every full minute.

    `count` stands here while the side column is folded away. `mode_chosen` carries another mode
    of this meeting or of this practice copy; between the two the switchboard is asked.
    """

    day_changed = Signal()
    mode_chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._today: date | None = None
        self._folded = False
        self.title = FitLabel(desk.theme, 28, bold=True)
        self.sub = FitLabel(desk.theme, 14, tone="ink2")
        self.desk_name = SeatLabel(desk)
        self.count = FitLabel(desk.theme, 17, bold=True, trailing=True)
        choices = (
            (RECORD, self.tr("Record")),
            (LOOK, self.tr("Look only")),
            (HAND_OVER, self.tr("Hand over")),
            (REHEARSAL, self.tr("Rehearsal")),
        )
        self.mode = Segments(self.tr("What the desk does"), choices)
        self.mode.setToolTip(
            self.tr("Ctrl+L: look only, Ctrl+G: hand badges over, Ctrl+R: rehearsal; again: record")
        )
        rehearses = desk.services.rehearsal is not None
        self._usual, self._elsewhere = (REHEARSAL, RECORD) if rehearses else (RECORD, REHEARSAL)
        self._before = self._usual
        self.mode.choose(self._usual)
        self.mode.chosen.connect(self._chosen)
        take_no_focus(*self.mode.buttons())
        for one in self.mode.buttons():
            one.setMinimumHeight(TARGET)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.sub)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        for part in (self.count, self.desk_name, self.mode):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.tick)
        self.tick()

    @property
    def looking(self) -> bool:
        """Whether no arrival is recorded: the desk looks only, or hands badges over."""
        return self.mode.key in (LOOK, HAND_OVER)

    @property
    def handing_over(self) -> bool:
        """Whether every badge that is scanned is given out."""
        return self.mode.key == HAND_OVER

    def toggle_mode(self) -> None:
        """Looks only, or records again."""
        self.take_mode(self._usual if self.mode.key == LOOK else LOOK)

    def toggle_hand_over(self) -> None:
        """Hands badges over, or records again."""
        self.take_mode(self._usual if self.handing_over else HAND_OVER)

    def take_mode(self, mode: str) -> None:
        """Another mode, or the same."""
        self.mode.choose(mode)
        self._chosen(mode)

    def _chosen(self, mode: str) -> None:
        if mode == self._elsewhere:
            self.mode.choose(self._before)
            self._desk.switchboard.rehearsal_asked.emit()
            return
        self._before = mode
        self.mode_chosen.emit(mode)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.title.set_px(measures.px(measures.title))
        self.sub.set_px(max(measures.px(14), 13))
        self.desk_name.set_px(measures.px(15))
        for one in self.mode.buttons():
            one.setFont(font(measures.px(14)))
            one.setMinimumHeight(max(measures.px(TARGET), TARGET))
        self.count.set_px(measures.px(18))
        self.count.setVisible(measures.folded)
        self._row.setSpacing(measures.margin if measures.folded else 16)
        if self._folded != measures.folded:
            self._folded = measures.folded
            self.tick()

    def tick(self) -> None:
        """Says the time anew, and again at the next full minute."""
        now = self._desk.now()
        self.title.say(long_day(now.date(), self._desk.wording))
        title = "" if self._folded else self._meeting_title()  # the window's own says it too
        self.sub.say(listed(self._day(), self._time(), title))
        left = _MINUTE - now.second * 1000 - now.microsecond // 1000
        self.timer.start(left + _AFTER)
        if self._today != now.date():
            self._today = now.date()
            self.day_changed.emit()

    def _day(self) -> str:
        days, today = self._desk.meeting.days, self._desk.now().date()
        if today not in days:
            return self.tr("Not a meeting day")
        words = self.tr("Day {number} of {count}")
        return words.format(number=days.index(today) + 1, count=len(days))

    def _time(self) -> str:
        words = self.tr("{place} time {time}")
        return words.format(place=self._desk.meeting.place, time=hour(self._desk.now()))

    def _meeting_title(self) -> str:
        return self._desk.meeting.title(self._desk.wording.language)
