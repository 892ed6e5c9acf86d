"""The frame around the pages: keys, help, notices, undo, closing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel

from checkin.domain.outcome import NOTHING, Change, Progress
from checkin.domain.refused import Refused
from checkin.gui.help import HelpOverlay
from checkin.gui.keys import all_keys
from checkin.gui.look.theme import theme
from checkin.gui.page_stack import PageStack
from checkin.gui.pages import Page, PageKind
from checkin.gui.pictures import save_pictures, show_scene
from checkin.gui.status_line import FileState
from checkin.gui.switchboard import Notice, Switchboard
from checkin.gui.window import Window
from tests.conftest import SALMA
from tests.people import list_of
from tests.services.staging import badge


class Diary(Page):
    """A page that writes down what it is told."""

    def __init__(self, desk):
        super().__init__(desk)
        self.told: list[Change] = []
        self.sizes = 0

    def apply(self, measures):
        self.sizes += 1

    def follow(self, change):
        self.told.append(change)


@pytest.fixture
def stack(qtbot, desk):
    made = PageStack(desk, [PageKind(key, "help", key, lambda: Diary) for key in ("a", "b", "c")])
    qtbot.addWidget(made)
    return made


def test_a_page_is_made_when_it_is_first_asked_for_and_the_rest_in_idle_moments(qtbot, stack):
    stack.bring("b")
    assert set(stack.pages) == {"b"}
    assert stack.front == "b"
    stack.make_the_rest()
    qtbot.waitUntil(lambda: set(stack.pages) == {"a", "b", "c"})
    assert stack.front == "b"


def test_a_page_in_front_follows_at_once_another_when_it_comes_to_the_front(stack):
    stack.bring("a")
    stack.bring("b")
    stack.follow(NOTHING)
    stack.follow(Change(delegates=frozenset("1")))
    stack.follow(Change(delegates=frozenset("2")))
    assert len(stack.page("b").told) == 2
    assert stack.page("a").told == []
    stack.bring("a")
    assert stack.page("a").told == [Change(delegates=frozenset("12"))]
    stack.bring("b")
    stack.bring("a")
    assert len(stack.page("a").told) == 1


def test_what_must_not_be_used_is_never_left_for_a_page(qtbot, stack):
    stack.bring("a")
    stack.refuse(QLabel("This file is damaged."))
    stack.bring("b")
    stack.make_the_rest()
    assert stack.front == ""
    assert set(stack.pages) == {"a"}


def test_f1_shows_every_key_and_f1_or_its_button_closes_it(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    overlay = window.findChild(HelpOverlay)
    assert overlay.isVisible()
    said = {label.text() for label in overlay.findChildren(QLabel)}
    assert {key.keys for key in all_keys()} <= said
    assert window.page.field.hasFocus()
    qtbot.mouseClick(overlay.close_button, Qt.MouseButton.LeftButton)
    assert overlay.isHidden()
    window.navigation.help.click()
    assert overlay.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert overlay.isHidden()


def test_a_scan_is_seen_though_the_help_was_open(qtbot, window, services, type_in):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    overlay = window.findChild(HelpOverlay)
    type_in(badge(services, "R-1").token)
    assert window.page.answer.recorded
    assert overlay.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert overlay.isVisible()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (960, 540)])
def test_no_key_is_cut_in_a_small_window(qtbot, window, width, height):
    window.resize(width, height)
    window.show_help()
    overlay = window.findChild(HelpOverlay)
    labels = overlay.findChildren(QLabel)
    qtbot.waitUntil(lambda: all(one.height() >= one.sizeHint().height() for one in labels))
    assert all(overlay.rect().contains(one.parentWidget().geometry()) for one in labels)


def test_a_change_on_any_page_is_said_to_be_saved(window, desk):
    window.status.show_file(FileState())
    desk.switchboard.changed.emit(NOTHING)
    assert window.status.file.text == "open"
    desk.switchboard.changed.emit(Change(delegates=frozenset("1")))
    assert window.status.file.text == "saved 08:45:00"


def test_what_was_done_on_a_page_is_said_and_ctrl_z_takes_it_back(qtbot, window, services, desk):
    nadia = next(one for one in services.lists.everybody(SALMA) if one.reference == "R-1")
    outcome = services.people.change(nadia.id, {"function": "Minister"}, SALMA)
    desk.switchboard.noticed.emit(Notice("Changed: EL OUAFI Nadia", outcome.undo))
    assert window.status.notice.text == "Changed: EL OUAFI Nadia"
    assert window.status.notice.button.isVisible()
    with qtbot.waitSignal(desk.switchboard.changed) as changed:
        window.take_back()
    assert changed.args[0].delegates == {nadia.id}
    assert services.people.get(nadia.id).function == "Director of Borders"
    assert "Taken back: Changed: EL OUAFI Nadia" in window.status.notice.text
    before = services.care.check(SALMA).facts
    window.status.notice.clear()
    window.take_back()
    assert services.care.check(SALMA).facts == before


def test_nothing_is_taken_back_while_a_list_is_taken_in_and_that_is_said(window, services, desk):
    nadia = next(one for one in services.lists.everybody(SALMA) if one.reference == "R-1")
    outcome = services.people.change(nadia.id, {"function": "Minister"}, SALMA)
    desk.switchboard.noticed.emit(Notice("Changed: EL OUAFI Nadia", outcome.undo))
    desk.switchboard.work.begin(endless(), lambda: None, lambda _: None)
    window.take_back()
    assert "A list is being taken in" in window.page.trouble.text
    window.show_page("delegates")
    window.take_back()
    assert "busy with other work" in window.question.text
    desk.switchboard.work.cancel()
    window.take_back()
    assert services.people.get(nadia.id).function == "Director of Borders"


def test_a_new_scan_clears_what_only_tells_of_the_past(
    qtbot, window, desk, services, tokens, type_in
):
    type_in(tokens["EL OUAFI Nadia"])
    qtbot.waitUntil(lambda: window.page.arrivals.newest is not None)
    window.take_back()
    assert window.status.notice.text
    type_in(tokens["EL OUAFI Nadia"])
    assert window.page.answer.recorded
    assert window.status.notice.text == ""
    nadia = next(one for one in services.lists.everybody(SALMA) if one.reference == "R-1")
    outcome = services.people.change(nadia.id, {"function": "Minister"}, SALMA)
    desk.switchboard.noticed.emit(Notice("Changed: EL OUAFI Nadia", outcome.undo))
    type_in(tokens["BENNANI Mohamed"])
    assert window.status.notice.text == "Changed: EL OUAFI Nadia"


def test_pictures_show_lamps_that_tell_of_their_scan(window, desk, services, tokens, tmp_path):
    answer = services.reception.scan(tokens["EL OUAFI Nadia"], SALMA).value
    show_scene(desk, window, answer)
    assert window.status.scanner.text == "last scan 08:45:00"
    assert window.status.file.text == "saved 08:45:00"
    show_scene(desk, window, services.reception.look(tokens["EL OUAFI Nadia"], SALMA).value)
    assert window.status.file.text == "saved 08:45:00"
    (picture,) = save_pictures(services, {"welcome": answer}, tmp_path)
    assert picture.stat().st_size > 1000


def test_the_scanner_is_paused_while_something_else_has_the_keys(window):
    assert window.status.scanner.text == "no scan yet"
    window.show_page("meeting")
    assert window.status.scanner.text == "no scan yet"
    told = QGuiApplication.instance().focusWindowChanged
    told.emit(None)  # as the platform says it: another program, or a dialog of the system
    assert window.status.scanner.text == "paused, another window has the keys"
    told.emit(window.windowHandle())
    assert window.status.scanner.text == "no scan yet"


def test_the_scanner_goes_on_while_another_window_of_ours_has_the_keys(qtbot, window):
    other = QLabel("another window")
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert window.status.scanner.text == "no scan yet"
    other.close()


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.MouseButton.NoButton
    keys = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, data, none, keys)
    window.dropEvent(event)


def test_a_dropped_meeting_file_is_opened_and_anything_else_is_offered_as_a_list(
    qtbot, window, desk, tmp_path
):
    with qtbot.waitSignal(window.file_dropped) as dropped:
        drop(window, tmp_path / "other.checkin")
    assert dropped.args == [str(tmp_path / "other.checkin")]
    with qtbot.waitSignal(desk.switchboard.list_offered) as offered:
        drop(window, tmp_path / "list.csv")
    assert offered.args == [str(tmp_path / "list.csv")]


def endless():
    while True:
        yield Progress(1, 2)


def test_a_window_closed_in_the_middle_of_long_work_asks_first_then_ends_cleanly(
    qtbot, window, desk
):
    desk.switchboard.work.begin(endless(), lambda: None, lambda _: None)
    assert not window.close()
    assert window.isVisible()
    assert "nothing of it is kept" in window.question.text
    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window, Qt.Key.Key_F12)
    assert not desk.switchboard.work.running


def test_a_window_in_peace_closes_at_once(qtbot, window):
    with qtbot.waitSignal(window.closed):
        assert window.close()


def test_a_question_goes_when_its_reason_has_gone_and_f12_does_nothing_then(qtbot, window, desk):
    def steps():
        yield Progress(1, 2)

    desk.switchboard.work.begin(steps(), lambda: None, lambda _: None)
    assert not window.close()
    assert window.question.isVisible()
    qtbot.waitUntil(window.question.isHidden)
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert window.isVisible()


def test_a_list_at_hand_is_not_thrown_away_by_other_colours(qtbot, window, tmp_path):
    window.take_list(str(list_of(tmp_path / "list.csv")))
    qtbot.waitUntil(lambda: window._importing.at_hand)
    with qtbot.assertNotEmitted(window.theme_asked):
        qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert "finished" in window.question.text


def test_a_desk_that_only_looks_goes_on_looking_in_other_colours(qtbot, window, desk):
    window.page.heading.toggle_mode()
    other = Window(replace(desk, theme=theme("dark"), switchboard=Switchboard()))
    qtbot.addWidget(other)
    other.take_over(window)
    assert other.page.heading.looking
    assert not other.page.band.isHidden()


def test_a_check_of_a_file_that_was_taken_away_is_refused(services):
    services.file.path.rename(services.file.path.with_name("elsewhere.checkin"))
    with pytest.raises(Refused, match="file_gone"):
        services.care.check(SALMA)
