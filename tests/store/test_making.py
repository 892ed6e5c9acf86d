"""Making a meeting file: whole and in its place, or nothing at all."""

import os
from pathlib import Path

import pytest

from checkin.bootstrap import open_meeting
from checkin.domain.refused import Refused
from checkin.services.care import make_meeting
from checkin.store.connection import APPLICATION_ID, Connection
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS
from tests.services.staging import journal


def make(path: Path, clock: Clock, passphrase: str | None = None) -> None:
    make_meeting(path, "Borders", "Madrid", "Europe/Madrid", MEETING_DAYS, SALMA, clock, passphrase)


def test_a_new_file_begins_with_its_desk_and_its_meeting(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "new.checkin"
    make(path, clock)
    assert os.listdir(tmp_path) == ["new.checkin"]
    services = open_meeting(path, clock)
    assert journal(services) == ["DeskStarted", "MeetingChanged"]
    assert services.care.check(SALMA, deep=True).ok
    assert services.file.desk.known
    assert services.file.connection.one("PRAGMA application_id") == (APPLICATION_ID,)
    services.close()


def test_two_meetings_never_share_a_key_a_desk_or_an_id(tmp_path: Path, clock: Clock) -> None:
    seen = set()
    for name in ("one.checkin", "two.checkin"):
        make(tmp_path / name, clock)
        services = open_meeting(tmp_path / name, clock)
        seen |= {services.file.token_key.hex(), services.file.desk.id, services.meeting.id}
        services.close()
    assert len(seen) == 6


@pytest.mark.parametrize("name", ["\udcff.checkin", 'a b\'s "c" ?#%41.checkin', "مدريد.checkin"])
def test_a_file_may_have_any_name_that_the_system_takes(
    name: str, tmp_path: Path, clock: Clock
) -> None:
    make(tmp_path / name, clock)
    open_meeting(tmp_path / name, clock).close()
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("x" * 300, "cannot_write"),
        ("none/new.checkin", "no_such_folder"),
        ("madrid.checkin/new.checkin", "no_such_folder"),
        ("madrid.checkin", "file_exists"),
        (".", "file_exists"),
    ],
)
def test_where_no_file_can_be_made_nothing_is_left(
    name: str, code: str, empty_file: Path, clock: Clock
) -> None:
    before = empty_file.read_bytes()
    with pytest.raises(Refused) as caught:
        make(empty_file.parent / name, clock)
    assert caught.value.code == code
    assert ".unfinished" not in str(caught.value.facts["path"])
    assert os.listdir(empty_file.parent) == ["madrid.checkin"]
    assert empty_file.read_bytes() == before


def test_a_connection_to_a_new_file_never_takes_an_old_ones_place(empty_file: Path) -> None:
    before = empty_file.read_bytes()
    with pytest.raises(Refused, match="file_exists"):
        Connection.to_new_file(empty_file)
    assert empty_file.read_bytes() == before


def test_the_log_a_deleted_file_left_behind_is_never_played_into_a_new_one(
    empty_file: Path, clock: Clock
) -> None:
    old = open_meeting(empty_file, clock)
    old.reception.scan("no badge of ours", SALMA)
    log = Path(f"{empty_file}-wal").read_bytes()
    old.close()
    empty_file.unlink()
    Path(f"{empty_file}-wal").write_bytes(log)
    make(empty_file, clock)
    services = open_meeting(empty_file, clock)
    assert journal(services) == ["DeskStarted", "MeetingChanged"]
    assert services.care.check(SALMA, deep=True).ok
    services.close()
    (aside,) = empty_file.parent.glob("*.left-over")
    assert aside.read_bytes() == log
