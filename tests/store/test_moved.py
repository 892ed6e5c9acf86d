"""The meeting file is moved or replaced under an open desk: its log never gets into another."""

import shutil
from pathlib import Path

import pytest

from checkin.bootstrap import Services, open_meeting
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from tests.conftest import SALMA, Clock
from tests.services.staging import badge


def arrived(path: Path, clock: Clock) -> int:
    """How many arrivals a sound file holds."""
    services = open_meeting(path, clock)
    result = services.care.check(SALMA, deep=True)
    services.close()
    assert result.ok, result.problems
    return result.arrivals


def scan(services: Services, reference: str) -> Verdict:
    return services.reception.scan(badge(services, reference).token, SALMA).value.verdict


def test_a_moved_file_holds_all_that_was_recorded_and_nothing_that_was_not(
    services: Services, meeting_file: Path, tmp_path: Path, clock: Clock
) -> None:
    assert scan(services, "R-1") is Verdict.WELCOME
    moved = meeting_file.rename(tmp_path / "moved.checkin")
    assert scan(services, "R-2") is Verdict.NOT_RECORDED
    services.close()
    assert arrived(moved, clock) == 1


def test_a_file_put_in_the_place_of_an_open_one_stays_as_it_is(
    services: Services, meeting_file: Path, tmp_path: Path, clock: Clock
) -> None:
    backup = services.care.back_up(tmp_path, SALMA)
    before = backup.read_bytes()
    assert scan(services, "R-1") is Verdict.WELCOME
    backup.replace(meeting_file)
    assert scan(services, "R-2") is Verdict.NOT_RECORDED
    with pytest.raises(Refused, match="file_gone"):
        services.reception.retry(SALMA)
    services.close()
    assert meeting_file.read_bytes() == before
    assert arrived(meeting_file, clock) == 0


def test_a_file_that_comes_back_takes_what_waited_once(
    services: Services, meeting_file: Path, tmp_path: Path, clock: Clock
) -> None:
    assert scan(services, "R-1") is Verdict.WELCOME
    moved = meeting_file.rename(tmp_path / "moved.checkin")
    assert scan(services, "R-2") is Verdict.NOT_RECORDED
    with pytest.raises(Refused, match="file_gone"):
        services.reception.retry(SALMA)
    with pytest.raises(Refused, match="not_recorded"):
        services.lists.everybody(SALMA)
    moved.rename(meeting_file)
    (outcome,) = services.reception.retry(SALMA)
    assert outcome.value.verdict is Verdict.WELCOME
    assert scan(services, "R-3") is Verdict.WELCOME
    services.close()
    assert arrived(meeting_file, clock) == 3


def test_a_desk_whose_log_was_deleted_goes_on_after_the_retry_and_has_lost_nobody(
    services: Services, meeting_file: Path, clock: Clock
) -> None:
    services.prepare()
    assert scan(services, "R-1") is Verdict.WELCOME
    Path(f"{meeting_file}-wal").unlink()
    assert scan(services, "R-2") is Verdict.NOT_RECORDED
    assert [one.value.verdict for one in services.reception.retry(SALMA)] == [Verdict.WELCOME]
    assert scan(services, "R-3") is Verdict.WELCOME
    services.close()
    assert arrived(meeting_file, clock) == 3


def test_a_copy_beside_an_open_file_disturbs_nobody(
    services: Services, meeting_file: Path, tmp_path: Path, clock: Clock
) -> None:
    assert scan(services, "R-1") is Verdict.WELCOME
    copy = Path(shutil.copy(meeting_file, tmp_path / "copy.checkin"))
    assert scan(services, "R-2") is Verdict.WELCOME
    services.close()
    assert arrived(meeting_file, clock) == 2
    assert arrived(copy, clock) == 0
