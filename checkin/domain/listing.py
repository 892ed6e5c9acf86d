"""A list of delegates as it was read from a file, before it is applied."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from checkin.domain.delegate import Delegate
from checkin.domain.delegation import Delegation
from checkin.domain.text import fold


@dataclass(frozen=True, slots=True)
class ListOptions:
    """How a file is to be read where it does not tell rightly itself.

    `mapping` is our field to the list's header, or to a column's letter; `header_row` 0 says that
    there is no header; `hidden` takes hidden rows and columns as well; `mended` says what a
    delegation as it is written is to be read as; with `nameless` a list whose names nobody finds
    is a list of nobody, to be looked at. `remembered` are mappings of earlier lists by
    `header_key`: what still fits of one is taken as said, after `mapping`.
    """

    sheet: str | None = None
    encoding: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    header_row: int | None = None
    hidden: bool = False
    mended: Mapping[str, str] = field(default_factory=dict)
    nameless: bool = False
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


AS_IT_IS = ListOptions()


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something about one row: `row` as the spreadsheet numbers it, `column` its header.

    Row 0 stands for the whole list.
    `code` is worded in `resources/wording/problems/*.toml` under `[row]`; `facts` fill its places.
    """

    row: int
    column: str
    code: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One row: the delegate it describes (`id` empty until applied) and the badge prefix.

    `silent` names fields whose cell says nothing, though the delegate has a value for them.
    """

    row: int
    delegate: Delegate
    prefix: str
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A delegation's text, as written, that means none we know: its rows, whom it may mean."""

    text: str
    rows: tuple[int, ...]
    offers: tuple[Delegation, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Part of a list as it is written, for people to look at before it is applied.

    `letters` are those of the columns; `fields` says what each was taken for, "" where for
    nothing; `rows` are row numbers with their texts, one for each column, in the list's order.
    """

    header: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The refused rows of a list as they are written: its header, row numbers with all cells."""

    header: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """One sheet of a file, taken or not: how many of its rows hold anything."""

    name: str
    hidden: bool
    rows: int


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """One column: its letter and header, what it was taken for and how that was known.

    `fields` is empty where it was taken for nothing; `how` is `header`, `content`, `operator` or
    empty.
    """

    letter: str
    header: str
    fields: tuple[str, ...] = ()
    how: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """How a file was understood; `left_out` says which rows are no people, and why.

    `format` and `delimiter` are those of the file; `header_row` is 0 where there is no header;
    `first_row` and `last_row` are those of the people; `key` stands for the set of headers.
    """

    format: str = ""
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[SheetSeen, ...] = ()
    header_row: int = 0
    first_row: int = 0
    last_row: int = 0
    columns: tuple[ColumnSeen, ...] = ()
    left_out: tuple[RowProblem, ...] = ()
    key: str = ""


def header_key(header: Iterable[str]) -> str:
    """The same for lists of the same headers, in whatever order, capitals and accents."""
    folded = sorted({fold(text) for text in header} - {""})
    return hashlib.sha256("\n".join(folded).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class DelegateList:
    """A whole list: people in the order of its rows, refused rows, warnings, how it was read.

    `columns` maps our fields to the list's headers; `read` counts rows that hold anything;
    `sheets` are the names of all sheets of a workbook; `unresolved` are the delegations that
    can be mended for all their rows at once, the most frequent first.
    """

    people: tuple[ListedPerson, ...]
    refused: tuple[RowProblem, ...]
    warnings: tuple[RowProblem, ...]
    columns: dict[str, str]
    read: int
    sheet: str
    header_row: int
    encoding: str
    sha256: str
    sheets: tuple[str, ...] = ()
    excerpt: Excerpt = Excerpt()
    left_out: LeftOut = LeftOut()
    unresolved: tuple[Unresolved, ...] = ()
    understood: Understood = Understood()


NO_LIST = DelegateList((), (), (), {}, 0, "", 0, "", "")
