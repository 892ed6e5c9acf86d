"""The list mended by hand: somebody added, changed, taken off, replaced, or expected again."""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

from checkin.domain.clock import Clock, to_ms
from checkin.domain.delegate import EDITABLE, Capacity, Delegate, Status
from checkin.domain.facts import (
    ApprovalWithdrawn,
    BadgeIssued,
    DelegateApproved,
    DelegateChanged,
    DelegateMissing,
    DelegateRegistered,
    DelegateReopened,
    DelegateReplaced,
    DelegateUpdated,
    DelegateWithdrawn,
    Fact,
    PhotoChanged,
    RegistrationTakenBack,
)
from checkin.domain.identifier import uuid7
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import Change, Outcome
from checkin.domain.post import USUAL, Post
from checkin.domain.refused import Refused
from checkin.domain.text import clean
from checkin.services.issuing import Issuer, prefix
from checkin.services.newcomers import PLACE, Newcomer, Newcomers, may_be_replaced, with_place_of
from checkin.store.meeting_file import MeetingFile

Fields = Mapping[str, str]
_ONE_PERSON = Delegate("", "")


class People:
    """Everybody on the list. `fields` are texts by the names of `domain.delegate.EDITABLE`;

    `country` is not among what is given: it follows from `delegation`.
    """

    def __init__(self, file: MeetingFile, clock: Clock, desk: str = "") -> None:
        self._file, self._clock = file, clock
        self._newcomers = Newcomers(file, desk or file.desk.name)

    def get(self, delegate_id: str) -> Delegate:
        """One delegate; raises Refused("no_such_delegate")."""
        found = self._file.delegates.get(delegate_id)
        if found is None or found.status is Status.TAKEN_BACK:
            raise Refused("no_such_delegate", delegate=delegate_id)
        return found

    def add(self, given: Fields, operator: Operator) -> Outcome[Delegate]:
        """Puts somebody on the list, with a badge; raises Refused("name_needed")."""
        operator.require(Action.EDIT_DELEGATES)
        now = self._clock()
        delegate = self._new(given, now)
        badge = Issuer(self._file, now).issue(delegate.id, prefix(delegate))
        self._file.record([DelegateRegistered(delegate), BadgeIssued(badge)], operator)
        change = Change(frozenset((delegate.id,)), frozenset((badge.token,)))
        return Outcome(delegate, change, (RegistrationTakenBack(delegate.id),))

    def walk_in(
        self,
        given: Fields,
        operator: Operator,
        spare_token: str | None = None,
        post: Post = USUAL,
    ) -> Outcome[Newcomer]:
        """Puts somebody on the list who stands at the desk, provisional, with a badge; arrived.

        The badge is the spare one that was scanned, or a new one to be printed. On no meeting day
        nobody arrives. Raises Refused `name_needed` or `no_free_spare`.
        """
        operator.require(Action.RECEIVE)
        now = self._clock()
        delegate = replace(self._new(given, now), provisional=True)
        return self._newcomers.walk_in(delegate, now, operator, spare_token, post)

    def approve(self, delegate_id: str, operator: Operator) -> Outcome[Delegate]:
        """An organiser says yes to somebody whom the desk put on the list."""
        operator.require(Action.EDIT_DELEGATES)
        before = self.get(delegate_id)
        if not before.provisional:
            return Outcome(before)
        after = replace(before, provisional=False)
        undo = (ApprovalWithdrawn(delegate_id),)
        return self._do(DelegateApproved(delegate_id), undo, after, operator)

    def substitute(
        self,
        out_id: str,
        given: Fields,
        reason: str,
        authorised_by: str,
        operator: Operator,
        spare_token: str | None = None,
    ) -> Outcome[Newcomer]:
        """Somebody new comes instead of somebody on the list, whose badges are void from now on.

        The new one has delegation, capacity, working group and seat of the other. Raises Refused
        `not_expected`, `reason_instead_needed`, `authority_needed`, `name_needed`, `no_free_spare`.
        """
        out, replaced, new = self._instead(out_id, given, reason, authorised_by, operator)
        return self._newcomers.substitute(out, new, replaced, self._clock(), operator, spare_token)

    def may_come_instead(
        self, out_id: str, given: Fields, reason: str, authorised_by: str, operator: Operator
    ) -> Delegate:
        """Who would come instead; raises what `substitute` would, but for the badge."""
        return self._instead(out_id, given, reason, authorised_by, operator)[2]

    def _instead(
        self, out_id: str, given: Fields, reason: str, authorised_by: str, operator: Operator
    ) -> tuple[Delegate, DelegateReplaced, Delegate]:
        operator.require(Action.RECEIVE)
        out = self.get(out_id)
        own = {name: text for name, text in given.items() if name not in PLACE}
        new = with_place_of(self._new(own, self._clock()), out)
        replaced = DelegateReplaced(out_id, new.id, clean(reason), clean(authorised_by))
        may_be_replaced(out, replaced)
        return out, replaced, new

    def _new(self, given: Fields, now: datetime) -> Delegate:
        """Somebody whom no list names, as typed."""
        new = uuid7(to_ms(now), secrets.token_bytes(10))
        delegate = replace(_ONE_PERSON, id=new).with_fields(_understood(given))
        _must_have_a_name(delegate)
        written = tuple(sorted(_moved(_ONE_PERSON, delegate)))
        return replace(delegate, by_hand=True, mended=written)

    def change(self, delegate_id: str, given: Fields, operator: Operator) -> Outcome[Delegate]:
        """Gives somebody new details; only what is different is recorded, nothing if nothing is."""
        operator.require(Action.EDIT_DELEGATES)
        before = self.get(delegate_id)
        after = before.with_fields(_understood(given))
        _must_have_a_name(after)
        moved = _moved(before, after)
        if not moved:
            return Outcome(before)
        after = replace(after, mended=tuple(sorted({*before.mended, *moved})))
        written = tuple(name for name in moved if name in before.mended)
        undo = DelegateUpdated(delegate_id, _moved(after, before), moved, written)
        return self._do(DelegateChanged(delegate_id, moved), (undo,), after, operator)

    def photo(self, delegate: Delegate) -> bytes | None:
        """Somebody's photo as a JPEG, or None."""
        return self._file.picture(delegate.photo)

    def set_photo(
        self, delegate_id: str, jpeg: bytes | None, operator: Operator
    ) -> Outcome[Delegate]:
        """Takes what `read_photo` made as somebody's photo, or none any longer."""
        operator.require(Action.EDIT_DELEGATES)
        before = self.get(delegate_id)
        digest = hashlib.sha256(jpeg).hexdigest() if jpeg else None
        if digest == before.photo:
            return Outcome(before)
        done, undo = PhotoChanged(delegate_id, digest), PhotoChanged(delegate_id, before.photo)
        after = replace(before, photo=digest)
        return self._do(done, (undo,), after, operator, (jpeg,) if jpeg else ())

    def withdraw(self, delegate_id: str, operator: Operator, reason: str = "") -> Outcome[Delegate]:
        """Takes somebody off the list; he or she stays known, and the badge names the reason."""
        operator.require(Action.EDIT_DELEGATES)
        before = self.get(delegate_id)
        if before.status is Status.WITHDRAWN:
            return Outcome(before)
        after = replace(before, status=Status.WITHDRAWN, missing=False)
        done = DelegateWithdrawn(delegate_id, clean(reason))
        undo = (DelegateReopened(delegate_id), *_marked(before))
        return self._do(done, undo, after, operator)

    def reopen(self, delegate_id: str, operator: Operator) -> Outcome[Delegate]:
        """Expects somebody again who was taken off the list."""
        operator.require(Action.EDIT_DELEGATES)
        before = self.get(delegate_id)
        if before.status is Status.LISTED:
            return Outcome(before)
        after = replace(before, status=Status.LISTED, missing=False)
        if before.replaced_by is None:
            undo = (DelegateWithdrawn(delegate_id), *_marked(before))
            return self._do(DelegateReopened(delegate_id), undo, after, operator)
        return self._newcomers.take_again(before, self._clock(), operator)

    def _do(
        self,
        fact: Fact,
        undo: tuple[Fact, ...],
        after: Delegate,
        operator: Operator,
        pictures: Sequence[bytes] = (),
    ) -> Outcome[Delegate]:
        self._file.record([fact], operator, pictures)
        return Outcome(after, Change(delegates=frozenset((after.id,))), undo)


