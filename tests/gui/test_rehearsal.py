"""A rehearsal: a practice copy, unmistakable on screen, that never touches the meeting."""

import tempfile

import pytest
from PySide6.QtCore import Qt

from checkin.bootstrap import open_meeting
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.gui.front import THEME
from checkin.gui.start.page import StartPage
from checkin.gui.window import Window
from checkin.services.care import make_meeting
from tests.conftest import SALMA
from tests.gui.camera.pretend import DOOR, PretendCameras
from tests.gui.test_front import shows
from tests.people import MEETING_DAYS, list_of
from tests.services.staging import badge, rows

CONTROL = Qt.KeyboardModifier.ControlModifier
EVENING = "2022-07-04T19:30:00+02:00"


pytestmark = pytest.mark.usefixtures("practice_place")


@pytest.fixture
def opened(qtbot, front, meeting_file):
    """The front with the meeting in its window, all pages made."""
    front.open(meeting_file)
    settle(qtbot, front)
    return front


def settle(qtbot, front) -> None:
    window = front.shown
    qtbot.waitUntil(lambda: len(window.stack.pages) == 5 and window._importing is not None)
    qtbot.waitUntil(lambda: not window._board.tasks.running)


def press(qtbot, front, key=Qt.Key.Key_R, modifier=CONTROL) -> None:
    qtbot.keyPress(front.shown, key, modifier)  # the window takes no more keys from then on


def rehearse(qtbot, front) -> Window:
    before = front.shown
    press(qtbot, front)
    qtbot.waitUntil(lambda: front.shown is not before and front.shown.isVisible())
    qtbot.waitUntil(lambda: front.shown._prepared is True and front.shown.page.field.hasFocus())
    return front.shown


def back(qtbot, front) -> Window:
    before = front.shown
    press(qtbot, front)
    qtbot.waitUntil(lambda: front.shown is not before and front.shown.isVisible())
    return front.shown


def scan(qtbot, window, text: str) -> None:
    qtbot.keyClicks(window.page.field, text)
    qtbot.keyClick(window.page.field, Qt.Key.Key_Return)


def test_nothing_of_a_rehearsal_reaches_the_meeting(
    qtbot, opened, meeting_file, practice_place, preferences
):
    real = opened.shown
    before = rows(opened._services)
    code = badge(opened._services, "R-1").token
    kept = {key: preferences._settings.value(key) for key in preferences._settings.allKeys()}
    window = rehearse(qtbot, opened)
    assert "nothing here reaches the meeting" in window.rehearsal.band.text
    assert window.rehearsal.band.isVisible()
    assert window.windowTitle().startswith("REHEARSAL: ")
    assert window.page.heading.mode.key == "rehearsal"
    scan(qtbot, window, code)
    assert window.page.answer.verdict is Verdict.WELCOME
    assert window.page.answer.recorded
    services = opened._services
    services.organising.rename({"fr": "Frontières"}, SALMA)
    services.badges.reissue(badge(services, "R-2").token, "lost", SALMA)
    window._desk.preferences.keep_text("folder", "/somewhere")
    settle(qtbot, opened)
    for page in window.stack.kinds:
        window.show_page(page)
        assert window.rehearsal.band.isVisible()
    window.show_page("delegates")
    assert back(qtbot, opened) is real
    assert real.isEnabled()
    assert real.page.answer is None
    assert rows(opened._services) == before
    assert list(practice_place.iterdir()) == []
    assert {
        key: preferences._settings.value(key) for key in preferences._settings.allKeys()
    } == kept
    scan(qtbot, real, code)
    assert real.page.answer.verdict is Verdict.WELCOME  # nobody had arrived


def test_the_meeting_is_as_it_was_left(qtbot, opened):
    real = opened.shown
    code = badge(opened._services, "R-1").token
    scan(qtbot, real, code)
    real.page.heading.toggle_hand_over()
    real.page.hand_over.collector.set_text("The embassy")
    real.page.field.setText("ma")
    window = rehearse(qtbot, opened)
    assert not window.page.heading.handing_over
    scan(qtbot, window, code)
    assert window.page.answer.verdict is Verdict.ALREADY_IN
    back(qtbot, opened)
    assert real.page.heading.handing_over
    assert real.page.hand_over.collector.text == "The embassy"
    assert real.page.field.text() == "ma"


def test_the_file_stays_locked_against_others_meanwhile(qtbot, opened, meeting_file, clock):
    rehearse(qtbot, opened)
    with pytest.raises(Refused, match="file_in_use"):
        open_meeting(meeting_file, clock)
    back(qtbot, opened)
    with pytest.raises(Refused, match="file_in_use"):
        open_meeting(meeting_file, clock)


