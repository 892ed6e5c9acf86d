"""The texts of one row by field, cleaned, and what must be said of them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from checkin.documents.lists.cells import (
    LONGEST_NAME,
    LONGEST_TEXT,
    cut,
    is_error,
    is_never_a_name,
    is_rounded,
    loses_letters,
    may_be_a_name,
    says_nothing,
    text_of,
)
from checkin.documents.lists.lost_letters import lost_letters
from checkin.documents.lists.plain_rows import is_plain
from checkin.documents.lists.tables import Row
from checkin.domain.listing import RowProblem
from checkin.domain.text import clean

NAMES = frozenset(("full_name", "family_name", "given_names", "name_in_script"))
_KEPT_AS_WRITTEN = NAMES | {"delegation", "country"}
_NAMED = NAMES | {"honorific"}
_NUMBERS = frozenset(("reference", "foreign_codes", "phone"))


class RowReading:
    """The texts of one row by field, cleaned; `problems` gathers what must be said of it.

    `texts` hold what is not empty; `mended` says what to read instead of a delegation's text,
    for every row that has it; `unresolved` is that text as written where none is known for it.
    In a `verbatim` list no title is looked for among names, no delegation in an organisation.
    """

    __slots__ = (
        "_columns",
        "_header",
        "_mended",
        "problems",
        "row",
        "texts",
        "unresolved",
        "verbatim",
    )

    def __init__(
        self,
        row: Row,
        columns: Mapping[str, int],
        header: Sequence[str],
        mended: Mapping[str, str] = MappingProxyType({}),
        *,
        verbatim: bool = False,
    ) -> None:
        self.row = row
        self.verbatim = verbatim
        self.problems: list[RowProblem] = []
        self.unresolved = ""
        self._columns = columns
        self._header = header
        self._mended = mended
        self.texts: dict[str, str] = {}
        if is_plain(row.cells):
            self._take()
        else:
            self._read()
        if len(row.cells) > len(header):
            self._warn_of_left_over()

    def __getitem__(self, field: str) -> str:
        return self.texts.get(field, "")

    def warn(self, field: str, code: str, **facts: str) -> None:
        """Notes something about the cell of a field."""
        self.problems.append(RowProblem(self.row.number, self.column(field), code, facts))

    def column(self, field: str) -> str:
        """The header of a field's column, empty where the list has none."""
        return clean(self._header[self._columns[field]]) if field in self._columns else ""

    def raw(self, field: str) -> str:
        """The cell of a field as it stands in the file."""
        at = self._columns.get(field, len(self.row.cells))
        return self.row.cells[at] if at < len(self.row.cells) else ""

    def mended(self, text: str) -> str:
        """A delegation's text, or what somebody said to read instead of it."""
        return self._mended.get(text, text)

    def _take(self) -> None:
        """All texts as they are written."""
        cells = self.row.cells
        if len(cells) < len(self._header):
            cells = (*cells, *[""] * (len(self._header) - len(cells)))
        self.texts = {field: cells[at] for field, at in self._columns.items() if cells[at]}

    def _read(self) -> None:
        cells = self.row.cells
        unsure = False
        for field, index in self._columns.items():
            raw = cells[index] if index < len(cells) else ""
            if not raw:
                continue
            text = text_of(raw) if len(raw) <= LONGEST_NAME else self._cut(field, raw)
            if is_error(text):
                if self._is_last(field, index):
                    self.warn(field, "error_value", text=text)
                continue
            if ("?" in raw or not (raw.isascii() and raw.isprintable())) and self._is_last(
                field, index
            ):
                self._warn_of_letters(field, raw, text)
            if field in _KEPT_AS_WRITTEN:
                unsure = unsure or may_be_a_name(text)
                if text and not is_never_a_name(text):
                    self.texts[field] = text
            elif text and not says_nothing(text):
                self.texts[field] = self._whole(field, text)
        if unsure:
            self._leave_out_placeholders()

    def _warn_of_letters(self, field: str, raw: str, text: str) -> None:
        if lost_letters(raw, name=field in _NAMED):
            self.warn(field, "letters_lost", text=text)
        elif loses_letters(raw):
            self.warn(field, "text_cleaned", text=text)

    def _is_last(self, field: str, index: int) -> bool:
        """Whether nothing more is read of a cell: a country may be the delegation as well."""
        return field != "delegation" or self._columns.get("country") != index

    def _cut(self, field: str, raw: str) -> str:
        """A text nobody reads to its end; a code that long is none."""
        most = LONGEST_NAME if field in _KEPT_AS_WRITTEN else LONGEST_TEXT
        text = cut(raw, most)
        if len(text) <= most:
            return text
        self.warn(field, "text_too_long", text=text, most=str(most))
        return "" if field == "foreign_codes" else text

    def _whole(self, field: str, text: str) -> str:
        """A number as it was written; what a spreadsheet has rounded stands for many."""
        if field not in _NUMBERS or not is_rounded(text):
            return text
        self.warn(field, "number_rounded", text=text)
        return text if field == "phone" else ""

    def _leave_out_placeholders(self) -> None:
        """`NA` is nobody's name in a row that has it for other empty cells, nor a whole name."""
        cells = self.row.cells
        names = [self.texts[field] for field in NAMES & self.texts.keys()]
        nobody = len(names) > 1 and all(map(may_be_a_name, names))
        named = {self._columns[field] for field in _KEPT_AS_WRITTEN if field in self._columns}
        others = {text.strip() for at, text in enumerate(cells) if at not in named}
        for field in _KEPT_AS_WRITTEN & self.texts.keys():
            text = self.texts[field]
            whole = text == "NA" and field == "full_name"
            if may_be_a_name(text) and (whole or text in others or (nobody and field in NAMES)):
                del self.texts[field]

    def _warn_of_left_over(self) -> None:
        """A comma that nobody put in quotes makes a row longer than the header."""
        left = [clean(text) for text in self.row.cells[len(self._header) :] if clean(text)]
        if left:
            self.problems.append(
                RowProblem(self.row.number, "", "cells_left_over", {"text": ", ".join(left)})
            )
