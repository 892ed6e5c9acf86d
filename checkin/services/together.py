"""People of a delegation who arrive together: recorded in one act, taken back in one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from checkin.domain.arrival import Arrival
from checkin.domain.delegate import Delegate
from checkin.domain.facts import ArrivalRecorded, ArrivalWithdrawn
from checkin.domain.operator import Operator
from checkin.domain.outcome import Change, Outcome
from checkin.domain.post import Post
from checkin.domain.refused import Refused
from checkin.domain.scan import Chosen
from checkin.domain.verdict import Verdict
from checkin.services.seeing import Seen, Sight
from checkin.store.meeting_file import MeetingFile

Recorded = Callable[[Seen], Arrival | None]
_HERE = (Verdict.ALREADY_IN, Verdict.JUST_SCANNED)


@dataclass(frozen=True, slots=True)
class Together:
    """Who was recorded now, who was in already, and whom the desk did not let in (with why)."""

    day: date | None
    arrivals: tuple[Arrival, ...] = ()
    arrived: tuple[Delegate, ...] = ()
    already: tuple[Delegate, ...] = ()
    stopped: tuple[tuple[Delegate, Verdict], ...] = ()


def look(sight: Sight, delegate_ids: Iterable[str], now: datetime, post: Post) -> list[Seen]:
    """What a scan of each would be answered, each once; raises Refused("no_such_delegate")."""
    seen = []
    for one in dict.fromkeys(delegate_ids):
        seen.append(sight.see(Chosen(one), now, post))
        if not seen[-1].scene.holders:
            raise Refused("no_such_delegate", delegate=one)
    return seen


def record(
    file: MeetingFile, seen: list[Seen], arrival: Recorded, operator: Operator
) -> Outcome[Together]:
    """Records whoever would be welcome, in one transaction; nobody twice."""
    arrivals = tuple(new for one in seen if (new := arrival(one)))
    if arrivals:
        file.record([ArrivalRecorded(one) for one in arrivals], operator)
    people = frozenset(one.delegate_id for one in arrivals if one.delegate_id)
    change = Change(delegates=people, arrivals=frozenset(one.id for one in arrivals))
    return Outcome(_told(seen, arrivals), change, tuple(map(_back, arrivals)))


def _back(arrival: Arrival) -> ArrivalWithdrawn:
    return ArrivalWithdrawn((arrival.id,), arrival.delegate_id, arrival.day)


def _told(seen: list[Seen], arrivals: tuple[Arrival, ...]) -> Together:
    day = seen[0].scene.day if seen else None
    verdicts = [(one.scene.holders[0], one.decision.verdict) for one in seen]
    arrived = tuple(who for who, verdict in verdicts if verdict is Verdict.WELCOME)
    already = tuple(who for who, verdict in verdicts if verdict in _HERE)
    let_in = (Verdict.WELCOME, *_HERE)
    stopped = tuple((who, verdict) for who, verdict in verdicts if verdict not in let_in)
    return Together(day, arrivals, arrived, already, stopped)
