"""One window on a computer: a second start raises the first, hands it its file, and ends."""

import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest
from PySide6.QtNetwork import QLocalSocket

from checkin.bootstrap import open_meeting
from checkin.domain.refused import Refused
from checkin.gui.only_one import OnlyOne, hand_over, marker_beside
from tests.cli.command import environment
from tests.conftest import Clock

SECONDS = 30


@contextmanager
def started(*arguments: str | Path):
    """The program in a process of its own; killed at the end if it still runs."""
    command = [sys.executable, "-m", "checkin", *map(str, arguments)]
    with subprocess.Popen(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        try:
            yield running
        finally:
            if running.poll() is None:
                running.kill()


def eventually(holds) -> None:
    end = monotonic() + SECONDS
    while not holds():
        assert monotonic() < end
        sleep(0.05)


def is_open(path: Path, clock: Clock) -> bool:
    """Whether some other program holds a meeting file."""
    try:
        open_meeting(path, clock).close()
    except Refused as refused:
        return refused.code == "file_in_use"
    return False


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "config" / "window.ini"


def test_a_second_start_hands_its_file_to_the_first_and_ends(
    settings: Path, meeting_file: Path, tmp_path: Path, clock: Clock
) -> None:
    other = Path(shutil.copy(meeting_file, tmp_path / "other.checkin"))
    with started(meeting_file, "--settings", settings) as first:
        eventually(marker_beside(settings).exists)
        for path in (meeting_file, None, other):
            words = [] if path is None else [path]
            with started(*words, "--settings", settings) as second:
                out, err = second.communicate(timeout=SECONDS)
                assert (second.returncode, out) == (0, b""), err
            assert first.poll() is None
        eventually(lambda: is_open(other, clock))
        eventually(lambda: not is_open(meeting_file, clock))
        first.send_signal(signal.SIGKILL)
        first.communicate()


def test_what_a_killed_window_left_is_cleaned_and_the_next_one_opens(
    settings: Path, meeting_file: Path, clock: Clock
) -> None:
    marker = marker_beside(settings)
    with started(meeting_file, "--settings", settings) as first:
        eventually(marker.exists)
        left = marker.read_text(encoding="ascii")
        first.kill()
    with started(meeting_file, "--settings", settings):
        eventually(lambda: marker.exists() and marker.read_text(encoding="ascii") != left)
        eventually(lambda: is_open(meeting_file, clock))


@pytest.fixture
def only(qapp, settings: Path):
    made = OnlyOne(marker_beside(settings))
    made.listen()
    yield made
    made.close()


def connected(only: OnlyOne) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(only._server.serverName())
    assert socket.waitForConnected(2000)
    return socket


def test_a_window_that_closes_listens_no_longer(qtbot, only: OnlyOne, settings: Path) -> None:
    assert marker_beside(settings).exists()
    only.listen()
    only.close()
    only.close()
    assert not marker_beside(settings).exists()
    assert not hand_over(marker_beside(settings), None)


def test_the_marker_of_a_later_window_is_left_alone(only: OnlyOne, settings: Path) -> None:
    marker_beside(settings).write_text("another", encoding="ascii")
    only.close()
    assert marker_beside(settings).exists()
    assert not hand_over(marker_beside(settings), None)
    assert not marker_beside(settings).exists()


def test_a_path_in_two_pieces_is_one_path_and_nonsense_is_dropped(qtbot, only: OnlyOne) -> None:
    socket = connected(only)
    with qtbot.waitSignal(only.asked) as asked:
        socket.write(b"/a/b")
        socket.flush()
        socket.write("/ñ.checkin\n".encode())
        socket.flush()
    assert asked.args == ["/a/b/ñ.checkin"]
    babbling = connected(only)
    with qtbot.assertNotEmitted(only.asked, wait=50), qtbot.waitSignal(babbling.disconnected):
        babbling.write(b"x" * (1 << 18))
        babbling.flush()


def test_settings_that_cannot_be_written_do_not_hinder_the_window(qapp, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    only = OnlyOne(marker_beside(tmp_path / "file" / "window.ini"))
    only.listen()
    only.close()
