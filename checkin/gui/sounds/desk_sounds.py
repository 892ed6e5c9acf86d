"""A sound after each card: loaded in an idle moment, muted by a key, said by a lamp."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from checkin.domain.answer import Answer
from checkin.domain.sound import Sound, sound_of
from checkin.gui.desk import Desk
from checkin.gui.lamp import Lamp
from checkin.gui.look.marks import OFF, OK
from checkin.gui.status_line import StatusLine

if TYPE_CHECKING:
    from checkin.gui.sounds.playing import Playing

MUTED = "sounds/muted"  # how the preference is called
IDLE_MS = 1500


class DeskSounds(QObject):
    """Hears what the window tells; the mute is remembered on this computer."""

    def __init__(self, desk: Desk, status: StatusLine, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._status = desk, status
        self.playing: Playing | None = None
        self.lamp: Lamp | None = None
        self.last: Sound | None = None
        self._ended = False
        self.idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self.idle.timeout.connect(self.load)
        after = Qt.ConnectionType.QueuedConnection  # the card is on the screen first
        desk.switchboard.answered.connect(self._answered, after)
        desk.switchboard.taken_back.connect(self._taken_back, after)

    @property
    def muted(self) -> bool:
        """Whether nothing is to be heard."""
        return self._desk.preferences.text(MUTED) == "yes"

    def prepare(self) -> None:
        """Loads the sounds at the next idle moment."""
        if not self._ended and self.playing is None and not self.idle.isActive():
            self.idle.start()

    def load(self) -> None:
        """Begins what plays, beside the window; the lamp says how it is."""
        self.idle.stop()
        if self._ended:
            return
        if self.playing is None and not self.muted:
            from checkin.gui.sounds.playing import Playing

            self.playing = Playing(self)
            self.playing.changed.connect(self._say)
            self.playing.begin()
        self._say()

    def toggle(self) -> None:
        """Ctrl+M: mutes, or plays again; the cards stay as they are."""
        self._desk.preferences.keep_text(MUTED, "" if self.muted else "yes")
        self.load()
        if self.playing and not self.muted:
            self.playing.look_again()

    def end(self) -> None:
        """The window closes: nothing is loaded or played any longer."""
        self._ended = True
        self.idle.stop()
        if self.playing:
            self.playing.end()

    def play(self, sound: Sound) -> None:
        """Plays a sound unless the desk is muted; what could not be heard is let go."""
        self.last = sound
        if self.playing is None:
            self.prepare()
        elif not self.muted:
            self.playing.play(sound)

    def _answered(self, answer: object) -> None:
        sound = sound_of(answer) if isinstance(answer, Answer) else None
        if sound:
            self.play(sound)

    def _taken_back(self) -> None:
        self.play(Sound.UNDO)

    def _say(self) -> None:
        if self.lamp is None:
            self.lamp = self._status.make_lamp(self.tr("Sound"))
            self.lamp.offer_press(self.tr("Sounds off, and on   Ctrl+M"))
            self.lamp.pressed.connect(self.toggle)
        there = self.playing.there if self.playing else None
        if self.muted:
            self.lamp.show_state(OFF, self.tr("off, Ctrl+M"))
        elif there is None:
            self.lamp.show_state(OFF, self.tr("starting"))
        elif there:
            self.lamp.show_state(OK, self.tr("on"))
        else:
            self.lamp.show_state(OFF, self.tr("no loudspeaker"))
