"""One meeting of those opened last: what it is, what is today, and how to open or find it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.clock import zone
from checkin.domain.dates import days_in_words
from checkin.domain.wording import Wording
from checkin.gui.kit.buttons import button, row_button
from checkin.gui.kit.panels import Mark
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import OFF, OK, WARN
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme
from checkin.gui.preferences import Recent

DOT = "   ·   "


class RecentRow(QWidget):
    """`open_asked`, `find_asked` and `forget_asked` carry the path."""

    open_asked = Signal(str)
    find_asked = Signal(str)
    forget_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        wording: Wording,
        recent: Recent,
        now: datetime,
        first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        path, there = str(recent.path), recent.path.is_file()
        today = today_of(recent, now)
        mark = WARN if not there else OK if today[0] else OFF
        self._title, self._about = (
            FitLabel(theme, 16, bold=True, wraps=True),
            FitLabel(theme, 14, tone="ink2", wraps=True),
        )
        self._title.say(recent.title)
        self._about.say(_about(recent, today[1] if there else _gone(recent), wording))
        self.setAccessibleName(f"{recent.title}. {self._about.text()}")
        self.setToolTip(path)
        self.button = self._main(theme, path, recent.title, there, first)
        self.forget = row_button(theme, "cross", self.tr("Forget {name}").format(name=recent.title))
        self.forget.clicked.connect(lambda: self.forget_asked.emit(path))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._about)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._row.addWidget(Mark(theme, mark, 16, today[1]))
        self._row.addLayout(texts, 1)
        self._row.addWidget(self.button)
        self._row.addWidget(self.forget)

    def _main(self, theme: Theme, path: str, title: str, there: bool, first: bool) -> QWidget:
        if there:
            kind = "primary" if first else "plain"
            name = self.tr("Open {name}").format(name=title)
            return button(
                theme, self.tr("Open"), kind, does=lambda: self.open_asked.emit(path), name=name
            )
        name = self.tr("Find the file of {name}").format(name=title)
        find = lambda: self.find_asked.emit(path)  # noqa: E731
        return button(theme, self.tr("Find it"), does=find, name=name)

    @property
    def about(self) -> str:
        """What it says under the title."""
        return self._about.text()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        small = measures.scale < 1
        side, above = (12, 4) if small else (16, measures.px(9))
        self._row.setContentsMargins(side, above, side, above)
        self._title.set_px(max(measures.px(16), 14))
        self._about.set_px(max(measures.px(14), 12))


def today_of(recent: Recent, now: datetime) -> tuple[bool, str]:
    """Whether today is one of its days, and what today is to it, in words."""
    say = QCoreApplication.translate
    days = recent.days
    try:
        today = now.astimezone(zone(recent.zone)).date()
    except (LookupError, ValueError, OSError):
        today = now.date()
    if today in days:
        words = say("RecentRow", "today is day {number} of {count}")
        return True, words.format(number=days.index(today) + 1, count=len(days))
    if not days:
        return False, ""
    if days[-1] < today:
        return False, say("RecentRow", "over")
    after = min(day for day in days if day > today)
    left = (after - today).days
    if left == 1:
        return False, say("RecentRow", "tomorrow")
    return False, say("RecentRow", "in {count} days").format(count=left)


def _gone(recent: Recent) -> str:
    words = QCoreApplication.translate("RecentRow", "The file is no longer in {folder}")
    return words.format(folder=recent.path.parent)


def _about(recent: Recent, state: str, wording: Wording) -> str:
    say = QCoreApplication.translate
    many = say("RecentRow", "{count} people").format(count=recent.people)
    people = say("RecentRow", "1 person") if recent.people == 1 else many
    parts = (recent.place, days_in_words(recent.days, wording), people, state)
    # each part keeps its own direction beside the others
    return DOT.join(f"\u2068{part}\u2069" if wording.mirrored else part for part in parts if part)
