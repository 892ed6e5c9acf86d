"""Finding people at the desk, with all that a row of the list shows, by key reads alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from checkin.domain.arrival import MAIN_POINT, first_standing
from checkin.domain.badge import begun_number
from checkin.domain.delegate import Delegate, Status
from checkin.domain.meeting import Session
from checkin.domain.operator import Action, Operator
from checkin.domain.scan import Number, read
from checkin.domain.search import Found, ranked, same_name
from checkin.domain.text import fold, words
from checkin.services.search.following import SearchedPeople
from checkin.store.meeting_file import MeetingFile

if TYPE_CHECKING:
    from checkin.domain.attendance import Attendance
    from checkin.services.search.index import PeopleIndex

LEAST_LETTERS = 2
_LONGEST_QUERY = 200  # letters; nobody types more, and SQLite joins no more than 500 words
_MOST_NUMBERS = 100


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody found: the number of the valid badge ("" without one), when he or she arrived

    on each day of the meeting (None: not), and whether somebody else is called the same.
    """

    delegate: Delegate
    number: str
    days: tuple[datetime | None, ...]
    homonym: bool


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """The best of those found, of how many, and the words that were searched for (folded)."""

    people: tuple[FoundPerson, ...] = ()
    total: int = 0
    typed: tuple[str, ...] = ()
    enough: bool = True


class Finding:
    """Who is meant, and who of a delegation is there."""

    def __init__(self, file: MeetingFile, searched: SearchedPeople) -> None:
        self._file, self._searched = file, searched

    def people(self, text: str, operator: Operator, limit: int) -> FoundPeople:
        """Who is meant by words of name, delegation, organisation, function, or badge number.

        Only beginnings are found as long as the index is being made.
        """
        operator.require(Action.SEARCH)
        typed = words(text[:_LONGEST_QUERY])
        if sum(map(len, typed)) < LEAST_LETTERS:
            return FoundPeople(typed=typed, enough=False)
        index = self._searched.at_hand()
        found, total = find(self._file, index, text, limit, all_numbers=True)
        people = self._people([one.delegate for one in found], index)
        return FoundPeople(people, total, typed)

    def called(self, typed: Delegate, operator: Operator) -> tuple[FoundPerson, ...]:
        """Everybody who is called the same, in whatever order the name was typed.

        Those who are expected come first, then those who were withdrawn.
        """
        operator.require(Action.SEARCH)
        index = self._searched.at_hand()
        alike = [one for one in self._alike(typed, index) if same_name(one, typed)]
        return self._people(sorted(alike, key=_is_listed, reverse=True), index)

    def came(self, delegate: Delegate, day: date) -> datetime | None:
        """When somebody arrived on a day, by the clocks of the meeting's place."""
        first = first_standing(tuple(self._file.arrivals.of(delegate.id, [day])))
        return self._file.meeting.local(first.at) if first else None

    def knows_delegation(self, text: str) -> bool:
        """Whether somebody on the list is of a delegation written so."""
        near = self._file.delegates.with_words(text[:_LONGEST_QUERY])
        return any(fold(one.delegation) == fold(text) for one in near)

    def number(self, delegate: Delegate, operator: Operator) -> str:
        """The number of somebody's valid badge, "" without one."""
        operator.require(Action.SEARCH)
        held = self._file.badges.valid_of(delegate.id)
        return held.badge.number if held else ""

    def delegation_of(
        self, delegate: Delegate, day: date, at: Session | None = None
    ) -> "Attendance | None":
        """The delegation of somebody on a meeting day; None for a person without one.

        At a session: those of it who are expected there, and who of them came to it.
        """
        from checkin.domain.attendance import attendance  # not needed at the start

        key = fold(delegate.delegation)
        if not key:
            return None
        near = self._file.delegates.with_words(delegate.delegation[:_LONGEST_QUERY])
        people = [one for one in near if fold(one.delegation) == key]
        if at:
            people = [one for one in people if at.expects(one.working_group)]
        arrivals = [
            replace(seen, point=MAIN_POINT)
            for one in people
            for seen in self._file.arrivals.of(one.id, [day], at.id if at else MAIN_POINT)
        ]
        return attendance(self._file.meeting, people, arrivals, [day], _as_listed)

    def _people(
        self, found: Sequence[Delegate], index: "PeopleIndex | None"
    ) -> tuple[FoundPerson, ...]:
        ids = [one.id for one in found]
        held = sorted(self._file.badges.of_people(ids), key=lambda badge: badge.issued_at)
        numbers = {badge.delegate_id: badge.number for badge in held if badge.valid}
        arrived = self._file.arrivals.arrived(ids)
        never: tuple[datetime | None, ...] = (None,) * len(self._file.meeting.days)
        return tuple(
            FoundPerson(
                one,
                numbers.get(one.id, ""),
                self._days(one) if one.id in arrived else never,
                self._has_homonym(one, index),
            )
            for one in found
        )

    def _has_homonym(self, delegate: Delegate, index: "PeopleIndex | None") -> bool:
        alike = self._alike(delegate, index)
        return any(_is_listed(one) and same_name(one, delegate) for one in alike)

    def _alike(self, delegate: Delegate, index: "PeopleIndex | None") -> list[Delegate]:
        """Those who may be called the same."""
        people = self._file.delegates
        if index is None:
            return people.with_words(delegate.name[:_LONGEST_QUERY])
        others = index.called_like(delegate)
        return people.of(others) if others else []

    def _days(self, delegate: Delegate) -> tuple[datetime | None, ...]:
        meeting = self._file.meeting
        arrivals = self._file.arrivals.of(delegate.id, meeting.days)
        firsts = (
            first_standing(tuple(a for a in arrivals if a.day == day)) for day in meeting.days
        )
        return tuple(meeting.local(first.at) if first else None for first in firsts)


