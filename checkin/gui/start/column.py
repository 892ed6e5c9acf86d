"""The navy column at the leading edge of the start page: whose program this is."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import SetText, TextStyle, set_text
from checkin.gui.look.theme import Theme

_TICK, _SLOT = "#0B6B4A", "#0F2440"


class StartColumn(QWidget):
    """Mark, name, and what the program is for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        white = "nav_ink" if theme.name == "high_contrast" else "nav_on"
        self._name = FitLabel(theme, 44, bold=True, tone=white)
        self._name.say(self.tr("Check-in"))
        self._does = _Lines(theme, 19, tone="nav_ink", wraps=True)
        self._does.say(
            self.tr("Lists in, badges out, every arrival recorded, the attendance reported.")
        )
        self._foot = _Lines(theme, 15, tone="nav_ink", wraps=True)
        self._foot.say(
            self.tr("No network, no account, no server: one meeting is one file on this computer.")
        )
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(_Mark())
        self._column.addSpacing(18)
        self._column.addWidget(self._name)
        self._column.addWidget(self._does)
        self._column.addStretch(1)
        self._column.addWidget(self._foot)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        small = measures.scale < 1
        side, above = (24, 28) if small else (measures.px(44), measures.px(56))
        self.setFixedWidth(232 if small else measures.px(372))
        self._column.setContentsMargins(side, above, side, side)
        for label, px in ((self._name, 44), (self._does, 19), (self._foot, 15)):
            label.set_px(max(round(px * (0.75 if small else measures.scale)), 13))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the ground."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme["nav"]))
            if self._theme["nav"] == self._theme["page"]:
                edge = 0 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
                x = (self.width() - 1) * edge
                painter.fillRect(x, 0, 1, self.height(), QColor(self._theme["line"]))


class _Lines(FitLabel):
    """A text that is not made smaller: there is room for another line."""

    def _fitted(self, width: int) -> SetText:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return set_text(self.text(), TextStyle(self._px), width, mirrored).laid()


class _Mark(QWidget):
    """The app's mark: a badge with a tick."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(76)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints card, slot and tick at the leading edge."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            painter.translate(self.width() - 64 if mirrored else 0, 0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#FFFFFF"))
            painter.drawRoundedRect(QRectF(0, 0, 64, 74), 10, 10)
            painter.setBrush(QColor(_SLOT))
            painter.drawRoundedRect(QRectF(21, 9, 22, 6), 3, 3)
            pen = QPen(QColor(_TICK), 9)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            points = ((17, 45), (28, 57), (48, 33))
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))
