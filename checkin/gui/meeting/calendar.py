"""A month to pick days from, in the theme and the language of the page."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QFont, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from checkin.gui.look.fonts import font
from checkin.gui.look.icons import icon_of
from checkin.gui.look.theme import Theme

_LOCALES = {"ar": "ar_AE"}  # its digits are Western, as everywhere on our pages


class Calendar(QCalendarWidget):
    """`picked` carries a day as ISO text; the meeting's days stand out."""

    picked = Signal(str)

    def __init__(
        self, theme: Theme, name: str, language: str, parent: QWidget | None = None
    ) -> None:
        self._theme = theme
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(font(14))
        self.setLocale(QLocale(_LOCALES.get(language, language)))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setFixedHeight(236)
        self._dress()
        self.clicked.connect(self._clicked)

    def _dress(self) -> None:
        theme = self._theme
        head = QTextCharFormat()
        head.setForeground(QColor(theme["ink2"]))
        head.setBackground(QColor(theme["surface"]))
        self.setHeaderTextFormat(head)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, QTextCharFormat())
        self.setStyleSheet(_rules(theme))
        self._point()

    def _point(self) -> None:
        """Arrows in our own ink; Qt draws its own again with every change of look or direction."""
        backwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        icons = ("right", "left") if backwards else ("left", "right")
        for part, icon in zip(("prev", "next"), icons, strict=True):
            turn = self.findChild(QToolButton, f"qt_calendar_{part}month")
            if turn:
                turn.setIcon(icon_of(icon, 20, self._theme["ink"]))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the direction of the page."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange):
            self._point()

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
