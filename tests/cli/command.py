"""The command line as a caller sees it: what it was given, its exit code and its two streams."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checkin.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
FIRST_MORNING = "2022-07-05T08:45:00+02:00"


@dataclass(frozen=True, slots=True)
class Ran:
    """A finished command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)

    @property
    def answers(self) -> list[dict[str, Any]]:
        """One object a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    def done(self) -> "Ran":
        """The same, certain that nothing went wrong."""
        assert self.code == 0, self.err
        return self

    def refused(self, code: str) -> "Ran":
        """The same, certain that it was refused with this code, in words, and no traceback."""
        assert self.code == 1, self.out
        assert self.err.startswith(f"{code}: "), self.err
        assert len(self.err.strip()) > len(code) + 20
        assert "Traceback" not in self.err
        return self


Run = Callable[..., Ran]


def here(*arguments: str | Path, stdin: str | bytes = "") -> Ran:
    """Runs the program in this process, between three streams of its own."""
    given = stdin.encode("utf-8", "surrogateescape") if isinstance(stdin, str) else stdin
    kept = sys.stdin, sys.stdout, sys.stderr
    heard, complained = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(given))
    sys.stdout = out = io.TextIOWrapper(heard)
    sys.stderr = err = io.TextIOWrapper(complained)
    try:
        code = main([str(one) for one in arguments])
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 1
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
    out.flush()
    err.flush()
    return Ran(code, heard.getvalue().decode(), complained.getvalue().decode())


def environment(measured: bool = True) -> dict[str, str]:
    """What a process of its own needs to find the program.

    Coverage writes a file too, so it must not be measured where files are made to fail.
    """
    kept = {name: value for name, value in os.environ.items() if measured or "COV" not in name}
    return {**kept, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}


def command(*arguments: str | Path | bytes) -> list[str | bytes]:
    """The words that start the program in a process of its own."""
    return [
        *(sys.executable, "-m", "checkin"),
        *(one if isinstance(one, bytes) else str(one) for one in arguments),
    ]


def process(
    *arguments: str | Path | bytes, stdin: bytes = b"", measured: bool = True, **other: Any
) -> Ran:
    """Runs the program in a process of its own."""
    ran = subprocess.run(
        command(*arguments),
        input=stdin,
        capture_output=True,
        env=environment(measured),
        timeout=60,
        check=False,
        **other,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())
