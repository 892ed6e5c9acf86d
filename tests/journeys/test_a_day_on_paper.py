"""The morning on which nothing works but a pencil, by keys alone; mended the next day."""

import json
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from checkin.bootstrap import Services, open_meeting
from checkin.gui.front import Front
from checkin.gui.window import Window
from checkin.services.care import make_meeting
from tests.conftest import SALMA, Clock
from tests.journeys.at_the_window import Card, Day
from tests.people import MEETING_DAYS, list_of
from tests.services.staging import badge, journal, payloads

FIRST, SECOND = MEETING_DAYS
PEOPLE = """\
Reference;Family name;Given names;Function;Delegation;Capacity
S-1;SARR;Awa;Minister;Senegal;Head of delegation
S-2;DIOP;Ibrahima;Director;Senegal;Delegate
P-1;FERRO;Rui;Deputy Director;Portugal;Alternate
F-1;LENOIR;Claire;Magistrate;France;Delegate
M-1;VELLA;Joseph;Attaché;Malta;Delegate
"""


@pytest.fixture
def file(tmp_path: Path, clock: Clock) -> Path:
    """The list is in; it is the evening before."""
    clock.set("2022-07-04T18:00:00+02:00")
    made = tmp_path / "madrid.checkin"
    make_meeting(made, "Rabat Process", "Madrid", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
    services = open_meeting(made, clock)
    services.lists.apply(services.lists.read(list_of(tmp_path / "a.csv", PEOPLE)), SALMA)
    services.close()
    return made


def at_the_window(qtbot: QtBot, front: Front, file: Path, clock: Clock) -> Day:
    front.open(file)
    assert isinstance(front.shown, Window)
    made = Day(qtbot, front.shown, clock)
    qtbot.waitUntil(lambda: len(front.shown.stack.pages) == 5, timeout=20_000)
    return made


def the_list_is_printed(day: Day, to: Path) -> str:
    """One key brings it on its way to a printer; there is none, and it is saved."""
    day.hands.press("Ctrl+D")
    page = day.window.stack.page("attendance")
    day.qtbot.waitUntil(lambda: page.reports.printing.isVisible(), timeout=20_000)
    day.hands.press("Ctrl+S")
    day.save_as(to)
    with pypdfium2.PdfDocument(to) as document:
        (text,) = [page.get_textpage().get_text_range() for page in document]
    return text


def ticks(day: Day, *lines: tuple[str, ...]) -> None:
    """A time now and then, and a number or a name each."""
    for line in lines:
        day.hands.write(line[0])
        day.hands.press(*["Return"] * (1 if len(line) == 1 else int(line[1])))


def the_ticks_are_typed_in(day: Day, services: Services) -> None:
    """Two at the same time by number, one by name, one who is in by a scan already."""
    numbers = {ref: badge(services, ref).number for ref in ("S-1", "S-2", "P-1", "F-1")}
    day.hands.press("F10")
    assert day.hands.at == "Time on paper"
    ticks(day, ("845",))
    assert day.hands.at == "Badge number or name"
    ticks(day, (numbers["S-1"],), (numbers["S-2"],))
    assert day.said == "DIOP Ibrahima: 5 July at 08:45, from paper. Recorded."
    ticks(day, ("lenoir", "2"))
    panel = day.window.page.afterwards._tick
    shown = [(line.time, line.name) for line in panel.list.lines]
    assert shown == [
        ("08:45", "LENOIR Claire"),
        ("08:45", "DIOP Ibrahima"),
        ("08:45", "SARR Awa"),
    ]
    ticks(day, (numbers["P-1"],))
    assert "before the arrival at 10:30 that was known. Recorded." in day.said
    ticks(day, (numbers["P-1"],))
    assert panel.trouble.text().startswith("ALREADY IN. FERRO Rui: 5 July at 08:45: in already")
    day.hands.press("Ctrl+A", "Delete")
    ticks(day, ("ZZ-999",))
    assert panel.trouble.text().startswith("UNKNOWN. A badge number that nobody has")
    day.hands.press("Ctrl+A", "Delete", "Ctrl+Z")
    day.qtbot.waitUntil(lambda: panel.extra.text() == "3")
    day.hands.press("Esc")


def the_next_day_asks_why(day: Day) -> None:
    """One was ticked for another: found by name, taken back with a reason."""
    day.hands.press("Ctrl+B")
    assert day.hands.at == "Name or badge number"
    day.hands.write("lenoir")
    panel = day.window.page.afterwards._day
    day.hands.press("Tab", "Up")
    assert panel.day.currentText() == "Tuesday 5 July 2022"
    assert [line.name for line in panel.list.lines] == ["LENOIR Claire"]
    day.hands.press("Ctrl+Return")
    assert day.hands.at == "Why?"
    day.hands.press("Ctrl+Return")
    assert "A reason is needed" in day.window.page.afterwards._reason.trouble.text()
    day.hands.write("the tick was for somebody else")
    day.hands.press("Ctrl+Return")
    assert day.said == "Taken back: the arrival of LENOIR Claire at 5 July, 08:45."


@pytest.mark.timeout(180)
def test_a_morning_on_paper(
    qtbot: QtBot, front: Front, file: Path, clock: Clock, tmp_path: Path
) -> None:
    day = at_the_window(qtbot, front, file, clock)
    paper = the_list_is_printed(day, tmp_path / "door.pdf")
    for said in ("Tuesday 5 July 2022", "SARR Awa", "SN-001", "Deputy Director"):
        assert said in paper
    day.go_to("Alt+1", "reception")
    clock.set("2022-07-05T10:30:00+02:00")
    services = day.window._desk.services
    token = badge(services, "P-1").token
    assert day.scan(token) == Card("WELCOME", "Recorded.", "FERRO Rui", "Portugal")
    the_ticks_are_typed_in(day, services)
    again = day.scan(badge(services, "S-1").token)
    assert again.word == "ALREADY IN"
    assert "at 08:45, Desk Entrance, from paper, entered 10:30" in again.sentence
    clock.set("2022-07-06T09:00:00+02:00")
    the_next_day_asks_why(day)
    with qtbot.waitSignal(day.window.closed):
        day.hands.press("Ctrl+Q")
    services = open_meeting(file, clock)
    what_the_journal_says(services)
    services.close()


def what_the_journal_says(services: Services) -> None:
    """Every tick with both times, what was taken back with why; nothing is gone."""
    assert services.care.check(SALMA, deep=True).ok
    kinds = Counter(journal(services))
    assert (kinds["ArrivalRecorded"], kinds["ArrivalWithdrawn"]) == (5, 2)
    reasons = [json.loads(one).get("reason", "") for one in payloads(services, "ArrivalWithdrawn")]
    assert reasons == ["", "the tick was for somebody else"]
    ticked = [one for one in services.file.arrivals.all() if one.from_paper]
    assert {services.meeting.iso(one.at) for one in ticked} == {"2022-07-05T08:45:00+02:00"}
    assert all(one.entered_at.date() == FIRST for one in ticked)
    assert services.reception.count(FIRST).arrived == 3
