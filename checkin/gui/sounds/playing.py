"""The window's end of what plays: orders go to another process, which may die without harm."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from checkin.domain.sound import Sound
from checkin.paths import RESOURCES

AGAIN_MS = 10_000  # until one that died is begun again; twice as long where it said nothing
_LONGEST_MS = 600_000
_LEAVING_MS = 500


class Playing(QObject):
    """`changed` says that an output came or went, or the process did."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.there: bool | None = None  # not told yet
        self.process = QProcess(self)
        self.process.setProgram(sys.executable)
        self.process.setArguments(["-m", "checkin.gui.sounds.player"])
        self.process.setWorkingDirectory(str(RESOURCES.parent))  # where `checkin` is found
        self.process.setStandardErrorFile(QProcess.nullDevice())
        self.process.readyReadStandardOutput.connect(self._hear)
        self.process.finished.connect(self._gone)
        self.process.errorOccurred.connect(self._gone)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.begin)
        self._ended, self._patience = False, AGAIN_MS
        app = QCoreApplication.instance()
        if app:
            app.aboutToQuit.connect(self.end)  # a window that never closed

    def begin(self) -> None:
        """Begins; `changed` follows."""
        if self.process.state() is QProcess.ProcessState.NotRunning:
            self.process.start()
        else:  # the one before is on its way out
            self._again.start(100)

    def play(self, sound: Sound) -> None:
        """Plays a sound; one that still plays begins anew, another is cut short."""
        if self.there:
            self.process.write(f"{sound}\n".encode())

    def end(self) -> None:
        """The process goes, by itself or not."""
        self._ended, self.there = True, False
        self._again.stop()
        if self.process.state() is QProcess.ProcessState.NotRunning:
            return
        self.process.closeWriteChannel()
        if not self.process.waitForFinished(_LEAVING_MS):
            self.process.kill()
            self.process.waitForFinished(_LEAVING_MS)

    def look_again(self) -> None:
        """Where there was no output, or no server of sounds, there may be one by now."""
        if self.there is False and not self._ended:
            self.process.kill()
            self._again.start(0)

    def _hear(self) -> None:
        said = bytes(self.process.readAllStandardOutput().data()).split()
        if said and not self._ended:
            self.there, self._patience = said[-1] == b"on", AGAIN_MS
            self.changed.emit()

    def _gone(self) -> None:
        if not self._ended and self.process.state() is QProcess.ProcessState.NotRunning:
            self.there = False
            if not self._again.isActive():
                self._again.start(self._patience)
                self._patience = min(2 * self._patience, _LONGEST_MS)
            self.changed.emit()
