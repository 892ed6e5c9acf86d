"""A scan against a bare overwrite and sync: python -m tests.benchmarks.bench_scan [--dir DIR].

A scan is text in, looked up, decided, recorded, committed with FULL. The yardstick, interleaved
with it in one run, overwrites 4 KB inside a preallocated file and calls fdatasync. Both files stand
in one folder on a disk file system. Must reach: at most 3 times, medians.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from checkin.bootstrap import open_meeting, system_clock
from checkin.domain.operator import Operator
from checkin.services.care import make_meeting
from tests.people import many_people

PEOPLE = 1000
BLOCK = 4096
BLOCKS = 64
SALMA = Operator("Salma")


def main() -> int:
    """Prints medians, 99th percentiles and the ratio of medians."""
    made = argparse.ArgumentParser(description=__doc__)
    made.add_argument("--dir", type=Path, default=Path("build/bench"))
    folder = made.parse_args().dir
    folder.mkdir(parents=True, exist_ok=True)
    kind = file_system(folder)
    if kind in ("tmpfs", "ramfs"):
        print(f"{folder} is on {kind}; a disk is needed", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(dir=folder) as made_in:
        scans, writes = measure(Path(made_in))
    print(f"scan                     {figures(scans)}")
    print(f"4 KB overwrite and sync  {figures(writes)}")
    print(f"ratio of medians         {middle(scans) / middle(writes):.2f} (must reach: at most 3)")
    return 0


def measure(folder: Path) -> tuple[list[float], list[float]]:
    """Seconds of each scan, and of each bare write."""
    path = folder / "bench.checkin"
    today = system_clock().date()
    make_meeting(path, "Bench", "Madrid", "UTC", [today], SALMA, system_clock)
    services = open_meeting(path)
    services.lists.apply(
        services.lists.read(many_people(folder / "list.csv", PEOPLE)), SALMA, confirmed=True
    )
    services.prepare()
    tokens = [badge.token for badge, _ in services.badges.all(SALMA)]
    random.Random(1).shuffle(tokens)
    handle = preallocated(folder / "yardstick")
    scans, writes = [], []
    for number, token in enumerate(tokens):
        began = perf_counter()
        outcome = services.reception.scan(token, SALMA)
        scans.append(perf_counter() - began)
        if not outcome.value.recorded:
            raise RuntimeError(f"not recorded: {outcome.value.verdict}")
        began = perf_counter()
        os.pwrite(handle, b"y" * BLOCK, number % BLOCKS * BLOCK)
        os.fdatasync(handle)
        writes.append(perf_counter() - began)
    os.close(handle)
    services.close()
    return scans, writes


def preallocated(path: Path) -> int:
    """A file whose blocks are written and synced already."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT)
    os.write(handle, b"x" * BLOCK * BLOCKS)
    os.fsync(handle)
    return handle


def file_system(folder: Path) -> str:
    """What kind of file system a folder is on."""
    said = subprocess.run(
        ["stat", "-f", "-c", "%T", str(folder)], capture_output=True, text=True, check=False
    )
    return said.stdout.strip()


def middle(seconds: list[float]) -> float:
    """The median."""
    return sorted(seconds)[len(seconds) // 2]


def figures(seconds: list[float]) -> str:
    """Median and 99th percentile in milliseconds."""
    last = sorted(seconds)[int(len(seconds) * 0.99)]
    return f"median {middle(seconds) * 1e3:.3f} ms, p99 {last * 1e3:.3f} ms"


if __name__ == "__main__":
    raise SystemExit(main())
