"""Draws on a page in millimetres from its leading top corner; mirrored for right-to-left.

All texts of a page go into one text object, drawn over its shapes: several times faster than
one object for each. Values are drawn letter by letter, never read as markup.
"""

from functools import lru_cache
from typing import Any, Literal

from checkin.documents.paper import fonts, script
from checkin.documents.paper.fitting import MM_PER_POINT, Fitted, Piece, fit

Side = Literal["lead", "trail", "centre"]

_POINTS = 1 / MM_PER_POINT
_OTHER: dict[Side, Side] = {"lead": "trail", "trail": "lead", "centre": "centre"}


class Pen:
    """One page of a reportlab canvas after the other; `end_page` finishes each."""

    def __init__(self, canvas: Any, size: tuple[float, float], mirrored: bool) -> None:
        self.canvas = canvas
        self.width, self.height = size
        self.mirrored = mirrored
        self._texts = canvas.beginText()
        self._ink = ""
        self._font: tuple[str, float] = ("", 0.0)

    def end_page(self) -> None:
        """Writes the page out."""
        self.canvas.drawText(self._texts)
        self.canvas.showPage()
        self._texts = self.canvas.beginText()
        self._ink = ""
        self._font = ("", 0.0)

    def rect(
        self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0
    ) -> None:
        """A filled rectangle, its corners round where a radius is given."""
        left, foot = self._x(x, width) * _POINTS, self._y(y + height)
        self.canvas.setFillColor(_paint(colour))
        if radius:
            sides = (width * _POINTS, height * _POINTS, radius * _POINTS)
            self.canvas.roundRect(left, foot, *sides, stroke=0, fill=1)
        else:
            self.canvas.rect(left, foot, width * _POINTS, height * _POINTS, stroke=0, fill=1)

    def rule(self, x: float, y: float, width: float, colour: str, weight: float) -> None:
        """A level line of a weight in millimetres."""
        left, level = self._x(x, width) * _POINTS, self._y(y)
        self.canvas.setStrokeColor(_paint(colour))
        self.canvas.setLineWidth(weight * _POINTS)
        self.canvas.line(left, level, left + width * _POINTS, level)

    def stamp(self, name: str, x: float, y: float, width: float) -> None:
        """A form of this width that was made before, by its leading top corner; never turned."""
        self.canvas.saveState()
        self.canvas.translate(self._x(x, width) * _POINTS, self._y(y))
        self.canvas.doForm(name)
        self.canvas.restoreState()

    def foot_of(self, x: float, y: float, width: float, height: float) -> tuple[float, float]:
        """The lower corner of a place as the canvas counts it, in points."""
        return self._x(x, width) * _POINTS, self._y(y + height)

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: str,
        side: Side = "lead",
        right_to_left: bool | None = None,
    ) -> None:
        """One line that begins, ends or has its middle at `x`; `size` in points."""
        runs, wide = _set(text, bold, right_to_left)
        edge = self.width - x if self.mirrored else x
        way = _OTHER[side] if self.mirrored else side
        start = edge * _POINTS - wide * size * {"lead": 0, "trail": 1, "centre": 0.5}[way]
        self._dip(colour)
        self._texts.setTextOrigin(start, self._y(baseline))
        for font, part in runs:
            self._choose(font, size)
            self._texts.textOut(part)

    def block(self, fitted: Fitted, x: float, y: float, colour: str, side: Side = "lead") -> None:
        """The lines of a fitted text from `y` down."""
        baseline = y + fitted.gap + fitted.drop
        piece = fitted.piece
        for line in fitted.lines:
            way = piece.right_to_left
            self.text(
                *(x, baseline, line, fitted.size),
                bold=piece.bold,
                colour=colour,
                side=side,
                right_to_left=way,
            )
            baseline += fitted.line_height

    def label(
        self, piece: Piece, x: float, y: float, width: float, colour: str, side: Side = "lead"
    ) -> None:
        """A text fitted into a width; `x` is where the column begins, whatever the side."""
        anchor = x + {"lead": 0.0, "trail": width, "centre": width / 2}[side]
        self.block(fit(piece, width), anchor, y, colour, side)

    def _dip(self, colour: str) -> None:
        if colour != self._ink:
            self._texts.setFillColor(_paint(colour))
            self._ink = colour

    def _choose(self, font: str, size: float) -> None:
        if (font, size) != self._font:
            self._texts.setFont(font, size)
            self._font = (font, size)

    def _x(self, x: float, width: float) -> float:
        return self.width - x - width if self.mirrored else x

    def _y(self, y: float) -> float:
        return (self.height - y) * _POINTS


@lru_cache(maxsize=4096)
def _set(text: str, bold: bool, right_to_left: bool | None) -> tuple[list[tuple[str, str]], float]:
    """The runs of a line as drawn, and its width at one point."""
    drawn = script.visual(text, right_to_left)
    return fonts.runs(drawn, bold), fonts.width(drawn, bold)


@lru_cache(maxsize=256)
def _paint(colour: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(colour)
