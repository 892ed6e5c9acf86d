"""A new meeting on one page: name, place, zone, days, passphrase if wished, where it is kept."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimeZone, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkin.domain.wording import Wording
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Field, labelled, secret_field
from checkin.gui.kit.notices import Trouble
from checkin.gui.kit.panels import PageHead, Panel
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme
from checkin.gui.meeting.days import Days
from checkin.gui.meeting.zone_choice import ZoneChoice
from checkin.gui.opening import NewMeeting
from checkin.paths import MEETING_ENDING

_NEVER_IN_NAMES = '<>:"/\\|?*'


class NewMeetingForm(QWidget):
    """`asked` carries a `NewMeeting`, `left` says that somebody thought better of it."""

    asked = Signal(object)
    left = Signal()

    def __init__(
        self, theme: Theme, wording: Wording, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        self._chosen = ""
        self.name = Field(theme, self.tr("Name of the meeting"))
        self.place = Field(theme, self.tr("Place"))
        self.zone = ZoneChoice(self.tr("Time zone"), _zone_here())
        self.days = Days(theme, wording)
        self.first = secret_field(theme, self.tr("Passphrase, if it shall be protected"))
        self.second = secret_field(theme, self.tr("The same passphrase again"))
        self.path = Field(theme, self.tr("File"))
        self.trouble = Trouble(theme)
        self.make = button(theme, self.tr("Make the meeting"), "primary", does=self._make)
        self._head = PageHead(theme, self.tr("New meeting"))
        self._head.about.say(self.tr("Everything but the file can be changed later."))
        self._back = button(theme, self.tr("Back"), "quiet", "left", does=self.left.emit)
        self._head.add(self._back, self.make)
        self._lay_out()
        self._connect()
        self.days.begin(today)
        self._say_path()

    def _lay_out(self) -> None:
        panels = QHBoxLayout()
        panels.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        panels.addWidget(self._meeting_panel(), 55, top)
        panels.addWidget(self._days_panel(), 45, top)
        inside = QWidget()
        inside.setObjectName("inside")
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(panels)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self._head.title.text())
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._column.addWidget(self.trouble)
        self._column.addWidget(scroll, 1)

    def _meeting_panel(self) -> Panel:
        panel = Panel(self._theme, self.tr("The meeting"))
        panel.add_rule()
        zone = labelled(self._theme, self.tr("Time zone"), self.zone)
        where = QHBoxLayout()
        where.addWidget(self.path, 1)
        choose = button(self._theme, self.tr("Choose..."), does=self._choose)
        choose.setAccessibleName(self.tr("Choose where the file is kept"))
        where.addWidget(choose, 0, Qt.AlignmentFlag.AlignBottom)
        for part in (self.name, self.place, zone):
            panel.column.addWidget(part)
        panel.column.addLayout(where)
        panel.column.addWidget(self.first)
        panel.column.addWidget(self.second)
        return panel

    def _days_panel(self) -> Panel:
        panel = Panel(self._theme, self.tr("Meeting days"))
        panel.add_rule()
        panel.column.addWidget(self.days)
        return panel

    def _connect(self) -> None:
        self.name.edited.connect(lambda _: self._say_path())
        self.path.edited.connect(self._typed_path)
        self.days.added.connect(self._add)
        self.days.removed.connect(self._remove)
        self.first.edited.connect(lambda _: self._say_second())

    def _say_second(self) -> None:
        self.second.setVisible(bool(self.first.text))

    def _add(self, day: str) -> None:
        self.days.show_days([*self.days.days, date.fromisoformat(day)])

    def _remove(self, day: str) -> None:
        self.days.show_days([one for one in self.days.days if one.isoformat() != day])

    def _typed_path(self, text: str) -> None:
        self._chosen = text

    def _say_path(self) -> None:
        """The file is named after the meeting until somebody chooses otherwise."""
        self._say_second()
        if not self._chosen:
            name = file_name(self.name.text) or self.tr("Meeting")
            self.path.set_text(str(_documents() / f"{name}{MEETING_ENDING}"))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Where the meeting file is kept"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Meeting files (*.checkin)"))
        dialog.setDefaultSuffix(MEETING_ENDING.lstrip("."))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is ever overwritten
        dialog.selectFile(self.path.text)
        dialog.fileSelected.connect(self._choose_path)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_path(self, path: str) -> None:
        self._chosen = path
        self.path.set_text(path)

    def draft(self) -> NewMeeting:
        """What stands on the page."""
        path = Path(self.path.text.strip())
        named = path if path.suffix == MEETING_ENDING else Path(f"{path}{MEETING_ENDING}")
        texts = self.name.text, self.place.text, self.zone.zone
        return NewMeeting(named, *texts, self.days.days, self.first.text or None)

    def fill(self, draft: NewMeeting, again: str) -> None:
        """Takes over what stood on another such page; `again` is the passphrase typed twice."""
        self.name.set_text(draft.name)
        self.place.set_text(draft.place)
        self.zone.show_zone(draft.zone)
        self.days.show_days(draft.days)
        self.first.set_text(draft.passphrase or "")
        self.second.set_text(again)
        self._choose_path(str(draft.path))
        self._say_second()

    def _make(self) -> None:
        self.trouble.quiet()
        if self._complete():
            self.asked.emit(self.draft())

    def _complete(self) -> bool:
        """Says beside each field what is missing; the services have the last word."""
        named, path = self.name.text.strip(), self.path.text.strip()
        self.name.say_wrong("" if named else self.tr("A meeting has a name."))
        self.path.say_wrong("" if path else self.tr("Say where the file shall be kept."))
        same = self.first.text == self.second.text or not self.first.text
        self.second.say_wrong("" if same else self.tr("The two are not the same."))
        if self.days.adding:
            missing = self.tr("A meeting has at least one day. Click on it, or type it here.")
            self.days.adding.field.say_wrong("" if self.days.days else missing)
        return bool(named and path and same and self.days.days)

    def take_focus(self) -> None:
        """Begins with the name."""
        self.name.line.setFocus()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        small = measures.scale < 1
        side, above = (16, 10) if small else (measures.px(32), measures.px(24))
        self._column.setContentsMargins(side, above, side, above)
        self._column.setSpacing(8 if small else 12)


def file_name(name: str) -> str:
    """A name for a file that every system takes."""
    plain = "".join(" " if one in _NEVER_IN_NAMES or not one.isprintable() else one for one in name)
    return " ".join(plain.split()).strip(". ")[:80]


def _documents() -> Path:
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(where)


def _zone_here() -> str:
    zone = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return zone if "/" in zone and not zone.startswith("Etc/") else "UTC"
