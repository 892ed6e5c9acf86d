"""What the texts of cells are: placeholders for nothing, guarded formulas, rounded numbers."""

import re

from checkin.domain.text import clean

LONGEST_NAME = 1_000
LONGEST_TEXT = 4_000
"""Letters that are kept of a cell; nobody reads on, and paper and screen must not wait for it."""

_READ = 100_000  # letters of a cell that are looked at
_GUARDED = re.compile(r"'(?=[-=+@＝＋－＠])")  # what exports put before a would-be formula
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
_NEVER = frozenset(
    ("-", "--", "---", "–", "—", "―", ".", "..", "...", "…", "#N/A", "<NA>", "(null)", "null")
) | frozenset(("n/a", "N/A", "N/a", "nan", "NaN"))
_MAYBE_A_NAME = frozenset(("NA", "None", "none", "NONE", "NULL", "Null", "NAN"))
_ERRORS = frozenset(  # as spreadsheet programs write them in their languages
    (
        *("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"),
        *("#NOM?", "#VALEUR!", "#NOMBRE!", "#NUL!", "#NOME?", "#VALOR!", "#NÚM!", "#NULO!"),
        *("#¡REF!", "#¿NOMBRE?", "#¡VALOR!", "#¡DIV/0!", "#¡NUM!", "#¡NULO!"),
    )
)
NOTHING = _NEVER | _ERRORS | _MAYBE_A_NAME


def text_of(raw: str) -> str:
    """A cell's text cleaned, without the apostrophe that an export put before a formula."""
    text = clean(raw)
    return _GUARDED.sub("", text, count=1) if text.startswith("'") else text


def cut(raw: str, most: int) -> str:
    """The same, with `…` for what goes beyond so many letters."""
    whole = text_of(raw[:_READ])
    return whole if len(whole) <= most else f"{whole[:most].rstrip()}…"


def says_nothing(text: str) -> bool:
    """Whether a text only says that there is none."""
    return text in NOTHING


def is_never_a_name(text: str) -> bool:
    """The same where the text may be somebody's name, or Namibia."""
    return text in _NEVER


def is_error(text: str) -> bool:
    """Whether a text is the error that a spreadsheet showed in place of a value."""
    return text in _ERRORS


def may_be_a_name(text: str) -> bool:
    """Whether a text is a name in one list and a placeholder in another: `NA`, `Null`."""
    return text in _MAYBE_A_NAME


def is_rounded(text: str) -> bool:
    """Whether a spreadsheet has made `1.12E+10` of a longer number."""
    return _ROUNDED.fullmatch(text) is not None


def loses_letters(text: str) -> bool:
    """Whether cleaning takes more than blanks out of a text."""
    return not text.isprintable() and any(
        not letter.isspace() and not clean(letter) for letter in text if not letter.isprintable()
    )
