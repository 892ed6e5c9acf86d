"""The desk in a real window: focus, a scanner's keys, and what is on disk when it is closed."""

import shutil
from pathlib import Path
from time import monotonic, sleep

import pytest

from checkin.bootstrap import open_meeting
from tests.conftest import SALMA, Clock
from tests.journeys.screen import Screen, program, screen

AT = ("--at", "2022-07-05T08:45:00+02:00")


@pytest.fixture
def real_screen():
    with screen() as made:
        yield made


@pytest.fixture
def codes(meeting_file: Path, clock: Clock) -> list[str]:
    """What the badges of the meeting say."""
    services = open_meeting(meeting_file, clock)
    found = [badge.token for badge, _ in services.badges.all(SALMA)]
    services.close()
    return found


def arrived(file: Path, clock: Clock) -> list[str]:
    """Who is in, by a copy of the file that the desk has let go of."""
    services = open_meeting(file, clock)
    try:
        assert services.care.check(SALMA, deep=True).ok
        standing = [one for one in services.file.arrivals.all() if not one.withdrawn]
        return [one.delegate_id or "" for one in standing]
    finally:
        services.close()


def ended(running, within: float = 20) -> int:
    """The exit code of a program that was told to end."""
    end = monotonic() + within
    while running.poll() is None and monotonic() < end:
        sleep(0.05)
    return running.poll()


def test_a_scanner_types_into_the_window_and_closing_it_leaves_all_on_disk(
    real_screen: Screen, meeting_file: Path, codes: list[str], tmp_path: Path, clock: Clock
) -> None:
    desk = Path(shutil.copy(meeting_file, tmp_path / "desk.checkin"))
    with program(real_screen, desk, *AT) as running:
        window = real_screen.window("Border management")
        real_screen.ask("windowfocus", "--sync", window)
        for token in codes:
            real_screen.scan(token)
        real_screen.scan("rubbish that nobody knows")
        real_screen.press("ctrl+z")
        real_screen.press("F1", "F1")
        real_screen.press("ctrl+q")
        assert ended(running) == 0
        assert running.stderr
        assert running.stderr.read() == b""
    assert len(arrived(desk, clock)) == len(codes) - 1
