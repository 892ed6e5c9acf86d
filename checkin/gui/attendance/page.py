"""The attendance page: who is missing? And the reports that say so on paper."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from checkin.domain.board import Board
from checkin.domain.dates import days_in_words, hour, long_day
from checkin.domain.outcome import Change
from checkin.domain.refused import Refused
from checkin.gui.attendance.board_view import BoardView
from checkin.gui.attendance.day_choice import DayChoice
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.notices import Trouble
from checkin.gui.kit.panels import EmptyState, PageHead
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed
from checkin.gui.pages import Page

_MINUTE = 60_000
_AFTER = 20  # ms after the full minute, so that it has surely come


class AttendancePage(Page):
    """Reads a board whenever something moved; in sight it goes with the time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._picked = False
        self._shown: Board | None = None
        self.head = PageHead(desk.theme, self.tr("Attendance"))
        self.days = DayChoice(desk.wording)
        self.head.add(self.days)
        self.trouble = Trouble(desk.theme)
        self.board = BoardView(desk)
        self.empty = self._nobody()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.board)
        self.stack.addWidget(self.empty)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.trouble)
        self._column.addWidget(self.stack, 1)
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.tick)
        self.days.chosen.connect(self._pick)
        self.read()

    def _nobody(self) -> EmptyState:
        words = self.tr("Once a list is taken in, everybody who is expected stands here.")
        title = self.tr("Nobody is on the list yet")
        made = EmptyState(self.desk.theme, "attendance", title, words)
        asks = self.desk.switchboard.page_asked
        to_list = button(
            self.desk.theme,
            self.tr("To the delegates"),
            "primary",
            "delegates",
            lambda: asks.emit("delegates"),
        )
        made.buttons.addWidget(to_list)
        return made

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        margin, gap = measures.margin, measures.gap
        self._column.setContentsMargins(margin, max(gap - 2, 6), margin, max(gap - 2, 6))
        self._column.setSpacing(max(gap - 2, 6))
        self.head.title.set_px(measures.px(measures.title))
        self.head.about.set_px(max(measures.px(14), 12))
        self.board.apply(measures)

    def follow(self, change: Change) -> None:
        """Reads anew where people or arrivals moved; badges are none of its business."""
        if change.everything or change.delegates or change.arrivals:
            self.read()

    def read(self) -> None:
        """Reads the board of the day and shows it."""
        self.days.offer(self.desk.meeting.days)
        if not self._picked:
            self.days.choose(self._usual_day())
        try:
            board = self._read()
        except Refused as refused:
            self.trouble.say(self.desk.sentence(refused))
            return
        self._shown = board
        self.head.about.say(self._about(board.day))
        self.board.show_board(board)
        self.stack.setCurrentWidget(self.board if board.listed else self.empty)

    def _read(self) -> Board:
        language = self.desk.wording.language
        return self.desk.services.attending.board(language, self.desk.operator, self.days.day)

    def _usual_day(self) -> date:
        """Today, the next meeting day, or the last one when all are over."""
        days, today = self.desk.meeting.days, self.desk.now().date()
        return next((day for day in days if day >= today), days[-1])

    def _pick(self) -> None:
        self._picked = True
        self.read()

    def _about(self, day: date | None) -> str:
        days, now, words = self.desk.meeting.days, self.desk.now(), self.desk.wording
        at = self.tr("as of {time}").format(time=hour(now))
        today = "" if now.date() in days else self.tr("today is not a meeting day")
        if day is None:
            return listed(days_in_words(days, words), at, today)
        which = self.tr("day {number} of {count}")
        number = which.format(number=days.index(day) + 1, count=len(days))
        return listed(long_day(day, words), number, at, today)

    def tick(self) -> None:
        """A minute has passed: the line of this moment moves on; at midnight the day does."""
        if self._shown is None or not (self._picked or self._shown.day == self._usual_day()):
            self.read()
        else:
            self.head.about.say(self._about(self._shown.day))
            self.board.arrivals.show_board(self._shown)
        now = self.desk.now()
        self.timer.start(_MINUTE - now.second * 1000 - now.microsecond // 1000 + _AFTER)

    def showEvent(self, event: QShowEvent) -> None:
        """In sight it goes with the time."""
        super().showEvent(event)
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight it rests."""
        super().hideEvent(event)
        self.timer.stop()

    def take_focus(self) -> None:
        """The keys belong to the tiles."""
        self.board.delegations.grid.setFocus()
