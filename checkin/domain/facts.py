"""Facts: what happened to a meeting, in the past tense; all that the journal can hold.

A payload is about at most one person, named by `subject`; a second person is named by id.
"""

from dataclasses import dataclass
from datetime import date

from checkin.domain.arrival import Arrival
from checkin.domain.awaiting import (
    ArrivalSeen,
    ArrivalUnseen,
    DelegateAwaited,
    DelegateAwaitedNoLonger,
)
from checkin.domain.badge import Badge
from checkin.domain.delegate import Delegate
from checkin.domain.fact import AboutDelegate
from checkin.domain.fact import Fact as Fact
from checkin.domain.meeting import Meeting
from checkin.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class DeskStarted(Fact):
    """A desk opened this file for the first time; `continues` is the head it found."""

    name: str
    continues: str = ""


@dataclass(frozen=True, slots=True)
class MeetingChanged(Fact):
    """The organisers made or changed the meeting."""

    meeting: Meeting


@dataclass(frozen=True, slots=True)
class ListImported(Fact):
    """A list was applied: how it was read and how many rows came of it; no names.

    `act` names it where it is to be taken back, `facts` counts the facts after this one that
    came of it, on the same desk; both are empty in a journal of the first two schemas.
    """

    sha256: str
    sheet: str
    header_row: int
    encoding: str
    columns: dict[str, str]
    read: int
    added: int
    unchanged: int
    refused: int
    changed: int = 0
    missing: int = 0
    act: str = ""
    facts: int = 0


@dataclass(frozen=True, slots=True)
class ListWithdrawn(Fact):
    """A list that was applied was taken back; the facts after this one say what came of that."""

    act: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DelegateRegistered(Fact):
    """Somebody came onto the list."""

    delegate: Delegate

    @property
    def subject(self) -> str | None:
        """The delegate."""
        return self.delegate.id


@dataclass(frozen=True, slots=True)
class RegistrationTakenBack(AboutDelegate):
    """Somebody came onto the list by mistake, and is in no list from now on."""


@dataclass(frozen=True, slots=True)
class DelegateChanged(AboutDelegate):
    """Somebody's details were mended: the new values of the fields that moved, and no others."""

    fields: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class DelegateUpdated(AboutDelegate):
    """Somebody's details became what a list says, or again what they were before a change.

    The fields that moved, as they are and as they were; `mended` and `mended_before` name those
    of them that people wrote by hand.
    """

    fields: dict[str, str | None]
    before: dict[str, str | None]
    mended: tuple[str, ...] = ()
    mended_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DelegateMissing(AboutDelegate):
    """A list that was applied does not name somebody any longer; the person stays expected."""


@dataclass(frozen=True, slots=True)
class DelegateNamed(AboutDelegate):
    """A list names somebody again whom the last one forgot, or who was added by hand.

    `missing` says that it was the former.
    """

    missing: bool = False


@dataclass(frozen=True, slots=True)
class DelegateUnnamed(AboutDelegate):
    """The only list that named somebody who was added by hand was taken back."""


@dataclass(frozen=True, slots=True)
class DelegateWithdrawn(AboutDelegate):
    """A delegation took somebody off the list; the person stays known."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class DelegateReopened(AboutDelegate):
    """Somebody who was taken off the list is expected again."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class DelegateReplaced(AboutDelegate):
    """Somebody else comes instead, named by id, whom this person's badge lets in no longer.

    `authorised_by` is who allowed it, as the desk was told: an office, or a person in office.
    """

    by: str
    reason: str = ""
    authorised_by: str = ""


@dataclass(frozen=True, slots=True)
class DelegateApproved(AboutDelegate):
    """An organiser approved somebody whom the desk had put on the list for the time being."""


@dataclass(frozen=True, slots=True)
class ApprovalWithdrawn(AboutDelegate):
    """An approval was taken back; the person is provisional again."""


@dataclass(frozen=True, slots=True)
class PhotoChanged(AboutDelegate):
    """Somebody's photo is another one, named by its SHA-256, or taken away (None)."""

    photo: str | None = None


