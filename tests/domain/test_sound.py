from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from checkin.domain.answer import Answer
from checkin.domain.delegate import Delegate
from checkin.domain.scan import read
from checkin.domain.sound import Sound, sound_of
from checkin.domain.verdict import Verdict

AT = datetime(2022, 7, 5, 7, tzinfo=UTC)
FLAGGED = Delegate("d1", "DIOP", "Awa", attention="Call Protocol")


def answer(verdict: Verdict, **more: object) -> Answer:
    made = Answer(verdict, read("x"), AT, date(2022, 7, 5), recorded=verdict.records_arrival)
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_its_sound_but_the_badge_still_in_the_reader(verdict: Verdict) -> None:
    assert (sound_of(answer(verdict)) is None) == (verdict is Verdict.JUST_SCANNED)


@pytest.mark.parametrize("verdict", Verdict)
def test_only_what_is_recorded_sounds_like_an_arrival(verdict: Verdict) -> None:
    looked = sound_of(answer(verdict, recorded=False, look=True, delegate=FLAGGED))
    assert looked not in (Sound.WELCOME, Sound.PROVISIONAL)
    assert sound_of(answer(verdict, recorded=False, armed=True)) is None


@pytest.mark.parametrize("verdict", [Verdict.WELCOME, Verdict.ALREADY_IN])
def test_whoever_has_a_note_and_may_go_in_has_a_sound_of_its_own(verdict: Verdict) -> None:
    assert sound_of(answer(verdict, delegate=FLAGGED)) is Sound.ATTENTION
    assert sound_of(answer(verdict, delegate=replace(FLAGGED, attention=""))) is not Sound.ATTENTION


def test_a_note_never_softens_a_stop() -> None:
    assert sound_of(answer(Verdict.WITHDRAWN, delegate=FLAGGED)) is Sound.STOP
    assert sound_of(answer(Verdict.NOT_RECORDED, delegate=FLAGGED)) is Sound.NOT_RECORDED
