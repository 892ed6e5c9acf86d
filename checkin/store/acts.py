"""The lists that were applied, as the journal knows them: each is one act of many facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from checkin.domain.facts import KINDS, Fact, ListImported, ListWithdrawn
from checkin.domain.payload import from_text
from checkin.domain.refused import Refused
from checkin.store.connection import UNREADABLE, Connection, Row

Kind = TypeVar("Kind", bound=Fact)
_OF_KIND = (
    "SELECT desk, desk_seq, at, operator, body FROM fact JOIN payload ON payload.fact = fact.id"
    " WHERE kind = ? AND body IS NOT NULL ORDER BY clock, desk, desk_seq"
)
_AFTER = (
    "SELECT kind, body FROM fact JOIN payload ON payload.fact = fact.id"
    " WHERE desk = ? AND desk_seq > ? AND desk_seq <= ? AND body IS NOT NULL ORDER BY desk_seq"
)


@dataclass(frozen=True, slots=True)
class ListAct:
    """A list that was applied: where it stands in the journal, when, by whom, how it was read."""

    desk: str
    desk_seq: int
    at: int
    operator: str
    imported: ListImported
    taken_back: bool


class Acts:
    """Reads every fact's kind, which is for rare moments: nothing at the desk waits for it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lists(self) -> list[ListAct]:
        """The lists that were applied, the oldest first; of a file's first schemas none."""
        back = {fact.act for _, fact in self._of_kind(ListWithdrawn)}
        return [
            ListAct(desk, sequence, at, operator, fact, fact.act in back)
            for (desk, sequence, at, operator, _), fact in self._of_kind(ListImported)
            if fact.act
        ]

    def facts(self, act: ListAct) -> list[Fact]:
        """What came of a list, in order; without what was erased since."""
        last = act.desk_seq + act.imported.facts
        rows = self._connection.rows(_AFTER, (act.desk, act.desk_seq, last))
        return [self._read(KINDS[kind], body) for kind, body in rows]

    def _of_kind(self, kind: type[Kind]) -> Iterator[tuple[Row, Kind]]:
        for row in self._connection.all(_OF_KIND, (kind.__name__,)):
            yield row, self._read(kind, row[4])

    def _read(self, kind: type[Kind], body: str) -> Kind:
        try:
            return from_text(kind, body)
        except UNREADABLE as error:
            raise Refused("damaged_file", path=str(self._connection.path)) from error
