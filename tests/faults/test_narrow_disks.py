"""Disks with room for a file or for its log, but not for both: what is made is whole or refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.bootstrap import Services, open_meeting
from checkin.domain.refused import Refused
from checkin.services.care import make_meeting, restore
from tests.conftest import SALMA, Clock
from tests.faults.conftest import CROWD
from tests.faults.truth import people
from tests.people import MEETING_DAYS
from tests.store.places import small_disk


@pytest.fixture
def services(madrid: Path, clock: Clock) -> Iterator[Services]:
    """The services of the meeting with sixty people."""
    opened = open_meeting(madrid, clock)
    yield opened
    opened.close()


def _refused(code: str, disk: Path) -> None:
    assert code == "disk_full"
    assert list(disk.iterdir()) == []


@pytest.mark.parametrize("kilobytes", range(60, 240, 20))
def test_a_new_meeting_is_sound_or_refused(tmp_path: Path, clock: Clock, kilobytes: int) -> None:
    with small_disk(tmp_path / "disk", f"{kilobytes}k") as disk:
        path = disk / "new.checkin"
        try:
            make_meeting(path, "B", "M", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
        except Refused as refused:
            return _refused(refused.code, disk)
        assert people(path) == 0
        return None


@pytest.mark.parametrize("kilobytes", range(160, 440, 20))
def test_a_restored_file_is_sound_or_refused(
    services: Services, tmp_path: Path, clock: Clock, kilobytes: int
) -> None:
    backup = services.care.back_up(tmp_path, SALMA)
    with small_disk(tmp_path / "disk", f"{kilobytes}k") as disk:
        try:
            restore(backup, disk / "restored.checkin", clock)
        except Refused as refused:
            return _refused(refused.code, disk)
        assert people(disk / "restored.checkin") == CROWD
        return None


@pytest.mark.parametrize("kilobytes", range(160, 440, 20))
def test_a_backup_is_sound_or_refused(services: Services, tmp_path: Path, kilobytes: int) -> None:
    with small_disk(tmp_path / "disk", f"{kilobytes}k") as disk:
        try:
            backup = services.care.back_up(disk, SALMA)
        except Refused as refused:
            return _refused(refused.code, disk)
        assert people(backup) == CROWD
        return None
