"""The help overlay: every key, over the page and gone with Esc; it takes no scan away."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from checkin.gui.keys import all_keys, name_of
from checkin.gui.kit.buttons import button, press_by_key, take_no_focus
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.theme import Theme


class HelpOverlay(QWidget):
    """Covers the window it is a child of while it is open."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._under = theme, parent
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
        grid = QGridLayout(sheet)
        grid.setContentsMargins(28, 22, 28, 22)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(7)
        title = FitLabel(self._theme, 22, bold=True)
        title.say(self.tr("Keys"))
        grid.addWidget(title, 0, 0)
        grid.addWidget(self.close_button, 0, 1, Qt.AlignmentFlag.AlignTrailing)
        line = 1
        for where, keys in groupby(all_keys(), lambda key: key.where):
            grid.addWidget(self._label(name_of(where), 15, True), line, 0, 1, 2)
            line += 1
            for key in keys:
                grid.addWidget(self._label(key.keys, 14, True), line, 0)
                grid.addWidget(self._label(key.does, 14, False), line, 1)
                line += 1
        return sheet

    def _label(self, text: str, px: int, bold: bool) -> FitLabel:
        made = FitLabel(self._theme, px, bold=bold)
        made.say(text)
        return made

    def toggle(self) -> None:
        """Opens or closes it."""
        self.setGeometry(self._under.rect())
        self.setVisible(self.isHidden())
        self.raise_()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Dims what is below."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(10, 20, 34, 150))
