"""The table of an attendance report: every delegation, every person, every day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from checkin.documents.paper import colours as paint
from checkin.documents.paper.fitting import Fitted, Piece
from checkin.documents.paper.marks import MARK, mark, tile
from checkin.documents.paper.pages import MARGIN, Block, Paper
from checkin.documents.paper.pen import Pen
from checkin.documents.paper.rows import Band, Cell, cell, facing, fitted, row
from checkin.documents.reports.context import entered_words
from checkin.domain.attendance import Attendance, Delegation, Person, Seen, Standing
from checkin.domain.dates import hour, short_day
from checkin.domain.text import clean
from checkin.domain.wording import Wording

DAYS_UPRIGHT = 4  # more days need the paper lying
_DAYS_LYING = 7  # more days need a second table
_DAY_WIDTHS = {1: 62.0, 2: 40.0, 3: 34.0, 4: 29.0, 5: 29.0, 6: 26.0, 7: 23.0}
_TILE_X = MARGIN + 6.5
NAME_X = MARGIN + 13.0
_GUTTER = 3.0
_FEW = 4

HEAD_BAND = Band(above=2.6, under=1.3, least=9.0)
PERSON_BAND = Band(above=0.9, under=0.9, least=6.3)
_NAME = (9.2, 8.0)


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of one table: which of the reported days, and where they stand."""

    paper: Paper
    days: tuple[int, ...]

    @property
    def day_width(self) -> float:
        """The width of a day's time and desk."""
        return _DAY_WIDTHS[len(self.days)]

    @property
    def first_day(self) -> float:
        """Where the first day's column begins."""
        return MARGIN + self.paper.width - self.day_width * len(self.days)

    def columns(self) -> Iterator[tuple[int, float]]:
        """The reported days and where their columns begin."""
        return (
            (day, self.first_day + place * self.day_width) for place, day in enumerate(self.days)
        )

    def name_width(self, x: float) -> float:
        """The room for a name that begins at `x`."""
        return self.first_day - x - _GUTTER


