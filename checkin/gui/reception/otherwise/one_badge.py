"""One badge on paper at the desk: Ctrl+P shows the printer, Ctrl+P again prints."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from checkin.domain.badge import Badge
from checkin.domain.delegate import Delegate
from checkin.domain.printing import (
    JobStage,
    JobState,
    Printer,
    PrinterState,
    PrintJob,
    PrintOrder,
)
from checkin.domain.refused import Refused
from checkin.gui.badges.counting import Counting
from checkin.gui.badges.making import Making, Paper
from checkin.gui.badges.paper_panel import kept_paper
from checkin.gui.desk import Desk
from checkin.gui.kit.panels import Mark
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import FAULT, OFF
from checkin.gui.look.measures import Measures
from checkin.gui.paper.print_system import PrintSystem
from checkin.gui.paper.printer_choice import PrinterChoice
from checkin.gui.paper.printer_words import job_words, printer_mark, printer_words
from checkin.gui.reception.otherwise.panel import TARGET, DeskPanel
from checkin.gui.switchboard import Notice
from checkin.services.badges import BadgeChoice

KEY = "Ctrl+P"
_EVERY_MS = 1000
_BADLY = (JobStage.CANCELLED, JobStage.FAILED)


class Following(QObject):
    """Asks how a job goes until it is over; `failed` carries in words how it ended badly."""

    failed = Signal(str)

    def __init__(self, system: PrintSystem, job: PrintJob, parent: QObject) -> None:
        super().__init__(parent)
        self._system, self._job = system, job
        self._pulse = QTimer(self, singleShot=True, interval=_EVERY_MS)
        self._pulse.timeout.connect(self._ask)
        self._pulse.start()

    def _ask(self) -> None:
        self._system.ask_job(self._job, self._told, lambda _: self.deleteLater())

    def _told(self, state: JobState) -> None:
        if not state.over:
            self._pulse.start()
            return
        if state.stage in _BADLY:
            self.failed.emit(job_words(self._job, state))
        self.deleteLater()


class OneBadgePanel(DeskPanel):
    """Made and sent beside the window: nobody at the door waits for a printer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, " ")
        self._desk = desk
        self._system = PrintSystem(desk)
        self._paper: Paper | None = None
        self._number = ""
        self._sent: Paper | None = None  # on its way to the printer
        self.printer = PrinterChoice(self.tr("Printer"), desk.preferences)
        self.printer.setMinimumHeight(TARGET)
        self.printer.setMinimumContentsLength(16)
        self.printer.chosen.connect(lambda _: self._show_printer())
        self.mark, self.state = Mark(desk.theme, OFF), FitLabel(desk.theme, 14, wraps=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.printer)
        row.addWidget(self.mark)
        row.addWidget(self.state, 1)
        self.column.addLayout(row)
        self.say_go(self.tr("Print"), KEY)
        self.finish()
        self._making, self._counting = Making(desk, self), Counting(desk, self)
        self._making.made.connect(self._made)
        self._making.refused.connect(self._refused)
        self._counting.refused.connect(self._uncounted)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        super().apply(measures)
        self.state.set_px(measures.px(14))

    def offer(self, badge: Badge, who: Delegate) -> None:
        """Opens for somebody's badge, and asks for the printers meanwhile."""
        self._paper, self._number = None, badge.number
        self._counting.retry()  # what could not be recorded before
        words = self.tr("Print badge {number} of {name}")
        self.title.say(words.format(number=badge.number, name=who.name))
        self.go.setEnabled(False)
        layout, sheet, language = kept_paper(self._desk)
        tokens = frozenset((badge.token,))
        self._making.want(BadgeChoice(layout, sheet, language=language, tokens=tokens))
        self._look()
        self.show()
        self.away.setFocus()

    def print_now(self) -> None:
        """Hands the badge to the printer; where there was none, looks for one again."""
        if not self.printer.offers_any:
            self._look()
            return
        paper = self._paper
        if paper is None or not self.go.isEnabled():
            return
        self._sent = paper
        self.go.setEnabled(False)
        order = PrintOrder(self.printer.key, self.tr("Badge"), 1, paper.sizes[0])
        self._say(OFF, self.tr("handing over to {printer}").format(printer=order.printer))
        accepted = partial(self._accepted, paper, self._number)
        failed = partial(self._not_taken, paper, self._number)
        self._system.send(paper.made.pdf, paper.sizes, order, accepted, failed)

    def _look(self) -> None:
        self.printer.setVisible(self.printer.offers_any)
        self._say(OFF, self.tr("looking for printers"))
        self._system.ask(self._found, self._refused)

    def _made(self, paper: Paper) -> None:
        self._paper = paper
        self._ready()

    def _found(self, printers: tuple[Printer, ...]) -> None:
        self.printer.offer_printers(printers)
        self.printer.show()
        self._show_printer()

    def _show_printer(self) -> None:
        printer = self.printer.here
        if printer:
            self._say(printer_mark(printer), printer_words(printer))
            self._desk.switchboard.printer_told.emit(printer)
        self._ready()

    def _ready(self) -> None:
        printer = self.printer.here
        takes = printer and printer.state in (PrinterState.READY, PrinterState.STOPPED)
        here = self._paper and self._paper is not self._sent
        self.go.setEnabled(bool(takes and here))

    def _accepted(self, paper: Paper, number: str, job: PrintJob) -> None:
        """The print system has it: the badge counts as printed, whoever is offered by now."""
        if job.id:
            Following(self._system, job, self).failed.connect(self._failed)
        self.printer.keep(job.printer)
        words = self.tr("{number} went to {printer} and counts as printed.")
        told = words.format(number=number, printer=job.printer)
        self._counting.count(paper.job, lambda _: self._counted(paper, told))
        self._counting.retry()

    def _counted(self, paper: Paper, told: str) -> None:
        self._desk.switchboard.noticed.emit(Notice(told))
        self._sent = None if self._sent is paper else self._sent
        if self._paper is paper:
            self.leave()
        else:
            self._ready()

    def _uncounted(self, refused: object) -> None:
        """It is on paper, and is recorded with the next one."""
        self._sent = None
        self._refused(refused)

    def _not_taken(self, paper: Paper, number: str, refused: Refused) -> None:
        """The print system did not take it; said where somebody sees it."""
        self._sent = None if self._sent is paper else self._sent
        if self._paper is paper and not self.isHidden():
            self._refused(refused)
            return
        words = f"{number}: {self._desk.sentence(refused)}"
        self._desk.switchboard.noticed.emit(Notice(words))
        self._ready()

    def _failed(self, how: str) -> None:
        words = self.tr("{how}. The badge counts as printed; Ctrl+P prints it again.")
        self._desk.switchboard.noticed.emit(Notice(words.format(how=how)))

    def _refused(self, refused: object) -> None:
        if isinstance(refused, Refused):
            own, words = f"page.one_badge.{refused.code}", self._desk.wording
            sentence = words.say(own) if words.has(own) else self._desk.sentence(refused)
            self._say(FAULT, sentence)
        self._ready()

    def _say(self, mark: str, words: str) -> None:
        self.mark.set_state(mark, words)
        self.state.say(words)
