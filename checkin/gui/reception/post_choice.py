"""For which day and where the desk records: chosen with F8, and said in a band until let go."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.domain.dates import long_day
from checkin.domain.outcome import Change
from checkin.domain.post import USUAL, Post
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.look.measures import Measures
from checkin.gui.reception.heading import Heading
from checkin.gui.reception.look_band import DeskBand
from checkin.gui.reception.scan_field import ScanField
from checkin.gui.reception.search import Search
from checkin.gui.reception.showing import Showing

if TYPE_CHECKING:  # nothing of it is needed before something is chosen
    from checkin.gui.reception.otherwise.otherwise import Otherwise
    from checkin.gui.reception.post_panel import PostPanel


class PostChoice(QWidget):
    """The place of the panel under the card; `band` stands over it. The field keeps its keys.

    `opened` says that the panel takes the place of another, `changed` that the desk is somewhere
    else, `troubled` why it is not.
    """

    opened = Signal()
    changed = Signal()
    troubled = Signal(str)

    def __init__(self, desk: Desk, field: ScanField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._field = desk, field
        self._posting = desk.services.reception.posting
        self._measures: Measures | None = None
        self.band = DeskBand(desk.theme, "clock")
        self.panel: PostPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        self.say()
        desk.switchboard.changed.connect(self._follow)

    def key_of(self, page: QWidget) -> None:
        """F8 opens it wherever the keys are on the page; again takes what is chosen."""
        short = QShortcut(QKeySequence("F8"), page)
        short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        short.setAutoRepeat(False)
        short.activated.connect(self.ask)

    def stand_with(
        self, heading: Heading, search: Search, otherwise: "Otherwise", showing: Showing
    ) -> None:
        """One thing at a time under the card, and no list over it; of yesterday nothing at all."""
        for let_go in (showing.let_go_of_yesterday, search.lets_go, self.close_panel, self.say):
            heading.day_changed.connect(let_go)
        self._field.stepped_up.connect(lambda: self._step(-1, search))
        self._field.stepped_down.connect(lambda: self._step(1, search))
        self.opened.connect(search.give_way)
        self.opened.connect(otherwise.close_panels)
        otherwise.opened.connect(self.close_panel)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._measures = measures
        self.band.apply(measures)
        if self.panel:
            self.panel.apply(measures)

    def ask(self) -> None:
        """F8: what may be chosen; again takes it."""
        if self.panel and self.isVisible():
            self._take(self.panel.chosen)
            return
        offered = self._offered()
        if len(offered) < 2:
            self.troubled.emit(self.tr("The meeting has no other day and no session to choose."))
            return
        self.opened.emit()
        panel = self.panel or self._made()
        words = [(post, self._words(post)) for post in offered]
        panel.offer(words, self._posting.post, self._first(offered))
        self.show()

    def close_panel(self) -> bool:
        """Closes the panel; whether it was open."""
        was_open = self.isVisible()
        self.hide()
        return was_open

    def say(self) -> None:
        """Says in the band where the desk is, if not where it usually is."""
        post, wording = self._posting.post, self._desk.wording
        today = wording.apart(long_day(self._posting.date_there(), wording))
        text = ""
        if post.day:
            text = self.tr("ANOTHER DAY: recorded for {day}. Today is {today}.   F8 changes.")
            if not post.at_the_door:
                text = self.tr(
                    "ANOTHER DAY: recorded for {day}, {session}. Today is {today}.   F8 changes."
                )
        elif not post.at_the_door:
            text = self.tr("SESSION: recorded for {session}, not at the door.   F8 changes.")
        day = wording.apart(long_day(post.day, wording)) if post.day else ""
        self.band.say(text.format(day=day, today=today, session=wording.apart(self._where(post))))

    def _follow(self, change: object) -> None:
        """Other days, or other sessions."""
        if isinstance(change, Change) and change.everything:
            self.close_panel()
            self.say()

    def _offered(self) -> tuple[Post, ...]:
        """Every choice; on no meeting day none is one too."""
        choices = self._posting.choices()
        return choices if USUAL in choices else (USUAL, *choices)

    def _first(self, offered: tuple[Post, ...]) -> Post:
        """What F8 again would take: back to the usual; else the next meeting day, or a session."""
        today = self._posting.date_there()
        if not self._posting.post.usual:
            return USUAL
        if self._posting.day() is None:
            days = [post for post in offered if post.day and post.at_the_door]
            return next((post for post in days if post.day and post.day > today), days[-1])
        sessions = (post for post in offered if post.day is None and not post.at_the_door)
        return next(sessions, USUAL)

    def _words(self, post: Post) -> str:
        wording, today = self._desk.wording, self._posting.date_there()
        day = wording.apart(long_day(post.day or today, wording))
        where = wording.apart(self._where(post))
        if post.day:
            return self.tr("{day}: {where}").format(day=day, where=where)
        if today not in self._desk.meeting.days:
            return self.tr("{day}: no meeting day, nothing is recorded").format(day=day)
        return self.tr("Today, {day}: {where}").format(day=day, where=where)

    def _where(self, post: Post) -> str:
        meeting = self._desk.meeting
        session = meeting.session(post.point)
        if session is None:
            return self.tr("the door")
        return session.title(self._desk.wording.language, meeting.languages)

    def _take(self, post: Post) -> None:
        self.hide()
        before = self._posting.post
        try:
            self._posting.choose(post)
        except Refused as refused:
            self.troubled.emit(self._desk.sentence(refused))
            return
        if self._posting.post != before:
            self.say()
            self.changed.emit()

    def _step(self, step: int, search: Search) -> None:
        if self.panel and self.isVisible() and not search.open:
            self.panel.move_by(step)

    def _made(self) -> "PostPanel":
        from checkin.gui.reception.post_panel import PostPanel

        panel = self.panel = PostPanel(self._desk.theme)
        panel.asked.connect(lambda: self._take(panel.chosen))
        panel.closed.connect(self.hide)
        self._column.addWidget(panel)
        if self._measures:
            panel.apply(self._measures)
        return panel
