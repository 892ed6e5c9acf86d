"""Other tables on the sheet of a list: under it or above it, left out and said with a count."""

from collections.abc import Sequence

from checkin.documents.lists.contents import is_country, is_name, is_number
from checkin.documents.lists.headers import is_written
from checkin.documents.lists.heading import Heading, fields_in, folded, is_heading
from checkin.documents.lists.lines import Line, block
from checkin.domain.listing import RowProblem
from checkin.domain.text import clean

_LOOKED_BACK = 20  # lines
_SURELY_PEOPLE = 2  # rows of names and countries; one may be a title


def second_table(
    lines: Sequence[Line], heading: Heading, typical: int
) -> tuple[int, list[RowProblem]]:
    """Where another table begins: headers that are not those of this list.

    They stand after a gap, or each of them is known for sure.
    """
    before = heading.row
    for at, line in enumerate(lines):
        gap = line.number > before + 1 or (at > 0 and lines[at - 1].held == 1 < typical)
        before = line.number
        sure = gap or (heading.row > 0 and all(map(is_written, filter(str.strip, line.cells))))
        if at and sure and line.held > 1 and _is_other_header(at, lines, heading):
            start = _title_start(at, lines, typical)
            return start, left_table(lines[start:], sum(one.held > 1 for one in lines[:start]))
    return len(lines), []


def _is_other_header(at: int, lines: Sequence[Line], heading: Heading) -> bool:
    line = lines[at]
    if not any(map(is_written, line.cells)) or folded(line.cells) == folded(heading.texts):
        return False
    fields = fields_in(line.cells)
    for column, found in enumerate(fields):
        if found and _stands_above(line.cells[column], column, _around(at, lines)):
            return False
    known = sum(map(bool, fields))
    if is_heading(fields):
        return known * 2 >= line.held
    following = lines[at + 1].cells if at + 1 < len(lines) else []
    return known * 2 >= line.held and line.held < 4 and any(map(is_number, map(clean, following)))


def _around(at: int, lines: Sequence[Line]) -> Sequence[Line]:
    """Some lines of the list above a place: its first ones and those right above."""
    return [*lines[: min(at, _LOOKED_BACK)], *lines[max(at - _LOOKED_BACK, 0) : at]]


def _stands_above(text: str, column: int, lines: Sequence[Line]) -> bool:
    """Whether it is what this column holds: `Delegate` is a header only where it is no value."""
    return any(column < len(one.cells) and one.cells[column] == text for one in lines)


def _title_start(at: int, lines: Sequence[Line], typical: int) -> int:
    """Where the title right above a table begins."""
    start = at
    while (
        start > 1
        and lines[start - 1].held == 1 < typical
        and lines[start].number - lines[start - 1].number <= 1
    ):
        start -= 1
    return start


def left_table(lines: Sequence[Line], taken: int) -> list[RowProblem]:
    """A table that is left out: how many rows it has, and whether these are more than taken."""
    rows = [line for line in lines if line.held > 1]
    count = len(rows) - any(_is_header(line) for line in rows)
    code = "larger_table" if count > taken else "second_table"
    return [
        RowProblem(one.row, "", code, {**one.facts, "count": str(count)})
        for one in block(lines, code)
    ]


def left_above(lines: Sequence[Line], taken: int) -> list[RowProblem]:
    """What stands above a list: its titles, then a table of people if there is one."""
    headers = [at for at, line in enumerate(lines[:-1]) if _is_header(line)]
    people = [at for at, line in enumerate(lines) if _is_of_a_person(line)]
    surely = people if len(people) >= _SURELY_PEOPLE else []
    first = min([*headers, *surely], default=len(lines))
    return [*block(lines[:first], "title_rows"), *left_table(lines[first:], taken)]


def _is_header(line: Line) -> bool:
    return is_heading(fields_in(line.cells))


def _is_of_a_person(line: Line) -> bool:
    """A name in one cell and a country in another."""
    texts = [text for text in map(clean, line.cells) if text]
    countries = list(map(is_country, texts))
    return any(countries) and any(
        is_name(text) and not country for text, country in zip(texts, countries, strict=True)
    )
