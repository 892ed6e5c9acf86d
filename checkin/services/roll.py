"""The list as the organisers look at it: whole, or only the lines that something moved."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from checkin.domain.badge import Badge
from checkin.domain.delegate import Delegate
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import Change
from checkin.domain.roll import DelegationName, RollRow, held_badge, last_badge
from checkin.services.delegations import Written, written
from checkin.store.meeting_file import MeetingFile

Names = Mapping[Written, DelegationName]


class Roll:
    """Lines of the list; `names` are those of `services.delegations`, as far as known."""

    def __init__(self, file: MeetingFile) -> None:
        self._file = file

    def everybody(self, names: Names, operator: Operator) -> list[RollRow]:
        """Everybody, withdrawn ones too, in the order they came onto the list."""
        operator.require(Action.LIST_DELEGATES)
        return self._rows(self._file.delegates.all(), None, names)

    def of(self, ids: Collection[str], names: Names, operator: Operator) -> list[RollRow]:
        """The lines of these people, in the same order; nobody for an id that there is not."""
        operator.require(Action.LIST_DELEGATES)
        return self._rows(self._file.delegates.of(ids), ids, names)

    def moved(self, change: Change) -> frozenset[str]:
        """Whose lines a change moved; for `everything` ask for everybody."""
        return change.delegates | self._file.badges.holders_of(change.badges)

    def _rows(
        self, delegates: list[Delegate], ids: Collection[str] | None, names: Names
    ) -> list[RollRow]:
        meeting = self._file.meeting
        held: dict[str, list[Badge]] = defaultdict(list)
        for badge in self._file.badges.of_people(ids):
            held[badge.delegate_id or ""].append(badge)
        firsts = self._file.arrivals.firsts(meeting.days, ids)
        rows = []
        for one in delegates:
            badges = held.get(one.id, ())
            number, state = held_badge(badges)
            seen = (firsts.get((one.id, day)) for day in meeting.days)
            times = tuple(meeting.local(at) if at else None for at in seen)
            rows.append(RollRow(one, _name(one, names), number, state, times, last_badge(badges)))
        return rows


def _name(delegate: Delegate, names: Names) -> DelegationName:
    known = names.get(written(delegate))
    return known or DelegationName(delegate.delegation, delegate.country or "")
