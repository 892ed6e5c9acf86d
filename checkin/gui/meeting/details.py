"""What the meeting is: titles by language, place, zone; kept as soon as a field is left."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from checkin.domain.dates import hour
from checkin.domain.meeting import LANGUAGES
from checkin.gui.desk import Desk
from checkin.gui.kit.fields import line_edit
from checkin.gui.kit.panels import Panel
from checkin.gui.look.measures import Measures
from checkin.gui.meeting.changes import Changes
from checkin.gui.meeting.emblem import EmblemRow
from checkin.gui.meeting.rows import FormRow
from checkin.gui.meeting.zone_choice import ZoneChoice

_EVERY_MINUTE = 20_000  # milliseconds: the minute shown is never long behind


def title_label(language: str) -> str:
    """The label of the title in a language."""
    say = QCoreApplication.translate
    return {
        "en": say("Details", "Title, English"),
        "fr": say("Details", "Title, French"),
        "es": say("Details", "Title, Spanish"),
        "pt": say("Details", "Title, Portuguese"),
        "ar": say("Details", "Title, Arabic"),
    }[language]


class Details(Panel):
    """The fields; every change of one is one fact."""

    def __init__(self, desk: Desk, changes: Changes, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, self.tr("The meeting"), parent)
        self._desk, self._changes = desk, changes
        self.titles = {language: self._title(language) for language in LANGUAGES}
        self.place = line_edit(self.tr("Place"))
        self.place.editingFinished.connect(self._keep_place)
        self.zone = ZoneChoice(self.tr("Time zone"), desk.meeting.zone)
        self.zone.chosen.connect(self._keep_zone)
        self.emblem = EmblemRow(desk, changes)
        self._rows: list[FormRow] = []
        self.add_rule()
        for language, line in self.titles.items():
            self._add(title_label(language), line)
        self._add(self.tr("Place"), self.place)
        self._zone_row = self._add(self.tr("Time zone"), self.zone)
        self._add(self.tr("Emblem"), self.emblem)
        self._minute = QTimer(self, interval=_EVERY_MINUTE)
        self._minute.timeout.connect(self._say_now)
        self._minute.start()
        self.read()

    def _title(self, language: str) -> QLineEdit:
        line = line_edit(title_label(language))
        ways = Qt.LayoutDirection
        line.setLayoutDirection(ways.RightToLeft if language == "ar" else ways.LeftToRight)
        line.editingFinished.connect(partial(self._keep_title, language))
        return line

    def _add(self, label: str, control: QWidget) -> FormRow:
        row = FormRow(self.theme, label, control)
        self.column.addWidget(row)
        self._rows.append(row)
        return row

    def read(self) -> None:
        """Shows the meeting as it stands; what is being typed is left alone."""
        meeting = self._desk.meeting
        shown = [(line, meeting.titles.get(key, "")) for key, line in self.titles.items()]
        for line, text in (*shown, (self.place, meeting.place)):
            if line.text() != text and not (line.hasFocus() and line.isModified()):
                line.setText(text)
                line.setCursorPosition(0)
        self.zone.show_zone(meeting.zone)
        self.emblem.read()
        self._say_now()

    def keep(self) -> None:
        """Keeps what was typed and not yet left."""
        for language in self.titles:
            self._keep_title(language)
        self._keep_place()

    def _keep_title(self, language: str) -> None:
        line = self.titles[language]
        typed, kept = line.text(), self._desk.meeting.titles.get(language, "")
        if not line.isModified() or typed == kept:
            return
        organising, operator = self._desk.services.organising, self._desk.operator
        words = self.tr("{field}: {text}").format(field=title_label(language), text=typed)
        rename = partial(organising.rename, {language: typed}, operator)
        if self._changes.make(rename, words):
            line.setModified(False)
            self.read()

    def _keep_place(self) -> None:
        if not self.place.isModified() or self.place.text() == self._desk.meeting.place:
            return
        words = self.tr("Place: {place}").format(place=self.place.text())
        if self._move(self.place.text(), self._desk.meeting.zone, words):
            self.place.setModified(False)
            self.read()

    def _keep_zone(self, zone: str) -> None:
        words = self.tr("Time zone: {zone}").format(zone=zone)
        self._move(self._desk.meeting.place, zone, words)
        self.zone.show_zone(self._desk.meeting.zone)
        self._say_now()

    def _move(self, place: str, zone: str, words: str) -> bool:
        organising, operator = self._desk.services.organising, self._desk.operator
        return self._changes.make(partial(organising.move, place, zone, operator), words)

    def _say_now(self) -> None:
        words = self.tr(
            "Now {time} there. Days begin and end at midnight there, "
            "whatever this computer's clock is set to."
        )
        self._zone_row.say(words.format(time=hour(self._desk.now())))

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        small = measures.scale < 1
        self.column.setSpacing(5 if small else 8)
        for row in self._rows:
            row.set_small(small)
