"""Somebody takes a list in: what is shown before, what comes of it, where the keys go."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from checkin.gui.importing.intake import Stage
from tests.conftest import SALMA
from tests.documents.workbooks import parts, row, sheet_xml, write
from tests.gui.importing.seen import LEFT, names, numbers, problems, until_done
from tests.people import list_of


def test_before_anything_is_written_it_is_said_what_would_come_of_the_list(offer, longer, services):
    importing = offer(longer)
    assert numbers(importing) == ["2", "0", "0", "0", "7", "1"]
    assert importing.panel.import_button.text() == "Import 2 people"
    assert "Nothing is written" in importing.panel.says.text()
    assert "ALAMI" not in names(services)


def test_every_odd_row_is_named_with_what_happened_and_what_to_do(offer, longer):
    said = problems(offer(longer))
    assert said[0] == (
        "Row 10, Family name: This row has no name and was not taken."
        " Type the name into this row, then offer the list again."
    )
    assert any(one.startswith("Row 9, Capacity: “\u2068Wizard\u2069” is not") for one in said)
    assert any("Nowhere at all" in one and "Check how it is written" in one for one in said)
    assert len(said) == 4


def test_rows_stand_under_our_fields_and_odd_cells_are_marked(offer, longer):
    table = offer(longer).panel.preview.table
    heads = [table.rows.head(column) for column in range(table.rows.columnCount())]
    assert heads[:3] == [("", "Row"), ("Reference", "Reference"), ("Family name", "Family name")]
    assert table.rows.headerData(2, Qt.Orientation.Horizontal) == "Family name: Family name"
    place = table.rows.place_of(10)
    empty = table.rows.index(place, 2)
    assert empty.data() == "empty"
    assert empty.data(Qt.ItemDataRole.BackgroundRole) is not None
    assert table.rows.index(0, 2).data(Qt.ItemDataRole.BackgroundRole) is None


def test_a_column_that_nobody_needs_is_shown_as_not_taken(offer, tmp_path):
    path = list_of(tmp_path / "a.csv", "Family name;Shoe size\nALAMI;41\n")
    importing = offer(path)
    assert importing.panel.preview.table.rows.head(2) == ("not taken", "Shoe size")
    assert importing.panel.about.text() == "1 of 2 columns understood   ·   rows: 1"


def test_a_problem_that_is_chosen_brings_its_row_into_sight(offer, longer):
    preview = offer(longer).panel.preview
    preview.problems.setCurrentIndex(preview.problems.rows.index(0))
    (selected,) = preview.table.selectionModel().selectedRows()
    assert selected.data() == "10"
    preview.table.show_row(4711)
    assert preview.table.selectionModel().selectedRows() == [selected]


def test_the_button_takes_everybody_in_and_every_page_hears_of_it(
    qtbot, window, offer, longer, services
):
    importing = offer(longer)
    board = window._board
    with qtbot.waitSignal(board.list_taken) as taken, qtbot.waitSignal(board.changed) as changed:
        qtbot.mouseClick(importing.panel.import_button, LEFT)
    assert len(taken.args[0].plan.new) == 2
    assert changed.args[0].everything
    assert {"ALAMI", "SORO"} < set(names(services))
    assert importing.panel.isHidden()
    assert window.status.notice.text == "2 people were added from longer.csv."
    assert window.stack.page("other").button.hasFocus()


def test_one_person_is_one_person_and_a_list_may_only_add(qtbot, window, offer, tmp_path, services):
    path = list_of(tmp_path / "one.csv", "Family name;Delegation\nALAMI;Morocco\n")
    importing = offer(path)
    assert importing.panel.import_button.text() == "Add 1, mark 7 missing"
    importing.panel.preview.tiles.tiles["missing"].click()
    importing.panel.preview.only_adds.click()
    assert importing.panel.import_button.text() == "Import 1 person"
    importing.intake.apply()
    until_done(qtbot, importing)
    qtbot.waitUntil(lambda: window.status.notice.text == "1 person was added from one.csv.")
    assert not any(one.missing for one in services.lists.everybody(SALMA))


def test_a_list_of_people_who_are_all_there_imports_nobody(offer, tmp_path):
    importing = offer(list_of(tmp_path / "same.csv"))
    button = importing.panel.import_button
    assert (button.text(), button.isEnabled()) == ("Nothing to import", False)
    assert "already" in button.toolTip()
    importing.intake.apply()
    assert importing.intake.stage is Stage.READY


def test_cancel_lets_go_of_the_list_and_the_page_has_the_keys_again(qtbot, window, offer, longer):
    importing = offer(longer)
    assert importing.panel.import_button.hasFocus()
    qtbot.mouseClick(importing.panel.cancel_button, LEFT)
    assert importing.panel.isHidden()
    assert window.stack.page("other").button.hasFocus()
    assert importing.intake.listed is None


def test_tab_goes_round_in_the_panel_and_not_to_what_it_covers(qtbot, window, offer, longer):
    panel = offer(longer).panel
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        seen = set()
        for _ in range(12):
            qtbot.keyClick(window.focusWidget(), key)
            assert panel.isAncestorOf(window.focusWidget())
            seen.add(window.focusWidget())
        assert panel.cancel_button in seen
        assert len(seen) > 3


def test_at_the_desk_a_list_is_a_line_below_the_card_and_the_field_keeps_the_keys(
    qtbot, window, type_in, tokens, offer, longer, services
):
    importing = offer(longer, page="reception")
    strip = importing.strip
    assert strip.isVisible()
    assert importing.panel.isHidden()
    assert strip.says.text() == "longer.csv   To look at: 4.   Nothing is written yet."
    assert window.page.field.hasFocus()
    type_in(tokens["EL OUAFI Nadia"])
    assert services.file.arrivals.count() == 1
    assert not strip.geometry().intersects(window.stack.geometry())
    qtbot.mouseClick(strip.import_button, LEFT)
    until_done(qtbot, importing)
    assert strip.isHidden()
    assert window.page.field.hasFocus()
    assert "ALAMI" in names(services)


def test_from_the_desk_one_looks_at_the_rows_over_another_page_and_comes_back(
    qtbot, window, offer, longer
):
    importing = offer(longer, page="reception")
    qtbot.keyClick(window.page.field, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.front == "other"
    assert importing.panel.isVisible()
    assert importing.strip.isHidden()
    window.show_page("reception")
    assert importing.panel.isHidden()
    assert importing.strip.isVisible()
    assert window.page.field.hasFocus()


def test_the_panel_stays_above_whatever_other_page_comes(qtbot, window, offer, longer):
    panel = offer(longer).panel
    window.show_page("third")
    assert window.stack.front == "third"
    assert panel.isVisible()
    assert panel.import_button.hasFocus()
    middle = window.stack.rect().center()
    assert panel.isAncestorOf(window.stack.childAt(middle))
    qtbot.mouseClick(panel.cancel_button, LEFT)
    assert window.stack.page("third").button.hasFocus()


def test_ctrl_i_lets_a_list_be_chosen(qtbot, window, longer):
    qtbot.keyClick(window.page.field, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    window.take_list("")  # asked twice, there is still one, and it holds nothing up
    (dialog,) = window.findChildren(QFileDialog)
    assert not dialog.isModal()
    dialog.fileSelected.emit(str(longer))
    dialog.reject()
    qtbot.waitUntil(window.page.field.hasFocus)
    importing = window._importing
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY)
    assert importing.intake.name == "longer.csv"
    assert window._desk.preferences.text("lists/folder") == str(longer.parent)


def test_a_list_dropped_anywhere_on_the_window_is_offered(qtbot, window, longer):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(longer))])
    copy, place = Qt.DropAction.CopyAction, QPointF(400, 300)
    modifiers = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(place.toPoint(), copy, data, LEFT, modifiers)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    window.dropEvent(QDropEvent(place, copy, data, LEFT, modifiers))
    qtbot.waitUntil(lambda: window._importing.intake.stage is Stage.READY)
    assert not window.page.field.acceptDrops()


def test_the_sheets_of_a_workbook_can_be_chosen(qtbot, offer, tmp_path):
    heads = sheet_xml(row(1, "Family name", "Country"), row(2, "ALAMI", "Morocco"))
    experts = sheet_xml(row(1, "Family name"), row(2, "SORO"), row(3, "SOW"))
    path = write(tmp_path / "two.xlsx", parts({"Heads": heads, "Experts": experts}))
    importing = offer(path)
    source = importing.panel.source
    assert source.sheet.isVisible()
    assert source.letters.isHidden()
    assert importing.intake.coming.added == 1
    source.sheet.choose("Experts")
    source.sheet.chosen.emit("Experts")
    qtbot.waitUntil(lambda: importing.intake.coming.added == 2)
    assert source.sheet.key == "Experts"


@pytest.mark.parametrize("size", [(1366, 768), (960, 540), (1920, 1080)])
def test_all_of_the_panel_is_in_the_window(qtbot, window, offer, longer, size):
    window.resize(*size)
    panel = offer(longer).panel
    panel.grab()
    frame = panel.rect()
    for part in (panel.title, panel.import_button, panel.cancel_button, panel.preview.table):
        place = part.mapTo(panel, part.rect().topLeft())
        assert frame.contains(place)
        assert frame.contains(part.rect().translated(place))
