"""Badges for people who come otherwise: spares, badges for a day, badges given out beforehand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from checkin.domain.badge import Badge, BadgeKind
from checkin.domain.dates import days_in_words
from checkin.domain.delegate import Status
from checkin.domain.facts import (
    BadgeHandedOver,
    BadgeIssued,
    BadgeReinstated,
    BadgeVoided,
    HandOverWithdrawn,
)
from checkin.domain.operator import Operator
from checkin.domain.outcome import Change, Outcome
from checkin.domain.refused import Refused
from checkin.services.issuing import Issuer, prefix
from checkin.services.words import wording
from checkin.store.badges import HeldBadge
from checkin.store.meeting_file import MeetingFile

MOST_SPARES = 500


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The badges that were given out now, and those that had been before."""

    badges: tuple[Badge, ...]
    before: tuple[Badge, ...] = ()


def spares(file: MeetingFile, now: datetime, count: int) -> tuple[Badge, ...]:
    """New spares, which nobody has recorded yet; raises Refused("too_many_spares")."""
    if not 1 <= count <= MOST_SPARES:
        raise Refused("too_many_spares", count=count, most=MOST_SPARES)
    issuer = Issuer(file, now)
    return tuple(issuer.spare() for _ in range(count))


def for_a_day(
    file: MeetingFile, now: datetime, delegate_id: str, day: date, operator: Operator
) -> Outcome[Badge]:
    """A badge that stands in for a forgotten one; an earlier one for that day is void."""
    holder = file.delegates.get(delegate_id)
    if holder is None:
        raise Refused("no_such_delegate", delegate=delegate_id)
    if holder.status is not Status.LISTED:
        raise Refused("not_expected", name=holder.name)
    if day not in file.meeting.days:
        days = days_in_words(file.meeting.days, wording("en"))
        raise Refused("not_a_meeting_day", day=day.isoformat(), days=days)
    badge = Issuer(file, now).for_a_day(delegate_id, prefix(holder), day)
    earlier = [one for one in file.badges.of_people([delegate_id]) if one.valid and one.day == day]
    voided = [BadgeVoided(one.token, delegate_id) for one in earlier]
    file.record([*voided, BadgeIssued(badge)], operator)
    again = (BadgeReinstated(one.token, delegate_id) for one in earlier)
    tokens = frozenset((badge.token, *(one.token for one in earlier)))
    undo = (BadgeVoided(badge.token, delegate_id), *again)
    return Outcome(badge, Change(frozenset((delegate_id,)), tokens), undo)


def hand_over(
    file: MeetingFile, tokens: Iterable[str], collected_by: str, operator: Operator
) -> Outcome[HandedOver]:
    """The badges are with their holders, or with whoever collects them; nobody arrived by that."""
    held = [_to_hand_over(file, token) for token in dict.fromkeys(tokens)]
    new = [one.badge for one in held if one.badge.handed_over_at is None]
    before = tuple(one.badge for one in held if one.badge.handed_over_at)
    if new:
        facts = [BadgeHandedOver(one.token, one.delegate_id, collected_by) for one in new]
        file.record(facts, operator)
    people = frozenset(one.delegate_id for one in new if one.delegate_id)
    undo = tuple(HandOverWithdrawn(one.token, one.delegate_id) for one in new)
    change = Change(people, frozenset(one.token for one in new))
    return Outcome(HandedOver(tuple(new), before), change, undo)


def _to_hand_over(file: MeetingFile, token: str) -> HeldBadge:
    held = file.badges.holder(token)
    if held is None or held.holder is None or not held.badge.valid:
        raise Refused("not_to_hand_over")
    if held.holder.status is not Status.LISTED or held.badge.kind is BadgeKind.DAY:
        raise Refused("not_to_hand_over")
    return held
