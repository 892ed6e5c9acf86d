"""The PDF of the badges that are chosen: made anew beside the window whenever the choice moves."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.printing import PageSize
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.paper.page_view import Place
from checkin.gui.tasks import Job
from checkin.services import badges, printing
from checkin.services.badges import BadgeChoice, BadgeJob, MadeBadges

_SETTLED_MS = 80  # a choice that moves on within this time is not made
_BREATH = 24  # badges between two words about how far it is


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF of badges, what it was made of, and the sizes of its pages."""

    job: BadgeJob
    made: MadeBadges
    sizes: tuple[PageSize, ...]

    def place_of(self, delegate_id: str) -> Place | None:
        """Where somebody's badge stands, and whether there is something to look at."""
        warned = any(one.delegate_id == delegate_id for one in self.made.printed.warnings)
        for one in self.made.places:
            if one.delegate_id == delegate_id:
                return Place(one.page, one.x, one.y, one.width, one.height, warned)
        return None


class Making(QObject):
    """`made` carries a `Paper`, `refused` a `Refused`, `progressed` a `Progress`.

    Only the latest choice is made; `begun` follows once one is under way.
    """

    begun = Signal()
    made = Signal(object)
    refused = Signal(object)
    progressed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._choice = BadgeChoice()
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._begin)

    @property
    def running(self) -> bool:
        """Whether one is being made, or will be at once."""
        return self._job is not None or self._settled.isActive()

    def want(self, choice: BadgeChoice) -> None:
        """Makes these badges, unless another choice follows at once."""
        self.cancel()
        self._choice = choice
        self._settled.start()

    def cancel(self) -> None:
        """Makes nothing."""
        self._settled.stop()
        if self._job:
            self._job.cancel()
            self._job = None

    def _begin(self) -> None:
        try:
            job = self._desk.services.badges.prepare(self._choice, self._desk.operator)
        except Refused as refused:
            self.refused.emit(refused)
            return
        tasks = self._desk.switchboard.tasks
        self._job = tasks.start(_work(job), self._done, self._failed, self.progressed.emit)
        self.begun.emit()

    def _done(self, paper: Paper) -> None:
        self._job = None
        self.made.emit(paper)

    def _failed(self, refused: Refused) -> None:
        self._job = None
        self.refused.emit(refused)


def _work(job: BadgeJob) -> Callable[[Job], Paper]:
    def work(own: Job) -> Paper:
        told = 0

        def tell(done: int, total: int) -> None:
            nonlocal told
            if done >= told:
                own.step(done, total)
                told = done + _BREATH

        made = badges.make(job, tell)
        return Paper(job, made, printing.page_sizes(made.pdf))

    return work
