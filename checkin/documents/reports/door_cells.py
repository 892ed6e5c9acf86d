"""The door list as a table for spreadsheets: a row for each person and day."""

from collections.abc import Iterator, Sequence
from datetime import date

from checkin.documents.reports.cells import PERSON_KEYS, Table, Value, person_texts
from checkin.domain.attendance import Delegation, Person
from checkin.domain.door import DoorList, a_to_z
from checkin.domain.text import clean
from checkin.domain.wording import Wording

_DAY_KEYS = ("day", "badge", "state", "tick", "arrived_at")
_TO_TICK, _TICKED = "☐", "☑"
_WIDTHS = {"family_name": 28.0, "given_names": 24.0, "name_in_script": 24.0, "function": 44.0}
_WIDTH = 14.0


def table(door: DoorList, wording: Wording) -> Table:
    """It begins with the columns of our other reports, so that it can be taken in as a list."""
    columns = tuple(
        (wording.say(f"column.{key}"), _WIDTHS.get(key, _WIDTH))
        for key in (*PERSON_KEYS, *_DAY_KEYS)
    )
    return Table(wording.say("sheet.people"), columns, list(_rows(door, wording)))


def _rows(door: DoorList, wording: Wording) -> Iterator[Sequence[Value]]:
    for index, day in enumerate(door.days):
        for delegation in door.attendance.delegations:
            for person in a_to_z(delegation):
                yield _row(door, (index, day), delegation, person, wording)


def _row(
    door: DoorList, on: tuple[int, date], delegation: Delegation, person: Person, wording: Wording
) -> Sequence[Value]:
    index, day = on
    texts = person_texts(person, delegation, wording)
    number, seen = clean(door.number(person)), person.seen[index]
    at = seen.at.time().replace(second=0, microsecond=0) if seen else ""
    if not person.expected:
        return (*texts, day, number, wording.say("attendance.withdrawn_person"), "", at)
    return (*texts, day, number, "", _TICKED if seen else _TO_TICK, at)
