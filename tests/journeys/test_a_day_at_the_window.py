"""One morning at the desk by keys alone: thirty people, 150 badges, the report of the day."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin.bootstrap import open_meeting
from checkin.gui.attendance.page import AttendancePage
from checkin.gui.badges.page import BadgesPage
from checkin.gui.front import Front
from checkin.gui.window import Window
from checkin.services.badges import BadgeChoice, read_codes
from checkin.services.care import make_meeting
from tests.conftest import SALMA, Clock
from tests.journeys.at_the_window import Card, Day
from tests.people import MEETING_DAYS
from tests.services.staging import badge, journal, other_meeting

FIRST = MEETING_DAYS[0]
COUNTRIES = ("Morocco", "Spain", "Senegal", "Portugal", "Niger", "France", "Malta")
FAMILIES = ("ALAMI", "CASTRO", "DIALLO", "FERRO", "IDRISSA", "LENOIR", "VELLA", "ZAHRI", "OKOYE")
LISTED = 149
QUEUE = 25


def people() -> list[tuple[str, ...]]:
    """147 invented people of seven delegations, and two of one name."""
    plain = [
        (f"R-{n}", f"{FAMILIES[n % 9]}-{n}", "Sami", COUNTRIES[n % 7]) for n in range(LISTED - 2)
    ]
    twins = [(f"T-{land}", "BENNANI", "Mohamed", land) for land in ("Morocco", "Tunisia")]
    return [*plain, *twins]


@dataclass(frozen=True, slots=True)
class Evening:
    """What is there the evening before: the file, the printed codes and all numbers by name."""

    file: Path
    codes: dict[str, str]
    numbers: dict[str, str]


@pytest.fixture
def evening(tmp_path: Path, clock: Clock) -> Evening:
    """The list is in; the badges of the first of it are printed, and read off the paper."""
    clock.set("2022-07-04T18:00:00+02:00")
    path, printed = tmp_path / "madrid.checkin", tmp_path / "first.pdf"
    make_meeting(path, "Rabat Process", "Madrid", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
    with (tmp_path / "list.csv").open("w", encoding="utf-8", newline="") as file:
        head = ("Reference", "Family name", "Given names", "Delegation")
        csv.writer(file).writerows([head, *people()])
    services = open_meeting(path, clock)
    services.lists.apply(services.lists.read(tmp_path / "list.csv"), SALMA)
    held = {holder.name: one for one, holder in services.badges.all(SALMA) if holder}
    first = [f"{family} {given}" for _, family, given, _ in people()[: QUEUE + 2]]
    tokens = frozenset(held[name].token for name in first)
    services.badges.save(printed, BadgeChoice(tokens=tokens), SALMA)
    services.close()
    read = paper(printed)
    assert read == tokens
    return Evening(
        path,
        {name: held[name].token for name in first},
        {name: one.number for name, one in held.items()},
    )


@pytest.fixture
def strange_code(tmp_path: Path, clock: Clock) -> str:
    """A sound badge of another meeting."""
    with other_meeting(tmp_path, clock) as other:
        return badge(other, "R-1").token


@pytest.fixture
def day(
    qtbot: QtBot, front: Front, evening: Evening, strange_code: str, clock: Clock
) -> Iterator[Day]:
    """The window on the morning of the first day; what held it up is printed at the end (`-s`)."""
    clock.set("2022-07-05T08:45:00+02:00")
    front.open(evening.file)
    assert isinstance(front.shown, Window)
    made = Day(qtbot, front.shown, clock)
    qtbot.waitUntil(lambda: len(front.shown.stack.pages) == 5, timeout=20_000)
    assert made.hands.place is front.shown.page.field
    yield made
    print(
        "\nThe longest holds of the event loop, in milliseconds:", *made.watchdog.lines(), sep="\n"
    )


def welcome(name: str) -> Card:
    """The card of somebody of the list who comes first today."""
    number = int(name.split()[0].split("-")[1])
    return Card("WELCOME", "Recorded.", name, COUNTRIES[number % 7])


def the_queue(day: Day, names: list[str], codes: dict[str, str], strange: str) -> None:
    """25 people, and what happens between them."""
    for place, name in enumerate(names):
        at = f"{day.clock.now:%H:%M:%S}"
        assert day.scan(codes[name], then=2 if place == 5 else 8) == welcome(name)
        if place == 5:  # the scanner reads the badge once more as it is taken away
            again = day.scan(codes[name])
            assert again == replace(
                welcome(name),
                sentence="Same badge, still in the reader. One arrival was recorded at"
                f" {at}; nothing new was recorded.",
            )
        if place == 10:
            assert day.scan(strange) == Card(
                "OTHER MEETING", "A sound badge, but of another meeting. Nothing was recorded."
            )
        if place == 15:  # the paper is creased over the code
            assert day.scan(codes[name][:22]) == Card(
                "SCAN AGAIN",
                "The code came through damaged: 22 of 29 letters. Nothing was recorded, and nobody"
                " was taken for somebody else.",
            )
        if place == 20:  # a colleague held up the badge: taken back, and the holder comes later
            day.hands.press("Ctrl+Z")
            assert day.card.word == "Ready"
            assert day.said.startswith(f"Taken back: the arrival of {name}")
            assert day.scan(codes[name]) == welcome(name)
    assert day.scan(codes[names[0]]) == replace(
        welcome(names[0]),
        word="ALREADY IN",
        sentence="Arrived today at 08:45, Desk Entrance, 3 min ago. Nothing was recorded again.",
    )
    assert day.arrived == f"{QUEUE} of {LISTED} arrived"


def two_of_one_name(day: Day) -> None:
    """Enter arms, Enter again records; the delegation tells them apart."""
    both = ["BENNANI Mohamed, Morocco, same name", "BENNANI Mohamed, Tunisia, same name"]
    for downs, land in enumerate(("Morocco", "Tunisia")):
        assert day.find("moh ben") == both
        day.hands.press(*["Down"] * downs, "Return")
        asked = f"Press Enter again to record BENNANI Mohamed, {land} for 5 July"
        assert asked in day.window.page.found.armed
        day.hands.press("Return")
        assert day.card == Card("WELCOME", "Recorded.", "BENNANI Mohamed", land)
        day.clock.wait(seconds=8)


def somebody_new(day: Day) -> None:
    """Added by hand, then found at the desk like everybody else."""
    day.go_to("Alt+2", "delegates")
    day.hands.press("Ctrl+N")
    for name, text in (
        ("Family name", "TREMBLAY"),
        ("Given names", "Zoé"),
        ("Delegation", "Malta"),
        ("Function", "Judge"),
    ):
        day.hands.tab_to(name)
        day.hands.write(text)
    day.hands.press("Ctrl+Return")
    assert day.said == "Added: TREMBLAY Zoé"
    day.go_to("Alt+1", "reception")
    assert day.find("trem") == ["TREMBLAY Zoé, Malta"]
    day.hands.press("Return", "Return")
    assert day.card == Card("WELCOME", "Recorded.", "TREMBLAY Zoé", "Malta")
    day.clock.wait(seconds=8)


def a_replaced_badge(day: Day, name: str, old: str) -> None:
    """Voided with a reason; whoever shows the old one is stopped, and the holder comes in."""
    day.go_to("Alt+3", "badges")
    day.hands.press("Ctrl+F")
    day.hands.write(name.split()[0])
    day.hands.tab_to("Badges")
    day.hands.press("Ctrl+R")
    assert day.hands.at == "Reason"
    day.hands.press("Down", "Tab")
    number = day.hands.at.removeprefix("Void ")
    day.hands.press("Space")
    assert day.said.startswith(f"{number} is void. {name} has ")
    assert day.hands.at == "Badges"
    day.go_to("Alt+1", "reception")
    stopped = day.scan(old)
    assert (stopped.word, stopped.name) == ("BADGE REPLACED", name)
    assert stopped.sentence.startswith("Keep this badge. It was replaced on")
    assert stopped.sentence.endswith("(Damaged). Nothing was recorded.")
    day.hands.press("F2")
    assert day.card == welcome(name)
    day.clock.wait(seconds=8)


def by_number(day: Day, name: str, number: str) -> None:
    """The number under the code: Enter shows whose it is, Enter again records."""
    day.hands.scan(number)
    assert day.card.word == "RECORD?"
    assert day.card.name == name
    day.hands.press("Return")
    assert day.card == welcome(name)


def badges_to_a_file(day: Day, to: Path) -> None:
    """Everybody is chosen, and the very PDF in sight is saved."""
    day.go_to("Alt+3", "badges")
    page = day.window.stack.page("badges")
    assert isinstance(page, BadgesPage)
    day.hands.press("Ctrl+F", "Ctrl+A", "Backspace")
    day.hands.tab_to("Everybody")
    day.hands.press("Space")
    assert page.list.chosen.text() == "150 chosen"
    day.qtbot.waitUntil(lambda: page.footer.about.text().startswith("150 badges"), timeout=60_000)
    day.hands.press("Ctrl+S")
    day.save_as(to)
    assert day.said == f"Saved as {to.name}; 150 badges count as printed."


def the_report(day: Day, folder: Path) -> None:
    """The figures of the day as a PDF and as a table."""
    day.go_to("Alt+4", "attendance")
    page = day.window.stack.page("attendance")
    assert isinstance(page, AttendancePage)
    day.hands.tab_to("Reports")
    day.hands.press("Space")
    day.qtbot.waitUntil(lambda: page.reports is not None and page.reports.ready, timeout=20_000)
    assert day.hands.at == "Language of the report"
    day.hands.press("Ctrl+S")
    day.save_as(folder / "day.pdf")
    day.hands.tab_to("Save as CSV")
    day.hands.press("Space")
    day.save_as(folder / "day.csv")


@pytest.mark.timeout(240)
def test_a_morning_at_the_desk_by_keys_alone(
    day: Day, evening: Evening, strange_code: str, tmp_path: Path
) -> None:
    codes, watch = evening.codes, day.watchdog.watch
    names = list(codes)
    watch("25 scans and what is odd between them")
    the_queue(day, names[:QUEUE], codes, strange_code)
    watch("two of one name")
    two_of_one_name(day)
    watch("somebody added by hand")
    somebody_new(day)
    watch("a badge replaced")
    a_replaced_badge(day, names[QUEUE], codes[names[QUEUE]])
    watch("a number typed")
    by_number(day, names[QUEUE + 1], evening.numbers[names[QUEUE + 1]])
    assert day.arrived == "30 of 150 arrived"
    watch("150 badges to a file")
    badges_to_a_file(day, tmp_path / "all.pdf")
    watch("the report of the day")
    the_report(day, tmp_path)
    day.go_to("Alt+1", "reception")
    assert day.hands.place is day.window.page.field
    day.watchdog.stop()
    with day.qtbot.waitSignal(day.window.closed):
        day.hands.press("Ctrl+Q")
    what_is_on_disk(evening.file, tmp_path, codes[names[QUEUE]])


def what_is_on_disk(file: Path, folder: Path, void: str) -> None:
    """Journal, count, report and paper say the same."""
    services = open_meeting(file, Clock())
    try:
        assert services.care.check(SALMA, deep=True).ok
        kinds = Counter(journal(services))
        assert kinds["ArrivalRecorded"] - kinds["ArrivalWithdrawn"] == 30
        assert kinds["ArrivalWithdrawn"] == 1
        assert kinds["ScanRefused"] == 2  # a torn code is nobody's
        count = services.reception.count(FIRST)
        assert (count.arrived, count.expected) == (30, 150)
        assert services.reports.attendance("en").totals[0].arrived == 30
        valid = {one.token for one, holder in services.badges.all(SALMA) if holder and one.valid}
        assert paper(folder / "all.pdf") == valid
        assert void not in valid
        assert len(valid) == 150
        assert states_in(folder / "day.csv") == {"present": 30, "absent": 120}
        assert (folder / "day.pdf").read_bytes().startswith(b"%PDF")
    finally:
        services.close()


def paper(path: Path) -> set[str]:
    """The codes that a camera reads off a PDF."""
    return {code.text for code in read_codes([path])}


def states_in(path: Path) -> Counter[str]:
    """How many people the saved report calls present, and how many absent."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return Counter(row["State"] for row in csv.DictReader(file))
