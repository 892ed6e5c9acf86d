"""The hard morning of a desk, by keys and scans alone: whatever may come, comes."""

import base64
import json
import uuid
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin.bootstrap import Services, open_meeting
from checkin.domain.listing import ListOptions
from checkin.gui.front import Front
from checkin.gui.window import Window
from checkin.services.care import make_meeting
from tests.conftest import SALMA, Clock
from tests.journeys.at_the_window import Card, Day
from tests.keyboards import mangle, with_caps_lock
from tests.people import MEETING_DAYS, list_of
from tests.services.staging import badge, blank_badges, journal, payloads, person

FIRST, SECOND = MEETING_DAYS
TICKET = "9982be4e-32cf-4656-a781-62ad45609d11"
PRETIX = "gkx9w2p7m4q1v8s5t3z6y0n7r2h4j8k1"
PEOPLE = f"""\
Reference;Family name;Given names;Function;Delegation;Capacity;Code
S-1;SARR;Awa;Minister;Senegal;Head of delegation;
S-2;DIOP;Ibrahima;Director;Senegal;Delegate;
S-3;FALL;Mariama;Adviser;Senegal;Adviser;
S-4;NDOUR;Cheikh;Adviser;Senegal;Adviser;
S-5;GUEYE;Aminata;Colonel;Senegal;Delegate;
S-6;SECK;Moussa;Interpreter;Senegal;Interpreter;
H-1;BENNANI;Mohamed;Adviser;Morocco;Adviser;
H-2;BENNANI;Mohamed;Colonel;Tunisia;Delegate;
H-3;BENNANI;Mohamed;Judge;Algeria;Observer;
P-1;FERRO;Rui;Deputy Director;Portugal;Alternate;
P-2;TEIXEIRA;Lúcia;Head of Unit;Portugal;Delegate;
F-1;LENOIR;Claire;Magistrate;France;Delegate;
I-1;CASTRO;Marta;Inspector;Spain;Delegate;{TICKET}
X-1;VELLA;Joseph;Attaché;Malta;Delegate;{PRETIX}
D-1;OKOYE;Ada;Comptroller;Nigeria;Delegate;
"""
INDICO = json.dumps(
    {"i": [2, "indico.example.org", base64.b64encode(uuid.UUID(TICKET).bytes).decode()]},
    separators=(",", ":"),
)
VISITING_CARD = "MECARD:N:TREMBLAY,Zoé;ORG:Border Agency;TITLE:Analyst;ADR:Ottawa,Canada;;"


@dataclass(frozen=True, slots=True)
class Table:
    """What lies on the desk: the file, the badges by reference, two blank ones."""

    file: Path
    badges: dict[str, str]
    blank: tuple[str, str]


