"""The program run in this process, and a meeting made by its own commands."""

from pathlib import Path

import pytest

from tests.cli.command import FIRST_MORNING, Run, here
from tests.cli.invented_list import write


@pytest.fixture
def checkin() -> Run:
    """Runs the program in this process."""
    return here


@pytest.fixture
def empty_meeting(tmp_path: Path, checkin: Run) -> Path:
    """A meeting of two days in Madrid with nobody on it."""
    path = tmp_path / "m.checkin"
    checkin(
        *("new", path, "--name", "Madrid", "--place", "Madrid", "--zone", "Europe/Madrid"),
        *("--day", "2022-07-05", "--day", "2022-07-06", "--at", FIRST_MORNING),
    ).done()
    return path


@pytest.fixture
def madrid(empty_meeting: Path, tmp_path: Path, checkin: Run) -> Path:
    """That meeting with the invented list taken in."""
    checkin("import", empty_meeting, write(tmp_path / "liste.csv")).done()
    return empty_meeting


@pytest.fixture
def tokens(madrid: Path, checkin: Run) -> list[str]:
    """Everybody's token, by badge number."""
    return [one["token"] for one in checkin("tokens", madrid, "--json").done().json]
