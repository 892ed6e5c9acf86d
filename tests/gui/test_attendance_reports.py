"""The day's report in sight, saved, and on its way to a printer; the desk goes on meanwhile."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from checkin.domain.printing import PrintJob
from checkin.gui.attendance.report_view import ReportView
from checkin.gui.switchboard import Notice
from tests.conftest import SALMA
from tests.gui.organiser import FIRST, SECOND, page_of, scan


@pytest.fixture
def page(window):
    """The attendance page in front."""
    return page_of(window)


@pytest.fixture
def reports(qtbot, page) -> ReportView:
    """The reports of the first day, the PDF in sight."""
    qtbot.mouseClick(page.to_reports, Qt.MouseButton.LeftButton)
    assert page.reports is not None
    qtbot.waitUntil(lambda: page.reports.ready)
    return page.reports


def notices(window) -> list[str]:
    """What the window is told from now on."""
    told: list[str] = []

    def tell(notice: object) -> None:
        assert isinstance(notice, Notice)
        told.append(notice.text)

    window._desk.switchboard.noticed.connect(tell)
    return told


def dialog_of(reports: ReportView) -> QFileDialog:
    assert reports._asking is not None
    assert reports._asking.dialog is not None
    return reports._asking.dialog


def test_the_preview_is_the_very_pdf_that_the_service_makes(window, reports, services, tmp_path):
    services.reports.save("attendance", tmp_path / "r.pdf", "en", SALMA, FIRST)
    assert reports.preview.pdf == (tmp_path / "r.pdf").read_bytes()
    assert reports.preview.sizes[0].paper == "A4"
    assert reports.choice.about.text() == "Tuesday 5 July 2022"


def test_another_language_and_another_day_are_another_report(qtbot, page, reports):
    before = reports.preview.pdf
    reports.choice.languages.setCurrentIndex(1)
    reports.choice.languages.activated.emit(1)
    assert not reports.choice.print_button.isEnabled()
    qtbot.waitUntil(lambda: reports.ready)
    assert reports._report.name == "attendance-2022-07-05-fr"
    qtbot.mouseClick(page.days.segments.buttons()[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: reports.ready)
    assert reports._report.made_of.days == (SECOND,)
    assert reports.preview.pdf != before
    assert reports.choice.about.text() == "Wednesday 6 July 2022"
    assert "Wednesday 6 July 2022" in page.head.about.text()


def test_whoever_arrives_meanwhile_is_in_the_report_and_then_in_the_figures(
    qtbot, window, page, reports, services
):
    scan(window, services, "R-1")
    qtbot.waitUntil(lambda: reports.ready)
    assert reports._report.made_of.totals[0].arrived == 1
    qtbot.mouseClick(page.to_board, Qt.MouseButton.LeftButton)
    assert page.board.figures.arrived.number.text() == "1"
    assert page.board.isVisible()


def test_back_at_the_figures_a_day_chosen_among_the_reports_is_the_day_of_the_board(
    qtbot, page, reports
):
    qtbot.mouseClick(page.days.segments.buttons()[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: reports.ready)
    qtbot.mouseClick(page.to_board, Qt.MouseButton.LeftButton)
    assert page._shown.day == SECOND
    assert page.board.arrivals.empty.text() == "This day is still to come."
    shown = page._shown
    page.show_reports()
    page.show_board()
    assert page._shown is shown
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.board)


def test_a_second_choice_before_the_first_pdf_is_made_shows_the_second(qtbot, page):
    page.show_reports()
    page.reports.choice.languages.choose("ar")
    page.reports.make()
    qtbot.waitUntil(lambda: page.reports.ready)
    assert page.reports._report.context.wording.language == "ar"


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
@pytest.mark.parametrize("form", ["pdf", "xlsx", "csv"])
def test_the_report_in_sight_is_saved_under_its_own_name(qtbot, window, reports, tmp_path, form):
    told = notices(window)
    window._desk.preferences.keep_text("folder", str(tmp_path))
    qtbot.mouseClick(reports.choice.save_buttons[form], Qt.MouseButton.LeftButton)
    dialog = dialog_of(reports)
    (name,) = dialog.selectedFiles()
    reports.ask_where(form)  # asked twice, there is still one dialog
    assert dialog_of(reports) is dialog
    assert Path(name) == tmp_path / f"attendance-2022-07-05-en.{form}"
    dialog.accept()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [f"The report was saved: {name}"]
    assert Path(name).read_bytes() == reports._report.made(form)
    assert window._desk.preferences.text("folder") == str(tmp_path)


def test_keys_save_and_print_the_report(qtbot, window, reports):
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog_of(reports).reject()
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert reports.side.currentWidget() is reports.printing
    assert reports.printing._pdf is reports.preview.pdf
    reports.printing.leave()
    assert reports.side.currentWidget() is reports.choice


def test_a_folder_that_is_gone_is_said_in_place_and_tried_again(
    qtbot, window, page, reports, tmp_path
):
    told = notices(window)
    to = tmp_path / "gone" / "report.pdf"
    reports.save(reports._report, to)
    assert "being written" in window.stack.page("attendance").hindrance()
    qtbot.waitUntil(lambda: bool(page.trouble.text))
    assert "There is no folder" in page.trouble.text
    assert window.stack.page("attendance").hindrance() == ""
    to.parent.mkdir()
    qtbot.mouseClick(page.trouble.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told))
    assert to.read_bytes() == reports.preview.pdf
    assert page.trouble.isHidden()


def test_what_the_printer_took_is_said(window, reports):
    told = notices(window)
    reports.printing.accepted.emit(PrintJob("Front desk", 7))
    assert told == ["The report was handed to Front desk."]
    reports.printing.sending = True
    assert "on its way to the printer" in reports.hindrance()
    reports.printing.sending = False
    assert reports.hindrance() == ""


def test_nothing_is_saved_or_printed_before_it_is_in_sight(page):
    page.show_reports()
    page.reports.ask_where("pdf")
    page.reports.ask_printer()
    assert not page.reports.findChildren(QFileDialog)
    assert page.reports.side.currentWidget() is page.reports.choice


def test_every_control_of_the_reports_has_a_name(reports):
    choice = reports.choice
    for one in (*choice.save_buttons.values(), choice.print_button, choice.languages):
        assert one.accessibleName()


def test_a_report_opened_when_the_page_comes_back_keeps_the_keys(qtbot, window, page, reports):
    window.show_page("reception")
    window.show_page("attendance")
    qtbot.waitUntil(lambda: reports.choice.languages.hasFocus())
    assert page.stack.currentWidget() is reports
