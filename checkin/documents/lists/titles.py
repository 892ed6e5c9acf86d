"""Titles over some of the people of a list: a country over its delegation."""

from collections.abc import Iterator, Sequence

from checkin.documents.lists.contents import is_country, is_name, share
from checkin.documents.lists.fields import NAMES
from checkin.documents.lists.header_words import BARE_NAME
from checkin.documents.lists.headers import said_by
from checkin.documents.lists.heading import Heading
from checkin.documents.lists.lines import Line
from checkin.domain.listing import RowProblem
from checkin.domain.text import clean

OF_COUNTRIES = frozenset(("country", "delegation"))
_OF_NAMES = frozenset((*NAMES, BARE_NAME))
_LOOKED_AT = 60  # lines
_HALF = 0.5
_SURELY = 2  # titles of countries in a list of two columns


def country_titles(lines: Sequence[Line], heading: Heading, typical: int) -> frozenset[int]:
    """The rows of countries that stand over their people.

    Where a person has few cells, one such row in the middle may be somebody called Chad.
    """
    found = [
        line.number
        for at, line in enumerate(lines)
        if line.held == 1
        and (typical == 1 or (at + 1 < len(lines) and lines[at + 1].held > 1))
        and _field(line, heading) not in OF_COUNTRIES
        and is_country(_text(line))
    ]
    first = bool(lines) and lines[0].number in found
    if typical == 1 and (not first or _are_countries(lines) or lines[-1].number == found[-1]):
        return frozenset()
    return frozenset(found if typical != 2 or first or len(found) >= _SURELY else ())


def doubtful_title(
    line: Line, after: Sequence[Line], heading: Heading, typical: int
) -> Iterator[RowProblem]:
    """A row taken for a person that may be a title: one cell, and none like a full name."""
    text = _text(line) if line.held == 1 else ""
    if not text or typical < 2 or not after or after[0].held < 2:
        return
    if heading.row and _field(line, heading) not in _OF_NAMES:
        return
    if text.isupper() or not is_name(text) or is_country(text):
        yield RowProblem(line.number, "", "title_or_person", {"text": text})


def _are_countries(lines: Sequence[Line]) -> bool:
    texts = [_text(line) for line in lines[:_LOOKED_AT]]
    return share(texts, is_country) > _HALF


def _field(line: Line, heading: Heading) -> str | None:
    """What the header over a row's only cell says."""
    at = next(at for at, cell in enumerate(line.cells) if cell.strip())
    return said_by(heading.texts[at]) if at < len(heading.texts) else None


def _text(line: Line) -> str:
    return " ".join(filter(None, map(clean, line.cells)))
