"""Return key to painted card, against the common way, in one process with 1,000 delegates.

The yardstick is `do_naive` as it is often written: a row by sqlite-utils, then a
QStandardItemModel of everybody who came, made anew, and a label. It has its own .db file and
SQLite of its own; both files stand in one folder on a disk file system.
Run: python -m tests.benchmarks.bench_reception [--dir DIR] [--delegates N]
"""

import argparse
import gc
import os
import random
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from tests.benchmarks.screen import SCREEN

os.environ.setdefault("QT_QPA_PLATFORM", SCREEN)

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from sqlite_utils import Database

from checkin.bootstrap import open_meeting, system_clock
from checkin.domain.clock import Clock
from checkin.gui.app import application
from checkin.gui.crash import CrashHook
from checkin.gui.front import Front
from checkin.gui.look.theme import theme
from checkin.gui.opening import Opening
from checkin.gui.reception.card import VerdictCard
from checkin.gui.window import Window
from checkin.services.words import wording
from tests.benchmarks.meetings import OPERATOR, make, opening_hour, people, quantile

DDL = """
create table delegate(id integer primary key, token text not null unique, full_name text,
    country text, organisation text, role text);
create table arrival(id integer primary key, delegate_id int not null references delegate(id),
    day text not null, at text not null, desk text not null, unique(delegate_id, day));
create index ad on arrival(day);
"""


class Common:
    """The common way: one row in, everything read again, the model made anew."""

    def __init__(self, path: Path, rows: list[tuple[str, str, str]], app: QApplication) -> None:
        self.app, self.count = app, len(rows)
        for old in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            old.unlink(missing_ok=True)
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("pragma journal_mode=wal")
        connection.execute("pragma synchronous=full")
        connection.executescript(DDL)
        connection.executemany(
            "insert into delegate(token, full_name, country) values (?, ?, ?)", rows
        )
        self.database = Database(connection)
        self.window, self.table, self.label = QMainWindow(), QTableView(), QLabel()
        self.label.setStyleSheet("font-size: 40pt")
        inside, panel = QWidget(), QWidget()
        panel.setMinimumHeight(230)
        column = QVBoxLayout(inside)
        for part in (QLineEdit(), panel, self.table, self.label):
            column.addWidget(part)
        self.window.setCentralWidget(inside)
        self.window.resize(1280, 800)
        self.window.show()
        app.processEvents()

    def close(self) -> None:
        """Leaves nothing behind that the other would have to clear away."""
        self.window.close()
        del self.window, self.table, self.model, self.database
        gc.collect()

    def scan(self, token: str) -> float:
        """Seconds until the window is painted."""
        begun = perf_counter()
        row = next(iter(self.database["delegate"].rows_where("token = ?", [token])))
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        arrival = {"delegate_id": row["id"], "day": "2022-07-05", "at": now, "desk": "A"}
        self.database["arrival"].insert(arrival, pk="id", ignore=True)
        here = self.database["arrival"].count
        self.label.setText(f"{row['full_name']} {row['country']} {here}/{self.count}")
        self._show_everybody()
        return perf_counter() - begun

    def _show_everybody(self) -> None:
        rows = list(
            self.database.query(
                "select d.full_name, d.country, a.at from arrival a"
                " join delegate d on d.id = a.delegate_id order by a.at desc"
            )
        )
        model = QStandardItemModel()
        for row in rows:
            model.appendRow([QStandardItem(str(value)) for value in row.values()])
        self.table.setModel(model)
        self.model = model
        self.app.processEvents()


class Ours:
    """Our window on our meeting file, opened as the app opens it, with keys as a scanner's."""

    def __init__(self, path: Path, clock: Clock, app: QApplication) -> None:
        self.app, self.painted = app, 0.0
        self._watch()
        self.front = Front(Opening(clock), theme("light"), wording("en"), CrashHook())
        assert self.front.open(path)
        assert isinstance(self.front.shown, Window)
        self.window = self.front.shown
        self._settle()

    def _watch(self) -> None:
        paint = VerdictCard.paintEvent

        def watched(card: VerdictCard, event: QPaintEvent) -> None:
            paint(card, event)
            self.painted = perf_counter()

        VerdictCard.paintEvent = watched  # type: ignore[method-assign]

    def scan(self, token: str) -> float:
        """Seconds from the Return key to the painted card; what follows is not waited for."""
        field = self.window.page.field
        QTest.keyClicks(field, token)
        self.app.processEvents()  # the letters are painted as they come
        begun = perf_counter()
        QTest.keyClick(field, Qt.Key.Key_Return)
        took = self.painted - begun
        self._settle()
        return took

    def _settle(self) -> None:
        """Count and list follow the card, and are painted."""
        for _ in range(3):
            self.app.processEvents()


def report(name: str, times: list[float]) -> tuple[float, float]:
    middle, worst = quantile(times, 0.5), quantile(times, 0.99)
    print(
        f"{name:44s} p50 {middle:7.2f} ms   p99 {worst:7.2f} ms   most {max(times) * 1e3:7.2f} ms"
    )
    return middle, worst


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--dir", type=Path, default=Path("build/bench"))
    options.add_argument("--delegates", type=int, default=1000)
    given = options.parse_args()
    given.dir.mkdir(parents=True, exist_ok=True)
    app = application(theme("light"))
    path = given.dir / "reception.checkin"
    make(path, people(given.dir / "people.csv", given.delegates), opening_hour)
    started = datetime.now(UTC) - opening_hour()
    clock = lambda: system_clock() - started  # noqa: E731
    services = open_meeting(path, clock)
    held = [(b.token, h.name, h.delegation) for b, h in services.badges.all(OPERATOR) if h]
    services.close()
    random.Random(1).shuffle(held)
    common = Common(given.dir / "common.db", held, app)  # first: our window tames the collector
    common_times = [common.scan(token) for token, *_ in held[:1000]]
    common.close()
    ours = Ours(path, clock, app)
    our_times = [ours.scan(token) for token, *_ in held[:1000]]
    assert int(ours.window.page.today.number.text()) == len(our_times)
    our = report("Return key to painted card", our_times)
    naive = report("common way", common_times)
    print(f"times faster: p50 {naive[0] / our[0]:.1f}, p99 {naive[1] / our[1]:.1f} (at least 10)")
    ours.front.close()


if __name__ == "__main__":
    main()
