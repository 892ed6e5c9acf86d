"""20,000 scans in one run, key by key through the real window, offscreen; memory must stay.

Resident memory from the 1,000th scan to the end may grow by 30 MB, and the references to None,
printed on the way, stay what they are. The yardstick is a bare window with one field that gets the
same keys in a process of its own. The meeting stands on a disk file system.
Run: python -m tests.benchmarks.bench_soak [--dir DIR] [--scans N] [--delegates N]
"""

import argparse
import os
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from tests.benchmarks.screen import SCREEN

os.environ.setdefault("QT_QPA_PLATFORM", SCREEN)

from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QLineEdit

from checkin.bootstrap import open_meeting, system_clock
from checkin.gui.app import application
from checkin.gui.desk import Desk
from checkin.gui.look.theme import theme
from checkin.gui.scanning.wedge import Wedge
from checkin.gui.seat import Seat
from checkin.gui.window import Window
from tests.benchmarks.bench_memory import resident
from tests.benchmarks.meetings import OPERATOR, make, opening_hour, people
from tests.gui.scanning.keyboard import Keyboard

WARM, EVERY, MOST_MB = 1000, 2500, 30


def main() -> None:
    """Both processes, one after the other, and the growth of each."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--dir", type=Path, default=Path("build/bench"))
    options.add_argument("--scans", type=int, default=20_000)
    options.add_argument("--delegates", type=int, default=5000)
    options.add_argument("--only", choices=("window", "field"), help=argparse.SUPPRESS)
    given = options.parse_args()
    path = given.dir / "soak.checkin"
    if given.only:
        soak = soak_window if given.only == "window" else soak_field
        print(f"grown by {soak(path, given.scans):.1f}")
        return
    given.dir.mkdir(parents=True, exist_ok=True)
    make(path, people(given.dir / "people.csv", given.delegates), opening_hour)
    grown = [in_its_own_process(which, given) for which in ("window", "field")]
    print(f"{given.scans} scans: the window grew by {grown[0]:.1f} MB, a field by {grown[1]:.1f}")
    print(f"under {MOST_MB} MB: {'yes' if grown[0] < MOST_MB else 'NO'}")


def in_its_own_process(which: str, given: argparse.Namespace) -> float:
    """Megabytes it grew by; what it says on the way is passed on."""
    again = [sys.executable, "-m", "tests.benchmarks.bench_soak", "--only", which]
    again += ["--dir", str(given.dir), "--scans", str(given.scans)]
    with subprocess.Popen(again, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        line = ""
        for line in running.stdout:
            print(f"{which}: {line}", end="", flush=True)
    if running.returncode:
        raise SystemExit(f"{which} ended with {running.returncode}")
    return float(line.split()[-1])


def soak_window(path: Path, scans: int) -> float:
    """Megabytes that the real window grew by; every scan must have come."""
    look = theme("light")
    app = application(look)
    started = datetime.now(UTC) - opening_hour()
    services = open_meeting(path, lambda: system_clock() - started)
    window = Window(Desk(services, Seat(OPERATOR), services.wording("en"), look))
    window.show()
    while not all(kind in window.stack.pages for kind in window.stack.kinds):
        app.processEvents()
    wedge, came = Wedge(app), [0]

    def take(text: str) -> None:
        came[0] += 1
        window.scans.take(text)

    wedge.scanned.connect(take)
    tokens = [badge.token for badge, _ in services.badges.all(OPERATOR)]
    grown = soak(window.windowHandle(), tokens, scans)
    print(f"{came[0]} of {scans} scans came, {services.file.arrivals.count()} people arrived")
    services.close()
    if came[0] != scans:
        raise SystemExit("scans were lost")
    return grown


def soak_field(path: Path, scans: int) -> float:
    """Megabytes that a bare field grew by."""
    services = open_meeting(path, opening_hour)
    tokens = [badge.token for badge, _ in services.badges.all(OPERATOR)]
    services.close()
    QApplication.instance() or QApplication([])
    field = QLineEdit()
    field.returnPressed.connect(field.clear)
    field.show()
    return soak(field.windowHandle(), tokens, scans)


def soak(handle: QWindow, tokens: list[str], scans: int) -> float:
    """Scans people at random; megabytes from the warm-up to the end."""
    keyboard, chance, warm = Keyboard(), random.Random(1), resident()
    told = telling()
    for number in range(1, scans + 1):
        keyboard.now = max(keyboard.now + 500, int(monotonic() * 1000))
        for letter in chance.choice(tokens) + "\n":
            keyboard.press(handle, letter)
        QApplication.processEvents()
        if number == min(WARM, scans):
            warm = resident()
        if number == WARM or number % EVERY == 0:
            told(number)
    return resident() - warm


def telling() -> Callable[[int], None]:
    """Says how it stands, against the beginning."""
    began = monotonic()

    def tell(number: int) -> None:
        none, seconds = sys.getrefcount(None), monotonic() - began
        print(f"{number:6} scans  {resident():6.1f} MB  None {none}  {seconds:.0f} s", flush=True)

    return tell


if __name__ == "__main__":
    main()
