"""The longest times the window's event loop was held, from opening to closing, offscreen.

Opens a meeting, makes all pages, takes a list of so many people in (from the desk, with the
panel over another page, once more cancelled), scans, switches pages. Nothing is asserted.
Run: python -m tests.benchmarks.bench_holds [--dir DIR] [--delegates N] [--list N]
"""

import argparse
import csv
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.screen import SCREEN

os.environ.setdefault("QT_QPA_PLATFORM", SCREEN)

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.bootstrap import system_clock
from checkin.gui.app import application
from checkin.gui.crash import CrashHook
from checkin.gui.front import Front, Opening
from checkin.gui.look.theme import theme
from checkin.gui.window import RECEPTION, Window
from checkin.services.words import wording
from tests.benchmarks.meetings import OPERATOR, make, opening_hour, people
from tests.watchdog import Watchdog

Ready = Callable[[], bool]
Step = tuple[str, Callable[[], object], Ready]
SCANS, ROUNDS = 100, 3


class Play(QObject):
    """Does one step after the other, each inside the loop, and goes on when it is through."""

    def __init__(self, steps: Iterator[Step], watchdog: Watchdog) -> None:
        super().__init__()
        self._steps, self._watchdog = steps, watchdog
        self._ready: Ready = lambda: True
        self._look = QTimer(self, interval=0)
        self._look.timeout.connect(self._go_on)

    def run(self, app: QApplication) -> None:
        """Plays to the end."""
        self._look.start()
        app.exec()

    def _go_on(self) -> None:
        if not self._ready():
            return
        self._watchdog.stop()  # what is prepared for the next step is nobody's hold
        step = next(self._steps, None)
        if step is None:
            self._look.stop()
            QApplication.exit()
            return
        name, do, self._ready = step
        self._watchdog.watch(name)
        do()


def others(path: Path, count: int) -> Path:
    """A list of people who are not in the meeting yet."""
    with people(path, count).open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *([f"NEW {row[0]}", *row[1:]] for row in rows)])
    return path


class Script:
    """What is done at the window, in order."""

    def __init__(self, front: Front, meeting: Path, listed: Path) -> None:
        self._front, self._meeting, self._listed = front, meeting, listed

    @property
    def window(self) -> Window:
        assert isinstance(self._front.shown, Window)
        return self._front.shown

    def steps(self) -> Iterator[Step]:
        yield (
            "open the meeting, first paint",
            lambda: self._front.open(self._meeting),
            self._prepared,
        )
        yield "make the pages in idle moments", lambda: None, self._all_pages
        yield from self._scans("scan")
        yield from self._switches()
        yield from self._import()
        yield from self._scans("scan after the import")
        yield from self._switches(" after the import")

    def _prepared(self) -> bool:
        return self.window._prepared is True

    def _all_pages(self) -> bool:
        return len(self.window.stack.pages) == len(self.window.stack.kinds)

    def _scans(self, name: str) -> Iterator[Step]:
        self.window.show_page(RECEPTION)
        page = self.window.page
        held = self.window._desk.services.badges.all(OPERATOR)
        for badge, _ in held[:SCANS]:
            yield (
                name,
                lambda token=badge.token: self._scan(token),
                lambda: not page._later.isActive(),
            )

    def _scan(self, token: str) -> None:
        QTest.keyClicks(self.window.page.field, token)
        QTest.keyClick(self.window.page.field, Qt.Key.Key_Return)

    def _switches(self, when: str = "") -> Iterator[Step]:
        for _ in range(ROUNDS):
            for key in self.window.stack.kinds:
                yield f"switch to {key}{when}", lambda key=key: self.window.show_page(key), _at_once

    def _import(self) -> Iterator[Step]:
        window, board = self.window, self.window._desk.switchboard
        other = next((key for key in window.stack.kinds if key != RECEPTION), RECEPTION)
        window.show_page(other)
        yield (
            "read, compare, show a list",
            lambda: board.list_offered.emit(str(self._listed)),
            (lambda: self._stage("READY")),
        )
        assert window._importing
        intake = window._importing.intake
        yield "look at its rows", lambda: window.grab(), _at_once
        yield "begin to take it in, and cancel", intake.apply, lambda: intake.progress.done > 0
        yield "begin to take it in, and cancel", intake.cancel, lambda: self._stage("READY")
        yield "take it in", intake.apply, lambda: self._stage("NONE")
        yield "what follows", lambda: None, lambda: not board.tasks.running

    def _stage(self, name: str) -> bool:
        importing = self.window._importing
        return importing is not None and importing.intake.stage.name == name


def _at_once() -> bool:
    return True


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--dir", type=Path, default=Path("build/bench"))
    options.add_argument("--delegates", type=int, default=1000)
    options.add_argument("--list", type=int, default=1000)
    given = options.parse_args()
    given.dir.mkdir(parents=True, exist_ok=True)
    path = given.dir / "holds.checkin"
    make(path, people(given.dir / "people.csv", given.delegates), opening_hour)
    listed = others(given.dir / "others.csv", given.list)
    started = datetime.now(UTC) - opening_hour()
    look = theme("light")
    app = application(look)
    app.setQuitOnLastWindowClosed(False)
    opening = Opening(lambda: system_clock() - started)
    front = Front(opening, look, wording("en"), CrashHook())
    watchdog = Watchdog()
    Play(Script(front, path, listed).steps(), watchdog).run(app)
    print(f"{given.delegates} delegates, a list of {given.list}; longest holds of the loop, in ms")
    print("\n".join(watchdog.lines()))
    front.close()


if __name__ == "__main__":
    main()
