"""Looking after the file: checked, folded anew, backed up, restored, made."""

import hashlib
import os
from pathlib import Path

import pytest

from checkin.bootstrap import Services, open_meeting
from checkin.domain.operator import Operator, Role
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.services.care import make_meeting, restore
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS, many_people
from tests.services.staging import badge, full_disk, journal

FIRST, SECOND = MEETING_DAYS
NO_ROOM = "disk_full|cannot_write"  # SQLite cannot tell which of the two a limit on files is


def make(path: Path, clock: Clock, **other: object) -> None:
    given = {"name": "Border", "place": "Madrid", "zone_name": "Europe/Madrid", "days": [FIRST]}
    make_meeting(path, **{**given, **other}, operator=SALMA, clock=clock)  # type: ignore[arg-type]


def test_a_new_meeting_has_its_days_in_order_and_once(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "new.checkin"
    make(path, clock, name=" Bor\u202eder ", days=[SECOND, FIRST, SECOND])
    services = open_meeting(path, clock)
    assert services.meeting.days == (FIRST, SECOND)
    assert services.meeting.titles == {"en": "Border"}
    assert services.care.check(SALMA).ok
    services.close()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"name": " \u202e "}, "no_name"),
        ({"days": []}, "no_days"),
        ({"zone_name": "Mars/Olympus"}, "unknown_zone"),
        ({"zone_name": ""}, "unknown_zone"),
        ({"zone_name": "Europe"}, "unknown_zone"),
        ({"zone_name": "../../etc/passwd"}, "unknown_zone"),
        ({"zone_name": "\udcff"}, "unknown_zone"),
        ({"zone_name": "\x00"}, "unknown_zone"),
        ({"zone_name": "x" * 5000}, "unknown_zone"),
    ],
)
def test_a_meeting_that_makes_no_sense_is_not_made(
    tmp_path: Path, clock: Clock, given: dict[str, object], code: str
) -> None:
    with pytest.raises(Refused, match=code):
        make(tmp_path / "new.checkin", clock, **given)
    assert os.listdir(tmp_path) == []


def test_a_meeting_never_takes_the_place_of_another_file(meeting_file: Path, clock: Clock) -> None:
    before = meeting_file.read_bytes()
    with pytest.raises(Refused, match="file_exists"):
        make(meeting_file, clock)
    assert meeting_file.read_bytes() == before