def find(
    file: MeetingFile,
    index: "PeopleIndex | None",
    text: str,
    limit: int,
    all_numbers: bool = False,
) -> tuple[list[Found], int]:
    """The people found, best first, and how many there are; a whole number finds its holder.

    With `all_numbers` those follow whose numbers only begin so. Without an index only
    beginnings of words are found.
    """
    text = text[:_LONGEST_QUERY]
    number = read(text)
    held = file.badges.by_number(number.number) if isinstance(number, Number) else None
    holder = held.holder if held else None
    exact = [holder] if holder and holder.status is not Status.TAKEN_BACK else []
    if exact and not all_numbers:
        return [Found(one, 1.0) for one in exact], 1
    numbered = _numbered(file, text) if all_numbers else []
    firsts = [Found(one, 1.0) for one in exact] + [Found(one, 0.5) for one in numbered]
    rest, total = _meant(file, index, text, limit)
    found = _each_once([*firsts, *rest])
    return found[:limit], total + len(found) - len(rest)


def _meant(
    file: MeetingFile, index: "PeopleIndex | None", text: str, limit: int
) -> tuple[list[Found], int]:
    if index is None:
        people = file.delegates.with_words(text)
        return ranked(text, people, limit), len(people)
    best, total = index.search(text, limit)
    known = {one.id: one for one in file.delegates.of([person for person, _ in best])}
    return [Found(known[person], score) for person, score in best if person in known], total


def _numbered(file: MeetingFile, text: str) -> list[Delegate]:
    begun = begun_number(text)
    held = file.badges.numbered(begun, _MOST_NUMBERS) if begun else []
    return [one.holder for one in held if one.holder]


def _each_once(found: Sequence[Found]) -> list[Found]:
    seen: dict[str, Found] = {}
    for one in found:
        seen.setdefault(one.delegate.id, one)
    return list(seen.values())


def _is_listed(delegate: Delegate) -> bool:
    return delegate.status is Status.LISTED


def _as_listed(delegate: Delegate) -> str:
    return delegate.delegation
