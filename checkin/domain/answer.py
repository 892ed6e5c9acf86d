"""What the desk answers to a scan: the decision with everything a face shows of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from checkin.domain.arrival import MAIN_POINT, Arrival
from checkin.domain.badge import Badge
from checkin.domain.delegate import Delegate, Status
from checkin.domain.scan import Foreign, Reading
from checkin.domain.verdict import Verdict

if TYPE_CHECKING:
    from checkin.domain.visiting_card import Prefill


@dataclass(frozen=True, slots=True)
class Answer:
    """One scan answered. `at` is the instant of the scan; `day` the meeting day, if it is one.

    `recorded` says that an arrival is on disk; `arrival` is that arrival, `earlier` the one
    that stood before; `valid_badge` replaces `badge` where that was voided; `instead` is who
    comes in the holder's place; `stands` the arrival of that day of whoever holds a void badge;
    `look` that nothing was meant to be written; `armed` that Enter again records it; `point` is
    the door or a session.
    """

    verdict: Verdict
    reading: Reading
    at: datetime
    day: date | None
    recorded: bool = False
    delegate: Delegate | None = None
    holders: tuple[Delegate, ...] = ()
    badge: Badge | None = None
    valid_badge: Badge | None = None
    arrival: Arrival | None = None
    earlier: Arrival | None = None
    look: bool = False
    armed: bool = False
    chosen_day: bool = False
    instead: Delegate | None = None
    stands: Arrival | None = None
    point: str = MAIN_POINT

    @property
    def wants_the_holder(self) -> bool:
        """Whether only the badge is wrong: its holder, here in person, may still be recorded.

        Nobody is asked for who is in already.
        """
        holder = self.delegate
        listed = holder is not None and holder.status is Status.LISTED
        wrong_badge = self.verdict in (Verdict.BADGE_REPLACED, Verdict.DAY_BADGE_OVER)
        return listed and self.day is not None and wrong_badge and self.stands is None

    @property
    def may_be_handed_over(self) -> bool:
        """Whether there is a badge that may be given out, to somebody who is expected."""
        holder = self.delegate
        listed = holder is not None and holder.status is Status.LISTED
        return listed and self.badge is not None and self.badge.valid

    @property
    def prefill(self) -> "Prefill | None":
        """What a visiting card says of somebody whom no code of a list leads to."""
        reading = self.reading if self.verdict is Verdict.UNKNOWN else None
        return reading.prefill if isinstance(reading, Foreign) else None


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer in words: the verdict word, one or two sentences, label and value pairs, advice.

    `say` always ends by telling whether something was recorded; `do` may be empty.
    """

    word: str
    say: str
    facts: tuple[tuple[str, str], ...] = ()
    do: str = ""
