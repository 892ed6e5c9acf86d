"""The mark on the rail: somebody who was awaited came, and nobody saw that yet."""

from PySide6.QtCore import QTimer

from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.page_stack import PageStack
from checkin.gui.switchboard import Count

ATTENDANCE = "attendance"


class Watching(QTimer):
    """Looks after every change, in a turn of its own, once all pages are there."""

    def __init__(self, desk: Desk, stack: PageStack) -> None:
        super().__init__(stack, singleShot=True, interval=0)
        self._desk, self._begun = desk, False
        self.timeout.connect(self._look)
        stack.complete.connect(self._begin)
        desk.switchboard.changed.connect(self._follow)
        desk.switchboard.work.ended.connect(self._follow)

    def _begin(self) -> None:
        self._begun = True
        self.start()

    def _follow(self) -> None:
        if self._begun:
            self.start()

    def _look(self) -> None:
        """Half a list may be in the file while longer work is under way."""
        board, services = self._desk.switchboard, self._desk.services
        if board.work.running or board.tasks.stopped:
            return
        day, count = services.reception.today(), 0
        try:
            count = len(services.awaiting.on(day, self._desk.operator).news) if day else 0
        except Refused:
            return  # the page says why, to whoever opens it
        words = self.tr("awaited people who arrived and were not seen: {count}")
        board.counted.emit(Count(ATTENDANCE, count, words.format(count=count)))
