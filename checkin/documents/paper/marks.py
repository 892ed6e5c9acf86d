"""The small signs of a report, made once for a document: standings and capacities.

The same shape means the same thing on paper and on the screen.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from checkin.documents.paper import colours, fonts
from checkin.documents.paper import colours as paint
from checkin.documents.paper.fitting import MM_PER_POINT
from checkin.documents.paper.pen import Pen
from checkin.domain.attendance import Standing
from checkin.domain.delegate import Capacity

MARK = 3.4  # millimetres across
TILE = 4.2
EMBLEM_SIZE = 14.0
_REACH = 50.0  # points that a sign may extend from its corner
_Draw = Callable[[Any, float], None]


def make_stamps(canvas: Any) -> None:
    """Makes every sign of a report, to be set by `mark` and `tile`."""
    for standing, draw in _DRAWN.items():
        _make(canvas, standing.value, draw, MARK)
    for capacity in Capacity:
        _make(canvas, f"capacity-{capacity.value}", _tile_of(capacity), TILE)
    _make(canvas, "emblem", _emblem, EMBLEM_SIZE)


def mark(pen: Pen, standing: Standing, x: float, y: float) -> None:
    """The sign of a delegation's standing; none for one that nobody is expected of."""
    if standing in _DRAWN:
        pen.stamp(standing.value, x, y, MARK)


def tile(pen: Pen, capacity: Capacity, x: float, y: float) -> None:
    """The letter of a capacity on its colour."""
    pen.stamp(f"capacity-{capacity.value}", x, y, TILE)


def emblem(pen: Pen, x: float, y: float, png: bytes | None = None) -> None:
    """The host's emblem, or a plain ring where it will stand."""
    if png is None:
        pen.stamp("emblem", x, y, EMBLEM_SIZE)
    else:
        side = EMBLEM_SIZE / MM_PER_POINT
        draw_png(pen.canvas, png, pen.foot_of(x, y, EMBLEM_SIZE, EMBLEM_SIZE), side, side)


def draw_png(
    canvas: Any, png: bytes, corner: tuple[float, float], width: float, height: float
) -> None:
    """A picture as large as it can be in the middle of a place; all in points, from below."""
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(
        ImageReader(BytesIO(png)),
        *corner,
        width,
        height,
        mask="auto",
        preserveAspectRatio=True,
        anchor="c",
    )


def _make(canvas: Any, name: str, draw: _Draw, size: float) -> None:
    """Keeps a drawing under a name; y grows downwards from its top left corner, in points."""
    canvas.beginForm(name, -_REACH, -_REACH, _REACH, _REACH)
    draw(canvas, size / MM_PER_POINT)
    canvas.endForm()


def _disc(canvas: Any, size: float) -> None:
    canvas.setFillColor(paint.GOOD)
    canvas.circle(size / 2, -size / 2, size / 2, stroke=0, fill=1)
    canvas.setStrokeColor(paint.WHITE)
    canvas.setLineWidth(size * 0.13)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    tick = canvas.beginPath()
    tick.moveTo(size * 0.28, -size * 0.52)
    tick.lineTo(size * 0.44, -size * 0.68)
    tick.lineTo(size * 0.73, -size * 0.35)
    canvas.drawPath(tick, stroke=1, fill=0)


def _ring(canvas: Any, size: float, colour: str = paint.EDGE) -> None:
    weight = size * 0.13
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(weight)
    canvas.circle(size / 2, -size / 2, (size - weight) / 2, stroke=1, fill=0)


def _half_disc(canvas: Any, size: float) -> None:
    _ring(canvas, size, paint.ACCENT)
    canvas.setFillColor(paint.ACCENT)
    rim = size * 0.065
    canvas.wedge(rim, rim - size, size - rim, -rim, 90, 180, stroke=0, fill=1)


def _diamond(canvas: Any, size: float) -> None:
    middle, reach = size / 2, size * 0.6
    canvas.setFillColor(paint.WARN)
    shape = canvas.beginPath()
    shape.moveTo(middle + reach, -middle)
    for x, y in ((0, reach), (-reach, 0), (0, -reach)):
        shape.lineTo(middle + x, y - middle)
    shape.close()
    canvas.drawPath(shape, stroke=0, fill=1)
    canvas.setStrokeColor(paint.WHITE)
    canvas.setLineWidth(size * 0.11)
    wide, tall = size * 0.15, size * 0.2
    canvas.line(middle - wide, -middle - tall, middle - wide, -middle + tall)
    canvas.line(middle + wide, -middle - tall, middle + wide, -middle + tall)
    canvas.line(middle - wide, -middle, middle + wide, -middle)


def _emblem(canvas: Any, size: float) -> None:
    weight = size * 0.025
    canvas.setStrokeColor(paint.EMBLEM)
    canvas.setLineWidth(weight)
    canvas.circle(size / 2, -size / 2, (size - weight) / 2, stroke=1, fill=0)
    canvas.roundRect(size * 0.3, -size * 0.76, size * 0.4, size * 0.5, size * 0.05)
    for level in (0.42, 0.54):
        canvas.line(size * 0.4, -size * level, size * 0.6, -size * level)


def _tile_of(capacity: Capacity) -> _Draw:
    def draw(canvas: Any, size: float) -> None:
        canvas.setFillColor(colours.of_capacity(capacity))
        canvas.roundRect(0, -size, size, size, size / 6, stroke=0, fill=1)
        canvas.setFillColor(paint.WHITE)
        canvas.setFont(fonts.font("NotoSans", True), size * 0.65)
        canvas.drawCentredString(size / 2, -size * 0.735, capacity.letter)

    return draw


_DRAWN: dict[Standing, _Draw] = {
    Standing.COMPLETE: _disc,
    Standing.PARTIAL: _half_disc,
    Standing.HEAD_ABSENT: _diamond,
    Standing.ABSENT: _ring,
}
