"""The scanner's lamp: when the last scan came, or why none can come now.

A scanner that types cannot be detected, but whether its keys would arrive is known.
"""

from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow

from checkin.gui.status_line import StatusLine


class ScannerLamp(QObject):
    """Follows whether a window of ours has the keys, whichever it is."""

    def __init__(self, status: StatusLine) -> None:
        super().__init__(status)
        self._status = status
        self._last: datetime | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101
        application.focusWindowChanged.connect(self._follow)

    def scanned(self, at: object) -> None:
        """A scan came."""
        if isinstance(at, datetime):
            self._last = at
            self._status.show_scan(at)

    def take_over(self, before: "ScannerLamp") -> None:
        """Remembers what another window on the same meeting saw."""
        self._last = before._last
        self._status.show_scan(self._last)

    def show_alphabet(self, words: str) -> None:
        """Says that scans come and cannot be read."""
        self._status.show_unreadable(words)

    def _follow(self, window: QWindow | None) -> None:
        """Another program, or a dialog of the system, takes the keys or gives them back."""
        if window:
            self._status.show_scan(self._last)
        else:
            self._status.show_paused(self.tr("paused, another window has the keys"))
