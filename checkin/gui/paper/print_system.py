"""The print system as a panel asks it: never in the window's own time, and never waited for."""

from collections.abc import Callable

from checkin.domain.printing import JobState, PageSize, Printer, PrintJob, PrintOrder
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk

Failed = Callable[[Refused], object]


class PrintSystem:
    """CUPS takes the PDF itself; where there is none, Qt's printers are painted on.

    In a rehearsal it tells of every printer and hands nothing over.
    """

    def __init__(self, desk: Desk) -> None:
        self._tasks = desk.switchboard.tasks
        self._rehearses = desk.services.rehearsal is not None

    def ask(self, done: Callable[[tuple[Printer, ...]], object], failed: Failed) -> None:
        """Asks for every printer."""
        from checkin.services import printing

        if printing.takes_pdf():
            self._tasks.start(lambda _: printing.printers(), done, failed)
        else:
            self._ask_qt(done, failed)

    def _ask_qt(self, done: Callable[[tuple[Printer, ...]], object], failed: Failed) -> None:
        from checkin.gui.paper.painting import printers_of_qt

        try:
            done(printers_of_qt())
        except Refused as refused:
            failed(refused)

    def send(
        self,
        pdf: bytes,
        sizes: tuple[PageSize, ...],
        order: PrintOrder,
        done: Callable[[PrintJob], object],
        failed: Failed,
    ) -> None:
        """Hands a PDF over; a job without id is one that nobody can follow."""
        if self._rehearses:
            failed(Refused("rehearsal"))
            return
        from checkin.services import printing

        if printing.takes_pdf():
            self._tasks.start(lambda _: printing.send(pdf, order), done, failed)
            return
        from checkin.gui.paper.painting import Painting, printer_of_qt

        try:
            printer = printer_of_qt(order)
        except Refused as refused:
            failed(refused)
            return
        accepted = PrintJob(order.printer, "")
        painting = Painting(printer, pdf, sizes, self._tasks, lambda: done(accepted), failed)
        painting.begin()

    def ask_job(self, job: PrintJob, done: Callable[[JobState], object], failed: Failed) -> None:
        """Asks how a job is."""
        from checkin.services import printing

        self._tasks.start(lambda _: printing.job_state(job), done, failed)
