"""The meeting that waits, open and untouched, while its practice copy is in the window."""

from dataclasses import dataclass

from checkin.bootstrap import Services
from checkin.gui.look.theme import Theme
from checkin.gui.preferences import Preferences
from checkin.gui.seat import Seat
from checkin.gui.window import Window


@dataclass(frozen=True, slots=True)
class Aside:
    """What the front comes back to: services, seat, window, its look, what is remembered, and

    whether the camera was on: it looks for the practice copy meanwhile.
    """

    services: Services
    seat: Seat
    window: Window
    theme: Theme
    preferences: Preferences
    camera: bool
