"""Whose arrival organisers want to be told of, and who of them came."""

from collections.abc import Iterable, Sequence
from datetime import date

from checkin.domain.awaiting import (
    ArrivalSeen,
    ArrivalUnseen,
    Awaited,
    Come,
    DelegateAwaited,
    DelegateAwaitedNoLonger,
    awaited_on,
)
from checkin.domain.delegate import Delegate
from checkin.domain.fact import Fact
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import Change, Outcome
from checkin.store.meeting_file import MeetingFile

People = tuple[Delegate, ...]


class Awaiting:
    """Each act is one record and is taken back as one; every computer that reads the file knows."""

    def __init__(self, file: MeetingFile) -> None:
        self._file = file

    def on(self, day: date, operator: Operator) -> Awaited:
        """Who of the awaited came on a day, and who is still to come."""
        operator.require(Action.REPORT)
        people = self._file.delegates.awaited()
        arrivals = self._file.arrivals.of_people([one.id for one in people], day) if people else ()
        return awaited_on(day, people, arrivals)

    def await_them(self, delegate_ids: Iterable[str], operator: Operator) -> Outcome[People]:
        """Marks people whose arrival is to be told; who is marked already stays as marked."""
        people = [one for one in self._known(delegate_ids) if one.awaited_since is None]
        return self._mark(people, DelegateAwaited, DelegateAwaitedNoLonger, operator)

    def await_heads(self, operator: Operator) -> Outcome[People]:
        """Marks every head of delegation who is expected."""
        return self.await_them([one.id for one in self._file.delegates.heads()], operator)

    def await_no_longer(self, delegate_ids: Iterable[str], operator: Operator) -> Outcome[People]:
        """Takes the mark away. Taken back, only who comes from then on is told of."""
        people = [one for one in self._known(delegate_ids) if one.awaited_since is not None]
        return self._mark(people, DelegateAwaitedNoLonger, DelegateAwaited, operator)

    def put_away(self, come: Iterable[Come], operator: Operator) -> Outcome[tuple[Come, ...]]:
        """Says that organisers saw who came."""
        operator.require(Action.REPORT)
        seen = tuple(come)
        facts = [ArrivalSeen(*_named(one)) for one in seen]
        self._record(facts, operator)
        undo = tuple(ArrivalUnseen(*_named(one)) for one in seen)
        people = frozenset(one.delegate.id for one in seen)
        arrivals = frozenset(one.arrival.id for one in seen)
        return Outcome(seen, Change(delegates=people, arrivals=arrivals), undo)

    def _known(self, delegate_ids: Iterable[str]) -> list[Delegate]:
        return self._file.delegates.of(list(delegate_ids))

    def _mark(
        self,
        people: list[Delegate],
        done: type[DelegateAwaited | DelegateAwaitedNoLonger],
        back: type[DelegateAwaited | DelegateAwaitedNoLonger],
        operator: Operator,
    ) -> Outcome[People]:
        operator.require(Action.EDIT_DELEGATES)
        self._record([done(one.id) for one in people], operator)
        change = Change(delegates=frozenset(one.id for one in people))
        return Outcome(tuple(people), change, tuple(back(one.id) for one in people))

    def _record(self, facts: Sequence[Fact], operator: Operator) -> None:
        if facts:
            self._file.record(facts, operator)


def _named(come: Come) -> tuple[tuple[str, ...], str, date]:
    return (come.arrival.id,), come.delegate.id, come.arrival.day
