"""Arrivals under each other, one of them chosen, each with its way back."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from checkin.domain.dates import hour, short_day
from checkin.domain.spoken import recorded_at
from checkin.gui.desk import Desk
from checkin.gui.look.measures import Measures, measures_for
from checkin.gui.look.texts import listed
from checkin.gui.reception.arrival_row import ArrivalLine, ArrivalRow
from checkin.services.reception import RecentArrival


class ArrivalList(QScrollArea):
    """`taken_back` carries the id of an arrival; at most `shown` rows are in sight at once."""

    taken_back = Signal(str)

    def __init__(self, desk: Desk, name: str, shown: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._shown = desk, shown
        self._measures: Measures = measures_for(1366, 768)
        self._lines: list[ArrivalLine] = []
        self._chosen, self._wanted = -1, 0
        self.rows: list[ArrivalRow] = []
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setWidget(self._inside)

    @property
    def lines(self) -> tuple[ArrivalLine, ...]:
        """What it shows."""
        return tuple(self._lines)

    @property
    def in_one_line(self) -> str:
        """The arrival that is chosen, or the first, where there is no room for the list."""
        line = self._lines[max(self._chosen, 0)] if self._lines else None
        return listed(line.time, line.name, line.place) if line else ""

    @property
    def chosen(self) -> str:
        """The id of the arrival that is chosen, "" for none."""
        return self._lines[self._chosen].arrival_id if self._chosen >= 0 else ""

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._measures = measures
        for row in self.rows:
            row.apply(measures)
        self._place()

    def show_arrivals(self, found: Sequence[RecentArrival], chosen: str | None = None) -> None:
        """Shows arrivals; the one of the id is chosen, or with "" the first, or with None none."""
        self._lines = [self._line(one) for one in found]
        ids = [line.arrival_id for line in self._lines]
        first = 0 if ids and chosen is not None else -1
        self._chosen = ids.index(chosen) if chosen in ids else first
        while len(self.rows) < len(self._lines):
            self.rows.append(self._row())
        self._tell()

    def step(self, by: int) -> None:
        """Chooses the next, or the one before."""
        if self._lines:
            self._chosen = max(0, min(self._chosen + by, len(self._lines) - 1))
            self._tell()

    def _tell(self) -> None:
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(self._lines))
            if place < len(self._lines):
                chosen = place == self._chosen
                row.show_line(replace(self._lines[place], newest=chosen, chosen=chosen))
        self._place()
        if self._chosen >= 0:
            self.ensureWidgetVisible(self.rows[self._chosen], 0, 0)

    def _row(self) -> ArrivalRow:
        made = ArrivalRow(self._desk.theme)
        made.apply(self._measures)
        made.taken_back.connect(self.taken_back)
        self._column.addWidget(made)
        return made

    def _line(self, recent: RecentArrival) -> ArrivalLine:
        arrival, delegate = recent.arrival, recent.delegate
        meeting, words = self._desk.meeting, self._desk.wording
        session, at = meeting.session(arrival.point), meeting.local(arrival.at)
        name = delegate.name if delegate else self.tr("Not on this list yet")
        place = listed(
            delegate.delegation if delegate else "",
            session.title(words.language) if session else "",
            "" if at.date() == arrival.day else short_day(at.date(), words),
            recorded_at(arrival, meeting, words),
        )
        return ArrivalLine(arrival.id, hour(at), name, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names wrap at another width."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width, heights = self.viewport().width(), []
        for row in self.rows[: len(self._lines)]:
            heights.append(row.height_for(width))
            row.setFixedHeight(heights[-1])
        self._wanted = sum(heights[: self._shown]) + 4 if heights else 0
        self.setMinimumHeight(heights[0] + 4 if heights else 0)
        self.setMaximumHeight(self._wanted)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As many rows as it shows, where there is room for them."""
        return QSize(super().sizeHint().width(), self._wanted)
