"""The contracts of the house bite: a wall that is broken once in a copy is said to be broken."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.source import PROGRAM, ROOT

BREACHES = [
    (
        "The house, from the street to the cellar",
        "domain/breach.py",
        "import checkin.services.words",
    ),
    (
        "The house, from the street to the cellar",
        "store/breach.py",
        "import checkin.documents.wording",
    ),
    ("The house, from the street to the cellar", "gui/breach.py", "import checkin.cli.main"),
    ("The house, from the street to the cellar", "paths.py", "import checkin.domain.text"),
    ("The house, from the street to the cellar", "attic.py", ""),
    ("Store and documents are opened by services", "gui/breach.py", "import checkin.store.fold"),
    ("Store and documents are opened by services", "tour.py", "import checkin.documents.wording"),
    ("Only the store speaks to the meeting file", "services/breach.py", "import sqlcipher3"),
    (
        "Only the store speaks to the meeting file",
        "cli/breach.py",
        "from sqlite_utils import Database",
    ),
    ("Only documents know paper", "gui/breach.py", "from PIL import Image"),
    ("Only documents know paper", "services/breach.py", "def f():\n    import reportlab"),
    ("Only the gui knows Qt", "documents/breach.py", "from PySide6.QtGui import QImage"),
    ("Nobody opens a database by the standard library", "store/breach.py", "import sqlite3"),
    ("The domain knows the standard library's values", "domain/breach.py", "import pathlib"),
    (
        "No two rooms, and no two parts",
        "domain/text.py",
        "def f():\n    import checkin.domain.scan",
    ),
]


@pytest.mark.parametrize(("contract", "file", "line"), BREACHES)
def test_a_breach_is_noticed(tmp_path: Path, contract: str, file: str, line: str) -> None:
    house = tmp_path / "checkin"
    shutil.copytree(PROGRAM, house, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (house / file).open("a", encoding="utf-8") as breach:
        breach.write(f"\n\n{line}\n")
    said = lint(tmp_path)
    assert said.returncode == 1, said.stdout
    broken = [text for text in said.stdout.splitlines() if text.endswith("BROKEN")]
    assert any(text.startswith(contract) for text in broken), said.stdout


def test_the_house_as_it_stands_keeps_its_contracts_without_exceptions() -> None:
    assert "ignore_imports" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    said = lint(ROOT)
    assert said.returncode == 0, said.stdout
    assert " 0 broken" in said.stdout


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """import-linter's word about the house in a folder."""
    code = "from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache", "--no-logo"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
