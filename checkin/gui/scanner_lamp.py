"""The scanner's lamp: when the last scan came, or why none can come now.

A scanner that types cannot be detected, but whether its keys would arrive is known.
"""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject

from checkin.gui.page_stack import PageStack
from checkin.gui.status_line import StatusLine


class ScannerLamp(QObject):
    """Follows which page of a stack is in front, and whether its window has the keys."""

    def __init__(self, status: StatusLine, stack: PageStack, desk_page: str) -> None:
        super().__init__(stack)
        self._status, self._stack, self._desk_page = status, stack, desk_page
        self._last: datetime | None = None
        stack.shown.connect(lambda _: self._show())
        stack.installEventFilter(self)

    def scanned(self, at: object) -> None:
        """A scan came."""
        if isinstance(at, datetime):
            self._last = at
            self._status.show_scan(at)

    def take_over(self, before: "ScannerLamp") -> None:
        """Remembers what another window on the same meeting saw."""
        self._last = before._last

    def _show(self) -> None:
        stack = self._stack
        if stack.front not in ("", self._desk_page):
            self._status.show_paused(self.tr("paused, open Reception"))
        elif stack.isVisible() and not stack.isActiveWindow():
            self._status.show_paused(self.tr("paused, another window has the keys"))
        else:
            self._status.show_scan(self._last)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A dialog, or another program, takes the keys or gives them back."""
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate):
            self._show()
        return super().eventFilter(watched, event)
