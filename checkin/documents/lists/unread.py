"""Columns and rows of which too little is taken: a second block of names, a header twice."""

from collections.abc import Iterator, Mapping, Sequence

from checkin.documents.lists.contents import is_name, share
from checkin.documents.lists.fields import NAMES
from checkin.documents.lists.header_words import BARE_NAME
from checkin.documents.lists.headers import meant_by
from checkin.documents.lists.lines import letter_of
from checkin.documents.lists.tables import Row
from checkin.domain.listing import RowProblem
from checkin.domain.text import clean, fold

_OF_NAMES = frozenset((*NAMES, BARE_NAME))
_MANY = 0.6
_LOOKED_AT = 200  # names
_STATES_WRITTEN = (
    "state status statut etat estado situacao situacion attending attendance confirmation "
    "zustand stato الحاله حاله"
)
_STATES = frozenset(fold(_STATES_WRITTEN).split())
_NOT_COMING_WRITTEN = (
    "withdrawn, rejected, cancelled, canceled, not attending, declined, refused, refunded, "
    "not registered, not coming, deleted, "
    "retiré, retirée, rejeté, rejetée, annulé, annulée, refusé, refusée, désisté, désistée, "
    "retirado, retirada, rechazado, rechazada, cancelado, cancelada, anulado, anulada, "
    "rejeitado, rejeitada, recusado, recusada, desistiu, storniert, abgelehnt, annullato, "
    "ملغى, ملغاة, مرفوض, مرفوضة, منسحب, منسحبة"
)
_NOT_COMING = frozenset(map(fold, _NOT_COMING_WRITTEN.split(", ")))


def not_read(
    header: Sequence[str],
    columns: Mapping[str, int],
    further: Mapping[int, str],
    rows: Sequence[Row],
) -> Iterator[RowProblem]:
    """Headers that stand twice: people of a block beside the list, and other second columns."""
    taken = {*columns.values(), *further}
    read = {fold(header[at]) for at in taken}
    twice = [at for at, text in enumerate(header) if at not in taken and fold(text) in read]
    others = []
    for at in twice:
        values = [text for text in (_cell(row, at) for row in rows) if text]
        names = meant_by(header[at]) in _OF_NAMES
        if names and share(values[:_LOOKED_AT], is_name) >= _MANY:
            facts = {"count": str(len(values)), "letter": letter_of(at)}
            yield RowProblem(0, clean(header[at]), "second_names_not_read", facts)
        elif values and meant_by(header[at]):
            others.append(f"{clean(header[at])} ({letter_of(at)})")
    if others:
        yield RowProblem(0, "", "second_columns_not_read", {"columns": ", ".join(others)})


def not_registered(header: Sequence[str], rows: Sequence[Row]) -> Iterator[RowProblem]:
    """People of whom the tool that made the list says that they have withdrawn."""
    states = [at for at, text in enumerate(header) if not _STATES.isdisjoint(fold(text).split())]
    for row in rows if states else ():
        for at in states:
            text = _cell(row, at)
            if fold(text) in _NOT_COMING:
                yield RowProblem(row.number, clean(header[at]), "not_registered", {"text": text})
                break


def _cell(row: Row, at: int) -> str:
    return clean(row.cells[at]) if at < len(row.cells) else ""
