"""The desk in a real window: focus, a scanner's keys, and what is on disk when it is closed."""

import shutil
from pathlib import Path
from time import monotonic, sleep

import pytest

from checkin.bootstrap import open_meeting
from checkin.domain.verdict import Verdict
from checkin.gui.look.theme import theme
from checkin.services.care import make_meeting
from tests.conftest import SALMA, Clock
from tests.journeys.screen import Screen, program, screen
from tests.people import MEETING_DAYS, many_people
from tests.services.staging import badge, other_meeting

LOOK = theme("light")
TITLE = "Border management"
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


def shows(on: Screen, verdict: Verdict) -> None:
    """Waits for the card of a verdict: its colour covers much of the screen."""
    colour = LOOK.verdicts[verdict].fill
    on.wait_for(lambda: on.share(colour) > 0.1, f"a card {verdict}")


def rests(on: Screen) -> None:
    """Waits until no card of a verdict is on the screen."""
    fills = {LOOK.verdicts[one].fill for one in Verdict} - {"#FFFFFF"}
    on.wait_for(lambda: all(on.share(fill) < 0.1 for fill in fills), "a card that rests")


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
        real_screen.ask("sleep", "0.2")  # no hand is on other keys sooner
        real_screen.press("ctrl+z")
        real_screen.press("F1", "F1")
        real_screen.press("ctrl+q")
        assert ended(running) == 0
        assert running.stderr
        assert running.stderr.read() == b""
    assert len(arrived(desk, clock)) == len(codes) - 1


@pytest.fixture
def queue(empty_file: Path, tmp_path: Path, clock: Clock) -> tuple[Path, list[str]]:
    """A meeting of forty and two of one name; the codes of the forty."""
    services = open_meeting(empty_file, clock)
    listed = many_people(tmp_path / "list.csv", 40)
    with listed.open("a", encoding="utf-8") as file:
        file.write("T-1,BENNANI,Mohamed,Morocco\nT-2,BENNANI,Mohamed,Tunisia\n")
    services.lists.apply(services.lists.read(listed), SALMA)
    codes = [badge(services, f"X-{number}").token for number in range(40)]
    services.close()
    return empty_file, codes


@pytest.mark.timeout(240)
def test_a_morning_in_a_real_window(
    real_screen: Screen, queue: tuple[Path, list[str]], tmp_path: Path, clock: Clock
) -> None:
    (desk, codes), on = queue, real_screen
    with other_meeting(tmp_path, clock) as other:
        strange = badge(other, "R-1").token
    more = many_people(tmp_path / "more.csv", 2000, "Spain")
    more.write_text(more.read_text("utf-8").replace("X-", "Y-").replace("NAME", "MORE"), "utf-8")
    with program(on, desk, *AT) as running:
        on.focus(TITLE)
        for code in codes[:25]:
            on.scan(code)
        shows(on, Verdict.WELCOME)
        on.scan(strange)
        shows(on, Verdict.OTHER_MEETING)
        on.scan(codes[25][:20])
        rests(on)
        on.scan(codes[25])
        shows(on, Verdict.WELCOME)
        on.ask("type", "--delay", "40", "moh ben")
        rests(on)  # the list covers the card
        on.press("Down", "Return", "Return")
        shows(on, Verdict.WELCOME)
        on.press("ctrl+z")
        rests(on)
        on.press("alt+2", "alt+3", "alt+4", "alt+5", "alt+1")
        on.scan(codes[26])
        shows(on, Verdict.WELCOME)
        a_list_while_scans_go_on(on, more, codes[27:30])
        on.press("ctrl+q")
        assert ended(running) == 0
        assert running.stderr
        assert running.stderr.read() == b""
    assert len(arrived(desk, clock)) == 30
    services = open_meeting(desk, clock)
    people = [one.family_name for one in services.lists.everybody(SALMA)]
    services.close()
    assert len(people) == 2042


def a_list_while_scans_go_on(on: Screen, path: Path, codes: list[str]) -> None:
    """Chosen by a typed path, taken in by the space bar; the desk scans before and meanwhile."""
    on.press("ctrl+i")
    on.focus("Choose a list")
    on.ask("type", "--delay", "40", str(path))  # faster, it would be a scan
    on.ask("sleep", "0.3")
    on.press("Return")
    on.wait_for(lambda: on.focused == TITLE, "the keys at the window again")
    on.press("Escape")
    on.scan(codes[0])
    shows(on, Verdict.WELCOME)
    on.press("Escape")
    rests(on)
    on.press("ctrl+i")
    on.wait_for(lambda: on.light_at(1361, 300) < 0.6, "the panel over the page")
    on.wait_for(
        lambda: on.light_at(1312, 690) < 0.5, "a list that is compared: Import can be pressed"
    )
    on.press("space", "alt+1")
    for code in codes[1:]:
        on.scan(code)
    shows(on, Verdict.WELCOME)


def test_the_keys_stay_at_the_window_in_other_colours_without_a_window_manager(
    real_screen: Screen, meeting_file: Path, codes: list[str], clock: Clock
) -> None:
    on = real_screen
    with program(on, meeting_file, *AT) as running:
        on.focus(TITLE)
        for _ in range(3):  # and light again
            first = on.window(TITLE)
            on.ask("sleep", "0.7")  # as long as a hand takes to come back
            on.press("ctrl+t")
            on.wait_for(
                lambda: on.window(TITLE) != first and on.focused == TITLE,  # noqa: B023
                "the keys at the window in other colours",
            )
        on.scan(codes[0])
        shows(on, Verdict.WELCOME)
        on.press("ctrl+q")
        assert ended(running) == 0
    assert len(arrived(meeting_file, clock)) == 1


def test_a_second_start_raises_the_first_window_and_ends(
    real_screen: Screen, meeting_file: Path, codes: list[str], tmp_path: Path, clock: Clock
) -> None:
    on, settings = real_screen, ("--settings", tmp_path / "window.ini")
    make_meeting(
        *(tmp_path / "above.checkin", "Above", "Madrid", "Europe/Madrid"),
        *(MEETING_DAYS, SALMA, clock),
    )
    with program(on, meeting_file, *AT, *settings) as first:
        on.focus(TITLE)
        on.scan(codes[0])
        shows(on, Verdict.WELCOME)
        on.wait_for((tmp_path / "window.open").exists, "the sign that a window is there")
        elsewhere = ("--settings", tmp_path / "other.ini")
        with program(on, tmp_path / "above.checkin", *AT, *elsewhere):
            on.focus("Above")
            rests(on)  # it covers the first
            with program(on, meeting_file, *AT, *settings) as second:
                assert ended(second) == 0
            shows(on, Verdict.WELCOME)
        on.focus(TITLE)
        on.scan(codes[1])
        on.press("ctrl+q")
        assert ended(first) == 0
    assert len(arrived(meeting_file, clock)) == 2


def test_a_desk_that_is_killed_loses_nobody_whom_a_card_called_recorded(
    real_screen: Screen, queue: tuple[Path, list[str]], clock: Clock
) -> None:
    desk, codes = queue
    with program(real_screen, desk, *AT) as running:
        real_screen.focus(TITLE)
        for code in codes[:5]:
            real_screen.scan(code)
            shows(real_screen, Verdict.WELCOME)
            real_screen.press("Escape")
            rests(real_screen)
        for code in codes[5:10]:
            real_screen.scan(code)
        running.kill()
        assert ended(running) == -9
    assert 5 <= len(arrived(desk, clock)) <= 10
