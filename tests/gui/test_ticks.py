"""Ticks from paper at the window, by keys alone."""

import pytest
from PySide6.QtCore import Qt

from tests.people import MEETING_DAYS
from tests.services.staging import badge, full_disk, withdraw

CONTROL = Qt.KeyboardModifier.ControlModifier
FIRST, SECOND = MEETING_DAYS


@pytest.fixture
def ticks(clock, window, press):
    """F10 at ten o'clock."""
    clock.set("2022-07-05T10:00:00+02:00")
    press(Qt.Key.Key_F10)
    return window.page.afterwards._tick


def arrived(services, day=FIRST):
    return services.reception.count(day).arrived


def names(ticks):
    return [(line.time, line.name) for line in ticks.list.lines]


def meant(ticks):
    return [label.text() for label in ticks.meant if label.isVisible()]


def test_the_time_once_then_number_and_enter(qtbot, window, type_in, ticks, services):
    assert ticks.isVisible()
    assert ticks.day.currentText() == "Tuesday 5 July 2022"
    assert ticks.time.line.hasFocus()
    type_in("850")
    assert ticks.who.line.hasFocus()
    for reference in ("R-1", "R-2"):
        type_in(badge(services, reference).number)
    assert names(ticks) == [("08:50", "BENNANI Mohamed"), ("08:50", "EL OUAFI Nadia")]
    assert ticks.extra.text() == "2"
    assert arrived(services) == 2
    (last, first) = services.reception.last_arrivals(FIRST, 5)
    assert (first.arrival.how, services.meeting.iso(first.arrival.at)) == (
        *("paper", "2022-07-05T08:50:00+02:00"),
    )
    qtbot.waitUntil(lambda: len(window.page.arrivals.rows) == 2)
    assert "from paper, entered 10:00" in window.page.arrivals.rows[0].line.place
    assert ticks.who.line.hasFocus()
    assert last.arrival.day == FIRST


def test_ctrl_z_takes_the_last_tick_back_and_the_button_any(
    qtbot, window, type_in, press, ticks, services
):
    type_in("0850")
    for reference in ("R-1", "R-2"):
        type_in(badge(services, reference).number)
    press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: names(ticks) == [("08:50", "EL OUAFI Nadia")])
    qtbot.mouseClick(ticks.list.rows[0].button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(ticks) == [])
    assert arrived(services) == 0


def test_somebody_found_by_name_is_entered_at_the_second_enter(
    window, type_in, press, ticks, services
):
    type_in("8.50")
    type_in("nadia")
    (asked,) = meant(ticks)
    assert asked.startswith("Enter once more: EL OUAFI Nadia   ·   MA-001   ·   Morocco")
    assert asked.endswith("08:50")
    assert arrived(services) == 0
    press(Qt.Key.Key_Return)
    assert names(ticks) == [("08:50", "EL OUAFI Nadia")]
    assert meant(ticks) == []


def standing_out(ticks):
    return [label.text() for label in ticks.meant if label.isVisible() and label.bold]


def test_where_there_is_no_room_for_all_it_is_said_how_many_there_are(
    qtbot, window, type_in, press, ticks
):
    window.resize(960, 540)
    type_in("850")
    qtbot.keyClicks(ticks.who.line, "morocco")
    qtbot.waitUntil(lambda: ticks.beside.text().startswith("1 of "))
    press(Qt.Key.Key_Down)
    assert ticks.beside.text().startswith("2 of ")


def test_down_chooses_among_those_found(qtbot, window, type_in, press, ticks):
    type_in("850")
    qtbot.keyClicks(ticks.who.line, "morocco")
    first, second = meant(ticks)
    assert standing_out(ticks) == [first]
    press(Qt.Key.Key_Down)
    assert standing_out(ticks) == [second]
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert ticks.list.lines[0].name in second


def test_what_is_wrong_is_said_and_nothing_is_recorded(
    window, type_in, press, ticks, services, clock
):
    withdraw(services, "R-2")
    type_in("2500")
    type_in("MA-001")
    assert "“2500” is not a time" in ticks.trouble.text()
    assert ticks.time.line.hasFocus()
    ticks.time.set_text("1030")
    press(Qt.Key.Key_Return)
    type_in("MA-001")
    assert "still to come" in ticks.trouble.text()
    ticks.time.set_text("0850")
    for text, said in (("ZZ-999", "UNKNOWN"), (badge(services, "R-2").number, "WITHDRAWN")):
        ticks.who.set_text("")
        type_in(text)
        assert ticks.trouble.text().startswith(said)
        assert "Nothing was recorded" in ticks.trouble.text()
    assert arrived(services) == 0


