"""Frames read beside the window: one at a time, the newest wins."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from checkin.domain.refused import Refused
from checkin.gui.camera.frames import Codes, look_at
from checkin.gui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

PICTURE_WIDTH = 640


class Decoding(QObject):
    """`found` carries the `Codes` of a frame, `seen` its small picture, `failed` a refusal."""

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
        frame, self._next = (None, self._next) if self._busy else (self._next, None)
        if frame is not None:
            self._busy = True
            work = partial(look_at, frame, PICTURE_WIDTH)
            self._tasks.start(work, self._done, self._failed, self._told)

    def _told(self, codes: Codes) -> None:
        self.found.emit(codes)

    def _done(self, picture: QImage) -> None:
        self._busy = False
        self._begin()
        self.seen.emit(picture)

    def _failed(self, refused: Refused) -> None:
        self._busy = False
        self.forget()
        self.failed.emit(refused)
