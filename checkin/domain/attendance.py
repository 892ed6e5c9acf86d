"""Who came on which day, by delegation, and totals that add up.

On every day `arrived + missing = expected` and `complete + partial + head_absent + absent =
delegations`; quarter-hours count those who arrived on the date itself and nobody else, so that
with those of `other_dates` (recorded later or before) they are `arrived`. People who withdrew are
not expected: they are listed, and counted apart if they came all the same. So are badges
that arrived without a person on the list.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from checkin.domain.arrival import Arrival, first_standing
from checkin.domain.delegate import Capacity, Delegate, Status
from checkin.domain.meeting import Meeting
from checkin.domain.share import percent
from checkin.domain.text import fold

QUARTER = timedelta(minutes=15)
_Firsts = Mapping[tuple[str, date], Arrival]


class Standing(StrEnum):
    """How much of a delegation is there; HEAD_ABSENT when others came and no head did."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    HEAD_ABSENT = "head_absent"
    ABSENT = "absent"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Seen:
    """A day's first arrival; `at` as the clocks at the meeting's place show it.

    `entered_at` is when it was typed in from paper, by the same clocks; None for any other.
    """

    at: datetime
    desk: str
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the list, and when seen on each reported day (None: absent)."""

    delegate: Delegate
    seen: tuple[Seen | None, ...]

    @property
    def expected(self) -> bool:
        """Whether the registration still stands."""
        return self.delegate.status is not Status.WITHDRAWN

    @property
    def is_head(self) -> bool:
        """Whether this is an expected head of delegation."""
        return self.expected and self.delegate.capacity is Capacity.HEAD

    def absent(self, day: int) -> bool:
        """Whether expected and not seen on the reported day of this index."""
        return self.expected and self.seen[day] is None


@dataclass(frozen=True, slots=True)
class Delegation:
    """A delegation and its people, head first; `name` is "" for people who have none."""

    name: str
    country: str | None
    people: tuple[Person, ...]

    @property
    def expected(self) -> int:
        """How many people are expected of it."""
        return sum(person.expected for person in self.people)

    @property
    def counted(self) -> bool:
        """Whether it counts as a delegation: it has a name, and somebody is expected."""
        return bool(self.name and self.expected)

    def present(self, day: int) -> int:
        """How many of the expected came on the reported day of this index."""
        return self.expected - len(self.absentees(day))

    def absentees(self, day: int) -> tuple[Person, ...]:
        """Who of the expected did not come on the reported day of this index."""
        return tuple(person for person in self.people if person.absent(day))

    def standing(self, day: int) -> Standing:
        """How much of it came on the reported day of this index."""
        expected, present = self.expected, self.present(day)
        if not expected:
            return Standing.WITHDRAWN
        if not present:
            return Standing.ABSENT
        if present == expected:
            return Standing.COMPLETE
        heads = [person for person in self.people if person.is_head]
        headless = heads and all(head.absent(day) for head in heads)
        return Standing.HEAD_ABSENT if headless else Standing.PARTIAL


@dataclass(frozen=True, slots=True)
class Quarter:
    """How many of the expected arrived in the 15 minutes from `start` (the meeting's clocks)."""

    start: time
    count: int


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures of one day.

    `withdrawn_arrived` and `provisional` (badges that arrived without a person on the list)
    stand beside the other figures and are in none of them.
    """

    day: date
    expected: int
    arrived: int
    missing: int
    heads_missing: int
    delegations: int
    complete: int
    partial: int
    head_absent: int
    absent: int
    withdrawn: int
    withdrawn_arrived: int
    provisional: int
    other_dates: int
    quarters: tuple[Quarter, ...]

    @property
    def percent(self) -> int:
        """Arrived in percent of expected; 100 and 0 only when it is all and nobody."""
        return percent(self.arrived, self.expected)


@dataclass(frozen=True, slots=True)
class Attendance:
    """The report: `days` as asked for, delegations in the order of their shown names.

    `strangers` are the badges without a person that arrived on any of the days.
    """

    meeting: Meeting
    days: tuple[date, ...]
    delegations: tuple[Delegation, ...]
    totals: tuple[Totals, ...]
    strangers: int = 0

    @property
    def listed(self) -> int:
        """How many people are on the list, withdrawn ones too."""
        return sum(len(delegation.people) for delegation in self.delegations)


def attendance(
    meeting: Meeting,
    delegates: Iterable[Delegate],
    arrivals: Iterable[Arrival],
    days: Sequence[date],
    shown: Callable[[Delegate], str],
) -> Attendance:
    """Who came on `days`; `shown` names a delegation in the language of the report.

    The order in which delegates and arrivals are given does not matter.
    """
    listed = tuple(delegates)
    firsts = _firsts(arrivals)
    people = [
        (shown(delegate), Person(delegate, _seen(meeting, delegate.id, days, firsts)))
        for delegate in listed
    ]
    delegations = _delegations(people)
    known = {delegate.id for delegate in listed}
    asked = set(days)
    strangers = [key for key in firsts if key[0] not in known and key[1] in asked]
    came = [day for _, day in strangers]
    totals = tuple(
        _totals(index, day, delegations, came.count(day)) for index, day in enumerate(days)
    )
    unknown = len({token for token, _ in strangers})
    return Attendance(meeting, tuple(days), delegations, totals, unknown)


def on_any_day(whole: Attendance) -> Attendance:
    """The same as one day, on which everybody came who came on any of the days.

    It is dated the first of them, and has no quarter-hours.
    """
    merged = tuple(replace(one, people=tuple(map(_once, one.people))) for one in whole.delegations)
    totals = _totals(0, whole.days[0], merged, whole.strangers)
    return Attendance(
        whole.meeting,
        whole.days[:1],
        merged,
        (replace(totals, other_dates=0, quarters=()),),
        whole.strangers,
    )


def _once(person: Person) -> Person:
    first = next((seen for seen in person.seen if seen), None)
    return replace(person, seen=(first,))


def _firsts(arrivals: Iterable[Arrival]) -> dict[tuple[str, date], Arrival]:
    """The arrival that counts, by day and by person (by token where nobody is known)."""
    groups: dict[tuple[str, date], list[Arrival]] = defaultdict(list)
    for arrival in arrivals:
        groups[arrival.delegate_id or arrival.token, arrival.day].append(arrival)
    firsts = ((key, first_standing(tuple(group))) for key, group in groups.items())
    return {key: first for key, first in firsts if first}


def _seen(
    meeting: Meeting, delegate_id: str, days: Iterable[date], firsts: _Firsts
) -> tuple[Seen | None, ...]:
    found = [firsts.get((delegate_id, day)) for day in days]
    return tuple(_seen_at(meeting, one) if one else None for one in found)


def _seen_at(meeting: Meeting, one: Arrival) -> Seen:
    entered = meeting.local(one.entered_at) if one.from_paper else None
    return Seen(meeting.local(one.at), one.desk, entered)


def _delegations(people: Iterable[tuple[str, Person]]) -> tuple[Delegation, ...]:
    """People grouped by their delegation's folded name; those without one come last."""
    groups: dict[str, list[tuple[str, Person]]] = defaultdict(list)
    for name, person in people:
        groups[fold(name) or name.strip()].append((name.strip(), person))
    order = sorted(groups, key=lambda key: (not key, key))
    return tuple(_delegation(groups[key]) for key in order)


def _delegation(group: Sequence[tuple[str, Person]]) -> Delegation:
    people = tuple(sorted((person for _, person in group), key=_head_first))
    countries = {person.delegate.country for person in people} - {None}
    country = next(iter(countries)) if len(countries) == 1 else None
    return Delegation(max(name for name, _ in group), country, people)


def _head_first(person: Person) -> tuple[int, str, str]:
    delegate = person.delegate
    return delegate.capacity.rank, fold(delegate.name), delegate.id


def _totals(index: int, day: date, delegations: Sequence[Delegation], strangers: int) -> Totals:
    people = [person for delegation in delegations for person in delegation.people]
    expected = [person for person in people if person.expected]
    withdrawn = [person for person in people if not person.expected]
    arrivals = [seen for person in expected if (seen := person.seen[index])]
    dated = [seen.at for seen in arrivals if seen.at.date() == day]
    standings = [delegation.standing(index) for delegation in delegations if delegation.counted]
    return Totals(
        day=day,
        expected=len(expected),
        arrived=len(arrivals),
        missing=len(expected) - len(arrivals),
        heads_missing=sum(person.is_head and person.absent(index) for person in expected),
        delegations=len(standings),
        complete=standings.count(Standing.COMPLETE),
        partial=standings.count(Standing.PARTIAL),
        head_absent=standings.count(Standing.HEAD_ABSENT),
        absent=standings.count(Standing.ABSENT),
        withdrawn=len(withdrawn),
        withdrawn_arrived=sum(person.seen[index] is not None for person in withdrawn),
        provisional=strangers,
        other_dates=len(arrivals) - len(dated),
        quarters=_quarters(dated),
    )


def _quarters(instants: Iterable[datetime]) -> tuple[Quarter, ...]:
    """Every quarter-hour from the first arrival to the last, empty ones too."""
    counts: dict[int, int] = defaultdict(int)
    for at in instants:
        counts[at.hour * 4 + at.minute // 15] += 1
    if not counts:
        return ()
    span = range(min(counts), max(counts) + 1)
    return tuple(Quarter(time(number // 4, number % 4 * 15), counts[number]) for number in span)
