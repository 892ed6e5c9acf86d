"""Opens the window: the application, its look, and the meeting file or the start page."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from checkin.domain.clock import Clock
from checkin.gui.crash import CrashHook
from checkin.gui.front import THEME, Front
from checkin.gui.look.fonts import font, load_fonts
from checkin.gui.look.style import piece_rules, style_sheet
from checkin.gui.look.theme import THEMES, Theme, theme
from checkin.gui.only_one import OnlyOne, hand_over, marker_beside
from checkin.gui.opening import Opening
from checkin.gui.preferences import Preferences
from checkin.services.words import wording

_HAS_FONTS = "has our fonts"


def application(look: Theme) -> QApplication:
    """The one QApplication, dressed in a theme."""
    there = QApplication.instance()
    named = [sys.argv[0] or "checkin", "-style", "fusion"]
    app = there if isinstance(there, QApplication) else QApplication(named)
    if not app.property(_HAS_FONTS):
        load_fonts()
        app.setProperty(_HAS_FONTS, True)
    app.setFont(font(14))
    app.setStyleSheet(style_sheet(look) + piece_rules(look))
    return app


def run(
    path: Path | None,
    clock: Clock,
    desk: str = "",
    passphrase: str | None = None,
    settings: Path | None = None,
    language: str = "en",
) -> int:
    """Opens the window on a meeting file and returns when it is closed; 1 after a refusal.

    `settings` is the file of what this computer remembers; without one it remembers nothing and
    knows nothing of other windows.
    """
    preferences = Preferences(settings)
    look = theme(_known(preferences.text(THEME)))
    app = application(look)
    if settings and hand_over(marker_beside(settings), path):
        return 0
    hook = CrashHook()
    hook.install()
    front = Front(Opening(clock, desk, passphrase), look, wording(language), hook, preferences)
    front.restyled.connect(application)
    once = Qt.ConnectionType.SingleShotConnection
    front.stands.connect(_clear_rehearsals, once)
    front.stands.connect(partial(_watch_scanners, app, front), once)
    only = _listening(front, settings) if settings else None
    if path:
        front.switch(str(path), named=True)
    else:
        front.start()
    app.exec()
    front.close()
    if only:
        only.close()
    hook.remove()
    return 0 if front.opened or not path else 1


def _clear_rehearsals() -> None:
    from checkin.services.rehearsals_left import clear_left_behind  # not for the first paint

    clear_left_behind()


def _watch_scanners(app: QApplication, front: Front) -> None:
    """After the first paint: nobody scans into a window that is not there.

    They go when the program ends: two that watch one window would hand each key to the other.
    """
    from checkin.gui.scanners import Scanners

    made = Scanners(app, front)
    app.aboutToQuit.connect(made.deleteLater)


def _known(name: str) -> str:
    return name if name in THEMES else THEMES[0]


def _listening(front: Front, settings: Path) -> OnlyOne:
    only = OnlyOne(marker_beside(settings), front)
    front.stands.connect(only.listen)
    only.asked.connect(partial(front.switch, named=True))
    return only
