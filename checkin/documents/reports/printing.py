"""A report on paper: blocks put on pages, each with its head and its foot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from checkin.documents.paper.fitting import MM_PER_POINT
from checkin.documents.paper.marks import make_stamps
from checkin.documents.paper.pages import Block, Paper, Placed, paginate
from checkin.documents.paper.pen import Pen
from checkin.documents.reports.context import ReportContext
from checkin.documents.reports.head import Heading, foot, running_line
from checkin.domain.text import clean


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that begin a new page, and what the pages after it say at their head."""

    heading: Heading
    blocks: Iterable[Block]


def print_parts(
    file: BinaryIO, parts: Sequence[Part], context: ReportContext, paper: Paper
) -> None:
    """Writes the PDF; the same values give the same bytes."""
    canvas = _canvas(file, parts[0].heading, context, paper)
    pen = Pen(canvas, paper.size, context.wording.mirrored)
    pages = [
        (part.heading, page, number > 0)
        for part in parts
        for number, page in enumerate(paginate(list(part.blocks), paper))
    ]
    for number, (heading, page, follows) in enumerate(pages, start=1):
        if follows:
            running_line(pen, context, heading, paper)
        _draw(pen, page)
        page_of = context.wording.say("attendance.page_of", page=number, pages=len(pages))
        foot(pen, context, page_of, paper)
        pen.end_page()
    canvas.save()


def _canvas(file: BinaryIO, heading: Heading, context: ReportContext, paper: Paper) -> Any:
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # the text armour costs time and a quarter of the size
    size = [mm / MM_PER_POINT for mm in paper.size]
    canvas = Canvas(file, size, invariant=1, lang=context.wording.language)
    canvas.setTitle(f"{heading.title}, {heading.about}")
    canvas.setSubject(clean(context.title))
    canvas.setAuthor("")
    canvas.setCreator("checkin")
    make_stamps(canvas)
    return canvas


def _draw(pen: Pen, page: Sequence[Placed]) -> None:
    for placed in page:
        placed.block.draw(pen, placed.y)
