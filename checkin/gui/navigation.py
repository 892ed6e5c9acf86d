"""The rail at the leading edge: the app's mark and the pages that work."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from checkin.gui.look.icons import icon_pixmap
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import TextStyle, fitting_px, set_text
from checkin.gui.look.theme import Theme

_TICK = "#0B6B4A"


class Navigation(QWidget):
    """The rail. It takes no focus: a scanner's keys belong to the field."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        name = QCoreApplication.translate("Navigation", "Reception")
        self.reception = NavigationItem(theme, "reception", name)
        self._mark = AppMark(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        column.addWidget(self._mark)
        column.addWidget(self.reception)
        column.addStretch(1)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.setFixedWidth(measures.nav)
        self._mark.setFixedHeight(max(measures.px(68), 64))
        self.reception.setFixedHeight(max(measures.px(72), 64))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the ground."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme["nav"]))


class AppMark(QWidget):
    """The app's mark: a badge with a tick."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(QCoreApplication.translate("Navigation", "Check-in"))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints card, slot and tick."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#FFFFFF"))
            x = self.width() / 2 - 15
            painter.drawRoundedRect(QRectF(x, 16, 30, 34), 5, 5)
            painter.setBrush(QColor("#0F2440"))
            painter.drawRoundedRect(QRectF(x + 10, 20, 10, 3), 1.5, 1.5)
            pen = QPen(QColor(_TICK), 4)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            points = ((8, 36), (13, 41), (22, 31))
            painter.drawPolyline(QPolygonF([QPointF(x + dx, y) for dx, y in points]))


class NavigationItem(QAbstractButton):
    """A page of the rail: icon above its word."""

    def __init__(self, theme: Theme, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints tile, edge, icon and word."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isChecked():
                self._paint_tile(painter)
            ink = self._theme["nav_on" if self.isChecked() else "nav_ink"]
            pixmap = icon_pixmap(self._icon, 26, ink, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(self.width() / 2 - 13, self.height() / 2 - 24), pixmap)
            bold, room = self.isChecked(), self.width() - 16
            px = fitting_px(self.text(), 12, 9, room, bold)
            word = set_text(self.text(), TextStyle(px, bold, 1.2), room).laid()
            x = (self.width() - word.width) / 2
            word.draw(painter, x, self.height() / 2 + 18 - word.height / 2, QColor(ink))

    def _paint_tile(self, painter: QPainter) -> None:
        wide, high = self.width(), self.height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme["nav_sel"]))
        painter.drawRoundedRect(QRectF(6, 3, wide - 12, high - 6), 8, 8)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.setBrush(QColor(self._theme["nav_on"]))
        painter.drawRoundedRect(QRectF(wide - 4 if mirrored else 0, 16, 4, high - 32), 2, 2)
