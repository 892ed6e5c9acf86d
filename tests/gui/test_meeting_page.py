"""The meeting page: what the organisers change there is a fact, and the file is kept safe."""

import threading
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from checkin.bootstrap import open_meeting
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.look.marks import FAULT, OFF, OK, WARN
from checkin.gui.look.theme import theme
from checkin.gui.meeting.backing_up import _Turn
from checkin.gui.meeting.calendar import Calendar
from checkin.gui.meeting.safe import FOLDER
from checkin.gui.meeting.zone_choice import ZoneChoice
from checkin.gui.seat import Seat
from checkin.gui.tasks import Job
from checkin.gui.window import Window
from tests.conftest import SALMA
from tests.gui.test_app import damage
from tests.gui.test_frame import endless
from tests.gui.test_layout import cut_labels
from tests.people import MEETING_DAYS
from tests.services.staging import badge, journal

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, window):
    window.show_page("meeting")
    made = window.stack.page("meeting")
    qtbot.waitUntil(made.isVisible)
    return made


def write(qtbot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    line.insert(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_title_is_kept_when_its_field_is_left_and_taken_back(qtbot, window, page, services):
    facts = len(journal(services))
    write(qtbot, page.details.titles["fr"], "Gestion des frontières")
    assert services.meeting.titles["fr"] == "Gestion des frontières"
    assert len(journal(services)) == facts + 1
    assert "Title, French: Gestion" in window.status.notice.text
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert "fr" not in services.meeting.titles
    assert page.details.titles["fr"].text() == ""


def test_the_windows_title_follows_the_meetings(qtbot, window, page):
    write(qtbot, page.details.titles["en"], "Borders")
    assert window.windowTitle() == "Borders"


def test_the_last_title_is_not_taken_away(qtbot, page, services):
    write(qtbot, page.details.titles["en"], "")
    assert services.meeting.titles == {"en": "Border management"}
    assert "A meeting has a name" in page.trouble.text
    write(qtbot, page.details.titles["en"], "Borders")
    assert page.trouble.isHidden()


def test_the_arabic_title_is_written_from_the_right(page):
    ways = Qt.LayoutDirection
    assert page.details.titles["ar"].layoutDirection() is ways.RightToLeft
    assert page.details.titles["en"].layoutDirection() is ways.LeftToRight


def test_what_stands_in_a_field_is_kept_when_the_window_closes(qtbot, window, page, services):
    line = page.details.titles["es"]
    line.setFocus()
    qtbot.keyClicks(line, "Fronteras")
    place = page.details.place
    place.setFocus()
    place.selectAll()
    qtbot.keyClicks(place, "Toledo")
    page.hindrance()
    assert (services.meeting.titles["es"], services.meeting.place) == ("Fronteras", "Toledo")


def test_what_somebody_else_changed_is_not_written_over(page, services):
    services.organising.rename({"pt": "Fronteiras"}, SALMA)
    page.hindrance()
    assert services.meeting.titles["pt"] == "Fronteiras"


def test_a_zone_is_found_by_its_city(qtbot, page, services):
    zone = page.details.zone
    zone.setFocus()
    completer = zone.completer()
    completer.setCompletionPrefix("casabl")
    assert completer.completionCount() == 1
    zone.setEditText(completer.currentCompletion())
    qtbot.keyClick(zone.lineEdit(), Qt.Key.Key_Return)
    assert services.meeting.zone == "Africa/Casablanca"
    assert "Now 07:45 there" in page.details._zone_row.hint.text()
    page.details._minute.timeout.emit()


def test_a_zone_that_is_none_is_refused_and_the_old_one_stands(qtbot, page, services):
    zone = page.details.zone
    zone.fill()
    zone.setEditText("Mars/Olympus")
    qtbot.keyClick(zone.lineEdit(), Qt.Key.Key_Return)
    assert services.meeting.zone == "Europe/Madrid"
    assert "is not a time zone" in page.trouble.text
    assert zone.zone == "Europe/Madrid"


def test_a_zone_that_the_list_does_not_know_is_shown_all_the_same(qtbot):
    odd = ZoneChoice("Zone", "Etc/GMT+3")
    qtbot.addWidget(odd)
    odd.fill()
    assert odd.zone == "Etc/GMT+3"


def test_days_are_added_and_removed_each_as_one_fact(qtbot, window, page, services):
    qtbot.mouseClick(page.add_day, Qt.MouseButton.LeftButton)
    calendar = page.days.adding.calendar
    assert isinstance(calendar, Calendar)
    calendar.picked.emit("2022-07-07")
    assert services.meeting.days == (*MEETING_DAYS, date(2022, 7, 7))
    assert "Added: Thursday 7 July 2022" in window.status.notice.text
    qtbot.mouseClick(page.days.rows[2].button, Qt.MouseButton.LeftButton)
    assert services.meeting.days == MEETING_DAYS
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert len(page.days.rows) == 3
    qtbot.mouseClick(page.add_day, Qt.MouseButton.LeftButton)
    assert page.days.adding.isHidden()


def test_a_day_that_people_came_on_stays(qtbot, page, services):
    services.reception.scan(badge(services, "R-1").token, SALMA)
    qtbot.mouseClick(page.days.rows[0].button, Qt.MouseButton.LeftButton)
    assert services.meeting.days == MEETING_DAYS
    assert len(page.days.rows) == 2
    assert "the day stays" in page.trouble.text


def test_an_emblem_is_chosen_shown_and_taken_away(qtbot, window, page, services, tmp_path):
    path = tmp_path / "emblem.jpg"
    Image.new("RGB", (900, 600), "#AA1122").save(path)
    row = page.details.emblem
    assert row.picture.empty
    row.choose.click()
    dialog = row.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: not row.picture.empty)
    assert services.organising.emblem()
    row.remove.click()
    assert row.picture.empty
    window.take_back()
    assert not row.picture.empty
    page.grab()


def test_a_letter_is_no_emblem(qtbot, page, tmp_path):
    path = tmp_path / "letter.png"
    path.write_text("Dear Sir", encoding="utf-8")
    page.details.emblem.take(str(path))
    qtbot.waitUntil(lambda: "cannot be read as a picture" in page.trouble.text)


def test_a_check_says_that_the_chain_is_whole(qtbot, page):
    assert "facts in its journal" in page.safe.file_row.about
    qtbot.mouseClick(page.safe.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "whole, checked 08:45" in page.safe.file_row.about)
    assert page.safe.file_row.mark == OK
    assert page.safe.check.isEnabled()


def test_a_check_says_what_is_wrong(qtbot, page, services):
    damage(services)
    qtbot.mouseClick(page.safe.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "does not hold together" in page.safe.file_row.about)
    assert page.safe.file_row.mark == FAULT


def test_a_check_that_the_file_refuses_is_said(qtbot, page, window, services):
    qtbot.waitUntil(lambda: len(window.stack.pages) == len(window.stack.kinds))
    services.file.connection.execute("DROP TABLE search_key")
    qtbot.mouseClick(page.safe.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.safe.check.isEnabled)
    assert "damaged" in page.trouble.text
    assert page.safe.file_row.mark == FAULT


def test_while_the_file_is_taken_a_change_waits(qtbot, page, desk, services):
    desk.switchboard.work.begin(endless(), lambda: None, lambda _: None)
    write(qtbot, page.details.place, "Rabat")
    assert services.meeting.place == "Madrid"
    assert "something else has the file" in page.trouble.text
    assert page.details.place.text() == "Rabat"
    page.safe.check.click()
    assert page.safe.check.isEnabled()
    desk.switchboard.work.cancel()
    write(qtbot, page.details.place, "Rabat")
    assert services.meeting.place == "Rabat"


def test_a_backup_is_verified_and_its_time_and_place_are_said(
    qtbot, page, desk, tmp_path, clock, services
):
    row = page.safe.backup_row
    assert (row.mark, row.title) == (WARN, "No backup yet")
    folder = tmp_path / "stick"
    folder.mkdir()
    qtbot.mouseClick(page.safe.back_up, Qt.MouseButton.LeftButton)
    dialog = page.safe.findChild(QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.reject()
    qtbot.waitUntil(lambda: row.title == "Last backup today at 08:45")
    (made,) = folder.iterdir()
    assert row.about == str(made)
    assert row.mark == OK
    open_meeting(made, clock).close()
    clock.wait(days=1)
    page.safe.read()
    assert (row.mark, row.title) == (WARN, "Last backup yesterday at 08:45")
    clock.wait(days=2)
    page.safe.read()
    assert row.title == "Last backup on 5 July at 08:45"
    qtbot.mouseClick(page.safe.back_up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 2)
    qtbot.waitUntil(page.safe.back_up.isEnabled)
    again = Desk(services, Seat(SALMA), desk.wording, theme("light"), preferences=desk.preferences)
    assert again.preferences.text(FOLDER) == str(folder)


def test_a_folder_that_is_gone_is_said(qtbot, page, tmp_path):
    page.safe.back_up_to(str(tmp_path / "pulled out"))
    assert "There is no folder" in page.trouble.text
    assert page.safe.back_up.isEnabled()
    assert page.safe.backup_row.title == "No backup yet"


def test_a_time_that_somebody_wrote_over_is_no_backup(page, desk):
    for odd in ("yesterday x", "2022-07-05T08:00:00 x"):
        desk.preferences.keep_text(page.safe._last_key, odd)
        page.safe.read()
        assert page.safe.backup_row.title == "No backup yet"


def test_a_backup_of_what_is_not_sound_is_refused(qtbot, page, services, tmp_path):
    services.file.connection.execute("UPDATE delegate SET family_name = 'CHANGED'")
    page.safe.back_up_to(str(tmp_path))
    qtbot.waitUntil(lambda: "did not pass its check" in page.trouble.text)


def test_a_backup_waits_for_a_quiet_moment(qtbot, page, desk, tmp_path, monkeypatch):
    folder = tmp_path / "stick"
    folder.mkdir()
    desk.switchboard.scanned.emit(desk.now())
    page.safe.back_up_to(str(folder))
    maker = page.safe._backing_up
    taken = []
    real = maker._take
    monkeypatch.setattr(maker, "_take", lambda turn: (taken.append(turn), real(turn)))
    qtbot.waitUntil(lambda: bool(taken))
    assert not page.safe.back_up.isEnabled()
    maker._scanned_at = -10
    qtbot.waitUntil(page.safe.back_up.isEnabled)
    assert len(list(folder.iterdir())) == 1


def test_a_window_closed_in_the_middle_of_a_backup_leaves_nothing_behind(
    qtbot, window, page, desk, tmp_path
):
    folder = tmp_path / "stick"
    folder.mkdir()
    desk.switchboard.scanned.emit(desk.now())  # so that the copying waits
    page.safe.back_up_to(str(folder))
    qtbot.waitUntil(lambda: any(folder.iterdir()))
    assert window.close()
    assert list(folder.iterdir()) == []
    late = _Turn(Job(lambda *_: None), lambda: "never")
    late.job.cancel()
    page.safe._backing_up._take(late)
    assert not late.done.is_set()


def test_a_fault_while_copying_is_raised_in_the_window_and_nobody_waits_for_ever(qtbot, page):
    maker = page.safe._backing_up
    turn = _Turn(Job(lambda *_: None), lambda: str(1 / 0))
    with pytest.raises(ZeroDivisionError):
        maker._take(turn)
    assert turn.done.is_set()
    refused = []

    def ask():
        try:
            maker._ask(Job(lambda *_: None), lambda: str(1 / 0))
        except Refused as told:
            refused.append(told.code)

    worker = threading.Thread(target=ask)
    with qtbot.capture_exceptions() as raised:
        worker.start()
        qtbot.waitUntil(lambda: bool(refused))
    worker.join()
    assert refused == ["program_fault"]
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_a_passphrase_is_set_in_place_behind_one_moment(
    qtbot, window, page, meeting_file, clock, services
):
    form = page.safe.secret
    assert form.row.mark == OFF
    qtbot.mouseClick(form.begin, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    assert "Type the new passphrase" in form.first.wrong
    qtbot.keyClicks(form.first.line, "our words")
    qtbot.keyClicks(form.second.line, "our word")
    qtbot.keyClick(form.second.line, Qt.Key.Key_Return)
    assert "not the same" in form.second.wrong
    qtbot.keyClicks(form.second.line, "s")
    qtbot.keyClick(form.second.line, Qt.Key.Key_Return)
    assert page.moment.isVisible()
    assert form.first.text == ""
    qtbot.waitUntil(page.moment.isHidden)
    assert form.row.title == "Protected by a passphrase"
    assert "The passphrase was set" in window.status.notice.text
    assert services.reception.scan(badge(services, "R-1").token, SALMA).value.recorded
    qtbot.mouseClick(form.remove, Qt.MouseButton.LeftButton)
    assert "whoever has the file" in form.question.text
    qtbot.mouseClick(form.question.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: form.row.title == "No passphrase")
    window.close()
    services.close()
    open_meeting(meeting_file, clock).close()


def test_somebody_thinks_better_of_a_passphrase(qtbot, page, services):
    form = page.safe.secret
    form.begin.click()
    form.first.set_text("our words")
    form.leave.click()
    assert form.form.isHidden()
    assert form.first.text == ""
    assert services.file.passphrase is None


def test_a_passphrase_that_cannot_be_set_is_said(
    qtbot, page, services, meeting_file: Path, tmp_path
):
    services.file.connection.execute("UPDATE delegate SET family_name = 'CHANGED'")
    form = page.safe.secret
    form.begin.click()
    form.first.set_text("our words")
    form.second.set_text("our words")
    form.keep.click()
    qtbot.waitUntil(lambda: "did not pass its check" in page.trouble.text)
    assert page.moment.isHidden()
    page._change_secret("nothing of ours")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080), (960, 540)])
def test_every_label_of_the_meeting_page_has_room(qtbot, window, page, width, height):
    page.days.begin(date(2022, 7, 1))
    page.safe.secret.begin.click()
    window.resize(width, height)
    qtbot.waitUntil(lambda: not cut_labels(window))


@pytest.mark.parametrize("look", ["dark", "high_contrast"])
def test_the_meeting_page_stands_mirrored_and_in_every_look(qtbot, services, look):
    made = Window(Desk(services, Seat(SALMA), services.wording("ar"), theme(look)))
    qtbot.addWidget(made)
    made.show_page("meeting")
    made.stack.page("meeting").days.begin(date(2022, 7, 1))
    made.show()
    made.grab()
    page = made.stack.page("meeting")
    assert page.details.mapTo(page, page.details.rect().center()).x() > page.width() / 2


def test_a_scanner_on_this_page_writes_into_nothing(qtbot, window, page, tokens):
    qtbot.keyClicks(window.focusWidget(), "QRST")
    assert not [line for line in page.findChildren(QLineEdit) if "QRST" in line.text()]
