"""A text file as a grid: which delimiter, which records."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain, islice
from typing import NamedTuple

from checkin.documents.lists.doubtful_letters import Doubt, doubt_of
from checkin.documents.lists.encodings import NotText, decoded
from checkin.documents.lists.quotation_marks import END, LONGEST_CELL, Records, sloppy_records
from checkin.documents.lists.unreadable import unreadable
from checkin.domain.listing import RowProblem

_DELIMITERS = ",;\t|"
_PROBED_LETTERS = 200_000  # how much is looked at to choose the delimiter
_PROBED_RECORDS = 200
_LONGEST_LINE = 4_000_000  # letters
_MOST_ROWS, _MOST_CELLS = 200_000, 16_384  # under a header; of one row, as a spreadsheet has
_LARGEST = 64 << 20
_SAID = re.compile(r'"?sep=([,;\t|:^~])"?(?:\r\n|\r|\n)', re.IGNORECASE)
_OTHER = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(!doctype|html|table|\w+)\b", re.I | re.S
)
_SHIELDED = re.compile(r'="(.*)"', re.DOTALL)


class Text(NamedTuple):
    """What a text file holds: its records as a spreadsheet numbers them from 1, and how told.

    `problems` say where quotation marks or the end of the file made reading unsure.
    """

    rows: list[list[str]]
    encoding: str
    delimiter: str
    problems: tuple[RowProblem, ...] = ()
    doubt: Doubt | None = None


def read_csv(path: str, data: bytes, encoding: str | None) -> Text:
    """The records of a text file; refuses what is not one.

    A first line `sep=;` says the delimiter, as spreadsheet programs take it, and is no record.
    """
    csv.field_size_limit(LONGEST_CELL)  # of the whole process: anybody may have set it since
    try:
        if len(data) > _LARGEST:
            raise NotText("too_large")
        text, used = decoded(data, encoding)
        _refuse_markup(text)
        _refuse_long_lines(text)
        said = _SAID.match(text)
        text = text[said.end() :] if said else text
        delimiter = said[1] if said else _delimiter(text)
        records, problems = _records(text, delimiter)
        doubt = doubt_of(data) if used == "cp1252" else None
        return Text(_unshielded(text, records), used, delimiter, problems, doubt)
    except NotText as error:
        raise unreadable(path, error.why, **error.facts) from error


def _refuse_markup(text: str) -> None:
    """A web page is often what an `.xls` of a ministry's site really is."""
    found = _OTHER.match(text[:4096])
    if found and found[1].lower() in ("!doctype", "html", "table", "head", "meta", "style", "div"):
        raise NotText("web_page")
    if found and text.lstrip()[:5] == "<?xml":
        raise NotText("xml")


def _refuse_long_lines(text: str) -> None:
    """A line is read in one go, in which nothing else runs; no list has one of megabytes."""
    start = 0
    while len(text) - start > _LONGEST_LINE:
        window = start, start + _LONGEST_LINE
        start = max(text.rfind("\n", *window), text.rfind("\r", *window)) + 1
        if not start:
            raise NotText("long_line", letters=str(_LONGEST_LINE))


def _records(text: str, delimiter: str) -> Records:
    problems: tuple[RowProblem, ...] = ()
    try:
        parsed = csv.reader(_lines(text), delimiter=delimiter, strict=True, skipinitialspace=True)
        records = list(islice(parsed, _MOST_ROWS + 3))
    except csv.Error:
        records, problems = sloppy_records([*_lines(text)], delimiter, _MOST_ROWS + 3)
    if len(records) > _MOST_ROWS + 2:
        raise NotText("too_many_rows", rows=str(_MOST_ROWS))
    if max(map(len, records)) > _MOST_CELLS:
        raise NotText("too_many_cells", cells=str(_MOST_CELLS))
    return records[:-1], problems


def _lines(text: str) -> Iterable[str]:
    """The lines of a text and one that shows whether a quotation mark is still open there."""
    return chain(io.StringIO(text, newline=""), (END,))


def _unshielded(text: str, records: list[list[str]]) -> list[list[str]]:
    """`="00123"` is how some keep a spreadsheet program from eating the zeros; it shows 00123."""
    if '="' not in text:
        return records
    return [[_shown(cell) for cell in record] for record in records]


def _shown(cell: str) -> str:
    shielded = _SHIELDED.fullmatch(cell) if cell.startswith('="') else None
    return shielded[1].replace('""', '"') if shielded else cell


def _delimiter(text: str) -> str:
    """The candidate that cuts most records into equally many cells, then into the most cells."""
    fits = {delimiter: _fit(text[:_PROBED_LETTERS], delimiter) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda delimiter: fits[delimiter][:2])
    if fits[best] == (0.0, 0, False) or not fits[best][2]:
        return best
    return next((one for one in "\t|;" if one not in text), best)


def _fit(text: str, delimiter: str) -> tuple[float, int, bool]:
    """How many records have the usual width, that width, and whether commas are but in prose.

    A delimiter that a blank always follows counts half: it is a comma of somebody's text.
    """
    parsed = csv.reader(_lines(text), delimiter=delimiter)
    probed = islice(parsed, _PROBED_RECORDS)
    records = [record for record in probed if any(record) and record != [END]]
    widths = Counter(map(len, records))
    width = max(widths, key=lambda one: (widths[one] * (one > 1), one), default=0)
    if width < 2:
        return 0.0, 0, False
    behind = [cell for record in records for cell in record[1:] if cell]
    loose = sum(cell.startswith(" ") for cell in behind) / max(len(behind), 1)
    prose = loose > 0.9 and width == 2 and len(records) > 1 and len(records[0]) == 1
    return widths[width] * (1 - loose / 2), width, prose
