"""The way of one list into the meeting: read beside, planned beside, applied in short steps.

Nothing is written before `apply`, and all or nothing of it then.
"""

from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.delegate import Delegate
from checkin.domain.list_plan import ListPlan, plan
from checkin.domain.listing import DelegateList
from checkin.domain.outcome import Change, Progress
from checkin.domain.refused import Refused
from checkin.domain.text import shortened
from checkin.gui.desk import Desk
from checkin.gui.switchboard import Notice
from checkin.gui.tasks import Job
from checkin.services.lists import Imported, Stand

PATIENCE = 400  # milliseconds before anything is said of work under way
_LONGEST_NAME = 60


class Stage(Enum):
    """Where a list is on its way."""

    NONE = auto()
    READING = auto()
    PLANNING = auto()
    READY = auto()
    APPLYING = auto()
    UNREADABLE = auto()


class Intake(QObject):
    """At most one list at a time; `moved` is emitted whenever there is something else to show."""

    moved = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._board = desk, desk.switchboard
        self.stage, self.path = Stage.NONE, Path()
        self.encoding: str | None = None
        self.listed: DelegateList | None = None
        self.imported: Imported | None = None
        self.trouble: Refused | None = None
        self.progress = Progress(0, 0)
        self.slow = self.shown = False
        self._job: Job | None = None
        self._asked = False
        self._stand: Stand | None = None
        self._known: list[Delegate] = []
        self._parts: Iterator[list[Delegate]] = iter(())
        self._gather = QTimer(self, interval=0)
        self._gather.timeout.connect(self._take_part)
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self.patience.timeout.connect(self._say_slow)
        self._board.work.progressed.connect(self._tell)
        self._board.work.ended.connect(self._let_go)
        self._board.changed.connect(self._changed)

    @property
    def name(self) -> str:
        """The list's file, fit for the screen."""
        return shortened(self.path.name, _LONGEST_NAME)

    @property
    def new(self) -> int:
        """How many people would come onto the list, or come."""
        return len(self.imported.plan.new) if self.imported else 0

    def offer(self, path: Path, sheet: str | None = None, encoding: str | None = None) -> None:
        """Reads a list, instead of another that is not being applied yet."""
        if self.stage is Stage.APPLYING:
            name = shortened(path.name, _LONGEST_NAME)
            self.trouble = Refused("list_busy", name=name)
            self.moved.emit()
            return
        self._drop()
        self.path, self.encoding = path, encoding
        self.listed = self.imported = self.trouble = None
        self._asked = False
        self._wait(Stage.READING)
        lists = self._desk.services.lists
        self._job = self._board.tasks.start(
            lambda job: lists.read(path, sheet, encoding, told=job.step),
            self._was_read,
            self._not_read,
            self._tell,
        )

    def apply(self) -> None:
        """Takes everybody in who is new, if nothing else has the file."""
        if self.stage is not Stage.READY or self.imported is None or not self.imported.writes:
            return
        lists, imported = self._desk.services.lists, self.imported
        if not self._asked and lists.asks_first(imported.listed):
            self._asked = True
            self.trouble = Refused("list_over_open_day", rows=imported.listed.read)
            self.moved.emit()
            return
        self.trouble = None
        steps = lists.apply_in_steps(imported, self._desk.operator, confirmed=True)
        if self._board.work.begin(steps, self._applied, self._not_applied):
            self._wait(Stage.APPLYING)
            return
        self.trouble = Refused("file_busy")
        self.moved.emit()

    def cancel(self) -> None:
        """Lets go of the list; of one being applied nothing stays, and it is shown again."""
        if self.stage is not Stage.APPLYING:
            self._end()
            return
        self._board.work.cancel()
        words = self.tr("Cancelled: nothing of {name} was kept.").format(name=self.name)
        self._board.noticed.emit(Notice(words))

    def _was_read(self, listed: DelegateList) -> None:
        self.listed = listed
        self._plan_anew()

    def _not_read(self, refused: Refused) -> None:
        self.trouble = refused
        self._move(Stage.UNREADABLE)

    def _plan_anew(self) -> None:
        """Takes from the file who is known, in short reads, and then has it compared beside."""
        self._drop()
        self._stand, self._known, self._parts = None, [], self._desk.services.lists.known()
        self._move(Stage.PLANNING)
        self._gather.start()

    def _take_part(self) -> None:
        if self._board.work.running:
            return  # what it has written so far may not stay
        try:
            self._stand = self._stand or self._desk.services.lists.stand()
            self._known += next(self._parts)
        except StopIteration:
            self._gather.stop()
            self._plan()
        except Refused as refused:
            self._gather.stop()
            self._not_read(refused)

    def _plan(self) -> None:
        people, columns = (self.listed.people, self.listed.columns) if self.listed else ((), {})
        known, self._known = tuple(self._known), []
        self._job = self._board.tasks.start(
            lambda _: plan(people, known, columns), self._planned, self._not_read
        )

    def _planned(self, planned: ListPlan) -> None:
        if self.listed:
            lists = self._desk.services.lists
            self.imported = lists.compared(self.listed, planned, self._stand or ())
            self._move(Stage.READY)

    def _applied(self) -> None:
        imported, words = self.imported, self._taken_words()
        self._end()
        self._board.changed.emit(Change(everything=True))
        self._board.noticed.emit(Notice(words))
        self._board.list_taken.emit(imported)
        QTimer.singleShot(0, self, self._desk.services.tidy)

    def _not_applied(self, refused: Refused) -> None:
        """Says so, and compares again: the file is asked what it holds, not remembered."""
        self.trouble = refused
        self._plan_anew()

    def _taken_words(self) -> str:
        if not self.new:
            return self.tr("The changes of {name} were taken over.").format(name=self.name)
        if self.new == 1:
            return self.tr("1 person was added from {name}.").format(name=self.name)
        words = self.tr("{count} people were added from {name}.")
        return words.format(count=self.new, name=self.name)

    def _let_go(self) -> None:
        """The file is free again without the list in it: it was cancelled, or the program erred."""
        if self.stage is Stage.APPLYING:
            self._move(Stage.READY)

    def _changed(self, change: object) -> None:
        """People were mended meanwhile: who is new is found out again."""
        if not isinstance(change, Change) or self.stage not in (Stage.PLANNING, Stage.READY):
            return
        if change.everything or (change.delegates and not change.arrivals):
            self._plan_anew()

    def _tell(self, progress: Progress) -> None:
        if self.stage in (Stage.READING, Stage.APPLYING):
            self.progress = progress
            self.moved.emit()

    def _wait(self, stage: Stage) -> None:
        self.slow, self.progress = False, Progress(0, 0)
        self.patience.start()
        self._move(stage)

    def _say_slow(self) -> None:
        self.slow = True
        self._move(self.stage)

    def _move(self, stage: Stage) -> None:
        self.stage = stage
        waits = stage in (Stage.READING, Stage.PLANNING)
        self.shown = stage is not Stage.NONE and (self.shown or self.slow or not waits)
        if stage in (Stage.NONE, Stage.READY, Stage.UNREADABLE):
            self.slow = False
            self.patience.stop()
        self.moved.emit()

    def _end(self) -> None:
        self._drop()
        self.listed = self.imported = self.trouble = None
        self._move(Stage.NONE)

    def _drop(self) -> None:
        """Nobody waits any longer for what is read or compared."""
        self._gather.stop()
        self._known, self._parts = [], iter(())
        if self._job:
            self._job.cancel()
            self._job = None