def test_the_evening_before_it_is_the_first_day_in_a_rehearsal(qtbot, front, meeting_file, clock):
    clock.set(EVENING)
    front.open(meeting_file)
    settle(qtbot, front)
    code = badge(front._services, "R-1").token
    real = front.shown
    scan(qtbot, real, code)
    assert real.page.answer.verdict is Verdict.NOT_A_MEETING_DAY
    window = rehearse(qtbot, front)
    assert window.page.heading.title.text() == "Tuesday 5 July 2022"
    assert "REHEARSAL of Tuesday 5 July 2022" in window.rehearsal.band.text
    scan(qtbot, window, code)
    assert window.page.answer.verdict is Verdict.WELCOME
    assert (window.page.answer.at.isoformat(), window.page.answer.day) == (
        "2022-07-05T19:30:00+02:00",
        MEETING_DAYS[0],
    )
    back(qtbot, front)
    assert front.shown.page.heading.title.text() == "Monday 4 July 2022"
    assert front._services.file.arrivals.count() == 0


def test_the_modes_of_a_rehearsal_are_practised_and_record_leads_back(qtbot, opened):
    real = opened.shown
    code = badge(opened._services, "R-1").token
    rehearsal = real.page.heading.mode.buttons()[3]
    qtbot.mouseClick(rehearsal, Qt.MouseButton.LeftButton)
    assert real.page.heading.mode.key == "record"
    qtbot.waitUntil(lambda: opened.shown is not real and opened.shown.isVisible())
    window = opened.shown
    qtbot.waitUntil(window.page.field.hasFocus)
    qtbot.keyClick(window.page.field, Qt.Key.Key_L, CONTROL)
    assert window.page.heading.looking
    scan(qtbot, window, code)
    assert not window.page.answer.recorded
    qtbot.keyClick(window.page.field, Qt.Key.Key_L, CONTROL)
    assert window.page.heading.mode.key == "rehearsal"
    qtbot.keyClick(window.page.field, Qt.Key.Key_G, CONTROL)
    scan(qtbot, window, code)
    assert window.page.card.face.word == "HANDED OVER"
    record = window.page.heading.mode.buttons()[0]
    qtbot.mouseClick(record, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.shown is real and real.isVisible())
    assert real.page.heading.mode.key == "record"


def test_a_shift_change_in_a_rehearsal_is_practised_too(qtbot, opened, preferences):
    real = opened.shown
    window = rehearse(qtbot, opened)
    window.page.shift.ask()
    window.page.shift.panel.name.set_text("Omar")
    window.page.shift.panel.desk_name.set_text("Z")
    window.page.shift.panel.go.click()
    assert window.page.heading.desk_name.text() == "Desk Z   ·   Omar"
    back(qtbot, opened)
    assert real.page.heading.desk_name.text() == "Desk A"
    assert preferences.text("desk/name") == ""


def test_the_band_leads_back_where_the_key_does_something_else(qtbot, opened):
    real = opened.shown
    window = rehearse(qtbot, opened)
    band = window.rehearsal.band
    assert band.back.text() == "Back to the meeting   Ctrl+R"
    settle(qtbot, opened)
    window.show_page("badges")
    assert band.back.text() == "Back to the meeting"
    press(qtbot, opened)
    assert opened.shown is window  # it replaces a badge of the practice copy there
    qtbot.mouseClick(band.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.shown is real and real.isVisible())
    assert real.grab().height() > 100


def test_nothing_of_a_rehearsal_is_saved_printed_or_backed_up(qtbot, opened, tmp_path):
    window = rehearse(qtbot, opened)
    services = opened._services
    for leaves in (
        lambda: services.reports.save("attendance", tmp_path / "r.pdf", "en", SALMA),
        lambda: services.badges.write(b"%PDF", tmp_path / "b.pdf"),
        lambda: services.care.back_up(tmp_path, SALMA),
        lambda: services.care.back_up_beside(tmp_path, SALMA),
    ):
        with pytest.raises(Refused, match="rehearsal"):
            leaves()
    settle(qtbot, opened)
    window.show_page("badges")
    page = window.stack.page("badges")
    page.to_paper.dialog.ask()
    assert page.to_paper.dialog.dialog is None
    assert "This is a rehearsal" in window.status.notice.text
    page.side.printing.print_now()
    assert "This is a rehearsal" in page.side.printing.trouble.text
    assert not page.side.printing.sending
    assert list(tmp_path.glob("*.pdf")) == []
    window.show_page("meeting")
    back(qtbot, opened)


def test_closing_the_window_in_a_rehearsal_closes_both(
    qtbot, opened, meeting_file, clock, practice_place
):
    real = opened.shown
    window = rehearse(qtbot, opened)
    qtbot.keyClick(window, Qt.Key.Key_Q, CONTROL)
    assert not window.isVisible()
    assert not real.isVisible()
    assert opened._services is None
    assert list(practice_place.iterdir()) == []
    open_meeting(meeting_file, clock).close()


def test_ctrl_w_leaves_both_for_the_start_page(qtbot, opened, meeting_file, clock):
    rehearse(qtbot, opened)
    press(qtbot, opened, Qt.Key.Key_W)
    qtbot.waitUntil(shows(opened, StartPage))
    (row,) = opened.shown.home.rows
    assert "7 people" in row.about
    open_meeting(meeting_file, clock).close()


