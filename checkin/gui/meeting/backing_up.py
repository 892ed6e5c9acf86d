"""A backup made beside the window: only the copying itself is done by the window's own thread,

and that in a quiet moment, when nothing else has the file and no scan came just now.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.tasks import Cancelled, Job

_QUIET = 3.0  # seconds without a scan
_AGAIN_MS = 200
_LOOK = 0.05  # seconds between two looks whether anybody still waits


@dataclass(slots=True)
class _Turn:
    """Something that the window's own thread is asked to do, and what came of it."""

    job: Job
    does: Callable[[], str]
    done: Event = field(default_factory=Event)
    value: str = ""
    refused: Refused | None = None


class BackingUp(QObject):
    """Makes one backup at a time."""

    _asked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._scanned_at = -_QUIET
        self._asked.connect(self._take, Qt.ConnectionType.QueuedConnection)
        desk.switchboard.scanned.connect(self._scanned)

    def begin(
        self,
        folder: Path,
        done: Callable[[Path], object],
        failed: Callable[[Refused], object],
    ) -> None:
        """Begins; `done` is told where the verified copy stands."""
        try:
            make = self._desk.services.care.back_up_beside(folder, self._desk.operator)
        except Refused as refused:
            failed(refused)
            return

        def work(job: Job) -> Path:
            return make(lambda does: self._ask(job, does))

        self._desk.switchboard.tasks.start(work, done, failed)

    def _ask(self, job: Job, does: Callable[[], str]) -> str:
        """Called by the worker: waits until the window's own thread has done it."""
        turn = _Turn(job, does)
        self._asked.emit(turn)
        while not turn.done.wait(_LOOK):
            if job.cancelled:
                raise Cancelled
        if turn.refused:
            raise turn.refused
        return turn.value

    def _take(self, turn: _Turn) -> None:
        if turn.job.cancelled:
            return
        quiet = monotonic() - self._scanned_at >= _QUIET
        if self._desk.switchboard.work.running or not quiet:
            QTimer.singleShot(_AGAIN_MS, self, lambda: self._take(turn))
            return
        turn.refused = Refused("program_fault")  # for the worker, who must not wait for ever
        try:
            turn.value = turn.does()
            turn.refused = None
        except Refused as refused:
            turn.refused = refused
        finally:
            turn.done.set()

    def _scanned(self, _: object) -> None:
        self._scanned_at = monotonic()
