"""The serial scanner of the desk: which port, how fast, and how it is."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.gui.preferences import Preferences
from checkin.gui.serial_scanner.ports import PortChoice, Ports
from checkin.gui.serial_scanner.reading import PortState, SerialReading

PORT, NAME, SPEED = "serial/port", "serial/name", "serial/speed"  # how the preferences are called
SPEEDS = (9600, 19200, 38400, 57600, 115200)  # bits a second; most scanners come with the first


@dataclass(frozen=True, slots=True)
class SerialState:
    """The port that is chosen, if any, and how it is."""

    name: str = ""
    state: PortState | None = None


class SerialScanner(QObject):
    """`scanned` carries the texts that came, `told` a `SerialState`."""

    scanned = Signal(object)
    told = Signal(object)

    def __init__(
        self, ports: Ports, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._ports, self._preferences = ports, preferences
        self._reading: SerialReading | None = None
        self._ended = False
        self.state = SerialState()

    @property
    def key(self) -> str:
        """The port that is chosen, or ""."""
        return self._preferences.text(PORT)

    @property
    def speed(self) -> int:
        """Bits a second."""
        kept = self._preferences.text(SPEED)
        return next((one for one in SPEEDS if str(one) == kept), SPEEDS[0])

    def choices(self) -> tuple[PortChoice, ...]:
        """The ports there are, and the one that is chosen though it is not there."""
        there = self._ports.choices()
        if not self.key or self.key in {one.key for one in there}:
            return there
        return (*there, PortChoice(self.key, self._preferences.text(NAME) or self.key))

    def choose(self, key: str) -> None:
        """Takes a port, or none; this computer remembers it."""
        name = next((one.name for one in self.choices() if one.key == key), "")
        self._preferences.keep_text(PORT, key)
        self._preferences.keep_text(NAME, name)
        self.begin()

    def next(self) -> None:
        """Takes the port after this one; after the last none."""
        keys = ["", *(one.key for one in self.choices())]
        self.choose(keys[(keys.index(self.key) + 1) % len(keys)])

    def next_speed(self) -> None:
        """Takes the next of the usual speeds."""
        here = SPEEDS.index(self.speed)
        self._preferences.keep_text(SPEED, str(SPEEDS[(here + 1) % len(SPEEDS)]))
        self.begin()

    def begin(self) -> None:
        """Reads the port that is chosen; says so where there is none."""
        self.rest()
        if self._ended:
            return
        if not self.key:
            self._tell(SerialState())
            return
        path = partial(self._ports.path_of, self.key)
        self._reading = SerialReading(path, self.speed, self)
        self._reading.scanned.connect(self.scanned)
        self._reading.told.connect(self._port_told)
        self._port_told(PortState.STARTING)
        self._reading.begin()

    def end(self) -> None:
        """Lets go of the port for good."""
        self._ended = True
        self.rest()

    def rest(self) -> None:
        """Lets go of the port until it begins again."""
        before, self._reading = self._reading, None
        if before:
            before.end()
            before.deleteLater()

    def _port_told(self, state: PortState) -> None:
        self._tell(SerialState(self._preferences.text(NAME) or self.key, state))

    def _tell(self, state: SerialState) -> None:
        self.state = state
        self.told.emit(state)
