"""Which badges can be printed, and what stands on them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checkin.domain.badge import UNRESOLVED_PREFIX, Badge, BadgeKind
from checkin.domain.badge_face import BadgeFace
from checkin.domain.dates import short_day
from checkin.domain.delegate import Delegate, Status
from checkin.domain.wording import Wording
from checkin.store.badges import HeldBadge


class BadgeStanding(StrEnum):
    """unprinted, outdated (what is on paper has changed since), or printed."""

    UNPRINTED = "unprinted"
    OUTDATED = "outdated"
    PRINTED = "printed"


@dataclass(frozen=True, slots=True)
class BadgeLine:
    """A badge that can be printed, as a list shows it; `delegation` in the language asked for."""

    token: str
    number: str
    delegate_id: str
    family_name: str
    given_names: str
    delegation: str
    standing: BadgeStanding


def printable(held: HeldBadge) -> bool:
    """Whether it lets somebody in who is expected, or may become somebody's."""
    holder = held.holder
    if holder is None:
        return held.badge.is_free_spare
    return holder.status is Status.LISTED and held.badge.valid


def asked_for(held: HeldBadge) -> bool:
    """Whether it is printed only where it is asked for one by one: spare, or for a day."""
    return held.holder is None or held.badge.kind is BadgeKind.DAY


def line(badge: Badge, holder: Delegate, delegation: str) -> BadgeLine:
    """A badge in one line."""
    standing = BadgeStanding.PRINTED if badge.printed_at else BadgeStanding.UNPRINTED
    return BadgeLine(
        token=badge.token,
        number=badge.number,
        delegate_id=holder.id,
        family_name=holder.family_name,
        given_names=holder.given_names or (holder.name_in_script if not holder.family_name else ""),
        delegation=delegation,
        standing=BadgeStanding.OUTDATED if badge.outdated else standing,
    )


def face(held: HeldBadge, wording: Wording) -> BadgeFace:
    """All that is printed on a badge."""
    from checkin.documents.countries import shown

    badge, holder = held.badge, held.holder
    if holder is None:
        return spare_face(badge)
    code = prefix(badge)
    return BadgeFace(
        delegate_id=holder.id,
        token=badge.token,
        number=badge.number,
        given_names=holder.given_names,
        family_name=holder.family_name,
        name_in_script=holder.name_in_script,
        function=_good_on(badge.day, wording) if badge.day else holder.function,
        delegation=shown(holder.delegation, holder.country, wording.language),
        code="" if code == UNRESOLVED_PREFIX or badge.kind is BadgeKind.SPARE else code,
        working_group=holder.working_group,
        capacity=holder.capacity,
    )


def spare_face(badge: Badge) -> BadgeFace:
    """A badge on which name and delegation are written by hand."""
    return BadgeFace(
        delegate_id="",
        token=badge.token,
        number=badge.number,
        given_names="",
        family_name="",
        name_in_script="",
        function="",
        delegation="",
        code="",
        working_group="",
        capacity=None,
    )


def _good_on(day: date, wording: Wording) -> str:
    return wording.tell("badge.day_only", day=short_day(day, wording))


def prefix(badge: Badge) -> str:
    """What the number begins with."""
    return badge.number.rpartition("-")[0]
