"""The way of one list into the meeting: read beside, planned beside, applied in short steps.

Nothing is written before `apply`, and all or nothing of it then.
"""

from dataclasses import replace
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.list_decisions import UNDECIDED, Decisions, Settled
from checkin.domain.listing import DelegateList, ListOptions
from checkin.domain.outcome import Change, Progress
from checkin.domain.refused import Refused
from checkin.domain.text import shortened
from checkin.gui.desk import Desk
from checkin.gui.importing.coming import Coming, coming_of, done
from checkin.gui.importing.comparing import Compared, Comparing
from checkin.gui.importing.deciding import rows_of
from checkin.gui.importing.remembering import remember, remembered
from checkin.gui.switchboard import Notice
from checkin.gui.tasks import Job
from checkin.services.lists import Imported

TO_BE_SEEN = ListOptions(nameless=True)
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


WAITING = (Stage.READING, Stage.PLANNING, Stage.APPLYING)


class Intake(QObject):
    """At most one list at a time; `moved` is emitted whenever there is something else to show."""

    moved = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._board = desk, desk.switchboard
        self.stage, self.path = Stage.NONE, Path()
        self.options, self.decisions = TO_BE_SEEN, UNDECIDED
        self.listed: DelegateList | None = None
        self.seen: DelegateList | None = None  # the list, or its beginning while it is read
        self.imported: Imported | None = None
        self.settled: Settled | None = None
        self.trouble: Refused | None = None
        self.progress = Progress(0, 0)
        self.slow = self.shown = False
        self._job: Job | None = None
        self._before: tuple[object, Decisions] | None = None  # of which rows, and what was decided
        self._comparing = Comparing(desk, self._compared, self._not_read, self)
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self.patience.timeout.connect(self._say_slow)
        self._board.work.progressed.connect(self._progressed)
        self._board.work.ended.connect(self._let_go)
        self._board.changed.connect(self._changed)

    @property
    def name(self) -> str:
        """The list's file, fit for the screen."""
        return shortened(self.path.name, _LONGEST_NAME)

    @property
    def coming(self) -> Coming:
        """How many people the list would add, change, mark."""
        return coming_of(self.settled)

    @property
    def writes(self) -> bool:
        """Whether taking the list in would do anything to anybody."""
        return self.settled is not None and self.settled.facts > 0

    def offer(self, path: Path, options: ListOptions = TO_BE_SEEN) -> None:
        """Reads a list, instead of another that is not being applied yet."""
        if self.stage is Stage.APPLYING:
            name = shortened(path.name, _LONGEST_NAME)
            self.trouble = Refused("list_busy", name=name)
            self.moved.emit()
            return
        self._drop()
        self.path = path
        self.options = replace(options, remembered=remembered(self._desk.preferences))
        self.listed = self.imported = self.settled = self.trouble = self.seen = None
        self.decisions, self._before = UNDECIDED, None
        self._wait(Stage.READING)
        lists, asked = self._desk.services.lists, self.options
        self._job = self._board.tasks.start(
            lambda job: lists.read(path, asked, told=job.step, glimpsed=job.show),
            self._was_read,
            self._not_read,
            self._tell,
        )

    def read_again(self, options: ListOptions) -> None:
        """Reads the same list otherwise; what was decided stays while its rows are the same."""
        before = (rows_of(self.listed), self.decisions) if self.listed else None
        self.offer(self.path, options)
        self._before = before

    def decide(self, decisions: object) -> None:
        """Other decisions about the same plan."""
        if isinstance(decisions, Decisions) and self.imported and self.stage is Stage.READY:
            self.decisions = decisions
            self.imported = self.imported.decided(decisions)
            self.settled = self.imported.settled
            self.moved.emit()

    def apply(self, confirmed: bool = False) -> None:
        """Takes the list in as it is decided, if nothing else has the file."""
        if self.stage is not Stage.READY or self.imported is None or not self.writes:
            return
        lists, imported = self._desk.services.lists, self.imported
        if not confirmed and lists.asks_first(imported.listed):
            self.trouble = Refused("list_over_open_day", rows=imported.listed.read)
            self.moved.emit()
            return
        self.trouble = None
        steps = lists.apply_in_steps(imported, self._desk.operator, confirmed=True)
        loss = self.tr("A list is being taken in. If the window closes now, nothing of it is kept.")
        if self._board.work.begin(steps, self._applied, self._not_applied, loss):
            self._wait(Stage.APPLYING)
            return
        self.trouble = Refused("file_busy")
        self.moved.emit()

    def cancel(self) -> None:
        """Lets go of the list; of one being applied nothing stays, and it is shown again."""
        if self.stage is not Stage.APPLYING:
            self._end()
            return
        self.trouble = None
        self._board.work.cancel()
        words = self.tr("Cancelled: nothing of {name} was kept.").format(name=self.name)
        self._board.noticed.emit(Notice(words))

    def _was_read(self, listed: DelegateList) -> None:
        self.listed = self.seen = listed
        if self._before and self._before[0] == rows_of(listed):
            self.decisions = self._before[1]
        self._plan_anew()

    def _not_read(self, refused: Refused) -> None:
        self.trouble = refused
        self._move(Stage.UNREADABLE)

    def _plan_anew(self) -> None:
        """Has the list compared with what the file holds now."""
        self._drop()
        if self.listed:
            self._move(Stage.PLANNING)
            self._comparing.begin(self.listed, self.decisions)

    def _compared(self, compared: Compared) -> None:
        self.imported, self.settled = compared
        self.seen, self.decisions = self.imported.listed, self.imported.decisions
        self._move(Stage.READY)

    def _applied(self) -> None:
        """The turn of the commit is over before the pages read everybody anew."""
        words = done(self.coming, self.name)
        QTimer.singleShot(0, self, partial(self._say_applied, self.imported, words))
        if self.listed:
            remember(self._desk.preferences, self.listed.understood, self.options.mapping)
        self._end()

    def _say_applied(self, imported: Imported | None, words: str) -> None:
        if self._board.tasks.stopped:
            return  # the window closed in between: it is in the file, and nobody is there to hear
        self._board.changed.emit(Change(everything=True))
        self._board.noticed.emit(Notice(words, act=imported.act if imported else ""))
        self._board.list_taken.emit(imported)
        QTimer.singleShot(0, self, self._desk.services.tidy)

    def _not_applied(self, refused: Refused) -> None:
        """Says so, and compares again: the file is asked what it holds, not remembered."""
        self.trouble = refused
        self._plan_anew()

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

    def _progressed(self, progress: Progress) -> None:
        """The file's own work went on: the list's, while it is applied."""
        if self.stage is Stage.APPLYING:
            self.progress = progress
            self.moved.emit()

    def _tell(self, so_far: object) -> None:
        """How far it is read, or the beginning of a long list, which is shown at once."""
        if self.stage is not Stage.READING:
            return
        if isinstance(so_far, Progress):
            self.progress = so_far
        elif isinstance(so_far, DelegateList):
            self.seen, self.shown = so_far, True
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
        self.listed = self.imported = self.settled = self.trouble = self.seen = None
        self._move(Stage.NONE)

    def _drop(self) -> None:
        """Nobody waits any longer for what is read or compared."""
        self._comparing.drop()
        if self._job:
            self._job.cancel()
            self._job = None
