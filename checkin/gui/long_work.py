"""One long transaction on the meeting file, taken in short steps between the window's events."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.outcome import Progress
from checkin.domain.refused import Refused

Steps = Generator[Progress, None, None]


@dataclass(frozen=True, slots=True)
class _Work:
    steps: Steps
    done: Callable[[], object]
    failed: Callable[[Refused], object]


class LongWork(QObject):
    """`ended` is emitted when the file is free again; scans that waited are recorded then."""

    progressed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: _Work | None = None
        self.loss = ""
        self._pump = QTimer(self, interval=0)
        self._pump.timeout.connect(self._step)

    @property
    def running(self) -> bool:
        """Whether the file is taken."""
        return self._work is not None

    def begin(
        self,
        steps: Steps,
        done: Callable[[], object],
        failed: Callable[[Refused], object],
        loss: str = "",
    ) -> bool:
        """Begins, unless something else has the file; whether it began.

        `loss` says what would be lost if the window closed meanwhile.
        """
        if self._work:
            return False
        self._work, self.loss = _Work(steps, done, failed), loss
        self._pump.start()
        return True

    def cancel(self) -> None:
        """Drops what runs: nothing of it stays in the file."""
        work = self._end()
        if work:
            work.steps.close()
            self.ended.emit()

    def _end(self) -> _Work | None:
        self._pump.stop()
        work, self._work = self._work, None
        return work

    def _step(self) -> None:
        work = self._work
        if work is None:
            return
        how: Callable[[], object] | None
        how = partial(work.failed, Refused("program_fault"))  # nobody waits for ever
        try:
            self.progressed.emit(next(work.steps))
            how = None
        except StopIteration:
            how = work.done
        except Refused as refused:
            how = partial(work.failed, refused)
        finally:
            if how:
                self._end()
                self._tell(how)

    def _tell(self, how: Callable[[], object]) -> None:
        """Whatever goes wrong in the telling, the file is free again and scans go on."""
        try:
            how()
        finally:
            self.ended.emit()
