"""The help overlay: every key, over the page; gone with Esc, and with the next scan."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui.keys import ANYWHERE, AT_THE_START, IN_LISTS, Key, all_keys, name_of
from checkin.gui.kit.buttons import button, press_by_key, take_no_focus
from checkin.gui.kit.scrolling import FittingScroll
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.theme import Theme

_FIRST = {ANYWHERE, AT_THE_START, IN_LISTS}  # the places of the leading column
_EDGE, _SMALL = 12, 640  # pixels; a window lower than that has smaller letters here


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
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addStretch(1)
        column.addWidget(self._sheet())
        column.addStretch(2)
        self.hide()

    def _sheet(self) -> QFrame:
        sheet, head, keys = QFrame(), QHBoxLayout(), QWidget()
        sheet.setObjectName("panel")
        title = FitLabel(self._theme, 22, bold=True)
        title.say(self.tr("Keys"))
        head.addWidget(title, 1)
        head.addWidget(self.close_button)
        keys.setObjectName("inside")
        row = QHBoxLayout(keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(36)
        for first in (True, False):
            row.addLayout(self._table([k for k in all_keys() if (k.where in _FIRST) is first]), 1)
        scroll = FittingScroll(keys)
        scroll.setAccessibleName(title.text())
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 14, 24, 14)
        column.addLayout(head)
        column.addWidget(scroll)
        return sheet

    def _table(self, keys: list[Key]) -> QVBoxLayout:
        """The keys of some places, one under the other."""
        column, table = QVBoxLayout(), QGridLayout()
        table.setHorizontalSpacing(16)
        table.setVerticalSpacing(0 if self._under.height() < _SMALL else 2)
        table.setColumnStretch(1, 1)
        for where, some in groupby(keys, lambda key: key.where):
            table.addWidget(self._label(name_of(where), 15, "accent"), table.rowCount(), 0, 1, 2)
            for key in some:
                line = table.rowCount()
                table.addWidget(self._label(key.keys, 14), line, 0)
                table.addWidget(self._label(key.does, 14, bold=False), line, 1)
        column.addLayout(table)
        column.addStretch(1)
        return column

    def _label(self, text: str, px: int, tone: str = "ink", bold: bool = True) -> FitLabel:
        small = 2 if self._under.height() < _SMALL else 0
        made = FitLabel(self._theme, px - small, bold=bold, tone=tone, wraps=not bold)
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
