"""The refused rows of a list as a workbook: row, reason, what to do, then every cell as it was.

Values from a list are written as strings, never as formulas, links or numbers.
"""

import re
from typing import BinaryIO

from checkin.domain.listing import DelegateList
from checkin.domain.row_words import row_words
from checkin.domain.wording import Wording

_LONGEST = 32_767  # letters in one cell
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")  # no file of XML holds these
_ISOLATES = re.compile("[\u2066-\u2069]")
_PLAIN = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}


def write_left_out(file: BinaryIO, listed: DelegateList, wording: Wording) -> None:
    """Writes the workbook; of a list without refused rows only the header."""
    import xlsxwriter

    book = xlsxwriter.Workbook(file, _PLAIN)
    sheet = book.add_worksheet()
    if wording.mirrored:
        sheet.right_to_left()
    bold = book.add_format({"bold": True, "text_wrap": True})
    sheet.freeze_panes(1, 0)
    sheet.set_column(1, 2, 40)
    heads = [wording.say(f"left_out.{name}") for name in ("row", "reason", "do")]
    for place, text in enumerate((*heads, *listed.left_out.header)):
        sheet.write_string(0, place, _text(text), bold)
    for line, cells in enumerate(_lines(listed, wording), 1):
        for place, text in enumerate(cells):
            sheet.write_string(line, place, _text(text))
    book.close()


def _lines(listed: DelegateList, wording: Wording) -> list[tuple[str, ...]]:
    cells = dict(listed.left_out.rows)
    return [
        (str(problem.row), *row_words(problem, wording), *cells.get(problem.row, ()))
        for problem in listed.refused
    ]


def _text(text: str) -> str:
    return _ISOLATES.sub("", _UNWRITABLE.sub("\ufffd", text))[:_LONGEST]
