"""Frames read beside the window: one at a time, the newest wins; the card before the picture."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from checkin.domain.refused import Refused
from checkin.gui.camera.frames import codes_in, picture_of
from checkin.gui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

PICTURE_WIDTH = 640


class Decoding(QObject):
    """`found` carries the texts of a frame's codes, `seen` its picture, `failed` a refusal."""

    found = Signal(object)
    seen = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._next: QVideoFrame | None = None
        self._busy = False

    def take(self, frame: "QVideoFrame") -> None:
        """Reads a frame as soon as the one before is read, unless a newer one comes first."""
        self._next = frame
        self._begin()

    def forget(self) -> None:
        """Nobody waits for a frame any longer."""
        self._next = None

    def end(self) -> None:
        """Waits for what is being read; nothing is read again."""
        self.forget()
        self._tasks.stop()

    def _begin(self) -> None:
        if self._next is None or self._busy:
            return
        self._busy, frame, self._next = True, self._next, None
        work, found = partial(codes_in, frame), partial(self._found, frame)
        self._tasks.start(work, found, self._failed)

    def _found(self, frame: "QVideoFrame", texts: tuple[str, ...]) -> None:
        """The picture waits until the answer is painted: both would want the interpreter."""
        self.found.emit(texts)
        work = partial(picture_of, frame, PICTURE_WIDTH)
        self._tasks.start(work, self._seen, self._failed)

    def _seen(self, picture: QImage) -> None:
        self._busy = False
        self._begin()
        self.seen.emit(picture)

    def _failed(self, refused: Refused) -> None:
        self._busy = False
        self.forget()
        self.failed.emit(refused)
