"""What organisers do with those whom they await: mark the heads, put away who came."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from checkin.domain.outcome import NOTHING, Outcome
from checkin.domain.refused import Refused
from checkin.gui.attendance.awaited_band import AwaitedBand
from checkin.gui.desk import Desk
from checkin.gui.kit.notices import Trouble
from checkin.gui.switchboard import Notice
from checkin.services.delegations import names_of, written

Does = Callable[[], Outcome[Any]]


class Awaiting(QObject):
    """Reads what the band shows; each act is told to everybody and can be taken back."""

    def __init__(self, desk: Desk, trouble: Trouble) -> None:
        super().__init__(trouble)
        self._desk, self._trouble = desk, trouble
        self.band = AwaitedBand(desk)
        self.band.put_away.connect(self.put_away)

    def read(self, day: date) -> None:
        """Shows who is awaited on a day; where the file cannot be read the page says so."""
        desk = self._desk
        try:
            awaited = desk.services.awaiting.on(day, desk.operator)
        except Refused:
            return
        come = [one.delegate for one in awaited.news]
        known = names_of(map(written, come), desk.wording.language)
        self.band.show_awaited(awaited, {one.id: known[written(one)].name for one in come})

    def put_away(self, come: object) -> None:
        """Says that somebody saw who came."""
        if not isinstance(come, tuple):
            return
        name = come[0].delegate.name if len(come) == 1 else ""
        many = self.tr("Seen: {count} arrivals").format(count=len(come))
        said = self.tr("Seen: {name}").format(name=name) if name else many
        awaiting, operator = self._desk.services.awaiting, self._desk.operator
        self._do(partial(awaiting.put_away, come, operator), said)

    def await_heads(self) -> None:
        """Marks all heads of delegation."""
        awaiting, operator = self._desk.services.awaiting, self._desk.operator
        words = self.tr("All heads of delegation are announced as they arrive.")
        self._do(partial(awaiting.await_heads, operator), words)

    def _do(self, does: Does, words: str) -> None:
        try:
            done = does()
        except Refused as refused:
            self._trouble.say(self._desk.sentence(refused))
            return
        if done.change != NOTHING:
            self._desk.switchboard.changed.emit(done.change)
            self._desk.switchboard.noticed.emit(Notice(words, done.undo))
