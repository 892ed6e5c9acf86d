"""A list taken in, beside the common way of the same run: read, planned, applied, previewed.

1,000 rows of XLSX against openpyxl and sqlite-utils upserts, so many rows of CSV against
sqlite-utils insert_all (each in a process of its own, with its peak of memory), and the preview of
10,000 rows against the bare readers: as it is first seen, for a workbook also with a parser kept
ready (as the window does while a file is chosen), and with everybody compared. The same once more
with everybody known. Nothing is asserted.
Run: python -m tests.benchmarks.bench_import [--dir DIR] [--rows N]
"""

import argparse
import csv
import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import perf_counter, sleep

from checkin.bootstrap import Services, open_meeting
from checkin.services.care import make_meeting
from tests.benchmarks.meetings import DAYS, OPERATOR, opening_hour, people

ROUNDS = 5
_STARTING = 0.5  # seconds that a parser has to start
_ADDED = ("Reference", "Organisation", "E-mail", "Telephone")


def wide(path: Path, count: int) -> Path:
    """Invented people with as many columns as a ministry sends."""
    with people(path, count).open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file).writerow
        write([*head, *_ADDED])
        for number, row in enumerate(rows):
            write([*row, f"R-{number}", "Ministry of the Interior", f"p{number}@example.org", "+1"])
    return path


def workbook(path: Path, listed: Path) -> Path:
    """The same list as a workbook."""
    import xlsxwriter

    with listed.open(encoding="utf-8", newline="") as file, xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(csv.reader(file)):
            sheet.write_row(number, 0, row)
    return path


def empty_meeting(path: Path) -> Services:
    """A meeting with nobody on it."""
    for old in (path, Path(f"{path}-wal")):
        old.unlink(missing_ok=True)
    make_meeting(path, "Border management", "Madrid", "Europe/Madrid", DAYS, OPERATOR, opening_hour)
    return open_meeting(path, opening_hour)


def ours(listed: Path, folder: Path) -> float:
    """Seconds for reading, planning and applying a list to an empty meeting."""
    services = empty_meeting(folder / "import.checkin")
    started = perf_counter()
    services.lists.apply(services.lists.read(listed), OPERATOR, confirmed=True)
    took = perf_counter() - started
    services.close()
    return took


def upserts(listed: Path, folder: Path) -> float:
    """Seconds for openpyxl and an upsert of each bare row by sqlite-utils."""
    import openpyxl
    import sqlite_utils

    (folder / "bare.db").unlink(missing_ok=True)
    started = perf_counter()
    head, *rows = openpyxl.load_workbook(listed, read_only=True).active.iter_rows(values_only=True)
    table = sqlite_utils.Database(folder / "bare.db")["people"]
    for row in rows:
        table.upsert(dict(zip(head, row, strict=True)), pk="Reference")
    return perf_counter() - started


def insert_all(listed: Path, folder: Path) -> float:
    """Seconds for csv and sqlite-utils' insert_all of the bare rows."""
    import sqlite_utils

    for old in folder.glob("bare.db*"):
        old.unlink()
    started = perf_counter()
    with listed.open(encoding="utf-8", newline="") as file:
        sqlite_utils.Database(folder / "bare.db")["people"].insert_all(csv.DictReader(file))
    return perf_counter() - started


class Seen(Exception):
    """Somebody has the beginning of a list in sight."""


def first_sight(services: Services, listed: Path) -> Callable[[], object]:
    """The whole file read, the list found in it, its columns understood, its beginning shown."""

    def see(_: object) -> None:
        raise Seen

    def look() -> None:
        with suppress(Seen):
            services.lists.read(listed, glimpsed=see)

    return look


def ready_sight(services: Services, listed: Path) -> float:
    """`first_sight` where the parser was started before; the shortest of some, in seconds."""
    times = []
    for _ in range(ROUNDS):
        services.lists.prepare_reading()
        sleep(_STARTING)
        times.append(best(first_sight(services, listed), rounds=1))
    return min(times)


