"""Records of a text whose quotation marks are not in order: nobody is swallowed, all is said."""

import csv
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from checkin.documents.lists.encodings import NotText
from checkin.domain.listing import RowProblem
from checkin.domain.text import shortened

LONGEST_CELL = 1_000_000
END = "\x00the end\x00"
"""A line after the last one: it shows whether a quotation mark is still open there."""
_MOST_LOOKED_AGAIN = 2_000_000  # lines
_QUOTED = 120  # letters
_SEEN = 50  # records that tell how many cells one has

Records = tuple[list[list[str]], tuple[RowProblem, ...]]


def sloppy_records(lines: Sequence[str], delimiter: str, most: int) -> Records:
    """Records with stray marks; a line whose mark would swallow others is read by itself.

    `lines` end with END, and so do the records. Raises NotText.
    """
    reading = _Reading(lines, delimiter)
    while not reading.done and len(reading.records) < most:
        reading.go_on(most)
    return reading.records, tuple(reading.problems)


class _Reading:
    """How far the lines are read, and what came of them."""

    def __init__(self, lines: Sequence[str], delimiter: str) -> None:
        self.records: list[list[str]] = []
        self.problems: list[RowProblem] = []
        self._lines = lines
        self._delimiter = delimiter
        self._at = 0
        self._looked_again = 0

    @property
    def done(self) -> bool:
        """Whether no line is left."""
        return self._at >= len(self._lines)

    def go_on(self, most: int) -> None:
        """Reads until a mark is in the way, and the line that it stands in."""
        start, taken = self._at, list[str]()
        rest = map(self._lines.__getitem__, range(start, len(self._lines)))
        parsed = _reader(rest, self._delimiter)
        try:
            for record in islice(parsed, most):
                taken = [*self._lines[self._at : start + parsed.line_num]]
                if len(taken) > 1 and (taken[-1] == END or _is_torn(taken, self._delimiter)):
                    break
                self._at = start + parsed.line_num
                self.records.append(record)
            else:
                return
        except csv.Error as error:
            if len(self._lines[self._at]) > LONGEST_CELL:
                raise NotText("long_cell", letters=str(LONGEST_CELL)) from error
        self._look_again(parsed.line_num)
        if self._is_cut_off(taken):
            self._take_cut_off(taken)
        else:
            self._take_alone()

    def _look_again(self, lines: int) -> None:
        self._looked_again += lines
        if self._looked_again > _MOST_LOOKED_AGAIN:
            raise NotText("marks_open", row=str(len(self.records) + 1))

    def _is_cut_off(self, taken: list[str]) -> bool:
        """Whether a mark is open because the file ends there, in the middle of its line."""
        if not taken or taken[-1] != END or taken[-2].endswith(("\n", "\r")):
            return False
        return not any(self._delimiter in line for line in taken[1:-1])

    def _take_cut_off(self, taken: list[str]) -> None:
        (record,) = _reader(taken[:-1], self._delimiter)
        self._take(record, "cut_off")
        self._at += len(taken) - 1

    def _take_alone(self) -> None:
        """One line by itself: the mark taken for the last cell's, else all marks for letters."""
        line = self._lines[self._at].rstrip("\r\n")
        width = max(map(len, self.records[:_SEEN]), default=0)
        record: list[str] = next(_reader([line], self._delimiter), [])
        if len(record) != width:
            plain = csv.reader([line], delimiter=self._delimiter, quoting=csv.QUOTE_NONE)
            record = [_unmarked(cell) for cell in next(plain, [])]
        self._take(record, "mark_not_closed")
        self._at += 1

    def _take(self, record: list[str], code: str) -> None:
        self.records.append(record)
        row = len(self.records)
        facts = {"row": str(row), "text": shortened(", ".join(record), _QUOTED)}
        self.problems.append(RowProblem(row, "", code, facts))


def _reader(lines: Iterable[str], delimiter: str) -> Any:
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True)


def _unmarked(cell: str) -> str:
    """A cell without the mark that opens it and the one that closes it."""
    text = cell.strip()
    if not text.startswith('"'):
        return cell
    return text[1:-1] if len(text) > 1 and text.endswith('"') else text[1:]


def _is_torn(lines: list[str], delimiter: str) -> bool:
    """Whether a text goes on behind the mark that closes it: then it was another row's mark."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True))
    except csv.Error:
        return True
    return False
