"""The tile with a delegation's code, and the chip with a capacity's letter."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from checkin.domain.delegate import Capacity
from checkin.gui.look.fonts import font
from checkin.gui.look.texts import fitting_px
from checkin.gui.look.theme import Theme

_RADIUS = 4.0
_WHITE = "#FFFFFF"


def draw_code(painter: QPainter, box: QRectF, code: str, theme: Theme) -> None:
    """A delegation's code in a frame; a long one is set smaller."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme["edge"]), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), _RADIUS, _RADIUS)
    painter.setPen(QColor(theme["ink2"]))
    px = fitting_px(code, box.height() * 0.57, 7, box.width() - 6, bold=True)
    painter.setFont(font(px, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, code)
    painter.restore()


def draw_capacity(painter: QPainter, box: QRectF, capacity: Capacity, theme: Theme) -> None:
    """A capacity's letter on its colour; the edge shows it where the ground is dark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dark = theme.name != "light"
    painter.setPen(QPen(QColor(theme["edge"]), 1) if dark else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.capacities[capacity]))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.setPen(QColor(_WHITE))
    painter.setFont(font(round(box.height() * 0.6), bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, capacity.letter)
    painter.restore()
