"""A month to pick days from, in the theme and the language of the page."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QFont, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget

from checkin.gui.look.fonts import font
from checkin.gui.look.theme import Theme


class Calendar(QCalendarWidget):
    """`picked` carries a day as ISO text; the meeting's days stand out."""

    picked = Signal(str)

    def __init__(
        self, theme: Theme, name: str, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFont(font(14))
        self.setLocale(QLocale(language))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setFixedHeight(236)
        self._dress()
        self.clicked.connect(self._clicked)

    def _dress(self) -> None:
        theme = self._theme
        head, plain = QTextCharFormat(), QTextCharFormat()
        head.setForeground(QColor(theme["ink2"]))
        head.setBackground(QColor(theme["surface"]))
        plain.setForeground(QColor(theme["ink"]))
        self.setHeaderTextFormat(head)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, plain)
        self.setStyleSheet(_rules(theme))

    def mark(self, days: Iterable[date]) -> None:
        """Makes the chosen days stand out, and no others."""
        self.setDateTextFormat(QDate(), QTextCharFormat())
        chosen = QTextCharFormat()
        chosen.setBackground(QColor(self._theme["accent"]))
        chosen.setForeground(QColor(self._theme["on_accent"]))
        chosen.setFontWeight(QFont.Weight.Bold)
        for day in days:
            self.setDateTextFormat(QDate(day.year, day.month, day.day), chosen)

    def turn_to(self, day: date) -> None:
        """Shows the month of a day."""
        self.setCurrentPage(day.year, day.month)

    def _clicked(self, day: QDate) -> None:
        self.picked.emit(day.toString(Qt.DateFormat.ISODate))


def _rules(theme: Theme) -> str:
    return f"""
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {theme["surface"]} }}
QCalendarWidget QToolButton {{
    color: {theme["ink"]}; background: transparent; border: 0; border-radius: 6px;
    padding: 4px 8px; font-weight: 700 }}
QCalendarWidget QToolButton:hover {{ background: {theme["soft"]} }}
QCalendarWidget QToolButton::menu-indicator {{ image: none }}
QCalendarWidget QAbstractItemView {{
    background: {theme["surface"]}; color: {theme["ink"]};
    selection-background-color: {theme["soft"]}; selection-color: {theme["ink"]} }}
QCalendarWidget QAbstractItemView:disabled {{ color: {theme["edge"]} }}
"""
