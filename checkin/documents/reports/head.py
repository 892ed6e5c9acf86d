"""What stands at the head and the foot of every page of a report."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin.documents.paper import colours as paint
from checkin.documents.paper.fitting import Piece
from checkin.documents.paper.marks import EMBLEM_SIZE, emblem
from checkin.documents.paper.pages import MARGIN, Block, Paper
from checkin.documents.paper.pen import Pen, Side
from checkin.documents.paper.rows import Cell, draw_cell, facing, fitted
from checkin.documents.reports.context import ReportContext
from checkin.domain.text import clean

_TEXT_X = MARGIN + EMBLEM_SIZE + 3
_RIGHT_SHARE = 0.3
_FOOT_LINE = 13.0  # from the page's lower edge
_RUNNING = 13.0


@dataclass(frozen=True, slots=True)
class Heading:
    """What a report is called, what it is about, and what stands at its trailing edge."""

    title: str
    about: str
    beside: tuple[str, ...]


def head(context: ReportContext, heading: Heading, paper: Paper) -> Block:
    """The first page's head: emblem, meeting, black rule, title."""
    aside = paper.width * _RIGHT_SHARE
    wide = paper.width - aside - EMBLEM_SIZE - 6
    mirrored = context.wording.mirrored
    lines = [facing(clean(line), mirrored) for line in (context.title, *context.lines)]
    meeting = _column(_TEXT_X, lines, wide, "lead")
    beside = _column(MARGIN + paper.width, heading.beside, aside, "trail")
    rule = max(EMBLEM_SIZE, meeting.height, beside.height) + 4
    title = fitted(Piece(heading.title, 20, 14, bold=True), paper.width)
    about = fitted(Piece(heading.about, 10, 8), paper.width)

    def draw(pen: Pen, y: float) -> None:
        emblem(pen, MARGIN, y, context.emblem)
        for column in (meeting, beside):
            draw_cell(pen, column, y)
        pen.rule(MARGIN, y + rule, paper.width, paint.INK, 0.5)
        pen.block(title, MARGIN, y + rule + 3, paint.INK)
        pen.block(about, MARGIN, y + rule + 3.4 + title.height, paint.LABEL)

    return Block(rule + title.height + about.height + 7.5, draw)


def running_line(pen: Pen, context: ReportContext, heading: Heading, paper: Paper) -> None:
    """The head of every following page: report and days, meeting, rule."""
    half = paper.width * 0.48
    left = Piece(f"{heading.title}   ·   {heading.about}", 8, 6, bold=True)
    pen.label(left, MARGIN, _RUNNING, half, paint.INK)
    pen.label(
        Piece(clean(context.title), 8, 6),
        MARGIN + paper.width - half,
        _RUNNING,
        half,
        paint.LABEL,
        "trail",
    )
    pen.rule(MARGIN, _RUNNING + 6.0, paper.width, paint.INK, 0.5)


def foot(pen: Pen, context: ReportContext, page_of: str, paper: Paper) -> None:
    """When it was printed, the journal's head, the page."""
    y = paper.size[1] - _FOOT_LINE
    pen.rule(MARGIN, y, paper.width, paint.HAIRLINE, 0.2)
    wide = paper.width * 0.78
    pen.label(Piece(context.foot, 7.5, 6), MARGIN, y + 1.4, wide, paint.LABEL)
    rest = paper.width - wide
    page = Piece(page_of, 7.5, 6, bold=True)
    pen.label(page, MARGIN + wide, y + 1.4, rest, paint.INK, "trail")


def _column(x: float, texts: Sequence[str], width: float, side: Side) -> Cell:
    """A bold first line and plain ones under it."""
    first = Piece(texts[0], 9, 7.5, bold=True, leading=1.35, lines=2)
    lines = [(fitted(first, width), paint.INK)]
    for text in texts[1:]:
        lines.append((fitted(Piece(text, 8, 7, leading=1.35), width), paint.LABEL))
    return Cell(x, tuple(lines), side)
