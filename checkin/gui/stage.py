"""One window at a time, each where the one before it stood."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from checkin.gui.preferences import Preferences

GEOMETRY = "window/geometry"
_USUAL = QSize(1366, 768)


class Stage:
    """Shows one widget after the other; remembers where the last one stood."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self.shown: QWidget | None = None
        self._going: dict[int, QWidget] = {}

    def show(self, widget: QWidget, keeps: bool = False) -> None:
        """Shows it in the place of what was shown before, which goes without being asked.

        Where it `keeps` that, it is only out of sight.
        """
        before, self.shown = self.shown, widget
        had_keys = before is not None and before.isActiveWindow()
        state = before.saveGeometry() if before else self._preferences.state(GEOMETRY)
        if state.isEmpty() or not widget.restoreGeometry(state):
            open_first(widget, widget.screen().availableSize())
        widget.show()
        if before:
            before.hide()
            if not keeps:
                self.let_go(before)
        if had_keys:
            widget.activateWindow()  # where no window manager gives the keys to what is new

    def let_go(self, widget: QWidget) -> None:
        """Qt deletes it at its next turn, and nobody else does before."""
        key = id(widget)
        self._going[key] = widget
        widget.destroyed.connect(lambda *_: self._going.pop(key, None))
        widget.deleteLater()

    def keep(self) -> None:
        """Remembers where it stands."""
        if self.shown:
            self._preferences.keep_state(GEOMETRY, self.shown.saveGeometry())

    def come_forward(self) -> None:
        """Brings it before the windows of other programs, as far as the system lets it."""
        if self.shown:
            if self.shown.isMinimized():
                self.shown.showNormal()
            self.shown.raise_()
            self.shown.activateWindow()


def open_first(widget: QWidget, room: QSize) -> None:
    """The usual size; on a screen with less `room` all of that, without a frame that takes more."""
    widget.resize(_USUAL.boundedTo(room).expandedTo(widget.minimumSize()))
    if room.width() < _USUAL.width() or room.height() < _USUAL.height():
        widget.setWindowState(widget.windowState() | Qt.WindowState.WindowMaximized)
