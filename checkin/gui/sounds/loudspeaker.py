"""What plays: QtMultimedia's effects on the computer's own output, if there is one.

To be imported after `quieten_multimedia`.
"""

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

from checkin.domain.sound import Sound
from checkin.paths import resource


class Loudspeaker(QObject):
    """`changed` says that an output came or went. Without one nothing is loaded."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._effects: dict[Sound, QSoundEffect] = {}
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._load)
        self._ended = False
        self._load()

    @property
    def there(self) -> bool:
        """Whether anything could be heard."""
        return bool(self._effects)

    @property
    def plays(self) -> bool:
        """Whether anything is being played, as far as Qt knows."""
        return any(effect.isPlaying() for effect in self._effects.values())

    def play(self, sound: Sound) -> None:
        """Plays a sound; one that still plays begins anew, another is cut short."""
        for effect in self._effects.values():
            if effect.isPlaying():
                effect.stop()
        if sound in self._effects:
            self._effects[sound].play()

    def end(self) -> None:
        """Lets go of the output for good: what plays is cut short, then all sounds go."""
        self._ended = True
        self._unload()

    def _unload(self) -> None:
        for old in self._effects.values():
            old.stop()
            old.deleteLater()
        self._effects.clear()

    def _load(self) -> None:
        """Loads the sounds for the output there is now."""
        if self._ended:
            return
        self._unload()
        if QMediaDevices.audioOutputs():
            self._effects = {sound: self._effect(sound) for sound in Sound}
        self.changed.emit()

    def _effect(self, sound: Sound) -> QSoundEffect:
        made = QSoundEffect(QMediaDevices.defaultAudioOutput(), self)
        made.setSource(QUrl.fromLocalFile(str(resource("sounds", f"{sound}.wav"))))
        return made
