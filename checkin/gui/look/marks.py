"""Small marks of a state: the same silhouette means the same thing on lamps and tables."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from checkin.gui.look.theme import Theme

OK, OFF, FAULT = "ok", "off", "fault"
PARTIAL, HEAD, PROVISIONAL, WARN = "partial", "head", "provisional", "warn"


def draw_mark(painter: QPainter, box: QRectF, state: str, theme: Theme) -> None:
    """Draws a ticked disc, ring, octagon, half disc, diamond, dotted plus or triangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWN[state](painter, box, theme)
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


def _half(painter: QPainter, box: QRectF, theme: Theme) -> None:
    inner = box.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(QColor(theme["accent"]), max(1.5, box.width() * 0.12)))
    painter.drawEllipse(inner)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme["accent"]))
    painter.drawPie(inner, 90 * 16, 180 * 16)


def _diamond(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme["warn"]))
    corners = ((0.5, -0.06), (1.06, 0.5), (0.5, 1.06), (-0.06, 0.5))
    painter.drawPolygon(QPolygonF([_at(box, x, y) for x, y in corners]))
    painter.setPen(_pen(theme["surface"], box.width() * 0.12))
    painter.drawLine(_at(box, 0.36, 0.3), _at(box, 0.36, 0.7))
    painter.drawLine(_at(box, 0.64, 0.3), _at(box, 0.64, 0.7))
    painter.drawLine(_at(box, 0.36, 0.5), _at(box, 0.64, 0.5))


def _dotted_plus(painter: QPainter, box: QRectF, theme: Theme) -> None:
    pen = QPen(QColor(theme["warn"]), max(1.5, box.width() * 0.12))
    pen.setDashPattern([1.2, 1.2])
    painter.setPen(pen)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    painter.setPen(_pen(theme["warn"], box.width() * 0.13))
    painter.drawLine(_at(box, 0.5, 0.28), _at(box, 0.5, 0.72))
    painter.drawLine(_at(box, 0.28, 0.5), _at(box, 0.72, 0.5))


def _triangle(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme["warn"]))
    corners = ((0.5, -0.02), (1.06, 0.98), (-0.06, 0.98))
    painter.drawPolygon(QPolygonF([_at(box, x, y) for x, y in corners]))
    painter.setPen(_pen(theme["surface"], box.width() * 0.14))
    painter.drawLine(_at(box, 0.5, 0.36), _at(box, 0.5, 0.62))
    painter.drawPoint(_at(box, 0.5, 0.82))


_DRAWN = {
    OK: _disc,
    OFF: _ring,
    FAULT: _octagon,
    PARTIAL: _half,
    HEAD: _diamond,
    PROVISIONAL: _dotted_plus,
    WARN: _triangle,
}


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.x() + x * box.width(), box.y() + y * box.height())


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
