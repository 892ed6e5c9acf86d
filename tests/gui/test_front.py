"""From one meeting to the next: opened, left, opened again, and what is remembered of them."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from checkin.bootstrap import open_meeting
from checkin.gui.front import Front
from checkin.gui.start.page import StartPage
from checkin.gui.switchboard import Notice
from checkin.gui.window import Window
from checkin.services.care import make_meeting
from tests.conftest import SALMA
from tests.gui.test_frame import endless
from tests.people import MEETING_DAYS
from tests.services.staging import badge

WORDS = "a secret of ours"
OLD = Path(__file__).parents[1] / "data" / "schema" / "schema-1.checkin"


@pytest.fixture
def secret_file(tmp_path, clock):
    path = tmp_path / "secret.checkin"
    days = MEETING_DAYS
    make_meeting(path, "Secret talks", "Rabat", "Africa/Casablanca", days, SALMA, clock, WORDS)
    return path


def shows(front: Front, kind: type[QWidget]):
    return lambda: isinstance(front.shown, kind) and front.shown.isVisible()


def test_a_meeting_that_was_open_stands_first_among_the_recent_ones(
    qtbot, front, meeting_file, preferences
):
    assert front.open(meeting_file)
    front.shown.leave_asked.emit()
    qtbot.waitUntil(shows(front, StartPage))
    (row,) = front.shown.home.rows
    assert "Madrid   ·   5 and 6 July 2022   ·   7 people   ·   today is day 1 of 2" in row.about
    assert preferences.recent()[0].path == meeting_file.absolute()
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(shows(front, Window))


def test_ctrl_w_lets_go_of_the_file(qtbot, front, meeting_file, clock):
    front.open(meeting_file)
    qtbot.waitUntil(lambda: front.shown.page.field.hasFocus())
    qtbot.keyClick(front.shown, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(shows(front, StartPage))
    open_meeting(meeting_file, clock).close()


def test_a_file_in_use_elsewhere_is_said_in_place_and_opens_later(
    qtbot, front, meeting_file, clock
):
    other = open_meeting(meeting_file, clock)
    assert not front.open(meeting_file)
    assert "in use by another window or program" in front.shown.home.trouble.text
    other.close()
    front.shown.ask(str(meeting_file))
    assert isinstance(front.shown, Window)


def test_another_file_takes_the_place_of_the_open_one(qtbot, front, meeting_file, tmp_path, clock):
    second = tmp_path / "second.checkin"
    make_meeting(second, "Second", "Rabat", "UTC", MEETING_DAYS, SALMA, clock)
    front.open(meeting_file)
    front.shown.file_dropped.emit(str(second))
    qtbot.waitUntil(lambda: front.shown.windowTitle() == "Second")
    open_meeting(meeting_file, clock).close()
    window = front.shown
    for same in (str(second), ""):
        front.switch(same)
        assert front.shown is window


def test_a_window_that_may_not_close_yet_keeps_its_meeting(qtbot, front, meeting_file, tmp_path):
    other = tmp_path / "other.checkin"
    shutil.copy(meeting_file, other)
    front.open(meeting_file)
    window = front.shown
    window._board.work.begin(endless(), lambda: None, lambda _: None)
    front.switch(str(other))
    assert front.shown is window
    assert window.question.isVisible()
    qtbot.mouseClick(window.question.close_button, Qt.MouseButton.LeftButton)
    assert front._then is None
    front.switch(str(other))
    qtbot.mouseClick(window.question.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: front.shown is not window)
    assert front._services.file.path == other


@pytest.mark.parametrize("page", ["reception", "meeting"])
def test_scans_held_behind_an_import_are_recorded_before_another_meeting_is_opened(
    qtbot, front, meeting_file, tmp_path, clock, page
):
    other = Path(shutil.copy(meeting_file, tmp_path / "other.checkin"))
    front.open(meeting_file)
    window = front.shown
    qtbot.waitUntil(lambda: window._prepared is True)
    held = [badge(front._services, reference).token for reference in ("R-1", "R-2")]
    window._board.work.begin(endless(), lambda: None, lambda _: None)
    for code in held:
        window.page.enter(code)
    window.show_page(page)
    gone = []
    window.destroyed.connect(lambda: gone.append(True))
    front.switch(str(other))
    qtbot.mouseClick(window.question.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(gone) and front.shown.isVisible())
    services = open_meeting(meeting_file, clock)
    assert services.reception.count(MEETING_DAYS[0]).arrived == 2
    services.close()


def test_a_meeting_opened_over_another_lets_go_of_it_first(
    qtbot, front, meeting_file, secret_file, tmp_path, clock
):
    other = Path(shutil.copy(meeting_file, tmp_path / "other.checkin"))
    assert front.open(meeting_file)
    assert front.open(other)
    open_meeting(meeting_file, clock).close()
    assert not front.open(secret_file, WORDS)
    open_meeting(other, clock).close()
    qtbot.waitUntil(lambda: front.shown.windowTitle() == "Secret talks")


def test_a_meeting_that_may_not_close_yet_is_not_left_for_one_that_is_opened(
    front, meeting_file, tmp_path
):
    other = Path(shutil.copy(meeting_file, tmp_path / "other.checkin"))
    front.open(meeting_file)
    window = front.shown
    window._board.work.begin(endless(), lambda: None, lambda _: None)
    assert not front.open(other)
    assert front.shown is window
    window.question.close_button.click()
    window._board.work.cancel()


def test_a_protected_file_asks_in_place_and_says_one_moment(qtbot, front, secret_file):
    front.open(secret_file)
    page = front.shown
    assert page.stack.currentWidget() is page.card
    qtbot.keyClicks(page.card.field.line, "wrong")
    qtbot.keyClick(page.card.field.line, Qt.Key.Key_Return)
    assert page.waiting
    assert "secret.checkin is being opened" in page.moment.text
    page.ask("anything else")  # nothing else can be asked for meanwhile
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.card)
    assert "does not open it" in page.card.field.wrong
    qtbot.keyClick(page.card.field.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.card.field.line, WORDS)
    qtbot.mouseClick(page.card.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(shows(front, Window))
    assert front.shown.windowTitle() == "Secret talks"


def test_somebody_without_the_passphrase_goes_back(qtbot, front, secret_file):
    front.open(secret_file)
    page = front.shown
    qtbot.mouseClick(page.card.open_button, Qt.MouseButton.LeftButton)
    assert "Type the passphrase" in page.card.field.wrong
    qtbot.keyClicks(page.card.field.line, "guess")
    qtbot.mouseClick(page.card.back, Qt.MouseButton.LeftButton)
    assert page.stack.currentWidget() is page.home
    assert page.card.field.text == ""


def test_a_passphrase_given_at_the_start_opens_behind_the_same_card(qtbot, make_front, secret_file):
    front = make_front(WORDS)
    assert not front.open(secret_file)
    assert front.shown.waiting
    qtbot.waitUntil(shows(front, Window))
    assert front.opened


def test_a_file_of_an_older_version_is_brought_up_behind_the_card(qtbot, front, tmp_path):
    path = Path(shutil.copy(OLD, tmp_path / "old.checkin"))
    assert not front.open(path)
    assert "brought up to date" in front.shown.moment.text
    qtbot.waitUntil(shows(front, Window))
    assert (tmp_path / "old.schema-1.checkin").exists()


def test_the_sample_is_made_once_and_its_day_is_today(qtbot, front, clock, tmp_path):
    clock.set("2026-03-01T10:00:00+01:00")
    front.start().sample()
    assert "is being made" in front.shown.moment.text
    qtbot.waitUntil(shows(front, Window), timeout=20_000)
    assert front.shown._desk.now().date() in front.shown._desk.meeting.days
    assert len(front._services.lists.everybody(SALMA)) > 150
    assert "The sample's own clock" in front.shown.status.notice.text
    front.leave()
    front.shown.sample()
    assert isinstance(front.shown, Window)
    assert [path.name for path in (tmp_path / "own").iterdir() if path.suffix == ".checkin"] == [
        "sample.checkin"
    ]


def test_a_sample_that_cannot_be_kept_is_said(qtbot, front, tmp_path):
    (tmp_path / "own").write_text("in the way", encoding="utf-8")
    front.start().sample()
    qtbot.waitUntil(lambda: not front.shown.waiting)
    assert "cannot be written" in front.shown.home.trouble.text


def test_ctrl_t_changes_the_colours_and_keeps_what_is_shown(
    qtbot, front, meeting_file, clock, preferences
):
    front.open(meeting_file)
    window = front.shown
    qtbot.waitUntil(lambda: window._prepared is True)
    held = front._services.badges.all(SALMA)[0][0].token
    window.page.enter(held)
    window.page.field.setText("MA-0")
    outcome = front._services.organising.rename({"fr": "Frontières"}, SALMA)
    window._board.noticed.emit(Notice("Title", outcome.undo))
    window.resize(800, 650)
    qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    after = front.shown
    assert after is not window
    assert after._desk.theme.name == "dark"
    assert after.page.answer == window.page.answer
    assert after.page.field.text() == "MA-0"
    assert after.size() == window.size()
    after.show_page("meeting")
    after.take_back()
    assert "fr" not in front._services.meeting.titles
    qtbot.waitUntil(after.isActiveWindow)
    qtbot.keyClick(after, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert front.shown._desk.theme.name == "high_contrast"
    assert front.shown.stack.front == "meeting"
    assert preferences.text("window/theme") == "high_contrast"
    assert front.shown.page.enter(held) is None  # the desk goes on in the new look


def test_the_colours_wait_for_what_is_under_way(qtbot, front, meeting_file):
    front.open(meeting_file)
    window = front.shown
    qtbot.waitUntil(window.isActiveWindow)
    window._board.work.begin(endless(), lambda: None, lambda _: None)
    qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert front.shown is window
    assert "The colours change once" in window.question.text
    window._board.work.cancel()


def test_the_colours_of_the_start_page_change_with_what_was_typed(qtbot, front):
    page = front.start()
    page.begin()
    page.form.name.set_text("Talks")
    page.form.first.set_text("one")
    page.form.second.set_text("two")
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    form = front.shown.form
    assert front.shown is not page
    assert (form.name.text, form.first.text, form.second.text) == ("Talks", "one", "two")
    assert front.shown.stack.currentWidget() is form
    form.left.emit()
    front.next_theme()
    assert front.shown.stack.currentWidget() is front.shown.home


def test_size_and_page_are_remembered_at_the_next_start(qtbot, make_front, meeting_file):
    first = make_front()
    first.open(meeting_file)
    first.shown.resize(800, 555)
    first.shown.show_page("meeting")
    first.shown.close()
    second = make_front()
    second.open(meeting_file)
    assert second.shown.size().height() == 555
    assert second.shown.stack.front == "meeting"
    assert not second.shown.page.field.hasFocus()


def test_a_fault_on_the_start_page_is_said_there(qtbot, front):
    page = front.start()
    front._hook.crashed.emit("ValueError")
    assert "ValueError" in page.home.trouble.text


def test_a_file_named_on_the_command_line_begins_at_reception(
    qtbot, front, meeting_file, preferences
):
    preferences.keep_text("window/page", "delegates")
    front.switch(str(meeting_file), named=True)
    assert front.shown.stack.front == "reception"
    front.shown.show_page("badges")
    front.shown.leave_asked.emit()
    qtbot.waitUntil(shows(front, StartPage))
    front.shown.ask(str(meeting_file))
    assert front.shown.stack.front == "badges"


def test_a_second_start_that_names_a_file_begins_at_reception_only_where_it_opens_one(
    qtbot, front, meeting_file, tmp_path, preferences
):
    other = Path(shutil.copy(meeting_file, tmp_path / "other.checkin"))
    front.open(meeting_file)
    window = front.shown
    window.show_page("badges")
    for same in (str(meeting_file), ""):
        front.switch(same, named=True)
        assert (front.shown, window.stack.front) == (window, "badges")
    front.switch(str(other), named=True)
    qtbot.waitUntil(lambda: front.shown is not window and isinstance(front.shown, Window))
    assert front.shown.stack.front == "reception"


def test_a_named_file_with_a_passphrase_begins_at_reception_too(
    qtbot, front, secret_file, preferences
):
    preferences.keep_text("window/page", "delegates")
    front.switch(str(secret_file), named=True)
    front.open(secret_file, WORDS)
    qtbot.waitUntil(shows(front, Window))
    assert front.shown.stack.front == "reception"
