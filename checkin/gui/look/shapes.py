"""The big silhouettes of the verdicts: octagon, diamond, circle, triangle, brackets."""

from dataclasses import dataclass
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from checkin.gui.look.signs import Pen, draw_sign
from checkin.gui.look.theme import Look

WARNING = "#FFC107"
_POLYGONS = {"note": (4, 0.0, 1.06), "stop": (8, pi / 8, 1.04), "fault": (3, -pi / 2, 1.2)}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a silhouette stands."""

    centre: QPointF
    radius: float

    def polygon(self, corners: int, turn: float, reach: float) -> QPolygonF:
        """A regular polygon around the centre; `reach` in radii."""
        radius, step = self.radius * reach, 2 * pi / corners
        angles = [turn + step * corner for corner in range(corners)]
        x, y = self.centre.x(), self.centre.y()
        return QPolygonF([QPointF(x + radius * cos(a), y + radius * sin(a)) for a in angles])

    def box(self, reach: float) -> QRectF:
        """The square around the centre; `reach` in radii."""
        side = 2 * self.radius * reach
        return QRectF(self.centre.x() - side / 2, self.centre.y() - side / 2, side, side)


def draw_shape(painter: QPainter, place: Place, look: Look, accent: str) -> None:
    """The lit silhouette of a verdict with its sign inside."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    inner = _silhouette(painter, place, look, accent)
    down = 0.1 if look.family == "fault" else 0.0
    centre = place.centre + QPointF(0, place.radius * down)
    draw_sign(painter, look.sign, Pen(centre, place.radius, QColor(inner)))
    painter.restore()


def draw_outline(painter: QPainter, place: Place, family: str, colour: QColor) -> None:
    """The thin outline of a slot that is not lit."""
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if family == "go":
        painter.drawEllipse(place.box(1.0))
    else:
        corners, turn, _ = _POLYGONS[family]
        painter.drawPolygon(place.polygon(corners, turn, 1.1))


def _silhouette(painter: QPainter, place: Place, look: Look, accent: str) -> str:
    """Draws the shape; the colour for the sign inside."""
    if look.family in _POLYGONS:
        return _polygon(painter, place, look)
    if look.family == "again":
        _brackets(painter, place, look)
        return look.ink
    if look.broken:
        pen = QPen(QColor(look.ink), place.radius * 0.13)
        pen.setDashPattern([1.6, 1.3])
        painter.setPen(pen)
        painter.drawEllipse(place.box(0.92))
        return look.ink
    painter.setBrush(QColor(look.ink if look.family == "go" else accent))
    painter.drawEllipse(place.box(1.0))
    return look.fill


def _polygon(painter: QPainter, place: Place, look: Look) -> str:
    corners, turn, reach = _POLYGONS[look.family]
    fault = look.family == "fault"
    down = QPointF(0, place.radius * 0.12) if fault else QPointF()
    painter.setBrush(QColor(WARNING if fault else look.ink))
    painter.drawPolygon(Place(place.centre + down, place.radius).polygon(corners, turn, reach))
    return look.fill


def _brackets(painter: QPainter, place: Place, look: Look) -> None:
    """The four corners of a frame, as a camera shows them around a code."""
    pen = QPen(QColor(look.ink), place.radius * 0.17)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    out, arm = place.radius * 0.95, place.radius * 0.5
    for x in (-1, 1):
        for y in (-1, 1):
            corner = place.centre + QPointF(x * out, y * out)
            across, along = QPointF(-x * arm, 0), QPointF(0, -y * arm)
            painter.drawPolyline(QPolygonF([corner + across, corner, corner + along]))