@pytest.fixture
def table(tmp_path: Path, clock: Clock) -> Table:
    """The list is in, badges and blank ones are printed; it is the evening before."""
    clock.set("2022-07-04T17:00:00+02:00")
    file = tmp_path / "madrid.checkin"
    make_meeting(file, "Rabat Process", "Madrid", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
    services = open_meeting(file, clock)
    options = ListOptions(mapping={"foreign_codes": "Code"})
    services.lists.apply(services.lists.read(list_of(tmp_path / "a.csv", PEOPLE), options), SALMA)
    references = [one.reference for one in services.lists.everybody(SALMA)]
    held = {reference: badge(services, reference).token for reference in references}
    blank = blank_badges(services, 2)
    services.close()
    return Table(file, held, (blank[0].token, blank[1].token))


@pytest.fixture
def day(qtbot: QtBot, front: Front, table: Table, clock: Clock, practice_place: Path) -> Day:
    """The window on the evening before."""
    clock.set("2022-07-04T18:00:00+02:00")
    front.open(table.file)
    assert isinstance(front.shown, Window)
    made = Day(qtbot, front.shown, clock)
    qtbot.waitUntil(lambda: len(front.shown.stack.pages) == 5, timeout=20_000)
    return made


def welcome(name: str, delegation: str) -> Card:
    return Card("WELCOME", "Recorded.", name, delegation)


def the_evening_before(day: Day, table: Table) -> None:
    """Badges are given out, one to its holder, two to somebody who collects; nobody arrives."""
    hands = day.hands
    assert day.scan(table.badges["P-1"]).word == "NOT A MEETING DAY"
    hands.press("Ctrl+G")
    assert "HAND OVER" in day.window.page.band.text
    assert day.scan(table.badges["P-1"]) == Card(
        "HANDED OVER", "PT-001 was handed over. This is no arrival.", "FERRO Rui", "Portugal"
    )
    hands.tab_to(day.window.page.hand_over.collector.line.accessibleName())
    hands.write("The driver")
    for reference, number, name in (
        ("H-1", "MA-001", "BENNANI Mohamed"),
        ("S-6", "SN-006", "SECK"),
    ):
        card = day.scan(table.badges[reference])
        assert card.word == "HANDED OVER"
        assert card.sentence == f"{number} was handed over to The driver. This is no arrival."
        assert card.name.startswith(name)
    hands.press("Ctrl+G")
    assert day.window.page.band.isHidden()


def a_rehearsal(day: Day, front: Front, table: Table) -> None:
    """In the practice copy people arrive, and the meeting knows nothing of it."""
    real = day.window
    day.hands.press_down("Ctrl+R")
    day.qtbot.waitUntil(lambda: front.shown is not real and front.shown.isVisible())
    practice = front.shown
    assert isinstance(practice, Window)
    day.window = practice
    day.qtbot.waitUntil(practice.page.field.hasFocus, timeout=20_000)
    assert day.scan(table.badges["S-1"]) == welcome("SARR Awa", "Senegal")
    assert day.arrived == "1 of 15 arrived"
    day.hands.press_down("Ctrl+R")
    day.qtbot.waitUntil(lambda: front.shown is real and real.page.field.hasFocus())
    day.window = real
    assert real.page.arrivals.newest is None


def somebody_else_sits_down(day: Day, name: str) -> None:
    """F9, a name, Enter."""
    day.hands.press("F9")
    day.hands.write(name)
    day.hands.press("Return")
    assert day.window.page.heading.desk_name.text().endswith(name)


def a_delegation_of_six(day: Day, table: Table) -> None:
    """The first of them is scanned; two keys record the other five, in one act."""
    assert day.scan(table.badges["S-1"]) == welcome("SARR Awa", "Senegal")
    day.hands.press("F3", "F3")
    assert day.card == Card(
        "5 ARRIVED",
        "Recorded together, Senegal: DIOP Ibrahima, GUEYE Aminata, FALL Mariama, NDOUR Cheikh,"
        " SECK Moussa.",
    )
    assert day.arrived == "6 of 15 arrived"
    day.clock.wait(seconds=20)


def a_walk_in_on_a_blank_badge(day: Day, table: Table) -> None:
    """A visiting card fills the fields, a blank badge becomes the badge."""
    hands = day.hands
    assert day.scan(VISITING_CARD).word == "UNKNOWN"
    hands.press("F4")
    hands.scan(table.blank[0])  # while the keys are in a field
    assert hands.at == "Family name"
    hands.tab_to("Delegation")
    hands.press("Ctrl+A")
    hands.write("Canada")
    hands.press("Ctrl+Return")
    said = "Recorded. Provisional until an organiser approves."
    assert day.card == Card("WELCOME", said, "TREMBLAY Zoé", "Canada")
    assert day.scan(table.blank[0], then=20).word == "ALREADY IN"  # it is the badge now
    assert day.arrived == "7 of 16 arrived"


def somebody_comes_instead(day: Day, table: Table) -> None:
    """Found by name, replaced with reason and authority; the old badge is stopped."""
    hands = day.hands
    assert day.find("teixeira") == ["TEIXEIRA Lúcia, Portugal"]
    hands.press("F6")
    for text in ("ALMEIDA", "Inês", "Head of Unit", "ill", "Embassy of Portugal"):
        hands.write(text)
        hands.press("Tab")
    hands.press("Ctrl+Return")
    assert (day.card.word, day.card.name) == ("COMES INSTEAD", "ALMEIDA Inês")
    stopped = day.scan(table.badges["P-2"])
    assert (stopped.word, stopped.name) == ("BADGE REPLACED", "TEIXEIRA Lúcia")
    assert "ALMEIDA Inês comes instead" in stopped.sentence
    assert stopped.sentence.endswith("Nothing was recorded.")
    assert day.find("almeida") == ["ALMEIDA Inês, Portugal"]
    hands.press("Return", "Return")
    assert day.card == welcome("ALMEIDA Inês", "Portugal")
    day.clock.wait(seconds=8)


def a_forgotten_badge(day: Day) -> None:
    """A badge for the day, while the real one stays valid."""
    assert day.find("lenoir") == ["LENOIR Claire, France"]
    day.hands.press("Return", "Return")
    assert day.card == welcome("LENOIR Claire", "France")
    day.hands.press("F7")
    assert "FR-002 is the badge of LENOIR Claire for today" in day.said
    day.clock.wait(seconds=8)


def three_of_one_name(day: Day) -> None:
    """The delegation tells them apart; the one of Algeria is here."""
    lands = [one.rpartition("Mohamed, ")[2] for one in day.find("mohamed bennani")]
    assert sorted(lands) == [f"{land}, same name" for land in ("Algeria", "Morocco", "Tunisia")]
    day.hands.press(*["Down"] * lands.index("Algeria, same name"), "Return", "Return")
    assert day.card == welcome("BENNANI Mohamed", "Algeria")
    day.clock.wait(seconds=8)


def codes_of_others(day: Day) -> None:
    """An Indico ticket as a French keyboard makes it, a pretix one in capitals, a stranger's."""
    assert day.scan(mangle(INDICO, "fr")) == welcome("CASTRO Marta", "Spain")
    assert day.scan(with_caps_lock(PRETIX)) == welcome("VELLA Joseph", "Malta")
    again = day.scan(INDICO)
    assert again == replace(
        welcome("CASTRO Marta", "Spain"), word="ALREADY IN", sentence=again.sentence
    )
    assert again.sentence.endswith("Nothing was recorded again.")
    assert day.scan("https://example.org/menu").word == "UNKNOWN"
    assert day.scan("WIFI:S:Hotel;T:WPA;P:secret;;").word == "UNKNOWN"


def after_midnight(day: Day, table: Table) -> None:
    """The dinner goes on, and the new day begins by itself."""
    day.clock.set("2022-07-06T00:04:00+02:00")
    assert day.scan(table.badges["D-1"]) == welcome("OKOYE Ada", "Nigeria")
    assert day.window.page.heading.title.text().startswith("Wednesday 6 July")
    day.qtbot.waitUntil(lambda: day.arrived == "1 of 16 arrived")


def ticks_on_paper(day: Day) -> None:
    """Two people came in by the side door, ticked on paper; the times written there count."""
    hands = day.hands
    hands.press("F10")
    hands.write("2015")
    hands.press("Return")
    for number in ("NG-001", "PT-001"):
        hands.write(number)
        hands.press("Return")
    hands.press("Escape")
    assert day.hands.place is day.window.page.field


@pytest.mark.timeout(240)
def test_a_hard_morning(day: Day, front: Front, table: Table) -> None:
    the_evening_before(day, table)
    a_rehearsal(day, front, table)
    day.clock.set("2022-07-05T08:40:00+02:00")
    a_delegation_of_six(day, table)
    a_walk_in_on_a_blank_badge(day, table)
    somebody_else_sits_down(day, "Omar")
    somebody_comes_instead(day, table)
    a_forgotten_badge(day)
    three_of_one_name(day)
    codes_of_others(day)
    day.clock.set("2022-07-05T21:30:00+02:00")
    ticks_on_paper(day)
    after_midnight(day, table)
    with day.qtbot.waitSignal(day.window.closed):
        day.hands.press("Ctrl+Q")
    services = open_meeting(table.file, day.clock)
    what_the_journal_says(services)
    services.close()


def what_the_journal_says(services: Services) -> None:
    """Every act is there, by whoever sat at the desk; nothing else is."""
    assert services.care.check(SALMA, deep=True).ok
    kinds = Counter(journal(services))
    assert kinds["BadgeHandedOver"] == 3
    assert kinds["ArrivalRecorded"] == 15
    paper = [json.loads(one) for one in payloads(services, "ArrivalRecorded") if '"paper"' in one]
    assert len(paper) == 2
    late = 75 * 60 * 1000
    assert all(one["arrival"]["entered_at"] - one["arrival"]["at"] == late for one in paper)
    assert kinds["ArrivalWithdrawn"] == 0
    assert kinds["DelegateReplaced"] == 1
    assert kinds["BadgeAssigned"] == 1
    operators = services.file.connection.all("SELECT operator, kind FROM fact")
    assert {who for who, kind in operators if kind == "DelegateReplaced"} == {"Omar"}
    (replaced,) = payloads(services, "DelegateReplaced")
    assert '"authorised_by":"Embassy of Portugal"' in replaced
    assert '"reason":"ill"' in replaced
    assert not any("secret" in one or "menu" in one for one in payloads(services, "ScanRefused"))
    assert services.reception.count(FIRST).arrived == 14
    assert services.reception.count(SECOND).arrived == 1
    assert person(services, "I-1").delegation == "Spain"
