"""PDFs on their way to a printer: a real CUPS takes them, and faults are told in words."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from checkin.documents import cups
from checkin.domain.printing import (
    JobStage,
    JobState,
    PageSize,
    Printer,
    PrinterState,
    PrintJob,
    PrintOrder,
)
from checkin.domain.refused import Refused
from checkin.services import printing
from tests.printers import PrintSystem, write_program

A4 = PageSize(210, 297)
ORDER = PrintOrder("office", "Badges", 1, A4)
ONE_PRINTER = (
    'case "$1" in',
    "-e) echo office ;;",
    '-d) echo "system default destination: office" ;;',
    '-a) echo "office accepting requests since today" ;;',
    '-p) echo "printer office is idle." ;;',
)


def a_pdf(*sizes: tuple[float, float]) -> bytes:
    """A PDF with one black square a page."""
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    for size in sizes or ((595, 842),):
        canvas.setPageSize(size)
        canvas.rect(0, 0, 100, 100, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def one_printer(programs: Path, *more: str) -> None:
    write_program(programs, "lpstat", *ONE_PRINTER, *more, "esac")


def refused(ask: object, *arguments: object) -> str:
    with pytest.raises(Refused) as caught:
        ask(*arguments)  # type: ignore[operator]
    return caught.value.code


def test_a_printer_gets_the_very_pdf_and_its_job_is_followed(print_system: PrintSystem) -> None:
    assert printing.takes_pdf()
    assert printing.printers() == (Printer("office"),)
    pdf = a_pdf()
    job = printing.send(pdf, ORDER)
    assert job == PrintJob("office", "office-1")
    while not (state := printing.job_state(job)).over:
        assert state.stage in (JobStage.WAITING, JobStage.PRINTING)
    assert state.stage is JobStage.DONE
    assert print_system.received == [pdf]


def test_a_printer_out_of_paper_says_why_and_keeps_the_job(print_system: PrintSystem) -> None:
    print_system.stop("out of paper")
    assert printing.printers() == (Printer("office", PrinterState.STOPPED, "out of paper"),)
    job = printing.send(a_pdf(), ORDER)
    assert printing.job_state(job).stage is JobStage.WAITING
    assert print_system.received == []
    print_system.go_on()
    while not printing.job_state(job).over:
        continue
    assert len(print_system.received) == 1


def test_a_printer_that_takes_nothing_is_told_from_one_that_is_gone(
    print_system: PrintSystem,
) -> None:
    print_system.refuse()
    (office,) = printing.printers()
    assert office.state is PrinterState.REFUSING
    assert refused(printing.send, a_pdf(), ORDER) == "printer_refused"
    print_system.unplug()
    assert refused(printing.printers) == "no_printer"
    assert refused(printing.send, a_pdf(), ORDER) == "no_printer"


def test_a_printer_unplugged_among_others_is_named(print_system: PrintSystem) -> None:
    other = PrintOrder("the one in the corridor", "Badges")
    assert refused(printing.send, a_pdf(), other) == "no_such_printer"


def test_no_name_is_taken_for_an_option(print_system: PrintSystem) -> None:
    hostile = PrintOrder("-office; rm -rf /", "--help $(reboot)")
    assert refused(printing.send, a_pdf(), hostile) == "no_such_printer"
    job = printing.send(a_pdf(), PrintOrder("office", "--help $(reboot)"))
    assert job.printer == "office"


def test_without_the_programs_there_is_no_print_system(programs: Path) -> None:
    assert not printing.takes_pdf()
    assert refused(printing.printers) == "no_print_system"


def test_a_print_system_that_does_not_run_is_told_from_one_without_printers(
    programs: Path,
) -> None:
    write_program(programs, "lpstat", '[ "$1" != -r ] || echo "scheduler is not running"')
    assert refused(printing.printers) == "no_answer"


def test_a_print_system_that_is_silent_is_not_waited_for(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups, "ASKED_S", 0.2)
    sleep = shutil.which("sleep", path="/usr/bin:/bin")
    write_program(programs, "lpstat", f"exec {sleep} 60")
    assert refused(printing.printers) == "no_answer"


def test_a_job_that_nobody_can_tell_of_is_not_said_to_be_printed_or_not(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups, "SENT_S", 0.2)
    sleep = shutil.which("sleep", path="/usr/bin:/bin")
    one_printer(programs)
    write_program(programs, "lp", f"exec {sleep} 60")
    assert refused(printing.send, a_pdf(), ORDER) == "print_uncertain"


def test_a_job_that_is_turned_away_at_the_last_moment_is_refused(programs: Path) -> None:
    one_printer(programs)
    write_program(programs, "lp", "echo 'lp: no' >&2", "exit 1")
    assert printing.printers() == (Printer("office", usual=True),)
    assert refused(printing.send, a_pdf(), ORDER) == "printer_refused"


def test_what_the_printer_is_told_holds_copies_paper_and_nobody(programs: Path) -> None:
    one_printer(programs)
    told = programs / "told"
    write_program(
        programs, "lp", f'printf "%s\\n" "$@" >{told}', 'echo "request id is office-7 (0 file(s))"'
    )
    printing.send(a_pdf(), PrintOrder("office", "Badges", 3, PageSize(90, 54)))
    assert told.read_text().split("\n")[:-1] == [
        *("-doffice", "-n3", "-tBadges", "-omedia=Custom.90x54mm"),
        *("-oprint-scaling=none", "-"),
    ]
    printing.send(a_pdf(), PrintOrder("office", "Badges", size=PageSize(297, 210)))
    assert "-omedia=A4" in told.read_text()


@pytest.mark.parametrize(
    ("which", "alerts", "expected"),
    [
        ("not-completed", "job-printing", JobState(JobStage.PRINTING, "toner is low")),
        ("not-completed", "none", JobState(JobStage.WAITING, "toner is low")),
        ("completed", "job-canceled-by-user", JobState(JobStage.CANCELLED, "toner is low")),
        ("completed", "processing-to-stop-point", JobState(JobStage.DONE, "toner is low")),
        ("completed", "aborted-by-system", JobState(JobStage.FAILED, "toner is low")),
        ("completed", "job-completed-successfully", JobState(JobStage.DONE, "toner is low")),
        ("all", "whatever", JobState(JobStage.DONE)),
    ],
)
def test_how_a_job_is_follows_from_what_the_print_system_says(
    programs: Path, which: str, alerts: str, expected: JobState
) -> None:
    write_program(
        programs,
        "lpstat",
        f'[ "$3" = {which} ] || exit 0',
        'echo "office-11               root   1024   Tue Jul 5 09:00:00 2022"',
        'printf "\\tStatus: somebody else\\n\\tAlerts: job-canceled-by-user\\n"',
        'echo "office-1                root   1024   Tue Jul 5 09:00:00 2022"',
        f'printf "\\tStatus: toner is low\\n\\tAlerts: {alerts}\\n\\tqueued for office\\n"',
    )
    assert printing.job_state(PrintJob("office", "office-1")) == expected


def test_a_job_cancelled_in_the_queue_of_a_stopped_printer_is_no_printed_one(
    print_system: PrintSystem,
) -> None:
    print_system.stop("out of paper")
    job = printing.send(a_pdf(), PrintOrder("office", "Badges"))
    assert printing.job_state(job).stage is JobStage.WAITING
    print_system.do("cancel", job.id)
    assert printing.job_state(job).stage is JobStage.CANCELLED


def test_every_page_has_its_own_size_and_its_picture() -> None:
    pdf = a_pdf((595.28, 841.89), (297.64, 419.53))
    sizes = printing.page_sizes(pdf)
    assert [size.paper for size in sizes] == ["A4", "A6"]
    picture = printing.page_picture(pdf, 1, 300)
    assert (picture.width, len(picture.pixels)) == (300, picture.width * picture.height * 4)
    corner = (picture.height - 1) * picture.width * 4
    assert picture.pixels[corner : corner + 3] == b"\0\0\0"
    assert picture.pixels[:3] == b"\xff\xff\xff"
