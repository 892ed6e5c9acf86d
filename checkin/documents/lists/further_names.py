"""Names in three columns and more: `Middle name`, `Segundo apellido` go on with the one before."""

from collections.abc import Mapping, Sequence
from functools import cache

from checkin.documents.lists.tables import Row
from checkin.domain.text import clean, fold

_WRITTEN = {
    "given_names": (
        "middle name, middle names, middle initial, second name, second given name, "
        "other names, other given names, attendee name middle name, deuxième prénom, "
        "second prénom, autres prénoms, segundo nombre, segundo nome, outros nomes, zweiter vorname"
    ),
    "family_name": (
        "suffix, name suffix, suffixe, sufijo, sufixo, "
        "segundo apellido, apellido materno, second surname, second last name, "
        "second family name, deuxième nom de famille, segundo apelido, último apelido"
    ),
}


@cache
def _known() -> dict[str, str]:
    return {fold(word): name for name, line in _WRITTEN.items() for word in line.split(", ")}


def further_names(header: Sequence[str], columns: Mapping[str, int]) -> dict[int, str]:
    """Columns that nobody has taken and that go on with the family or the given names."""
    taken = set(columns.values())
    meant = {at: _known().get(fold(text)) for at, text in enumerate(header) if at not in taken}
    names = {at: _whole_or(name, columns) for at, name in meant.items() if name}
    return {at: name for at, name in names.items() if name in columns}


def _whole_or(name: str, columns: Mapping[str, int]) -> str:
    """`Jr` behind a whole name, where there is no column of family names."""
    alone = name == "family_name" and name not in columns
    return "full_name" if alone else name


def joined(row: Row, columns: Mapping[str, int], further: Mapping[int, str]) -> Row:
    """A row with its further names behind the names they belong to."""
    if not further:
        return row
    cells = [*row.cells]
    for at, name in further.items():
        text = cells[at] if at < len(cells) else ""
        if clean(text) and columns[name] < len(cells):
            cells[columns[name]] = f"{cells[columns[name]]} {text}"
    return row._replace(cells=tuple(cells))
