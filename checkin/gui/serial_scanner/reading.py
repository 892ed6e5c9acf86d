"""A serial port read in a thread of its own; what it says arrives in the window's, in order."""

import errno
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from enum import Enum, auto
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from checkin.domain.serial_lines import SerialLines

if TYPE_CHECKING:
    from serial import Serial

PAUSE_S = 0.1  # ends a line
AGAIN_S = 1.5  # until a port that is not there is tried again
_MOST_BYTES = 256  # at once: what comes of them is answered before more is read
_END_S = 0.5  # how long the window waits for a driver
_STATES = {
    errno.ENOENT: "UNPLUGGED",
    errno.ENXIO: "UNPLUGGED",
    errno.ENODEV: "UNPLUGGED",
    errno.EIO: "UNPLUGGED",
    errno.EACCES: "FORBIDDEN",
    errno.EPERM: "FORBIDDEN",
    errno.EAGAIN: "BUSY",
    errno.EBUSY: "BUSY",
}


class PortState(Enum):
    """How the port is."""

    STARTING = auto()
    READY = auto()
    UNPLUGGED = auto()
    BUSY = auto()
    FORBIDDEN = auto()
    FAULTY = auto()


@dataclass(frozen=True, slots=True)
class _Said:
    """What the thread says: how the port is, or the scans that came."""

    state: PortState | None = None
    texts: tuple[str, ...] = ()


class SerialReading(QObject):
    """`scanned` carries the texts that came, `told` a `PortState`. To be begun once, and ended."""

    scanned = Signal(object)
    told = Signal(object)
    _arrived = Signal(object)

    def __init__(self, path: Callable[[], str], speed: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._reader = _Reader(path, speed, self._arrived.emit)

    def begin(self) -> None:
        """Opens the port beside the window, and again whenever it went."""
        self._reader.thread.start()

    def end(self) -> None:
        """Nothing is said from here on; the port is let go."""
        self._reader.end()

    def _hear(self, said: _Said) -> None:
        if self._reader.ended:
            return
        try:
            if said.state:
                self.told.emit(said.state)
            if said.texts:
                self.scanned.emit(said.texts)
        finally:
            self._reader.heard.set()


class _Reader:
    """The thread's end: it says nothing once it is ended, however long a driver keeps it."""

    def __init__(self, path: Callable[[], str], speed: int, say: Callable[[_Said], object]) -> None:
        self._path, self._speed, self._say = path, speed, say
        self._ended, self._saying, self.heard = Event(), Lock(), Event()
        self._state = PortState.STARTING
        self.thread = Thread(target=self._work, name="checkin serial", daemon=True)

    @property
    def ended(self) -> bool:
        """Whether nobody listens any longer."""
        return self._ended.is_set()

    def end(self) -> None:
        """Waits for the thread, but not for ever: some drivers take their time."""
        with self._saying:
            self._ended.set()
            self._say = _nobody  # nothing of Qt stays with a thread that lingers
        if self.thread.is_alive():
            self.thread.join(_END_S)

    def _work(self) -> None:
        with ExitStack() as fault:  # one of ours ends the thread: the lamp says so
            fault.callback(self._tell, PortState.FAULTY)
            self._read_on()
            fault.pop_all()

    def _read_on(self) -> None:
        while not self.ended:
            port = self._opened()
            if port:
                try:
                    self._read(port)
                finally:
                    with suppress(*_faults_of_drivers()):
                        port.close()
            self._ended.wait(AGAIN_S)

    def _opened(self) -> "Serial | None":
        try:
            from serial import Serial  # loaded in this thread: the window does not wait

            port = Serial(self._path(), self._speed, timeout=PAUSE_S, exclusive=True)
        except _faults_of_drivers() as error:
            self._tell(state_of(error))
            return None
        self._tell(PortState.READY)
        return port

    def _read(self, port: "Serial") -> None:
        """Reads until the port goes or nobody listens."""
        lines = SerialLines()
        while not self.ended:
            try:
                data = port.read(min(max(port.in_waiting, 1), _MOST_BYTES))
            except _faults_of_drivers() as error:
                there = state_of(error)
                self._tell(PortState.UNPLUGGED if there is PortState.FAULTY else there)
                return
            texts = lines.take(data) if data else lines.pause()
            if texts:
                self._tell_scans(texts)

    def _tell_scans(self, texts: tuple[str, ...]) -> None:
        """More is read once these are answered: noise on a line never floods the window."""
        self.heard.clear()
        self._tell_said(_Said(texts=texts))
        while not self.heard.wait(PAUSE_S) and not self.ended:
            pass

    def _tell(self, state: PortState) -> None:
        if state is not self._state:
            self._state = state
            self._tell_said(_Said(state))

    def _tell_said(self, said: _Said) -> None:
        with self._saying:
            if not self.ended:
                self._say(said)


def _faults_of_drivers() -> tuple[type[Exception], ...]:
    """What pyserial lets through: `termios.error` is no OSError, and Windows has none."""
    with suppress(ImportError):
        from termios import error

        return OSError, ValueError, error
    return OSError, ValueError


def _nobody(_: _Said) -> None:
    """Nobody listens."""


def state_of(error: Exception) -> PortState:
    """How a port is that cannot be opened or read."""
    code = getattr(error, "errno", None)
    if code is None:  # on Windows pyserial puts the reason into words only
        known = {"FileNotFoundError": "UNPLUGGED", "PermissionError": "BUSY"}
        return PortState[next((known[one] for one in known if one in str(error)), "FAULTY")]
    return PortState[_STATES.get(code, "FAULTY")]
