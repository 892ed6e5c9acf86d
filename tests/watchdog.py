"""How long the window's event loop was held, step by step."""

from collections import defaultdict
from time import perf_counter

from PySide6.QtCore import QObject, QTimer


class Watchdog(QObject):
    """Beats whenever the loop is free; what lies between two beats held everything else up.

    It keeps the loop busy while it runs, so that every wait is seen; the longest holds are kept
    in seconds by the name of the step that was under way.
    """

    KEPT = 5

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.longest: dict[str, list[float]] = defaultdict(list)
        self.beats: dict[str, int] = defaultdict(int)
        self._step, self._last = "", 0.0
        self._heart = QTimer(self, interval=0)
        self._heart.timeout.connect(self._beat)

    def watch(self, step: str) -> None:
        """Counts for another step from now on."""
        self._note()
        self._step, self._last = step, perf_counter()
        self._heart.start()

    def stop(self) -> None:
        """Watches no longer."""
        self._note()
        self._heart.stop()
        self._step = ""

    def _beat(self) -> None:
        self._note()
        self._last = perf_counter()

    def _note(self) -> None:
        if not self._step:
            return
        self.beats[self._step] += 1
        held = [*self.longest[self._step], perf_counter() - self._last]
        self.longest[self._step] = sorted(held, reverse=True)[: self.KEPT]

    def lines(self) -> list[str]:
        """The steps in order, each with its longest holds in milliseconds."""
        return [
            f"{step:44s} {'  '.join(f'{seconds * 1e3:6.1f}' for seconds in longest)}"
            for step, longest in self.longest.items()
        ]
