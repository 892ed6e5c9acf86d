"""All that is known of a scan, looked up by key, and the decision that follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from checkin.domain.answer import Answer
from checkin.domain.arrival import MAIN_POINT, Arrival, Decision, Scene, decide, first_standing
from checkin.domain.badge import Badge
from checkin.domain.delegate import Delegate
from checkin.domain.post import USUAL, Post
from checkin.domain.refused import Refused
from checkin.domain.scan import Chosen, Foreign, Number, Reading, Token
from checkin.domain.token import is_signed
from checkin.domain.verdict import Verdict
from checkin.store.badges import HeldBadge
from checkin.store.meeting_file import MeetingFile

Holders = tuple[Delegate, ...]
NOBODY_YET: Mapping[str, Arrival] = {}


@dataclass(frozen=True, slots=True)
class Seen:
    """What was looked up for one scan; `token` is what its arrival would stand under,

    `day` the meeting day that was chosen for it, if one was.
    """

    scene: Scene
    decision: Decision
    held: HeldBadge | None
    token: str
    valid_badge: Badge | None
    day: date | None
    instead: Delegate | None

    def answer(self, arrival: Arrival | None = None) -> Answer:
        """What the desk answers, with the arrival that was recorded."""
        scene, holders = self.scene, self.scene.holders
        return Answer(
            verdict=self.decision.verdict,
            reading=scene.reading,
            at=scene.now,
            day=self.day or scene.day,
            recorded=arrival is not None,
            delegate=holders[0] if len(holders) == 1 else None,
            holders=holders,
            badge=scene.badge,
            valid_badge=self.valid_badge,
            arrival=arrival,
            earlier=self.decision.earlier,
            chosen_day=self.day is not None,
            instead=self.instead,
            stands=first_standing(scene.earlier) if self.valid_badge else None,
            point=scene.point,
        )


class Sight:
    """Looks up and decides; writes nothing."""

    def __init__(self, file: MeetingFile) -> None:
        self._file = file

    def see(
        self,
        reading: Reading,
        now: datetime,
        post: Post = USUAL,
        welcomed: Mapping[str, Arrival] = NOBODY_YET,
    ) -> Seen:
        """All that the decision needs, and the decision; `welcomed` by the desk, by token."""
        meeting, reading, day = self._file.meeting, self.known(reading), post.day
        session = meeting.session(post.point)
        point = session.id if session else MAIN_POINT
        that_day = meeting.day_of(now) if day is None else day if day in meeting.days else None
        held, holders = self.found(reading)
        holder = holders[0].id if len(holders) == 1 else None
        token = held.badge.token if held else _token(reading, holder)
        last = welcomed.get(token)
        scene = Scene(
            reading=reading,
            day=that_day,
            now=now,
            signed=held is not None or self._is_signed(reading),
            badge=held.badge if held else None,
            holders=holders,
            earlier=self._earlier(that_day, token, holder, point),
            welcomed=last if last and (last.day, last.point) == (that_day, point) else None,
            session=session,
        )
        decision = decide(scene)
        valid = self._valid_badge(decision, holders)
        return Seen(scene, decision, held, token, valid, day, self._instead(holders))

    def _earlier(
        self, day: date | None, token: str, holder: str | None, point: str
    ) -> tuple[Arrival, ...]:
        return self._file.arrivals.standing(day, token, holder, point) if day else ()

    def known(self, reading: Reading) -> Reading:
        """The reading; a number that no badge has is the code of whoever holds it as a code."""
        if not isinstance(reading, Number) or self.found(reading)[0]:
            return reading
        code = reading.as_code()
        return code if self.found(code)[1] else reading

    def asked(self, reading: Reading) -> Reading:
        """`known`, but as it is where the file has gone: a scan says so."""
        try:
            return self.known(reading)
        except Refused:
            return reading

    def found(self, reading: Reading) -> tuple[HeldBadge | None, Holders]:
        """The badge that a reading leads to, and whose it is."""
        if isinstance(reading, Foreign):
            people = self._file.delegates
            holders = people.by_foreign_codes(reading.keys)
            holders = holders or people.by_foreign_codes(reading.keys_as_meant)
            return self._valid_of(holders), holders
        if isinstance(reading, Chosen):
            holder = self._file.delegates.get(reading.delegate_id)
            chosen = (holder,) if holder else ()
            return self._valid_of(chosen), chosen
        if isinstance(reading, Token):
            held = self._file.badges.holder(reading.text)
        else:
            number = reading.number if isinstance(reading, Number) else ""
            held = self._file.badges.by_number(number) if number else None
        return held, (held.holder,) if held and held.holder else ()

    def _valid_of(self, holders: Holders) -> HeldBadge | None:
        return self._file.badges.valid_of(holders[0].id) if len(holders) == 1 else None

    def _valid_badge(self, decision: Decision, holders: Holders) -> Badge | None:
        replaced = decision.verdict in (Verdict.BADGE_REPLACED, Verdict.DAY_BADGE_OVER)
        valid = self._valid_of(holders) if replaced else None
        return valid.badge if valid else None

    def _instead(self, holders: Holders) -> Delegate | None:
        """Who comes in the place of the one holder there is, if somebody does."""
        by = holders[0].replaced_by if len(holders) == 1 else None
        return self._file.delegates.get(by) if by else None

    def _is_signed(self, reading: Reading) -> bool:
        return isinstance(reading, Token) and is_signed(reading.text, self._file.token_key)


def _token(reading: Reading, holder: str | None) -> str:
    """Without a badge of ours: the token itself, or whoever it leads to."""
    return reading.text if isinstance(reading, Token) else holder or ""
