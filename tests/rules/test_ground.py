"""The ground we stand on: versions that crash kept out, one library at the meeting file."""

import re
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.cli.command import environment
from tests.rules.source import ROOT

TIMES = 300
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8")


def void_calls(label: QLabel, painter: QPainter) -> dict[str, Callable[[], object]]:
    """Calls that return nothing, each of them met at the desk a thousand times a day."""
    line, model, timer = QLineEdit(label), QStandardItemModel(3, 3), QTimer(label)
    font, path, box = QFont(), QPainterPath(), QRectF(0, 0, 10, 10)
    return {
        "setText": lambda: label.setText("y"),
        "setStyleSheet": lambda: label.setStyleSheet("color: red"),
        "update": label.update,
        "hide": label.hide,
        "line.setText": lambda: line.setText("a"),
        "line.clear": line.clear,
        "setData": lambda: model.setData(model.index(0, 0), "a"),
        "data of an empty cell": lambda: model.data(model.index(1, 1)),
        "timer.start": lambda: timer.start(100_000),
        "timer.stop": timer.stop,
        "processEvents": QApplication.processEvents,
        "setFont": lambda: painter.setFont(font),
        "setPen": lambda: painter.setPen(Qt.PenStyle.NoPen),
        "setBrush": lambda: painter.setBrush(QColor(1, 2, 3)),
        "save and restore": lambda: (painter.save(), painter.restore()),
        "drawText": lambda: painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "abc"),
        "drawRect": lambda: painter.drawRect(box),
        "drawPath": lambda: painter.drawPath(path),
        "addRect": lambda: path.addRect(box),
        "setPointSizeF": lambda: font.setPointSizeF(11),
    }


def test_a_call_that_returns_nothing_costs_no_reference_to_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 on Python 3.11 lost one a call, and aborted after some thousand."""
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    label = QLabel("x")
    leaks = {}
    for name, call in void_calls(label, painter).items():
        call()
        before = sys.getrefcount(None)
        for _ in range(TIMES):
            call()
        change = sys.getrefcount(None) - before
        if abs(change) >= TIMES // 2:
            leaks[name] = change / TIMES
    painter.end()
    label.deleteLater()
    assert leaks == {}


def test_pyside_stays_below_the_release_that_aborts() -> None:
    (wanted,) = (one for one in PROJECT["project"]["dependencies"] if one.startswith("pyside6"))
    assert "<6.12" in wanted
    assert (6, 8) <= tuple(map(int, version("PySide6").split(".")[:2])) < (6, 12)


def test_every_dependency_has_an_exact_release_and_no_address() -> None:
    pinned = set(re.findall(r"^([\w.-]+)==[\w.]+(?: ;.*)?$", PINS, re.M))
    groups = (PROJECT["project"]["dependencies"], PROJECT["dependency-groups"]["dev"])
    named = {re.split("[<>=! ]", one)[0].lower() for group in groups for one in group}
    assert named - pinned == set()
    others = [line for line in PINS.splitlines() if line and not line.startswith("#")]
    assert len(others) == len(pinned)
    assert "://" not in PINS


@pytest.mark.parametrize("kind", [str, Path, lambda path: f"file:{path}?mode=ro"])
def test_the_audit_hook_bites(tmp_path: Path, kind: Callable[[Path], object]) -> None:
    target = kind(tmp_path / "madrid.checkin")
    with pytest.raises(AssertionError, match="opened by sqlite3"):
        sqlite3.connect(target, uri=str(target).startswith("file:"))  # type: ignore[call-overload]
    assert list(tmp_path.iterdir()) == []


def test_the_audit_hook_lets_others_databases_be(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "coverage").close()


WATCHED = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(given) if "sqlite3.connect" == event else None)
from checkin.__main__ import main
codes = [main(words.split("|")) for words in sys.argv[1:]]
print("opened", [str(one) for one in opened if "coverage" not in str(one)], "codes", codes)
"""


def test_the_standard_librarys_sqlite_opens_nothing_in_a_whole_life_of_a_file(
    tmp_path: Path,
) -> None:
    file, listed = tmp_path / "m.checkin", tmp_path / "a.csv"
    listed.write_text("Nom,Pays\nSOW,Mali\n", encoding="utf-8")
    life = (
        f"new|{file}|--name|N|--zone|Europe/Madrid|--day|2022-07-05",
        f"import|{file}|{listed}",
        f"badges|{file}|--to|{tmp_path / 'b.pdf'}",
        f"scan|{file}|--day|2022-07-05",
        f"report|{file}|attendance|--to|{tmp_path / 'r.xlsx'}",
        f"check|{file}|--deep",
        f"backup|{file}|--to|{tmp_path}",
    )
    said = subprocess.run(
        [sys.executable, "-c", WATCHED, *life],
        env=environment(),
        input="rubbish\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.splitlines()[-1] == "opened [] codes [0, 0, 0, 0, 0, 0, 0]"


def test_the_sqlite_that_opens_meetings_has_no_known_corruption_bug() -> None:
    from sqlcipher3 import dbapi2

    assert tuple(map(int, dbapi2.sqlite_version.split("."))) >= (3, 51, 3)
