"""The scanners of the application: what they send goes to whatever window is shown."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from checkin.gui.front import Front
from checkin.gui.scanning.wedge import Wedge


class TakesScans(Protocol):
    """The `scans` of a window."""

    def take(self, text: str) -> None:
        """A scan came."""

    def refuse(self, alphabet: str) -> None:
        """A scan came that the keyboard's alphabet made unreadable."""


class Scanners(QObject):
    """Watches from now on; what is shown by a front has `scans`.

    The front is asked for and never kept: a child that holds its parent alive takes it along
    when it goes, and the parent then deletes the child a second time.
    """

    def __init__(self, application: QApplication, front: Front) -> None:
        super().__init__(front)
        self.wedge = Wedge(application, self)
        self.wedge.scanned.connect(self.take)
        self.wedge.unreadable.connect(self.refuse)

    @property
    def _taker(self) -> TakesScans | None:
        front = self.parent()
        return getattr(front.shown, "scans", None) if isinstance(front, Front) else None

    def take(self, text: str) -> None:
        """A scan came, from a scanner of any kind."""
        if taker := self._taker:
            taker.take(text)

    def refuse(self, alphabet: str) -> None:
        """A scan came that the keyboard's layout made unreadable."""
        if taker := self._taker:
            taker.refuse(alphabet)
