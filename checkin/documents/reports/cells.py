"""What spreadsheets say of an attendance, as tables of plain values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from checkin.documents.reports.context import entered_words, standing_word
from checkin.domain.attendance import Attendance, Delegation, Person
from checkin.domain.dates import short_day
from checkin.domain.text import clean
from checkin.domain.wording import Wording

Value = str | int | float | date | time | datetime

PERSON_KEYS = (
    "reference",
    "family_name",
    "given_names",
    "name_in_script",
    "function",
    "organisation",
    "delegation",
    "country",
    "capacity",
)
_DELEGATION_KEYS = ("day", "delegation", "country", "expected", "arrived", "missing", "share")
_WIDTHS = {
    "family_name": 28.0,
    "given_names": 24.0,
    "name_in_script": 24.0,
    "function": 44.0,
    "organisation": 36.0,
    "delegation": 34.0,
    "capacity": 20.0,
    "state": 24.0,
    "remark": 30.0,
}
_WIDTH = 12.0
_WITH_DATE = 18.0


@dataclass(frozen=True, slots=True)
class Table:
    """A title, columns with their widths in letters, rows, and rows of totals under them."""

    title: str
    columns: tuple[tuple[str, float], ...]
    rows: Sequence[Sequence[Value]]
    totals: Sequence[Sequence[Value]] = ()


def people(attendance: Attendance, wording: Wording) -> Table:
    """A row for each person; for each day a time or the word for absent, and the desk.

    A time of another date than the day stands with its date.
    """
    columns = _columns((*PERSON_KEYS, "state"), wording)
    marked = tuple(any_from_paper(attendance, day) for day in range(len(attendance.days)))
    for index, day in enumerate(attendance.days):
        times = [seen for _, one in everybody(attendance) if (seen := one.seen[index])]
        dated = any(seen.at.date() != day for seen in times)
        for key, width in (("arrived_at", _WITH_DATE if dated else _WIDTH), ("desk", _WIDTH)):
            head = f"{short_day(day, wording)}: {wording.say(f'column.{key}')}"
            columns.append((head, width))
        if marked[index]:
            head = f"{short_day(day, wording)}: {wording.say('column.remark')}"
            columns.append((head, _WIDTHS["remark"]))
    rows = [
        (
            *person_texts(person, delegation, wording),
            *_seen(person, attendance.days, marked, wording),
        )
        for delegation, person in everybody(attendance)
    ]
    return Table(wording.say("sheet.people"), tuple(columns), rows)


def delegations(attendance: Attendance, wording: Wording) -> Table:
    """A row for each day and delegation; the totals of every day under them."""
    columns = tuple(_columns((*_DELEGATION_KEYS, "state"), wording))
    rows = [
        _standing(delegation, index, day, wording)
        for index, day in enumerate(attendance.days)
        for delegation in attendance.delegations
    ]
    word = wording.say("attendance.total")
    totals = [_figures(day.day, word, "", day.expected, day.arrived) for day in attendance.totals]
    return Table(wording.say("sheet.delegations"), columns, rows, totals)


def absentees(attendance: Attendance, wording: Wording) -> Table:
    """A row for each day and each person who was expected and did not come."""
    columns = tuple(_columns(("day", *PERSON_KEYS), wording))
    rows: list[tuple[Value, ...]] = [
        (day, *person_texts(person, delegation, wording))
        for index, day in enumerate(attendance.days)
        for delegation in attendance.delegations
        for person in delegation.absentees(index)
    ]
    return Table(wording.say("sheet.absentees"), columns, rows)


def everybody(attendance: Attendance) -> Iterator[tuple[Delegation, Person]]:
    """Everybody on the list with the delegation, in the order of the report."""
    return ((one, person) for one in attendance.delegations for person in one.people)


def person_texts(person: Person, delegation: Delegation, wording: Wording) -> tuple[str, ...]:
    """The texts of a person, in the order of `PERSON_KEYS`."""
    delegate = person.delegate
    texts = (
        *(delegate.reference, delegate.family_name, delegate.given_names),
        *(delegate.name_in_script, delegate.function, delegate.organisation),
        *(delegation.name, delegate.country or ""),
        wording.say(f"capacity.{delegate.capacity.value}"),
    )
    return tuple(map(clean, texts))


def any_from_paper(attendance: Attendance, day: int) -> bool:
    """Whether an arrival of that day was typed in from paper: only then a column says so."""
    arrivals = (person.seen[day] for _, person in everybody(attendance))
    return any(seen and seen.entered_at for seen in arrivals)


def _seen(
    person: Person, days: Sequence[date], marked: Sequence[bool], wording: Wording
) -> Iterator[Value]:
    """Whether withdrawn, then time and desk of each day, and where it is `marked` a remark."""
    yield "" if person.expected else wording.say("attendance.withdrawn_person")
    for index, (day, seen) in enumerate(zip(days, person.seen, strict=True)):
        if seen:
            at = seen.at.replace(microsecond=0, tzinfo=None)
            yield at.time() if at.date() == day else at
            yield clean(seen.desk)
        else:
            yield wording.say("attendance.absent") if person.expected else ""
            yield ""
        if marked[index]:
            yield entered_words(seen, wording)


def _standing(delegation: Delegation, index: int, day: date, wording: Wording) -> tuple[Value, ...]:
    name, country = clean(_name(delegation, wording)), delegation.country or ""
    figures = _figures(day, name, country, delegation.expected, delegation.present(index))
    return (*figures, standing_word(delegation.standing(index), wording))


def _figures(day: date, name: str, country: str, expected: int, arrived: int) -> tuple[Value, ...]:
    share = arrived / expected if expected else ""
    return (day, name, country, expected, arrived, expected - arrived, share)


def _name(delegation: Delegation, wording: Wording) -> str:
    return delegation.name or wording.say("attendance.no_delegation")


def _columns(keys: Sequence[str], wording: Wording) -> list[tuple[str, float]]:
    return [(wording.say(f"column.{key}"), _WIDTHS.get(key, _WIDTH)) for key in keys]
