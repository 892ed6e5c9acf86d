"""Rows of a report: texts in columns that share the baseline of their first lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from checkin.documents.paper import script
from checkin.documents.paper.fitting import Fitted, Piece, fit, in_box
from checkin.documents.paper.pages import Block, Draw
from checkin.documents.paper.pen import Pen, Side

_RIGHT_TO_LEFT = "\u200f"  # an invisible letter
_TALLEST = 120.0  # millimetres; a text longer than that gets smaller still


@dataclass(frozen=True, slots=True)
class Cell:
    """Texts under each other at `x`, each with its colour; the first lies on the row's line."""

    x: float
    lines: tuple[tuple[Fitted, str], ...]
    side: Side = "lead"

    @property
    def drop(self) -> float:
        """From its top to its first baseline."""
        return self.lines[0][0].drop

    @property
    def height(self) -> float:
        """The height of all its lines."""
        return sum(fitted.height for fitted, _ in self.lines)


def cell(x: float, piece: Piece, width: float, colour: str, side: Side = "lead") -> Cell:
    """A cell of one text in a column of this width; `x` is where the column begins."""
    anchor = x + {"lead": 0.0, "trail": width, "centre": width / 2}[side]
    return Cell(anchor, ((fitted(piece, width), colour),), side)


@lru_cache(maxsize=8192)
def fitted(piece: Piece, width: float) -> Fitted:
    """A text in a column, smaller or on more lines where it must be, never cut."""
    best = fit(piece, width)
    return best if best.height <= _TALLEST else in_box(piece, width, _TALLEST)


def facing(text: str, mirrored: bool) -> str:
    """A text that takes the page's direction, whatever the script of its first word.

    Digits after a comma belong to what follows, not to a Latin word before it.
    """
    if not mirrored or not script.holds_right_to_left(text):
        return text
    return _RIGHT_TO_LEFT + text.replace(", ", f", {_RIGHT_TO_LEFT}")


@dataclass(frozen=True, slots=True)
class Band:
    """The room of a row: above and under its texts, and the least height of all."""

    above: float
    under: float
    least: float


def row(cells: Sequence[Cell], band: Band, behind: Draw | None = None) -> Block:
    """The cells side by side; `behind` is drawn first, its level being the row's top."""
    base = max(cell.drop for cell in cells)
    tallest = max(base - cell.drop + cell.height for cell in cells)
    height = max(band.least, band.above + tallest + band.under)

    def draw(pen: Pen, y: float) -> None:
        if behind:
            behind(pen, y)
        for one in cells:
            draw_cell(pen, one, y + band.above + base - one.drop)

    return Block(height, draw)


def draw_cell(pen: Pen, one: Cell, y: float) -> None:
    """The texts of a cell from `y` down."""
    for text, colour in one.lines:
        pen.block(text, one.x, y, colour, one.side)
        y += text.height
