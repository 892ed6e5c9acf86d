"""The meeting page: is it set up, and is it kept safe?"""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.dates import long_day
from checkin.domain.outcome import NOTHING, Change
from checkin.gui.desk import Desk, window_title
from checkin.gui.kit.buttons import button
from checkin.gui.kit.moment import MomentCard
from checkin.gui.kit.notices import Trouble
from checkin.gui.kit.panels import PageHead, Panel
from checkin.gui.kit.scrolling import FollowingScroll
from checkin.gui.look.measures import Measures
from checkin.gui.meeting.changes import Changes
from checkin.gui.meeting.days import Days
from checkin.gui.meeting.details import Details
from checkin.gui.meeting.safe import Safe
from checkin.gui.meeting.secret import NewSecret
from checkin.gui.meeting.sessions import Sessions
from checkin.gui.pages import Page


class MeetingPage(Page):
    """The details and sessions at one side; at the other the file and the days."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAccessibleName(self.tr("Meeting"))
        self.trouble = Trouble(desk.theme)
        changes = Changes(desk, self.trouble)
        self._changes = changes
        self.head = PageHead(desk.theme, self.tr("Meeting"))
        self.head.about.say(
            self.tr("Changes are kept at once   ·   Ctrl+Z takes back the last one")
        )
        self.details, self.safe = Details(desk, changes), Safe(desk, changes)
        self.days, self.sessions = Days(desk.theme, desk.wording), Sessions(desk, changes)
        self.moment = MomentCard(desk.theme, self)
        self.moment.setObjectName("page")
        self.moment.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.moment.hide()
        self._lay_out()
        self.days.added.connect(self._add_day)
        self.days.removed.connect(self._remove_day)
        self.safe.secret_asked.connect(self._change_secret)
        self.days.show_days(desk.meeting.days)

    def _lay_out(self) -> None:
        first, second = QVBoxLayout(), QVBoxLayout()
        whole = (first, (self.details, self.sessions)), (second, (self.safe, self._days()))
        for column, panels in whole:
            column.setSpacing(12)
            for panel in panels:
                column.addWidget(panel)
            column.addStretch(1)
        inside = QWidget()
        inside.setObjectName("inside")
        self._panels = QHBoxLayout(inside)
        self._panels.setContentsMargins(0, 0, 0, 0)
        self._panels.addLayout(first, 55)
        self._panels.addLayout(second, 45)
        self.body = FollowingScroll(inside)
        self.body.setAccessibleName(self.tr("Meeting"))
        self._column = QVBoxLayout(self)
        for part in (self.head, self.trouble):
            self._column.addWidget(part)
        self._column.addWidget(self.body, 1)

    def _days(self) -> Panel:
        panel = Panel(self.desk.theme, self.tr("Meeting days"))
        self.add_day = button(self.desk.theme, self.tr("Add a day"), "quiet", "plus")
        self.add_day.clicked.connect(lambda: self.days.begin(self.desk.now().date()))
        panel.head.addWidget(self.add_day)
        panel.add_rule()
        panel.column.addWidget(self.days)
        return panel

    def _add_day(self, day: str) -> None:
        self._set_days(
            {*self.desk.meeting.days, date.fromisoformat(day)}, day, self.tr("Added: {day}")
        )

    def _remove_day(self, day: str) -> None:
        gone = date.fromisoformat(day)
        self._set_days(set(self.desk.meeting.days) - {gone}, day, self.tr("Removed: {day}"))

    def _set_days(self, days: set[date], day: str, words: str) -> None:
        said = words.format(day=long_day(date.fromisoformat(day), self.desk.wording))
        organising, operator = self.desk.services.organising, self.desk.operator
        self._changes.make(partial(organising.set_days, sorted(days), operator), said)
        self.days.show_days(self.desk.meeting.days)

    def _change_secret(self, new: object) -> None:
        if not isinstance(new, NewSecret):
            return
        self.moment.setGeometry(self.rect())
        self.moment.show()
        self.moment.raise_()
        words = self.tr("The file is being written anew. What is in it stays as it is.")
        self.moment.say(words, partial(self._change_secret_now, new))

    def _change_secret_now(self, new: NewSecret) -> None:
        try:
            self.safe.secret.change(new)
        finally:
            self.moment.hide()

    def follow(self, change: Change) -> None:
        """Reads the meeting anew."""
        if change == NOTHING:
            return
        self.details.read()
        self.safe.read()
        self.sessions.read()
        if self.days.days != self.desk.meeting.days:
            self.days.show_days(self.desk.meeting.days)
        self.window().setWindowTitle(window_title(self.desk))

    def take_focus(self) -> None:
        """No field: what a scanner types here goes nowhere."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def hindrance(self) -> str:
        """Nothing is lost: what stands in a field is kept first."""
        self.details.keep()
        return ""

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        margin, gap = measures.margin, max(measures.gap - 2, 6)
        self._column.setContentsMargins(margin, gap, margin, gap)
        self._column.setSpacing(gap)
        self._panels.setSpacing(gap)
        self.head.apply(measures)
        self.details.apply(measures)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card that says "one moment" covers the page."""
        super().resizeEvent(event)
        self.moment.setGeometry(self.rect())
