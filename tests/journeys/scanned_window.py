"""The window on a meeting file, telling on its standard output what it makes of each scan.

Run: python -m tests.journeys.scanned_window MEETING CLOCK
"""

import json
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from checkin.gui.app import application
from checkin.gui.crash import CrashHook
from checkin.gui.front import Front
from checkin.gui.look.theme import theme
from checkin.gui.opening import Opening
from checkin.gui.scanners import Scanners
from checkin.gui.window import Window
from checkin.services.words import wording

SETTLED_MS = 200


def main() -> None:
    """Runs until it is killed."""
    path, now = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2])
    look = theme("light")
    app = application(look)
    front = Front(Opening(lambda: now), look, wording("en"), CrashHook())
    front.open(path)
    wedge = Scanners(app, front).wedge

    def texts() -> list[str]:
        shown = front.shown
        return [one.text() for one in shown.findChildren(QLineEdit) if one.text()] if shown else []

    def tell(scan: str, alphabet: str = "") -> None:
        def state() -> None:
            window = front.shown
            assert isinstance(window, Window)
            focus = QApplication.focusWidget()
            said = {
                "scan": scan,
                "alphabet": alphabet,
                "front": window.stack.front,
                "focus": focus.accessibleName() if focus else "",
                "texts": texts(),
                "verdict": str(window.page.answer.verdict) if window.page.answer else "",
                "name": window.page.answer.delegate.reference
                if window.page.answer and window.page.answer.delegate
                else "",
                "notice": window.status.notice.text,
            }
            print(json.dumps(said), flush=True)

        QTimer.singleShot(SETTLED_MS, state)

    wedge.scanned.connect(tell)
    wedge.unreadable.connect(lambda alphabet: tell("", alphabet))
    shown = front.shown
    assert isinstance(shown, Window)
    shown.stack.complete.connect(lambda: print(json.dumps(texts()), flush=True))
    app.exec()


if __name__ == "__main__":
    main()
