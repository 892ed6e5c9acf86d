"""Paper in the window: pages drawn beside it, and the way to printers without a print system."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from checkin.domain.printing import (
    JobStage,
    JobState,
    Printer,
    PrinterState,
    PrintJob,
    PrintOrder,
)
from checkin.domain.refused import Refused
from checkin.gui.app import application
from checkin.gui.desk import Desk
from checkin.gui.look.theme import theme
from checkin.gui.paper.painting import Painting, printer_of_qt, printers_of_qt
from checkin.gui.paper.preview import PdfPreview
from checkin.gui.paper.print_panel import PrintPanel
from checkin.gui.paper.printer_words import job_words, printer_words
from checkin.gui.tasks import Tasks
from checkin.services import printing
from tests.printers import write_program
from tests.services.test_printing import a_pdf, one_printer


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    application(theme("light"))
    return Tasks()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> PrintPanel:
    application(desk.theme)
    made = PrintPanel(desk)
    qtbot.addWidget(made)
    return made


def offer(panel: PrintPanel) -> None:
    pdf = a_pdf()
    panel.offer(pdf, printing.page_sizes(pdf), "Badges", "Print one badge")


def test_a_page_is_sharp_and_its_picture_is_the_page(qtbot: QtBot, tasks: Tasks) -> None:
    preview = PdfPreview(theme("light"), tasks)
    qtbot.addWidget(preview)
    preview.resize(600, 700)
    preview.show()
    pdf = a_pdf((595, 842), (595, 842))
    preview.show_pdf(pdf, printing.page_sizes(pdf))
    qtbot.waitUntil(lambda: preview.view.drawn)
    sheet = preview.view.sheet
    picture = sheet.grab().toImage()
    corner = sheet.page_box.bottomLeft().toPoint()
    assert picture.pixelColor(corner.x() + 30, corner.y() - 30).name() == "#000000"
    assert picture.pixelColor(corner.x() + 30, corner.y() - 300).name() == "#ffffff"
    for size in range(500, 700, 20):  # more pictures than are kept
        preview.resize(size, 700)
        qtbot.waitUntil(lambda: preview.view.drawn)
    assert len(preview.view._kept) <= 6
    preview.turn(5)
    assert preview.page == 0
    preview.say("Nothing", "to see")
    assert not preview.view.drawn
    tasks.stop()


def test_a_picture_that_comes_too_late_is_not_shown(qtbot: QtBot, tasks: Tasks) -> None:
    preview = PdfPreview(theme("dark"), tasks)
    qtbot.addWidget(preview)
    preview.show()
    for count in (3, 1):
        pdf = a_pdf(*[(595, 842)] * count)
        preview.show_pdf(pdf, printing.page_sizes(pdf))
        preview.show_page(count - 1)
    qtbot.waitUntil(lambda: preview.view.drawn)
    assert {page for page, _ in preview.view._kept} == {0}
    preview.resize(300, 300)
    preview.say("", "")
    qtbot.waitUntil(lambda: not tasks.running)
    tasks.stop()


def test_pages_are_painted_at_the_resolution_of_the_printer(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    pdf = a_pdf((595.28, 841.89), (297.64, 419.53))
    done: list[bool] = []
    painting = Painting(
        printer, pdf, printing.page_sizes(pdf), tasks, lambda: done.append(True), done.append
    )
    painting.begin()
    qtbot.waitUntil(lambda: done == [True])
    out = (tmp_path / "out.pdf").read_bytes()
    assert [size.paper for size in printing.page_sizes(out)] == ["A4", "A6"]
    picture = printing.page_picture(out, 0, 595)
    image = QImage(
        picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32
    )
    assert image.pixelColor(50, 800).name() == "#000000"
    assert image.pixelColor(50, 400).name() == "#ffffff"
    tasks.stop()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_refused(tasks: Tasks, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "gone" / "out.pdf"))
    pdf, failed = a_pdf(), []
    Painting(printer, pdf, printing.page_sizes(pdf), tasks, lambda: None, failed.append).begin()
    assert [refused.code for refused in failed] == ["printer_refused"]
    tasks.stop()


def test_without_a_print_system_qt_is_asked_and_says_that_there_is_none(
    qtbot: QtBot, panel: PrintPanel, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(programs / "nothing"))
    offer(panel)
    assert "No printer is set up" in panel.trouble.text
    assert panel.state.text() == "no printer"
    assert not panel.go.isEnabled()
    assert not panel.copies.isVisible()
    assert not panel.printer.isVisible()
    with pytest.raises(Refused, match="no_printer"):
        printers_of_qt()
    with pytest.raises(Refused, match="no_such_printer"):
        printer_of_qt(PrintOrder("office", "Badges"))
    panel.print_now()
    assert "no longer there" in panel.trouble.text
    assert not panel.under_way
    one_printer(programs)
    write_program(programs, "lp")
    qtbot.mouseClick(panel.trouble.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.go.isEnabled)
    assert panel.copies.isVisible()
    assert panel.printer.isVisible()
    assert panel.paper.text() == "Paper needed: A4, one page"


def test_a_job_that_the_print_system_loses_sight_of_is_said_to_be_accepted(
    qtbot: QtBot, panel: PrintPanel, programs: Path
) -> None:
    one_printer(programs, '-l) echo "office-1 root"; echo "   Alerts: none" ;;')
    write_program(programs, "lp", 'echo "request id is office-1 (0 file(s))"')
    offer(panel)
    qtbot.waitUntil(panel.go.isEnabled)
    with qtbot.waitSignal(panel.accepted):
        qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    assert panel.under_way
    panel.withdraw()
    assert not panel.isHidden()
    (programs / "lpstat").unlink()
    qtbot.waitUntil(lambda: not panel.under_way)
    assert panel.state.text() == "Accepted by office; how it goes is not known"
    panel.withdraw()
    assert panel.isHidden()


def test_a_printer_that_gives_a_job_up_says_so(
    qtbot: QtBot, panel: PrintPanel, programs: Path
) -> None:
    one_printer(
        programs,
        '-l) [ "$3" = completed ] || exit 0; echo "office-1 root";',
        '   printf "\\tStatus: no toner\\n\\tAlerts: job-aborted-by-system\\n" ;;',
    )
    write_program(programs, "lp", 'echo "request id is office-1 (0 file(s))"')
    offer(panel)
    qtbot.waitUntil(panel.go.isEnabled)
    with qtbot.waitSignal(panel.ended) as ended:
        panel.print_now()
        panel.leave()  # not while it is being handed over
    assert ended.args == [JobState(JobStage.FAILED, "no toner")]
    assert panel.state.text() == "office gave office-1 up: no toner"


@pytest.mark.parametrize("state", PrinterState)
@pytest.mark.parametrize("stage", JobStage)
def test_every_state_has_its_words(qtbot: QtBot, state: PrinterState, stage: JobStage) -> None:
    assert printer_words(Printer("office", state, "why")).endswith(": why")
    assert "office" in job_words(PrintJob("office", "office-1"), JobState(stage))
