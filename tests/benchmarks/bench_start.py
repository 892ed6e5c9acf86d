"""Cold start: process start to first paint with the sample meeting open, bytecode warm.

The yardstick is a process that only imports QtWidgets; runs alternate, so that both see the
same machine. Run: python -m tests.benchmarks.bench_start [--dir DIR] [--runs N]
"""

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from checkin.paths import resource
from tests.benchmarks.meetings import make, opening_hour

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
    from checkin.gui.window import Window
    from PySide6.QtCore import QTimer
    paint = Window.paintEvent
    def first(self, event):
        QTimer.singleShot(0, painted)
        paint(self, event)
    Window.paintEvent = first
    return start

read_start, window.read_start = window.read_start, watched
main([{path!r}, '--at', '2022-07-05T08:45:00+02:00'])
"""


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


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--dir", type=Path, default=Path("build/bench"))
    options.add_argument("--runs", type=int, default=15)
    given = options.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    given.dir.mkdir(parents=True, exist_ok=True)
    path = (given.dir / "start.checkin").resolve()
    make(path, resource("sample", "delegates.csv"), opening_hour)
    ours = OURS.format(path=str(path))
    bare_times, our_times = [], []
    for run in range(given.runs + 1):
        bare, our = start(YARDSTICK), start(ours)
        if run:  # the first fills the caches
            bare_times.append(bare)
            our_times.append(our)
    bare, our = statistics.median(bare_times) * 1e3, statistics.median(our_times) * 1e3
    ratios = statistics.median(o / b for o, b in zip(our_times, bare_times, strict=True))
    print(f"only QtWidgets, median of {given.runs}: {bare:.0f} ms")
    print(f"first paint of the sample meeting:    {our:.0f} ms")
    print(f"ratio {our / bare:.2f} (pairwise {ratios:.2f}); at most 2.2, aim 1.8")


if __name__ == "__main__":
    main()
