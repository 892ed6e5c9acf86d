"""The start page: what was open before, and how something new begins."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from checkin.bootstrap import open_meeting
from checkin.gui.app import application
from checkin.gui.help import HelpOverlay
from checkin.gui.look.theme import theme
from checkin.gui.preferences import Preferences, Recent
from checkin.gui.start.home import greeting
from checkin.gui.start.new_meeting import file_name
from checkin.gui.start.page import StartPage
from checkin.gui.start.recent_row import today_of
from checkin.services.words import wording
from tests.gui.test_front import shows
from tests.gui.test_layout import cut_labels
from tests.people import MEETING_DAYS

NOW = datetime.fromisoformat("2022-07-05T08:45:00+02:00")
WORDS = "our words"
CTRL = Qt.KeyboardModifier.ControlModifier
SIZES = [(1366, 768), (1920, 1080), (960, 540), (800, 480)]


def recent(path: Path, title: str = "Border management", days=MEETING_DAYS) -> Recent:
    return Recent(path, title, "Madrid", "Europe/Madrid", days, 183)


@pytest.fixture
def kept(qapp, tmp_path):
    """One meeting that is there, and one whose stick was pulled out."""
    made = Preferences(tmp_path / "window.ini")
    made.remember(recent(tmp_path / "stick" / "gone.checkin", "Steering committee"))
    (tmp_path / "here.checkin").touch()
    made.remember(recent(tmp_path / "here.checkin"))
    return made


@pytest.fixture
def page(qtbot, kept):
    application(theme("light"))
    made = StartPage(theme("light"), wording("en"), kept, NOW)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.painted):
        made.show()
    return made


def test_recent_meetings_say_what_today_is_to_them(page):
    first, second = page.home.rows
    assert "183 people   ·   today is day 1 of 2" in first.about
    assert "The file is no longer in" in second.about
    assert second.button.text() == "Find it"
    assert page.focusWidget() is first.button


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((date(2022, 7, 6),), "tomorrow"),
        ((date(2022, 7, 12), date(2022, 7, 13)), "in 7 days"),
        ((date(2022, 7, 4), date(2022, 7, 6)), "tomorrow"),
        ((date(2022, 7, 4),), "over"),
        ((), ""),
    ],
)
def test_days_that_are_not_today_are_put_in_words(days, words):
    assert today_of(recent(Path("m"), days=days), NOW) == (False, words)


def test_a_zone_that_is_none_does_not_hide_a_meeting():
    odd = Recent(Path("m"), "M", zone="Mars/Olympus", days=MEETING_DAYS)
    assert today_of(odd, NOW)[0]
    late = NOW + timedelta(hours=15, minutes=30)
    assert today_of(Recent(Path("m"), "M", zone="Asia/Tokyo", days=MEETING_DAYS), late)[1]


def test_the_greeting_knows_the_hour():
    assert greeting(8).startswith("Good morning")
    assert greeting(13).startswith("Good afternoon")
    assert greeting(20).startswith("Good evening")


def test_a_click_opens_and_a_cross_forgets(qtbot, page, kept, tmp_path):
    with qtbot.waitSignal(page.open_asked) as asked:
        qtbot.mouseClick(page.home.rows[0].button, Qt.MouseButton.LeftButton)
    assert asked.args[0].path == tmp_path / "here.checkin"
    qtbot.mouseClick(page.home.rows[1].forget, Qt.MouseButton.LeftButton)
    assert [row.button.text() for row in page.home.rows] == ["Open"]
    page.home.rows[0].forget.click()
    assert kept.recent() == []
    assert page.home.rows == []


def dialog_of(page) -> QFileDialog:
    return next(one for one in page.findChildren(QFileDialog) if one.isVisible())


def test_a_file_that_went_elsewhere_is_found_and_opened(qtbot, page, kept, tmp_path):
    qtbot.mouseClick(page.home.rows[1].button, Qt.MouseButton.LeftButton)
    (tmp_path / "found.checkin").touch()
    dialog = dialog_of(page)
    with qtbot.waitSignal(page.open_asked) as asked:
        dialog.fileSelected.emit(str(tmp_path / "found.checkin"))
    dialog.reject()
    assert asked.args[0].path == tmp_path / "found.checkin"
    assert kept.recent()[1].path == tmp_path / "found.checkin"
    assert page.home.rows[1].button.text() == "Open"


def test_ctrl_o_chooses_a_file_and_ctrl_shift_s_the_sample(qtbot, page, tmp_path):
    qtbot.keyClick(page, Qt.Key.Key_O, CTRL)
    dialog = dialog_of(page)
    with qtbot.waitSignal(page.open_asked):
        dialog.fileSelected.emit(str(tmp_path / "x.checkin"))
    dialog.reject()
    with qtbot.waitSignal(page.sample_asked):
        qtbot.keyClick(page, Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(page.sample_asked):
        qtbot.mouseClick(page.home.tiles[2], Qt.MouseButton.LeftButton)


def test_f1_shows_the_keys_and_f11_fills_the_screen(qtbot, page):
    qtbot.keyClick(page, Qt.Key.Key_F1)
    assert page.findChild(HelpOverlay).isVisible()
    qtbot.keyClick(page, Qt.Key.Key_F1)
    qtbot.keyClick(page, Qt.Key.Key_F11)
    assert page.isFullScreen()


def test_while_something_is_done_nothing_else_is_begun(qtbot, page):
    page.wait("A file is being opened.", lambda: None)
    with (
        qtbot.assertNotEmitted(page.open_asked),
        qtbot.assertNotEmitted(page.sample_asked),
    ):
        page.choose()
        page.begin()
        page.sample()
        page.ask("x.checkin")
    assert page.form is None
    page.refuse("It did not open.")
    assert page.home.trouble.text == "It did not open."


def urls(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


NOTHING = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)


def test_a_meeting_file_dropped_is_opened_a_list_is_told_where_it_belongs(qtbot, page, tmp_path):
    data = urls(tmp_path / "m.checkin")
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, data, *NOTHING)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(page.open_asked) as asked:
        page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *NOTHING))
    assert asked.args[0].path == tmp_path / "m.checkin"
    other = urls(tmp_path / "list.csv")
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, other, *NOTHING))
    assert "list.csv is no meeting file" in page.home.trouble.text


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_label_of_the_start_page_has_room(qtbot, page, width, height):
    page.resize(width, height)
    qtbot.waitUntil(lambda: not cut_labels(page))


@pytest.mark.parametrize("name", ["dark", "high_contrast"])
def test_the_page_stands_in_every_look_and_mirrored(qtbot, kept, name):
    application(theme(name))
    mirrored = StartPage(theme(name), wording("ar"), kept, NOW)
    qtbot.addWidget(mirrored)
    mirrored.resize(1366, 768)
    mirrored.begin()
    mirrored.form.days.show_days(MEETING_DAYS)
    with qtbot.waitSignal(mirrored.painted):
        mirrored.show()
    assert mirrored.column.x() > mirrored.stack.x()
    application(theme("light"))


def test_a_meeting_is_made_on_one_page(qtbot, front, tmp_path):
    page = front.start()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_N, CTRL)
    form = page.form
    qtbot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    assert "has a name" in form.name.wrong
    assert "at least one day" in form.days.adding.field.wrong
    qtbot.keyClicks(form.name.line, "Talks: first/second?")
    assert form.path.text.endswith("Talks first second.checkin")
    qtbot.keyClicks(form.place.line, "Rabat")
    form.zone.setEditText("Africa/Casablanca")
    qtbot.keyClicks(form.days.adding.field.line, "2022-07-05, 2022-07-06")
    qtbot.keyClick(form.days.adding.field.line, Qt.Key.Key_Return)
    qtbot.keyClicks(form.first.line, WORDS)
    qtbot.keyClicks(form.second.line, "other words")
    form._choose_path(str(tmp_path / "talks"))
    qtbot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    assert "not the same" in form.second.wrong
    form.second.set_text(WORDS)
    qtbot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    assert "talks.checkin is being made" in page.moment.text
    qtbot.waitUntil(shows(front, front.shown.__class__))
    qtbot.waitUntil(lambda: front.shown is not page)
    meeting = front._services.meeting
    assert (meeting.titles["en"], meeting.place) == ("Talks: first/second?", "Rabat")
    assert (meeting.zone, meeting.days) == ("Africa/Casablanca", MEETING_DAYS)
    front.leave()
    open_meeting(tmp_path / "talks.checkin", lambda: NOW, passphrase=WORDS).close()


def test_what_the_services_refuse_is_said_on_the_same_page(qtbot, front, tmp_path):
    page = front.start()
    page.begin()
    form = page.form
    form.name.set_text("Talks")
    form.days.show_days(MEETING_DAYS)
    form.zone.setEditText("Mars/Olympus")
    form._choose_path(str(tmp_path / "talks.checkin"))
    form.make.click()
    qtbot.waitUntil(lambda: not page.waiting)
    assert "is not a time zone" in form.trouble.text
    form.zone.show_zone("UTC")
    form.path.line.clear()
    form._typed_path("")
    form.make.click()
    assert "Say where" in form.path.wrong
    (tmp_path / "there.checkin").touch()
    form._choose_path(str(tmp_path / "there.checkin"))
    form.make.click()
    qtbot.waitUntil(lambda: not page.waiting)
    assert "exists already" in form.trouble.text


def test_days_are_clicked_and_typed_and_taken_away(qtbot, page):
    page.begin()
    days = page.form.days
    days.adding.calendar.picked.emit("2022-07-05")
    days.adding.calendar.picked.emit("2022-07-06")
    assert days.days == MEETING_DAYS
    days.adding.calendar.picked.emit("2022-07-06")  # once more lets go of it
    assert days.days == MEETING_DAYS[:1]
    qtbot.keyClicks(days.adding.field.line, "tomorrow")
    qtbot.mouseClick(days.adding.button, Qt.MouseButton.LeftButton)
    assert "2022-07-05" in days.adding.field.wrong
    qtbot.mouseClick(days.rows[0].button, Qt.MouseButton.LeftButton)
    assert days.days == ()


def test_where_the_file_is_kept_is_chosen_in_the_systems_dialog(qtbot, page, tmp_path):
    page.begin()
    page.form._choose()
    dialog = dialog_of(page)
    dialog.fileSelected.emit(str(tmp_path / "mine.checkin"))
    dialog.reject()
    page.form.name.line.setText("Another name")
    page.form.name.edited.emit("Another name")
    assert page.form.draft().path == tmp_path / "mine.checkin"


@pytest.mark.parametrize(
    ("name", "file"), [("A/B: C?", "A B C"), ("..", ""), ("نادية", "نادية"), ("x" * 200, "x" * 80)]
)
def test_files_are_named_so_that_every_system_takes_them(name, file):
    assert file_name(name) == file
