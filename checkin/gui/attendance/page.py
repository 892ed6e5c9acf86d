"""The attendance page: who is missing? And the reports that say so on paper."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from checkin.domain.board import Board
from checkin.domain.dates import days_in_words, hour, long_day
from checkin.domain.outcome import Change
from checkin.domain.refused import Refused
from checkin.gui.attendance.awaiting import Awaiting
from checkin.gui.attendance.board_view import BoardView
from checkin.gui.attendance.day_choice import DayChoice
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.notices import Trouble
from checkin.gui.kit.panels import EmptyState, PageHead
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed
from checkin.gui.pages import Page

if TYPE_CHECKING:
    from checkin.gui.attendance.report_view import ReportView

_MINUTE = 60_000
_AFTER = 20  # ms after the full minute, so that it has surely come


class AttendancePage(Page):
    """Reads a board when it is first shown and whenever something moved; goes with the time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._picked = False
        self._shown: Board | None = None
        self._measures: Measures | None = None
        self._stale = False
        self.head = PageHead(desk.theme, self.tr("Attendance"))
        self.days = DayChoice(desk.wording)
        to_reports, back = self.tr("Reports"), self.tr("Back to the figures")
        theme = desk.theme
        self.to_reports = button(theme, to_reports, "primary", "printer", self.show_reports)
        self.to_board = button(theme, back, "plain", "left", self.show_board)
        self.to_board.hide()
        self.head.add(self.days, self.to_reports, self.to_board)
        self.trouble = Trouble(theme)
        self.awaiting = Awaiting(desk, self.trouble)
        self.band = self.awaiting.band
        self.board = BoardView(desk)
        self.empty = self._nobody()
        self.reports: ReportView | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.board)
        self.stack.addWidget(self.empty)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.trouble)
        self._column.addWidget(self.band)
        self._column.addWidget(self.stack, 1)
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.tick)
        self.days.chosen.connect(self._pick)
        self.band.emptied.connect(self.take_focus)
        self.board.heads.announced.connect(self.awaiting.await_heads)

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
        self.head.apply(measures)
        self.board.apply(measures)
        self.band.apply(measures)
        self._measures = measures
        if self.reports:
            self.reports.apply(measures)

    def follow(self, change: Change) -> None:
        """Reads anew where people or arrivals moved; badges are none of its business."""
        if change.everything or change.delegates or change.arrivals:
            self._stale = True
            self.read()

    def read(self) -> None:
        """Reads the board of the day, or the report that is open, and shows it."""
        self.days.offer(self.desk.meeting.days)
        if not self._picked:
            self.days.choose(self._usual_day())
        self.head.about.say(self._about(self.days.day))
        self.awaiting.read(self.days.day or self._usual_day())
        if self.reports and self.stack.currentWidget() is self.reports:
            self.reports.choice.say_about(self._of(self.days.day))
            self.reports.make()
            return
        self._stale = False
        self.trouble.quiet()
        try:
            self._shown = board = self._read()
        except Refused as refused:
            self.trouble.say(self.desk.sentence(refused))
            return
        self.board.show_board(board)
        self.stack.setCurrentWidget(self.board if board.listed else self.empty)

    def show_reports(self) -> None:
        """Brings the reports of the chosen day in place of the board."""
        reports = self._reports()
        self.stack.setCurrentWidget(reports)
        self.to_reports.hide()
        self.to_board.show()
        reports.take_focus()
        QTimer.singleShot(0, self, self.read)  # in a turn of its own: to build it took one

    def print_door(self) -> None:
        """The door list of today or of the next meeting day, on its way to a printer."""
        self._picked = False
        self._reports().to_printer("door")
        self.show_reports()

    def show_board(self) -> None:
        """Brings the figures back, as they are now."""
        self.to_board.hide()
        self.to_reports.show()
        self.trouble.quiet()
        listed_any = self._shown is not None and self._shown.listed
        self.stack.setCurrentWidget(self.board if listed_any else self.empty)
        if self._stale or self._shown is None or self._shown.day != self.days.day:
            self.read()
        self.take_focus()

    def _reports(self) -> "ReportView":
        """Made when first asked for: few need it, and only at the end of a day."""
        if self.reports is None:
            from checkin.gui.attendance.report_view import ReportView

            self.reports = ReportView(self.desk, self.trouble, lambda: self.days.day)
            self.stack.addWidget(self.reports)
            if self._measures:
                self.reports.apply(self._measures)
        return self.reports

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
        days, now = self.desk.meeting.days, self.desk.now()
        at = self.tr("as of {time}").format(time=hour(now))
        today = "" if now.date() in days else self.tr("today is not a meeting day")
        if day is None:
            return listed(self._of(day), at, today)
        which = self.tr("day {number} of {count}")
        number = which.format(number=days.index(day) + 1, count=len(days))
        return listed(self._of(day), number, at, today)

    def _of(self, day: date | None) -> str:
        words = self.desk.wording
        return long_day(day, words) if day else days_in_words(self.desk.meeting.days, words)

    def tick(self) -> None:
        """A minute has passed: the line of this moment moves on; at midnight the day does."""
        if self._shown is None or not (self._picked or self.days.day == self._usual_day()):
            self.read()
        else:
            self.head.about.say(self._about(self.days.day))
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
        """The keys belong to the tiles, or to the report that is open."""
        if self.reports and self.stack.currentWidget() is self.reports:
            self.reports.take_focus()
        else:
            self.board.delegations.grid.setFocus()

    def hindrance(self) -> str:
        """A report that is not written yet."""
        return self.reports.hindrance() if self.reports else ""
