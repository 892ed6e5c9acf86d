"""Memory of the window after 1,000 scans with 1,000 delegates, offscreen; under 200 MB.

The yardstick is a process that only shows an empty window.
Run: python -m tests.benchmarks.bench_memory [--dir DIR] [--delegates N]
"""

import argparse
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.screen import SCREEN

os.environ.setdefault("QT_QPA_PLATFORM", SCREEN)

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.bootstrap import open_meeting, system_clock
from checkin.gui.app import application
from checkin.gui.desk import Desk
from checkin.gui.look.theme import theme
from checkin.gui.seat import Seat
from checkin.gui.window import Window
from tests.benchmarks.meetings import OPERATOR, make, opening_hour, people

BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([]); window = QWidget(); window.resize(1366, 768); window.show()
app.processEvents()
from tests.benchmarks.bench_memory import resident
print(resident())
"""


def resident() -> float:
    """Megabytes of this process that are in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def scan_everybody(path: Path) -> float:
    """Megabytes after everybody was scanned."""
    look = theme("light")
    app = application(look)
    started = datetime.now(UTC) - opening_hour()
    services = open_meeting(path, lambda: system_clock() - started)
    window = Window(Desk(services, Seat(OPERATOR), services.wording("en"), look))
    window.show()
    app.processEvents()
    for badge, _ in services.badges.all(OPERATOR):
        QTest.keyClicks(window.page.field, badge.token)
        QTest.keyClick(window.page.field, Qt.Key.Key_Return)
        app.processEvents()
    used = resident()
    services.close()
    return used


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--dir", type=Path, default=Path("build/bench"))
    options.add_argument("--delegates", type=int, default=1000)
    options.add_argument("--scan", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.scan:
        print(scan_everybody(given.scan))
        return
    given.dir.mkdir(parents=True, exist_ok=True)
    path = given.dir / "memory.checkin"
    make(path, people(given.dir / "people.csv", given.delegates), opening_hour)
    again = [sys.executable, "-m", "tests.benchmarks.bench_memory", "--scan", str(path)]
    used = float(subprocess.check_output(again))
    bare = float(subprocess.check_output([sys.executable, "-c", BARE]))
    print(f"after {given.delegates} scans: {used:.0f} MB; an empty window: {bare:.0f} MB")
    print(f"ratio {used / bare:.2f}; under 200 MB: {'yes' if used < 200 else 'NO'}")


if __name__ == "__main__":
    main()
