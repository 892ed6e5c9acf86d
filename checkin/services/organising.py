"""The meeting itself, as the organisers decide it: titles, place, zone, days, emblem."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError, available_timezones

from checkin.domain.clock import zone
from checkin.domain.facts import MeetingChanged
from checkin.domain.meeting import Meeting, Session
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import Change, Outcome
from checkin.domain.refused import Refused
from checkin.domain.text import clean
from checkin.services.sessions import with_session, without_session
from checkin.store.meeting_file import MeetingFile

_AREAS = {
    *("Africa", "America", "Antarctica", "Arctic", "Asia"),
    *("Atlantic", "Australia", "Europe", "Indian", "Pacific"),
}


class Organising:
    """Each change is one fact; the badges printed before count as outdated where it shows."""

    def __init__(self, file: MeetingFile) -> None:
        self._file = file

    def rename(self, titles: Mapping[str, str], operator: Operator) -> Outcome[Meeting]:
        """Gives the meeting titles by language; an empty one is taken away.

        Raises Refused("no_name") where none would be left.
        """
        given = {language: clean(title) for language, title in titles.items()}
        every = {**self._file.meeting.titles, **given}
        left = {language: title for language, title in every.items() if title}
        if not left:
            raise Refused("no_name")
        return self._change(replace(self._file.meeting, titles=left), operator)

    def move(self, place: str, zone_name: str, operator: Operator) -> Outcome[Meeting]:
        """Another place or zone; raises Refused("unknown_zone")."""
        moved = replace(self._file.meeting, place=clean(place), zone=known_zone(zone_name))
        return self._change(moved, operator)

    def set_days(self, days: Sequence[date], operator: Operator) -> Outcome[Meeting]:
        """Other days. Raises Refused `no_days`, or `day_has_arrivals` for one taken away."""
        kept, meeting = tuple(sorted(set(days))), self._file.meeting
        if not kept:
            raise Refused("no_days")
        sessions = tuple(
            one if one.day is None or one.day in kept else replace(one, day=None)
            for one in meeting.sessions
        )
        return self._change(replace(meeting, days=kept, sessions=sessions), operator)

    def put_session(self, session: Session, operator: Operator) -> Outcome[Meeting]:
        """A new session (its id ""), or one in other words; raises Refused, see `sessions`."""
        return self._change(with_session(self._file.meeting, session), operator)

    def remove_session(self, session_id: str, operator: Operator) -> Outcome[Meeting]:
        """Takes a session away; raises Refused("session_has_arrivals") once people came to it."""
        return self._change(without_session(self._file.meeting, session_id), operator)

    def emblem(self) -> bytes | None:
        """The host's emblem as a PNG, or None."""
        return self._file.picture(self._file.meeting.emblem)

    def set_emblem(self, png: bytes | None, operator: Operator) -> Outcome[Meeting]:
        """Takes what `read_emblem` made as the host's emblem, or none any longer."""
        digest = hashlib.sha256(png).hexdigest() if png else None
        changed = replace(self._file.meeting, emblem=digest)
        return self._change(changed, operator, (png,) if png else ())

    def _change(
        self, after: Meeting, operator: Operator, pictures: Sequence[bytes] = ()
    ) -> Outcome[Meeting]:
        operator.require(Action.EDIT_MEETING)
        before = self._file.meeting
        if after == before:
            return Outcome(before)
        may_become(self._file, after)
        self._file.record([MeetingChanged(after)], operator, pictures)
        return Outcome(after, Change(everything=True), (MeetingChanged(before),))


def may_become(file: MeetingFile, after: Meeting) -> None:
    """Raises Refused `day_has_arrivals` or `session_has_arrivals`: what people came to stays."""
    before = file.meeting
    for gone in sorted(set(before.days) - set(after.days)):
        if file.arrivals.any_on(gone):
            raise Refused("day_has_arrivals", day=gone.isoformat())
    for session in before.sessions:
        if after.session(session.id) is None and file.arrivals.any_at(session.id):
            raise Refused("session_has_arrivals", session=session.title(""))


def read_emblem(path: Path) -> bytes:
    """A picture (PNG or JPEG) made small and written anew; raises Refused. Touches no meeting."""
    from checkin.documents.emblem import read_emblem as read

    return read(path)


def zone_names() -> tuple[str, ...]:
    """The zones that are named after places, and UTC."""
    named = (name for name in available_timezones() if name.partition("/")[0] in _AREAS)
    return (*sorted(named), "UTC")


def known_zone(name: str) -> str:
    """The zone's own name; raises Refused("unknown_zone")."""
    try:
        return zone(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused("unknown_zone", zone=name) from None
