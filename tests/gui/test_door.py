"""The list for the door, by one key from any page."""

import pytest
from PySide6.QtCore import Qt

from tests.conftest import SALMA
from tests.gui.organiser import FIRST, SECOND

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def door(qtbot, window):
    """Presses Ctrl+D where the keys are; the page, the list in sight."""

    def pressed():
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_D, CONTROL)
        page = window.stack.page("attendance")
        qtbot.waitUntil(lambda: page.reports.ready and page.reports.printing.isVisible())
        return page

    return pressed


@pytest.mark.parametrize("front", ["reception", "delegates", "attendance"])
def test_one_key_makes_the_list_and_opens_the_printers_panel(
    qtbot, window, services, tmp_path, door, front
):
    window.show_page(front)
    page = door()
    assert window.stack.front == "attendance"
    services.reports.save("door", tmp_path / "d.pdf", "en", SALMA, FIRST)
    assert page.reports.preview.pdf == (tmp_path / "d.pdf").read_bytes()
    assert page.reports.choice.kind == "door"
    assert page.reports.printing.save.isVisible()
    qtbot.waitUntil(lambda: not window._board.tasks.running)


def test_it_is_of_the_next_meeting_day(qtbot, window, clock, door):
    clock.set("2022-07-05T23:50:00+02:00")
    assert door().reports._report.made_of.days == (FIRST,)
    clock.set("2022-07-06T00:10:00+02:00")
    window.show_page("reception")
    window.stack.page("attendance").reports.printing.leave()
    assert door().reports._report.made_of.days == (SECOND,)
    qtbot.waitUntil(lambda: not window._board.tasks.running)


def test_without_a_printer_it_says_so_and_offers_to_save(
    qtbot, window, door, tmp_path, monkeypatch
):
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nothing"))
    page = door()
    panel = page.reports.printing
    qtbot.waitUntil(panel.trouble.isVisible)
    assert "save the PDF" in panel.trouble.text
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    dialog = page.reports._asking.dialog
    assert dialog.selectedFiles()[0].endswith("door-2022-07-05-en.pdf")
    dialog.reject()
    qtbot.waitUntil(lambda: not window._board.tasks.running)
