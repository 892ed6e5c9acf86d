"""Small marks of a state: the same silhouette means the same thing on lamps and tables."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from checkin.gui.look.theme import Theme

OK, OFF, FAULT = "ok", "off", "fault"


def draw_mark(painter: QPainter, box: QRectF, state: str, theme: Theme) -> None:
    """Draws a ticked disc, a ring or an octagon."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    {OK: _disc, OFF: _ring, FAULT: _octagon}[state](painter, box, theme)
    painter.restore()


def _disc(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme["ok"]))
    painter.drawEllipse(box)
    painter.setPen(_pen(theme["surface"], box.width() * 0.13))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = ((0.28, 0.52), (0.44, 0.68), (0.73, 0.35))
    painter.drawPolyline(QPolygonF([_at(box, x, y) for x, y in points]))


def _ring(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme["edge"]), max(1.5, box.width() * 0.12)))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _octagon(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme["bad"]))
    angles = [pi / 8 + pi / 4 * corner for corner in range(8)]
    corners = [_at(box, 0.5 + 0.54 * cos(a), 0.5 + 0.54 * sin(a)) for a in angles]
    painter.drawPolygon(QPolygonF(corners))
    painter.setPen(_pen(theme["surface"], box.width() * 0.15))
    painter.drawLine(_at(box, 0.32, 0.32), _at(box, 0.68, 0.68))
    painter.drawLine(_at(box, 0.68, 0.32), _at(box, 0.32, 0.68))


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.x() + x * box.width(), box.y() + y * box.height())


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
