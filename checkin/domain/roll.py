"""The roll: everybody on the list with what the organisers look for in one line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from checkin.domain.badge import Badge, BadgeKind
from checkin.domain.delegate import Delegate, Status


class BadgeState(StrEnum):
    """How far somebody's badge is; CHANGED when what is printed on it is no longer true."""

    PRINTED = "printed"
    CHANGED = "changed"
    NOT_PRINTED = "not_printed"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class DelegationName:
    """A delegation as it is shown: its name in a language, its code or "" for none."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class RollRow:
    """One line: who, of which delegation, with which badge, and the first arrival of each day.

    `arrivals` stand in the order of the meeting's days, as its clocks show them; None is "not
    yet". `number` is that of the valid badge, else of the newest.
    """

    delegate: Delegate
    delegation: DelegationName
    number: str
    badge: BadgeState
    arrivals: tuple[datetime | None, ...]

    @property
    def id(self) -> str:
        """The delegate's id."""
        return self.delegate.id

    @property
    def withdrawn(self) -> bool:
        """Whether the person was taken off the list."""
        return self.delegate.status is Status.WITHDRAWN


def held_badge(badges: Iterable[Badge]) -> tuple[str, BadgeState]:
    """(number, state) of what somebody holds: the newest valid badge, else the newest.

    A badge for one day does not count.
    """
    lasting = (badge for badge in badges if badge.kind is not BadgeKind.DAY)
    last = max(lasting, key=lambda badge: (badge.valid, badge.issued_at), default=None)
    if last is None:
        return "", BadgeState.NOT_PRINTED
    if not last.valid:
        return last.number, BadgeState.VOIDED
    if not last.printed_at:
        return last.number, BadgeState.NOT_PRINTED
    return last.number, BadgeState.CHANGED if last.outdated else BadgeState.PRINTED
