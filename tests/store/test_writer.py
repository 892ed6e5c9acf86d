"""The one writer: what it says when the file under it, or the disk, is not what it was."""

import os
import resource
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from checkin.bootstrap import Services, open_meeting
from checkin.domain.facts import DelegateWithdrawn, MeetingChanged, ScanRefused
from checkin.domain.outcome import Progress
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.store import backups, connection, journal, kept, making, schema
from checkin.store.connection import Connection, DriverError
from checkin.store.meeting_file import STEP, MeetingFile
from tests.conftest import SALMA, Clock

REFUSAL = ScanRefused(Verdict.UNKNOWN)


class Flaky:
    """sqlcipher's own connection, with one statement that raises after it was done, or before."""

    def __init__(
        self,
        driver: Any,
        statement: str,
        done_first: bool,
        meanwhile: Callable[[], None] = lambda: None,
    ) -> None:
        self._driver, self._statement, self._done_first = driver, statement, done_first
        self._meanwhile = meanwhile

    def execute(self, sql: str, values: Any = ()) -> Any:
        if sql != self._statement:
            return self._driver.execute(sql, values)
        self._meanwhile()
        if self._done_first:
            self._driver.execute(sql, values)
        error = DriverError("disk I/O error")
        error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
        raise error

    def __getattr__(self, name: str) -> Any:
        return getattr(self._driver, name)


def spoil(services: Services, statement: str, done_first: bool) -> None:
    opened = services.file.connection
    opened._driver = Flaky(opened.driver, statement, done_first)


def facts(services: Services) -> int:
    return services.care.check(SALMA).facts


def test_a_commit_that_raised_but_is_on_disk_is_recorded(services: Services) -> None:
    before = facts(services)
    spoil(services, "COMMIT", done_first=True)
    services.file.record([REFUSAL], SALMA)
    assert facts(services) == before + 1
    assert services.file.writable


def test_a_commit_that_never_happened_closes_the_writer_until_the_retry(services: Services) -> None:
    before = facts(services)
    spoil(services, "COMMIT", done_first=False)
    with pytest.raises(Refused, match="not_recorded"):
        services.file.record([REFUSAL], SALMA)
    assert not services.file.writable
    with pytest.raises(Refused, match="not_recorded"):
        services.file.record([REFUSAL], SALMA)
    services.file.retry()
    services.file.record([REFUSAL], SALMA)
    assert facts(services) == before + 1


def test_a_retry_on_a_disk_that_still_fails_is_refused(services: Services) -> None:
    spoil(services, "COMMIT", done_first=False)
    with pytest.raises(Refused):
        services.file.record([REFUSAL], SALMA)
    opened = services.file.connection
    reopen = opened._open
    opened._open = lambda: Flaky(reopen(), "COMMIT", done_first=False)  # type: ignore[method-assign]
    with pytest.raises(Refused, match="not_recorded"):
        services.file.retry()


def test_a_disk_that_is_gone_when_doubting_means_not_recorded(services: Services) -> None:
    opened, gone = services.file.connection, services.file.path.unlink
    opened._driver = Flaky(opened.driver, "COMMIT", done_first=False, meanwhile=gone)
    with pytest.raises(Refused, match="not_recorded"):
        services.file.record([REFUSAL], SALMA)
    with pytest.raises(Refused, match="not_recorded"):
        services.file.delegates.all()
    services.file.connection.close()


@pytest.mark.parametrize(
    ("done_first", "provable", "gone", "doubt"),
    [
        (False, True, False, False),
        (False, False, False, False),
        (True, False, False, True),
        (True, True, True, True),
    ],
)
def test_what_failed_is_in_doubt_only_where_it_is_seen_or_nobody_can_look(
    services: Services, done_first: bool, provable: bool, gone: bool, doubt: bool
) -> None:
    opened, away = services.file.connection, services.file.path.unlink if gone else lambda: None
    opened._driver = Flaky(opened.driver, "COMMIT", done_first, meanwhile=away)
    reopen = opened._open
    if not provable:
        opened._open = lambda: Flaky(reopen(), "COMMIT", False)  # type: ignore[method-assign]
    with pytest.raises(Refused, match="not_recorded"):
        services.file.record([REFUSAL], SALMA)
    assert services.file.in_doubt is doubt


def in_the_file_alone(services: Services, copy: Path) -> int:
    """How many facts somebody finds who takes the file and forgets the log."""
    shutil.copy(services.file.path, copy)
    alone = open_meeting(copy)
    try:
        return facts(alone)
    finally:
        alone.close()


