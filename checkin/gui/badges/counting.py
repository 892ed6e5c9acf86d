"""Badges that are on paper count as printed, in the file, between two scans and never without."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.domain.badge_face import BadgeFace
from checkin.domain.outcome import Change, Progress
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.services.badge_paper import SavedPaper
from checkin.services.badges import BadgeJob

Told = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class _Counted:
    """A job on paper, who hears that it counts, and the file where it was saved, if it was."""

    job: BadgeJob
    told: Told
    paper: SavedPaper | None


class Counting(QObject):
    """Records jobs one after the other; where the file is taken, as soon as it is free.

    `refused` carries the `Refused` of a record that failed; `retry` tries it again. Where its
    PDF was taken away again instead, nothing is left to record, and `taken_away` carries it.
    """

    refused = Signal(object)
    taken_away = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[_Counted] = []
        self._busy = self._held = False
        desk.switchboard.work.ended.connect(self._free)

    @property
    def waiting(self) -> bool:
        """Whether something on paper does not count as printed yet."""
        return bool(self._waiting)

    def count(self, job: BadgeJob, told: Told, paper: SavedPaper | None = None) -> None:
        """Counts the badges of a job as printed; `told` hears how many of them do.

        `paper` is the PDF that was saved of them, where none went to a printer.
        """
        self._waiting.append(_Counted(job, told, paper))
        if not self._held:
            self._record()

    def retry(self) -> None:
        """Records what waits."""
        self._held = False
        self._record()

    def _free(self) -> None:
        """The file is free again; what was refused waits until somebody tries again."""
        self._held = self._held or self._busy
        self._busy = False
        if not self._held:
            self._record()

    def _record(self) -> None:
        if self._busy or not self._waiting:
            return
        work = self._desk.switchboard.work
        job = self._waiting[0].job
        current = self._desk.services.badges.still_right(job)
        self._busy = work.begin(
            self._steps(job, current), partial(self._counted, current), self._refused
        )

    def _steps(
        self, job: BadgeJob, faces: tuple[BadgeFace, ...]
    ) -> Generator[Progress, None, None]:
        badges, operator = self._desk.services.badges, self._desk.operator
        yield from badges.printed_in_steps(job, faces, operator)

    def _counted(self, faces: tuple[BadgeFace, ...]) -> None:
        self._busy = False
        told = self._waiting.pop(0).told
        board = self._desk.switchboard
        board.changed.emit(Change(badges=frozenset(face.token for face in faces)))
        told(len(faces))

    def _refused(self, refused: Refused) -> None:
        self._busy, paper = False, self._waiting[0].paper
        said = self._desk.services.badges.not_counted(paper, refused) if paper else refused
        if paper and said is refused:
            self._waiting.pop(0)
            self.taken_away.emit(said)
            return
        self._held = True
        self.refused.emit(said)
