"""The evening before: the desk rehearses the door, changes hands, and the meeting knows nothing."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin.bootstrap import open_meeting
from checkin.gui.front import Front
from checkin.gui.window import Window
from checkin.services.care import make_meeting
from tests.conftest import SALMA, Clock
from tests.journeys.at_the_window import Card, Day
from tests.people import MEETING_DAYS, list_of
from tests.services.staging import badge, rows

FIRST = MEETING_DAYS[0]


@dataclass(frozen=True, slots=True)
class Evening:
    """The meeting's file, the badges by reference, and the program it is open in."""

    file: Path
    badges: dict[str, str]
    front: Front
    day: Day


@pytest.fixture
def evening(
    qtbot: QtBot, front: Front, tmp_path: Path, clock: Clock, practice_place: Path
) -> Evening:
    """19:30 in Madrid; the list is in, the badges lie ready, nobody has said who sits there."""
    clock.set("2022-07-04T19:30:00+02:00")
    file = tmp_path / "madrid.checkin"
    make_meeting(file, "Rabat Process", "Madrid", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
    services = open_meeting(file, clock)
    services.lists.apply(services.lists.read(list_of(tmp_path / "list.csv")), SALMA)
    references = [one.reference for one in services.lists.everybody(SALMA)]
    held = {reference: badge(services, reference).token for reference in references}
    services.close()
    front.open(file)
    return Evening(file, held, front, at_work(qtbot, front, clock))


def at_work(qtbot: QtBot, front: Front, clock: Clock) -> Day:
    """The window that is shown now, ready for the first scan and with nothing under way."""
    window = front.shown
    assert isinstance(window, Window)
    qtbot.waitUntil(lambda: window._prepared is True and window.page.field.hasFocus())
    qtbot.waitUntil(lambda: len(window.stack.pages) == 5, timeout=20_000)
    qtbot.waitUntil(lambda: not window._board.tasks.running, timeout=20_000)
    return Day(qtbot, window, clock)


def crossed(evening: Evening) -> Evening:
    """Ctrl+R, and what the window's place holds then."""
    before, qtbot = evening.front.shown, evening.day.qtbot
    key = evening.day.window.rehearsal._key
    assert key.isEnabled()
    key.activated.emit()  # a disabled window would never see the key go up again
    qtbot.waitUntil(lambda: evening.front.shown is not before and evening.front.shown.isVisible())
    day = at_work(qtbot, evening.front, evening.day.clock)
    return Evening(evening.file, evening.badges, evening.front, day)


def sits_down(day: Day, name: str) -> None:
    """F9, the name, Enter."""
    day.hands.press("F9")
    assert day.hands.at == "Your name"
    day.hands.write(name)
    day.hands.press("Return")


def welcome(name: str, delegation: str) -> Card:
    return Card("WELCOME", "Recorded.", name, delegation)


def the_door_is_rehearsed(day: Day, badges: dict[str, str]) -> None:
    """Real badges, a name that is typed, a walk-in, a step taken back: all as tomorrow."""
    hands, page = day.hands, day.window.page
    assert "REHEARSAL of Tuesday 5 July 2022" in day.window.rehearsal.band.text
    assert page.heading.title.text() == "Tuesday 5 July 2022"
    assert day.scan(badges["R-1"]) == welcome("EL OUAFI Nadia", "Morocco")
    assert day.scan(badges["R-1"], then=20).word == "ALREADY IN"
    assert len(day.find("bennani")) == 2
    hands.press("Return", "Return")
    assert day.card.word == "WELCOME"
    day.clock.wait(seconds=20)
    assert day.arrived == "2 of 7 arrived"
    hands.press("F4")
    hands.write("TREMBLAY")
    hands.press("Ctrl+Return", "Ctrl+Return")  # no delegation is given: the same once more
    assert day.arrived == "3 of 8 arrived"
    hands.press("Ctrl+Z")
    assert day.arrived == "2 of 7 arrived"


def the_trainee_takes_over(day: Day, badges: dict[str, str]) -> None:
    """A shift change is rehearsed like everything else."""
    sits_down(day, "Omar")
    assert day.window.page.heading.desk_name.text() == "Desk Entrance   ·   Omar"
    day.scan(badges["R-5"])
    assert last_operator(day) == "Omar"


def last_operator(day: Day) -> str:
    connection = day.window._desk.services.file.connection
    (name,) = connection.one("SELECT operator FROM fact ORDER BY clock DESC LIMIT 1")
    return str(name)


def test_the_evening_before(evening: Evening, clock: Clock, practice_place: Path) -> None:
    sits_down(evening.day, "Salma")
    assert evening.day.scan(evening.badges["R-1"]).word == "NOT A MEETING DAY"
    evening.day.hands.press("Escape")
    meeting = evening.day.window
    before = rows(meeting._desk.services)

    rehearsal = crossed(evening)
    assert rehearsal.day.window is not meeting
    the_door_is_rehearsed(rehearsal.day, evening.badges)
    the_trainee_takes_over(rehearsal.day, evening.badges)

    returned = crossed(rehearsal)
    assert returned.day.window is meeting
    assert meeting.rehearsal.band is None
    assert meeting.page.heading.desk_name.text() == "Desk Entrance   ·   Salma"
    assert rows(meeting._desk.services) == before
    assert list(practice_place.iterdir()) == []

    clock.set("2022-07-05T08:45:00+02:00")
    meeting.page.heading.tick()
    assert returned.day.scan(evening.badges["R-1"]) == welcome("EL OUAFI Nadia", "Morocco")
    assert last_operator(returned.day) == "Salma"
    sits_down(returned.day, "Omar")
    assert returned.day.scan(evening.badges["R-5"]).word == "WELCOME"
    assert last_operator(returned.day) == "Omar"
    evening.front.leave()

    services = open_meeting(evening.file, clock)
    assert services.reception.count(FIRST).arrived == 2
    assert [one.arrival.operator for one in services.reception.last_arrivals(FIRST, 5)] == [
        "Omar",
        "Salma",
    ]
    assert services.care.check(SALMA, deep=True).ok
    assert services.shift.sat_here(SALMA)[:2] == ["Omar", "Salma"]
    services.close()