def test_between_two_scans_the_log_is_taken_into_the_file(
    services: Services, tmp_path: Path
) -> None:
    before = in_the_file_alone(services, tmp_path / "before.checkin")
    for _ in range(99):
        services.file.record([REFUSAL], SALMA)
        services.tidy()
    assert in_the_file_alone(services, tmp_path / "99.checkin") == before
    services.file.record([REFUSAL], SALMA)
    services.tidy()
    assert in_the_file_alone(services, tmp_path / "100.checkin") == facts(services)


def test_a_disk_that_will_not_take_the_log_into_the_file_loses_nothing(
    services: Services, tmp_path: Path
) -> None:
    for _ in range(100):
        services.file.record([REFUSAL], SALMA)
    spoil(services, "PRAGMA wal_checkpoint(PASSIVE)", done_first=False)
    services.tidy()
    services.file.record([REFUSAL], SALMA)
    assert services.file.writable
    assert services.care.check(SALMA).ok


@pytest.mark.parametrize("ending", ["", "-wal"])
def test_a_file_or_log_deleted_under_the_desk_is_never_recorded_to(
    services: Services, ending: str
) -> None:
    services.file.record([REFUSAL], SALMA)
    Path(f"{services.file.path}{ending}").unlink()
    with pytest.raises(Refused, match="not_recorded"):
        services.file.record([REFUSAL], SALMA)
    assert not services.file.writable


def test_a_desk_whose_first_commit_nobody_could_tell_starts_only_once(
    services: Services, tmp_path: Path, clock: Clock
) -> None:
    """The commit reached the disk, and the disk would not say so until the retry."""
    copy = Path(shutil.copy(services.care.back_up(tmp_path, SALMA), tmp_path / "copy.checkin"))
    other, away = open_meeting(copy, clock), tmp_path / "away.checkin"
    opened = other.file.connection
    opened._driver = Flaky(opened.driver, "COMMIT", True, meanwhile=lambda: copy.rename(away))
    with pytest.raises(Refused, match="not_recorded"):
        other.file.record([REFUSAL], SALMA)
    away.rename(copy)
    other.file.retry()
    other.file.record([REFUSAL], SALMA)
    desk = other.file.desk.id
    counted = other.file.connection.one("SELECT count(*) FROM fact WHERE desk = ?", (desk,))
    assert counted == (3,)
    assert other.care.check(SALMA, deep=True).ok
    other.close()


def test_one_transaction_at_a_time(services: Services) -> None:
    long = services.file.record_in_steps([REFUSAL] * (STEP + 1), SALMA)
    next(long)
    with pytest.raises(RuntimeError, match="queue"):
        services.file.record([REFUSAL], SALMA)
    long.close()


def test_a_long_transaction_dropped_half_way_leaves_nothing(services: Services) -> None:
    before = facts(services)
    long = services.file.record_in_steps([REFUSAL] * (2 * STEP), SALMA)
    next(long)
    long.close()
    assert facts(services) == before
    services.file.record([REFUSAL], SALMA)
    assert facts(services) == before + 1


def test_facts_are_made_as_they_are_written_and_the_chain_is_the_same(services: Services) -> None:
    before, made = facts(services), 0

    def making() -> Iterator[ScanRefused]:
        nonlocal made
        for _ in range(2 * STEP + 1):
            made += 1
            yield REFUSAL

    long = services.file.record_in_steps(making(), SALMA, 2 * STEP + 1)
    assert next(long) == Progress(STEP, 2 * STEP + 1)
    assert made == STEP
    assert [one.done for one in long] == [2 * STEP]
    services.file.record([REFUSAL], SALMA)
    assert facts(services) == before + 2 * STEP + 2
    assert services.care.check(SALMA, deep=True).ok


def test_facts_that_cannot_be_made_leave_nothing_and_the_desk_goes_on(services: Services) -> None:
    before = facts(services)

    def making() -> Iterator[ScanRefused]:
        yield from [REFUSAL] * STEP
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        list(services.file.record_in_steps(making(), SALMA, 2 * STEP))
    services.file.record([REFUSAL], SALMA)
    assert facts(services) == before + 1


def pragma(services: Services, name: str) -> int:
    row = services.file.connection.one(f"PRAGMA {name}")
    assert row
    return int(row[0])


def test_a_long_transaction_leaves_its_log_to_the_next_quiet_moment(
    services: Services, tmp_path: Path
) -> None:
    before = in_the_file_alone(services, tmp_path / "before.checkin")
    long = services.file.record_in_steps([REFUSAL] * (20 * STEP), SALMA)
    next(long)
    assert pragma(services, "wal_autocheckpoint") == 0
    list(long)
    assert pragma(services, "wal_autocheckpoint") == 1000
    assert in_the_file_alone(services, tmp_path / "after.checkin") == before
    services.tidy()
    assert in_the_file_alone(services, tmp_path / "tidy.checkin") == before + 20 * STEP


