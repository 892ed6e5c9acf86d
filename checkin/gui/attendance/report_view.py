"""The reports of the page's day: the very PDF in sight, files of it, and the way to a printer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from checkin.domain.meeting import LANGUAGES
from checkin.domain.printing import PageSize, PrintJob
from checkin.domain.refused import Refused
from checkin.domain.report import REPORT_KINDS
from checkin.gui.attendance.report_choice import ReportChoice
from checkin.gui.desk import Desk
from checkin.gui.kit.notices import Trouble
from checkin.gui.look.measures import Measures
from checkin.gui.paper.preview import PdfPreview
from checkin.gui.paper.print_panel import PrintPanel
from checkin.gui.paper.saving import SaveDialog
from checkin.gui.switchboard import Notice
from checkin.gui.tasks import Job
from checkin.services.reports import Report


@dataclass(frozen=True, slots=True)
class Paper:
    """A report as a PDF, with the size of each of its pages."""

    pdf: bytes
    sizes: tuple[PageSize, ...]


def _paper(report: Report, _: Job) -> Paper:
    from checkin.services.printing import page_sizes

    pdf = report.made("pdf")
    return Paper(pdf, page_sizes(pdf))


class ReportView(QWidget):
    """What is read is read here; the PDF is made, and files are written, beside the window.

    What is saved and printed is the report that is in sight.
    """

    def __init__(
        self,
        desk: Desk,
        trouble: Trouble,
        day: Callable[[], date | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._trouble, self._day = desk, trouble, day
        self._report: Report | None = None
        self._making: Job | None = None
        self._saving: set[Path] = set()
        self._asking: SaveDialog | None = None
        self._then_print = False
        self.choice = ReportChoice(desk, REPORT_KINDS, LANGUAGES)
        self.printing = PrintPanel(desk)
        self.printing.also_saves()
        self.preview = PdfPreview(desk.theme, desk.switchboard.tasks, "attendance")
        self.side = QStackedWidget()
        self.side.addWidget(self.choice)
        self.side.addWidget(self.printing)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.side)
        self._row.addWidget(self.preview, 1)
        self._connect()

    def _connect(self) -> None:
        self.choice.changed.connect(self.make)
        self.choice.save_asked.connect(self.ask_where)
        self.choice.print_asked.connect(self.ask_printer)
        self.printing.save_asked.connect(partial(self.ask_where, "pdf"))
        self.printing.closed.connect(self._printed)
        self.printing.accepted.connect(self._accepted)
        for key, does in (("Ctrl+S", partial(self.ask_where, "pdf")), ("Ctrl+P", self.ask_printer)):
            QShortcut(QKeySequence(key), self).activated.connect(does)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._row.setSpacing(max(measures.gap - 2, 6))
        self.side.setFixedWidth(max(measures.px(320), 280))
        self.choice.apply(measures)

    @property
    def ready(self) -> bool:
        """Whether the report of this choice is in sight."""
        return self._making is None and bool(self.preview.pdf)

    def make(self) -> None:
        """Reads the report of the chosen day, kind and language, and has its PDF made."""
        self._trouble.quiet()
        if self._making:
            self._making.cancel()
        if self.side.currentWidget() is self.printing:
            self.printing.withdraw()
        if not self.preview.pdf:
            self.preview.say(self.tr("One moment"), self.tr("The report is being made."))
        choice, desk = self.choice, self._desk
        try:
            self._report = desk.services.reports.prepare(
                choice.kind, choice.language, desk.operator, self._day()
            )
        except Refused as refused:
            self._failed(refused)
            return
        self.choice.allow(False)
        work = partial(_paper, self._report)
        self._making = desk.switchboard.tasks.start(work, self._made, self._failed)

    def ask_where(self, form: str) -> None:
        """Asks where to save the report, in the system's own dialog; the desk goes on."""
        if not self.ready or self._report is None:
            return
        if self._asking and self._asking.dialog:
            self._asking.ask()
            return
        name, title = f"{self._report.name}.{form}", self.tr("Save the report")
        self._asking = SaveDialog(self._desk, title, name, self)
        self._asking.chosen.connect(partial(self._chosen, self._report))
        self._asking.ask()

    def ask_printer(self) -> None:
        """Opens the printer's panel for the report in sight."""
        if not self.ready or self._report is None:
            return
        self.side.setCurrentWidget(self.printing)
        pdf, sizes = self.preview.pdf, self.preview.sizes
        self.printing.offer(pdf, sizes, self._report.name, self.tr("Print the report"))

    def to_printer(self, kind: str) -> None:
        """The report of this kind that is made next goes on to the printer's panel."""
        self.choice.kinds.choose(kind)
        self._then_print = True

    def hindrance(self) -> str:
        """What would be lost if the window closed now, as a question."""
        if self._saving:
            return self.tr(
                "A report is being written. If the window closes now, it may be missing."
            )
        if self.printing.sending:
            return self.tr("A report is on its way to the printer. It may not arrive.")
        return ""

    def take_focus(self) -> None:
        """The keys belong to the choice."""
        self.choice.languages.setFocus()

    def _made(self, paper: Paper) -> None:
        self._making = None
        self.preview.show_pdf(paper.pdf, paper.sizes)
        self.choice.allow(True)
        if self._then_print:
            self._then_print = False
            self.ask_printer()

    def _failed(self, refused: Refused) -> None:
        self._making, self._then_print = None, False
        self.choice.allow(False)
        self.preview.say(self.tr("No report"), "")
        self._trouble.say(self._desk.sentence(refused), self.tr("Try again"), self.make)

    def _chosen(self, report: Report, name: str) -> None:
        self.save(report, Path(name))

    def save(self, report: Report, to: Path) -> None:
        """Writes a report beside the window; the file's ending decides its format."""
        self._trouble.quiet()
        self._saving.add(to)
        self._desk.switchboard.tasks.start(
            lambda _: report.save(to), partial(self._saved, to), partial(self._unsaved, report, to)
        )

    def _saved(self, to: Path, _: object) -> None:
        self._saving.discard(to)
        words = self.tr("The report was saved: {path}").format(path=to)
        self._desk.switchboard.noticed.emit(Notice(words))

    def _unsaved(self, report: Report, to: Path, refused: Refused) -> None:
        self._saving.discard(to)
        again = partial(self.save, report, to)
        self._trouble.say(self._desk.sentence(refused), self.tr("Try again"), again)

    def _accepted(self, job: object) -> None:
        if isinstance(job, PrintJob):
            words = self.tr("The report was handed to {printer}.").format(printer=job.printer)
            self._desk.switchboard.noticed.emit(Notice(words))

    def _printed(self) -> None:
        self.side.setCurrentWidget(self.choice)
        self.take_focus()
