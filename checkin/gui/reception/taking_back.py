"""Ctrl+Z at the desk: the latest thing of all that was done, wherever it was done."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.reception.afterwards.afterwards import Afterwards
from checkin.gui.reception.last_arrivals import LastArrivals
from checkin.gui.reception.otherwise.otherwise import Otherwise
from checkin.gui.reception.showing import Showing
from checkin.gui.switchboard import Notice
from checkin.gui.undoing import Undoing


class DeskTakingBack(QObject):
    """`may_write` says in place why nothing may be written now."""

    def __init__(
        self,
        desk: Desk,
        showing: Showing,
        arrivals: LastArrivals,
        otherwise: Otherwise,
        afterwards: Afterwards,
        may_write: Callable[[bool], bool],
    ) -> None:
        super().__init__(arrivals)
        self._desk, self._showing, self._arrivals = desk, showing, arrivals
        self._otherwise, self._afterwards, self._may_write = otherwise, afterwards, may_write
        afterwards.confirmed.connect(self.arrival)

    def latest(self, elsewhere: Undoing) -> None:
        """Takes the latest act or arrival back, or the step of another page where that is newer."""
        self._arrivals.read()  # what came this moment may not be shown yet
        newest = self._arrivals.newest
        last = newest.arrival if newest else None
        if not self._may_write(True):
            return
        if elsewhere.moment >= self._otherwise.acts.moment(last):
            elsewhere.take_back()
            return
        taken = self._otherwise.undo_latest(last)
        if taken:
            self._showing.rest()
            said = self.tr("Taken back: {what}").format(what=taken)
            self._desk.switchboard.noticed.emit(Notice(said))
        elif last:
            self._afterwards.take_back(last.id)

    def arrival(self, arrival_id: str) -> None:
        """Takes an arrival back; a card that says it was recorded goes with it."""
        if not self._may_write(True):
            return
        try:
            outcome = self._afterwards.undone(arrival_id)
        except Refused as refused:
            self._otherwise.troubled.emit(self._desk.sentence(refused))
            return
        self._otherwise.acts.forget(arrival_id)
        answer = self._showing.answer
        if answer and answer.arrival and answer.arrival.id == arrival_id:
            self._showing.rest()
        self._afterwards.tell(outcome)
