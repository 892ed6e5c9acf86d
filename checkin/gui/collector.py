"""Garbage is collected between two events of the window's own thread, and nowhere else.

Python's collector runs wherever the next object is made. While Qt's list of all windows becomes a
list of Python's it deleted one of them, which ended the process; in a worker it would delete
widgets and timers.
"""

import gc
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_LONG_S = 0.02  # what is looked at longer than this, stands, and is not looked at again


class Collector(QObject):
    """Does from time to time, by Python's own thresholds, what Python does by itself elsewhere."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Collects from now on; what there is stands, and no scan waits for a look at it."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def look(self) -> None:
        """Looks at what is due."""
        made, young, middle = gc.get_count()
        most, most_young, most_middle = gc.get_threshold()
        if made < most:
            return
        if young < most_young:
            gc.collect(0)
        elif middle < most_middle:
            gc.collect(1)
        else:
            self._collect_all()

    def _collect_all(self) -> None:
        started = perf_counter()
        gc.collect()
        if perf_counter() - started > _LONG_S:
            gc.freeze()
