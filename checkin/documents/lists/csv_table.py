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
from checkin.domain.refused import Refused

_DELIMITERS = ",;\t|"
_PROBED_LETTERS = 200_000  # how much is looked at to choose the delimiter
_PROBED_RECORDS = 200
_LONGEST_CELL = 1_000_000
_MOST_ROWS, _MOST_CELLS = 200_000, 16_384  # under a header; of one row, as a spreadsheet has
_LARGEST = 64 << 20
_END = "\x00the end\x00"
_SAID = re.compile(r'"?sep=([,;\t|:^~])"?(?:\r\n|\r|\n)', re.IGNORECASE)
_OTHER = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(!doctype|html|table|\w+)\b", re.I | re.S
)
_SHIELDED = re.compile(r'="(.*)"', re.DOTALL)


class Text(NamedTuple):
    """What a text file holds: its records as a spreadsheet numbers them from 1, and how told."""

    rows: list[list[str]]
    encoding: str
    delimiter: str
    doubt: Doubt | None = None


def read_csv(path: str, data: bytes, encoding: str | None) -> Text:
    """The records of a text file; refuses what is not one.

    A first line `sep=;` says the delimiter, as spreadsheet programs take it, and is no record.
    """
    try:
        if len(data) > _LARGEST:
            raise NotText("it is too large for a list")
        text, used = decoded(data, encoding)
        _refuse_markup(text)
        said = _SAID.match(text)
        text = text[said.end() :] if said else text
        delimiter = said[1] if said else _delimiter(text)
        doubt = doubt_of(data) if used == "cp1252" else None
        return Text(_unshielded(text, _records(text, delimiter)), used, delimiter, doubt)
    except NotText as error:
        raise Refused("unreadable_list", path=path, why=str(error)) from error


def _refuse_markup(text: str) -> None:
    """A web page is often what an `.xls` of a ministry's site really is."""
    found = _OTHER.match(text[:4096])
    if found and found[1].lower() in ("!doctype", "html", "table", "head", "meta", "style", "div"):
        raise NotText("it is a web page; open it in a spreadsheet program and save it as XLSX")
    if found and text.lstrip()[:5] == "<?xml":
        raise NotText("it is an XML file; open it in a spreadsheet program and save it as XLSX")


def _records(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        parsed = csv.reader(_lines(text), delimiter=delimiter, strict=True, skipinitialspace=True)
        records = list(islice(parsed, _MOST_ROWS + 3))
    except csv.Error:
        records = _sloppy_records(text, delimiter)
    if len(records) > _MOST_ROWS + 2 or max(map(len, records)) > _MOST_CELLS:
        why = f"it has more than {_MOST_ROWS} rows, or a row of more than {_MOST_CELLS} cells"
        raise NotText(why)
    if records.pop() != [_END]:
        raise NotText(f"a quotation mark opened in row {len(records) + 1} is never closed")
    return records


def _sloppy_records(text: str, delimiter: str) -> list[list[str]]:
    """Records with stray quotation marks, as long as none of them swallows a row."""
    records: list[list[str]] = []
    lines = list(_lines(text))
    parsed = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    start = 0
    try:
        for record in islice(parsed, _MOST_ROWS + 3):
            taken = lines[start : parsed.line_num]
            if _is_cut_off(taken):
                return [*records, _cut_off(record), [_END]]
            if len(taken) > 1 and _is_torn(taken, delimiter):
                row = len(records) + 1
                raise NotText(f"a quotation mark opened in row {row} is closed in another row")
            start = parsed.line_num
            records.append(record)
    except csv.Error as error:
        why = f"a cell is longer than {_LONGEST_CELL} letters, or {error}"
        raise NotText(why) from error
    return records


def _is_cut_off(lines: list[str]) -> bool:
    """Whether a quotation mark is open only because the file ends in the middle of its line."""
    return len(lines) == 2 and lines[1] == _END and not lines[0].endswith(("\n", "\r"))


def _cut_off(record: list[str]) -> list[str]:
    """The last record of half a file; the sign for a lost letter stands where it was cut."""
    return [*record[:-1], record[-1].removesuffix(_END) + "\ufffd"]


def _is_torn(lines: list[str], delimiter: str) -> bool:
    """Whether a text goes on behind the mark that closes it: then it was another row's mark."""
    if lines[-1] == _END:
        return False  # never closed, which is said elsewhere
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True))
    except csv.Error:
        return True
    return False


def _lines(text: str) -> Iterable[str]:
    """The lines of a text and one that shows whether a quotation mark is still open there."""
    return chain(io.StringIO(text, newline=""), (_END,))


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
    records = [record for record in probed if any(record) and record != [_END]]
    widths = Counter(map(len, records))
    width = max(widths, key=lambda one: (widths[one] * (one > 1), one), default=0)
    if width < 2:
        return 0.0, 0, False
    behind = [cell for record in records for cell in record[1:] if cell]
    loose = sum(cell.startswith(" ") for cell in behind) / max(len(behind), 1)
    prose = loose > 0.9 and width == 2 and len(records) > 1 and len(records[0]) == 1
    return widths[width] * (1 - loose / 2), width, prose
