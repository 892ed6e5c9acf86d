"""A delegate list in a text file: what encoding, which delimiter, which records."""

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import chain, islice

from checkin.domain.refused import Refused

Rows = list[tuple[int, list[str]]]
"""Records, each with the number a spreadsheet gives its row."""

_DELIMITERS = ",;\t|"
_PROBED_LETTERS = 200_000  # how much is looked at to choose the delimiter
_PROBED_RECORDS = 200
_LONGEST_CELL = 1_000_000
_MOST_ROWS, _MOST_CELLS = 200_000, 16_384  # cells of one row, as a spreadsheet has at the most
_LARGEST = 64 << 20
_END = "\x00the end\x00"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_csv(path: str, data: bytes, encoding: str | None) -> tuple[Rows, str]:
    """The records of a text file and its encoding; refuses what is not one."""
    if len(data) > _LARGEST:
        raise Refused("unreadable_list", path=path, why="it is too large for a list")
    text, used = _decoded(path, data, encoding)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        records = _records(path, text, _delimiter(text))
    except csv.Error as error:
        why = f"a cell is longer than {_LONGEST_CELL} letters, or {error}"
        raise Refused("unreadable_list", path=path, why=why) from error
    return list(enumerate(records, 1)), used


def _decoded(path: str, data: bytes, encoding: str | None) -> tuple[str, str]:
    used = _marked(data) if encoding is None else encoding
    try:
        text = data.decode(used)
        name = used if encoding is None else codecs.lookup(used).name
    except (LookupError, ValueError, OverflowError) as error:
        why = _why_undecoded(data, encoding, error)
        raise Refused("unreadable_list", path=path, why=why) from error
    if encoding is None and text.count("\0") > len(text) // 5:
        why = "it looks like UTF-16 without its mark; name it with --encoding utf-16-le"
        raise Refused("unreadable_list", path=path, why=why)
    return text.removeprefix("\ufeff"), name


def _marked(data: bytes) -> str:
    """The encoding that a byte order mark tells; strict UTF-8 where there is none."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")


def _why_undecoded(data: bytes, encoding: str | None, error: Exception) -> str:
    if encoding is None and _marked(data) == "utf-8":
        return "it is not UTF-8; name its encoding with --encoding, such as cp1252"
    if isinstance(error, UnicodeDecodeError):
        return f"it is not {encoding or _marked(data)}"
    return f"“{encoding}” is not an encoding of texts"


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    lines = chain(io.StringIO(text, newline=""), (_END,))
    return csv.reader(lines, delimiter=delimiter)


def _records(path: str, text: str, delimiter: str) -> list[list[str]]:
    """All records; a quotation mark that is never closed would swallow people: refused."""
    records: list[list[str]] = []
    for record in _parsed(text, delimiter):
        if len(records) > _MOST_ROWS or len(record) > _MOST_CELLS:
            why = f"it has more than {_MOST_ROWS} rows, or a row of more than {_MOST_CELLS} cells"
            raise Refused("unreadable_list", path=path, why=why)
        records.append(record)
    if records.pop() != [_END]:
        why = f"a quotation mark opened in row {len(records) + 1} is never closed"
        raise Refused("unreadable_list", path=path, why=why)
    return records


def _delimiter(text: str) -> str:
    """The candidate by which most records are as wide as the first, then the one of most cells."""
    return max(_DELIMITERS, key=lambda delimiter: _fit(text[:_PROBED_LETTERS], delimiter))


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    widths = [len(record) for record in islice(_parsed(text, delimiter), _PROBED_RECORDS)]
    first = next(filter(None, widths))
    return (sum(width == first for width in widths), first) if first > 1 else (0, 0)
