"""What every test stands on: a clock that is set by hand, a meeting on a real file, a strict log.

Nothing of ours is replaced by a stand-in; only the clock is given.
"""

import logging
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from checkin.bootstrap import Services, open_meeting
from checkin.domain.operator import Operator
from checkin.services.care import make_meeting
from tests.collecting import pytest_runtest_protocol  # noqa: F401 -- a hook
from tests.people import MEETING_DAYS, list_of
from tests.printers import print_system, programs  # noqa: F401 -- fixtures

settings.register_profile(
    "desk",
    deadline=None,  # speed lives in tests/benchmarks
    derandomize="CHECKIN_NEW_EXAMPLES" not in os.environ,  # the same tree, the same result
)
settings.load_profile("desk")

SALMA = Operator("Salma")


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: datetime = field(
        default_factory=lambda: datetime.fromisoformat("2022-07-05T08:45:00+02:00")
    )

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **duration: float) -> None:
        """Moves on, as in `wait(seconds=4)`."""
        self.now += timedelta(**duration)

    def set(self, text: str) -> None:
        """Sets the clock to an ISO time."""
        self.now = datetime.fromisoformat(text)


def _only_sqlcipher_opens_meetings(event: str, arguments: tuple[object, ...]) -> None:
    if event == "sqlite3.connect" and ".checkin" in str(arguments[0]):
        raise AssertionError(f"a meeting file was opened by sqlite3: {arguments[0]!r}")


signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in a shell's background
sys.addaudithook(_only_sqlcipher_opens_meetings)


@pytest.fixture(autouse=True)
def _no_unexpected_log_line(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A line in the log from WARNING on fails the test, unless the test took it with `caplog`."""
    yield
    lines = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and not getattr(record, "expected", False)
    ]
    if lines:
        pytest.fail(f"unexpected log lines: {lines}")


@pytest.fixture
def clock() -> Clock:
    """08:45 in Madrid on the first meeting day."""
    return Clock()


@pytest.fixture
def empty_file(tmp_path: Path, clock: Clock) -> Path:
    """A meeting file with nobody on it."""
    path = tmp_path / "madrid.checkin"
    make_meeting(path, "Border management", "Madrid", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
    return path


@pytest.fixture
def meeting_file(empty_file: Path, tmp_path: Path, clock: Clock) -> Path:
    """A meeting file with the invented people of `tests/people.py`, each with a badge."""
    services = open_meeting(empty_file, clock)
    listed = services.lists.read(list_of(tmp_path / "list.csv"))
    services.lists.apply(listed, SALMA)
    services.close()
    return empty_file


@pytest.fixture
def services(meeting_file: Path, clock: Clock) -> Iterator[Services]:
    """The services of that meeting, closed afterwards."""
    opened = open_meeting(meeting_file, clock)
    yield opened
    opened.close()


@pytest.fixture
def tokens(services: Services) -> dict[str, str]:
    """Everybody's token by name."""
    return {holder.name: badge.token for badge, holder in services.badges.all(SALMA) if holder}


@pytest.fixture
def practice_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the practice copies of a test stand, and those of no other."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place
