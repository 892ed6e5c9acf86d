"""Cold start: process start to first paint, with the sample meeting open or on the start page.

The yardstick is a process that only imports QtWidgets; runs alternate, so that both see the
same machine, bytecode warm. The start page shows eight recent meetings, half of them gone.
Run: python -m tests.benchmarks.bench_start [--dir DIR] [--runs N] [--start-page]
"""

import argparse
import contextlib
import os
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from checkin.gui.only_one import marker_beside
from checkin.gui.preferences import Preferences, Recent
from checkin.paths import resource
from tests.benchmarks.meetings import DAYS, make, opening_hour
from tests.benchmarks.screen import SCREEN

YARDSTICK = "import PySide6.QtWidgets; print('ready', flush=True); import os; os._exit(0)"
OURS = """
import os
from checkin.__main__ import main
from checkin.cli import window

def painted():
    print('ready', flush=True)
    os._exit(0)

def watched(given):
    start = read_start(given)
    from checkin.gui.app import QApplication  # so far all was loaded in the program's own order
    from {module} import {shown}
    from PySide6.QtCore import QTimer
    paint = {shown}.paintEvent
    def first(self, event):
        QTimer.singleShot(0, painted)
        paint(self, event)
    {shown}.paintEvent = first
    return start

read_start, window.read_start = window.read_start, watched
main([*{paths!r}, '--at', '2022-07-05T08:45:00+02:00', '--settings', {settings!r}])
"""
WINDOW = {"module": "checkin.gui.window", "shown": "Window"}
START_PAGE = {"module": "checkin.gui.start.page", "shown": "StartPage"}


def start(code: str) -> float:
    """Seconds from the start of a process to its line."""
    begun = perf_counter()
    command = [sys.executable, "-c", code]
    warm = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, env=warm) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        return perf_counter() - begun


def remember_meetings(settings: Path, there: Path) -> None:
    """Eight recent meetings; every other file is no longer where it was."""
    kept = Preferences(settings)
    for number in range(8):
        path = there if number % 2 else there.with_name(f"gone-{number}.checkin")
        where = path.with_name(f"{number}-{path.name}") if number % 2 else path
        if number % 2:
            where.touch()
        kept.remember(Recent(where, f"Meeting {number}", "Madrid", "Europe/Madrid", DAYS, 183))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--dir", type=Path, default=Path("build/bench"))
    options.add_argument("--runs", type=int, default=15)
    options.add_argument("--start-page", action="store_true", help="without a meeting file")
    given = options.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", SCREEN)
    given.dir.mkdir(parents=True, exist_ok=True)
    path = (given.dir / "start.checkin").resolve()
    make(path, resource("sample", "delegates.csv"), opening_hour)
    settings = (given.dir / "window.ini").resolve()
    with contextlib.suppress(FileNotFoundError):
        settings.unlink()
    if given.start_page:
        remember_meetings(settings, path)
    opens = {"paths": []} | START_PAGE if given.start_page else {"paths": [str(path)]} | WINDOW
    ours = OURS.format(settings=str(settings), **opens)
    bare_times, our_times = [], []
    for run in range(given.runs + 1):
        marker_beside(settings).unlink(missing_ok=True)  # the process ends before it clears it up
        bare, our = start(YARDSTICK), start(ours)
        if run:  # the first fills the caches
            bare_times.append(bare)
            our_times.append(our)
    bare, our = statistics.median(bare_times) * 1e3, statistics.median(our_times) * 1e3
    ratios = statistics.median(o / b for o, b in zip(our_times, bare_times, strict=True))
    print(f"only QtWidgets, median of {given.runs}: {bare:.0f} ms")
    shown = "start page:       " if given.start_page else "sample meeting:   "
    print(f"first paint of the {shown} {our:.0f} ms")
    print(f"ratio {our / bare:.2f} (pairwise {ratios:.2f}); at most 2.2, aim 1.8")


if __name__ == "__main__":
    main()