@dataclass(frozen=True, slots=True)
class BadgeIssued(Fact):
    """A badge was made for somebody, or as a spare for nobody yet."""

    badge: Badge

    @property
    def subject(self) -> str | None:
        """The holder, or the token of a spare."""
        return self.badge.delegate_id or self.badge.token


@dataclass(frozen=True, slots=True)
class _AboutBadge(Fact):
    token: str
    delegate_id: str | None

    @property
    def subject(self) -> str | None:
        return self.delegate_id or self.token


@dataclass(frozen=True, slots=True)
class BadgePrinted(_AboutBadge):
    """A badge's PDF was saved or the print system accepted it."""


@dataclass(frozen=True, slots=True)
class BadgeVoided(_AboutBadge):
    """A badge is no longer valid: lost, replaced, wrong name."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class BadgeReinstated(_AboutBadge):
    """A badge that was voided by mistake is valid again."""


@dataclass(frozen=True, slots=True)
class BadgeAssigned(_AboutBadge):
    """A spare badge became somebody's."""


@dataclass(frozen=True, slots=True)
class BadgeFreed(_AboutBadge):
    """A spare badge is nobody's again; it was given to this person by mistake."""


@dataclass(frozen=True, slots=True)
class BadgeHandedOver(_AboutBadge):
    """A badge was given out; that is no arrival.

    `collected_by` is who took it for its holder, as told at the desk; "" is the holder.
    """

    collected_by: str = ""


@dataclass(frozen=True, slots=True)
class HandOverWithdrawn(_AboutBadge):
    """A badge that counted as given out is at the desk after all."""


@dataclass(frozen=True, slots=True)
class ArrivalRecorded(Fact):
    """Somebody came."""

    arrival: Arrival

    @property
    def subject(self) -> str | None:
        """The delegate, or the token of a badge this desk's list does not have."""
        return self.arrival.delegate_id or self.arrival.token

    @property
    def meeting_day(self) -> date | None:
        """The day the arrival counts for."""
        return self.arrival.day


@dataclass(frozen=True, slots=True)
class ArrivalWithdrawn(Fact):
    """Somebody took arrivals back, by the ids that were on the screen; nothing is deleted."""

    arrivals: tuple[str, ...]
    delegate_id: str | None
    day: date
    reason: str = ""

    @property
    def subject(self) -> str | None:
        """The delegate who is no longer counted as arrived."""
        return self.delegate_id

    @property
    def meeting_day(self) -> date | None:
        """The day the arrivals were counted for."""
        return self.day


@dataclass(frozen=True, slots=True)
class ScanRefused(Fact):
    """A scan did not let anybody in; what a stranger's code said is not kept."""

    verdict: Verdict
    delegate_id: str | None = None
    day: date | None = None
    code_kind: str = ""

    @property
    def subject(self) -> str | None:
        """The holder of the badge, if it was a badge of this meeting."""
        return self.delegate_id

    @property
    def meeting_day(self) -> date | None:
        """The meeting day of the scan, if it was one."""
        return self.day


KINDS: dict[str, type[Fact]] = {
    kind.__name__: kind
    for kind in (
        DeskStarted,
        MeetingChanged,
        ListImported,
        ListWithdrawn,
        DelegateRegistered,
        RegistrationTakenBack,
        DelegateChanged,
        DelegateUpdated,
        DelegateMissing,
        DelegateNamed,
        DelegateUnnamed,
        DelegateWithdrawn,
        DelegateReopened,
        DelegateReplaced,
        DelegateApproved,
        ApprovalWithdrawn,
        DelegateAwaited,
        DelegateAwaitedNoLonger,
        PhotoChanged,
        BadgeIssued,
        BadgePrinted,
        BadgeVoided,
        BadgeReinstated,
        BadgeAssigned,
        BadgeFreed,
        BadgeHandedOver,
        HandOverWithdrawn,
        ArrivalRecorded,
        ArrivalWithdrawn,
        ArrivalSeen,
        ArrivalUnseen,
        ScanRefused,
    )
}
