"""The four figures that the page answers first: arrived, missing, expected, provisional."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.board import Board
from checkin.domain.dates import short_day
from checkin.domain.wording import Wording
from checkin.gui.kit.panels import Icon, Mark
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import OFF, OK, PROVISIONAL
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed
from checkin.gui.look.theme import Theme

_DAYS_IN_WORDS = 3


class Figure(QFrame):
    """A title with its sign, a big number, and what there is to know about it."""

    def __init__(self, theme: Theme, sign: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.title = FitLabel(theme, 16, bold=True)
        self.number = FitLabel(theme, 52, bold=True, leading=1.2)
        self.detail = FitLabel(theme, 15, tone="ink2")
        head, body = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(sign)
        head.addWidget(self.title, 1)
        body.setSpacing(12)
        body.addWidget(self.number)
        body.addWidget(self.detail, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addLayout(body)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        small = measures.scale < 1
        self.title.set_px(14 if small else measures.px(16))
        self.number.set_px(32 if small else measures.px(52))
        self.detail.set_px(12 if small else measures.px(15))
        side = 10 if small else measures.px(18)
        self._column.setContentsMargins(side, measures.px(8), side, measures.px(6))

    def say(self, title: str, number: int, detail: str) -> None:
        """Shows a figure."""
        self.title.say(title)
        self.number.say(str(number))
        self.detail.say(detail)
        self.setAccessibleName(f"{title}: {number}. {detail}")


class Figures(QWidget):
    """The four of them, side by side; `arrived + missing = expected`."""

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.arrived = Figure(theme, Mark(theme, OK))
        self.missing = Figure(theme, Mark(theme, OFF))
        self.expected = Figure(theme, Icon("delegates", 18, theme["ink2"]))
        self.provisional = Figure(theme, Mark(theme, PROVISIONAL))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for figure in self.all:
            self._row.addWidget(figure, 1)

    @property
    def all(self) -> tuple[Figure, ...]:
        """The figures in their order."""
        return self.arrived, self.missing, self.expected, self.provisional

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._row.setSpacing(max(measures.gap - 2, 6))
        for figure in self.all:
            figure.apply(measures)

    def show_board(self, board: Board) -> None:
        """Shows the figures of a day, or of all days."""
        figures, one_day = board.figures, board.day is not None
        arrived = self.tr("Arrived") if one_day else self.tr("Arrived on any day")
        missing = self.tr("Missing") if one_day else self.tr("Missing on every day")
        heads = self.tr("heads of delegation: {count}").format(count=figures.heads_missing)
        delegations = self.tr("delegations: {count}").format(count=figures.delegations)
        self.arrived.say(arrived, figures.arrived, self._share(board))
        self.missing.say(missing, figures.missing, heads)
        self.expected.say(self.tr("Expected"), figures.expected, delegations)
        self.provisional.say(self.tr("Not on the list"), figures.provisional, self._apart(board))
        self.provisional.setToolTip(self.tr("Badges that came in and are in no other figure"))

    def _share(self, board: Board) -> str:
        percent = self.tr("{percent} % of expected").format(percent=board.figures.percent)
        days = board.whole.totals
        if board.day is not None or len(days) > _DAYS_IN_WORDS:
            return percent
        return listed(*(f"{short_day(one.day, self._wording)}: {one.arrived}" for one in days))

    def _apart(self, board: Board) -> str:
        """Who came and is in none of the other figures."""
        withdrawn = board.figures.withdrawn_arrived
        if not withdrawn:
            return self.tr("genuine badges that came in")
        return self.tr("genuine badges; withdrawn but here: {count}").format(count=withdrawn)
