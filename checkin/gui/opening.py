"""How a meeting file comes to be open here: opened, made, or made as the sample."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from checkin.domain.clock import Clock
from checkin.domain.operator import Operator

if TYPE_CHECKING:
    from checkin.bootstrap import Services

OPERATOR = Operator("desk")


def sample_place() -> Path:
    """Where this user's own sample stands."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(where, "checkin-desk", "sample.checkin")


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """What was typed on the page of a new meeting."""

    path: Path
    name: str = ""
    place: str = ""
    zone: str = ""
    days: Sequence[date] = ()
    passphrase: str | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """The clock, the name of the desk, the passphrase it was started with, the sample's place.

    What a meeting file needs is loaded with the first one.
    """

    clock: Clock
    desk: str = ""
    passphrase: str | None = None
    sample: Path = field(default_factory=sample_place)

    def open(self, path: Path, passphrase: str | None, upgrade: bool) -> "Services":
        """Opens a meeting file; raises Refused."""
        from checkin.bootstrap import open_meeting

        return open_meeting(path, self.clock_of(path), self.desk, passphrase, upgrade)

    def clock_of(self, path: Path) -> Clock:
        """The sample's own days are long over: its clock begins on the first of them."""
        if path.absolute() != self.sample.absolute():
            return self.clock
        from checkin.bootstrap import clock_from
        from checkin.services.sample import DAYS, OPENS_AT

        return self.clock if self.clock().date() in DAYS else clock_from(OPENS_AT)

    def make(self, draft: NewMeeting) -> None:
        """Makes a meeting file; raises Refused."""
        from checkin.services.care import checked_passphrase, make_meeting

        what = draft.name, draft.place, draft.zone, draft.days
        secret = checked_passphrase(draft.passphrase)
        make_meeting(draft.path, *what, OPERATOR, self.clock, secret)

    def make_sample(self) -> None:
        """Makes the sample; raises Refused."""
        from checkin.services.sample import make_sample

        make_sample(self.sample, OPERATOR, self.clock_of(self.sample))
