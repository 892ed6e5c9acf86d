"""The columns of the table: their names and widths, what they say, and how they are sorted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from checkin.domain.dates import short_day
from checkin.domain.meeting import Meeting
from checkin.domain.roll import BadgeState, RollRow
from checkin.domain.text import fold
from checkin.domain.wording import Wording

SortKey = str | int
_LAST = "\U0010ffff"  # whoever has nothing in a column stands at its end
_BADGES = {state: place for place, state in enumerate(BadgeState)}
NAME, DELEGATION, CAPACITY, FUNCTION, GROUP, BADGE = (
    *("name", "delegation", "capacity", "function", "group", "badge"),
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `day` is the place of its meeting day, or -1."""

    key: str
    title: str
    width: int
    least: int
    sort: Callable[[RollRow], SortKey]
    day: int = -1


def columns_of(meeting: Meeting, wording: Wording) -> tuple[Column, ...]:
    """The columns for the days of a meeting."""
    say = QCoreApplication.translate
    before = (
        Column(NAME, say("Delegates", "Name"), 262, 190, name_key),
        Column(DELEGATION, say("Delegates", "Delegation"), 156, 104, _delegation),
        Column(CAPACITY, say("Delegates", "Capacity"), 176, 50, _capacity),
        Column(FUNCTION, say("Delegates", "Function"), 230, 60, _function),
        Column(GROUP, say("Delegates", "Group"), 68, 66, _group),
    )
    days = tuple(
        Column(day_key(place), short_day(day, wording), 96, 84, _day(place), place)
        for place, day in enumerate(meeting.days)
    )
    return (*before, *days, Column(BADGE, say("Delegates", "Badge"), 118, 100, _badge))


def day_key(place: int) -> str:
    """The key of the column, and of the choice, of one meeting day."""
    return f"day{place}"


def name_key(row: RollRow) -> str:
    """By family name, then by given names."""
    return f"{fold(row.delegate.family_name)}\0{fold(row.delegate.given_names)}"


def _delegation(row: RollRow) -> SortKey:
    return fold(row.delegation.name) or _LAST


def _capacity(row: RollRow) -> SortKey:
    return row.delegate.capacity.rank


def _function(row: RollRow) -> SortKey:
    return fold(row.delegate.function) or _LAST


def _group(row: RollRow) -> SortKey:
    return fold(row.delegate.working_group) or _LAST


def _day(place: int) -> Callable[[RollRow], SortKey]:
    def key(row: RollRow) -> SortKey:
        return _instant(row.arrivals[place])

    return key


def _instant(at: datetime | None) -> str:
    return at.isoformat() if at else _LAST


def _badge(row: RollRow) -> SortKey:
    return _BADGES[row.badge]
