"""A meeting made once, and a fresh copy of its file for every fault."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from checkin.bootstrap import open_meeting
from checkin.services.care import make_meeting
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS, many_people

CROWD = 60


@dataclass(frozen=True, slots=True)
class Crowd:
    """A meeting file that no test touches, and everybody's token."""

    file: Path
    tokens: tuple[str, ...]


@pytest.fixture(scope="session")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Crowd:
    """Sixty people with a badge each, nobody has arrived."""
    folder, clock = tmp_path_factory.mktemp("crowd"), Clock()
    file = folder / "crowd.checkin"
    make_meeting(file, "Borders", "Madrid", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
    services = open_meeting(file, clock)
    services.lists.apply(services.lists.read(many_people(folder / "list.csv", CROWD)), SALMA)
    tokens = tuple(badge.token for badge, _ in services.badges.all(SALMA))
    services.close()
    return Crowd(file, tokens)


@pytest.fixture
def tokens(crowd: Crowd) -> tuple[str, ...]:
    """Everybody's token, by badge number."""
    return crowd.tokens


@pytest.fixture
def madrid(crowd: Crowd, tmp_path: Path) -> Path:
    """A copy of that meeting file of one's own."""
    return Path(shutil.copy(crowd.file, tmp_path / "madrid.checkin"))


@pytest.fixture
def crowd_file(crowd: Crowd) -> bytes:
    """The bytes of that meeting file."""
    return crowd.file.read_bytes()
