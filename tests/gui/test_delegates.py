"""The delegates page in the window: find, mend, take back, all by keys and on a real file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from checkin.domain.delegate import Status
from checkin.domain.outcome import Change
from checkin.gui.delegates.page import DelegatesPage
from checkin.gui.window import Window
from tests.conftest import SALMA, Clock
from tests.gui.roll_rows import names
from tests.gui.test_layout import cut_labels
from tests.people import list_of
from tests.services.staging import badge, full_disk, journal, person

SIZES = [(1366, 768), (1920, 1080), (960, 540)]
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> DelegatesPage:
    """The page in front, with the names of all delegations."""
    window.show_page("delegates")
    page = window.stack.page("delegates")
    assert isinstance(page, DelegatesPage)
    qtbot.waitUntil(lambda: bool(page.names.usual))
    return page


def press(qtbot: QtBot, window: Window, *keys: Qt.Key, control: bool = False) -> None:
    none = Qt.KeyboardModifier.NoModifier
    for key in keys:
        qtbot.keyClick(window.focusWidget(), key, CONTROL if control else none)


def write(qtbot: QtBot, window: Window, text: str) -> None:
    for letter in text:
        qtbot.keyClicks(window.focusWidget(), letter)


def test_everybody_is_in_the_table_and_counted(page):
    assert names(page.model)[:3] == ["BENNANI", "BENNANI", "DE SOUSA E ALBUQUERQUE DE VASCONCELOS"]
    assert page.head.about.text().startswith("7 on the list")
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


def test_enter_opens_the_fields_and_ctrl_enter_keeps_what_was_typed(page, window, services, qtbot):
    page.table.choose(person(services, "R-6").id)
    press(qtbot, window, Key.Key_Return)
    panel = page.mending.panel
    assert panel.isVisible()
    assert panel.title.text() == "GARCÍA Lucía"
    assert not panel.save.isEnabled()
    assert panel.save.toolTip()
    panel.form.fields["function"].line.setFocus()
    press(qtbot, window, Key.Key_End)
    write(qtbot, window, " officer")
    press(qtbot, window, Key.Key_Return, control=True)
    assert person(services, "R-6").function == "Protocol officer"
    assert window.status.notice.text.startswith("Changed: GARCÍA")
    assert page.table.hasFocus()
    press(qtbot, window, Key.Key_Z, control=True)
    qtbot.waitUntil(lambda: person(services, "R-6").function == "Protocol")
    assert page.mending.panel.form.fields["function"].text == "Protocol"


def test_only_the_fields_that_were_touched_are_given(page, services, qtbot):
    lucia = person(services, "R-6")
    page.open(lucia.id)
    page.mending.panel.form.fields["seat"].line.setText("12")
    services.people.change(lucia.id, {"function": "Minister"}, SALMA)
    page.follow(Change(frozenset((lucia.id,))))
    page.mending.save()
    assert (person(services, "R-6").seat, person(services, "R-6").function) == ("12", "Minister")


def test_somebody_is_added_by_keys_and_stands_in_the_table(page, window, services, qtbot):
    press(qtbot, window, Key.Key_N, control=True)
    write(qtbot, window, "SARR")
    page.mending.panel.form.fields["delegation"].line.setText("Senegal")
    page.mending.panel.form.capacity.setFocus()
    page.mending.panel.form.capacity.choose("head")
    press(qtbot, window, Key.Key_Return, control=True)
    row = page.model.row_of(page.table.current_id)
    assert row.delegate.name == "SARR"
    assert (row.delegation.code, row.number) == ("SN", "SN-002")
    assert row.delegate.capacity == "head"
    assert not page.mending.is_open
    assert page.filters.left.text() == "8 of 8"


def test_delegations_complete_what_is_typed(page):
    completer = page.mending.panel.form.fields["delegation"].line.completer()
    completer.setCompletionPrefix("mor")
    found = [completer.completionModel().index(n, 0).data() for n in range(9)]
    assert "Morocco" in found
    assert "Republic of Upper Nowhere" in page.names.usual


def test_a_badge_needs_a_name_and_the_field_says_so(page, services):
    before = journal(services)
    page.add()
    page.mending.panel.form.fields["function"].line.setText("Minister")
    page.mending.save()
    assert "name is needed" in page.mending.panel.form.name.wrong
    assert page.mending.panel.form.name.line.hasFocus()
    assert journal(services) == before


def test_whoever_is_withdrawn_is_asked_why_and_can_be_expected_again(page, window, services, qtbot):
    nadia = person(services, "R-1")
    page.open(nadia.id)
    panel = page.mending.panel
    panel.withdraw.click()
    assert panel.asking.isVisible()
    assert not panel.save.isVisible()
    write(qtbot, window, "ill")
    panel.asking.agree.click()
    assert person(services, "R-1").status is Status.WITHDRAWN
    assert panel.reopen.isVisible()
    assert not panel.withdraw.isVisible()
    assert "withdrawn: 1" in page.head.about.text()
    panel.reopen.click()
    assert person(services, "R-1").status is Status.LISTED
    assert panel.withdraw.isVisible()


def test_who_thinks_again_leaves_the_person_on_the_list(page, services):
    page.open(person(services, "R-1").id)
    page.mending.panel.withdraw.click()
    page.mending.panel.asking.leave()
    assert page.mending.panel.save.isVisible()
    assert person(services, "R-1").status is Status.LISTED


def test_letters_that_were_typed_are_lost_only_on_purpose(page, window, services, qtbot):
    page.open(person(services, "R-1").id)
    panel = page.mending.panel
    panel.form.fields["note"].line.setText("x")
    assert "not saved" in page.hindrance()
    page.open(person(services, "R-2").id)
    assert panel.trouble.isVisible()
    assert panel.person == person(services, "R-1").id
    panel.trouble.close_button.click()
    press(qtbot, window, Key.Key_Escape)
    assert panel.trouble.isVisible()
    panel.trouble.action.click()
    assert not page.mending.is_open
    assert page.hindrance() == ""


def test_walking_along_the_rows_shows_one_person_after_the_other(page, window, services, qtbot):
    page.table.choose(person(services, "R-1").id)
    press(qtbot, window, Key.Key_Return)
    page.table.setFocus()
    press(qtbot, window, Key.Key_Home)
    assert page.mending.panel.person == page.table.current_id


def test_a_full_disk_is_said_where_the_person_is_and_nothing_is_lost(page, services):
    page.open(person(services, "R-1").id)
    note = page.mending.panel.form.fields["note"].line
    note.setText("n" * 9000)
    with full_disk():
        page.mending.save()
    assert page.mending.panel.trouble.isVisible()
    assert "Nothing was recorded" in page.mending.panel.trouble.text
    services.file.retry()
    page.mending.save()
    assert person(services, "R-1").note == "n" * 9000


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


def test_what_came_of_a_list_is_said_row_by_row(page, window, services, tmp_path: Path, qtbot):
    text = "Family name;Delegation;Capacity\nDIOP;Lybia;King\n;Spain;\nSOW;Mali;\n"
    listed = services.lists.read(list_of(tmp_path / "a.csv", text))
    outcome = services.lists.apply(listed, SALMA)
    window._board.list_taken.emit(outcome.value)
    window._board.changed.emit(outcome.change)
    panel = page.problems
    assert panel.isVisible()
    assert "2 new" in panel.counts.text()
    assert "1 left out" in panel.counts.text()
    first = panel.parts[0].line
    assert first.where.startswith("Row 3")
    assert first.what
    assert first.do
    show = next(part for part in panel.parts if part.line.name == "DIOP")
    show.findChild(QAbstractButton).click()
    qtbot.waitUntil(lambda: names(page.model) == ["DIOP"])
    assert page.model.row_of(page.table.current_id).delegate.family_name == "DIOP"
    panel.close_button.click()
    assert not panel.isVisible()


def test_a_long_row_of_problems_is_shown_in_parts(page, services, tmp_path: Path):
    rows = "".join(f"NAME{number};Nowhere{number}\n" for number in range(30))
    path = list_of(tmp_path / "a.csv", f"Family name;Delegation\n{rows}")
    outcome = services.lists.apply(services.lists.read(path), SALMA)
    page.problems.show_list(outcome.value)
    page.problems.more.click()
    assert page.problems._further.isVisible()
    while page.problems._further.isVisibleTo(page.problems):
        page.problems._further.click()
    assert len(page.problems.parts) == 30
    page.problems.more.click()
    assert page.problems.more.text() == "Show rows"


def test_a_list_without_a_fault_is_said_to_be_so(page, services, tmp_path: Path):
    path = list_of(tmp_path / "a.csv", "Family name;Delegation\nSOW;Mali\n")
    page._list_taken(services.lists.apply(services.lists.read(path), SALMA).value)
    assert page.problems.isVisible()
    assert page.problems.parts == []
    assert not page.problems.more.isVisible()


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


def test_what_is_elided_has_a_tooltip(page, services, window):
    line = page.model.line_of(person(services, "R-4").id)
    index = page.model.index(line, 0)
    assert page.table.painter.is_elided(index, 150)
    assert not page.table.painter.is_elided(index, 900)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("look", ["light", "dark", "high_contrast"])
def test_the_page_is_painted_in_every_look_and_direction(services, qtbot, language, look):
    from checkin.gui.app import application
    from checkin.gui.desk import Desk
    from checkin.gui.look.theme import theme

    application(theme(look))
    window = Window(Desk(services, SALMA, services.wording(language), theme(look)))
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
    window = Window(Desk(services, SALMA, services.wording("en"), theme("light")))
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
