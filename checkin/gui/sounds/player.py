"""Plays for the window in a process of its own: python -m checkin.gui.sounds.player

It reads the name of a sound a line and says "on" or "off" a line whenever an output came or went.
A sound server that dies may take this process along, and not the desk: the libraries that speak
to it abort.
"""

import os
import signal
import sys
from threading import Thread

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from checkin.domain.sound import Sound
from checkin.gui.multimedia import quieten_multimedia

quieten_multimedia()

from checkin.gui.sounds.loudspeaker import Loudspeaker  # noqa: E402 -- what it loads is quiet

_STUCK_MS = 3000  # after the latest sound; none is longer than a second


class Player(QObject):
    """What the window wants comes by a thread of its own and is done in the first."""

    _came = Signal(str)
    _ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.loudspeaker = Loudspeaker(self)
        self._stuck = QTimer(self, singleShot=True, interval=_STUCK_MS)
        self._stuck.timeout.connect(self._look)
        self._came.connect(self._play, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(QCoreApplication.quit, Qt.ConnectionType.QueuedConnection)
        self.loudspeaker.changed.connect(self.say)

    def read(self) -> None:
        """Reads until the window goes."""
        for line in sys.stdin:
            self._came.emit(line.strip())
        self._ended.emit()

    def say(self) -> None:
        """Says whether anything could be heard."""
        print("on" if self.loudspeaker.there else "off", flush=True)

    def _play(self, name: str) -> None:
        if name in set(Sound):
            self.loudspeaker.play(Sound(name))
            self._stuck.start()

    def _look(self) -> None:
        """A sound that never ends is one whose server died: the window begins us anew."""
        if self.loudspeaker.plays:
            os._exit(1)  # at once: the other thread waits for a line


def main() -> int:
    """Plays until nobody asks any longer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window sees to that
    app = QCoreApplication(["checkin-sounds"])
    player = Player(app)
    player.say()
    Thread(target=player.read, daemon=True).start()
    app.exec()
    player.loudspeaker.end()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
