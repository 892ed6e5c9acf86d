"""Work that takes longer than a frame and touches no meeting file: done beside, told back here.

What is handed over are frozen values; the meeting file stays with the window's own thread.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from checkin.domain.outcome import Progress
from checkin.domain.refused import Refused

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

Value = TypeVar("Value")
_WORKERS = 2
_SWITCH_S = 0.0005  # the window gets its turn ten times sooner than Python gives it by itself


class Cancelled(Exception):
    """Ends work that nobody waits for any longer."""


class Job:
    """One piece of work under way: may be cancelled from here, tells progress from there."""

    def __init__(self, tell: Callable[["Job", object], None]) -> None:
        self._gone = Event()
        self._tell = tell

    def cancel(self) -> None:
        """Nobody waits for it any longer; it ends at its next `step`."""
        self._gone.set()

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for it any longer."""
        return self._gone.is_set()

    def step(self, done: int, total: int) -> None:
        """Called by the work now and then; raises Cancelled once nobody waits for it."""
        self.show(Progress(done, total))

    def show(self, found: object) -> None:
        """Shows what is found so far; raises Cancelled once nobody waits for it."""
        if self._gone.is_set():
            raise Cancelled
        self._tell(self, found)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Who is told how a job went."""

    done: Callable[[Any], object]
    failed: Callable[[Refused], object]
    told: Callable[[Any], object] | None


@dataclass(frozen=True, slots=True)
class _Said:
    """What a job says, on its way to the window's thread."""

    job: Job
    value: object = None
    so_far: object = None
    error: BaseException | None = None


class Tasks(QObject):
    """A few workers; everything they say arrives in the window's own thread, in order."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[Job, _Waiting] = {}
        self._workers: ThreadPoolExecutor | None = None
        self._stopped = False
        self._arrived.connect(self._told, Qt.ConnectionType.QueuedConnection)

    @property
    def stopped(self) -> bool:
        """Whether the window is closed, and nobody is there to be told."""
        return self._stopped

    @property
    def running(self) -> bool:
        """Whether anybody waits for anything."""
        return bool(self._waiting)

    def start(
        self,
        work: Callable[[Job], Value],
        done: Callable[[Value], object],
        failed: Callable[[Refused], object],
        told: Callable[[Any], object] | None = None,
    ) -> Job:
        """Does `work` beside the window; `done` gets its value, `failed` a refusal.

        `told` gets each `Progress` and whatever else the work shows on its way.

        Any other error is a fault of ours: `failed` hears of it as Refused("program_fault"), so
        that nobody waits for ever, and it is raised in the window's thread.
        """
        job = Job(self._tell)
        if self._stopped:  # the window is closed: nobody is there to be told
            job.cancel()
            return job
        self._waiting[job] = _Waiting(done, failed, told)
        self._pool().submit(self._work, job, work)
        return job

    def stop(self) -> None:
        """Cancels everything and waits until nothing runs any longer; nothing begins again."""
        self._stopped = True
        for job in self._waiting:
            job.cancel()
        self._waiting.clear()
        if self._workers:
            self._workers.shutdown(wait=True, cancel_futures=True)
            self._workers = None

    def _pool(self) -> "ThreadPoolExecutor":
        if self._workers is None:
            from concurrent.futures import ThreadPoolExecutor  # not needed at the start

            sys.setswitchinterval(_SWITCH_S)
            self._workers = ThreadPoolExecutor(_WORKERS, thread_name_prefix="checkin")
        return self._workers

    def _tell(self, job: Job, so_far: object) -> None:
        self._arrived.emit(_Said(job, so_far=so_far))

    def _work(self, job: Job, work: Callable[[Job], object]) -> None:
        try:
            job.step(0, 0)
            said = _Said(job, work(job))
        except BaseException as error:  # noqa: BLE001 -- raised again where the window can say it
            said = _Said(job, error=error)
        self._arrived.emit(said)

    def _told(self, said: _Said) -> None:
        waiting = self._waiting.get(said.job)
        if waiting is None or said.job.cancelled:
            self._waiting.pop(said.job, None)
            return
        if said.so_far is not None:
            begun = not isinstance(said.so_far, Progress) or said.so_far.total
            if waiting.told and begun:
                waiting.told(said.so_far)
            return
        del self._waiting[said.job]
        if isinstance(said.error, Refused):
            waiting.failed(said.error)
        elif said.error:
            try:
                waiting.failed(Refused("program_fault"))
            finally:
                raise said.error
        else:
            waiting.done(said.value)
