"""People whom no list names: a walk-in, or somebody who comes instead of somebody else."""

from dataclasses import dataclass, replace
from datetime import datetime

from checkin.domain.arrival import Arrival
from checkin.domain.awaiting import DelegateAwaited
from checkin.domain.badge import Badge
from checkin.domain.delegate import Delegate, Status
from checkin.domain.facts import (
    ArrivalRecorded,
    ArrivalWithdrawn,
    BadgeAssigned,
    BadgeFreed,
    BadgeIssued,
    BadgeReinstated,
    BadgeVoided,
    DelegateRegistered,
    DelegateReopened,
    DelegateReplaced,
    Fact,
    RegistrationTakenBack,
)
from checkin.domain.operator import Operator
from checkin.domain.outcome import Change, Outcome
from checkin.domain.post import USUAL, Post
from checkin.domain.refused import Refused
from checkin.services.issuing import Issuer, prefix
from checkin.store.meeting_file import MeetingFile

PLACE = ("delegation", "country", "capacity", "working_group", "seat")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who came onto the list at the desk, with which badge; `arrival` None where none counts."""

    delegate: Delegate
    badge: Badge
    arrival: Arrival | None = None


@dataclass(frozen=True, slots=True)
class _Given:
    """A badge that becomes somebody's, and the facts that make it so and take it back."""

    badge: Badge
    done: Fact
    undo: Fact


def with_place_of(new: Delegate, out: Delegate) -> Delegate:
    """Somebody in the place of somebody else, with a name of his or her own."""
    taken = {name: out.text(name) for name in PLACE}
    return replace(new.with_fields(taken), mended=tuple(sorted({*new.mended, *PLACE})))


class Newcomers:
    """Each act is one record, and is taken back as one."""

    def __init__(self, file: MeetingFile, desk: str) -> None:
        self._file, self._desk = file, desk

    def walk_in(
        self,
        new: Delegate,
        now: datetime,
        operator: Operator,
        spare_token: str | None,
        post: Post = USUAL,
    ) -> Outcome[Newcomer]:
        """Registers somebody who stands there; arrived, if this is a meeting day, or one chosen."""
        given = self._given(new, now, spare_token)
        arrival = self._arrival(new, given.badge, now, operator, post)
        facts: list[Fact] = [DelegateRegistered(new), given.done]
        undo: list[Fact] = [given.undo, RegistrationTakenBack(new.id)]
        if arrival:
            facts.append(ArrivalRecorded(arrival))
            undo.insert(0, ArrivalWithdrawn((arrival.id,), new.id, arrival.day))
        self._file.record(facts, operator)
        arrivals = frozenset((arrival.id,)) if arrival else frozenset()
        change = Change(frozenset((new.id,)), frozenset((given.badge.token,)), arrivals)
        return Outcome(Newcomer(new, given.badge, arrival), change, tuple(undo))

    def substitute(
        self,
        out: Delegate,
        new: Delegate,
        replaced: DelegateReplaced,
        now: datetime,
        operator: Operator,
        spare_token: str | None,
    ) -> Outcome[Newcomer]:
        """Registers somebody in another's place, whose badges no longer let anybody in."""
        valid = [one for one in self._file.badges.of_people([out.id]) if one.valid]
        given = self._given(new, now, spare_token)
        voided = [BadgeVoided(one.token, out.id, replaced.reason) for one in valid]
        awaited = [DelegateAwaited(new.id)] if out.awaited_since else []
        done = [DelegateRegistered(new), *awaited, replaced, *voided, given.done]
        self._file.record(done, operator)
        again = (BadgeReinstated(one.token, out.id) for one in valid)
        undo = (given.undo, RegistrationTakenBack(new.id), DelegateReopened(out.id), *again)
        tokens = frozenset((given.badge.token, *(one.token for one in valid)))
        change = Change(frozenset((out.id, new.id)), tokens)
        return Outcome(Newcomer(new, given.badge), change, undo)

    def take_again(self, before: Delegate, now: datetime, operator: Operator) -> Outcome[Delegate]:
        """Expects somebody again in whose place another came; with a new badge, both stay."""
        badge = Issuer(self._file, now).issue(before.id, prefix(before))
        self._file.record([DelegateReopened(before.id), BadgeIssued(badge)], operator)
        after = replace(before, status=Status.LISTED, replaced_by=None)
        undo = (
            BadgeVoided(badge.token, before.id),
            DelegateReplaced(before.id, before.replaced_by or ""),
        )
        return Outcome(after, Change(frozenset((before.id,)), frozenset((badge.token,))), undo)

    def _given(self, new: Delegate, now: datetime, spare_token: str | None) -> _Given:
        if spare_token is None:
            badge = Issuer(self._file, now).issue(new.id, prefix(new))
            return _Given(badge, BadgeIssued(badge), BadgeVoided(badge.token, new.id))
        held = self._file.badges.holder(spare_token)
        if held is None or not held.badge.is_free_spare:
            raise Refused("no_free_spare")
        badge = replace(held.badge, delegate_id=new.id)
        done, undo = BadgeAssigned(badge.token, new.id), BadgeFreed(badge.token, new.id)
        return _Given(badge, done, undo)

    def _arrival(
        self, new: Delegate, badge: Badge, now: datetime, operator: Operator, post: Post
    ) -> Arrival | None:
        day = post.day or self._file.meeting.day_of(now)
        if day is None:
            return None
        own = self._file.next_id()
        desk, name = self._desk, operator.name
        how, point = "walk_in", post.point
        return Arrival(own, new.id, badge.token, day, now, now, desk, name, point, how=how)


def may_be_replaced(out: Delegate, replaced: DelegateReplaced) -> None:
    """Raises Refused where nobody can come instead, or reason or authority are not named."""
    if out.status is not Status.LISTED:
        raise Refused("not_expected", name=out.name)
    if not replaced.reason:
        raise Refused("reason_instead_needed", name=out.name)
    if not replaced.authorised_by:
        raise Refused("authority_needed")
