"""Another day or a session chosen with F8; midnight and clocks that jump at the window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from checkin.domain.meeting import Session
from checkin.domain.post import USUAL, Post
from checkin.domain.sound import Sound
from checkin.domain.verdict import Verdict
from tests.conftest import SALMA
from tests.people import MEETING_DAYS
from tests.services.staging import badge, journal, person

FIRST, SECOND = MEETING_DAYS
NADIA, MOHAMED = "EL OUAFI Nadia", "BENNANI Mohamed"
F8, UP, DOWN, ESC = Qt.Key.Key_F8, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape


@pytest.fixture
def key(qtbot, window):
    """Presses keys in whatever has them."""

    def pressed(*keys: Qt.Key) -> None:
        for one in keys:
            qtbot.keyClick(window.focusWidget(), one)

    return pressed


@pytest.fixture
def groups(services, window) -> tuple[str, str]:
    """Two working groups of today."""
    for group in "AB":
        title = {"en": f"Working group {group}"}
        services.organising.put_session(Session("", title, FIRST, group), SALMA)
    return tuple(one.id for one in services.meeting.sessions)


def settled(qtbot, window) -> None:
    qtbot.waitUntil(lambda: not window.page._later.isActive())


def tick(qtbot, window) -> None:
    window.page.heading.tick()
    settled(qtbot, window)


def panel(window):
    return window.page.posts.panel


def test_a_meeting_day_is_chosen_on_purpose_and_let_go_by_keys(
    qtbot, window, type_in, key, tokens, clock
):
    clock.set("2022-07-04T18:00:00+02:00")
    tick(qtbot, window)
    type_in(tokens[NADIA])
    assert window.page.answer.verdict is Verdict.NOT_A_MEETING_DAY
    assert "F8" in window.page.card.face.do
    key(F8)
    rows = [row.text() for row in panel(window).rows]
    assert rows == [
        "Monday 4 July 2022: no meeting day, nothing is recorded (now)",
        "Tuesday 5 July 2022: the door",
        "Wednesday 6 July 2022: the door",
    ]
    assert window.page.field.hasFocus()
    assert panel(window).chosen == Post(FIRST)
    key(DOWN, F8)
    band = window.page.posts.band
    assert band.isVisible()
    assert band.text == (
        "ANOTHER DAY: recorded for Wednesday 6 July 2022."
        " Today is Monday 4 July 2022.   F8 changes."
    )
    assert window.page.posts.isHidden()
    type_in(tokens[NADIA])
    assert window.page.card.face.say == "Recorded for 6 July."
    assert window.page.answer.arrival.day == SECOND
    settled(qtbot, window)
    assert window.page.today._title.text() == "Arrived on 6 July"
    assert window.page.today.number.text() == "1"
    assert len(window.page.arrivals.rows) == 1
    assert window.page.grab().height() > 100
    key(F8, F8)
    assert band.isHidden()
    type_in(tokens[MOHAMED])
    assert window.page.answer.verdict is Verdict.NOT_A_MEETING_DAY


def test_esc_closes_the_panel_and_nothing_is_different(window, type_in, key, tokens):
    key(F8)
    assert window.page.posts.isVisible()
    type_in(tokens[NADIA])
    assert window.page.answer.recorded
    assert window.page.posts.isVisible()
    key(ESC)
    assert window.page.posts.isHidden()
    assert window.page.answer.recorded
    key(F8, F8)
    assert window.page.posts.isHidden()
    assert window.page.posts.band.isHidden()


def test_one_thing_at_a_time_stands_under_the_card(qtbot, window, key):
    key(F8, Qt.Key.Key_F4)
    assert window.page.posts.isHidden()
    assert window.page.otherwise.isVisible()
    qtbot.keyClick(window.focusWidget(), F8)
    assert window.page.otherwise.isHidden()
    assert window.page.posts.isVisible()
    assert window.page.field.hasFocus()


def test_up_and_down_go_to_whoever_is_in_the_list_of_people(qtbot, window, key):
    key(F8)
    before = panel(window).chosen
    qtbot.keyClicks(window.page.field, "bennani")
    qtbot.waitUntil(window.page.found.isVisible)
    key(DOWN)
    assert panel(window).chosen == before
    assert window.page.found.selected == 1


def test_by_mouse_too(qtbot, window):
    window.page.posts.ask()
    qtbot.mouseClick(panel(window).rows[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel(window).go, Qt.MouseButton.LeftButton)
    assert window.page.posts.band.isVisible()
    window.page.posts.ask()
    qtbot.mouseClick(panel(window).away, Qt.MouseButton.LeftButton)
    assert window.page.posts.isHidden()


def test_a_meeting_of_one_day_has_nothing_to_choose(qtbot, window, key, services):
    services.organising.set_days([FIRST], SALMA)
    key(F8)
    assert window.page.posts.isHidden()
    assert "no other day" in window.page.trouble.text


def test_a_session_counts_for_itself_and_not_for_the_door(
    qtbot, window, type_in, key, tokens, groups, services
):
    type_in(tokens[NADIA])
    settled(qtbot, window)
    key(F8)
    assert panel(window).chosen == Post(None, groups[0])
    key(F8)
    band = window.page.posts.band.text
    assert band == "SESSION: recorded for Working group A, not at the door.   F8 changes."
    settled(qtbot, window)
    page = window.page
    assert (page.today._title.text(), page.today.number.text()) == ("Working group A", "0")
    type_in(tokens[NADIA])
    assert page.card.face.say == "Recorded for Working group A."
    type_in(badge(services, "R-3").token)
    assert page.card.face.facts == (("Listed for", "Working group B"),)
    settled(qtbot, window)
    assert page.today.number.text() == "1"
    assert "others: 1" in page.today.rest.text()
    assert len(page.arrivals.rows) == 2
    qtbot.keyClick(page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, window)
    assert len(page.arrivals.rows) == 1
    key(F8, F8)
    settled(qtbot, window)
    assert page.today._title.text() == "Arrived today"
    assert page.today.number.text() == "1"
    assert services.reception.count(FIRST).arrived == 1


def test_a_delegation_is_ticked_at_the_session_and_a_walk_in_comes_there(
    qtbot, window, type_in, key, tokens, groups, services
):
    type_in(tokens[NADIA])
    key(F8, F8)
    type_in(tokens[NADIA])
    settled(qtbot, window)
    assert window.page.delegation.count.text() == "1 of 2"
    key(Qt.Key.Key_F3)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F3)
    settled(qtbot, window)
    assert window.page.delegation.count.text() == "2 of 2"
    assert services.reception.count(FIRST).arrived == 1
    key(Qt.Key.Key_F4)
    qtbot.keyClicks(window.focusWidget(), "SARR")
    for _ in ("asked for the delegation", "all the same"):
        ctrl = Qt.KeyboardModifier.ControlModifier
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return, ctrl)
    assert window.page.card.face.say == (
        "Recorded for Working group A. Provisional until an organiser approves."
    )
    assert services.reception.count(FIRST).arrived == 1


def test_midnight_goes_to_the_new_day_by_itself(qtbot, window, type_in, key, tokens, clock):
    clock.set("2022-07-05T23:59:50+02:00")
    tick(qtbot, window)
    type_in(tokens[NADIA])
    settled(qtbot, window)
    page = window.page
    assert (page.today.number.text(), len(page.arrivals.rows)) == ("1", 1)
    clock.set("2022-07-06T00:00:00+02:00")
    page.heading.timer.timeout.emit()
    settled(qtbot, window)
    assert page.heading.title.text() == "Wednesday 6 July 2022"
    assert "Day 2 of 2" in page.heading.sub.text()
    assert (page.today.number.text(), page.arrivals.rows) == ("0", [])
    assert page.answer.recorded
    key(ESC)
    assert page.card.face.facts[0] == ("Today", "Wednesday 6 July 2022")
    type_in(tokens[NADIA])
    assert page.answer.arrival.day == SECOND


def test_a_scan_that_comes_before_the_heading_has_ticked_counts_for_its_day(
    qtbot, window, type_in, tokens, clock
):
    clock.set("2022-07-06T00:00:01+02:00")
    type_in(tokens[NADIA])
    assert window.page.answer.arrival.day == SECOND
    settled(qtbot, window)
    assert window.page.heading.title.text() == "Wednesday 6 July 2022"
    assert window.page.today.number.text() == "1"
    assert window.page.answer.recorded


def test_whoever_is_armed_at_midnight_is_let_go(qtbot, window, type_in, clock):
    clock.set("2022-07-05T23:59:59+02:00")
    tick(qtbot, window)
    type_in("ma1")
    assert window.page.answer.armed
    clock.set("2022-07-06T00:00:00+02:00")
    tick(qtbot, window)
    assert window.page.answer is None
    type_in("ma1")
    assert window.page.answer.armed
    assert "6 July" in window.page.card.face.say


def test_a_card_about_yesterday_goes_when_the_meeting_begins(
    qtbot, window, type_in, key, tokens, clock
):
    clock.set("2022-07-04T23:59:00+02:00")
    tick(qtbot, window)
    key(F8, F8)
    assert window.page.posts.band.isVisible()
    key(F8, F8)
    type_in(tokens[NADIA])
    key(F8, F8)
    assert window.page.posts.band.isVisible()
    clock.set("2022-07-05T00:00:00+02:00")
    tick(qtbot, window)
    assert window.page.posts.band.isHidden()
    assert window.page.answer is None
    type_in(tokens[NADIA])
    assert window.page.card.face.say == "Recorded."


def test_a_clock_at_1970_and_back_leaves_a_clear_card_and_a_desk_that_goes_on(
    qtbot, window, type_in, key, tokens, clock
):
    clock.set("1970-01-01T00:00:05+00:00")
    type_in(tokens[NADIA])
    settled(qtbot, window)
    page = window.page
    assert page.answer.verdict is Verdict.NOT_A_MEETING_DAY
    assert "1 January" in page.card.face.say
    assert page.heading.title.text() == "Thursday 1 January 1970"
    key(F8, F8)
    type_in(tokens[NADIA])
    assert page.answer.arrival.day == FIRST
    clock.set("2022-07-05T09:00:00+02:00")
    type_in(tokens[MOHAMED])
    settled(qtbot, window)
    assert page.posts.band.isHidden()
    assert page.today.number.text() == "2"


def test_the_day_is_that_of_the_meetings_zone_over_a_change_to_summer_time(
    qtbot, window, type_in, tokens, clock, services
):
    services.organising.set_days([date(2022, 3, 26), date(2022, 3, 27)], SALMA)
    for at, heading, recorded in (
        ("2022-03-26T22:59:59+00:00", "Saturday 26 March 2022", date(2022, 3, 26)),
        ("2022-03-26T23:00:00+00:00", "Sunday 27 March 2022", date(2022, 3, 27)),
        ("2022-03-27T21:59:59+00:00", "Sunday 27 March 2022", date(2022, 3, 27)),
        ("2022-03-27T22:00:00+00:00", "Monday 28 March 2022", None),
    ):
        clock.set(at)
        tick(qtbot, window)
        assert window.page.heading.title.text() == heading
        assert services.reception.today() == recorded
    services.organising.move("Rarotonga", "Pacific/Rarotonga", SALMA)
    type_in(tokens[NADIA])
    assert window.page.answer.arrival.day == date(2022, 3, 27)


def test_a_choice_stays_when_the_colours_change(qtbot, window, desk, key, groups):
    key(F8, F8)
    from checkin.gui.reception.page import ReceptionPage

    other = ReceptionPage(desk, lambda: True)
    qtbot.addWidget(other)
    other.take_over(window.page)
    assert "Working group A" in other.posts.band.text
    assert desk.services.reception.posting.post != USUAL


def test_a_badge_for_the_day_is_for_the_day_that_is_recorded(
    qtbot, window, type_in, key, tokens, services
):
    key(F8, DOWN, F8)
    type_in(tokens[NADIA])
    key(Qt.Key.Key_F7)
    held = [one for one, _ in services.badges.all(SALMA) if one.day]
    assert [one.day for one in held] == [SECOND]
    assert person(services, "R-1").id == held[0].delegate_id


def test_after_a_clock_fell_back_the_latest_is_still_what_came_last(
    qtbot, window, type_in, key, tokens, clock, services
):
    type_in(tokens[NADIA])
    key(Qt.Key.Key_F3, Qt.Key.Key_F3)
    settled(qtbot, window)
    assert services.reception.count(FIRST).arrived == 2
    clock.set("2022-07-05T03:00:00+02:00")
    type_in(badge(services, "R-3").token)
    type_in(badge(services, "R-4").token)
    settled(qtbot, window)
    shown = [row.line.name for row in window.page.arrivals.rows]
    assert shown[0].startswith("DE SOUSA")
    assert shown[1:3] == ["BENNANI Mohamed", "BENNANI Mohamed"]
    undo = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    for left in (3, 2, 1, 0):
        qtbot.keyClick(window.page.field, *undo)
        settled(qtbot, window)
        assert services.reception.count(FIRST).arrived == left
        assert (person(services, "R-1").id in came(services)) == (left > 0)


def came(services) -> set[str | None]:
    return {one.delegate_id for one in services.file.arrivals.all() if not one.withdrawn}


def test_at_a_session_ctrl_z_takes_nothing_back_that_was_before_an_arrival_at_the_door(
    qtbot, window, type_in, key, groups, services, tokens
):
    type_in(tokens[NADIA])
    key(Qt.Key.Key_F7)
    type_in(tokens[MOHAMED])
    settled(qtbot, window)
    key(F8, F8)
    settled(qtbot, window)
    assert services.reception.posting.session
    before = journal(services)
    qtbot.keyClick(window.page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert journal(services) == before
    key(F8, F8)
    settled(qtbot, window)
    qtbot.keyClick(window.page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert services.reception.count(FIRST).arrived == 1
    settled(qtbot, window)
    qtbot.keyClick(window.page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "MA-003" in window.status.notice.text
    qtbot.waitUntil(lambda: window.sounds.last is Sound.UNDO)
