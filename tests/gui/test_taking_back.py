"""Any arrival of a day found again and taken back; late ones ask why."""

import json

import pytest
from PySide6.QtCore import Qt

from checkin.domain.facts import ArrivalWithdrawn
from checkin.gui.switchboard import Notice
from tests.conftest import SALMA
from tests.people import MEETING_DAYS, many_people
from tests.services.staging import badge, journal, payloads, person

CONTROL = Qt.KeyboardModifier.ControlModifier
FIRST, SECOND = MEETING_DAYS


def arrived(services, day=FIRST):
    return services.reception.count(day).arrived


def come(services, clock, *references):
    for reference in references:
        services.reception.scan(badge(services, reference).token, SALMA)
        clock.wait(minutes=1)


def names(page):
    return [line.name for line in page.afterwards._day.list.lines]


def reasons(services):
    return [
        json.loads(one).get("reason", "") for one in payloads(services, ArrivalWithdrawn.__name__)
    ]


def test_the_arrival_of_whoever_is_on_the_card_stands_out(
    qtbot, window, type_in, press, services, clock
):
    come(services, clock, "R-1", "R-2", "R-3")
    type_in(badge(services, "R-2").token)
    assert window.page.card.face.word == "ALREADY IN"
    press(Qt.Key.Key_B, CONTROL)
    panel = window.page.afterwards._day
    assert names(window.page) == ["BENNANI Mohamed"]
    assert panel.list.lines[0].arrival_id == panel.list.chosen
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: names(window.page) == [])
    assert not panel.go.isEnabled()
    assert arrived(services) == 2
    assert reasons(services) == [""]
    press(Qt.Key.Key_Escape)
    type_in(badge(services, "R-2").token)
    assert window.page.card.face.word == "WELCOME"


def test_all_of_the_day_are_there_after_a_start_and_found_by_name(
    qtbot, window, press, services, clock
):
    come(services, clock, *(f"R-{number}" for number in range(1, 8)))
    press(Qt.Key.Key_B, CONTROL)
    panel = window.page.afterwards._day
    assert len(panel.list.lines) == 7
    first = names(window.page)[0]
    press(Qt.Key.Key_Down)
    assert panel.list.chosen == panel.list.lines[1].arrival_id
    press(Qt.Key.Key_Up)
    assert panel.list.lines[0].name == first
    qtbot.keyClicks(panel.text.line, "nadia")
    assert names(window.page) == ["EL OUAFI Nadia"]
    qtbot.mouseClick(panel.list.rows[0].button, Qt.MouseButton.LeftButton)
    assert arrived(services) == 6
    panel.text.set_text("")
    qtbot.keyClicks(panel.text.line, "zzzz")
    assert "Nobody arrived" in panel.beside.text()


def test_an_arrival_of_yesterday_asks_why(qtbot, window, press, services, clock):
    come(services, clock, "R-1", "R-2")
    clock.set("2022-07-06T09:00:00+02:00")
    press(Qt.Key.Key_B, CONTROL)
    panel = window.page.afterwards._day
    panel.day.choose(FIRST.isoformat())
    panel.day.chosen.emit(panel.day.key)
    assert names(window.page) == ["BENNANI Mohamed", "EL OUAFI Nadia"]
    press(Qt.Key.Key_Return, CONTROL)
    why = window.page.afterwards._reason
    assert why.isVisible()
    assert not panel.isVisible()
    assert why.whose.text().startswith("5 July, 08:46   ·   BENNANI Mohamed   ·   ")
    press(Qt.Key.Key_Return, CONTROL)
    assert "A reason is needed" in why.trouble.text()
    assert arrived(services) == 2
    qtbot.keyClicks(why.reason.line, "took the badge of a colleague")
    press(Qt.Key.Key_Return, CONTROL)
    assert arrived(services) == 1
    assert reasons(services) == ["took the badge of a colleague"]
    assert not why.isVisible()
    assert window.page.field.hasFocus()


def test_a_usual_reason_is_one_press(qtbot, window, press, services, clock):
    come(services, clock, "R-1")
    clock.set("2022-07-08T09:00:00+02:00")
    (one,) = services.taking_back.of_day(FIRST, SALMA)
    window.page.afterwards.take_back(one.arrival.id)
    why = window.page.afterwards._reason
    qtbot.mouseClick(why.usual[1], Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_Return, CONTROL)
    assert reasons(services) == ["Scanned twice"]
    assert journal(services)[-1] == ArrivalWithdrawn.__name__


def test_escape_leaves_the_arrival_as_it_is(window, press, services, clock):
    come(services, clock, "R-1")
    clock.set("2022-07-06T09:00:00+02:00")
    (one,) = services.taking_back.of_day(FIRST, SALMA)
    window.page.afterwards.take_back(one.arrival.id)
    press(Qt.Key.Key_Escape)
    assert arrived(services) == 1
    assert window.page.field.hasFocus()


