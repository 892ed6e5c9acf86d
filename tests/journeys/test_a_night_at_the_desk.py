"""A dinner over midnight, and working groups the next morning, by keys and scans alone."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin.bootstrap import open_meeting
from checkin.domain.arrival import MAIN_POINT
from checkin.gui.front import Front
from checkin.gui.window import Window
from tests.conftest import SALMA, Clock
from tests.journeys.at_the_window import Card, Day
from tests.people import MEETING_DAYS
from tests.services.staging import badge

FIRST, SECOND = MEETING_DAYS
NOT_NOW = "NOT A MEETING DAY"


@dataclass(frozen=True, slots=True)
class Night:
    """The window, and the badges by reference."""

    day: Day
    badges: dict[str, str]

    @property
    def band(self) -> str:
        """What the band over the card says; "" while there is none."""
        shown = self.day.window.page.posts.band
        return shown.text if shown.isVisible() else ""

    @property
    def count(self) -> tuple[str, str]:
        """What is counted at the side, and how many came."""
        page = self.day.window.page
        self.day.qtbot.waitUntil(lambda: not page._later.isActive())
        return page.today._title.text(), page.today.number.text()

    def until(self, at: str) -> None:
        """Time passes; the window hears of it with the full minute."""
        self.day.clock.set(at)
        self.day.window.page.heading.timer.timeout.emit()


@pytest.fixture
def night(qtbot: QtBot, front: Front, meeting_file: Path, clock: Clock) -> Night:
    """The window two days before the meeting, while desks are set up."""
    services = open_meeting(meeting_file, clock)
    people = [one.reference for one in services.lists.everybody(SALMA)]
    badges = {reference: badge(services, reference).token for reference in people}
    services.close()
    clock.set("2022-07-03T16:00:00+02:00")
    front.open(meeting_file)
    assert isinstance(front.shown, Window)
    made = Day(qtbot, front.shown, clock)
    qtbot.waitUntil(lambda: len(front.shown.stack.pages) == 5, timeout=20_000)
    return Night(made, badges)


def a_desk_is_tried_out(night: Night) -> None:
    """Two days before, nobody arrives unless somebody wants it; what was tried is taken back."""
    day, hands = night.day, night.day.hands
    assert day.scan(night.badges["R-1"]).word == NOT_NOW
    hands.press("F8", "F8")
    assert night.band.startswith("ANOTHER DAY: recorded for Tuesday 5 July 2022.")
    assert "Today is Sunday 3 July 2022." in night.band
    assert day.scan(night.badges["R-1"]).sentence == "Recorded for 5 July."
    hands.press("Ctrl+Z")
    assert night.count == ("Arrived on 5 July", "0")
    night.until("2022-07-04T00:00:00+02:00")
    assert night.band
    night.until("2022-07-05T00:00:00+02:00")
    assert not night.band
    assert night.count == ("Arrived today", "0")


def two_working_groups_are_made(night: Night) -> None:
    """On the meeting page, by keys: groups A and B on the second day."""
    hands = night.day.hands
    hands.press("Alt+5")
    for group in "AB":
        hands.tab_to("Add a session")
        hands.press("Space")
        hands.tab_to("Title, English")
        hands.write(f"Working group {group}")
        hands.tab_to("Held on")
        hands.press("End")
        hands.tab_to("Working group expected (empty: everybody)")
        hands.write(group)
        hands.press("Ctrl+Return")
    hands.press("Alt+1")


def the_dinner_goes_on_after_midnight(night: Night) -> None:
    """A scan before midnight, one after it, and on purpose one more for the evening."""
    day, hands = night.day, night.day.hands
    night.until("2022-07-05T23:59:55+02:00")
    assert day.scan(night.badges["R-1"], then=10) == Card(
        "WELCOME", "Recorded.", "EL OUAFI Nadia", "Morocco"
    )
    assert day.scan(night.badges["R-1"]).word == "WELCOME"
    assert night.count == ("Arrived today", "1")
    hands.press("Ctrl+Z")
    assert night.count == ("Arrived today", "0")
    hands.press("F8")
    offered = [row.text() for row in day.window.page.posts.panel.rows]
    assert offered == [
        "Today, Wednesday 6 July 2022: the door (now)",
        "Today, Wednesday 6 July 2022: Working group A",
        "Today, Wednesday 6 July 2022: Working group B",
        "Tuesday 5 July 2022: the door",
    ]
    hands.press("Down", "Down", "F8")
    assert "recorded for Tuesday 5 July 2022" in night.band
    assert day.scan(night.badges["R-1"]).word == "ALREADY IN"
    assert day.scan(night.badges["R-2"]).sentence == "Recorded for 5 July."
    assert night.count == ("Arrived on 5 July", "2")
    hands.press("F8", "F8")
    assert not night.band
    assert night.count == ("Arrived today", "0")


def group_a_meets(night: Night) -> None:
    """One comes by the door, one straight to the room, one to the wrong room and is let in."""
    day, hands, page = night.day, night.day.hands, night.day.window.page
    night.until("2022-07-06T09:00:00+02:00")
    assert day.scan(night.badges["R-1"]).sentence == "Recorded."
    hands.press("F8", "F8")
    assert night.band == "SESSION: recorded for Working group A, not at the door.   F8 changes."
    assert night.count == ("Working group A", "0")
    assert day.scan(night.badges["R-1"]).sentence == "Recorded for Working group A."
    assert day.scan(night.badges["R-2"]).sentence == "Recorded for Working group A."
    assert day.scan(night.badges["R-3"]).sentence == "Recorded for Working group A."
    assert page.card.face.facts == (("Listed for", "Working group B"),)
    again = day.scan(night.badges["R-2"])
    assert again.word == "ALREADY IN"
    assert "Working group A" in again.sentence
    assert night.count == ("Working group A", "2")
    hands.press("Ctrl+Z")
    hands.press("F8", "F8")
    assert night.count == ("Arrived today", "1")
    assert day.scan(night.badges["R-2"]).sentence == "Recorded."


def the_clock_falls_back(night: Night) -> None:
    """At 1970 the card is clear, the desk goes on, and the right time brings the right day."""
    day = night.day
    day.clock.set("1970-01-01T00:00:30+00:00")
    card = day.scan(night.badges["R-4"])
    assert card.word == NOT_NOW
    assert "Thursday 1 January 1970" in card.sentence
    night.until("2022-07-06T09:30:00+02:00")
    assert day.scan(night.badges["R-4"]).sentence == "Recorded."
    assert night.count == ("Arrived today", "3")


def test_a_night_and_a_morning_at_the_desk(night: Night, meeting_file: Path, clock: Clock) -> None:
    a_desk_is_tried_out(night)
    two_working_groups_are_made(night)
    the_dinner_goes_on_after_midnight(night)
    group_a_meets(night)
    the_clock_falls_back(night)
    night.day.window.close()
    night.day.qtbot.waitUntil(lambda: not night.day.window.isVisible())
    services = open_meeting(meeting_file, clock)
    standing = [one for one in services.file.arrivals.all() if not one.withdrawn]
    places = sorted((one.day, one.point) for one in standing)
    door, group = MAIN_POINT, "working-group-a"
    assert places == [(FIRST, door)] * 2 + [(SECOND, door)] * 3 + [(SECOND, group)] * 2
    after = next(
        one for one in standing if one.day == FIRST and one.at.day == 5 and one.at.hour > 21
    )
    assert after.at.isoformat().startswith("2022-07-05T22:")
    totals = services.attending.attendance("en").totals
    assert [one.arrived for one in totals] == [2, 3]
    assert services.care.check(SALMA, deep=True).ok
    services.close()
