"""Draws placed shapes on a reportlab canvas; texts only ever as strings, never as markup."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, BinaryIO

from checkin.documents.badges.qr import SIDE, Matrix
from checkin.documents.badges.shapes import Box, Picture, Rule, Shape, TextLine
from checkin.documents.paper import fonts
from checkin.documents.paper.colours import INK
from checkin.documents.paper.marks import draw_png
from checkin.domain.sheet import Tick

MM = 72 / 25.4

_DARK = re.compile(rb"\x01+")


@dataclass(frozen=True, slots=True)
class Code:
    """A code and where its top left module stands."""

    x: float
    y: float
    side: float
    modules: Matrix


class Pen:
    """A canvas measured in millimetres from the top left corner of a page or of a badge."""

    def __init__(self, file: BinaryIO, width: float, height: float, title: str) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.useA85 = 0
        self._canvas: Any = Canvas(file, (width * MM, height * MM), invariant=1)
        self._canvas.setTitle(title)
        self._canvas.setCreator("checkin")
        self._height = height

    def keep(self, name: str, height: float, shapes: Iterable[Shape | Tick]) -> None:
        """Keeps shapes under a name, to be shown on many pages and stored once."""
        page, self._height = self._height, height
        self._canvas.beginForm(name)
        for shape in shapes:
            self._draw(shape)
        self._canvas.endForm()
        self._height = page

    def badge(
        self,
        corner: tuple[float, float],
        height: float,
        forms: Sequence[str],
        lines: Sequence[TextLine],
        code: Code,
    ) -> None:
        """One badge with its top left corner at a point of the page."""
        x, y = corner
        self._canvas.addLiteral(f"q 1 0 0 1 {x * MM:.3f} {(self._height - y - height) * MM:.3f} cm")
        for name in forms:
            self._canvas.doForm(name)
        self._texts(lines, height)
        self._code(code, height)
        self._canvas.addLiteral("Q")

    def show(self, name: str) -> None:
        """Draws what `keep` kept, over the whole page."""
        self._canvas.doForm(name)

    def turn_page(self) -> None:
        """Ends a page."""
        self._canvas.showPage()

    def save(self) -> None:
        """Writes the file."""
        self._canvas.save()

    def _draw(self, shape: Shape | Tick) -> None:
        match shape:
            case TextLine():
                self._texts((shape,), self._height)
            case Box():
                self._box(shape)
            case Rule(x, y, width, colour, stroke):
                self._line((x, y, x + width, y), colour, stroke)
            case Picture():
                corner = (shape.x * MM, (self._height - shape.y - shape.height) * MM)
                draw_png(self._canvas, shape.png, corner, shape.width * MM, shape.height * MM)
            case Tick(x1, y1, x2, y2):
                self._line((x1, y1, x2, y2), INK, 0.15)

    def _texts(self, lines: Sequence[TextLine], height: float) -> None:
        """Lines as one text object; each run of letters in the font that has them.

        Written out here because the canvas's own text objects take three times as long.
        """
        written, colour = ["BT"], ""
        for line in lines:
            if line.colour != colour:
                colour = line.colour
                written.append(_ink(colour))
            x, y = line.x * MM, (height - line.baseline) * MM
            written.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            for font, part in fonts.runs(line.text, line.bold):
                written += self._run(font, line.size, part)
        written.append("ET")
        self._canvas.addLiteral(" ".join(written))

    def _run(self, font_name: str, size: float, text: str) -> Iterator[str]:
        """Letters of one font, as codes of the parts of it that the file will hold."""
        font, document = fonts.registered(font_name), self._canvas._doc
        for subset, codes in font.splitString(text, document):
            name = font.getSubsetInternalName(subset, document)
            yield f"{name} {size:.2f} Tf <{codes.hex()}> Tj"

    def _code(self, code: Code, height: float) -> None:
        """All dark modules as ONE path, so that no renderer leaves hairs between them."""
        scale, bottom = code.side * MM / SIDE, (height - code.y - code.side) * MM
        place = f"{scale:.5f} 0 0 {scale:.5f} {code.x * MM:.3f} {bottom:.3f} cm"
        flat = b"\0".join(code.modules)
        runs = " ".join([_rectangle(*run.span()) for run in _DARK.finditer(flat)])
        self._canvas.addLiteral(f"q 0 g {place} {runs} f Q")

    def _box(self, box: Box) -> None:
        if box.fill:
            self._canvas.setFillColor(_colour(box.fill))
        if box.edge:
            self._canvas.setStrokeColor(_colour(box.edge))
            self._canvas.setLineWidth(box.stroke * MM)
        self._canvas.roundRect(
            box.x * MM,
            (self._height - box.y - box.height) * MM,
            box.width * MM,
            box.height * MM,
            box.radius * MM,
            stroke=bool(box.edge),
            fill=bool(box.fill),
        )

    def _line(self, ends: tuple[float, float, float, float], colour: str, stroke: float) -> None:
        x1, y1, x2, y2 = ends
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(stroke * MM)
        self._canvas.line(x1 * MM, (self._height - y1) * MM, x2 * MM, (self._height - y2) * MM)


@cache
def _rectangle(start: int, end: int) -> str:
    """The path of a run of dark modules, counted row by row with a light one between rows."""
    row, x = divmod(start, SIDE + 1)
    return f"{x} {SIDE - 1 - row} {end - start} 1 re"


@cache
def _ink(name: str) -> str:
    """The operator that takes a colour for what is filled and written next."""
    return "{:.4g} {:.4g} {:.4g} rg".format(*_colour(name).rgb())


@cache
def _colour(name: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(name)
