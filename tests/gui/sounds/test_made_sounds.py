"""The sounds as files: made anew they are the same; each is told apart by its rhythm alone."""

import subprocess
import sys
import wave
from array import array
from itertools import combinations
from pathlib import Path

import pytest

from checkin.domain.sound import Sound
from tests.rules.source import ROOT

SOUNDS = ROOT / "resources" / "sounds"
LONGEST_S, STEP_S = 0.6, 0.01


def heard(path: Path) -> tuple[array, int]:
    """The samples of a file, and how many make a second."""
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        samples = array("h", file.readframes(file.getnframes()))
        if sys.byteorder == "big":
            samples.byteswap()
        return samples, file.getframerate()


def rhythm(path: Path) -> list[int]:
    """How long it sounds and is silent, in turns, in hundredths of a second; no pitch in it."""
    samples, rate = heard(path)
    step = int(rate * STEP_S)
    turns, loud = [0], True
    for begin in range(0, len(samples), step):
        now = max(map(abs, samples[begin : begin + step])) > 1500
        if now != loud:
            turns.append(0)
            loud = now
        turns[-1] += 1
    return turns


def test_the_script_makes_the_same_files_byte_for_byte(tmp_path):
    script = [sys.executable, str(SOUNDS / "make_sounds.py"), "--to", str(tmp_path)]
    subprocess.run(script, check=True, capture_output=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in SOUNDS.glob("*.wav")}


def test_there_is_a_file_for_every_sound_and_no_other():
    assert {path.stem for path in SOUNDS.glob("*.wav")} == set(Sound)


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_is_short_and_neither_clicks_nor_distorts(sound):
    samples, rate = heard(SOUNDS / f"{sound}.wav")
    assert len(samples) / rate < LONGEST_S
    assert samples[0] == samples[-1] == 0
    assert 10_000 < max(map(abs, samples)) < 32_000


def test_no_two_sounds_have_the_same_rhythm():
    """Somewhere two differ by 50 milliseconds or more, or by the number of their notes."""
    rhythms = {sound: rhythm(SOUNDS / f"{sound}.wav") for sound in Sound}
    for one, other in combinations(Sound, 2):
        first, second = rhythms[one], rhythms[other]
        apart = [abs(a - b) for a, b in zip(first, second, strict=False)]
        assert len(first) != len(second) or max(apart) >= 5, (one, other)
