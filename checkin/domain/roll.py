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
    HANDED_OVER = "handed_over"
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
    yet". `number` is that of the valid badge, else of the newest: `held`.
    """

    delegate: Delegate
    delegation: DelegationName
    number: str
    badge: BadgeState
    arrivals: tuple[datetime | None, ...]
    held: Badge | None = None

    @property
    def id(self) -> str:
        """The delegate's id."""
        return self.delegate.id

    @property
    def withdrawn(self) -> bool:
        """Whether the person was taken off the list."""
        return self.delegate.status is Status.WITHDRAWN


def last_badge(badges: Iterable[Badge]) -> Badge | None:
    """What somebody holds: the newest valid badge, else the newest; a badge for a day is none."""
    lasting = (badge for badge in badges if badge.kind is not BadgeKind.DAY)
    return max(lasting, key=lambda badge: (badge.valid, badge.issued_at), default=None)


def held_badge(badges: Iterable[Badge]) -> tuple[str, BadgeState]:
    """(number, state) of what somebody holds.

    That something on it is no longer true goes before that it was given out.
    """
    last = last_badge(badges)
    if last is None:
        return "", BadgeState.NOT_PRINTED
    if not last.valid:
        return last.number, BadgeState.VOIDED
    if last.printed_at and last.outdated:
        return last.number, BadgeState.CHANGED
    if last.handed_over_at:
        return last.number, BadgeState.HANDED_OVER
    return last.number, BadgeState.PRINTED if last.printed_at else BadgeState.NOT_PRINTED
