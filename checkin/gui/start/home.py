"""What the start page shows first: the meetings opened last, and three ways to begin."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from checkin import __version__
from checkin.domain.wording import Wording
from checkin.gui.kit.buttons import button
from checkin.gui.kit.notices import Trouble
from checkin.gui.kit.panels import Panel, rule
from checkin.gui.kit.scrolling import FittingScroll
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme
from checkin.gui.preferences import Recent
from checkin.gui.start.recent_row import RecentRow
from checkin.gui.start.tile import Tile


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be done from here: with a path in text, or without anything."""

    open: Callable[[str], object]
    find: Callable[[str], object]
    forget: Callable[[str], object]
    make: Callable[[], object]
    choose: Callable[[], object]
    sample: Callable[[], object]
    help: Callable[[], object]


class Home(QWidget):
    """Recent meetings above, ways to begin below."""

    def __init__(
        self,
        theme: Theme,
        wording: Wording,
        now: datetime,
        ways: Ways,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._wording, self._now, self._ways = theme, wording, now, ways
        self._measures: Measures | None = None
        self.rows: list[RecentRow] = []
        self._title = FitLabel(theme, 26, bold=True)
        self._title.say(greeting(now.hour))
        self._recent_title = FitLabel(theme, 17, bold=True)
        self._recent_title.say(self.tr("Recent meetings"))
        self._begin_title = FitLabel(theme, 17, bold=True)
        self.trouble = Trouble(theme)
        self.tiles = self._make_tiles()
        self._panel = Panel(theme)
        self._scroll = FittingScroll(self._panel)
        self._lay_out()

    def _make_tiles(self) -> tuple[Tile, ...]:
        new = self.tr("New meeting"), self.tr("Name, place, days: one page"), "Ctrl+N"
        there = self.tr("Open a meeting file"), self.tr("or drop it on this window"), "Ctrl+O"
        sample = self.tr("Open the sample"), self.tr("Madrid 2022, invented people")
        theme, ways = self._theme, self._ways
        return (
            Tile(theme, "plus", new, ways.make),
            Tile(theme, "folder", there, ways.choose),
            Tile(theme, "star", (*sample, "Ctrl+Shift+S"), ways.sample),
        )

    def _lay_out(self) -> None:
        self._panel.column.setContentsMargins(0, 0, 0, 0)
        self._panel.column.setSpacing(0)
        self._scroll.setAccessibleName(self._recent_title.text())
        self._tiles = QHBoxLayout()
        for tile in self.tiles:
            self._tiles.addWidget(tile, 1)
        self._column = QVBoxLayout(self)
        for part in (self._title, self.trouble, self._recent_title, self._scroll):
            self._column.addWidget(part)
        self._column.addWidget(self._begin_title)
        self._column.addLayout(self._tiles)
        self._column.addStretch(1)
        self._column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        text = self.tr("Help   F1")
        foot.addWidget(button(self._theme, text, "quiet", "help", does=self._ways.help))
        foot.addStretch(1)
        version = FitLabel(self._theme, 13, tone="ink2", trailing=True)
        version.say(self.tr("Version {number}").format(number=__version__))
        foot.addWidget(version)
        return foot

    def show_recent(self, recent: list[Recent]) -> None:
        """Shows the meetings opened last, or nothing of them where there are none."""
        for line in self.findChildren(QFrame, "rule"):
            line.deleteLater()
        for old in self.rows:
            self._panel.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [self._row(one, not place) for place, one in enumerate(recent)]
        for place, row in enumerate(self.rows):
            if place:
                self._panel.column.addWidget(rule())
            self._panel.column.addWidget(row)
        for part in (self._recent_title, self._scroll):
            part.setVisible(bool(recent))
        self._begin_title.say(self.tr("Or begin") if recent else self.tr("Begin"))
        if self._measures:
            self.apply(self._measures)

    def _row(self, recent: Recent, first: bool) -> RecentRow:
        row = RecentRow(self._theme, self._wording, recent, self._now, first)
        row.open_asked.connect(self._ways.open)
        row.find_asked.connect(self._ways.find)
        row.forget_asked.connect(self._ways.forget)
        return row

    def take_focus(self) -> None:
        """The first thing anybody would press."""
        (self.rows[0].button if self.rows else self.tiles[0]).setFocus()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._measures = measures
        small = measures.scale < 1
        side, above = (20, 14) if small else (measures.px(40), measures.px(40))
        self._column.setContentsMargins(side, above, side, above // 2)
        self._column.setSpacing(8 if small else 12)
        self._tiles.setSpacing(8 if small else 12)
        self._title.set_px(22 if small else measures.px(26))
        for label in (self._recent_title, self._begin_title):
            label.set_px(max(measures.px(17), 15))
        for row in self.rows:
            row.apply(measures)
        self._scroll.updateGeometry()
        for tile in self.tiles:
            tile.apply(measures)


def greeting(hour: int) -> str:
    """A word for the time of day, and the question of the page."""
    say = QCoreApplication.translate
    if hour < 12:
        return say("Home", "Good morning. What shall we open?")
    if hour < 18:
        return say("Home", "Good afternoon. What shall we open?")
    return say("Home", "Good evening. What shall we open?")
