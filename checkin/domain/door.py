"""The list at the door, for the day on which nothing works but a pencil."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from checkin.domain.attendance import Attendance, Delegation, Person
from checkin.domain.text import fold


@dataclass(frozen=True, slots=True)
class DoorList:
    """Everybody to be ticked on some days; `numbers` of their valid badges, by delegate."""

    attendance: Attendance
    numbers: Mapping[str, str]

    @property
    def days(self) -> tuple[date, ...]:
        """The days it is for, each with a list of its own."""
        return self.attendance.days

    @property
    def listed(self) -> int:
        """How many people stand on it, withdrawn ones too."""
        return self.attendance.listed

    def number(self, person: Person) -> str:
        """The badge number to be typed afterwards, "" where there is none."""
        return self.numbers.get(person.delegate.id, "")


def a_to_z(delegation: Delegation) -> tuple[Person, ...]:
    """The people of a delegation as somebody looks for them who has heard a name."""
    return tuple(sorted(delegation.people, key=_by_name))


def _by_name(person: Person) -> tuple[str, str]:
    return fold(person.delegate.name), person.delegate.id