def test_later_than_known_says_already_in_and_earlier_is_recorded(
    qtbot, window, type_in, press, ticks, services
):
    press(Qt.Key.Key_Escape)
    assert window.page.field.hasFocus()
    type_in(badge(services, "R-1").token)
    press(Qt.Key.Key_F10)
    ticks.time.set_text("1000")
    ticks.who.line.setFocus()
    type_in(badge(services, "R-1").number)
    assert ticks.trouble.text().startswith("ALREADY IN. EL OUAFI Nadia")
    ticks.who.set_text("")
    ticks.time.set_text("0850")
    type_in(badge(services, "R-1").number)
    assert names(ticks) == [("08:50", "EL OUAFI Nadia")]


def test_a_scan_meanwhile_is_answered_as_ever(qtbot, window, type_in, ticks, services):
    type_in("850")
    type_in(badge(services, "R-3").token)
    assert window.page.card.face.word == "WELCOME"
    assert ticks.who.text == ""
    assert ticks.isVisible()
    assert services.reception.last_arrivals(FIRST, 1)[0].arrival.how == "scan"


def test_the_day_before_is_chosen(qtbot, window, type_in, press, clock, services):
    clock.set("2022-07-06T09:00:00+02:00")
    press(Qt.Key.Key_F10)
    ticks = window.page.afterwards._tick
    assert ticks.day.currentText() == "Wednesday 6 July 2022"
    ticks.day.choose(FIRST.isoformat())
    type_in("18:20")
    type_in(badge(services, "R-1").number)
    assert arrived(services, FIRST) == 1
    press(Qt.Key.Key_Z, CONTROL)
    assert arrived(services, FIRST) == 0


def test_before_the_first_day_there_is_nothing_to_enter(window, press, clock, qtbot):
    clock.set("2022-07-04T09:00:00+02:00")
    press(Qt.Key.Key_F10)
    assert window.page.afterwards.isHidden()
    assert "No meeting day has come yet" in window.page.trouble.text


def test_a_full_disk_is_said_and_enter_tries_again(window, type_in, press, ticks, services):
    type_in("850")
    with full_disk():
        type_in(badge(services, "R-1").number)
        assert ticks.trouble.text().startswith("NOT RECORDED")
    press(Qt.Key.Key_Return)
    assert arrived(services) == 1


def test_nothing_is_entered_while_the_desk_looks_only(window, press, clock, services):
    clock.set("2022-07-05T10:00:00+02:00")
    press(Qt.Key.Key_L, CONTROL)
    press(Qt.Key.Key_F10)
    assert window.page.afterwards.isHidden()
    assert "looks only" in window.page.trouble.text


def test_another_panel_takes_the_place(window, press, ticks, services):
    press(Qt.Key.Key_F4)
    assert not ticks.isVisible()
    press(Qt.Key.Key_F10)
    assert ticks.isVisible()
    assert window.page.otherwise.isHidden()
    assert services.late_entry.days() == (FIRST,)


def test_a_scan_reads_no_tick_again(qtbot, window, type_in, press, ticks, services):
    type_in("0850")
    for reference in ("R-1", "R-2", "R-3"):
        type_in(badge(services, reference).number)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(window.page.arrivals.rows) == 3)
    asked: list[str] = []
    services.file.connection.driver.set_trace_callback(asked.append)
    window.page.enter(badge(services, "R-5").token)
    qtbot.waitUntil(lambda: len(window.page.arrivals.rows) == 4)
    services.file.connection.driver.set_trace_callback(None)
    assert any("FROM arrival" in one for one in asked)
    assert not [one for one in asked if "FROM arrival WHERE id" in one]
    assert len(names(ticks)) == 3


def test_two_of_one_name_are_told_apart_by_their_numbers(qtbot, window, type_in, ticks, services):
    type_in("850")
    qtbot.keyClicks(ticks.who.line, "bennani")
    lines = meant(ticks)
    assert len(lines) == 2
    assert all(line.endswith("same name") for line in lines)
    numbers = {badge(services, reference).number for reference in ("R-2", "R-3")}
    assert all(any(number in line for line in lines) for number in numbers)


def test_a_tick_entered_last_says_on_the_resting_card_when_it_was_entered(
    qtbot, window, type_in, press, ticks, services
):
    press(Qt.Key.Key_Escape)
    type_in(badge(services, "R-2").token)
    press(Qt.Key.Key_F10)
    type_in("0750")
    type_in(badge(services, "R-1").number)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(window.page.card.face.facts) > 1)
    (_, (label, said)) = window.page.card.face.facts
    assert label == "Last arrival"
    assert said.startswith("07:50   EL OUAFI Nadia, Morocco")
    assert "from paper, entered 10:00" in said
