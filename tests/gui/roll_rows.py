"""Rows of invented people for the table, without a file."""

from datetime import datetime

from checkin.domain.delegate import Capacity, Delegate, Status
from checkin.domain.meeting import Meeting
from checkin.domain.roll import BadgeState, DelegationName, RollRow
from checkin.gui.delegates.cells import cell_words
from checkin.gui.delegates.columns import Column, columns_of
from checkin.gui.delegates.model import DelegatesModel
from checkin.services.words import wording
from tests.people import MEETING_DAYS

MEETING = Meeting("m", {"en": "Borders"}, "Madrid", "Europe/Madrid", MEETING_DAYS)
NINE = datetime.fromisoformat("2022-07-05T09:04:00+02:00")
FIELDS = ("function", "working_group", "organisation", "reference", "name_in_script")


def row(
    name: str, given: str = "", delegation: str = "Morocco MA", number: str = "", **more: object
) -> RollRow:
    """One row; `more` are the fields of a delegate, and `badge`, `days`."""
    country, _, code = delegation.rpartition(" ")
    person = Delegate(
        id=name,
        family_name=name,
        given_names=given,
        delegation=country,
        capacity=Capacity(more.get("capacity", "delegate")),
        status=Status(more.get("status", "listed")),
        provisional=bool(more.get("provisional")),
        **{field: str(more.get(field, "")) for field in FIELDS},
    )
    badge = BadgeState(more.get("badge", "not_printed"))
    days = more.get("days", (None, None))
    return RollRow(person, DelegationName(country, code), number, badge, days)  # type: ignore[arg-type]


def columns() -> tuple[Column, ...]:
    """The columns of that meeting."""
    return columns_of(MEETING, wording("en"))


def model(*rows: RollRow) -> DelegatesModel:
    """A model with these rows."""
    made = DelegatesModel(cell_words(wording("en")))
    made.show(rows, columns())
    return made


def names(shown: DelegatesModel) -> list[str]:
    """The family names from top to bottom."""
    rows = (shown.row_at(line) for line in range(shown.rowCount()))
    return [one.delegate.family_name for one in rows if one]