def test_a_disk_that_goes_in_a_long_transaction_is_refused_once(services: Services) -> None:
    before = facts(services)
    long = services.file.record_in_steps([REFUSAL] * (2 * STEP), SALMA)
    spoil(services, "COMMIT", done_first=False)
    with pytest.raises(Refused, match="not_recorded"):
        list(long)
    services.file.retry()
    assert facts(services) == before
    assert pragma(services, "wal_autocheckpoint") == 1000


def test_a_disk_that_goes_hides_nothing_when_the_writer_takes_its_haste_again(
    services: Services,
) -> None:
    before = facts(services)
    spoil(services, "PRAGMA cache_size = -8000", done_first=False)
    services.file.record([REFUSAL] * (2 * STEP), SALMA)
    assert facts(services) == before + 2 * STEP


def test_everybody_can_be_read_in_parts(services: Services) -> None:
    everybody = services.file.delegates.all()
    parts = list(services.file.delegates.in_parts(3))
    assert [len(part) for part in parts] == [3, 3, 1]
    assert [one for part in parts for one in part] == everybody


def test_a_roll_back_that_fails_as_well_hides_nothing(services: Services) -> None:
    opened = services.file.connection
    with pytest.raises(DriverError), opened.transaction():
        opened.driver.close()


def test_an_empty_shell_with_our_mark_is_no_meeting_file(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "shell.checkin"
    Connection.to_new_file(path).close()
    with pytest.raises(Refused, match="not_a_meeting_file"):
        MeetingFile.open(path, clock)


def test_a_pragma_that_does_not_hold_is_refused(
    empty_file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_PRAGMAS", (("synchronous", 7),))
    with pytest.raises(Refused, match="cannot_write"):
        MeetingFile.open(empty_file, clock)


def test_no_file_handle_left_is_a_refusal(empty_file: Path, clock: Clock) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    held = os.open(empty_file.parent, os.O_RDONLY)
    resource.setrlimit(resource.RLIMIT_NOFILE, (held, hard))
    try:
        with pytest.raises(Refused):
            MeetingFile.open(empty_file, clock)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        os.close(held)


def test_making_that_fails_in_the_tables_leaves_nothing(
    tmp_path: Path, services: Services, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(opened: Connection) -> None:
        Flaky(opened.driver, "CREATE", done_first=False).execute("CREATE")

    monkeypatch.setattr(schema, "migrate", full)
    target = tmp_path / "new" / "late.checkin"
    target.parent.mkdir()
    with pytest.raises(Refused, match="cannot_write"):
        making.make(target, services.meeting, SALMA, clock)
    assert list(target.parent.iterdir()) == []


def test_a_copy_that_is_not_the_original_is_no_backup(
    tmp_path: Path, services: Services, clock: Clock
) -> None:
    other = services.care.back_up(tmp_path, SALMA)
    clock.now += timedelta(minutes=1)
    services.file.record([DelegateWithdrawn("nobody")], SALMA)
    with pytest.raises(Refused, match="check_failed"):
        backups.verify(other, services.file.head(), clock, None)


def test_the_desk_goes_on_after_a_reopened_file(meeting_file: Path, clock: Clock) -> None:
    first = open_meeting(meeting_file, clock)
    first.file.record([REFUSAL], SALMA)
    first.close()
    second = open_meeting(meeting_file, clock)
    second.file.record([REFUSAL], SALMA)
    assert second.care.check(SALMA).ok
    second.close()


def test_a_changed_meeting_is_read_anew(services: Services) -> None:
    changed = replace(services.meeting, place="Rabat")
    services.file.record([MeetingChanged(changed)], SALMA)
    assert services.meeting.place == "Rabat"


def test_chains_that_a_damaged_page_puts_out_of_order_end_in_a_refusal(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "_NEXT_HEAD", "SELECT 'a', 1, x'00', 0 WHERE ? IS NOT NULL")
    with pytest.raises(Refused, match="damaged_file"):
        journal.heads(services.file.connection)


def test_many_facts_are_recorded_in_one_go(services: Services) -> None:
    before = facts(services)
    services.file.record([REFUSAL] * (STEP + 1), SALMA)
    assert facts(services) == before + STEP + 1


def test_a_rebuild_that_the_disk_denies_is_refused_and_changes_nothing(services: Services) -> None:
    spoil(services, "COMMIT", done_first=False)
    with pytest.raises(Refused):
        services.care.rebuild(SALMA)
    assert services.care.check(SALMA).ok


def test_a_backup_that_the_disk_denies_is_refused_and_leaves_nothing(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_: object) -> None:
        error = DriverError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(kept, "forget_place", denied)
    with pytest.raises(Refused, match="disk_full"):
        services.care.back_up(stick, SALMA)
    assert list(stick.iterdir()) == []
