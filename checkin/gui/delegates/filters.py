"""The row above the table: the search field, a chip for each filter, and how many are left."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from checkin.domain.dates import short_day
from checkin.domain.delegate import Capacity
from checkin.domain.roll import BadgeState
from checkin.domain.text import fold
from checkin.gui.delegates.cells import CellWords
from checkin.gui.delegates.chips import FilterChip
from checkin.gui.delegates.choices import ChoiceSheet, Chosen, Option
from checkin.gui.delegates.columns import day_key
from checkin.gui.delegates.sieve import (
    ARRIVED,
    AWAITED,
    BADGE,
    CAPACITY,
    DELEGATION,
    FORGOTTEN,
    LISTED,
    MISSING,
    NEITHER,
    PROVISIONAL,
    STATUS,
    WITHDRAWN,
    Wanted,
)
from checkin.gui.desk import Desk
from checkin.gui.kit.fields import HEIGHT, SearchField
from checkin.gui.kit.flow import FlowLayout
from checkin.gui.look.fonts import font
from checkin.gui.look.measures import Measures

Counts = Callable[[str], Counter[str]]


class FilterBar(QWidget):
    """`changed` carries the `Wanted` rows; `counts` is asked when a chip opens."""

    changed = Signal(object)

    def __init__(self, desk: Desk, words: CellWords, counts: Counts, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._words, self._counts = desk, words, counts
        self._chosen: dict[str, frozenset[str]] = {}
        self._days: tuple[date, ...] = ()
        self._measures: Measures | None = None
        self.search = SearchField(desk.theme, self.tr("Name, function, number"))
        self.chips: dict[str, FilterChip] = {}
        self.sheet = ChoiceSheet(desk.theme, page)
        self.left = QLabel()
        self.left.setFont(font(15, bold=True))
        self._flow = FlowLayout(8)
        self._flow.addWidget(self.search)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addLayout(self._flow, 1)
        row.addWidget(self.left)
        self._typing = QTimer(self, singleShot=True, interval=0)
        self._typing.timeout.connect(self._tell)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.sheet.chosen.connect(self._choose)
        self.make_chips()

    def make_chips(self) -> None:
        """Makes the chips for the days of the meeting as they are now."""
        for old in self.chips.values():
            self._flow.removeWidget(old)
            old.deleteLater()
        self.sheet.hide()
        self._chosen = self._still_chosen()
        self._days = tuple(self._desk.meeting.days)
        self.chips = {}
        before: QWidget = self.search
        for facet, title in self._titles().items():
            chip = self.chips[facet] = FilterChip(self._desk.theme, title)
            chip.clicked.connect(partial(self.open, facet))
            chip.cleared.connect(partial(self._clear, facet))
            self._flow.addWidget(chip)
            QWidget.setTabOrder(before, chip)
            before = chip
            if self._measures:
                chip.apply(self._measures)
        self._say_chosen()

    def _still_chosen(self) -> dict[str, frozenset[str]]:
        """What is chosen of a day belongs to the day, wherever it stands now, and goes with it."""
        now = {day: day_key(place) for place, day in enumerate(self._desk.meeting.days)}
        moved = {day_key(place): now.get(day, "") for place, day in enumerate(self._days)}
        kept = {moved.get(facet, facet): values for facet, values in self._chosen.items()}
        return {facet: values for facet, values in kept.items() if facet}

    def _titles(self) -> Mapping[str, str]:
        days = enumerate(self._desk.meeting.days)
        return {
            DELEGATION: self.tr("Delegation"),
            CAPACITY: self.tr("Capacity"),
            **{day_key(place): short_day(day, self._desk.wording) for place, day in days},
            BADGE: self.tr("Badge"),
            STATUS: self.tr("Status"),
            AWAITED: self.tr("Announced"),
        }

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._measures = measures
        compact = measures.scale < 1
        self.search.setFixedWidth(150 if compact else measures.px(250))
        hint = self.tr("Search") if compact else self.search.accessibleName()
        self.search.setPlaceholderText(hint)
        self._flow.setSpacing(6 if compact else 8)
        self.search.setFont(font(max(measures.px(14), 14)))
        self.search.setFixedHeight(max(measures.px(HEIGHT), HEIGHT))
        self.left.setFont(font(max(measures.px(15), 13), bold=True))
        for chip in self.chips.values():
            chip.apply(measures)

    @property
    def wanted(self) -> Wanted:
        """What is typed and chosen."""
        return Wanted(self.search.text(), dict(self._chosen))

    def say_left(self, shown: int, everybody: int) -> None:
        """How many of how many."""
        words = self.tr("{shown} of {all}").format(shown=shown, all=everybody)
        self.left.setText(words)

    def look_for(self, text: str) -> None:
        """Puts a text into the search field and lets go of every filter."""
        self._chosen = {}
        self._say_chosen()
        self.search.setText(text)
        self._tell()

    def clear(self) -> None:
        """Lets go of everything."""
        self.look_for("")

    def open(self, facet: str) -> None:
        """Shows the choices of a chip, or hides them again."""
        if self.sheet.isVisible() and self.sheet.facet == facet:
            self.sheet.hide()
            return
        chip = self.chips[facet]
        self.sheet.open_below(chip, facet, chip.title, self._options(facet))

    def _clear(self, facet: str) -> None:
        self._choose(Chosen(facet, frozenset()))

    def _choose(self, chosen: object) -> None:
        if not isinstance(chosen, Chosen):
            return
        self._chosen[chosen.facet] = chosen.values
        self._say_chosen()
        self._tell()
        if self.sheet.isVisible():
            self.sheet.offer(self._options(self.sheet.facet))

    def tell_now(self) -> None:
        """What was typed last is not waited for."""
        if self._typing.isActive():
            self._tell()

    def _tell(self) -> None:
        self._typing.stop()
        self.changed.emit(self.wanted)

    def _say_chosen(self) -> None:
        for facet, chip in self.chips.items():
            values = self._chosen.get(facet, frozenset())
            several = self.tr("{count} chosen").format(count=len(values))
            only = self._text_of(facet, next(iter(values))) if len(values) == 1 else ""
            chip.say(only or (several if values else ""))

    def _options(self, facet: str) -> list[Option]:
        """Values there are, and those that are chosen although nobody has them now."""
        counts, chosen = self._counts(facet), self._chosen.get(facet, frozenset())
        values = {value for value in counts if value != NEITHER or facet == DELEGATION} | chosen
        if facet == DELEGATION:
            ordered = sorted(values, key=lambda value: (not value, fold(value)))
        else:
            ordered = [value for value in self._order(facet) if value in values]
        return [
            Option(value, self._text_of(facet, value), counts[value], value in chosen)
            for value in ordered
        ]

    def _order(self, facet: str) -> tuple[str, ...]:
        orders: dict[str, tuple[str, ...]] = {
            CAPACITY: tuple(Capacity),
            BADGE: tuple(BadgeState),
            STATUS: (LISTED, PROVISIONAL, FORGOTTEN, WITHDRAWN),
            AWAITED: (AWAITED,),
        }
        return orders.get(facet, (ARRIVED, MISSING))

    def _text_of(self, facet: str, value: str) -> str:
        if facet == DELEGATION:
            return value or self.tr("No delegation")
        if facet == CAPACITY:
            return self._words.capacities[Capacity(value)]
        if facet == BADGE:
            return self._words.badges[BadgeState(value)]
        return {
            ARRIVED: self.tr("arrived"),
            MISSING: self.tr("missing"),
            AWAITED: self._words.awaited,
            LISTED: self.tr("on the list"),
            PROVISIONAL: self._words.provisional,
            FORGOTTEN: self._words.forgotten,
            WITHDRAWN: self._words.withdrawn,
        }[value]
