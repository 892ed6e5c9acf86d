"""Frames read beside the window: one at a time, the newest wins; the card before the picture."""

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from checkin.domain.refused import Refused
from checkin.gui.camera.frames import Coloured, Luma, copy_of
from checkin.gui.tasks import Job, Tasks

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

PICTURE_WIDTH = 640
Read = tuple[Luma | None, tuple[str, ...]]


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
        frame, self._next = self._next, None
        with ExitStack() as fault:  # of ours: said once, not with every frame
            fault.callback(self._failed, Refused("program_fault"))
            copied = copy_of(frame)
            fault.pop_all()
        if copied:
            self._busy = True
            self._tasks.start(partial(_read, copied), self._found, self._failed)

    def _found(self, read: Read) -> None:
        """The picture waits until the answer is painted: both would want the interpreter."""
        luma, texts = read
        self.found.emit(texts)
        self._tasks.start(partial(_picture, luma), self._seen, self._failed)

    def _seen(self, picture: QImage) -> None:
        self._busy = False
        self._begin()
        self.seen.emit(picture)

    def _failed(self, refused: Refused) -> None:
        self._busy = False
        self.forget()
        self.failed.emit(refused)


def _read(copied: Luma | Coloured, _: Job) -> Read:
    luma = copied.grey()
    return luma, luma.codes() if luma else ()


def _picture(luma: Luma | None, _: Job) -> QImage:
    return luma.picture(PICTURE_WIDTH) if luma else QImage()
