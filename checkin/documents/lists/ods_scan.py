"""Looks an OpenDocument spreadsheet over beside its parser: far cells, entities, what is hidden.

Rows and cells are written once with the number of times they repeat, so that a few bytes may
mean a billion cells; only those that hold something count. A row is taken apart only where
something in it is to be noted: this runs over every list, most of which are plain.
"""

import html
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from checkin.documents.lists.grid import Merged
from checkin.documents.lists.notes import Notes
from checkin.documents.lists.package import DOCTYPE, Hostile, pieces, refuse_far_cell

_LEAST_COLUMNS = 60  # so that no list is taken to have more rows than it may
_MOST_REPEATED = 1_000  # repeated cells of which something is noted
_ROW, _TABLE = b"<table:table-row", b"<table:table "
_ERRORS = ("#", "Err:")
_MARKS = (b"table:formula", b"-spanned", b"<text:p>0", b"columns-repeated")
_REPEATED = re.compile(
    rb"columns-repeated=\"\d+\"(?![^<>]*/>)|value-type[^<>]*columns-repeated|<text:p>0[\d ]"
)
_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^<>]*)>")
_HEAD = re.compile(rb"<table:(table|table-column)\s([^<>]*)>")
_ATTRIBUTE = re.compile(rb"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TEXT = re.compile(rb"<text:p[^<>]*>([^<]*)")
Attributes = dict[str, str]
Marks = tuple[bytes, ...]


class _Cell(NamedTuple):
    """One cell as it is written: its column, the one behind its last repeat, what it holds."""

    first: int
    behind: int
    given: Attributes
    text: str


def look_over_ods(archive: zipfile.ZipFile) -> dict[str, Notes]:
    """What is to know of each sheet, by its name; raises Hostile for what no list looks like."""
    spreadsheet = _Spreadsheet()
    with archive.open("content.xml") as part:
        for piece in pieces(part, _ROW):
            if DOCTYPE.search(piece):
                raise Hostile("entities")
            marks = tuple(mark for mark in _MARKS if mark in piece)
            before, *rows = piece.split(_ROW)
            spreadsheet.head(before)
            for row in rows:
                spreadsheet.row(row, marks)
    return spreadsheet.sheets


class _Spreadsheet:
    """Keeps count of where in which sheet the rows stand."""

    def __init__(self) -> None:
        self.sheets: dict[str, Notes] = {}
        self._notes = Notes()
        self._next_row = 1
        self._columns = 0
        self._widest = _LEAST_COLUMNS

    def row(self, written: bytes, marks: Marks) -> None:
        """A row from behind the name of its element on, and what follows it.

        `marks` are those of which one may stand in it where something is to be noted.
        """
        if written[:1] in b" >/\n":  # no `table-row-group`
            row = self._next_row
            tag = written[: written.find(b">")]
            given = _attributes(tag) if b"repeated" in tag or b"visibility" in tag else {}
            self._next_row += _times(given, "table:number-rows-repeated")
            self._hide(row, given)
            self._measure(written)
            if marks and _is_telling(written, marks):
                self._note(row, written)
        if _TABLE in written:
            self.head(written)

    def head(self, written: bytes) -> None:
        """The begin of a sheet and its columns, where there is one."""
        for found in _HEAD.finditer(written):
            given = _attributes(found[2])
            if found[1] == b"table":
                self._notes = self.sheets.setdefault(given.get("table:name", ""), Notes())
                self._next_row, self._columns, self._widest = 1, 0, _LEAST_COLUMNS
                continue
            first = self._columns
            self._columns += _times(given, "table:number-columns-repeated")
            if _is_hidden(given):
                self._notes.hidden_columns.append((first, self._columns - 1))

    def _hide(self, row: int, given: Attributes) -> None:
        if _is_hidden(given):
            self._notes.hidden_rows.update(range(row, min(self._next_row, row + (1 << 20))))

    def _measure(self, written: bytes) -> None:
        if b"office:value-type" in written:
            self._widest = max(self._widest, written.count(b"<table:table-cell"))
            refuse_far_cell(self._next_row - 1, self._widest)

    def _note(self, row: int, written: bytes) -> None:
        for cell in _cells(written):
            if "office:value-type" in cell.given:
                self._widest = max(self._widest, cell.behind)
                refuse_far_cell(self._next_row - 1, self._widest)
            if spanned := _spanned(row, cell):
                self._notes.merged.append(spanned)
            if _is_valueless(cell):
                self._notes.valueless.update(self._places(row, cell))
                if cell.text.startswith(_ERRORS):
                    self._notes.errors.update(dict.fromkeys(self._places(row, cell), cell.text))
            elif _shows_zeros(cell):
                self._notes.shown.update(dict.fromkeys(self._places(row, cell), cell.text))

    def _places(self, row: int, cell: _Cell) -> Iterator[tuple[int, int]]:
        for one in range(row, min(self._next_row, row + _MOST_REPEATED)):
            for column in range(cell.first, min(cell.behind, cell.first + _MOST_REPEATED)):
                yield one, column


def _is_telling(written: bytes, marks: Marks) -> bool:
    """Whether a row holds more than values, and emptiness written once for many cells."""
    found = [mark for mark in marks if mark in written]
    return any(mark in _MARKS[:2] for mark in found) or bool(found and _REPEATED.search(written))


def _cells(written: bytes) -> Iterator[_Cell]:
    found = list(_CELL.finditer(written))
    ends = [*(cell.start() for cell in found[1:]), len(written)]
    column = 0
    for cell, end in zip(found, ends, strict=True):
        given = _attributes(cell[1])
        text = _TEXT.search(written, cell.end(), end)
        behind = column + _times(given, "table:number-columns-repeated")
        yield _Cell(column, behind, given, _unescaped(text[1]) if text else "")
        column = behind


def _attributes(tag: bytes) -> Attributes:
    found = _ATTRIBUTE.findall(tag)
    return {name.decode(): _unescaped(one or other) for name, one, other in found}


def _unescaped(text: bytes) -> str:
    return html.unescape(text.decode("utf-8", "replace"))


def _times(given: Attributes, name: str) -> int:
    return max(int(given.get(name, 1)), 1)


def _is_hidden(given: Attributes) -> bool:
    return given.get("table:visibility", "visible") != "visible"


def _spanned(row: int, cell: _Cell) -> Merged | None:
    down = _times(cell.given, "table:number-rows-spanned")
    across = _times(cell.given, "table:number-columns-spanned")
    if down == across == 1:
        return None
    return Merged(row, cell.first, row + down - 1, cell.first + across - 1)


def _is_valueless(cell: _Cell) -> bool:
    """A formula without a value, or with an error in its place."""
    given = cell.given
    if "table:formula" not in given:
        return False
    kind = given.get("office:value-type", "")
    is_bare = kind == "string" and not given.get("office:string-value", cell.text)
    return (
        not kind
        or given.get("calcext:value-type") == "error"
        or (is_bare and cell.text.startswith(_ERRORS))
    )


def _shows_zeros(cell: _Cell) -> bool:
    """Whether a number is shown as a code, such as 00123 or 06 12 34 56 78."""
    given, text = cell.given, cell.text
    digits = "".join(letter for letter in text if letter.isdigit())
    if given.get("office:value-type") != "float" or "," in text or "." in text:
        return False
    value = given.get("office:value", "").removesuffix(".0")
    return digits.startswith("0") and len(digits) > 1 and value == digits.lstrip("0")