def read_photo(path: Path) -> bytes:
    """A picture (PNG or JPEG) made small and written anew; raises Refused. Touches no meeting."""
    from checkin.documents.emblem import read_photo as read

    return read(path)


def _marked(before: Delegate) -> list[Fact]:
    """Marks somebody missing again whose mark went with the change of status."""
    return [DelegateMissing(before.id)] if before.missing else []


def _understood(given: Fields) -> dict[str, str | None]:
    """Texts cleaned, and the delegation resolved where it is one we know."""
    known: dict[str, str | None] = {
        name: clean(given[name]) for name in EDITABLE if name in given and name != "country"
    }
    if "capacity" in known and known["capacity"] not in set(Capacity):
        raise Refused("no_such_capacity", text=str(known["capacity"]))
    if "delegation" in known:
        from checkin.documents.countries import resolve

        found = resolve(known["delegation"] or "")
        known["delegation"] = found.names["en"] if found else known["delegation"]
        known["country"] = found.country if found else None
    return known


def _moved(before: Delegate, after: Delegate) -> dict[str, str | None]:
    """The values of `after` that differ."""
    names = {field.name for field in fields(Delegate)} & set(EDITABLE)
    return {
        name: getattr(after, name)
        for name in sorted(names)
        if getattr(after, name) != getattr(before, name)
    }


def _must_have_a_name(delegate: Delegate) -> None:
    if not delegate.name:
        raise Refused("name_needed")
