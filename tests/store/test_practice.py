"""The folder of a practice copy goes, and no other ever does."""

from pathlib import Path

import pytest

from checkin.store import practice


@pytest.mark.parametrize("name", ["madrid/rehearsal.checkin", "checkin-rehearsal-x/madrid.checkin"])
def test_a_file_that_is_no_practice_copy_stays(tmp_path: Path, name: str) -> None:
    kept = tmp_path / name
    kept.parent.mkdir()
    kept.write_bytes(b"a meeting")
    practice.remove(kept)
    assert kept.read_bytes() == b"a meeting"


def test_a_practice_copy_goes_with_its_folder(tmp_path: Path) -> None:
    copy = tmp_path / f"{practice.PRACTICE}x" / "rehearsal.checkin"
    copy.parent.mkdir()
    copy.write_bytes(b"a copy")
    practice.remove(copy)
    assert not copy.parent.exists()