def compared(services: Services, listed: Path) -> Callable[[], object]:
    """All of a list read and compared with the meeting: what the numbers wait for."""
    return lambda: services.lists.preview(services.lists.read(listed))


def bare_csv(listed: Path) -> Callable[[], object]:
    """Nothing but the cells."""

    def read() -> object:
        with listed.open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    return read


def bare_calamine(listed: Path) -> Callable[[], object]:
    """Nothing but the cells of a workbook."""
    import python_calamine

    return lambda: python_calamine.load_workbook(str(listed)).get_sheet_by_index(0).to_python()


def best(do: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest of some rounds, in seconds."""
    times = []
    for _ in range(rounds):
        started = perf_counter()
        do()
        times.append(perf_counter() - started)
    return min(times)


def of_its_own(way: str, folder: Path, listed: Path) -> tuple[float, float]:
    """(seconds, peak megabytes) of a way in a process of its own."""
    words = [sys.executable, "-m", "tests.benchmarks.bench_import", "--dir", str(folder)]
    said = subprocess.check_output([*words, "--way", way, "--list", str(listed)], text=True)
    seconds, kilobytes = said.split()
    return float(seconds), float(kilobytes) / 1024


def many_rows(folder: Path, rows: int) -> None:
    listed = wide(folder / "many.csv", rows)
    took, used = min(of_its_own("ours", folder, listed) for _ in range(3))
    common, _ = min(of_its_own("insert_all", folder, listed) for _ in range(3))
    print(f"{rows} rows of CSV: {took:.2f} s, {used:.0f} MB; insert_all {common:.2f} s;", end=" ")
    print(f"ratio {took / common:.2f} (at most 4); under 600 MB: {'yes' if used < 600 else 'NO'}")


def thousand(folder: Path) -> None:
    listed = workbook(folder / "thousand.xlsx", wide(folder / "thousand.csv", 1000))
    took = min(ours(listed, folder) for _ in range(ROUNDS))
    common = min(upserts(listed, folder) for _ in range(ROUNDS))
    print(f"1,000 rows of XLSX: {took * 1e3:.0f} ms;", end=" ")
    print(f"openpyxl and upserts {common * 1e3:.0f} ms; {common / took:.1f} times as fast (aim 3)")


def previews(folder: Path) -> None:
    listed = wide(folder / "ten.csv", 10_000)
    book, services = workbook(folder / "ten.xlsx", listed), empty_meeting(folder / "p.checkin")
    for known in ("nobody", "everybody"):
        for path, bare in ((listed, bare_csv(listed)), (book, bare_calamine(book))):
            sight, floor = best(first_sight(services, path)), best(bare)
            whole = best(compared(services, path))
            print(f"preview of 10,000 rows of {path.suffix}, {known} known:", end=" ")
            print(f"{sight * 1e3:.0f} ms; bare {floor * 1e3:.0f} ms;", end=" ")
            print(f"ratio {sight / floor:.1f} (at most 3);", end=" ")
            if path is book:
                ready = ready_sight(services, path)
                print(f"parser ready {ready * 1e3:.0f} ms, {ready / floor:.1f};", end=" ")
            print(f"all of it compared: {whole * 1e3:.0f} ms, ratio {whole / floor:.1f}")
        services.lists.apply(services.lists.read(listed), OPERATOR, confirmed=True)
    services.close()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--dir", type=Path, default=Path("build/bench"))
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--way", choices=("ours", "insert_all"))
    options.add_argument("--list", type=Path)
    given = options.parse_args()
    given.dir.mkdir(parents=True, exist_ok=True)
    if given.way:
        took = {"ours": ours, "insert_all": insert_all}[given.way](given.list, given.dir)
        print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return
    thousand(given.dir)
    previews(given.dir)
    many_rows(given.dir, given.rows)


if __name__ == "__main__":
    main()
