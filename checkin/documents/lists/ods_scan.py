"""Looks an OpenDocument spreadsheet over beside its parser: far cells, entities, what is hidden.

Rows and cells are written once with the number of times they repeat, so that a few bytes may
mean a billion cells; only those that hold something count.
"""

import zipfile
from collections.abc import Callable
from xml.parsers import expat

from checkin.documents.lists.grid import Merged
from checkin.documents.lists.notes import Notes
from checkin.documents.lists.package import Hostile, pieces, refuse_far_cell

_LEAST_COLUMNS = 60  # so that no list is taken to have more rows than it may
_MOST_REPEATED = 1_000  # repeated cells of which something is noted
Attributes = dict[str, str]


def look_over_ods(archive: zipfile.ZipFile) -> dict[str, Notes]:
    """What is to know of each sheet, by its name; raises Hostile for what no list looks like."""
    spreadsheet = _Spreadsheet()
    parser = expat.ParserCreate()
    parser.StartElementHandler = spreadsheet.start
    parser.StartDoctypeDeclHandler = _refuse_entities
    spreadsheet.listen = lambda handler: setattr(parser, "CharacterDataHandler", handler)
    try:
        with archive.open("content.xml") as part:
            for piece in pieces(part):
                parser.Parse(piece)
        parser.Parse(b"", True)
        spreadsheet.settle()
    except expat.ExpatError as error:
        raise Hostile("the workbook is damaged") from error
    return spreadsheet.sheets


def _refuse_entities(*_: object) -> None:
    raise Hostile("it defines entities of its own")


class _Spreadsheet:
    """Hears every element of the document and keeps count of where the cells are."""

    def __init__(self) -> None:
        self.sheets: dict[str, Notes] = {}
        self.listen: Callable[[Callable[[str], None] | None], object] = lambda _: None
        self._notes = Notes()
        self._row = self._next_row = 1
        self._column = self._columns = 0
        self._rows_repeated = 1
        self._value: tuple[int, int, Attributes] | None = None
        self._heard: list[str] = []
        self._starts = {
            "table:table": self._table,
            "table:table-column": self._some_columns,
            "table:table-row": self._some_rows,
            "table:table-cell": self._cells,
            "table:covered-table-cell": self._cells,
        }

    def start(self, name: str, given: Attributes) -> None:
        """An element begins."""
        begin = self._starts.get(name)
        if begin:
            begin(given)
        elif self._value and name == "text:p":
            self.listen(self._heard.append)

    def _table(self, given: Attributes) -> None:
        self.settle()
        self._notes = self.sheets.setdefault(given.get("table:name", ""), Notes())
        self._next_row = 1
        self._columns = 0

    def _some_columns(self, given: Attributes) -> None:
        first = self._columns
        self._columns += _times(given, "table:number-columns-repeated")
        if given.get("table:visibility", "visible") != "visible":
            self._notes.hidden_columns.append((first, self._columns - 1))

    def _some_rows(self, given: Attributes) -> None:
        self.settle()
        self._row, self._column = self._next_row, 0
        self._rows_repeated = _times(given, "table:number-rows-repeated")
        self._next_row += self._rows_repeated
        if given.get("table:visibility", "visible") != "visible":
            last = min(self._next_row, self._row + (1 << 20))
            self._notes.hidden_rows.update(range(self._row, last))

    def _cells(self, given: Attributes) -> None:
        self.settle()
        first = self._column
        self._column += _times(given, "table:number-columns-repeated")
        if len(given) == 0:
            return
        kind = given.get("office:value-type", "")
        if kind:
            refuse_far_cell(self._next_row - 1, max(self._column, _LEAST_COLUMNS))
        if kind == "float" or "table:formula" in given:
            self._value = (first, self._column, given)
        self._note_spans(first, given)

    def _note_spans(self, column: int, given: Attributes) -> None:
        down = _times(given, "table:number-rows-spanned")
        across = _times(given, "table:number-columns-spanned")
        if down > 1 or across > 1:
            bottom, right = self._row + down - 1, column + across - 1
            self._notes.merged.append(Merged(self._row, column, bottom, right))

    def settle(self) -> None:
        """The text of the last cell of which it matters has been heard."""
        if not self._value:
            return
        first, behind, given = self._value
        text = "".join(self._heard)
        self.listen(None)
        self._heard.clear()
        self._value = None
        places = [
            (row, column)
            for row in range(self._row, min(self._next_row, self._row + _MOST_REPEATED))
            for column in range(first, min(behind, first + _MOST_REPEATED))
        ]
        if _is_valueless(given, text):
            self._notes.valueless.update(places)
        elif _shows_zeros(given, text):
            self._notes.shown.update(dict.fromkeys(places, text))


def _times(given: Attributes, name: str) -> int:
    return max(int(given.get(name, 1)), 1)


def _is_valueless(given: Attributes, text: str) -> bool:
    """A formula without a value, or with an error in its place."""
    if "table:formula" not in given:
        return False
    kind = given.get("office:value-type", "")
    is_text = kind == "string" and not given.get("office:string-value", text)
    return (
        not kind
        or given.get("calcext:value-type") == "error"
        or (is_text and text.startswith(("#", "Err:")))
    )


def _shows_zeros(given: Attributes, text: str) -> bool:
    """Whether a number is shown as a code, such as 00123 or 06 12 34 56 78."""
    digits = "".join(letter for letter in text if letter.isdigit())
    if not digits.startswith("0") or len(digits) < 2 or "," in text or "." in text:
        return False
    return given.get("office:value", "").removesuffix(".0") == digits.lstrip("0")
