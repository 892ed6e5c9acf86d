"""Opens the window: the application, its look, and the meeting file or why it cannot be opened."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from checkin.domain.clock import Clock
from checkin.gui.crash import CrashHook
from checkin.gui.front import Front, Opening
from checkin.gui.look.fonts import font, load_fonts
from checkin.gui.look.style import piece_rules, style_sheet
from checkin.gui.look.theme import Theme, theme
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
    theme_name: str = "light",
    language: str = "en",
) -> int:
    """Opens the window on a meeting file and returns when it is closed; 1 after a refusal."""
    look = theme(theme_name)
    app = application(look)
    hook = CrashHook()
    hook.install()
    front = Front(Opening(clock, desk, passphrase), look, wording(language), hook)
    opened = front.open(path) if path else front.ask()
    app.exec()
    front.close()
    hook.remove()
    return 0 if opened else 1
