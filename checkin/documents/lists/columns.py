"""Which column of a list holds which of our fields: by the operator, its header, its values."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from checkin.documents.lists.by_content import completed, disbelieved, in_meetings_only
from checkin.documents.lists.contents import is_capacity
from checkin.documents.lists.fields import FIELDS, NAMES
from checkin.documents.lists.further_names import further_names
from checkin.documents.lists.header_words import QUALITY
from checkin.documents.lists.headers import meant_by
from checkin.documents.lists.lines import letter_of
from checkin.documents.lists.name_columns import settle_names, settle_script
from checkin.documents.lists.tables import Row
from checkin.documents.lists.values import Values
from checkin.domain.listing import RowProblem
from checkin.domain.refused import Refused
from checkin.domain.text import clean, fold

_MOST = 0.8
NOWHERE = "-"
"""What a mapping says of a field that no column is to be taken for."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The index of the column of each field, how it was known, and what looks odd about it.

    `how` is `operator`, `header` or `content`; `further` are columns that go on with the names of
    another one.
    """

    indexes: dict[str, int]
    how: dict[str, str]
    problems: list[RowProblem] = field(default_factory=list)
    further: dict[int, str] = field(default_factory=dict)


def columns_of(
    header: Sequence[str], mapping: Mapping[str, str], path: str, rows: Sequence[Row] = ()
) -> dict[str, int]:
    """The index of the column that holds each field; columns that nobody needs are left out.

    `mapping` (field to header) goes before what the headers say. Refused: `no_such_field`,
    `no_such_column`, `no_name_column`.
    """
    return recognised(header, mapping, path, rows).indexes


def recognised(
    header: Sequence[str],
    mapping: Mapping[str, str],
    path: str,
    rows: Sequence[Row] = (),
    *,
    nameless: bool = False,
) -> Columns:
    """The same, with how each column was known; `rows` tell where a header lies or says nothing.

    With `nameless` a list without a column of names is not refused but said to be one.
    The operator names a column by its header, by `Country (2)` for the second of that name, or
    by its letter; `-` takes no column for a field.
    """
    asked = {name: _named(header, name, text, path) for name, text in mapping.items()}
    nowhere = {name for name, at in asked.items() if at is None}
    values = Values(header, rows)
    problems: list[RowProblem] = []
    columns = {name: at for name, at in asked.items() if at is not None}
    said = _said(header, set(columns.values()), values, problems)
    for at, name in said.items():
        if name not in asked:
            columns.setdefault(name, at)
    problems += settle_names(columns, said, values)
    if "full_name" not in asked and "family_name" not in asked:
        settle_script(columns, "name_in_script" not in asked, values)
    _settle_quality(columns, values)
    how = {name: "operator" if name in asked else "header" for name in columns}
    wanted = [name for name in FIELDS if name not in asked]
    by_content, odd = completed(columns, wanted, values)
    columns |= by_content
    how |= dict.fromkeys(by_content, "content")
    if not _has_names(columns.keys() - nowhere):
        if not nameless:
            raise Refused("no_name_column", path=path)
        problems.append(RowProblem(0, "", "no_names", {}))
    if "country" in columns and "delegation" not in asked:
        columns.setdefault("delegation", columns["country"])
        how.setdefault("delegation", how["country"])
    found = {name: columns[name] for name in FIELDS if name in columns.keys() - nowhere}
    known = {name: how[name] for name in found}
    return Columns(found, known, [*problems, *odd], further_names(header, found))


def fitting(mapping: Mapping[str, str], header: Sequence[str]) -> dict[str, str]:
    """What of a remembered mapping this header still has columns for."""
    return {
        name: text
        for name, text in mapping.items()
        if name in FIELDS and (text == NOWHERE or _index(header, text) is not None)
    }


def _said(
    header: Sequence[str], taken: set[int], values: Values, problems: list[RowProblem]
) -> dict[int, str]:
    """The fields that the headers say, by column, without those that lie."""
    meant = ((at, meant_by(text)) for at, text in enumerate(header) if at not in taken)
    said = {at: name for at, name in meant if name}
    for at in disbelieved(said, values):
        problems.append(RowProblem(0, clean(header[at]), "header_not_believed", {}))
        del said[at]
    return {at: name for at, name in said.items() if not in_meetings_only(at, name, values)}


def _has_names(fields: Collection[str]) -> bool:
    return any(name in fields for name in NAMES)


def _named(header: Sequence[str], name: str, text: str, path: str) -> int | None:
    """The column that somebody named for a field; None for no column at all."""
    if name not in FIELDS:
        raise Refused("no_such_field", field=name, fields=", ".join(FIELDS))
    index = _index(header, text)
    if index is None and text != NOWHERE:
        columns = ", ".join(clean(text) for text in header if clean(text))
        raise Refused("no_such_column", path=path, column=text, columns=columns)
    return index


def _index(header: Sequence[str], name: str) -> int | None:
    """Where a header stands: as written, else folded, else as `Country (2)`, else its letter.

    `#B` is the second column whatever the headers are.
    """
    places = {letter_of(index): index for index in range(len(header))}
    if name.startswith("#") and name[1:] in places:
        return places[name[1:]]
    alike: tuple[Callable[[str], str], ...] = (str, clean, fold)
    for same in alike:
        wanted = same(name)
        found = [index for index, text in enumerate(header) if wanted and same(text) == wanted]
        if found:
            return found[0]
    return _repeated(header).get(fold(name), places.get(name.strip()))


def _repeated(header: Sequence[str]) -> dict[str, int]:
    return {fold(text): at for at, text in enumerate(told_apart(header)) if fold(text)}


def told_apart(header: Sequence[str]) -> list[str]:
    """The headers, the second `Country` as `Country (2)`."""
    seen: dict[str, int] = {}
    texts = []
    for text in map(clean, header):
        count = seen[fold(text)] = seen.get(fold(text), 0) + 1
        texts.append(f"{text} ({count})" if text and count > 1 else text)
    return texts


def _settle_quality(columns: dict[str, int], values: Values) -> None:
    """`Qualité` beside `Fonction` is the capacity; alone it may be either: its cells tell."""
    quality = columns.pop(QUALITY, None)
    if quality is None:
        return
    capacity = "function" in columns or values.share(quality, is_capacity) >= _MOST
    columns.setdefault("capacity" if capacity else "function", quality)
