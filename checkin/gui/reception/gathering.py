"""Everybody is made ready to be searched a little at a time, so that no scan waits for it."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.refused import Refused
from checkin.gui.desk import Desk

_AFTER_MS = 1500  # the first scans go before
_AT_A_TURN = 0.004  # seconds


class Gathering(QObject):
    """`done` says that from now on typing errors are forgiven too."""

    done = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._steps: Iterator[None] | None = None
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._turn)
        self._later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._later.timeout.connect(self.start)
        self._later.start()

    @property
    def running(self) -> bool:
        """Whether people are still being made ready."""
        return self._turns.isActive()

    def start(self) -> None:
        """Goes on where it is, or begins; whoever is ready already costs next to nothing."""
        self._later.stop()
        if not self._turns.isActive():
            self._turns.start()

    def _turn(self) -> None:
        if self._desk.switchboard.work.running:  # it has the file; its end begins this anew
            self._leave()
            return
        try:
            ended = self._step()
        except Refused:  # what cannot be read is found by beginnings alone, or said elsewhere
            self._leave()
            return
        if ended:
            self._leave()
            self.done.emit()

    def _step(self) -> bool:
        if self._steps is None:
            self._steps = self._desk.services.searched.steps()
        until = perf_counter() + _AT_A_TURN
        while perf_counter() < until:
            if next(self._steps, self._steps) is self._steps:
                return True
        return False

    def _leave(self) -> None:
        self._steps = None
        self._turns.stop()
