"""What was done under the card: told, remembered, and taken back as the one act it was."""

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from checkin.domain.arrival import Arrival
from checkin.domain.outcome import Outcome
from checkin.gui.desk import Desk
from checkin.gui.switchboard import Notice

if TYPE_CHECKING:
    from checkin.domain.facts import Fact

_KEPT = 50


@dataclass(frozen=True, slots=True)
class DeskAct:
    """One act: in words, when, how it is taken back, and which arrivals came of it.

    `moment` stands among the ids of arrivals where the act stands among them in time.
    """

    text: str
    at: datetime
    moment: str
    undo: "tuple[Fact, ...]"
    arrivals: frozenset[str]


class DeskActs:
    """The acts of this desk, the latest last."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._done: list[DeskAct] = []
        self._came: deque[str] = deque(maxlen=_KEPT)  # arrivals by scans, at whatever point

    def came(self, arrival: Arrival) -> None:
        """Somebody arrived by a scan: no act before that is the latest thing that was done."""
        self._came.append(arrival.id)

    def did(self, outcome: Outcome[Any], text: str, what: str) -> None:
        """Something was done: says so, and what moved; `what` it was, once it is taken back."""
        if not outcome.undo:
            return
        services, board = self._desk.services, self._desk.switchboard
        at, moment = services.clock(), services.history.moment()
        self._done.append(DeskAct(what, at, moment, outcome.undo, outcome.change.arrivals))
        board.noticed.emit(Notice(text))
        board.changed.emit(outcome.change)

    def latest(self, newest: Arrival | None) -> DeskAct | None:
        """The act that Ctrl+Z takes back; None where the newest arrival came later by itself,

        or the day of the act is over: why an arrival goes is asked for then, for each.
        """
        if not self._done:
            return None
        act, desk = self._done[-1], self._desk
        if desk.meeting.local(act.at).date() != desk.now().date():
            return None
        last = max(newest.id if newest else "", *self._came, "")
        return act if last in act.arrivals or act.moment > last else None

    def moment(self, newest: Arrival | None) -> str:
        """Where what `undo_latest` would take back stands among the ids of arrivals."""
        act = self.latest(newest)
        return max(act.moment if act else "", newest.id if newest else "")

    def take_back(self, act: DeskAct) -> str:
        """Takes an act back; what is said of it. Raises Refused."""
        change = self._desk.services.history.take_back(act.undo, self._desk.operator)
        self._done.remove(act)
        self._gone(act.arrivals)
        self._desk.switchboard.taken_back.emit()
        self._desk.switchboard.changed.emit(change)
        return act.text

    def forget(self, arrival_id: str) -> None:
        """An arrival was taken back alone: the act it was part of is no longer one."""
        self._done = [act for act in self._done if arrival_id not in act.arrivals]
        self._gone({arrival_id})

    def _gone(self, arrivals: Collection[str]) -> None:
        self._came = deque((one for one in self._came if one not in arrivals), _KEPT)

    def take_over(self, before: "DeskActs") -> None:
        """Goes on where the same page in another look was."""
        self._done, self._came = before._done, before._came
