"""Badges that are on paper count as printed, in the file, between two scans and never without."""

from collections.abc import Callable, Generator
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.domain.badge_face import BadgeFace
from checkin.domain.outcome import Change, Progress
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.services.badges import BadgeJob

Told = Callable[[int], object]


class Counting(QObject):
    """Records jobs one after the other; where the file is taken, as soon as it is free.

    `refused` carries the `Refused` of a record that failed; `retry` tries it again.
    """

    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[tuple[BadgeJob, Told]] = []
        self._busy = self._held = False
        desk.switchboard.work.ended.connect(self._free)

    @property
    def waiting(self) -> bool:
        """Whether something on paper does not count as printed yet."""
        return bool(self._waiting)

    def count(self, job: BadgeJob, told: Told) -> None:
        """Counts the badges of a job as printed; `told` hears how many of them do."""
        self._waiting.append((job, told))
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
        current = self._desk.services.badges.still_right(self._waiting[0][0])
        self._busy = work.begin(
            self._steps(current), partial(self._counted, current), self._refused
        )

    def _steps(self, faces: tuple[BadgeFace, ...]) -> Generator[Progress, None, None]:
        yield from self._desk.services.badges.printed_in_steps(faces, self._desk.operator)

    def _counted(self, faces: tuple[BadgeFace, ...]) -> None:
        self._busy = False
        _, told = self._waiting.pop(0)
        board = self._desk.switchboard
        board.changed.emit(Change(badges=frozenset(face.token for face in faces)))
        told(len(faces))

    def _refused(self, refused: Refused) -> None:
        self._busy, self._held = False, True
        self.refused.emit(refused)
