"""An answer in the words of a language: pure, so that card and command line say the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from checkin.domain.answer import Answer, Spoken
from checkin.domain.arrival import Arrival
from checkin.domain.dates import days_in_words, hour, long_day, moment, short_day
from checkin.domain.delegate import Status
from checkin.domain.meeting import Meeting
from checkin.domain.scan import Foreign, ForeignKind, Misread, Number, Reading, is_words
from checkin.domain.token import LENGTH
from checkin.domain.verdict import Verdict
from checkin.domain.wording import Wording

_MOST_SAID = 40  # letters of what was typed in the place of a number
Facts = tuple[tuple[str, str], ...]


def speak(answer: Answer, meeting: Meeting, wording: Wording, waiting: int = 0) -> Spoken:
    """The words for an answer; `waiting` scans wait for a disk that takes them again."""
    say = _SENTENCES.get(answer.verdict, _plain)(answer, meeting, wording)
    if answer.armed and answer.delegate and answer.day:
        name, day = (
            answer.delegate.name,
            _at_point(short_day(answer.day, wording), answer, meeting, wording),
        )
        say = wording.tell("verdict.armed.say", name=name, day=day)
    elif answer.look and answer.verdict.records_arrival:
        say = wording.say("verdict.look.say")
    do = _advice(answer, wording)
    facts = _facts(answer, meeting, wording, waiting)
    return Spoken(wording.say(f"verdict.{answer.verdict.value}.word"), say, facts, do)


def _advice(answer: Answer, wording: Wording) -> str:
    """What to do; a code that leads to nobody, and somebody who comes instead, have their own."""
    key = f"verdict.{answer.verdict.value}"
    if answer.instead and wording.has(f"{key}.do_instead"):
        return wording.tell(f"{key}.do_instead", name=answer.instead.name)
    if answer.verdict in _OF_A_BADGE and answer.stands:
        return wording.say(f"{key}.do_in")
    kind = code_kind(answer.reading)
    own, nobody = f"code_do.{kind}", kind == ForeignKind.CARD and answer.prefill is None
    if answer.verdict is Verdict.UNKNOWN and wording.has(own) and not nobody:
        return wording.say(own)
    return wording.say(f"{key}.do") if wording.has(f"{key}.do") else ""


def _at_point(where: str, answer: Answer, meeting: Meeting, wording: Wording) -> str:
    """A day or a desk, behind the title of the session that the answer is of."""
    session = meeting.session(answer.point)
    if session is None:
        return where
    title = session.title(wording.language, meeting.languages)
    return wording.tell("date.at_place", place=title, days=where) if where else title


def _welcome(answer: Answer, meeting: Meeting, wording: Wording) -> str:
    """Recorded; where something was chosen on purpose, it says for what."""
    chosen = short_day(answer.day, wording) if answer.chosen_day and answer.day else ""
    what = _at_point(chosen, answer, meeting, wording)
    if not what:
        return wording.say("verdict.welcome.say")
    return wording.tell("verdict.welcome.say_for", what=what)


def _plain(answer: Answer, _: Meeting, wording: Wording) -> str:
    return wording.say(f"verdict.{answer.verdict.value}.say")


def _just_scanned(answer: Answer, meeting: Meeting, wording: Wording) -> str:
    at = meeting.local(answer.earlier.at if answer.earlier else answer.at)
    return wording.tell("verdict.just_scanned.say", time=f"{at:%H:%M:%S}")


def _already_in(answer: Answer, meeting: Meeting, wording: Wording) -> str:
    if answer.earlier is None:
        return wording.say("verdict.look.say")
    at = meeting.local(answer.earlier.at)
    desk = recorded_at(answer.earlier, meeting, wording)
    desk = _at_point(desk, answer, meeting, wording)
    if at.date() == meeting.local(answer.at).date():
        if not answer.earlier.from_paper:
            desk = _ago(desk, answer.at - answer.earlier.at, wording)
        return wording.tell("verdict.already_in.say", time=hour(at), desk=desk)
    day = short_day(at.date(), wording)
    return wording.tell("verdict.already_in.say_other_day", day=day, time=hour(at), desk=desk)


def _ago(desk: str, since: timedelta, wording: Wording) -> str:
    """The desk, and how long ago it was; nothing of the first minute, or where clocks jumped."""
    minutes = since // timedelta(minutes=1)
    if minutes < 1:
        return desk
    hours = minutes // 60
    key, count = ("page.desk_hours", hours) if hours else ("page.desk_minutes", minutes)
    return wording.tell(key, desk=desk, count=count)


def recorded_at(arrival: Arrival, meeting: Meeting, wording: Wording) -> str:
    """At which desk an arrival was recorded; of one from paper also when it was typed in."""
    desk = wording.tell("page.desk", name=arrival.desk)
    if not arrival.from_paper:
        return desk
    entered, day = meeting.local(arrival.entered_at), meeting.local(arrival.at).date()
    return wording.tell("page.desk_paper", desk=desk, time=moment(entered, day, wording))


def speak_late(answer: Answer, meeting: Meeting, wording: Wording) -> Spoken:
    """The words for a tick that was typed in from paper."""
    spoken = speak(answer, meeting, wording)
    day = answer.day or meeting.local(answer.at).date()
    values = {"day": short_day(day, wording), "time": hour(meeting.local(answer.at))}
    if answer.recorded and answer.earlier:
        before = moment(meeting.local(answer.earlier.at), day, wording)
        say = wording.tell("late.recorded_before", before=before, **values)
        return replace(spoken, word=wording.say("late.word"), say=say)
    if answer.recorded:
        say = wording.tell("late.recorded", **values)
        return replace(spoken, word=wording.say("late.word"), say=say)
    if answer.verdict is Verdict.ALREADY_IN and answer.earlier:
        at = moment(meeting.local(answer.earlier.at), day, wording)
        desk = recorded_at(answer.earlier, meeting, wording)
        return replace(spoken, say=wording.tell("late.already_in", at=at, desk=desk, **values))
    if answer.verdict is Verdict.UNKNOWN and is_words(answer.reading):
        return replace(spoken, say=wording.tell("late.no_number", text=_short(answer.reading)))
    return spoken


def _short(reading: Reading) -> str:
    text = reading.text if isinstance(reading, Foreign) else ""
    return text if len(text) <= _MOST_SAID else f"{text[:_MOST_SAID]}…"


def _ambiguous(answer: Answer, _: Meeting, wording: Wording) -> str:
    return wording.tell("verdict.ambiguous.say", count=len(answer.holders))


def _withdrawn(answer: Answer, _: Meeting, wording: Wording) -> str:
    if answer.instead:
        return wording.tell("verdict.withdrawn.say_instead", name=answer.instead.name)
    if answer.delegate and answer.delegate.status is Status.TAKEN_BACK:
        return wording.say("verdict.withdrawn.say_taken_back")
    return wording.say("verdict.withdrawn.say")


def _day_over(answer: Answer, _: Meeting, wording: Wording) -> str:
    day = answer.badge.day if answer.badge else None
    good = short_day(day or answer.at.date(), wording)
    return wording.tell("verdict.day_badge_over.say", day=good)


def _replaced(answer: Answer, meeting: Meeting, wording: Wording) -> str:
    if answer.instead:
        return wording.tell("verdict.badge_replaced.say_instead", name=answer.instead.name)
    voided = answer.badge.voided_at if answer.badge else None
    at = meeting.local(voided or answer.at)
    day, reason = short_day(at.date(), wording), answer.badge.reason if answer.badge else ""
    if not reason:
        return wording.tell("verdict.badge_replaced.say", day=day, time=hour(at))
    return wording.tell("verdict.badge_replaced.say_reason", day=day, time=hour(at), reason=reason)


def _no_day(answer: Answer, meeting: Meeting, wording: Wording) -> str:
    days = days_in_words(meeting.days, wording)
    session = meeting.session(answer.point)
    if session and session.day and answer.day:
        title = session.title(wording.language, meeting.languages)
        held, asked = long_day(session.day, wording), long_day(answer.day, wording)
        words = {"session": title, "day": held, "asked": asked}
        return wording.tell("verdict.not_a_meeting_day.say_session", **words)
    chosen = answer.day if answer.chosen_day else None
    key = "say_day" if chosen else "say"
    today = long_day(chosen or meeting.local(answer.at).date(), wording)
    return wording.tell(f"verdict.not_a_meeting_day.{key}", today=today, days=days)


def _unknown(answer: Answer, _: Meeting, wording: Wording) -> str:
    return wording.tell(
        "verdict.unknown.say", what=wording.say(f"code.{code_kind(answer.reading)}")
    )


def code_kind(reading: Reading) -> str:
    """What a code is that leads to nobody: the key of its words under `[code]`."""
    if isinstance(reading, Foreign):
        return reading.kind.value
    return "number" if isinstance(reading, Number) else "token"


def _misread(answer: Answer, _: Meeting, wording: Wording) -> str:
    letters = answer.reading.letters if isinstance(answer.reading, Misread) else LENGTH
    if letters >= LENGTH:
        return wording.say("verdict.misread.say_letters")
    return wording.tell("verdict.misread.say", letters=letters)


def _not_recorded(answer: Answer, _: Meeting, wording: Wording) -> str:
    if answer.delegate is None:
        return wording.say("verdict.not_recorded.say")
    return wording.tell("verdict.not_recorded.say_person", name=answer.delegate.name)


_SENTENCES: dict[Verdict, Callable[[Answer, Meeting, Wording], str]] = {
    Verdict.WELCOME: _welcome,
    Verdict.JUST_SCANNED: _just_scanned,
    Verdict.ALREADY_IN: _already_in,
    Verdict.AMBIGUOUS: _ambiguous,
    Verdict.BADGE_REPLACED: _replaced,
    Verdict.DAY_BADGE_OVER: _day_over,
    Verdict.WITHDRAWN: _withdrawn,
    Verdict.NOT_A_MEETING_DAY: _no_day,
    Verdict.UNKNOWN: _unknown,
    Verdict.MISREAD: _misread,
    Verdict.NOT_RECORDED: _not_recorded,
}


_LET_IN = (Verdict.WELCOME, Verdict.ALREADY_IN, Verdict.JUST_SCANNED)
_OF_A_BADGE = (Verdict.BADGE_REPLACED, Verdict.DAY_BADGE_OVER)


def _facts(answer: Answer, meeting: Meeting, wording: Wording, waiting: int) -> Facts:
    if answer.verdict in _OF_A_BADGE and answer.valid_badge:
        label = wording.say(f"verdict.{answer.verdict.value}.valid_badge")
        return ((label, _valid(answer, answer.valid_badge.number, meeting, wording)),)
    if answer.verdict is Verdict.OTHER_MEETING:
        title, days = meeting.title(wording.language), days_in_words(meeting.days, wording)
        this = wording.tell("date.at_place", place=title, days=days)
        return ((wording.say("verdict.other_meeting.this_meeting"), this),)
    if answer.verdict is Verdict.NOT_RECORDED and waiting:
        waits = wording.tell("verdict.not_recorded.waiting_say", count=waiting)
        return ((wording.say("verdict.not_recorded.waiting"), waits),)
    if answer.verdict in _LET_IN:
        return _other_group(answer, meeting, wording)
    return _on_card(answer, wording) or _names(answer)


def _other_group(answer: Answer, meeting: Meeting, wording: Wording) -> Facts:
    """Where somebody is listed who came to the session of another working group."""
    session, who = meeting.session(answer.point), answer.delegate
    if session is None or who is None or session.expects(who.working_group):
        return ()
    group = wording.tell("badge.working_group", group=who.working_group)
    return ((wording.say("verdict.welcome.other_group"), group),)


def _valid(answer: Answer, number: str, meeting: Meeting, wording: Wording) -> str:
    """The number of the badge that is good, and whether its holder is here that day."""
    if answer.day is None:
        return number
    if answer.stands is None:
        return wording.tell("page.badge_missing", number=number)
    at = moment(meeting.local(answer.stands.at), answer.day, wording)
    return wording.tell("page.badge_arrived", number=number, time=at)


def _on_card(answer: Answer, wording: Wording) -> Facts:
    """What a visiting card says of somebody who may not be listed."""
    said = answer.prefill
    if said is None:
        return ()
    values = (said.name, said.function, said.organisation, said.country, said.email, said.phone)
    pairs = zip(_ON_CARD, values, strict=True)
    return tuple((wording.say(f"prefill.{key}"), value) for key, value in pairs if value)


_ON_CARD = ("name", "function", "organisation", "country", "email", "phone")


def _names(answer: Answer) -> Facts:
    """Who holds an ambiguous code."""
    if answer.verdict is not Verdict.AMBIGUOUS:
        return ()
    return tuple(
        (one.delegation, ", ".join(filter(None, (one.name, one.function))))
        for one in answer.holders
    )
