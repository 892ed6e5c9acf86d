"""Where the header stands: a row of our fields' names, two rows, or none at all."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from checkin.documents.lists.contents import is_body, is_honorific, is_name, is_post, kind_of
from checkin.documents.lists.fields import NAMES
from checkin.documents.lists.header_words import BARE_NAME
from checkin.documents.lists.headers import is_written, meant_by, said_by
from checkin.documents.lists.lines import Line, letter_of
from checkin.domain.refused import Refused
from checkin.domain.text import clean, fold

_FIRST_ROWS = 20
_LOOKED_AT = 60  # lines that tell what the list is like
_NAMES = frozenset((*NAMES, BARE_NAME))
_DATA = re.compile(r"@\S+\.\w|(?:\d[\s./-]?){7}")
_Read = Callable[[str], str | None]
_SURE_KINDS = frozenset(("email", "phone", "date"))
_KINDS_OF, _NEARLY_ALL = 20, 0.8
_ENOUGH = 0.5  # of the best score, for a row further up


@dataclass(frozen=True, slots=True)
class Heading:
    """The texts above the columns and in which rows they stand; row 0 where there are none.

    `score` says how much it looks like the header of a list of people.
    """

    first: int
    row: int
    texts: tuple[str, ...]
    score: float = 0.0


def heading_of(
    lines: Sequence[Line], named: Collection[str] = (), row: int | None = None
) -> Heading:
    """The header of a list; `named` are headers the operator spoke of, `row` where it must be.

    Refused: `no_such_header_row`.
    """
    near = [line for line in lines[:_FIRST_ROWS] if line.number < lines[0].number + _FIRST_ROWS]
    if row is not None:
        return _heading_at(row, lines) if row else _none(lines)
    asked = _asked_for(near, named)
    if asked:
        return asked
    looked = lines[:_LOOKED_AT]
    found = _best(near, looked, said_by) or _best(near, looked, meant_by, sure=True)
    return found or _unknown_words(near, looked) or _none(lines)


def typical_count(lines: Sequence[Line]) -> int:
    """How many cells of a row hold anything, as a rule: as many as three of four rows at most."""
    held = sorted(line.held for line in lines[:_LOOKED_AT])
    return held[len(held) * 3 // 4] if held else 0


def fields_in(cells: Sequence[str], read: _Read = said_by) -> list[str | None]:
    """What each cell would be as a header; nothing where one of them can only be a value."""
    if any(_DATA.search(cell) for cell in cells):
        return [None] * len(cells)
    return [read(cell) for cell in cells]


def folded(cells: Sequence[str]) -> list[str]:
    """The cells as they are compared, without the empty ones at the end."""
    texts = [fold(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def is_heading(fields: Collection[str | None]) -> bool:
    """Whether these are the headers of a list of people."""
    distinct = {field for field in fields if field}
    return len(distinct) > 1 and bool(distinct & _NAMES)


def _heading(line: Line) -> Heading:
    return Heading(line.number, line.number, tuple(line.cells), _score(fields_in(line.cells)))


def _heading_at(row: int, lines: Sequence[Line]) -> Heading:
    """The header where somebody says it is, or right under an empty row."""
    chosen = next((line for line in lines if line.number >= row > 0), None)
    if chosen is None:
        raise Refused("no_such_header_row", row=row, rows=lines[-1].number)
    return _heading(chosen)


def _score(fields: Collection[str | None]) -> float:
    distinct = {field for field in fields if field}
    return len(distinct) + (1.5 if distinct & _NAMES else 0)


def _none(lines: Sequence[Line]) -> Heading:
    width = max((len(line.cells) for line in lines), default=0)
    return Heading(0, 0, tuple(letter_of(column) for column in range(width)))


def _asked_for(near: Sequence[Line], named: Collection[str]) -> Heading | None:
    """The row that holds most of the headers the operator named."""
    wanted = {fold(text) for text in named} - {""}
    counted = [(len(wanted & set(map(fold, line.cells))), line) for line in near]
    most = max((count for count, _ in counted), default=0)
    return (
        next((_heading(line) for count, line in counted if count == most), None) if most else None
    )


def _best(
    near: Sequence[Line], looked: Sequence[Line], read: _Read, sure: bool = False
) -> Heading | None:
    """The first row that looks like a header at least half as much as the best does.

    Of two tables the one with more people goes before, if it is also the first or the wider one.
    """
    found = [heading for heading in _candidates(near, looked, read) if heading.score]
    best = max((heading.score for heading in found), default=0)
    people = [one for one in found if is_heading(fields_in(one.texts, read))]
    likely = next((one for one in people if one.score >= best * _ENOUGH), None)
    if likely is None:
        return None if sure else next((one for one in found if one.score == best), None)
    under = {one: _rows_under(one, people, looked) for one in people}
    rivals = [one for one in people if one.first < likely.first or one.score > likely.score]
    more = [one for one in rivals if under[one] > under[likely]]
    return max(more, key=lambda one: under[one], default=likely)


def _rows_under(heading: Heading, others: Sequence[Heading], looked: Sequence[Line]) -> int:
    """How many rows of more than one cell stand between a header and the next other one."""
    own, least = folded(heading.texts), heading.row + 1
    ends = (one.first for one in others if one.first > least and folded(one.texts) != own)
    end = min(ends, default=looked[-1].number + 1)
    return sum(line.held > 1 and heading.row < line.number < end for line in looked)


def _candidates(near: Sequence[Line], looked: Sequence[Line], read: _Read) -> Iterator[Heading]:
    typical = typical_count(looked)
    for at, line in enumerate(near):
        if line is looked[-1] and any(one.held > 1 for one in looked[:-1]):
            return  # nobody stands under it
        single = _single(line, looked, typical, read)
        double = _double(line, near[at + 1], looked, read) if at + 1 < len(near) else None
        yield double if double and double.score > single.score else single


def _single(line: Line, looked: Sequence[Line], typical: int, read: _Read) -> Heading:
    fields = _unrepeated(line, fields_in(line.cells, read), looked)
    distinct = {field for field in fields if field}
    alone = len(distinct) == 1
    if alone and (not distinct & _NAMES or line.held * 2 < typical or line.held > 1 == typical):
        distinct = set()
    return Heading(line.number, line.number, tuple(line.cells), _score(distinct))


def _unrepeated(line: Line, fields: list[str | None], looked: Sequence[Line]) -> list[str | None]:
    """Without what stands in the same column again: `Delegate` in each row is a value."""
    if not any(fields):
        return fields
    own = folded(line.cells)
    others = [one.cells for one in looked if one.number != line.number]
    others = [cells for cells in others if folded(cells) != own and not _are_headers(cells)]
    for at, field in enumerate(fields):
        if field and any(at < len(cells) and cells[at] == line.cells[at] for cells in others):
            fields[at] = None
    return fields


def _are_headers(cells: Sequence[str]) -> bool:
    """Whether these are the headers of another table, each of them known for sure."""
    filled = [cell for cell in cells if cell.strip()]
    return all(map(is_written, filled)) and is_heading(fields_in(filled))


def _double(upper: Line, lower: Line, looked: Sequence[Line], read: _Read) -> Heading | None:
    """Two rows of which the upper groups, where each cell of the lower one is a header for sure."""
    if lower.number != upper.number + 1 or lower.held < 2 or lower is looked[-1]:
        return None
    texts = tuple(_joined(upper.cells, lower.cells))
    below = _unrepeated(lower, fields_in(lower.cells, read), looked)
    above, both = fields_in(upper.cells, read), fields_in(texts, read)
    for at, cell in enumerate(lower.cells):
        if clean(cell) and not (below[at] or both[at]):
            return None
    if _distinct(both) <= max(_distinct(above), _distinct(below)):
        return None
    return Heading(upper.number, lower.number, texts, _score(both))


def _distinct(fields: Collection[str | None]) -> int:
    return len({field for field in fields if field})


def _joined(upper: Sequence[str], lower: Sequence[str]) -> Iterator[str]:
    group = ""
    for at in range(max(len(upper), len(lower))):
        above = upper[at] if at < len(upper) else ""
        below = lower[at] if at < len(lower) else ""
        group = above if clean(above) else group if clean(below) else ""
        yield below if said_by(below) else f"{group} {below}".strip()


def _unknown_words(near: Sequence[Line], looked: Sequence[Line]) -> Heading | None:
    """A header in words nobody knows: what stands below is of another kind than its cells.

    Countries below are not enough where its cells look like those of a person.
    """
    typical = typical_count(looked)
    first = next((at for at, line in enumerate(near) if line.held * 2 >= typical), None)
    if first is None or first + 1 >= len(looked):
        return None
    line, below = near[first], looked[first + 1 :]
    kinds = {
        _kind_below(at, below) for at, cell in enumerate(line.cells) if _differs(at, cell, below)
    }
    if kinds & _SURE_KINDS or ("country" in kinds and not any(map(_is_of_a_person, line.cells))):
        return _heading(line)
    return None


def _differs(at: int, cell: str, below: Sequence[Line]) -> bool:
    return bool(clean(cell)) and kind_of(cell) != _kind_below(at, below) != ""


def _kind_below(at: int, below: Sequence[Line]) -> str:
    """The kind of nearly all values of a column, if they have one."""
    values = [line.cells[at] for line in below if at < len(line.cells) and clean(line.cells[at])]
    kinds = Counter(map(kind_of, values[:_KINDS_OF]))
    kind, count = kinds.most_common(1)[0] if kinds else ("", 0)
    return kind if count > _NEARLY_ALL * len(values[:_KINDS_OF]) else ""


def _is_of_a_person(cell: str) -> bool:
    text = clean(cell)
    return is_honorific(text) or is_post(text) or is_body(text) or (" " in text and is_name(text))
