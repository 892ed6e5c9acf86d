"""What follows from an answer at the desk: the fact that is written, and what it moved."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checkin.domain.arrival import Arrival
from checkin.domain.operator import Operator
from checkin.domain.outcome import NOTHING, Change
from checkin.domain.scan import Chosen
from checkin.domain.spoken import code_kind
from checkin.services.seeing import Seen
from checkin.store.meeting_file import MeetingFile

if TYPE_CHECKING:
    from checkin.domain.facts import Fact


def write(file: MeetingFile, seen: Seen, arrival: Arrival | None, operator: Operator) -> None:
    """Records what follows from the answer; whatever follows, a closed writer is said."""
    from checkin.domain.facts import ArrivalRecorded

    facts: Sequence[Fact] = ()
    if arrival:
        facts = (ArrivalRecorded(arrival),)
    elif seen.decision.verdict.records_refusal:
        facts = (_refusal(seen),)
    if facts or not file.writable:
        file.record(facts, operator)


def _refusal(seen: Seen) -> "Fact":
    from checkin.domain.facts import ScanRefused

    holders, chosen = seen.scene.holders, isinstance(seen.scene.reading, Chosen)
    return ScanRefused(
        verdict=seen.decision.verdict,
        delegate_id=holders[0].id if len(holders) == 1 else None,
        day=seen.scene.day,
        code_kind="" if seen.held or chosen else code_kind(seen.scene.reading),
    )


def moved(arrival: Arrival) -> Change:
    """What an arrival moved, or its being taken back."""
    people = frozenset((arrival.delegate_id,)) if arrival.delegate_id else NOTHING.delegates
    return Change(delegates=people, arrivals=frozenset((arrival.id,)))
