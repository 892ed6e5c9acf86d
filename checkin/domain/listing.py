"""A list of delegates as it was read from a file, before it is applied."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from checkin.domain.delegate import Delegate
from checkin.domain.delegation import Delegation


@dataclass(frozen=True, slots=True)
class ListOptions:
    """How a file is to be read where it does not tell rightly itself.

    `mapping` is our field to the list's header, or to a column's letter; `header_row` 0 says that
    there is no header; `hidden` takes hidden rows and columns as well; `mended` says what a
    delegation as it is written is to be read as.
    """

    sheet: str | None = None
    encoding: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    header_row: int | None = None
    hidden: bool = False
    mended: Mapping[str, str] = field(default_factory=dict)


AS_IT_IS = ListOptions()


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something about one row: `row` as the spreadsheet numbers it, `column` its header.

    `code` is worded in `resources/wording/*.toml` under `[row]`; `facts` fill its places.
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
    """A delegation that we do not know as it is written, in which rows, and what may be meant."""

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
class DelegateList:
    """A whole list: people in the order of its rows, refused rows, warnings, how it was read.

    `columns` maps our fields to the list's headers; `read` counts rows that hold anything;
    `sheets` are the names of all sheets of a workbook.
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
