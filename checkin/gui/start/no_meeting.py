"""A scan while no meeting is open: said in place, and nothing else happens."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from checkin.gui.kit.notices import Trouble


class NoMeeting(QObject):
    """Takes scans in the stead of a meeting's window; `where` is the place to say so now."""

    def __init__(self, where: Callable[[], Trouble], parent: QObject) -> None:
        super().__init__(parent)
        self._where = where

    def take(self, _: str) -> None:
        """Says what to do first."""
        words = self.tr("A badge was scanned and not recorded. Open its meeting first.")
        self._where().warn(words)

    def refuse(self, alphabet: str) -> None:
        """The same where the keyboard's layout made the scan unreadable."""
        self.take(alphabet)
