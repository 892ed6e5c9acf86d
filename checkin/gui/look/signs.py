"""The signs inside the verdict shapes, drawn as strokes in units of the shape's radius."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from checkin.gui.look.fonts import font

Stroke = tuple[tuple[float, float], ...]

_STROKES: dict[str, tuple[Stroke, ...]] = {
    "tick": (((-0.42, 0.04), (-0.12, 0.36), (0.46, -0.32)),),
    "clock": (((0, -0.26), (0, 0.02), (0.2, 0.14)),),
    "swap": (
        ((-0.45, -0.2), (0.4, -0.2)),
        ((0.18, -0.42), (0.4, -0.2), (0.18, 0.02)),
        ((0.45, 0.24), (-0.4, 0.24)),
        ((-0.18, 0.02), (-0.4, 0.24), (-0.18, 0.46)),
    ),
    "cross": (((-0.34, -0.34), (0.34, 0.34)), ((0.34, -0.34), (-0.34, 0.34))),
    "calendar": (
        ((-0.42, -0.34), (0.42, -0.34), (0.42, 0.42), (-0.42, 0.42), (-0.42, -0.34)),
        ((-0.42, -0.08), (0.42, -0.08)),
        ((-0.2, -0.52), (-0.2, -0.3)),
        ((0.2, -0.52), (0.2, -0.3)),
    ),
    "way out": (
        ((0.02, -0.42), (-0.42, -0.42), (-0.42, 0.42), (0.02, 0.42)),
        ((-0.1, 0), (0.5, 0)),
        ((0.28, -0.22), (0.5, 0), (0.28, 0.22)),
    ),
    "plus": (((-0.36, 0), (0.36, 0)), ((0, -0.36), (0, 0.36))),
    "turn": (((0.02, -0.62), (0.24, -0.38), (-0.04, -0.2)),),
    "eye": (
        ((-0.56, 0), (-0.3, -0.24), (0, -0.33), (0.3, -0.24), (0.56, 0)),
        ((-0.56, 0), (-0.3, 0.24), (0, 0.33), (0.3, 0.24), (0.56, 0)),
        ((0, -0.11), (0.11, 0), (0, 0.11), (-0.11, 0), (0, -0.11)),
    ),
    "badge": (
        ((-0.36, -0.2), (0.36, -0.2), (0.36, 0.5), (-0.36, 0.5), (-0.36, -0.2)),
        ((-0.1, -0.2), (-0.1, -0.5), (0.1, -0.5), (0.1, -0.2)),
        ((-0.18, 0.16), (0.18, 0.16)),
    ),
    "bars": tuple(((x, -0.32), (x, 0.32)) for x in (-0.36, -0.12, 0.12, 0.36)),
    "enter": (
        ((0.42, -0.36), (0.42, 0.1), (-0.42, 0.1)),
        ((-0.16, -0.16), (-0.42, 0.1), (-0.16, 0.36)),
    ),
}
_LETTERS = {"question mark": "?", "exclamation mark": "!"}


@dataclass(frozen=True, slots=True)
class Pen:
    """Where a sign is drawn, how large, and in which colour."""

    centre: QPointF
    radius: float
    colour: QColor

    def at(self, x: float, y: float) -> QPointF:
        """A point in radii from the centre."""
        return self.centre + QPointF(x, y) * self.radius

    def box(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A box in radii from the centre."""
        corner = self.at(x, y)
        return QRectF(corner.x(), corner.y(), width * self.radius, height * self.radius)


def draw_sign(painter: QPainter, sign: str, pen: Pen) -> None:
    """Draws the sign of that name."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_stroke(pen))
    for stroke in _STROKES.get(sign, ()):
        painter.drawPolyline(QPolygonF([pen.at(x, y) for x, y in stroke]))
    if sign == "clock":
        painter.drawEllipse(pen.box(-0.5, -0.5, 1, 1))
    elif sign == "turn":
        painter.drawArc(pen.box(-0.42, -0.42, 0.84, 0.84), 60 * 16, 270 * 16)
    elif sign == "two people":
        _two_people(painter, pen)
    elif sign in _LETTERS:
        painter.setFont(font(int(pen.radius * 1.1), bold=True))
        painter.drawText(pen.box(-1, -1, 2, 2), Qt.AlignmentFlag.AlignCenter, _LETTERS[sign])


def _stroke(pen: Pen) -> QPen:
    made = QPen(pen.colour, pen.radius * 0.17)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


def _two_people(painter: QPainter, pen: Pen) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.colour)
    for x in (-0.26, 0.26):
        painter.drawEllipse(pen.box(x - 0.13, -0.27, 0.26, 0.26))
        painter.drawChord(pen.box(x - 0.2, 0.06, 0.4, 0.5), 0, 180 * 16)
