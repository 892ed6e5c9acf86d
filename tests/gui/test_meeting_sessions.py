"""Sessions on the meeting page: made, mended and taken away by facts, and offered at the desk."""

import pytest
from PySide6.QtCore import Qt

from checkin.domain.meeting import Session
from checkin.domain.post import Post
from tests.conftest import SALMA
from tests.gui.test_layout import cut_labels
from tests.people import MEETING_DAYS
from tests.services.staging import badge, journal

FIRST, SECOND = MEETING_DAYS
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sessions(qtbot, window):
    window.show_page("meeting")
    made = window.stack.page("meeting")
    qtbot.waitUntil(made.isVisible)
    return made.sessions


def make(qtbot, sessions, title: str, day: str = "", group: str = "") -> None:
    """By keys: the title in English, and Ctrl+Enter."""
    qtbot.mouseClick(sessions.add, Qt.MouseButton.LeftButton)
    form = sessions.form
    qtbot.keyClicks(form.titles["en"].line, title)
    form.day.choose(day)
    qtbot.keyClicks(form.group.line, group)
    qtbot.keyClick(form.group.line, Qt.Key.Key_Return)
    assert form.isVisible()
    qtbot.keyClick(form.group.line, Qt.Key.Key_Return, CTRL)


def test_a_session_is_made_mended_and_taken_away(qtbot, window, sessions, services):
    facts = len(journal(services))
    make(qtbot, sessions, "Working group A", FIRST.isoformat(), "A")
    (made,) = services.meeting.sessions
    assert made == Session("working-group-a", {"en": "Working group A"}, FIRST, "A")
    assert journal(services)[facts:] == ["MeetingChanged"]
    assert sessions.form.isHidden()
    (row,) = sessions.rows
    assert row.title.text() == "Working group A"
    assert row.about.text() == "Tuesday 5 July 2022   ·   Working group A"
    assert "Session: Working group A" in window.status.notice.text
    qtbot.mouseClick(row.mend, Qt.MouseButton.LeftButton)
    assert sessions.form.day.key == FIRST.isoformat()
    qtbot.keyClicks(sessions.form.titles["fr"].line, "Groupe A")
    qtbot.mouseClick(sessions.form.save, Qt.MouseButton.LeftButton)
    assert services.meeting.sessions[0].titles == {"en": "Working group A", "fr": "Groupe A"}
    qtbot.mouseClick(sessions.rows[0].remove, Qt.MouseButton.LeftButton)
    assert services.meeting.sessions == ()
    assert sessions._nothing.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert len(services.meeting.sessions) == len(sessions.rows) == 1


def test_a_session_that_people_came_to_stays_and_says_why(qtbot, window, sessions, services):
    make(qtbot, sessions, "Plenary")
    services.reception.scan(badge(services, "R-1").token, SALMA, None, "plenary")
    qtbot.mouseClick(sessions.rows[0].remove, Qt.MouseButton.LeftButton)
    assert services.meeting.session("plenary")
    assert "People have come to Plenary" in window.stack.page("meeting").trouble.text


def test_a_session_without_a_title_is_refused_in_place_and_the_form_stays(
    qtbot, window, sessions, services
):
    make(qtbot, sessions, "")
    assert services.meeting.sessions == ()
    assert sessions.form.isVisible()
    assert "needs a title" in window.stack.page("meeting").trouble.text
    qtbot.mouseClick(sessions.add, Qt.MouseButton.LeftButton)
    assert sessions.form.isHidden()


def test_a_new_session_is_offered_at_the_desk_and_one_that_goes_is_let_go(
    qtbot, window, sessions, services
):
    make(qtbot, sessions, "Plenary", FIRST.isoformat())
    window.show_page("reception")
    qtbot.waitUntil(window.page.field.hasFocus)
    qtbot.keyClick(window.page.field, Qt.Key.Key_F8)
    assert window.page.posts.panel.chosen == Post(None, "plenary")
    qtbot.keyClick(window.page.field, Qt.Key.Key_F8)
    assert "Plenary" in window.page.posts.band.text
    window.show_page("meeting")
    qtbot.mouseClick(sessions.rows[0].remove, Qt.MouseButton.LeftButton)
    window.show_page("reception")
    assert window.page.posts.band.isHidden()


def test_days_of_the_form_follow_those_of_the_meeting(qtbot, sessions, services, window):
    qtbot.mouseClick(sessions.add, Qt.MouseButton.LeftButton)
    assert sessions.form.day.count() == 3
    outcome = services.organising.set_days([FIRST], SALMA)
    window._board.changed.emit(outcome.change)
    qtbot.waitUntil(lambda: sessions.form.day.count() == 2)


@pytest.mark.parametrize("size", [(960, 540), (1366, 768)])
def test_nothing_of_a_session_is_cut(qtbot, window, sessions, size):
    make(qtbot, sessions, "Working group on the identification and referral of people", "", "A")
    qtbot.mouseClick(sessions.add, Qt.MouseButton.LeftButton)
    window.resize(*size)
    qtbot.waitUntil(
        lambda: not [one for one in cut_labels(window) if "working group" in one.lower()]
    )


def test_ctrl_z_leaves_a_session_that_people_came_to_and_goes_on_to_what_came_before(
    qtbot, window, sessions, services
):
    services.reception.scan(badge(services, "R-2").token, SALMA)
    make(qtbot, sessions, "Plenary")
    services.reception.scan(badge(services, "R-1").token, SALMA, None, "plenary")
    window.show_page("reception")
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert services.meeting.session("plenary")
    assert "People have come to Plenary" in window.question.text
    assert services.reception.count(FIRST).arrived == 1
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert services.reception.count(FIRST).arrived == 0
