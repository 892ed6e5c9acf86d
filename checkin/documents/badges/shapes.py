"""What stands on a badge, placed: millimetres from its top left corner, colours as #RRGGBB."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from checkin.documents.paper import fonts, script
from checkin.documents.paper.fitting import MM_PER_POINT, Fitted, Piece, fit

Side = Literal["left", "right", "centre"]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text as it is drawn; `x` and `width` say where its ink is."""

    text: str
    bold: bool
    size: float
    x: float
    baseline: float
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with round corners, filled or with an edge; a disc if the radius is half."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    fill: str = ""
    edge: str = ""
    stroke: float = 0.3


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight level line."""

    x: float
    y: float
    width: float
    colour: str
    stroke: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, as large as it can be in the middle of a place."""

    x: float
    y: float
    width: float
    height: float
    png: bytes


Shape = TextLine | Box | Rule | Picture
Turned = TypeVar("Turned", bound=Shape)


def set_lines(
    fitted: Fitted, x: float, y: float, width: float, side: Side, colour: str
) -> Iterator[TextLine]:
    """The lines of a fitted text from `y` down, each at a side of its column."""
    piece, size = fitted.piece, fitted.size
    baseline = y + fitted.gap + fitted.drop
    for line in fitted.lines:
        drawn = script.ordered(line, piece.right_to_left)
        wide = fonts.width(drawn, piece.bold, size) * MM_PER_POINT
        spare = {"left": 0.0, "right": width - wide, "centre": (width - wide) / 2}[side]
        yield TextLine(drawn, piece.bold, size, x + spare, baseline, wide, colour)
        baseline += fitted.line_height


def label(
    piece: Piece, x: float, y: float, width: float, side: Side, colour: str
) -> Iterator[TextLine]:
    """A short text in its column, smaller if it must be."""
    return set_lines(fit(piece, width), x, y, width, side, colour)


def mirrored(shape: Turned, width: float) -> Turned:
    """The shape on the other side of a badge of this width; its own inside is not turned."""
    return replace(shape, x=width - shape.x - shape.width)
