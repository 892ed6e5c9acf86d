"""Sessions of a meeting, put and taken away: what is asked of them before anything is written."""

from collections.abc import Iterable
from dataclasses import replace

from checkin.domain.arrival import MAIN_POINT
from checkin.domain.meeting import Meeting, Session
from checkin.domain.refused import Refused
from checkin.domain.text import clean, fold, words


def with_session(meeting: Meeting, given: Session) -> Meeting:
    """The meeting with a session that has a new id, or in the place of the one it has.

    Raises Refused `session_title_needed`, `session_title_taken` or `not_a_meeting_day`.
    """
    titles = {language: clean(text) for language, text in given.titles.items() if clean(text)}
    session = replace(given, titles=titles, working_group=clean(given.working_group))
    others = [one for one in meeting.sessions if one.id != given.id]
    if not titles:
        raise Refused("session_title_needed")
    if session.day is not None and session.day not in meeting.days:
        days = ", ".join(day.isoformat() for day in meeting.days)
        raise Refused("not_a_meeting_day", day=session.day.isoformat(), days=days)
    for one in others:
        if one.day == session.day and _called(one) & _called(session):
            raise Refused("session_title_taken", session=session.title(""))
    if not session.id:
        session = replace(session, id=_new_id(session, (one.id for one in others)))
    kept = tuple(session if one.id == session.id else one for one in meeting.sessions)
    return replace(meeting, sessions=kept if session in kept else (*kept, session))


def without_session(meeting: Meeting, session_id: str) -> Meeting:
    """The meeting without a session; raises Refused("no_such_session")."""
    if meeting.session(session_id) is None:
        known = ", ".join(one.id for one in meeting.sessions) or "-"
        raise Refused("no_such_session", session=session_id, sessions=known)
    left = tuple(one for one in meeting.sessions if one.id != session_id)
    return replace(meeting, sessions=left)


def _called(session: Session) -> set[str]:
    return set(map(fold, session.titles.values()))


def _new_id(session: Session, taken: Iterable[str]) -> str:
    """Out of the words of the title, so that people can type it: `working-group-a`."""
    said = "-".join(one for one in words(session.title("")) if one.isascii())[:40] or "session"
    used = {MAIN_POINT, *taken}
    numbered = (said, *(f"{said}-{number}" for number in range(2, len(used) + 3)))
    return next(one for one in numbered if one not in used)
