"""The door list on paper: a box to tick, the number to type afterwards, room for the time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO

from checkin.documents.paper import colours as paint
from checkin.documents.paper.fitting import Piece
from checkin.documents.paper.marks import mark, tile
from checkin.documents.paper.pages import MARGIN, Block, Paper
from checkin.documents.paper.pen import Pen
from checkin.documents.paper.rows import Band, Cell, cell, fitted, row
from checkin.documents.reports.context import ReportContext
from checkin.documents.reports.head import Heading, head
from checkin.documents.reports.keys import capacities
from checkin.documents.reports.printing import Part, print_parts
from checkin.documents.reports.table import delegation_name, delegation_row, kept_together
from checkin.domain.attendance import Delegation, Person, Seen, Standing
from checkin.domain.dates import long_day, moment, stamp
from checkin.domain.door import DoorList, a_to_z
from checkin.domain.text import clean
from checkin.domain.wording import Wording

_PAPER = Paper()
_BOX, _BOX_X = 5.0, MARGIN + 1.5
_NUMBER_X, _NUMBER_WIDTH = MARGIN + 10.0, 20.0
_TILE_X, _NAME_X = MARGIN + 32.0, MARGIN + 38.5
_TIME_WIDTH, _TIME_HEIGHT = 27.0, 6.6
_TIME_X = MARGIN + _PAPER.width - _TIME_WIDTH
_NAME_WIDTH = _TIME_X - _NAME_X - 4
_SCRIPT_SHARE = 0.38
_BAND = Band(above=1.7, under=1.5, least=9.4)
_HEADS = Band(above=1.6, under=1.5, least=7.0)
_LINE = 0.25
_STRANGERS = 6  # rows for people whom no list names


def write_door(file: BinaryIO, door: DoorList, context: ReportContext) -> None:
    """Writes the list of each day from a new page on; the same values give the same bytes."""
    days = [_Day(door, index, day, context) for index, day in enumerate(door.days)]
    print_parts(file, [Part(one.heading, one.blocks()) for one in days], context, _PAPER)


@dataclass(frozen=True, slots=True)
class _Day:
    door: DoorList
    index: int
    day: date
    context: ReportContext

    @property
    def heading(self) -> Heading:
        """What is ticked on which day, and how old the list is."""
        words, printed = self.context.wording, self.context.printed_at
        about = f"{long_day(self.day, words)}   ·   {words.say('door.order')}"
        listed = words.say("attendance.people_on_list", count=self.door.listed)
        as_of = words.say("door.as_of", time=stamp(printed, words))
        return Heading(words.say("door.title"), about, (as_of, listed))

    def blocks(self) -> Iterator[Block]:
        """Head, how it is done, every delegation, and empty rows."""
        words = self.context.wording
        yield head(self.context, self.heading, _PAPER)
        how = Piece(words.say("door.how"), 9, 8, lines=2)
        yield row([cell(MARGIN, how, _PAPER.width, paint.LABEL)], Band(0, 1.6, 0))
        yield capacities(self.door.attendance, words, _PAPER)
        heads = _column_heads(words)
        yield replace(heads, bound=True)
        for delegation in self.door.attendance.delegations:
            yield from self._delegation(delegation, heads)
        yield from self._strangers(heads)

    def _delegation(self, delegation: Delegation, heads: Block) -> Iterator[Block]:
        """Its head stays with its first rows, and is repeated where it goes on."""
        words = self.context.wording
        again = _named(delegation_name(delegation, words, again=True))
        yield replace(_named(delegation_name(delegation, words)), running=(heads,))
        people = [
            replace(self._person(person), running=(heads, again)) for person in a_to_z(delegation)
        ]
        yield from kept_together(people)

    def _person(self, person: Person) -> Block:
        cells = [*self._name(person), self._number(person)]
        seen = person.seen[self.index]
        if seen or not person.expected:
            cells.append(self._instead_of_time(seen))
        made = row(cells, _BAND)
        struck = [] if person.expected else _strokes(cells[0], cells)

        def draw(pen: Pen, y: float) -> None:
            made.draw(pen, y)
            tile(pen, person.delegate.capacity, _TILE_X, y + _BAND.above)
            if seen:
                mark(pen, Standing.COMPLETE, _BOX_X + 0.8, y + _BAND.above + 0.4)
            elif person.expected:
                _boxes(pen, y)
            for x, level, width in struck:
                pen.rule(x, y + level, width, paint.INK, 0.3)
            _hairline(pen, y + made.height)

        return Block(made.height, draw)

    def _name(self, person: Person) -> list[Cell]:
        """The name as listed with the function under it, and the name in script beside it."""
        delegate = person.delegate
        script = clean(delegate.name_in_script)
        wide = _NAME_WIDTH * (1 - _SCRIPT_SHARE) - 2 if script else _NAME_WIDTH
        colour = paint.INK if person.expected else paint.LABEL
        name = Piece(clean(delegate.name) or "–", 10, 8.5, bold=True, leading=1.25)
        lines = [(fitted(name, wide), colour)]
        function = clean(delegate.function)
        if function:
            lines.append((fitted(Piece(function, 8, 7, lines=2, leading=1.25), wide), paint.LABEL))
        cells = [Cell(_NAME_X, tuple(lines))]
        if script:
            room = _NAME_WIDTH * _SCRIPT_SHARE
            piece = Piece(script, 9.5, 8, leading=1.25)
            cells.append(cell(_NAME_X + _NAME_WIDTH - room, piece, room, colour, "trail"))
        return cells

    def _number(self, person: Person) -> Cell:
        number = Piece(clean(self.door.number(person)) or "–", 10, 7, bold=True)
        return cell(_NUMBER_X, number, _NUMBER_WIDTH, paint.INK)

    def _instead_of_time(self, seen: Seen | None) -> Cell:
        """When somebody came already, or that nobody is expected."""
        words = self.context.wording
        text = (
            moment(seen.at, self.day, words) if seen else words.say("attendance.withdrawn_person")
        )
        piece = Piece(text, 10, 7, bold=seen is not None, lines=2)
        return cell(_TIME_X, piece, _TIME_WIDTH, paint.INK if seen else paint.LABEL)

    def _strangers(self, heads: Block) -> Iterator[Block]:
        """Room for those whom no list names; all of it on one page."""
        words = self.context.wording
        yield replace(_named(words.say("door.not_listed")), running=(heads,))
        for place in range(_STRANGERS):
            yield replace(_empty_row(words), bound=place < _STRANGERS - 1)


def _column_heads(wording: Wording) -> Block:
    say = wording.say
    texts = (
        (_NUMBER_X, say("column.badge"), _NUMBER_WIDTH),
        (_NAME_X, say("door.name_function"), _NAME_WIDTH),
        (_TIME_X, say("door.time"), _TIME_WIDTH),
    )
    cells = [
        cell(x, Piece(text, 8, 6.5, bold=True, lines=2), width, paint.LABEL)
        for x, text, width in texts
    ]
    made = row(cells, _HEADS)

    def draw(pen: Pen, y: float) -> None:
        pen.rect(MARGIN, y, _PAPER.width, made.height, paint.BAND)
        made.draw(pen, y)

    return Block(made.height, draw)


def _named(name: str) -> Block:
    piece = Piece(name, 10.5, 9, bold=True)
    return delegation_row([cell(MARGIN + 1, piece, _PAPER.width - 2, paint.INK)], _PAPER)


def _empty_row(wording: Wording) -> Block:
    hint = Piece(wording.say("door.write_here"), 7.5, 6.5)
    made = row([cell(_NAME_X, hint, _NAME_WIDTH, paint.LABEL)], replace(_BAND, least=12.0))

    def draw(pen: Pen, y: float) -> None:
        made.draw(pen, y)
        _boxes(pen, y)
        _hairline(pen, y + made.height)

    return Block(made.height, draw)


def _boxes(pen: Pen, y: float) -> None:
    """The box to tick, and the frame for a time with its colon."""
    _frame(pen, _BOX_X, y + _BAND.above - 0.3, _BOX, _BOX)
    top = y + 1.3
    _frame(pen, _TIME_X, top, _TIME_WIDTH, _TIME_HEIGHT)
    middle = _TIME_X + _TIME_WIDTH / 2
    for level in (0.36, 0.62):
        pen.rect(middle - 0.35, top + _TIME_HEIGHT * level, 0.7, 0.7, paint.EDGE)


def _frame(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    pen.rect(x, y, width, height, paint.EDGE)
    inside = (x + _LINE, y + _LINE, width - 2 * _LINE, height - 2 * _LINE)
    pen.rect(*inside, paint.WHITE)


def _hairline(pen: Pen, y: float) -> None:
    pen.rule(MARGIN, y, _PAPER.width, paint.HAIRLINE, 0.15)


def _strokes(name: Cell, cells: list[Cell]) -> list[tuple[float, float, float]]:
    """Where the lines of a name that is struck out are crossed: x, level in the row, width."""
    text, _ = name.lines[0]
    top = _BAND.above + max(one.drop for one in cells) - name.drop + text.gap
    third = text.size * 0.105  # a third of a capital, in millimetres
    return [
        (
            name.x,
            top + text.drop + number * text.line_height - third,
            _wide(text.piece, line, text.size),
        )
        for number, line in enumerate(text.lines)
    ]


def _wide(piece: Piece, line: str, size: float) -> float:
    return piece.measure(line) * size
