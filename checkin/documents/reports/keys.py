"""What the signs of a report mean, in words, for those that occur in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from checkin.documents.paper import colours as paint
from checkin.documents.paper.fitting import Fitted, Piece
from checkin.documents.paper.marks import MARK, TILE, mark, tile
from checkin.documents.paper.pages import MARGIN, Block, Paper
from checkin.documents.paper.pen import Pen
from checkin.documents.paper.rows import fitted
from checkin.documents.reports.context import standing_word
from checkin.domain.attendance import Attendance, Standing
from checkin.domain.delegate import Capacity
from checkin.domain.wording import Wording

_LINE = 5.6
_AFTER_SIGN = 1.4
_APART = 6.0
_Sign = Callable[[Pen, float, float], None]


@dataclass(frozen=True, slots=True)
class _Key:
    x: float
    y: float
    sign: _Sign
    wide: float
    word: Fitted


def keys(attendance: Attendance, wording: Wording, paper: Paper) -> Block:
    """Signs and their words in as many lines as they need."""
    return _block([*_standings(attendance, wording), *_capacities(attendance, wording)], paper)


def capacities(attendance: Attendance, wording: Wording, paper: Paper) -> Block:
    """The letters alone."""
    return _block(list(_capacities(attendance, wording)), paper)


def _block(signs: Sequence[tuple[_Sign, float, str]], paper: Paper) -> Block:
    if not signs:
        return Block(0, lambda _pen, _y: None)
    placed = list(_placed(signs, paper))
    height = max(key.y for key in placed) + _LINE

    def draw(pen: Pen, y: float) -> None:
        for key in placed:
            key.sign(pen, key.x, y + key.y + (TILE - key.wide) / 2)
            level = y + key.y + TILE / 2 - key.word.height / 2
            pen.block(key.word, key.x + key.wide + _AFTER_SIGN, level, paint.LABEL)

    return Block(height + 2, draw)


def _placed(signs: Sequence[tuple[_Sign, float, str]], paper: Paper) -> Iterator[_Key]:
    x, y = MARGIN, 1.0
    for sign, wide, word in signs:
        text = fitted(Piece(word, 8, 7), paper.width / 2)
        room = wide + _AFTER_SIGN + max(map(text.piece.measure, text.lines)) * text.size
        if x > MARGIN and x + room > MARGIN + paper.width:
            x, y = MARGIN, y + _LINE
        yield _Key(x, y, sign, wide, text)
        x += room + _APART


def _standings(attendance: Attendance, wording: Wording) -> Iterator[tuple[_Sign, float, str]]:
    days = range(len(attendance.days))
    standings = {one.standing(day) for one in attendance.delegations for day in days}
    for standing in Standing:
        if standing in standings - {Standing.WITHDRAWN}:
            yield _mark(standing), MARK, standing_word(standing, wording)


def _capacities(attendance: Attendance, wording: Wording) -> Iterator[tuple[_Sign, float, str]]:
    people = (person for one in attendance.delegations for person in one.people)
    there = {person.delegate.capacity for person in people}
    for capacity in Capacity:
        if capacity in there:
            yield _tile(capacity), TILE, wording.say(f"capacity.{capacity.value}")


def _mark(standing: Standing) -> _Sign:
    return lambda pen, x, y: mark(pen, standing, x, y)


def _tile(capacity: Capacity) -> _Sign:
    return lambda pen, x, y: tile(pen, capacity, x, y)
