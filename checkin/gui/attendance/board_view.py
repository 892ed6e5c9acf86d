"""The board: figures, tiles, arrivals and heads, all of one read."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin.domain.board import Board
from checkin.gui.attendance.arrivals_panel import ArrivalsPanel
from checkin.gui.attendance.delegations import DelegationsPanel
from checkin.gui.attendance.figures import Figures
from checkin.gui.attendance.people_panels import DelegationPanel, HeadsPanel
from checkin.gui.desk import Desk
from checkin.gui.look.measures import Measures


class BoardView(QWidget):
    """Shows boards; a chosen delegation takes the place of the missing heads."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._small = False
        self.figures = Figures(desk.theme, desk.wording)
        self.delegations = DelegationsPanel(desk.theme)
        self.arrivals = ArrivalsPanel(desk)
        self.heads, self.delegation = HeadsPanel(desk), DelegationPanel(desk)
        self.people = QStackedWidget()
        self.people.addWidget(self.heads)
        self.people.addWidget(self.delegation)
        self._lay_out()
        self.delegations.grid.chosen.connect(self._chose)
        self.delegation.closed.connect(lambda: self.delegations.grid.choose(None))

    def _lay_out(self) -> None:
        self._side, self._body = QVBoxLayout(), QHBoxLayout()
        self._side.addWidget(self.arrivals, 5)
        self._side.addWidget(self.people, 7)
        self._body.addWidget(self.delegations, 55)
        self._body.addLayout(self._side, 45)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.figures)
        self._column.addLayout(self._body, 1)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._small = measures.scale < 1
        for box in (self._side, self._body, self._column):
            box.setSpacing(max(measures.gap - 2, 6))
        for part in (self.figures, self.delegations, self.arrivals, self.heads, self.delegation):
            part.apply(measures)
        self._chose()

    def show_board(self, board: Board) -> None:
        """Shows the board of a moment; what is chosen stays chosen."""
        self._board = board
        for part in (self.figures, self.delegations, self.arrivals, self.heads):
            part.show_board(board)
        self._chose()

    def _chose(self) -> None:
        """A small window has room for a chart or a delegation, not for both."""
        tile = self.delegations.grid.tile
        if tile and self._board:
            self.delegation.show_tile(tile, self._board.day)
        self.people.setCurrentWidget(self.delegation if tile else self.heads)
        self.arrivals.setVisible(not (tile and self._small))
