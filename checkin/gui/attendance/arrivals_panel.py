"""The arrivals of a day by quarter-hour, or of all days by day."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from checkin.domain.board import Board
from checkin.domain.chart import Column, Now, by_quarter, place_of, until
from checkin.domain.dates import hour, short_day
from checkin.gui.attendance.chart_view import ChartView
from checkin.gui.desk import Desk
from checkin.gui.kit.panels import Panel
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures


class ArrivalsPanel(Panel):
    """The chart, or in words that nobody came; under it how many were recorded on other dates."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, " ", parent)
        self._desk = desk
        self.chart = ChartView(desk.theme)
        self.empty = FitLabel(desk.theme, 14, tone="ink2")
        self.others = FitLabel(desk.theme, 13, tone="ink2")
        self.column.setContentsMargins(16, 10, 16, 8)
        self.column.addWidget(self.chart, 1)
        self.column.addWidget(self.empty)
        self.column.addWidget(self.others)
        self.column.addStretch(0)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.title.set_px(max(measures.px(17), 15))
        self.extra.set_px(max(measures.px(14), 12))
        self.empty.set_px(max(measures.px(14), 13))
        self.others.set_px(max(measures.px(13), 12))
        self.chart.set_px(max(measures.px(12), 11))

    def show_board(self, board: Board) -> None:
        """Shows the arrivals of a day, or of all days."""
        if board.day is None:
            self._show_days(board)
        else:
            self._show_day(board)
        others = board.figures.other_dates
        self.others.say(self._desk.wording.tell("attendance.other_dates", count=others))
        self.others.setVisible(bool(others))
        self.empty.setVisible(not (self.chart.isVisibleTo(self) or others))

    def _show_day(self, board: Board) -> None:
        self.title.say(self.tr("Arrivals by quarter-hour"))
        quarters, now, line = board.figures.quarters, self._desk.now(), None
        if now.date() == board.day:
            quarters = until(quarters, now.time())
            place = place_of(quarters, now.time())
            words = self.tr("now {time}").format(time=hour(now))
            line = Now(place, words) if place is not None else None
        self._show(by_quarter(quarters), line)
        coming = board.day is not None and board.day > now.date()
        nobody = self.tr("Nobody has arrived on this day yet. Each arrival appears here.")
        later = self.tr("This day is still to come.")
        self.empty.say(later if coming else nobody)

    def _show_days(self, board: Board) -> None:
        self.title.say(self.tr("Arrivals by day"))
        columns = [
            Column(short_day(one.day, self._desk.wording), one.arrived, place)
            for place, one in enumerate(board.whole.totals)
        ]
        self._show(columns if any(one.count for one in columns) else (), None)
        self.empty.say(self.tr("Nobody has arrived yet. Each arrival appears here."))

    def _show(self, columns: list[Column] | tuple[Column, ...], now: Now | None) -> None:
        told = ", ".join(f"{one.label}: {one.count}" for one in columns if one.count)
        self.chart.show_columns(columns, now, f"{self.title.text()}. {told}")
        self.chart.setVisible(bool(columns))

    def minimumSizeHint(self) -> QSize:
        """Narrow and low, where the window is."""
        return QSize(220, 110)
