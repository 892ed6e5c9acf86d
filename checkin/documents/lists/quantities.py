"""Rows of ticket shops that stand for more tickets than the one person they name."""

from collections.abc import Iterator, Sequence

from checkin.documents.lists.tables import Row
from checkin.domain.listing import RowProblem
from checkin.domain.text import clean, fold

_WRITTEN = frozenset(
    map(
        fold,
        (
            *("quantity", "qty", "ticket quantity", "number of tickets", "tickets", "quantité"),
            *("nombre de billets", "cantidad", "número de entradas", "quantidade", "anzahl"),
            *("número de bilhetes", "الكمية"),
        ),
    )
)


def several_on_a_row(header: Sequence[str], rows: Sequence[Row]) -> Iterator[RowProblem]:
    """A quantity above one: somebody else may come with the one whose name there is."""
    at = next((at for at, text in enumerate(header) if fold(text) in _WRITTEN), None)
    if at is None:
        return
    for row in rows:
        text = clean(row.cells[at]) if at < len(row.cells) else ""
        if text.isdecimal() and len(text) < 5 and int(text) > 1:
            yield RowProblem(row.number, clean(header[at]), "several_on_a_row", {"count": text})
