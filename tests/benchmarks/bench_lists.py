"""Lists read, against the bare read of csv and calamine; and taken in, against openpyxl.

The second part reads, plans and applies a workbook into a new meeting file, and beside it reads
its bare rows with openpyxl and writes them with sqlite-utils, one by one and all at once.
Run: python -m tests.benchmarks.bench_lists [--dir DIR] [--rows N ...]
"""

import argparse
import csv
import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import openpyxl
import sqlite_utils
import xlsxwriter
import xlwt
from python_calamine import CalamineWorkbook

from checkin.bootstrap import open_meeting
from checkin.documents.lists.source import read_source
from checkin.services.care import make_meeting
from tests.benchmarks.meetings import DAYS, OPERATOR, opening_hour

HEADER = (
    "Title",
    "Family name",
    "Given names",
    "Function",
    "Organisation",
    "Country",
    "E-mail",
    "Ref",
)
COUNTRIES = ("Spain", "Morocco", "Senegal", "Portugal", "France", "Mali", "Germany", "Poland")
TAKEN_IN = 1_000
OLD_ROWS = 65_000  # as many as an .xls holds


def people(count: int) -> Iterator[tuple[str, ...]]:
    """The header and so many invented people."""
    chance = random.Random(1)
    yield HEADER
    for number in range(count):
        name, country = f"NAME {chance.randrange(10**6)}", chance.choice(COUNTRIES)
        mail = f"p{number}@example.org"
        yield "Mr", name, f"Given {number}", "Counsellor", "Ministry", country, mail, f"R{number}"


def write(folder: Path, count: int) -> list[Path]:
    """The same list in every format we write ourselves."""
    paths = [folder / f"{count}.{ending}" for ending in ("csv", "xlsx", "xls")]
    rows = list(people(count))
    with paths[0].open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    with xlsxwriter.Workbook(paths[1]) as book:
        sheet = book.add_worksheet()
        for index, row in enumerate(rows):
            sheet.write_row(index, 0, row)
    if count > OLD_ROWS:
        return paths[:2]
    old = xlwt.Workbook()
    table = old.add_sheet("A")
    for index, row in enumerate(rows):
        for column, text in enumerate(row):
            table.write(index, column, text)
    old.save(str(paths[2]))
    return paths


def bare(path: Path) -> list[list[str]]:
    """What there is to read at the least."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def milliseconds(job: Callable[[], object], times: int = 5) -> float:
    """The median of a few runs."""
    taken = []
    for _ in range(times):
        started = perf_counter()
        job()
        taken.append((perf_counter() - started) * 1000)
    return median(taken)


def take_in(folder: Path, listed: Path) -> None:
    """Reads, plans and applies a list, into a new file."""
    path = folder / "m.checkin"
    services = open_meeting(path, opening_hour)
    services.lists.apply(services.lists.read(listed), OPERATOR)
    services.close()


def new_file(folder: Path) -> None:
    """A meeting nobody is listed for yet."""
    for name in ("m.checkin", "m.checkin-wal"):
        (folder / name).unlink(missing_ok=True)
    make_meeting(folder / "m.checkin", "M", "Madrid", "Europe/Madrid", DAYS, OPERATOR, opening_hour)


def common(folder: Path, listed: Path, *, at_once: bool) -> None:
    """The bare rows by openpyxl into a table of sqlite-utils."""
    path = folder / "common.db"
    path.unlink(missing_ok=True)
    book = openpyxl.load_workbook(listed, read_only=True)
    header, *rows = book.active.iter_rows(values_only=True)
    records = [dict(zip(header, row, strict=True)) for row in rows]
    table = sqlite_utils.Database(path)["people"]
    if at_once:
        table.upsert_all(records, pk="Ref")
        return
    for record in records:
        table.upsert(record, pk="Ref")


def main() -> None:
    """Prints milliseconds and how many times the bare read they are."""
    made = argparse.ArgumentParser(description=__doc__)
    made.add_argument("--dir", type=Path, default=Path("/tmp"))
    made.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    given = made.parse_args()
    for count in given.rows:
        for path in write(given.dir, count):
            least, ours = (
                milliseconds(partial(bare, path)),
                milliseconds(partial(read_source, path)),
            )
            print(f"{path.name:12} bare {least:7.1f}  read {ours:7.1f}  {ours / least:5.1f} times")
    (_, listed, _) = write(given.dir, TAKEN_IN)
    taken = []
    for _ in range(5):
        new_file(given.dir)
        taken.append(milliseconds(lambda: take_in(given.dir, listed), 1))
    one_by_one = milliseconds(lambda: common(given.dir, listed, at_once=False), 3)
    at_once = milliseconds(lambda: common(given.dir, listed, at_once=True), 3)
    print(
        f"{TAKEN_IN} taken in {median(taken):.0f}; openpyxl and sqlite-utils, one by one ", end=""
    )
    print(f"{one_by_one:.0f}, all at once {at_once:.0f}")


if __name__ == "__main__":
    main()
