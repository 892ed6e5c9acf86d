"""How many badges are on paper: in the head of the page and in the navigation."""

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.outcome import Change
from checkin.gui.desk import Desk
from checkin.gui.switchboard import Count

PAGE = "badges"


class Numbers(QObject):
    """`counted` carries the `BadgeCounts` of now; they follow whichever page is in front."""

    counted = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.count)
        desk.switchboard.changed.connect(self._changed)

    def _changed(self, change: object) -> None:
        if isinstance(change, Change) and concerns_badges(change):
            self._later.start()

    def count(self) -> None:
        """Counts at once."""
        counts = self._desk.services.badges.counts()
        waiting = counts.unprinted + counts.outdated
        many = self.tr("{count} badges to print").format(count=waiting)
        meaning = self.tr("1 badge to print") if waiting == 1 else many
        self._desk.switchboard.counted.emit(Count(PAGE, waiting, meaning))
        self.counted.emit(counts)


def concerns_badges(change: Change) -> bool:
    """Whether a change may have moved what is printed, or what ought to be."""
    return bool(change.badges or change.delegates or change.everything)