def grids(days: int, paper: Paper) -> list[Grid]:
    """As many tables as the days need, of nearly the same number of days."""
    most = _DAYS_LYING if paper.lying else DAYS_UPRIGHT
    count = -(-days // most)
    edges = [days * part // count for part in range(count + 1)]
    return [Grid(paper, tuple(range(*edge))) for edge in pairwise(edges)]


def table(attendance: Attendance, wording: Wording, grid: Grid) -> Iterator[Block]:
    """Column heads, then every delegation with its people; the heads begin every page."""
    writer = _Writer(attendance, wording, grid)
    head = writer.column_heads()
    yield replace(head, bound=True)
    for delegation in attendance.delegations:
        yield from writer.delegation(delegation, head)


def person_cells(person: Person, wording: Wording, x: float, width: float) -> Cell:
    """The name, the head of delegation's in bold; in Arabic the name in script before it."""
    delegate = person.delegate
    name, in_script = clean(delegate.name) or "–", clean(delegate.name_in_script)
    names = [in_script, name] if in_script and wording.mirrored else [name]
    colour = paint.INK if person.expected else paint.LABEL
    main = fitted(Piece(names[0], *_NAME, bold=person.is_head, leading=1.25), width)
    lines = [(main, colour)]
    lines += [(fitted(Piece(name, 8, 7, leading=1.25), width), colour) for name in names[1:]]
    if not person.expected:
        word = Piece(wording.say("attendance.withdrawn_person"), 7.5, 6.5)
        lines.append((fitted(word, width), paint.LABEL))
    return Cell(x, tuple(lines))


def person_row(person: Person, cells: Sequence[Cell], paper: Paper) -> Block:
    """A person's row: tile, texts, hairline."""
    made = row(cells, PERSON_BAND)

    def draw(pen: Pen, y: float) -> None:
        made.draw(pen, y)
        tile(pen, person.delegate.capacity, _TILE_X, y + 1.05)
        width = MARGIN + paper.width - _TILE_X
        pen.rule(_TILE_X, y + made.height, width, paint.HAIRLINE, 0.15)

    return Block(made.height, draw)


def kept_together(people: Sequence[Block]) -> Iterator[Block]:
    """Few people stay on one page; of many at least two stand at its foot and at its head."""
    last = len(people) - 1
    for place, person in enumerate(people):
        few = last < _FEW or place == 0 or place == last - 1
        yield replace(person, bound=few and place < last)


def delegation_row(cells: Sequence[Cell], paper: Paper) -> Block:
    """The head of a delegation, above a black rule."""
    made = row(cells, HEAD_BAND)

    def draw(pen: Pen, y: float) -> None:
        made.draw(pen, y)
        pen.rule(MARGIN, y + made.height, paper.width, paint.INK, 0.3)

    return Block(made.height, draw, bound=True)


def delegation_name(delegation: Delegation, wording: Wording, again: bool = False) -> str:
    """Its shown name, in words where it has none; said to continue on a following page."""
    name = clean(delegation.name) or wording.say("attendance.no_delegation")
    if again:
        name = f"{name} ({wording.say('attendance.continued')})"
    return facing(name, wording.mirrored)


@dataclass(frozen=True, slots=True)
class _Writer:
    attendance: Attendance
    wording: Wording
    grid: Grid

    def column_heads(self) -> Block:
        """The grey band with the days, times and desks."""
        grid, say = self.grid, self.wording.say
        time, desk = say("attendance.first_arrival"), say("attendance.desk")
        days = [
            cell(x, Piece(self._day(day), 8.5, 7, bold=True), grid.day_width - 1, paint.INK)
            for day, x in grid.columns()
        ]
        named = Piece(say("attendance.delegation_delegate"), 8, 7, bold=True)
        under = [cell(MARGIN + 1, named, grid.name_width(MARGIN + 1), paint.LABEL)]
        for _, x in grid.columns():
            half = grid.day_width / 2
            under.append(cell(x, Piece(time, 7.5, 6, lines=2), half - 0.8, paint.LABEL))
            under.append(cell(x + half, Piece(desk, 7.5, 6, lines=2), half - 0.8, paint.LABEL))
        upper = row(days, Band(1.4, 0, 5.2))
        lower = row(under, Band(0.4, 1.2, 5.2))
        return _band(upper, lower, grid.paper)

    def delegation(self, delegation: Delegation, head: Block) -> Iterator[Block]:
        """Its head and its people."""
        again = self._delegation_head(delegation, again=True)
        yield replace(self._delegation_head(delegation), running=(head,))
        people = [
            replace(self._person(person), running=(head, again)) for person in delegation.people
        ]
        yield from kept_together(people)

    def _day(self, day: int) -> str:
        return short_day(self.attendance.days[day], self.wording)

    def _delegation_head(self, delegation: Delegation, again: bool = False) -> Block:
        grid = self.grid
        name = delegation_name(delegation, self.wording, again)
        wide = grid.name_width(MARGIN + 1)
        cells = [cell(MARGIN + 1, Piece(name, 10.5, 9, bold=True), wide, paint.INK)]
        marks = [(x, delegation.standing(day)) for day, x in grid.columns()]
        cells += [self._standing(delegation, day, x) for day, x in grid.columns()]
        made = delegation_row(cells, grid.paper)

        def draw(pen: Pen, y: float) -> None:
            made.draw(pen, y)
            for x, standing in marks:
                mark(pen, standing, x, y + HEAD_BAND.above + 0.85)

        return replace(made, draw=draw)

    def _standing(self, delegation: Delegation, day: int, x: float) -> Cell:
        """How many came, and in words when the head did not."""
        say, width = self.wording.say, self.grid.day_width - MARK - 2.2
        standing = delegation.standing(day)
        if standing is Standing.WITHDRAWN:
            return cell(x, Piece(say("attendance.withdrawn_person"), 8.5, 7), width, paint.LABEL)
        expected, present = delegation.expected, delegation.present(day)
        of = Piece(say("attendance.present_of", present=present, expected=expected), 8.5, 7)
        lines = [(fitted(of, width), paint.LABEL)]
        if standing is Standing.HEAD_ABSENT:
            absent = Piece(say("attendance.head_absent"), 8, 7, bold=True)
            lines.append((fitted(absent, width), paint.WARN))
        return Cell(x + MARK + 1.4, tuple(lines))

    def _person(self, person: Person) -> Block:
        grid = self.grid
        cells = [person_cells(person, self.wording, NAME_X, grid.name_width(NAME_X))]
        for day, x in grid.columns():
            cells += self._arrival(person, day, x)
        return person_row(person, cells, grid.paper)

    def _arrival(self, person: Person, day: int, x: float) -> list[Cell]:
        half, seen = self.grid.day_width / 2, person.seen[day]
        if seen is None:
            word = self.wording.say("attendance.absent") if person.expected else "–"
            colour = paint.BAD if person.expected else paint.LABEL
            return [cell(x, Piece(word, 9.2, 7), 2 * half - 1, colour)]
        colour = paint.INK if person.expected else paint.LABEL
        desk = Piece(clean(seen.desk) or "–", 9.2, 6.5)
        return [
            Cell(x, tuple(self._time(seen, self.attendance.days[day], half - 0.8, colour))),
            cell(x + half, desk, half - 0.8, paint.LABEL),
        ]

    def _time(
        self, seen: Seen, day: date, width: float, colour: str
    ) -> Iterator[tuple[Fitted, str]]:
        """The time, and under it the date where that is not the day's."""
        yield fitted(Piece(hour(seen.at), 9.2, 8, bold=True), width), colour
        if seen.at.date() != day:
            yield fitted(Piece(short_day(seen.at.date(), self.wording), 8, 6), width), paint.WARN
        entered = entered_words(seen, self.wording)
        if entered:
            yield fitted(Piece(entered, 7, 6, lines=3), width), paint.LABEL


def _band(upper: Block, lower: Block, paper: Paper) -> Block:
    height = upper.height + lower.height

    def draw(pen: Pen, y: float) -> None:
        pen.rect(MARGIN, y, paper.width, height, paint.BAND)
        upper.draw(pen, y)
        lower.draw(pen, y + upper.height)

    return Block(height, draw)
