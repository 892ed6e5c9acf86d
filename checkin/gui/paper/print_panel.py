"""Our own way to a printer: a panel in the page, no dialog that would swallow a scan."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Choice, labelled
from checkin.gui.kit.notices import Trouble
from checkin.gui.kit.panels import Mark, Panel, has_keys
from checkin.gui.kit.scrolling import FollowingScroll, bring_in_sight
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import OFF, WARN
from checkin.gui.paper.print_system import PrintSystem
from checkin.gui.paper.printer_choice import PrinterChoice
from checkin.gui.paper.printer_words import job_mark, job_words, printer_mark, printer_words

_MOST_COPIES = 10
_EVERY_MS = 1000


class PrintPanel(Panel):
    """`accepted` carries the `PrintJob` that the print system took, `ended` its last `JobState`,

    `save_asked` asks for a file instead, where `also_saves` offers it; `closed` follows when
    somebody sends the panel away, and `released` where it had the keys.
    """

    accepted = Signal(object)
    ended = Signal(object)
    save_asked = Signal()
    closed = Signal()
    released = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", parent)
        self._desk = desk
        self._system = PrintSystem(desk)
        self._pdf, self._title = b"", ""
        self._sizes: tuple[PageSize, ...] = ()
        self._job: PrintJob | None = None
        self.sending = False
        self._lay_out()
        self._pulse = QTimer(self, singleShot=True, interval=_EVERY_MS)
        self._pulse.timeout.connect(self._ask_job)
        self.printer.chosen.connect(self._show_printer)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)
        self.hide()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.heading = FitLabel(theme, 16, bold=True)
        self.heading.say(self.tr("Print"))
        self.printer = PrinterChoice(self.tr("Printer"), self._desk.preferences)
        self.copies = Choice(
            self.tr("Copies"), [(str(one), str(one)) for one in range(1, _MOST_COPIES + 1)]
        )
        self.mark, self.state = Mark(theme, OFF), FitLabel(theme, 13, tone="ink2", wraps=True)
        self.paper = FitLabel(theme, 13, tone="ink2", wraps=True)
        self.trouble = Trouble(theme, narrow=True)
        self.trouble.close_button.hide()
        self.go = button(theme, self.tr("Print"), "primary", "printer", self.print_now)
        self.save = button(theme, self.tr("Save as PDF"), "plain", does=self.save_asked.emit)
        self.save.hide()
        self.away = button(theme, self.tr("Close"), "plain", does=self.leave)
        which = labelled(theme, self.tr("Printer"), self.printer)
        many = labelled(theme, self.tr("Copies"), self.copies)
        state = self._row(self.mark, self.state)
        self._how = many, self.paper, which  # where something prints
        parts = which, state, many, self.paper, self.trouble
        self.room = FollowingScroll(_stacked(parts))
        self.room.setAccessibleName(self.tr("Print"))
        self.column.addWidget(self.heading)
        self.column.addWidget(self.room, 1)
        for one in (self.go, self.save, self.away):
            self.column.addWidget(one)

    def _row(self, mark: Mark, words: FitLabel) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return made

    @property
    def under_way(self) -> bool:
        """Whether something was handed over, or is being, and its end is not known yet."""
        return self.sending or self._job is not None

    def also_saves(self) -> None:
        """Offers a file as well: there may be no printer."""
        self.save.show()

    def offer(
        self,
        pdf: bytes,
        sizes: tuple[PageSize, ...],
        title: str,
        action: str,
        once: bool = False,
    ) -> None:
        """Opens for a PDF. `title` is seen in the printer's queue, `action` stands on the button.

        What goes to paper only `once` has no copies.
        The printers are asked for beside the window, so that a slow one holds up nobody.
        """
        self._pdf, self._sizes, self._title = pdf, sizes, title
        self.go.setText(action)
        self.go.setAccessibleName(action)
        papers = dict.fromkeys(size.words for size in sizes)
        needed = self.tr("Paper needed: {paper}, {count} pages")
        if len(sizes) == 1:
            needed = self.tr("Paper needed: {paper}, one page")
        self.paper.say(needed.format(paper=", ".join(papers), count=len(sizes)))
        if once:
            self.copies.choose("1")
        self.copies.setEnabled(not once)
        self._ask_how(True)
        self.show()
        self.printer.setFocus()
        self.look()

    def look(self) -> None:
        """Asks which printers there are now."""
        self.trouble.quiet()
        self.go.setEnabled(False)
        self._say(OFF, self.tr("looking for printers"))
        self._system.ask(self._found, self._refused)

    def print_now(self) -> None:
        """Hands the PDF to the chosen printer."""
        size = self._sizes[0] if len(set(self._sizes)) == 1 else None
        order = PrintOrder(self.printer.key, self._title, int(self.copies.key), size)
        self.sending = True
        self.go.setEnabled(False)
        self.trouble.quiet()
        self._say(OFF, self.tr("handing over to {printer}").format(printer=order.printer))
        self._system.send(self._pdf, self._sizes, order, self._sent, self._refused)

    def withdraw(self) -> None:
        """What was offered is not what is in sight any longer; a job under way is still told."""
        self._pdf = b""
        self.go.setEnabled(False)
        if not self.under_way:
            self.leave()

    def leave(self) -> None:
        """Goes away; a job that was accepted goes on."""
        if self.sending:
            return
        had_keys = has_keys(self)
        self.hide()
        self.closed.emit()
        if had_keys:
            self.released.emit()

    def _found(self, printers: tuple[Printer, ...]) -> None:
        wanted = self.printer.offer_printers(printers)
        self._ask_how(self.printer.offers_any)
        if wanted and wanted != self.printer.key:
            self._show(Printer(wanted, PrinterState.MISSING))
            self._refused(Refused("no_such_printer", printer=wanted))
            self.go.setEnabled(True)
            return
        self._show_printer()

    def _show_printer(self) -> None:
        if self.printer.here:
            self._show(self.printer.here)

    def _show(self, printer: Printer) -> None:
        self._say(printer_mark(printer), printer_words(printer))
        takes = printer.state in (PrinterState.READY, PrinterState.STOPPED)
        self.go.setEnabled(takes and bool(self._pdf) and not self.under_way)
        self.trouble.quiet()
        if not takes:
            self._refused(Refused("printer_refused", printer=printer.name))
        self._desk.switchboard.printer_told.emit(printer)

    def _sent(self, job: PrintJob) -> None:
        self.sending = False
        self._job = job if job.id else None
        self.printer.keep(job.printer)
        self.accepted.emit(job)
        if self._job:
            self._told(JobState(JobStage.WAITING))
        else:
            self.ended.emit(JobState(JobStage.DONE))

    def _ask_job(self) -> None:
        if self._job:
            self._system.ask_job(self._job, self._told, self._lost)

    def _told(self, state: JobState) -> None:
        job = self._job
        if job is None:
            return
        self._say(job_mark(state), job_words(job, state))
        if not state.over:
            self._pulse.start()
            return
        self._job = None
        self.go.setEnabled(bool(self._pdf))
        self.ended.emit(state)

    def _lost(self, _: Refused) -> None:
        """The job was accepted; the print system no longer says how it goes."""
        words = self.tr("Accepted by {printer}; how it goes is not known")
        self._say(WARN, words.format(printer=self.printer.key))
        self._job = None
        self.go.setEnabled(bool(self._pdf))

    def _refused(self, refused: Refused) -> None:
        self.sending = False
        if not self.printer.offers_any:
            self._say(OFF, self.tr("no printer"))
        self._ask_how(self.printer.offers_any)
        sentence = self._desk.sentence(refused)
        self.trouble.say(sentence, self.tr("Look again"), self.look)
        bring_in_sight(self.trouble)

    def _ask_how(self, asks: bool) -> None:
        """Which printer, what paper and how often are questions only where something prints."""
        for part in self._how:
            part.setVisible(asks)

    def _say(self, mark: str, words: str) -> None:
        self.mark.set_state(mark, words)
        self.state.say(words)


def _stacked(parts: Iterable[QWidget]) -> QWidget:
    """Parts one below the other, to be scrolled in a low window."""
    inside = QWidget()
    inside.setObjectName("inside")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return inside
