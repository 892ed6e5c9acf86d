"""The delegates page in the window: find, mend, take back, all by keys and on a real file."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from checkin.domain.facts import DelegateRegistered
from checkin.domain.operator import Operator, Role
from checkin.domain.outcome import Change
from checkin.gui.delegates.choices import Chosen
from checkin.gui.delegates.page import DelegatesPage
from checkin.gui.desk import Desk
from checkin.gui.look.theme import theme
from checkin.gui.seat import Seat
from checkin.gui.window import Window
from tests.conftest import SALMA, Clock
from tests.gui.delegates_keys import in_front, press, write
from tests.gui.roll_rows import names
from tests.gui.test_layout import cut_labels
from tests.people import PEOPLE, list_of
from tests.services.staging import badge, person

SIZES = [(1366, 768), (1920, 1080), (960, 540)]
Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> DelegatesPage:
    return in_front(qtbot, window)


def test_everybody_is_in_the_table_and_counted(page):
    assert names(page.model)[:3] == ["BENNANI", "BENNANI", "DE SOUSA E ALBUQUERQUE DE VASCONCELOS"]
    assert page.head.about.text().startswith("7 expected")
    assert page.filters.left.text() == "7 of 7"


def test_letters_typed_over_the_table_go_to_the_search_and_narrow_it(page, window, qtbot):
    assert page.table.hasFocus()
    write(qtbot, window, "garcia")
    qtbot.waitUntil(lambda: names(page.model) == ["GARCÍA"])
    assert page.filters.left.text() == "1 of 7"
    press(qtbot, window, Key.Key_Escape)
    qtbot.waitUntil(lambda: page.filters.left.text() == "7 of 7")
    assert page.table.hasFocus()


def test_a_search_that_finds_nobody_says_so_and_can_be_cleared(page, window, qtbot):
    press(qtbot, window, Key.Key_F, control=True)
    write(qtbot, window, "xyz")
    qtbot.waitUntil(lambda: page.nobody.isVisible())
    page.nobody.buttons.itemAt(0).widget().click()
    assert page.table.isVisible()


def test_home_and_end_and_arrows_walk_through_the_rows(page, window, qtbot):
    press(qtbot, window, Key.Key_End)
    assert page.model.row_of(page.table.current_id).delegate.family_name == "Ouedraogo Salif"
    press(qtbot, window, Key.Key_Home, Key.Key_Down)
    assert page.table.currentIndex().row() == 1


def test_a_head_sorts_and_the_next_window_sorts_the_same(page, window, desk, qtbot):
    head = page.table.head
    x = head.sectionViewportPosition(1) + 20
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 15))
    assert page.model.sorted_by == "delegation"
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 15))
    assert page.model.descending
    another = DelegatesPage(desk)
    qtbot.addWidget(another)
    another.building.finish()
    assert (another.model.sorted_by, another.model.descending) == ("delegation", True)


def test_a_column_made_wider_is_as_wide_in_the_next_window(page, desk, qtbot):
    page.table.head.resizeSection(1, 231)
    another = DelegatesPage(desk)
    qtbot.addWidget(another)
    another.resize(page.size())
    another.show()
    another.building.finish()
    qtbot.waitUntil(lambda: another.table.columnWidth(1) in range(225, 236))


def test_an_arrival_at_the_door_is_seen_in_the_row(page, window, services, qtbot):
    outcome = services.reception.scan(badge(services, "R-6").token, SALMA)
    window._board.changed.emit(outcome.change)
    row = page.model.row_of(person(services, "R-6").id)
    assert row.arrivals[0] is not None


def test_the_chosen_person_stays_chosen_whatever_moves_around_her(page, services, qtbot):
    nadia = person(services, "R-1").id
    page.table.choose(nadia)
    services.people.add({"family_name": "AAA"}, SALMA)
    page.follow(Change(everything=True))
    assert page.table.current_id == nadia
    page.filters.look_for("nadia")
    assert page.table.current_id == nadia


def test_a_chip_offers_its_choices_with_counts_and_says_what_was_chosen(
    page, window, services, qtbot
):
    chip = page.filters.chips["delegation"]
    chip.setFocus()
    press(qtbot, window, Key.Key_Return)
    sheet = page.filters.sheet
    assert sheet.isVisible()
    offered = [sheet.list.item(line).text() for line in range(sheet.list.count())]
    assert offered[0] == "Morocco, 2"
    press(qtbot, window, Key.Key_Space)
    assert chip.text() == "Delegation: Morocco"
    assert page.filters.left.text() == "2 of 7"
    press(qtbot, window, Key.Key_Down, Key.Key_Return)
    assert chip.text() == "Delegation: 2 chosen"
    press(qtbot, window, Key.Key_Escape)
    assert not sheet.isVisible()
    chip.setFocus()
    press(qtbot, window, Key.Key_Delete)
    assert (chip.text(), page.filters.left.text()) == ("Delegation", "7 of 7")


def test_the_cross_of_a_chip_clears_it_and_a_click_elsewhere_opens_it(page, qtbot):
    chip = page.filters.chips["badge"]
    chip.click()
    item = page.filters.sheet.list.item(0)
    page.filters.sheet.list.itemClicked.emit(item)
    assert chip.narrows
    page.table.setFocus()
    qtbot.waitUntil(lambda: not page.filters.sheet.isVisible())
    click = Qt.MouseButton.LeftButton
    qtbot.mouseClick(chip, click, pos=QPoint(chip.width() - 16, chip.height() // 2))
    assert not chip.narrows
    qtbot.mouseClick(chip, click, pos=QPoint(20, 10))
    assert page.filters.sheet.isVisible()
    qtbot.mouseClick(chip, click, pos=QPoint(20, 10))
    assert not page.filters.sheet.isVisible()


@pytest.mark.parametrize("facet", ["capacity", "day0", "badge", "status", "delegation"])
def test_every_choice_has_its_words(page, facet):
    options = page.filters._options(facet)
    assert options
    assert all(option.text and option.count for option in options)


def test_other_days_of_the_meeting_are_other_columns_and_chips(page, services, clock: Clock):
    outcome = services.organising.set_days([services.meeting.days[1]], SALMA)
    page.follow(outcome.change)
    assert [c.key for c in page.model.columns if c.day >= 0] == ["day0"]
    assert "day1" not in page.filters.chips
    assert page.filters.chips["day0"].text() == "6 July"


def test_a_filter_by_a_meeting_day_goes_with_the_day_that_is_removed(page, services):
    first = services.meeting.days[0]
    page.filters._choose(Chosen("day1", frozenset({"arrived"})))
    assert page.model.rowCount() == 0
    page.follow(services.organising.set_days([first], SALMA).change)
    assert (page.filters.left.text(), page.model.wanted.chosen) == ("7 of 7", {})


def test_a_filter_by_a_meeting_day_stays_with_its_day_when_an_earlier_day_comes(page, services):
    days = services.meeting.days
    page.filters._choose(Chosen("day0", frozenset({"missing"})))
    said = page.filters.chips["day0"].text()
    before = [days[0] - timedelta(days=1), *days]
    page.follow(services.organising.set_days(before, SALMA).change)
    assert page.model.wanted.chosen == {"day1": frozenset({"missing"})}
    assert page.filters.chips["day1"].text() == said
    assert not page.filters.chips["day0"].narrows


def test_a_page_that_could_not_read_what_it_missed_reads_it_the_next_time(page, window, services):
    stack = window.stack
    stack.bring("reception")
    outcome = services.people.add({"family_name": "AAA"}, SALMA)
    stack.follow(outcome.change)
    usual, page.filters.say_left = page.filters.say_left, None
    with pytest.raises(TypeError):
        stack.bring("delegates")
    page.filters.say_left = usual
    stack.bring("delegates")
    assert page.filters.left.text() == "8 of 8"


def test_the_way_to_a_list_is_asked_for(page, window, qtbot):
    with qtbot.waitSignal(window._board.list_offered) as asked:
        page.head.import_button.click()
    assert asked.args == [""]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_label_of_the_page_has_room_for_its_text(
    page, window, services, tmp_path: Path, qtbot, width, height
):
    text = "Family name;Delegation\nDIOP;Lybia\n;Spain\nDIOP;Lybia\n"
    listed = services.lists.read(list_of(tmp_path / "a.csv", text))
    page.problems.show_list(services.lists.preview(listed))
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.width() == width)
    qtbot.waitUntil(lambda: not cut_labels(window))
    page.open(person(services, "R-4").id)
    page.mending.panel.trouble.say("A long sentence that says what happened. " * 4, "Try again")
    qtbot.waitUntil(lambda: not cut_labels(window))
    assert page.table.isVisible() is (width > 1000)


def test_every_control_of_the_page_has_a_name(page, services):
    page.open(person(services, "R-1").id)
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for control in page.findChildren(kind):
            glass = isinstance(control.parent(), QLineEdit)
            assert control.accessibleName() or glass or not control.isVisible(), control
    assert page.table.accessibleName()


@pytest.mark.qt_log_ignore("does not support raise")
def test_what_is_elided_has_a_tooltip(page, services, window):
    line = page.model.line_of(person(services, "R-4").id)
    index = page.model.index(line, 0)
    assert page.table.painter.is_elided(index, 150)
    assert not page.table.painter.is_elided(index, 900)
    for key, shown in (("name", "DE SOUSA E ALBUQUERQUE"), ("group", "")):
        page.table.setColumnWidth(page.model.place_of_column(key), 100)
        at = page.table.visualRect(page.model.index(line, page.model.place_of_column(key))).center()
        where = page.table.viewport().mapToGlobal(at)
        asked = QHelpEvent(QEvent.Type.ToolTip, at, where)
        QApplication.sendEvent(page.table.viewport(), asked)
        assert QToolTip.text().startswith(shown)
        QToolTip.hideText()


def test_somebody_withdrawn_or_provisional_carries_the_word_in_the_row(page, services, window):
    services.people.withdraw(person(services, "R-6").id, SALMA)
    provisional = replace(person(services, "R-7"), provisional=True)
    services.file.record([DelegateRegistered(provisional)], SALMA)
    page.follow(Change(everything=True))
    window.grab()
    texts = [page.model.index(line, 0).data() for line in range(7)]
    assert "GARCÍA Lucía withdrawn" in texts
    assert "Ouedraogo Salif provisional" in texts


def test_somebody_whom_the_last_list_forgot_carries_the_word_and_can_be_looked_for(
    page, services, tmp_path, window
):
    shorter = PEOPLE.replace("R-6;GARCÍA;Lucía;;Protocol;Spain;Host staff;;\n", "")
    services.lists.apply(services.lists.read(list_of(tmp_path / "b.csv", shorter)), SALMA)
    page.follow(Change(everything=True))
    texts = [page.model.index(line, 0).data() for line in range(7)]
    assert "GARCÍA Lucía not on the last list" in texts
    assert "not on the last list: 1" in page.head.about.text()
    assert page.model.counts("status")["forgotten"] == 1


def test_a_click_beside_the_choices_closes_them_and_a_double_click_opens_a_row(page, qtbot):
    page.filters.open("badge")
    qtbot.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not page.filters.sheet.isVisible()
    at = page.table.visualRect(page.model.index(1, 0)).center()
    port, click = page.table.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(port, click, pos=at)
    qtbot.mouseDClick(port, click, pos=at)
    assert page.mending.panel.person == page.table.current_id
    assert page.mending.is_open


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("look", ["light", "dark", "high_contrast"])
def test_the_page_is_painted_in_every_look_and_direction(services, qtbot, language, look):
    from checkin.gui.app import application
    from checkin.gui.desk import Desk
    from checkin.gui.look.theme import theme

    application(theme(look))
    window = Window(Desk(services, Seat(SALMA), services.wording(language), theme(look)))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.show_page("delegates")
    page = window.stack.page("delegates")
    page.filters.open("capacity")
    page.table.choose(person(services, "R-1").id)
    image = window.grab().toImage()
    accent = theme(look)["accent"].lower()
    colours = {
        image.pixelColor(x, y).name() for x in range(90, 1276, 2) for y in range(130, 700, 2)
    }
    assert accent in colours
    assert theme(look)["sel"].lower() in colours


def test_an_empty_list_says_what_comes_next(empty_file: Path, clock: Clock, qtbot: QtBot):
    from checkin.bootstrap import open_meeting
    from checkin.gui.app import application
    from checkin.gui.desk import Desk
    from checkin.gui.look.theme import theme

    application(theme("light"))
    services = open_meeting(empty_file, clock)
    window = Window(Desk(services, Seat(SALMA), services.wording("en"), theme("light")))
    qtbot.addWidget(window)
    window.show()
    window.show_page("delegates")
    page = window.stack.page("delegates")
    assert page.empty.isVisible()
    assert not page.filters.isVisible()
    with qtbot.waitSignal(window._board.list_offered):
        page.empty.buttons.itemAt(0).widget().click()
    page.empty.buttons.itemAt(1).widget().click()
    page.mending.panel.form.name.line.setText("SARR")
    page.mending.save()
    assert page.table.isVisible()
    window.close()
    services.close()


def test_the_page_is_built_between_events_and_whole_when_asked_early(desk, qtbot, window):
    page = DelegatesPage(desk)
    qtbot.addWidget(page)
    assert page.hindrance() == ""
    assert not page.building.done
    qtbot.waitUntil(lambda: page.building.done)
    early = DelegatesPage(desk)
    qtbot.addWidget(early)
    early.follow(Change(everything=True))
    assert early.model.rowCount() == 7


def test_somebody_who_may_not_see_the_list_is_told_so_and_sees_nobody(qtbot, services):
    desk = Desk(
        services, Seat(Operator("Aïcha", Role.RECEPTION)), services.wording("en"), theme("light")
    )
    page = DelegatesPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert "Ask an organiser" in page.trouble.text
    assert page.model.rowCount() == 0
    nadia = services.lists.everybody(SALMA)[0]
    page.follow(Change(delegates=frozenset((nadia.id,))))
    assert page.model.rowCount() == 0


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Down, Key.Key_Enter])
def test_enter_and_down_lead_from_the_search_to_those_it_found(page, window, qtbot, key):
    press(qtbot, window, Key.Key_F, control=True)
    write(qtbot, window, "bennani")
    press(qtbot, window, key)
    assert page.table.hasFocus()
    assert page.table.currentIndex().row() == 0
    assert names(page.model) == ["BENNANI", "BENNANI"]
    press(qtbot, window, Key.Key_Down, Key.Key_Return)
    assert page.mending.is_open
    assert page.mending.panel.person == page.table.current_id
    assert page.table.currentIndex().row() == 1


def test_enter_in_a_search_that_found_nobody_stays_there(page, window, qtbot):
    press(qtbot, window, Key.Key_F, control=True)
    write(qtbot, window, "xyz")
    press(qtbot, window, Key.Key_Return, Key.Key_Down)
    assert page.filters.search.hasFocus()
    assert not page.mending.is_open
