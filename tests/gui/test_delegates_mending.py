"""People mended by hand and the rows of a list looked through, on a real file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from checkin.domain.delegate import Status
from checkin.domain.outcome import Change
from checkin.gui.delegates.page import DelegatesPage
from checkin.gui.window import Window
from tests.conftest import SALMA
from tests.gui.delegates_keys import in_front, press, write
from tests.gui.roll_rows import names
from tests.people import list_of
from tests.services.staging import badge, full_disk, journal, person

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> DelegatesPage:
    return in_front(qtbot, window)


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


def test_somebody_added_and_taken_back_stands_in_the_table_no_longer(page, window, services, qtbot):
    press(qtbot, window, Key.Key_N, control=True)
    write(qtbot, window, "SARR")
    press(qtbot, window, Key.Key_Return, control=True)
    added = page.table.current_id
    page.open(added)
    page.table.setFocus()
    assert page.mending.panel.title.text() == "SARR"
    press(qtbot, window, Key.Key_Z, control=True)
    qtbot.waitUntil(lambda: page.filters.left.text() == "7 of 7")
    assert page.model.row_of(added) is None
    assert not page.mending.is_open
    assert "withdrawn" not in page.head.about.text()
    assert journal(services)[-1] == "RegistrationTakenBack"


def test_what_is_typed_of_somebody_taken_back_stays_and_is_not_kept(page, window, services, qtbot):
    outcome = services.people.add({"family_name": "SARR"}, SALMA)
    window._desk.switchboard.changed.emit(outcome.change)
    page.open(outcome.value.id)
    page.mending.panel.form.fields["seat"].line.setText("12")
    window._desk.switchboard.changed.emit(services.history.take_back(outcome.undo, SALMA))
    qtbot.waitUntil(lambda: page.model.row_of(outcome.value.id) is None)
    assert page.mending.panel.form.fields["seat"].text == "12"
    before = journal(services)
    page.mending.save()
    assert page.mending.dirty
    assert journal(services) == before


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


def test_who_collected_a_badge_and_when_is_seen_at_its_holder(page, window, services, qtbot):
    nadia = person(services, "R-1").id
    page.open(nadia)
    panel = page.mending.panel
    assert "badge MA-001 not printed" in panel.about.text()
    outcome = services.badges.hand_over([badge(services, "R-1").token], "The driver", SALMA)
    window._desk.switchboard.changed.emit(outcome.change)
    qtbot.waitUntil(lambda: "badge MA-001 handed over 08:45 to The driver" in panel.about.text())


def test_what_was_typed_outlives_that_somebody_is_withdrawn_and_expected_again(
    page, window, services, qtbot
):
    page.open(person(services, "R-1").id)
    panel = page.mending.panel
    note = panel.form.fields["note"]
    note.line.setFocus()
    write(qtbot, window, "x")
    panel.withdraw.click()
    panel.asking.agree.click()
    assert person(services, "R-1").status is Status.WITHDRAWN
    assert (note.text[:1], panel.dirty, panel.save.isEnabled()) == ("x", True, True)
    assert "withdrawn" in panel.about.text()
    assert not panel.reopen.isHidden()
    panel.reopen.click()
    assert (note.text[:1], panel.withdraw.isHidden()) == ("x", False)
    page.mending.save()
    assert (person(services, "R-1").note[:1], panel.dirty) == ("x", False)


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
