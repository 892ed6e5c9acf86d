"""A scanner set to the US layout, its keys sent by X to a window of ours, on every keyboard."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from checkin.bootstrap import open_meeting
from tests.cli.command import ROOT
from tests.conftest import SALMA, Clock
from tests.journeys.screen import Screen, screen
from tests.people import many_people

AT = "2022-07-05T08:45:00+02:00"
LATIN = ["us", "fr", "es", "ma:french", "pt", "de", "it"]
OTHERS = ["gr", "fr:bepo", "ara"]
X_KEYS = {
    letter: start + at
    for start, row in ((10, "1234567890-="), (24, "QWERTYUIOP[]"), (38, "ASDFGHJKL;'`"))
    for at, letter in enumerate(row)
} | {letter: 51 + at for at, letter in enumerate("\\ZXCVBNM,./")}
X_KEYS |= {"\n": 36, "\t": 23}
CAPS = "66"


@pytest.fixture
def on() -> Iterator[Screen]:
    if not shutil.which("setxkbmap"):
        pytest.skip("keyboard layouts need setxkbmap, and there is none")
    with screen() as made:
        yield made


@pytest.fixture
def people(empty_file: Path, tmp_path: Path, clock: Clock) -> dict[str, str]:
    """The codes of eighty people by their reference."""
    services = open_meeting(empty_file, clock)
    services.lists.apply(services.lists.read(many_people(tmp_path / "list.csv", 80)), SALMA)
    found = {who.reference: one.token for one, who in services.badges.all(SALMA) if who}
    services.close()
    return found


@dataclass(frozen=True, slots=True)
class Desk:
    """The window in another process, and what it says."""

    on: Screen
    running: subprocess.Popen[str]
    texts: list[str]  # what stands in all lines of the window before anything is scanned

    def answer(self) -> dict[str, Any]:
        found = said(self.running)
        assert isinstance(found, dict)
        return found

    def layout(self, name: str) -> None:
        layout, _, variant = name.partition(":")
        chosen = ["-variant", variant] if variant else []
        command = ["setxkbmap", "-layout", layout, *chosen]
        subprocess.run(command, env=self.on.surroundings, check=True)

    def scan(self, text: str, pace: int = 3, capitals: bool = True) -> None:
        """Sends the keys themselves, Shift with each letter as a scanner does."""
        keys = [X_KEYS[letter] for letter in text]
        shifted = [capitals and letter.isalpha() for letter in text]
        names = [f"shift+{key}" if up else str(key) for key, up in zip(keys, shifted, strict=True)]
        self.on.ask("key", "--delay", str(pace), *names)

    def caps_lock(self) -> None:
        self.on.press(CAPS)


def said(running: subprocess.Popen[str]) -> Any:
    assert running.stdout
    return json.loads(running.stdout.readline())


@contextmanager
def desk(on: Screen, meeting: Path) -> Iterator[Desk]:
    running = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.scanned_window", str(meeting), AT],
        env=on.surroundings | {"HOME": str(meeting.parent)},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        made = Desk(on, running, said(running))
        on.focus("Border management")
        yield made
    finally:
        running.kill()
        running.communicate()


PLACES = {
    "the desk's field": [],
    "a table": ["alt+2"],
    "a search field": ["alt+2", "ctrl+f"],
    "a name": ["alt+2", "ctrl+n"],
    "a button": ["alt+5", "Tab", "Tab"],
    "reports": ["alt+4"],
}


@pytest.mark.timeout(240)
@pytest.mark.parametrize("place", PLACES)
def test_every_keyboard(
    on: Screen, empty_file: Path, people: dict[str, str], clock: Clock, place: str
) -> None:
    left, suffixes, done = iter(people.items()), cycle(["\n", "\t", "", "\n\n"]), []
    with desk(on, empty_file) as window:
        on.press(*PLACES[place])
        before: dict[str, Any] = {}
        for layout in LATIN + OTHERS:
            window.layout(layout)
            for capitals in (True, False):
                if not capitals:
                    window.caps_lock()
                who, code = next(left)
                window.scan(code + next(suffixes), capitals=capitals)
                answer = window.answer()
                where = (place, layout, capitals)
                assert (answer["scan"], answer["name"]) == (code, who), where
                assert answer["verdict"] == "welcome", where
                before = before or answer
                assert answer["texts"] == window.texts, where
                assert answer["focus"] == before["focus"], where
                assert answer["front"] == before["front"], where
                done.append(who)
                if not capitals:
                    window.caps_lock()
    services = open_meeting(empty_file, clock)
    names = {who.id: who.reference for who in services.lists.everybody(SALMA)}
    arrived = [names[one.delegate_id or ""] for one in services.file.arrivals.all()]
    services.close()
    assert sorted(arrived) == sorted(done)


@pytest.mark.timeout(240)
@pytest.mark.parametrize("layout", ["us", "fr", "fr:bepo", "gr"])
def test_slow_and_fast_scanners(
    on: Screen, empty_file: Path, people: dict[str, str], layout: str
) -> None:
    with desk(on, empty_file) as window:
        on.press("alt+2", "ctrl+f")
        window.layout(layout)
        for (who, code), pace in zip(people.items(), (1, 12, 30, 45, 60), strict=False):
            window.scan(code + "\n", pace)
            answer = window.answer()
            assert (answer["scan"], answer["name"]) == (code, who), pace
            assert answer["texts"] == window.texts, pace
