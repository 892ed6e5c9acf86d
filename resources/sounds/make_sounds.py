"""Makes the sounds of the desk from the table below, byte for byte the same on every computer.

Run: python resources/sounds/make_sounds.py [--to FOLDER]
"""

import argparse
import sys
import wave
from array import array
from math import pi, sin
from pathlib import Path

RATE = 44_100
LOUD = 0.5  # of the most that 16 bits hold
FADE_MS = 6  # no click where a note begins or ends
ROUND, REEDY = (1.0, 0.2), (1.0, 0.0, 0.5, 0.0, 0.25)  # how strong the partials are

Note = tuple[int, int, int]  # hertz, milliseconds it lasts, milliseconds of silence after it

SOUNDS: dict[str, tuple[tuple[float, ...], tuple[Note, ...]]] = {
    "welcome": (ROUND, ((660, 80, 30), (990, 170, 0))),  # short, long, rising
    "provisional": (ROUND, ((660, 80, 30), (990, 80, 30), (330, 240, 0))),  # and one low
    "already": (ROUND, ((587, 110, 110), (587, 110, 0))),  # two alike, apart
    "attention": (ROUND, ((880, 240, 40), (880, 60, 40), (880, 60, 0))),  # long, short, short
    "stop": (REEDY, ((220, 130, 60), (220, 130, 60), (220, 130, 0))),  # three low
    "again": (REEDY, ((440, 40, 0),)),  # one click
    "not_recorded": (REEDY, ((830, 60, 30), (415, 60, 30)) * 3),  # an alarm, six in a hurry
    "undo": (ROUND, ((660, 170, 30), (440, 80, 0))),  # long, short, falling
}


def samples(partials: tuple[float, ...], notes: tuple[Note, ...]) -> "array[int]":
    """One sound as 16-bit samples."""
    made = array("h")
    for hertz, lasts, silence in notes:
        count = RATE * lasts // 1000
        made.extend(_sample(partials, hertz, at, count) for at in range(count))
        made.extend([0] * (RATE * silence // 1000))
    return made


def _sample(partials: tuple[float, ...], hertz: int, at: int, count: int) -> int:
    fade = RATE * FADE_MS // 1000
    swell = min(at, count - 1 - at, fade) / fade
    turn = 2 * pi * hertz * at / RATE
    level = sum(part * sin(turn * times) for times, part in enumerate(partials, 1))
    return round(32_767 * LOUD * swell * level / sum(partials))


def write(to: Path) -> list[Path]:
    """Writes every sound into a folder."""
    written = []
    for name, (partials, notes) in SOUNDS.items():
        path = to / f"{name}.wav"
        made = samples(partials, notes)
        if sys.byteorder == "big":
            made.byteswap()
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(made.tobytes())
        written.append(path)
    return written


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--to", type=Path, default=Path(__file__).resolve().parent)
    for path in write(options.parse_args().to):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
