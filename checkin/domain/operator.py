"""Who acts, and which role may do what."""

from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.refused import Refused
from checkin.domain.text import clean

UNNAMED = frozenset({"desk", "command line", "tour"})
"""What stands in the journal where nobody said who sits there."""
LONGEST_NAME = 60  # letters; more is no name, and would leave no room for anything else


class Role(StrEnum):
    """reception, logistics or organiser; until roles are switched on everybody is organiser."""

    RECEPTION = "reception"
    LOGISTICS = "logistics"
    ORGANISER = "organiser"


class Action(StrEnum):
    """What a service does for somebody; RECEIVE is for people who come otherwise than listed."""

    SCAN = "scan"
    UNDO = "undo"
    SEARCH = "search"
    RECEIVE = "receive"
    IMPORT = "import"
    PRINT_BADGES = "print_badges"
    LIST_TOKENS = "list_tokens"
    LIST_DELEGATES = "list_delegates"
    EDIT_DELEGATES = "edit_delegates"
    EDIT_MEETING = "edit_meeting"
    REPORT = "report"
    CHECK = "check"
    REBUILD = "rebuild"
    BACK_UP = "back_up"


_DESK = frozenset({Action.SCAN, Action.UNDO, Action.SEARCH, Action.RECEIVE, Action.CHECK})
ALLOWED = {
    Role.RECEPTION: _DESK,
    Role.LOGISTICS: _DESK | {Action.PRINT_BADGES, Action.LIST_DELEGATES},
    Role.ORGANISER: frozenset(Action),
}


@dataclass(frozen=True, slots=True)
class Operator:
    """The person at the desk; the name goes into the journal with every fact."""

    name: str
    role: Role = Role.ORGANISER

    @property
    def person(self) -> str:
        """The name of somebody who said who he or she is; "" while nobody did."""
        return "" if self.name in UNNAMED else self.name

    def require(self, action: Action) -> None:
        """Raises Refused("not_allowed") where the role may not do this."""
        if action not in ALLOWED[self.role]:
            raise Refused("not_allowed", role=self.role.value)


def named(text: str, before: Operator) -> Operator | None:
    """Whoever takes over from somebody, with the same role; None where the text is no name."""
    name = clean(text)
    if not any(map(str.isalpha, name)) or len(name) > LONGEST_NAME:
        return None
    return Operator(name, before.role)
