"""The sessions of a meeting, such as working groups: a row each, and a form that makes or mends."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.dates import long_day
from checkin.domain.meeting import LANGUAGES, Session
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Choice, Field, labelled
from checkin.gui.kit.panels import Panel, rule
from checkin.gui.kit.scrolling import bring_in_sight
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.texts import listed
from checkin.gui.look.theme import Theme
from checkin.gui.meeting.changes import Changes
from checkin.gui.meeting.details import title_label

_NEW = Session("", {})


class Sessions(Panel):
    """Every change is one fact; nothing of a session changes what is counted at the door."""

    def __init__(self, desk: Desk, changes: Changes, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, self.tr("Sessions beside the door"), parent)
        self._desk, self._changes = desk, changes
        self._shown: tuple[Session, ...] | None = None
        self.rows: list[SessionRow] = []
        self.form: SessionForm | None = None
        self.add = button(desk.theme, self.tr("Add a session"), "quiet", "plus")
        self.add.clicked.connect(lambda: self._begin(_NEW))
        self.head.addWidget(self.add)
        self.add_rule()
        self._nothing = FitLabel(desk.theme, 13, tone="ink2", wraps=True)
        self._nothing.say(
            self.tr("Such as working groups. At the desk, F8 records for one of them.")
        )
        self.column.addWidget(self._nothing)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.column.addLayout(self._rows)
        self.read()

    def read(self) -> None:
        """Shows the sessions as they stand; a form that is open goes on."""
        meeting = self._desk.meeting
        if self.form:
            self.form.offer_days(self._days())
        if self._shown == meeting.sessions:
            return
        self._shown = meeting.sessions
        while item := self._rows.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self.rows = [self._row(session) for session in meeting.sessions]
        for number, row in enumerate(self.rows):
            if number:
                self._rows.addWidget(rule())
            self._rows.addWidget(row)
        self._nothing.setVisible(not self.rows)

    def _row(self, session: Session) -> "SessionRow":
        group = self._desk.wording.tell("badge.working_group", group=session.working_group)
        day = long_day(session.day, self._desk.wording) if session.day else self.tr("any day")
        about = listed(day, group if session.working_group else self.tr("everybody"))
        row = SessionRow(self.theme, self._title(session), about)
        row.mend.clicked.connect(partial(self._begin, session))
        row.remove.clicked.connect(partial(self._remove, session))
        return row

    def _title(self, session: Session) -> str:
        return session.title(self._desk.wording.language, self._desk.meeting.languages)

    def _days(self) -> list[tuple[str, str]]:
        days = [
            (day.isoformat(), long_day(day, self._desk.wording)) for day in self._desk.meeting.days
        ]
        return [("", self.tr("Any day")), *days]

    def _begin(self, session: Session, _: bool = False) -> None:
        """Opens the form; with the same again closes it."""
        form = self.form or self._made()
        if form.isVisible() and form.session == session:
            form.hide()
            return
        form.show_session(session, self._days())
        form.show()
        form.titles[self._desk.wording.language].line.setFocus()
        bring_in_sight(form)

    def _made(self) -> "SessionForm":
        form = self.form = SessionForm(self.theme)
        form.hide()
        form.saved.connect(self._save)
        self.column.addWidget(form)
        return form

    def _save(self, session: object) -> None:
        if not isinstance(session, Session) or self.form is None:
            return
        words = self.tr("Session: {title}").format(title=self._title(session))
        put, operator = self._desk.services.organising.put_session, self._desk.operator
        if self._changes.make(partial(put, session, operator), words):
            self.form.hide()
            self.read()
            self.add.setFocus()

    def _remove(self, session: Session, _: bool = False) -> None:
        words = self.tr("Removed: {day}").format(day=self._title(session))
        remove, operator = self._desk.services.organising.remove_session, self._desk.operator
        if self._changes.make(partial(remove, session.id, operator), words):
            self.read()
            self.add.setFocus()


class SessionRow(QWidget):
    """Title, when and for whom, and two buttons."""

    def __init__(self, theme: Theme, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.about = (
            FitLabel(theme, 15, bold=True, wraps=True),
            FitLabel(theme, 13, tone="ink2", wraps=True),
        )
        self.title.say(title)
        self.about.say(about)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.about)
        said = self.tr("Change {session}").format(session=title)
        self.mend = button(theme, self.tr("Change"), "quiet", name=said)
        said = self.tr("Remove {session}").format(session=title)
        self.remove = button(theme, self.tr("Remove"), "quiet", name=said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(texts, 1)
        row.addWidget(self.mend)
        row.addWidget(self.remove)


class SessionForm(QWidget):
    """Titles by language, the day, the group; `saved` carries the session as it was typed."""

    saved = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = _NEW
        self.titles = {one: Field(theme, title_label(one)) for one in LANGUAGES}
        self.titles["ar"].line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.day = Choice(self.tr("Held on"))
        self.group = Field(theme, self.tr("Working group expected (empty: everybody)"))
        self.save = button(theme, self.tr("Save the session"))
        self.save.clicked.connect(self._save)
        key = QShortcut(QKeySequence("Ctrl+Return"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        day = labelled(theme, self.tr("Held on"), self.day)
        for part in (*self.titles.values(), day, self.group):
            column.addWidget(part)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeading)

    def show_session(self, session: Session, days: Sequence[tuple[str, str]]) -> None:
        """Shows a session to be mended, or an empty one."""
        self.session = session
        for language, field in self.titles.items():
            field.set_text(session.titles.get(language, ""))
        self.offer_days(days)
        self.day.choose(session.day.isoformat() if session.day else "")
        self.group.set_text(session.working_group)

    def offer_days(self, days: Sequence[tuple[str, str]]) -> None:
        """The days it may be held on."""
        self.day.offer(days)

    def _save(self) -> None:
        titles = {language: field.text for language, field in self.titles.items()}
        day = date.fromisoformat(self.day.key) if self.day.key else None
        self.saved.emit(Session(self.session.id, titles, day, self.group.text))
