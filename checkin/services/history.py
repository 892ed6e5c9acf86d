"""Taking back what was done: the facts that an outcome brought along are recorded in their turn."""

from collections.abc import Collection
from typing import TypeGuard

from checkin.domain.facts import (
    ArrivalRecorded,
    ArrivalWithdrawn,
    DelegateWithdrawn,
    Fact,
    MeetingChanged,
    RegistrationTakenBack,
)
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

        Whose registration is taken back but who is here all the same stays known, as withdrawn.
        Raises Refused `day_has_arrivals` or `session_has_arrivals` where one that was added would
        go though people came to it.
        """
        operator.require(Action.UNDO)
        for fact in undo:
            if isinstance(fact, MeetingChanged):
                may_become(self._file, fact.meeting)
        here = self._here(undo)
        undo = tuple(
            DelegateWithdrawn(fact.delegate_id) if _is_of(fact, here) else fact for fact in undo
        )
        self._file.record(undo, operator)
        if any(isinstance(fact, MeetingChanged) for fact in undo):
            return Change(everything=True)
        people = frozenset(fact.subject for fact in undo if fact.subject)
        return Change(people, people, _arrivals(undo))

    def _here(self, undo: tuple[Fact, ...]) -> frozenset[str]:
        """Of whom an arrival stands that is not taken back as well."""
        came = {fact.delegate_id for fact in undo if isinstance(fact, RegistrationTakenBack)}
        return self._file.arrivals.arrived(came, _arrivals(undo)) if came else frozenset()


def _is_of(fact: Fact, people: Collection[str]) -> TypeGuard[RegistrationTakenBack]:
    """Whether it is a registration of one of these people that is taken back."""
    return isinstance(fact, RegistrationTakenBack) and fact.delegate_id in people


def _arrivals(facts: tuple[Fact, ...]) -> frozenset[str]:
    withdrawn = (fact.arrivals for fact in facts if isinstance(fact, ArrivalWithdrawn))
    recorded = (fact.arrival.id for fact in facts if isinstance(fact, ArrivalRecorded))
    return frozenset(recorded).union(*withdrawn)
