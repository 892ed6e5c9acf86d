"""Rows of which nothing need be cleaned or said, as nearly all rows are."""

from collections.abc import Sequence
from unicodedata import is_normalized

from checkin.documents.lists.cells import LONGEST_NAME, NOTHING
from checkin.documents.lists.lost_letters import may_be_lost


def is_plain(cells: Sequence[str]) -> bool:
    """Whether each text of a row is read as it is written; False where that is not sure.

    A row is looked at as one text, for that takes a tenth of looking at each of its cells.
    """
    row = f"|{'|'.join(cells)}|"
    return (
        len(row) <= LONGEST_NAME
        and row.isprintable()
        and NOTHING.isdisjoint(cells)
        and not _is_loose(row)
        and not ("?" in row or "|'" in row or "E+" in row or "e+" in row)
        and (row.isascii() or (is_normalized("NFC", row) and not may_be_lost(row)))
    )


def _is_loose(row: str) -> bool:
    """Whether there are blanks at the end of a cell, or more than one between two words."""
    return " " in row and ("  " in row or "| " in row or " |" in row)
