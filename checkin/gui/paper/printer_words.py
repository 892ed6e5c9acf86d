"""A printer and a job in words and as a silhouette."""

from PySide6.QtCore import QCoreApplication

from checkin.domain.printing import JobStage, JobState, Printer, PrinterState, PrintJob
from checkin.gui.look.marks import FAULT, OFF, OK, WARN

_PRINTER_MARKS = {
    PrinterState.READY: OK,
    PrinterState.STOPPED: WARN,
    PrinterState.REFUSING: FAULT,
    PrinterState.MISSING: FAULT,
}
_JOB_MARKS = {
    JobStage.WAITING: OFF,
    JobStage.PRINTING: OFF,
    JobStage.DONE: OK,
    JobStage.CANCELLED: WARN,
    JobStage.FAILED: FAULT,
}


def printer_mark(printer: Printer) -> str:
    """The silhouette of a printer's state."""
    return _PRINTER_MARKS[printer.state]


def printer_words(printer: Printer) -> str:
    """A printer's state, with the print system's reason behind it."""
    say = QCoreApplication.translate
    words = {
        PrinterState.READY: say("Printer", "ready"),
        PrinterState.STOPPED: say("Printer", "stopped, jobs wait"),
        PrinterState.REFUSING: say("Printer", "takes no jobs now"),
        PrinterState.MISSING: say("Printer", "no longer there"),
    }[printer.state]
    return with_reason(words, printer.reason)


def job_mark(state: JobState) -> str:
    """The silhouette of a job's state."""
    return _JOB_MARKS[state.stage]


def job_words(job: PrintJob, state: JobState) -> str:
    """How a job is, with the print system's reason behind it."""
    say = QCoreApplication.translate
    words = {
        JobStage.WAITING: say("Printer", "Accepted as {job}; waits for {printer}"),
        JobStage.PRINTING: say("Printer", "Accepted as {job}; {printer} is printing"),
        JobStage.DONE: say("Printer", "{job} went to {printer} completely"),
        JobStage.CANCELLED: say("Printer", "{job} was cancelled at {printer}"),
        JobStage.FAILED: say("Printer", "{printer} gave {job} up"),
    }[state.stage]
    return with_reason(words.format(job=job.id, printer=job.printer), state.reason)


def with_reason(words: str, reason: str) -> str:
    """Words with a reason behind them, where there is one."""
    return f"{words}: {reason}" if reason else words
