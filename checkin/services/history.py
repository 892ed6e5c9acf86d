"""Taking back what was done: the facts that an outcome brought along are recorded in their turn."""

from checkin.domain.facts import ArrivalRecorded, ArrivalWithdrawn, Fact, MeetingChanged
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import Change
from checkin.services.organising import may_become
from checkin.store.meeting_file import MeetingFile


class History:
    """Nothing is deleted: what is taken back, and that it was, both stay in the journal."""

    def __init__(self, file: MeetingFile) -> None:
        self._file = file

    def moment(self) -> str:
        """Sorts after the ids of all arrivals before it, and before those of all after it."""
        return self._file.next_id()

    def take_back(self, undo: tuple[Fact, ...], operator: Operator) -> Change:
        """Records the facts of `Outcome.undo`, in one transaction; what moved.

        Raises Refused `day_has_arrivals` or `session_has_arrivals` where one that was added would
        go though people came to it.
        """
        operator.require(Action.UNDO)
        for fact in undo:
            if isinstance(fact, MeetingChanged):
                may_become(self._file, fact.meeting)
        self._file.record(undo, operator)
        if any(isinstance(fact, MeetingChanged) for fact in undo):
            return Change(everything=True)
        people = frozenset(fact.subject for fact in undo if fact.subject)
        return Change(people, people, _arrivals(undo))


def _arrivals(facts: tuple[Fact, ...]) -> frozenset[str]:
    withdrawn = (fact.arrivals for fact in facts if isinstance(fact, ArrivalWithdrawn))
    recorded = (fact.arrival.id for fact in facts if isinstance(fact, ArrivalRecorded))
    return frozenset(recorded).union(*withdrawn)
