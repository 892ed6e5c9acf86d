"""The panel of delegations: what the marks mean and how many there are of each; the tiles."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from checkin.domain.attendance import Standing
from checkin.domain.board import Board
from checkin.gui.attendance.tile_grid import TileGrid
from checkin.gui.attendance.tiles import GAP, MARKS
from checkin.gui.kit.panels import Mark, Panel
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme

_PAD = 16


class _Sign(QWidget):
    """A mark, how many, and what it means."""

    def __init__(self, theme: Theme, mark: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = word
        self.count, self.word = FitLabel(theme, 16, bold=True), FitLabel(theme, 14, tone="ink2")
        self.word.say(word)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(Mark(theme, mark, 16, word))
        row.addWidget(self.count)
        row.addWidget(self.word)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def say(self, count: int) -> None:
        """Says how many."""
        self.count.say(str(count))
        self.setAccessibleName(f"{count} {self._word}")

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.count.set_px(max(measures.px(16), 13))
        self.word.set_px(max(measures.px(14), 12))


class DelegationsPanel(Panel):
    """Legend and tiles; the counts are of delegations, people without one stand beside them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.title.say(self.tr("Delegations"))
        self.grid = TileGrid(theme)
        self.signs = {
            standing: _Sign(theme, mark, self.grid.tiles.standing(standing))
            for standing, mark in MARKS.items()
        }
        edge = GAP // 2
        self.column.setContentsMargins(_PAD - edge, 12, _PAD - edge, 12 - edge)
        self.column.setSpacing(8 - edge)
        self.head.setContentsMargins(edge, 0, edge, 0)
        self.head.setSpacing(14)
        self.head.addWidget(self.title, 1)
        for sign in self.signs.values():
            self.head.addWidget(sign)
        self.head.addStretch(0)
        self.column.addLayout(self.head)
        self.column.addWidget(self.grid, 1)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.title.set_px(max(measures.px(17), 15))
        self.title.setVisible(measures.scale >= 1)  # a small window has room for the legend alone
        for sign in self.signs.values():
            sign.apply(measures)
        self.grid.apply(measures.scale)

    def show_board(self, board: Board) -> None:
        """Shows the delegations of a day."""
        figures = board.figures
        counts = {
            Standing.COMPLETE: figures.complete,
            Standing.PARTIAL: figures.partial,
            Standing.HEAD_ABSENT: figures.head_absent,
            Standing.ABSENT: figures.absent,
        }
        for standing, count in counts.items():
            self.signs[standing].say(count)
        self.grid.show_tiles(board.tiles)

    def minimumSizeHint(self) -> QSize:
        """Narrow and low, where the window is."""
        return QSize(300, 160)
