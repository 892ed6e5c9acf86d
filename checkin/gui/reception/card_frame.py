"""The ground of a card: its colour, its frame, and the rail with the places of a traffic light."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from checkin.gui.look.shapes import WARNING, Place, draw_outline, draw_shape
from checkin.gui.look.theme import Look, Theme

RADIUS = 16.0
_FRAMES = {"fault": 16.0, "again": 10.0}
_SLOTS = ("stop", "note", "go")
_STRIPE = 20.0


def frame_width(look: Look) -> float:
    """How much of each edge the frame takes."""
    return 12.0 if look.broken else _FRAMES.get(look.family, 0.0)


def draw_ground(painter: QPainter, box: QRectF, look: Look, theme: Theme) -> None:
    """The card's colour, with the frame that its family has."""
    painter.fillRect(box, QColor(theme["page"]))
    if look.family == "fault":
        _hatched(painter, box, look)
        return
    _rounded(painter, box, RADIUS, look.fill, None)
    if look.family == "again":
        _rounded(painter, box.adjusted(4, 4, -4, -4), 13, look.fill, QPen(QColor(look.ink), 8))
    if look.family == "stop" and theme.name != "light":
        _rim(painter, box, theme["stop_rim"], 3)
    if look.family == "again" and theme.name != "light":
        _rim(painter, box, look.fill, 1)
    if look.family in ("idle", "armed"):
        armed = look.family == "armed"
        _rim(painter, box, theme["accent" if armed else "line"], 4 if armed else 1)
    if look.broken:
        _broken_rim(painter, box, look)


def _rounded(
    painter: QPainter, box: QRectF, radius: float, fill: str | None, pen: QPen | None
) -> None:
    painter.setPen(pen or Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)


def _rim(painter: QPainter, box: QRectF, colour: str, width: float) -> None:
    half = width / 2
    inside = box.adjusted(half, half, -half, -half)
    _rounded(painter, inside, RADIUS - half, None, QPen(QColor(colour), width))


def _broken_rim(painter: QPainter, box: QRectF, look: Look) -> None:
    """Dashes all around: let in, but not quite as the others are."""
    pen = QPen(QColor(look.ink), 4)
    pen.setDashPattern([4, 3])
    _rounded(painter, box.adjusted(7, 7, -7, -7), RADIUS - 6, None, pen)


def _hatched(painter: QPainter, box: QRectF, look: Look) -> None:
    path = QPainterPath()
    path.addRoundedRect(box, RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(path)
    painter.fillRect(box, QColor(look.fill))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(WARNING))
    x = box.x() - box.height()
    while x < box.right():
        painter.drawPolygon(_stripe(x, box))
        x += 2 * _STRIPE
    painter.restore()
    width = _FRAMES["fault"]
    _rounded(painter, box.adjusted(width, width, -width, -width), 6, look.fill, None)


def _stripe(x: float, box: QRectF) -> QPolygonF:
    rise, top, bottom = box.height(), box.top(), box.bottom()
    corners = ((x, bottom), (x + rise, top), (x + rise + _STRIPE, top), (x + _STRIPE, bottom))
    return QPolygonF([QPointF(*corner) for corner in corners])


def draw_rail(painter: QPainter, box: QRectF, look: Look, theme: Theme) -> None:
    """Stop above, already in the middle, welcome below; other cards leave the traffic light."""
    radius = min(box.width() * 0.39, box.height() * 0.145)
    if look.family not in _SLOTS:
        top = box.y() + radius * 1.1 + box.width() * 0.2
        place = Place(QPointF(box.center().x(), top), radius)
        draw_shape(painter, place, look, theme["accent"])
        return
    reach = radius * 1.1 + 20
    heights = (box.y() + reach, box.center().y(), box.bottom() - reach)
    for family, y in zip(_SLOTS, heights, strict=True):
        centre = QPointF(box.center().x(), y)
        if family == look.family:
            draw_shape(painter, Place(centre, radius), look, theme["accent"])
        else:
            faint = QColor(look.ink)
            faint.setAlphaF(0.38)
            draw_outline(painter, Place(centre, radius * 0.32), family, faint)
