"""The lists that were applied, as the journal knows them: each is one act of many facts."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace

from checkin.domain.facts import KINDS, Fact, ListImported, ListWithdrawn
from checkin.domain.outcome import done_at_once
from checkin.domain.payload import from_text
from checkin.domain.refused import Refused
from checkin.store.connection import UNREADABLE, Connection

_SEEN, _PART = 1000, 100  # facts whose kinds are looked at in a breath, and that are read in one
_LISTS = frozenset((ListImported.__name__, ListWithdrawn.__name__))
_KINDS = (
    "SELECT desk, desk_seq, kind, clock FROM fact WHERE (desk, desk_seq) > (?, ?)"
    " ORDER BY desk, desk_seq LIMIT ?"
)
_ONE = (
    "SELECT kind, at, operator, body FROM fact JOIN payload ON payload.fact = fact.id"
    " WHERE desk = ? AND desk_seq = ? AND body IS NOT NULL"
)
_AFTER = (
    "SELECT desk_seq, kind, body FROM fact JOIN payload ON payload.fact = fact.id"
    " WHERE desk = ? AND desk_seq > ? AND desk_seq <= ? AND kind GLOB 'Delegate*'"
    " AND body IS NOT NULL ORDER BY desk_seq LIMIT ?"
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
        return done_at_once(self.lists_in_steps())

    def lists_in_steps(self) -> Generator[None, None, list[ListAct]]:
        """`lists`, with a breath after each part of the journal."""
        places = []
        after = ("", 0)
        while part := self._connection.all(_KINDS, (*after, _SEEN)):
            places += [(clock, *at) for *at, kind, clock in part if kind in _LISTS]
            after = part[-1][:2]
            yield
        return self._acts([(desk, sequence) for _, desk, sequence in sorted(places)])

    def facts(self, act: ListAct) -> Iterator[tuple[int, list[Fact]]]:
        """What came of a list for people, in order and in parts; without what was erased since.

        With each part how many of the facts of the list are read.
        """
        after, last = act.desk_seq, act.desk_seq + act.imported.facts
        while rows := self._connection.all(_AFTER, (act.desk, after, last, _PART)):
            after = rows[-1][0]
            yield after - act.desk_seq, [self._read(KINDS[kind], body) for _, kind, body in rows]

    def _acts(self, places: list[tuple[str, int]]) -> list[ListAct]:
        found: list[ListAct] = []
        back: set[str] = set()
        for desk, sequence in places:
            for kind, at, operator, body in self._connection.rows(_ONE, (desk, sequence)):
                fact = self._read(KINDS[kind], body)
                if isinstance(fact, ListWithdrawn):
                    back.add(fact.act)
                elif isinstance(fact, ListImported) and fact.act:
                    found.append(ListAct(desk, sequence, at, operator, fact, taken_back=False))
        return [replace(one, taken_back=one.imported.act in back) for one in found]

    def _read(self, kind: type[Fact], body: str) -> Fact:
        try:
            return from_text(kind, body)
        except UNREADABLE as error:
            raise Refused("damaged_file", path=str(self._connection.path)) from error
