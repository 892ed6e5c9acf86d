"""Whose arrival organisers want to be told of: the facts, and what is to be told of a day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from checkin.domain.arrival import Arrival, first_standing
from checkin.domain.delegate import Delegate, Status
from checkin.domain.fact import AboutDelegate, Fact


@dataclass(frozen=True, slots=True)
class DelegateAwaited(AboutDelegate):
    """Organisers want to be told when somebody arrives."""


@dataclass(frozen=True, slots=True)
class DelegateAwaitedNoLonger(AboutDelegate):
    """Nobody need be told any longer when somebody arrives."""


@dataclass(frozen=True, slots=True)
class _AboutArrivals(Fact):
    arrivals: tuple[str, ...]
    delegate_id: str
    day: date

    @property
    def subject(self) -> str | None:
        return self.delegate_id

    @property
    def meeting_day(self) -> date | None:
        return self.day


@dataclass(frozen=True, slots=True)
class ArrivalSeen(_AboutArrivals):
    """Organisers were told that somebody whom they awaited is here, and put that away."""


@dataclass(frozen=True, slots=True)
class ArrivalUnseen(_AboutArrivals):
    """It was put away by mistake: the organisers are told again."""


@dataclass(frozen=True, slots=True)
class Come:
    """Somebody who was awaited and came: the arrival that counts for the day."""

    delegate: Delegate
    arrival: Arrival


@dataclass(frozen=True, slots=True)
class Awaited:
    """The awaited people of a day: `news` came since and are to be told of, newest first;

    `here` came before they were awaited, or that was seen; `still` are expected and not here.
    """

    day: date
    news: tuple[Come, ...] = ()
    here: tuple[Come, ...] = ()
    still: tuple[Delegate, ...] = ()

    @property
    def anybody(self) -> bool:
        """Whether there is anybody to speak of."""
        return bool(self.news or self.here or self.still)


def awaited_on(day: date, people: Iterable[Delegate], arrivals: Iterable[Arrival]) -> Awaited:
    """What is to be told of a day; `arrivals` are those of the day that stand, of any of them.

    Somebody who comes again is no news where an arrival of the day was seen before.
    """
    by_person: dict[str | None, list[Arrival]] = defaultdict(list)
    for arrival in arrivals:
        by_person[arrival.delegate_id].append(arrival)
    news, here, still = [], [], []
    for one in people:
        theirs = tuple(by_person.get(one.id, ()))
        first = first_standing(theirs)
        if first is None:
            still += [one] if one.status is Status.LISTED else []
        elif _is_news(one, first, theirs):
            news.append(Come(one, first))
        else:
            here.append(Come(one, first))
    return Awaited(day, _newest_first(news), _newest_first(here), tuple(sorted(still, key=_order)))


def _is_news(one: Delegate, first: Arrival, theirs: tuple[Arrival, ...]) -> bool:
    before = one.awaited_since is None or first.entered_at < one.awaited_since
    return not before and not any(arrival.seen for arrival in theirs)


def _newest_first(come: list[Come]) -> tuple[Come, ...]:
    return tuple(sorted(come, key=lambda one: (one.arrival.entered_at, one.arrival.id))[::-1])


def _order(one: Delegate) -> tuple[str, str, str]:
    return one.delegation, one.name, one.id
