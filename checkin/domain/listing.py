"""A list of delegates as it was read from a file, before it is applied."""

from dataclasses import dataclass, field

from checkin.domain.delegate import Delegate
from checkin.domain.delegation import Delegation


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
    """One row: the delegate it describes (`id` empty until applied) and the badge prefix."""

    row: int
    delegate: Delegate
    prefix: str


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A delegation's text, as written, that means none we know: its rows, whom it may mean."""

    text: str
    rows: tuple[int, ...]
    offers: tuple[Delegation, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Part of a list as it is written, for people to look at before it is applied.

    `fields` says what each column of `header` was taken for, "" where for nothing; `rows` are
    row numbers with their texts, one for each column, in the order of the list.
    """

    header: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()


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
    unresolved: tuple[Unresolved, ...] = ()