def test_a_second_start_raises_the_rehearsal_or_opens_another_file(
    qtbot, opened, meeting_file, tmp_path, clock
):
    window = rehearse(qtbot, opened)
    for same in ("", str(meeting_file)):
        opened.switch(same)
        assert opened.shown is window
    other = tmp_path / "other.checkin"
    make_meeting(other, "Other", "Rabat", "UTC", MEETING_DAYS, SALMA, clock)
    opened.switch(str(other))
    qtbot.waitUntil(lambda: opened.shown is not window and opened.shown.windowTitle() == "Other")
    assert opened._aside is None
    open_meeting(meeting_file, clock).close()


def test_a_list_that_is_dropped_in_a_rehearsal_stays_there(qtbot, opened, tmp_path):
    people = len(opened._services.lists.everybody(SALMA))
    window = rehearse(qtbot, opened)
    settle(qtbot, opened)
    more = "Reference;Family name;Given names;Delegation\nN-1;NEW;Anna;Spain\n"
    window.take_list(str(list_of(tmp_path / "more.csv", more)))
    intake = window._importing.intake
    qtbot.waitUntil(lambda: intake.imported is not None)
    intake.apply()
    qtbot.waitUntil(lambda: len(opened._services.lists.everybody(SALMA)) == people + 1)
    qtbot.waitUntil(lambda: not window._board.tasks.running and not window._board.work.running)
    back(qtbot, opened)
    assert len(opened._services.lists.everybody(SALMA)) == people


def test_the_colours_may_change_in_a_rehearsal(qtbot, opened, preferences):
    real = opened.shown
    scan(qtbot, real, badge(opened._services, "R-1").token)
    window = rehearse(qtbot, opened)
    settle(qtbot, opened)
    opened.next_theme()
    assert opened.shown is not window
    assert opened.shown.rehearsal.band
    settle(qtbot, opened)
    assert preferences.text(THEME) == ""
    returned = back(qtbot, opened)
    assert returned is not real
    assert returned.rehearsal.band is None
    assert returned.page.answer.delegate.name == "EL OUAFI Nadia"
    settle(qtbot, opened)


def test_a_rehearsal_waits_until_nothing_is_half_done(qtbot, opened, tmp_path):
    window = opened.shown
    window.take_list(str(list_of(tmp_path / "again.csv")))
    qtbot.waitUntil(lambda: window._importing.intake.imported is not None)
    window.show_page("reception")
    press(qtbot, opened)
    assert "once what is under way is finished" in window.question.text
    assert opened.shown is window
    assert window.isEnabled()


def test_why_there_is_no_rehearsal_is_said_and_the_meeting_goes_on(
    qtbot, opened, practice_place, monkeypatch
):
    window = opened.shown
    before = rows(opened._services)
    monkeypatch.setattr(tempfile, "tempdir", str(practice_place / "nowhere"))
    press(qtbot, opened)
    qtbot.waitUntil(lambda: "There is no rehearsal now" in window.question.text)
    assert window.isEnabled()
    assert window.page.field.hasFocus()
    scan(qtbot, window, badge(opened._services, "R-1").token)
    assert window.page.answer.recorded
    assert before != rows(opened._services)


def test_a_fault_while_it_is_copied_leaves_the_desk_at_work(qtbot, opened):
    window = opened.shown

    def fails() -> None:
        raise ValueError("of ours")

    with qtbot.captureExceptions() as raised:
        window.rehearsal.wait(fails)
        assert not window.isEnabled()
        qtbot.waitUntil(window.isEnabled)
    assert [str(one[1]) for one in raised] == ["of ours"]
    assert window.page.field.hasFocus()


def test_whatever_is_opened_while_it_is_copied_is_not_rehearsed(
    qtbot, opened, tmp_path, clock, practice_place
):
    other = tmp_path / "other.checkin"
    make_meeting(other, "Other", "Rabat", "UTC", MEETING_DAYS, SALMA, clock)
    before = opened.shown
    before.rehearsal.wait(lambda: opened._begin_rehearsal(before))
    opened.switch(str(other))
    qtbot.waitUntil(lambda: opened.shown is not before and opened.shown.windowTitle() == "Other")
    settle(qtbot, opened)
    assert opened._aside is None
    assert list(practice_place.iterdir()) == []


def test_the_camera_looks_for_the_rehearsal_meanwhile(qtbot, opened):
    real = opened.shown
    real.camera.make(PretendCameras(DOOR))
    real.camera.toggle()
    window = rehearse(qtbot, opened)
    assert not real.camera.camera.on  # nobody arrives at the meeting behind the rehearsal
    assert window.camera.camera.on
    back(qtbot, opened)
    assert real.camera.camera.on
    assert not window.camera.camera.on


def test_no_scanner_reaches_the_meeting_behind_a_rehearsal(qtbot, opened, preferences):
    real = opened.shown
    before = rows(opened._services)
    code = badge(opened._services, "R-1").token
    rehearse(qtbot, opened)
    real.scans.take(code)
    real.page.enter(code)
    real.serial.begin()
    preferences.keep_text("serial/port", "")
    back(qtbot, opened)
    assert rows(opened._services) == before
    scan(qtbot, real, code)
    assert real.page.answer.recorded
