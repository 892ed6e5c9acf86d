"""A list compared with the meeting: who is known is read in short parts, the rest done beside."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from checkin.domain.delegate import Delegate
from checkin.domain.list_decisions import Decisions, Settled
from checkin.domain.list_plan import plan
from checkin.domain.listing import DelegateList
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.importing.deciding import still_fit
from checkin.gui.tasks import Job
from checkin.services.lists import Imported, Stand

Compared = tuple[Imported, Settled]


class Comparing(QObject):
    """Compares one list at a time; `done` gets what came of it, `failed` a refusal."""

    def __init__(
        self,
        desk: Desk,
        done: Callable[[Compared], object],
        failed: Callable[[Refused], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._done, self._failed = desk, done, failed
        self._listed: DelegateList | None = None
        self._decisions = Decisions()
        self._known: list[Delegate] = []
        self._parts: Iterator[list[Delegate]] = iter(())
        self._stand: Stand | None = None
        self._job: Job | None = None
        self._gather = QTimer(self, interval=0)
        self._gather.timeout.connect(self._take_part)

    def begin(self, listed: DelegateList, decisions: Decisions) -> None:
        """Compares, instead of anything else that is being compared."""
        self.drop()
        self._listed, self._decisions = listed, decisions
        self._stand, self._parts = None, self._desk.services.lists.known()
        self._gather.start()

    def drop(self) -> None:
        """Nobody waits for it any longer."""
        self._gather.stop()
        self._listed, self._known, self._parts = None, [], iter(())
        if self._job:
            self._job.cancel()
            self._job = None

    def _take_part(self) -> None:
        if self._desk.switchboard.work.running:
            return  # what it has written so far may not stay
        try:
            self._stand = self._stand or self._desk.services.lists.stand()
            self._known += next(self._parts)
        except StopIteration:
            self._gather.stop()
            self._compare()
        except Refused as refused:
            self._gather.stop()
            self._failed(refused)

    def _compare(self) -> None:
        listed, known, before = self._listed, self._known, self._decisions
        stand = self._stand or ()
        if listed is None:
            return
        self._known = []
        lists = self._desk.services.lists

        def compare(job: Job) -> Compared:
            planned = plan(listed.people, known, listed.columns, told=job.step)
            imported = lists.compared(listed, planned, stand)
            imported = imported.decided(still_fit(before, planned))
            return imported, imported.settled

        self._job = self._desk.switchboard.tasks.start(compare, self._done, self._failed)
