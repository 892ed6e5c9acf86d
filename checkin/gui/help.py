"""The help overlay: every key, over the page and gone with Esc; it takes no scan away."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui.keys import (
    ANYWHERE,
    AT_THE_DESK,
    AT_THE_START,
    IN_LISTS,
    ON_PAPER,
    all_keys,
    name_of,
)
from checkin.gui.kit.buttons import button, press_by_key, take_no_focus
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import measures_for
from checkin.gui.look.theme import Theme

_FIRST, _SECOND = (ANYWHERE, AT_THE_START, AT_THE_DESK), (IN_LISTS, ON_PAPER)


class HelpOverlay(QWidget):
    """Covers the window it is a child of while it is open."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._under = theme, parent
        self._labels: list[FitLabel] = []
        self._grids: list[QGridLayout] = []
        self.setAccessibleName(self.tr("Help"))
        self.close_button = button(theme, self.tr("Close   F1"), "primary", does=self.hide)
        take_no_focus(self.close_button)
        press_by_key(self.close_button, "Esc")  # before whatever has the keys below
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._sheet(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.hide()

    def _sheet(self) -> QFrame:
        sheet = QFrame()
        sheet.setObjectName("panel")
        self._column = QVBoxLayout(sheet)
        title, head = FitLabel(self._theme, 22, bold=True), QHBoxLayout()
        title.say(self.tr("Keys"))
        head.addWidget(title, 1)
        head.addWidget(self.close_button)
        halves = QHBoxLayout()
        halves.setSpacing(28)
        for places in (_FIRST, _SECOND):
            halves.addLayout(self._half(places))
        self._column.addLayout(head)
        self._column.addLayout(halves)
        return sheet

    def _half(self, places: Sequence[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        line = 0
        for where, keys in groupby(all_keys(), lambda key: key.where):
            if where not in places:
                continue
            grid.addWidget(self._label(name_of(where), True), line, 0, 1, 2)
            line += 1
            for key in keys:
                grid.addWidget(self._label(key.keys, True), line, 0)
                grid.addWidget(self._label(key.does, False), line, 1)
                line += 1
        grid.setRowStretch(line, 1)
        self._grids.append(grid)
        return grid

    def _label(self, text: str, bold: bool) -> FitLabel:
        made = FitLabel(self._theme, 14, bold=bold, leading=1.4)
        made.say(text)
        self._labels.append(made)
        return made

    def _apply(self, compact: bool) -> None:
        """Takes the sizes of the window: every key is in sight in the smallest one too."""
        edge = 14 if compact else 24
        self._column.setContentsMargins(edge, edge // 2, edge, edge // 2)
        for grid in self._grids:
            grid.setVerticalSpacing(1 if compact else 5)
        for label in self._labels:
            label.set_px(12 if compact else 14)

    def toggle(self) -> None:
        """Opens or closes it."""
        self.setGeometry(self._under.rect())
        self._apply(measures_for(self.width(), self.height()).scale < 1)
        self.setVisible(self.isHidden())
        self.raise_()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Dims what is below."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(10, 20, 34, 150))
