"""A page built in short steps between the window's events, so that no scan waits for it."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack

from PySide6.QtCore import QObject, QTimer

Step = Callable[[], object]


class Building(QObject):
    """Does one step a turn; `finish` does the rest at once, for whoever looks now."""

    def __init__(self, steps: Sequence[Step], parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(steps)
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self.step)
        if self._left:
            self._turns.start()

    @property
    def done(self) -> bool:
        """Whether all is built."""
        return not self._left

    def step(self) -> None:
        """Does the next step, if there is one; one that fails is tried again by `finish` alone."""
        self._turns.stop()
        if self._left:
            with ExitStack() as failed:
                step = self._left.pop(0)
                failed.callback(self._left.insert, 0, step)
                step()
                failed.pop_all()
        if self._left:
            self._turns.start()

    def finish(self) -> None:
        """Does all that is left."""
        while self._left:
            self.step()
