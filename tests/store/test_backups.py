"""Backups: verified, under a name of their own, never of a bad file and never over another."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from checkin.bootstrap import Services, open_meeting
from checkin.domain.refused import Refused
from checkin.services.care import restore
from checkin.store import kept
from checkin.store.connection import Connection, DriverError
from checkin.store.in_use import is_in_use
from tests.conftest import SALMA, Clock
from tests.data.schema.make_frozen import PASSPHRASE, frozen
from tests.people import MEETING_DAYS
from tests.services.staging import badge
from tests.store.places import make_read_only, small_disk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups go."""
    made = tmp_path / "backups"
    made.mkdir()
    return made


def test_a_backup_holds_what_was_recorded_a_moment_ago(
    services: Services, folder: Path, clock: Clock
) -> None:
    services.prepare()
    services.reception.scan(badge(services, "R-1").token, SALMA)
    backup = services.care.back_up(folder, SALMA)
    assert os.listdir(folder) == [backup.name]
    copy = open_meeting(backup, clock)
    assert copy.reception.count(MEETING_DAYS[0]).arrived == 1
    assert copy.file.head() == services.file.head()
    assert copy.file.token_key == services.file.token_key
    assert copy.care.check(SALMA, deep=True).ok
    copy.close()


def test_backing_up_neither_disturbs_the_desk_nor_is_a_fact(
    services: Services, folder: Path
) -> None:
    head = services.file.head()
    services.care.back_up(folder, SALMA)
    assert services.file.head() == head
    assert services.reception.scan(badge(services, "R-1").token, SALMA).value.recorded


def test_backups_are_named_by_the_meetings_own_time(
    services: Services, folder: Path, clock: Clock
) -> None:
    clock.set("2022-07-05T22:30:00+00:00")
    names = [services.care.back_up(folder, SALMA).name for _ in range(3)]
    assert names == [f"madrid-20220706-003000{end}.checkin" for end in ("", "-2", "-3")]


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM arrival",
        "UPDATE delegate SET family_name = 'CHANGED' WHERE reference = 'R-1'",
        "INSERT INTO search_key VALUES ('nobody', 'nobody')",
        "DELETE FROM meeting",
    ],
)
def test_a_file_that_is_not_sound_is_not_backed_up_and_good_backups_stay(
    sql: str, services: Services, folder: Path
) -> None:
    services.reception.scan(badge(services, "R-1").token, SALMA)
    good = services.care.back_up(folder, SALMA)
    before = good.read_bytes()
    services.file.connection.execute(sql)
    with pytest.raises(Refused, match="check_failed"):
        services.care.back_up(folder, SALMA)
    assert os.listdir(folder) == [good.name]
    assert good.read_bytes() == before


