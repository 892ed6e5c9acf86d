"""The camera while it is on: which one, what it sees, and what is said of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame

from checkin.gui.camera.cameras import CameraChoice, Cameras
from checkin.gui.camera.decoding import Decoding
from checkin.gui.camera.quiet_codes import QuietCodes
from checkin.gui.preferences import Preferences

CHOSEN = "camera/chosen"  # how the preference is called


class State(Enum):
    """How the camera is."""

    OFF = auto()
    STARTING = auto()
    ON = auto()
    NONE = auto()
    UNPLUGGED = auto()
    FAULTY = auto()


@dataclass(frozen=True, slots=True)
class CameraState:
    """How the camera is, which one it is, and whether there are several."""

    state: State = State.OFF
    name: str = ""
    several: bool = False


class DeskCamera(QObject):
    """`code` carries what a badge says, each once; `seen` a picture; `told` a `CameraState`."""

    code = Signal(str)
    seen = Signal(object)
    told = Signal(object)

    def __init__(
        self,
        cameras: Cameras,
        preferences: Preferences,
        parent: QObject | None = None,
        moment: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._cameras, self._preferences, self._moment = cameras, preferences, moment
        self._decoding, self._quiet = Decoding(self), QuietCodes()
        self._chosen: CameraChoice | None = None
        self.state = State.OFF
        cameras.changed.connect(self._follow)
        cameras.frame.connect(self._take)
        cameras.failed.connect(self._failed)
        self._decoding.found.connect(self._found)
        self._decoding.seen.connect(self._picture)
        self._decoding.failed.connect(self._failed)

    @property
    def on(self) -> bool:
        """Whether somebody wants it to look, be there a camera or not."""
        return self.state is not State.OFF

    def turn_on(self) -> None:
        """Opens the camera that was chosen last, else the first; says so where there is none."""
        wanted = self._preferences.text(CHOSEN)
        choices = self._cameras.choices()
        first = choices[0] if choices else None
        self._open(next((one for one in choices if one.key == wanted), first))

    def turn_off(self) -> None:
        """Closes it; what is still being read is let go."""
        self._tell(State.OFF)
        self._cameras.close()
        self._decoding.forget()

    def next(self) -> None:
        """Opens the camera after this one and remembers it."""
        choices = self._cameras.choices()
        if not self.on or not choices:
            return
        keys = [one.key for one in choices]
        here = keys.index(self._chosen.key) if self._chosen and self._chosen.key in keys else -1
        another = choices[(here + 1) % len(choices)]
        self._preferences.keep_text(CHOSEN, another.key)
        self._open(another)

    def end(self) -> None:
        """Closes it for good and waits for what is being read."""
        self.turn_off()
        self._decoding.end()

    def _open(self, choice: CameraChoice | None) -> None:
        self._chosen = choice
        self._tell(State.STARTING if choice else State.NONE)
        if choice:
            self._cameras.open(choice.key)

    def _follow(self) -> None:
        """One was plugged in or out: the one that went is waited for."""
        if not self.on:
            return
        there = {one.key for one in self._cameras.choices()}
        if self._chosen is None:
            self.turn_on()
        elif self._chosen.key not in there:
            self._cameras.close()
            self._decoding.forget()
            self._tell(State.UNPLUGGED)
        elif self.state in (State.UNPLUGGED, State.FAULTY):
            self._open(self._chosen)
        else:
            self._tell(self.state)

    def _take(self, frame: QVideoFrame) -> None:
        if self.on and frame.isValid():
            if self.state is not State.ON:
                self._tell(State.ON)
            self._decoding.take(frame)

    def _found(self, texts: tuple[str, ...]) -> None:
        if self.on:
            for text in self._quiet.new(filter(str.strip, texts), self._moment()):
                self.code.emit(text)

    def _picture(self, picture: QImage) -> None:
        if self.state is State.ON:
            self.seen.emit(picture)

    def _failed(self) -> None:
        if self.on:
            self._cameras.close()
            self._decoding.forget()
            gone = self._chosen and self._chosen not in self._cameras.choices()
            self._tell(State.UNPLUGGED if gone else State.FAULTY)

    def _tell(self, state: State) -> None:
        self.state = state
        name = self._chosen.name if self._chosen else ""
        self.told.emit(CameraState(state, name, len(self._cameras.choices()) > 1))
