"""Arrivals, and the one pure function that decides what a scan is answered."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from checkin.domain.badge import Badge
from checkin.domain.delegate import Delegate, Status
from checkin.domain.meeting import Session
from checkin.domain.scan import Chosen, Foreign, Misread, Number, Reading
from checkin.domain.verdict import Verdict

STILL_IN_THE_READER = timedelta(seconds=3)
MAIN_POINT = "main"
FROM_PAPER = "paper"  # how an arrival came that was ticked on paper and typed in afterwards


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody came: `at` when it happened, `entered_at` when it was typed in; both aware.

    `point` is the door or a session, `direction` "in" or "out", `how` "scan", "number", "paper"
    ...; `delegate_id` is None while a genuine badge is not on this desk's list. `seen` says that
    the organisers, who were told of it, put that away.
    """

    id: str
    delegate_id: str | None
    token: str
    day: date
    at: datetime
    entered_at: datetime
    desk: str
    operator: str
    point: str = MAIN_POINT
    direction: str = "in"
    how: str = "scan"
    withdrawn: bool = False
    seen: bool = False

    @property
    def from_paper(self) -> bool:
        """Whether it was ticked on paper and typed in afterwards."""
        return self.how == FROM_PAPER


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is known when a scan is decided.

    `badge` is the badge found by token, or the valid badge a typed number leads to; `holders`
    who it belongs to (several only for another tool's code); `earlier` the standing arrivals
    of that person, or of that token, on `day` at this point; `welcomed` this running desk's
    own last welcome of this badge for this day and point; `day` None on no meeting day;
    `session` where the desk is, None at the door.
    """

    reading: Reading
    day: date | None
    now: datetime
    signed: bool = False
    joined: bool = False
    badge: Badge | None = None
    holders: tuple[Delegate, ...] = ()
    earlier: tuple[Arrival, ...] = ()
    welcomed: Arrival | None = None
    session: Session | None = None

    @property
    def point(self) -> str:
        """The door, or the session's id."""
        return self.session.id if self.session else MAIN_POINT


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict, and the arrival it refers to (`already_in`, `just_scanned`)."""

    verdict: Verdict
    earlier: Arrival | None = None


def decide(scene: Scene) -> Decision:
    """The answer to a scan, by the order of precedence of `Verdict`; never NOT_RECORDED."""
    stranger = _stranger(scene)
    if stranger:
        return Decision(stranger)
    stopped = _stopped(scene)
    if stopped:
        return Decision(stopped)
    first = min(scene.earlier, key=lambda arrival: (arrival.at, arrival.id), default=None)
    if first:
        verdict = Verdict.JUST_SCANNED if _just_scanned(scene) else Verdict.ALREADY_IN
        return Decision(verdict, first)
    return Decision(Verdict.WELCOME if scene.holders else Verdict.GENUINE_UNLISTED)


def _stranger(scene: Scene) -> Verdict | None:
    """The answer to a code that leads to no badge and no one person of this meeting."""
    if isinstance(scene.reading, Misread):
        return Verdict.MISREAD
    if len(scene.holders) > 1:
        return Verdict.AMBIGUOUS
    if scene.badge or scene.holders:
        return None
    if isinstance(scene.reading, Foreign | Number | Chosen):
        return Verdict.UNKNOWN
    if not scene.signed:
        return Verdict.OTHER_MEETING
    return None if scene.joined else Verdict.UNKNOWN


def _stopped(scene: Scene) -> Verdict | None:
    """The answer to a known badge that does not let its holder in, whoever arrived before."""
    badge = scene.badge
    if badge and badge.is_free_spare:
        return Verdict.SPARE_BADGE
    if any(holder.status is Status.TAKEN_BACK for holder in scene.holders):
        return Verdict.WITHDRAWN
    if badge and not badge.valid:
        return Verdict.BADGE_REPLACED
    if badge and badge.day and badge.day != scene.day:
        return Verdict.DAY_BADGE_OVER
    if any(holder.status is Status.WITHDRAWN for holder in scene.holders):
        return Verdict.WITHDRAWN
    if scene.day is None or (scene.session and not scene.session.held_on(scene.day)):
        return Verdict.NOT_A_MEETING_DAY
    return None


def _just_scanned(scene: Scene) -> bool:
    own = scene.welcomed
    if own is None or own.id not in (arrival.id for arrival in scene.earlier):
        return False
    return timedelta() <= scene.now - own.entered_at <= STILL_IN_THE_READER


def first_standing(arrivals: tuple[Arrival, ...]) -> Arrival | None:
    """The arrival that counts for a day: the earliest inward one at the door that stands."""
    inward = (a for a in arrivals if a.direction == "in" and a.point == MAIN_POINT)
    standing = (a for a in inward if not a.withdrawn)
    return min(standing, key=lambda arrival: (arrival.at, arrival.id), default=None)
