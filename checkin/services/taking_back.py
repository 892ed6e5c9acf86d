"""Any arrival found again, to be taken back: of a day, of a person, at whatever point."""

from collections.abc import Collection, Iterator
from datetime import date

from checkin.domain.arrival import MAIN_POINT, Arrival
from checkin.domain.clock import Clock
from checkin.domain.late_entry import is_late_to_take_back
from checkin.domain.operator import Action, Operator
from checkin.services.finding import find
from checkin.services.reception import RecentArrival
from checkin.services.search.following import SearchedPeople
from checkin.store.meeting_file import MeetingFile

_PEOPLE = 20  # of those who are meant by what was typed


class TakingBack:
    """Reads only: an arrival is taken back by `Reception.undo`."""

    def __init__(self, file: MeetingFile, clock: Clock, searched: SearchedPeople) -> None:
        self._file, self._clock, self._searched = file, clock, searched

    def of_day(
        self, day: date, operator: Operator, text: str = "", limit: int = 50
    ) -> tuple[RecentArrival, ...]:
        """The arrivals of a day that stand, those entered last first; of whom `text` means."""
        operator.require(Action.UNDO)
        found = self._of_people(day, text, limit) if text.strip() else self._last(day, limit)
        return tuple(map(self.whose, sorted(found, key=_entered, reverse=True)[:limit]))

    def standing(self, ids: Collection[str]) -> tuple[RecentArrival, ...]:
        """Those of these arrivals that stand, in their order."""
        found = self._file.arrivals.these(ids) if ids else {}
        known = (found[one] for one in ids if one in found)
        return tuple(self.whose(one) for one in known if not one.withdrawn)

    def whose(self, one: Arrival) -> RecentArrival:
        """An arrival with whose it is."""
        delegates = self._file.delegates
        return RecentArrival(one, delegates.get(one.delegate_id) if one.delegate_id else None)

    def is_late(self, arrival: Arrival) -> bool:
        """Whether a reason is asked for."""
        return is_late_to_take_back(arrival, self._clock(), self._file.meeting)

    @property
    def _points(self) -> tuple[str, ...]:
        return (MAIN_POINT, *(session.id for session in self._file.meeting.sessions))

    def _last(self, day: date, limit: int) -> Iterator[Arrival]:
        for point in self._points:
            yield from self._file.arrivals.last(day, limit, point)

    def _of_people(self, day: date, text: str, limit: int) -> Iterator[Arrival]:
        for one in find(self._file, self._searched.whole(), text, min(limit, _PEOPLE))[0]:
            for point in self._points:
                yield from self._file.arrivals.of(one.delegate.id, (day,), point)


def _entered(one: Arrival) -> str:
    """Ids rise in the order of entering, whatever the clock says."""
    return one.id
