"""Which sound goes with an answer; each is told apart by its rhythm."""

from enum import StrEnum

from checkin.domain.answer import Answer
from checkin.domain.verdict import Verdict


class Sound(StrEnum):
    """What the desk plays; the value is the name of its file."""

    WELCOME = "welcome"
    PROVISIONAL = "provisional"
    ALREADY = "already"
    ATTENTION = "attention"
    STOP = "stop"
    AGAIN = "again"
    NOT_RECORDED = "not_recorded"
    UNDO = "undo"


_SOUNDS = {
    Verdict.WELCOME: Sound.WELCOME,
    Verdict.GENUINE_UNLISTED: Sound.PROVISIONAL,
    Verdict.ALREADY_IN: Sound.ALREADY,
    Verdict.AMBIGUOUS: Sound.ALREADY,
    Verdict.SPARE_BADGE: Sound.ALREADY,
    Verdict.MISREAD: Sound.AGAIN,
    Verdict.NOT_RECORDED: Sound.NOT_RECORDED,
}


def sound_of(answer: Answer) -> Sound | None:
    """The sound of an answer, or None: what is not recorded is never sounded as if it were."""
    verdict = answer.verdict
    if verdict is Verdict.JUST_SCANNED or answer.armed:
        return None
    if verdict.records_arrival and not answer.recorded:
        return None
    if verdict.lets_in and answer.delegate and answer.delegate.attention:
        return Sound.ATTENTION
    return _SOUNDS.get(verdict, Sound.STOP)