def test_scans_are_answered_while_a_reason_is_asked_for(window, type_in, services, clock):
    come(services, clock, "R-1")
    clock.set("2022-07-06T09:00:00+02:00")
    (one,) = services.taking_back.of_day(FIRST, SALMA)
    window.page.afterwards.take_back(one.arrival.id)
    type_in(badge(services, "R-2").token)
    assert window.page.card.face.word == "WELCOME"
    assert window.page.afterwards._reason.isVisible()


def test_an_act_of_yesterday_is_not_taken_back_by_ctrl_z(window, type_in, press, services, clock):
    type_in(badge(services, "R-2").token)
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_F3)
    before = arrived(services)
    clock.set("2022-07-06T09:00:00+02:00")
    press(Qt.Key.Key_Z, CONTROL)
    assert arrived(services) == before


def test_before_the_first_day_nobody_has_arrived(window, press, clock):
    clock.set("2022-07-04T09:00:00+02:00")
    press(Qt.Key.Key_B, CONTROL)
    assert window.page.afterwards.isHidden()
    assert "Nobody has arrived" in window.page.trouble.text


def functions(services):
    return services.people.get(person(services, "R-3").id).function


def changed(window, services):
    """A step of another page, which can be taken back."""
    outcome = services.people.change(person(services, "R-3").id, {"function": "Minister"}, SALMA)
    window._desk.switchboard.noticed.emit(Notice("Changed: somebody", outcome.undo))


def test_ctrl_z_at_the_desk_takes_the_newest_back_whatever_page_it_was_done_on(
    qtbot, window, type_in, press, services, clock
):
    before = functions(services)
    type_in(badge(services, "R-1").token)
    clock.set("2022-07-05T08:00:00+02:00")  # it fell back, and mixes up nothing
    changed(window, services)
    assert "Ctrl+Z" in window.status.notice.button.text()
    press(Qt.Key.Key_Z, CONTROL)
    assert (functions(services), arrived(services)) == (before, 1)
    press(Qt.Key.Key_Z, CONTROL)
    assert arrived(services) == 0
    changed(window, services)
    type_in(badge(services, "R-2").token)
    assert "Ctrl+Z" not in window.status.notice.button.text()  # the arrival is newer
    qtbot.waitUntil(lambda: window.page.arrivals.newest is not None)
    press(Qt.Key.Key_Z, CONTROL)
    assert (functions(services), arrived(services)) == ("Minister", 0)
    press(Qt.Key.Key_Z, CONTROL)
    assert functions(services) == before


def test_the_button_of_a_notice_takes_back_what_the_notice_says(qtbot, window, type_in, services):
    before = functions(services)
    changed(window, services)
    type_in(badge(services, "R-1").token)
    qtbot.mouseClick(window.status.notice.button, Qt.MouseButton.LeftButton)
    assert (functions(services), arrived(services)) == (before, 1)


def test_with_nothing_to_take_back_ctrl_z_and_ctrl_b_say_so(window, press):
    press(Qt.Key.Key_Z, CONTROL)
    assert window.status.notice.text == "There is nothing to take back."
    press(Qt.Key.Key_B, CONTROL)
    assert window.page.afterwards._day.beside.text() == "Nobody has arrived on this day."


def test_a_list_that_was_taken_in_goes_back_by_ctrl_z_at_the_desk(
    qtbot, window, type_in, press, services, clock, tmp_path
):
    type_in(badge(services, "R-1").token)
    listed = services.lists.read(many_people(tmp_path / "more.csv", 3))
    act = services.lists.apply(listed, SALMA).value.act
    window._desk.switchboard.noticed.emit(Notice("more.csv: 3 added", act=act))
    press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: services.lists.imports(SALMA)[0].taken_back)
    assert arrived(services) == 1


@pytest.mark.parametrize("height", [743, 768, 660, 640])
def test_the_field_for_the_reason_is_whole_in_a_window_of_any_height(
    qtbot, window, services, clock, height
):
    come(services, clock, "R-1")
    clock.set("2022-07-06T09:00:00+02:00")
    window.resize(1366, height)
    (one,) = services.taking_back.of_day(FIRST, SALMA)
    window.page.afterwards.take_back(one.arrival.id)
    why = window.page.afterwards._reason
    qtbot.waitUntil(lambda: why.reason.height() >= why.reason.minimumSizeHint().height())
    line = why.reason.line
    assert line.height() >= 44
    assert line.geometry().bottom() < why.reason.height()
    assert why.reason.geometry().bottom() < why.go.geometry().top()
    assert why.go.geometry().bottom() < why.height()
