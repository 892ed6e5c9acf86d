"""What every page is given: the services, who works here, the words and the look."""

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from checkin.bootstrap import Services
from checkin.domain.meeting import Meeting
from checkin.domain.operator import Operator
from checkin.domain.refused import Refused
from checkin.domain.wording import Wording
from checkin.gui.look.theme import Theme
from checkin.gui.preferences import Preferences
from checkin.gui.seat import Seat
from checkin.gui.switchboard import Switchboard


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk at work on one open meeting file."""

    services: Services
    seat: Seat
    wording: Wording
    theme: Theme
    switchboard: Switchboard = field(default_factory=Switchboard)
    preferences: Preferences = field(default_factory=Preferences)

    @property
    def operator(self) -> Operator:
        """Who sits here now; to be asked for at the moment when something is done."""
        return self.seat.operator

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands now."""
        return self.services.meeting

    def now(self) -> datetime:
        """This moment as the clocks at the meeting's place show it."""
        return self.meeting.local(self.services.clock())

    def sentence(self, refused: Refused) -> str:
        """A refusal in words: what happened, was it recorded, what to do."""
        return refusal_sentence(refused, self.wording)


def refusal_sentence(refused: Refused, wording: Wording) -> str:
    """A refusal in the words of a language."""
    return wording.tell(f"refused.{refused.code}", **wording.own(refused.facts))


def window_title(desk: Desk) -> str:
    """What the system calls the window: a rehearsal is told apart there too."""
    title = desk.meeting.title(desk.wording.language)
    if not desk.services.rehearsal:
        return title
    return QCoreApplication.translate("Desk", "REHEARSAL: {title}").format(title=title)