def test_on_a_full_disk_no_meeting_is_made(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(Refused, match=NO_ROOM), full_disk():
        make(tmp_path / "new.checkin", clock)
    assert os.listdir(tmp_path) == []


def test_a_check_counts_and_names_the_head(services: Services) -> None:
    services.reception.scan(badge(services, "R-1").token, SALMA)
    result = services.care.check(SALMA, deep=True)
    assert result.ok
    assert (result.delegates, result.arrivals) == (7, 1)
    assert result.facts == len(journal(services))
    assert services.care.check(SALMA, against=result.head[:12].upper()).ok


def test_a_head_that_is_not_there_is_a_problem(services: Services) -> None:
    result = services.care.check(SALMA, against="00" * 32)
    assert [problem.code for problem in result.problems] == ["head"]


@pytest.mark.parametrize("against", ["\udcff", "zz", "%", "\x00"])
def test_a_head_that_is_none_is_a_problem_too(services: Services, against: str) -> None:
    assert not services.care.check(SALMA, against=against).ok


def test_a_table_that_was_changed_behind_the_journal_is_found_and_mended(
    services: Services,
) -> None:
    services.reception.scan(badge(services, "R-1").token, SALMA)
    with services.file.connection.transaction():
        services.file.connection.execute("DELETE FROM arrival")
    assert [one.where for one in services.care.check(SALMA).problems] == ["arrival"]
    assert services.care.rebuild(SALMA) == len(journal(services))
    assert services.care.check(SALMA).ok
    assert services.reception.count(FIRST).arrived == 1


def test_a_rebuild_dropped_half_way_changes_nothing(services: Services, tmp_path: Path) -> None:
    listed = services.lists.read(many_people(tmp_path / "many.csv", 400))
    services.lists.apply(listed, SALMA)
    steps = services.care.rebuild_in_steps(SALMA)
    next(steps)
    steps.close()
    assert services.care.check(SALMA).ok
    assert len(services.lists.everybody(SALMA)) == 407


def test_a_damaged_head_is_noticed_before_the_first_scan(services: Services) -> None:
    connection = services.file.connection
    assert services.care.quick_check() == []
    connection.execute("DROP TRIGGER fact_stays")
    connection.execute("UPDATE fact SET operator = 'Somebody else'")
    assert [one.code for one in services.care.quick_check()] == ["chain"]
    with pytest.raises(Refused, match="damaged_file"):
        services.prepare()


def test_a_restored_backup_welcomes_the_badges_that_were_printed_before(
    services: Services, tmp_path: Path, clock: Clock
) -> None:
    token, other = badge(services, "R-1").token, badge(services, "R-2").token
    services.reception.scan(token, SALMA)
    backup = services.care.back_up(tmp_path, SALMA)
    assert backup.name == "madrid-20220705-084500.checkin"
    before = hashlib.sha256(backup.read_bytes()).digest()
    restore(backup, tmp_path / "restored.checkin", clock)
    assert hashlib.sha256(backup.read_bytes()).digest() == before
    restored = open_meeting(tmp_path / "restored.checkin", clock)
    clock.wait(minutes=1)
    assert restored.reception.scan(token, SALMA).value.verdict is Verdict.ALREADY_IN
    assert restored.reception.scan(other, SALMA).value.verdict is Verdict.WELCOME
    assert restored.care.check(SALMA, deep=True, against=services.file.head()).ok
    restored.close()


def test_two_backups_of_one_second_are_two_files(services: Services, tmp_path: Path) -> None:
    first, second = (services.care.back_up(tmp_path, SALMA) for _ in range(2))
    assert first != second
    assert first.exists()
    assert second.exists()


def test_a_backup_of_an_encrypted_file_is_encrypted_with_the_same_passphrase(
    tmp_path: Path, clock: Clock
) -> None:
    path, words = tmp_path / "secret.checkin", 'it\'s "a" secret; é'
    make(path, clock, passphrase=words)
    services = open_meeting(path, clock, passphrase=words)
    backup = services.care.back_up(tmp_path, SALMA)
    services.close()
    for file in (path, backup):
        assert b"Madrid" not in file.read_bytes()
        with pytest.raises(Refused, match="passphrase_needed"):
            open_meeting(file, clock)
        with pytest.raises(Refused, match="wrong_passphrase"):
            open_meeting(file, clock, passphrase=words.upper())
    restore(backup, tmp_path / "restored.checkin", clock, words)
    open_meeting(tmp_path / "restored.checkin", clock, passphrase=words).close()


def test_no_backup_is_kept_of_a_file_that_is_not_sound(services: Services, tmp_path: Path) -> None:
    with services.file.connection.transaction():
        services.file.connection.execute("DELETE FROM badge")
    folder = tmp_path / "backups"
    folder.mkdir()
    with pytest.raises(Refused, match="check_failed"):
        services.care.back_up(folder, SALMA)
    assert os.listdir(folder) == []


def test_a_backup_needs_a_folder_and_room(services: Services, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no_such_folder"):
        services.care.back_up(tmp_path / "none", SALMA)
    folder = tmp_path / "backups"
    folder.mkdir()
    with pytest.raises(Refused, match=NO_ROOM), full_disk():
        services.care.back_up(folder, SALMA)
    assert os.listdir(folder) == []


def test_a_restore_never_takes_the_place_of_another_file(
    services: Services, tmp_path: Path, clock: Clock, meeting_file: Path
) -> None:
    backup = services.care.back_up(tmp_path, SALMA)
    with pytest.raises(Refused, match="file_exists"):
        restore(backup, meeting_file, clock)
    assert services.care.check(SALMA).ok


def test_only_what_is_a_meeting_file_is_restored(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "no.checkin").write_text("Nothing of the kind. " * 300, encoding="utf-8")
    with pytest.raises(Refused, match="not_a_meeting_file"):
        restore(tmp_path / "no.checkin", tmp_path / "new.checkin", clock)
    with pytest.raises(Refused, match="no_such_file"):
        restore(tmp_path / "none.checkin", tmp_path / "new.checkin", clock)
    assert os.listdir(tmp_path) == ["no.checkin"]


def test_reception_may_check_but_neither_rebuild_nor_back_up(
    services: Services, tmp_path: Path
) -> None:
    desk = Operator("Omar", Role.RECEPTION)
    assert services.care.check(desk).ok
    with pytest.raises(Refused, match="not_allowed"):
        services.care.rebuild(desk)
    with pytest.raises(Refused, match="not_allowed"):
        services.care.back_up(tmp_path, desk)
