"""Bands that nobody overlooks: the desk only looks, hands badges over, or is somewhere else."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from checkin.gui.look.icons import icon_pixmap
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import TextStyle, fitting_px, set_text
from checkin.gui.look.theme import Theme


class DeskBand(QWidget):
    """One line over the card, in the colour of no verdict; hidden while it has nothing to say."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._scale = theme, icon, 1.0
        self.text = ""
        self.hide()

    def say(self, text: str) -> None:
        """Says what the desk does otherwise than usual; "" to be gone."""
        self.text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._scale = measures.scale
        self.setFixedHeight(measures.px(44))

    def sizeHint(self) -> QSize:
        """Any width."""
        return QSize(200, round(44 * self._scale))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints ground, eye and words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme["accent"]))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
            ink, side, pad = self._theme["on_accent"], round(24 * self._scale), 16
            room = self.width() - 3 * pad - side
            px = fitting_px(self.text, 18 * self._scale, 12, room, bold=True)
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            words = set_text(self.text, TextStyle(px, True, 1.2), room, mirrored).laid()
            x = self.width() - pad - side if mirrored else pad
            top = QPointF(x, (self.height() - side) / 2)
            painter.drawPixmap(top, icon_pixmap(self._icon, side, ink, self.devicePixelRatioF()))
            start = pad if mirrored else 2 * pad + side
            words.draw(painter, start, (self.height() - words.height) / 2, QColor(ink))


class LookBand(DeskBand):
    """Hidden while the desk records."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "eye", parent)

    def show_mode(self, looking: bool, handing_over: bool) -> None:
        """Says what the desk does instead of recording arrivals; hidden while it records."""
        self._icon = "badges" if handing_over else "eye"
        text = self.tr("LOOK ONLY: nothing is recorded.   Ctrl+L records again.")
        if handing_over:
            text = self.tr("HAND OVER: badges are given out, nobody arrives.   Ctrl+G ends.")
        self.say(text if looking else "")
