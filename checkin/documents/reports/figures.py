"""The figures at the head of an attendance report: tiles or a table, and the charts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from checkin.documents.paper import colours as paint
from checkin.documents.paper.fitting import MM_PER_POINT, Fitted, Piece
from checkin.documents.paper.pages import MARGIN, Block, Paper
from checkin.documents.paper.pen import Pen
from checkin.documents.paper.rows import Band, cell, fitted, row
from checkin.domain.attendance import Attendance, Totals
from checkin.domain.chart import Box, Line, Rect, Role, Shape, Text, bars
from checkin.domain.dates import long_day, short_day
from checkin.domain.wording import Wording

_DAYS_IN_TILES = 2
_GAP = 3.0
_CHART_HEIGHT = 30.0
_LOW_CHART = 24.0  # where two stand side by side
_DAY_SHARE = 0.25  # of the width, for the name of a day
_TITLE_HEIGHT = 5.5
_CHART_TEXT = 8 * MM_PER_POINT


def figures(attendance: Attendance, wording: Wording, paper: Paper) -> Iterator[Block]:
    """Tiles for one day or two, a table for more; what they leave out; a chart a day."""
    if len(attendance.days) <= _DAYS_IN_TILES:
        for totals in attendance.totals:
            yield _tiles(totals, wording, paper)
    else:
        yield from _table(attendance.totals, wording, paper)
    yield from _apart(attendance, wording, paper)
    yield from _charts(attendance.totals, wording, paper)


@dataclass(frozen=True, slots=True)
class _Tile:
    figure: int
    label: str
    detail: str
    colour: str


def _tiles_of(totals: Totals, wording: Wording) -> tuple[_Tile, ...]:
    say = wording.say
    day = short_day(totals.day, wording)
    share = say("attendance.share_of_expected", percent=totals.percent, expected=totals.expected)
    heads = say("attendance.heads_missing", count=totals.heads_missing)
    partial = totals.partial + totals.head_absent
    delegations = say(
        "attendance.of_delegations",
        count=totals.delegations,
        partial=partial,
        absent=totals.absent,
    )
    left_out = say("attendance.not_counted")
    return (
        _Tile(totals.arrived, say("attendance.arrived_on", day=day), share, paint.GOOD),
        _Tile(totals.missing, say("attendance.missing"), heads, paint.BAD),
        _Tile(totals.complete, say("attendance.delegations_complete"), delegations, paint.ACCENT),
        _Tile(totals.withdrawn, say("attendance.withdrawn"), left_out, paint.WARN),
    )


def _tiles(totals: Totals, wording: Wording, paper: Paper) -> Block:
    """Four figures side by side, as high as the longest of their words needs."""
    width = (paper.width - 3 * _GAP) / 4
    tiles = [_tile(tile, width) for tile in _tiles_of(totals, wording)]
    height = max(tile.height for tile in tiles)

    def draw(pen: Pen, y: float) -> None:
        for place, tile in enumerate(tiles):
            tile.draw(pen, MARGIN + place * (width + _GAP), y, height)

    return Block(height + _GAP, draw)


@dataclass(frozen=True, slots=True)
class _SetTile:
    width: float
    colour: str
    figure: Fitted
    label: Fitted
    detail: Fitted

    @property
    def height(self) -> float:
        return 2.6 + self.figure.height + self.label.height + self.detail.height + 2.2

    def draw(self, pen: Pen, x: float, y: float, height: float) -> None:
        pen.rect(x, y, self.width, height, paint.CARD, 1.2)
        pen.rect(x, y, 1.2, height, self.colour)
        y += 2.6
        pen.block(self.figure, x + 4, y, paint.INK)
        y += self.figure.height
        pen.block(self.label, x + 4, y, paint.INK)
        pen.block(self.detail, x + 4, y + self.label.height, paint.LABEL)


def _tile(tile: _Tile, width: float) -> _SetTile:
    room = width - 5.2
    figure = fitted(Piece(str(tile.figure), 23, 12, bold=True, leading=1.15), room)
    label = fitted(Piece(tile.label, 9, 8, bold=True, lines=2), room)
    detail = fitted(Piece(tile.detail, 8, 6.5, leading=1.25, gap=0.5), room)
    return _SetTile(width, tile.colour, figure, label, detail)


def _table(totals: Sequence[Totals], wording: Wording, paper: Paper) -> Iterator[Block]:
    """A line for each day."""
    head = _table_head(wording, paper)
    yield replace(head, bound=True)
    for day in totals:
        figures = (
            *(day.expected, day.arrived, f"{day.percent} %", day.missing, day.heads_missing),
            *(day.withdrawn, day.complete, day.partial + day.head_absent, day.absent),
        )
        texts = tuple(str(figure) for figure in figures)
        line = _line(long_day(day.day, wording), texts, paper)
        yield replace(line, running=(head,))
    yield Block(_GAP, lambda _pen, _y: None)


def _table_head(wording: Wording, paper: Paper) -> Block:
    """Two lines: the last three columns are of delegations, the others of people."""
    keys = (
        *("column.expected", "column.arrived", "column.share", "column.missing"),
        *("attendance.heads_absent", "attendance.withdrawn"),
        *("attendance.complete", "attendance.partial", "attendance.absent_delegation"),
    )
    heads = tuple(text[:1].upper() + text[1:] for text in map(wording.say, keys))
    lower = _line(wording.say("column.day"), heads, paper, head=True)
    start = MARGIN + paper.width * (_DAY_SHARE + (1 - _DAY_SHARE) * 6 / 9) + 2
    width = MARGIN + paper.width - start - 1.5
    group = Piece(wording.say("sheet.delegations"), 7.5, 6, bold=True)
    upper = row([cell(start, group, width, paint.LABEL, "trail")], Band(1.2, 0.4, 0))
    height = upper.height + lower.height

    def draw(pen: Pen, y: float) -> None:
        pen.rect(MARGIN, y, paper.width, height, paint.BAND)
        upper.draw(pen, y)
        pen.rule(start, y + upper.height, width, paint.EDGE, 0.2)
        lower.draw(pen, y + upper.height)

    return Block(height, draw)


def _line(day: str, texts: Sequence[str], paper: Paper, head: bool = False) -> Block:
    first = paper.width * _DAY_SHARE
    each = (paper.width - first) / len(texts)
    colour = paint.LABEL if head else paint.INK
    size = (7.5, 6.0) if head else (9.0, 7.0)
    cells = [cell(MARGIN + 1, Piece(day, *size, bold=head), first - 2, colour)]
    for place, text in enumerate(texts):
        piece = Piece(text, *size, bold=head, lines=2 if head else 1)
        x = MARGIN + first + place * each + 0.5
        cells.append(cell(x, piece, each - 2, colour, "trail"))
    made = row(cells, Band(1.0, 1.2, 6.3))

    def draw(pen: Pen, y: float) -> None:
        if not head:
            pen.rule(MARGIN, y + made.height, paper.width, paint.HAIRLINE, 0.15)
        made.draw(pen, y)

    return Block(made.height, draw)


def _apart(attendance: Attendance, wording: Wording, paper: Paper) -> Iterator[Block]:
    """Who arrived and is in none of the figures, so that nobody wonders about the sum."""
    provisional = [(totals.day, totals.provisional) for totals in attendance.totals]
    withdrawn = [(totals.day, totals.withdrawn_arrived) for totals in attendance.totals]
    kinds = (
        ("attendance.provisional_arrivals", provisional),
        ("attendance.withdrawn_arrived", withdrawn),
    )
    for key, counts in kinds:
        if any(count for _, count in counts):
            parts = [
                wording.say("attendance.apart"),
                wording.say(key, count=_days(counts, wording)),
            ]
            text = Piece("   ·   ".join(parts), 8, 7)
            yield row([cell(MARGIN, text, paper.width, paint.LABEL)], Band(0.4, 0.8, 0))


def _days(counts: Sequence[tuple[date, int]], wording: Wording) -> str:
    """`4`, or `4 (5 July), 1 (6 July)` where the report is about several days."""
    if len(counts) == 1:
        return str(counts[0][1])
    named = (f"{count} ({short_day(day, wording)})" for day, count in counts if count)
    return ("، " if wording.mirrored else ", ").join(named)


def _charts(totals: Sequence[Totals], wording: Wording, paper: Paper) -> Iterator[Block]:
    """Side by side where there are many days."""
    abreast = 1 if len(totals) <= _DAYS_IN_TILES else 2
    tall = _CHART_HEIGHT if abreast == 1 else _LOW_CHART
    width = (paper.width - (abreast - 1) * 2 * _GAP) / abreast
    for start in range(0, len(totals), abreast):
        yield _chart_row(totals[start : start + abreast], wording, width, tall)


def _chart_row(days: Sequence[Totals], wording: Wording, width: float, tall: float) -> Block:
    drawings = [
        (MARGIN + place * (width + 2 * _GAP), _Chart(day, wording, width, tall))
        for place, day in enumerate(days)
    ]
    height = max(chart.height for _, chart in drawings)

    def draw(pen: Pen, y: float) -> None:
        for x, chart in drawings:
            chart.draw(pen, x, y + 2)

    return Block(height + 4, draw)


@dataclass(frozen=True, slots=True)
class _Chart:
    totals: Totals
    wording: Wording
    width: float
    tall: float

    @property
    def height(self) -> float:
        """Of the title, the bars or a line instead, and the line about other dates."""
        told = bool(self.totals.other_dates) + (not self.totals.arrived)
        return _TITLE_HEIGHT * (1 + told) + (self.tall if self.totals.quarters else 0)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        say = self.wording.say
        day = short_day(self.totals.day, self.wording)
        title = Piece(say("attendance.arrivals_by_quarter", day=day), 9, 7, bold=True)
        pen.label(title, x, y, self.width, paint.INK)
        y += _TITLE_HEIGHT
        if not self.totals.arrived:
            pen.label(Piece(say("attendance.no_arrivals"), 8.5, 7), x, y, self.width, paint.LABEL)
        if other := self.totals.other_dates:
            words = Piece(say("attendance.other_dates", count=other), 8.5, 7)
            pen.label(words, x, y, self.width, paint.LABEL)
            y += _TITLE_HEIGHT
        for shape in bars(self.totals.quarters, Box(self.width, self.tall, _CHART_TEXT)):
            _paint(pen, shape, x, y)


def _paint(pen: Pen, shape: Shape, x: float, y: float) -> None:
    """The pen mirrors, so the chart is asked for unmirrored."""
    if isinstance(shape, Rect):
        pen.rect(x + shape.x, y + shape.y, shape.width, shape.height, paint.ACCENT)
    elif isinstance(shape, Line):
        pen.rule(x + shape.x1, y + shape.y1, shape.x2 - shape.x1, paint.INK, 0.3)
    else:
        _write(pen, shape, x, y)


def _write(pen: Pen, text: Text, x: float, y: float) -> None:
    number = text.role is Role.COUNT
    pen.text(
        *(x + text.x, y + text.y, text.text, text.size / MM_PER_POINT),
        bold=number,
        colour=paint.INK if number else paint.LABEL,
        side="centre",
    )