def test_a_damaged_backup_is_not_restored(
    services: Services, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    backup = services.care.back_up(folder, SALMA)
    source = open_meeting(backup, clock)
    source.file.connection.execute("DELETE FROM badge")
    source.close()
    with pytest.raises(Refused, match="check_failed"):
        restore(backup, tmp_path / "new.checkin", clock)
    assert not list(tmp_path.glob("*new*"))
    connection = Connection(backup)
    connection.execute("DROP TABLE desk")
    connection.close()
    with pytest.raises(Refused, match="damaged_file") as caught:
        restore(backup, tmp_path / "new.checkin", clock)
    assert caught.value.facts["path"] == str(backup)
    os.truncate(backup, 8192)
    with pytest.raises(Refused, match="damaged_file"):
        restore(backup, tmp_path / "new.checkin", clock)
    assert not list(tmp_path.glob("*new*"))


def test_on_a_read_only_disk_no_backup_is_begun(services: Services, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        make_read_only(disk)
        with pytest.raises(Refused, match="read_only"):
            services.care.back_up(disk, SALMA)
        assert os.listdir(disk) == []


def test_on_a_small_disk_no_half_backup_stays(services: Services, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "64k") as disk:
        with pytest.raises(Refused, match="disk_full") as caught:
            services.care.back_up(disk, SALMA)
        assert str(disk) in str(caught.value.facts["path"])
        assert os.listdir(disk) == []
    assert services.reception.scan(badge(services, "R-1").token, SALMA).value.recorded


def test_a_backup_on_a_write_protected_stick_is_restored(
    services: Services, meeting_file: Path, tmp_path: Path, clock: Clock
) -> None:
    services.reception.scan(badge(services, "R-1").token, SALMA)
    with small_disk(tmp_path / "stick") as stick:
        backup = services.care.back_up(stick, SALMA)
        make_read_only(stick)
        restore(backup, tmp_path / "new.checkin", clock)
        assert os.listdir(stick) == [backup.name]
    restored = open_meeting(tmp_path / "new.checkin", clock)
    assert restored.reception.count(MEETING_DAYS[0]).arrived == 1
    assert restored.care.check(SALMA, deep=True).ok
    restored.close()


def test_restoring_changes_not_a_byte_of_a_backup_and_leaves_nothing_beside_the_new_file(
    services: Services, meeting_file: Path, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    services.prepare()
    services.reception.scan(badge(services, "R-1").token, SALMA)
    backup, log = folder / "copied.checkin", folder / "copied.checkin-wal"
    shutil.copy(meeting_file, backup)  # as a power cut leaves it: the arrival is in the log alone
    shutil.copy(f"{meeting_file}-wal", log)
    backup.chmod(0o444)
    before = backup.read_bytes(), log.read_bytes(), backup.stat().st_mtime_ns
    new = tmp_path / "new" / "madrid.checkin"
    new.parent.mkdir()
    restore(backup, new, clock)
    assert (backup.read_bytes(), log.read_bytes(), backup.stat().st_mtime_ns) == before
    assert sorted(os.listdir(folder)) == [backup.name, log.name]
    assert os.listdir(new.parent) == [new.name]
    restored = open_meeting(new, clock)
    assert restored.reception.count(MEETING_DAYS[0]).arrived == 1
    restored.close()


def test_a_file_that_is_being_worked_on_is_no_backup(
    services: Services, meeting_file: Path, tmp_path: Path, clock: Clock
) -> None:
    with pytest.raises(Refused, match="file_in_use") as caught:
        restore(meeting_file, tmp_path / "new.checkin", clock)
    assert caught.value.facts["path"] == str(meeting_file)
    assert services.reception.scan(badge(services, "R-1").token, SALMA).value.recorded


def test_what_is_no_backup_is_named_and_nothing_is_left(
    meeting_file: Path, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    (tmp_path / "text.checkin").write_text("nothing of the kind")
    for name, code in (
        ("none.checkin", "no_such_file"),
        (folder.name, "not_a_meeting_file"),
        ("text.checkin", "not_a_meeting_file"),
    ):
        with pytest.raises(Refused, match=code) as caught:
            restore(tmp_path / name, folder / "new.checkin", clock)
        assert caught.value.facts["path"] == str(tmp_path / name)
    with pytest.raises(Refused, match="not_encrypted") as caught:
        restore(meeting_file, folder / "new.checkin", clock, "a passphrase")
    assert caught.value.facts["path"] == str(meeting_file)
    with pytest.raises(Refused, match="no_such_folder"):
        restore(meeting_file, folder / "no" / "new.checkin", clock)
    assert os.listdir(folder) == []


def test_a_backup_that_may_not_be_read_is_refused(
    meeting_file: Path, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may read everything
    with pytest.raises(Refused, match="read_only"):
        restore(meeting_file, folder / "new.checkin", clock)


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_backup_of_an_older_program_is_restored_and_stays_old(
    passphrase: str | None, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    old = tmp_path / "old.checkin"
    shutil.copy(frozen(1, passphrase is not None), old)
    before = old.read_bytes()
    restore(old, folder / "new.checkin", clock, passphrase)
    assert old.read_bytes() == before
    assert os.listdir(folder) == ["new.checkin"]
    restored = open_meeting(folder / "new.checkin", clock, passphrase=passphrase)
    assert restored.care.check(SALMA, deep=True).ok
    restored.close()


def test_a_backup_of_a_copied_file_restores_too(
    meeting_file: Path, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    copy = tmp_path / "copy.checkin"
    shutil.copy(meeting_file, copy)
    services = open_meeting(copy, clock)
    services.reception.scan(badge(services, "R-1").token, SALMA)
    backup = services.care.back_up(folder, SALMA)
    services.close()
    restore(backup, tmp_path / "again.checkin", clock)
    restored = open_meeting(tmp_path / "again.checkin", clock)
    assert restored.care.check(SALMA, deep=True).ok
    assert restored.reception.count(MEETING_DAYS[0]).arrived == 1
    restored.close()


def test_a_file_that_nobody_works_on_is_not_in_use(tmp_path: Path) -> None:
    plain = tmp_path / "plain.checkin"
    with closing(driver.connect(str(plain))) as other:
        other.execute("CREATE TABLE letter (text)")
    assert not is_in_use(plain)
    assert not is_in_use(tmp_path / "none.checkin")


def test_a_restore_that_the_disk_denies_half_way_is_refused_and_leaves_nothing(
    services: Services, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = services.care.back_up(tmp_path, SALMA)
    before = sorted(tmp_path.iterdir())

    def denied(_: object) -> None:
        error = DriverError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr(kept, "forget_place", denied)
    with pytest.raises(Refused, match="disk_full"):
        restore(backup, tmp_path / "again.checkin", clock)
    assert sorted(tmp_path.iterdir()) == before
