"""The print system of Linux and macOS by its own programs: it takes the PDF itself.

Every argument is bound to its letter (`-dNAME`), so that no name is taken for an option; the PDF
goes in by standard input, so that no file with people on it is left behind.
"""

import os
import re
import shutil
import subprocess

from checkin.documents.cups_jobs import state_of
from checkin.domain.printing import (
    JobStage,
    JobState,
    Printer,
    PrinterState,
    PrintJob,
    PrintOrder,
)
from checkin.domain.refused import Refused

ASKED_S, SENT_S = 5, 30  # seconds before a print system counts as silent

_ENDS = {7: JobStage.CANCELLED, 8: JobStage.FAILED, 9: JobStage.DONE}  # ipp_jstate_t
_ID = re.compile(r"request id is (\S+-\d+) ")
_ALERTS = re.compile(r"^\s+Alerts: (.*)$", re.MULTILINE)
_STATUS = re.compile(r"^\s+Status: (.*)$", re.MULTILINE)


def is_there() -> bool:
    """Whether this computer has the programs."""
    return bool(shutil.which("lp") and shutil.which("lpstat"))


def printers() -> tuple[Printer, ...]:
    """Every printer with its state, by name.

    Raises Refused `no_printer`, `no_print_system` or `no_answer`.
    """
    names = _ask("-e").split()
    if not names:
        running = "not running" not in _ask("-r")
        raise Refused("no_printer" if running else "no_answer")
    usual = _ask("-d").rpartition(": ")[2].strip()
    accepting, states = _ask("-a"), _ask("-p")
    return tuple(_printer(name, accepting, states, name == usual) for name in names)


def printer(name: str) -> Printer:
    """One printer as it is now."""
    found = {one.name: one for one in printers()}
    return found.get(name) or Printer(name, PrinterState.MISSING)


def send(pdf: bytes, order: PrintOrder) -> PrintJob:
    """Hands a PDF over; what comes back is what the print system accepted.

    Raises Refused `no_such_printer`, `printer_refused`, `print_uncertain`, `no_print_system` or
    `no_answer`.
    """
    now = printer(order.printer)
    if now.state is PrinterState.MISSING:
        raise Refused("no_such_printer", printer=order.printer)
    if now.state is PrinterState.REFUSING:
        raise Refused("printer_refused", printer=order.printer)
    try:
        done = _run(["lp", *_arguments(order)], SENT_S, pdf)
    except subprocess.TimeoutExpired:
        raise Refused("print_uncertain") from None
    found = _ID.search(done.stdout.decode("utf-8", "replace"))
    if done.returncode or not found:
        raise Refused("printer_refused", printer=order.printer)
    return PrintJob(order.printer, found[1])


def state(job: PrintJob) -> JobState:
    """How a job is; one that the print system has forgotten counts as done."""
    for which in ("not-completed", "completed"):
        listed = _ask("-l", "-W", which, f"-o{job.printer}")
        entry = _entry(listed, job.id)
        if entry and which == "completed":
            return _ended(job, entry)
        if entry:
            return _under_way(entry)
    return JobState(JobStage.DONE)


def _arguments(order: PrintOrder) -> list[str]:
    made = [f"-d{order.printer}", f"-n{order.copies}", f"-t{order.title}"]
    if order.size:
        size = order.size
        made.append(f"-omedia={size.paper or f'Custom.{size.width:.0f}x{size.height:.0f}mm'}")
    return [*made, "-oprint-scaling=none", "-"]


def _printer(name: str, accepting: str, states: str, usual: bool) -> Printer:
    reason = _stopped_because(name, states)
    if f"\n{name} not accepting" in f"\n{accepting}":
        return Printer(name, PrinterState.REFUSING, reason or "", usual)
    if reason is not None:
        return Printer(name, PrinterState.STOPPED, reason, usual)
    return Printer(name, usual=usual)


def _stopped_because(name: str, states: str) -> str | None:
    """The reason of a printer that was stopped, None for one that runs."""
    found = re.search(rf"^printer {re.escape(name)} disabled .*\n\s+(.*)$", states, re.MULTILINE)
    return found[1].strip() if found else None


def _entry(listed: str, job: str) -> str:
    """The lines of one job in a long listing."""
    found = re.search(rf"^{re.escape(job)} .*(?:\n[ \t].*)*", listed, re.MULTILINE)
    return found[0] if found else ""


def _under_way(entry: str) -> JobState:
    printing = "job-printing" in _first(_ALERTS, entry)
    return JobState(JobStage.PRINTING if printing else JobStage.WAITING, _first(_STATUS, entry))


def _ended(job: PrintJob, entry: str) -> JobState:
    """By what CUPS' library knows, else by the words of its program, which are often too few."""
    alerts, reason = _first(_ALERTS, entry), _first(_STATUS, entry)
    known = _ENDS.get(state_of(job.printer, int(job.id.rpartition("-")[2])) or 0)
    if known:
        return JobState(known, reason)
    if "cancel" in alerts:
        return JobState(JobStage.CANCELLED, reason)
    failed = "aborted" in alerts or "errors" in alerts
    return JobState(JobStage.FAILED if failed else JobStage.DONE, reason)


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1].strip() if found else ""


def _ask(*arguments: str) -> str:
    try:
        return _run(["lpstat", *arguments], ASKED_S).stdout.decode("utf-8", "replace")
    except subprocess.TimeoutExpired:
        raise Refused("no_answer") from None


def _run(
    command: list[str], seconds: float, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """One of the two programs, its answers in English, for so many seconds at most."""
    words = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}
    try:
        return subprocess.run(  # noqa: S603 -- a list of arguments, no shell
            command, input=given, capture_output=True, timeout=seconds, env=words, check=False
        )
    except FileNotFoundError:
        raise Refused("no_print_system") from None
