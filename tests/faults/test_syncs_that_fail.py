"""A disk that refuses one sync or one write, and a disk that refuses all from then on."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.faults.child import calls_before_answers, faulty, run, scan_command
from tests.faults.conftest import Crowd
from tests.faults.truth import arrived, assert_honest

_BADGES = 5


@pytest.fixture(scope="module")
def calls(crowd: Crowd, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[int]]:
    """How often a desk writes and syncs before each of its answers."""
    folder = tmp_path_factory.mktemp("calls")
    file = folder / "madrid.checkin"
    file.write_bytes(crowd.file.read_bytes())
    return calls_before_answers(file, crowd.tokens[:_BADGES], folder / "log")


@pytest.mark.parametrize("ever_after", ["", "+"])
@pytest.mark.parametrize("answer", range(_BADGES + 2))
def test_what_was_said_after_a_failed_sync_is_true(
    madrid: Path,
    tokens: tuple[str, ...],
    tmp_path: Path,
    calls: dict[str, list[int]],
    answer: int,
    ever_after: str,
) -> None:
    when = calls["fsync"][0] + answer
    assert_true(madrid, tokens[:_BADGES], tmp_path, f"fsync:error=EIO:when={when}{ever_after}")


def assert_true(file: Path, badges: Sequence[str], folder: Path, fault: str) -> None:
    """Who was said recorded is there; of the rest, at most the one nobody could tell about."""
    said = assert_honest(run(faulty(scan_command(file), folder / "log", fault), badges), badges)
    there = arrived(file)
    assert there in (sorted(badges[:said]), sorted(badges[: said + 1]))


@pytest.mark.parametrize(("error", "ever_after"), [("EIO", ""), ("ENOSPC", "+")])
@pytest.mark.parametrize("later", range(-5, 46, 5))
def test_what_was_said_after_a_failed_write_is_true(
    madrid: Path,
    tokens: tuple[str, ...],
    tmp_path: Path,
    calls: dict[str, list[int]],
    later: int,
    ever_after: str,
    error: str,
) -> None:
    when = calls["pwrite64"][0] + later
    fault = f"pwrite64:error={error}:when={when}{ever_after}"
    assert_true(madrid, tokens[:_BADGES], tmp_path, fault)
