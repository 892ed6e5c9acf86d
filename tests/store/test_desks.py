"""Who writes into a file: a copy, a moved file and a restored one are new desks, never forks."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from checkin.bootstrap import Services, open_meeting
from checkin.domain.refused import Refused
from checkin.services.care import restore
from checkin.store import kept
from tests.conftest import SALMA, Clock
from tests.services.staging import badge, full_disk, journal, payloads

Row = tuple[str, int, str]


def facts(services: Services) -> set[Row]:
    rows = services.file.connection.all("SELECT desk, desk_seq, hex(hash) FROM fact")
    return {(desk, seq, hashed) for desk, seq, hashed in rows}


def after_a_scan(path: Path, clock: Clock, reference: str = "R-1") -> tuple[str, set[Row]]:
    """The desk of a file and all its facts once somebody was scanned there."""
    services = open_meeting(path, clock)
    assert services.reception.scan(badge(services, reference).token, SALMA).value.recorded
    assert services.care.check(SALMA, deep=True).ok
    desk, rows = services.file.desk.id, facts(services)
    services.close()
    return desk, rows


def never_fork(*files: set[Row]) -> bool:
    """No desk has said two things under one number."""
    places = Counter((desk, seq) for desk, seq, _ in set().union(*files))
    return max(places.values()) == 1


def test_the_same_file_at_the_same_place_goes_on_as_the_same_desk(
    meeting_file: Path, clock: Clock
) -> None:
    one, _ = after_a_scan(meeting_file, clock, "R-1")
    other, rows = after_a_scan(meeting_file, clock, "R-2")
    assert one == other
    assert {desk for desk, _, _ in rows} == {one}


def test_a_copy_is_a_new_desk_that_names_the_head_it_goes_on_from(
    meeting_file: Path, tmp_path: Path, clock: Clock
) -> None:
    copy = tmp_path / "copy.checkin"
    shutil.copy(meeting_file, copy)
    services = open_meeting(copy, clock)
    head, before = services.file.head(), journal(services)
    assert not services.file.desk.known
    services.reception.scan("no badge of ours", SALMA)
    assert journal(services) == [*before, "DeskStarted", "ScanRefused"]
    assert f'"continues":"{head}"' in payloads(services, "DeskStarted")[-1]
    services.close()
    one, of_copy = after_a_scan(copy, clock)
    other, of_file = after_a_scan(meeting_file, clock)
    assert one != other
    assert never_fork(of_copy, of_file)


def test_opening_a_copy_to_look_writes_nothing(
    meeting_file: Path, tmp_path: Path, clock: Clock
) -> None:
    copy = tmp_path / "copy.checkin"
    shutil.copy(meeting_file, copy)
    for _ in range(2):
        services = open_meeting(copy, clock)
        services.prepare()
        services.reception.look(badge(services, "R-1").token, SALMA)
        assert services.care.check(SALMA).ok
        services.close()
    assert copy.read_bytes() == meeting_file.read_bytes()


def test_a_moved_file_is_a_new_desk_and_so_is_one_moved_back(
    meeting_file: Path, clock: Clock
) -> None:
    elsewhere = meeting_file.with_name("elsewhere.checkin")
    first, one = after_a_scan(meeting_file, clock, "R-1")
    meeting_file.rename(elsewhere)
    second, two = after_a_scan(elsewhere, clock, "R-2")
    elsewhere.rename(meeting_file)
    third, three = after_a_scan(meeting_file, clock, "R-3")
    assert len({first, second, third}) == 3
    assert never_fork(one, two, three)


def test_a_file_on_another_machine_is_a_new_desk(meeting_file: Path, clock: Clock) -> None:
    services = open_meeting(meeting_file, clock)
    services.file.connection.execute("UPDATE desk SET place = 'of another machine'")
    services.close()
    desk, rows = after_a_scan(meeting_file, clock)
    assert len({row[0] for row in rows}) == 2
    assert desk in {row[0] for row in rows}


def test_a_machine_without_an_id_is_known_by_its_name(
    meeting_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "machine-id").write_text("0123456789abcdef0123456789abcdef\n", encoding="ascii")
    monkeypatch.setattr(kept, "_MACHINE_ID", tmp_path / "machine-id")
    with_id = kept.place_of(meeting_file)
    monkeypatch.setattr(kept, "_MACHINE_ID", tmp_path / "none")
    assert kept.place_of(meeting_file) != with_id
    by_name = kept.place_of(meeting_file)
    (tmp_path / "machine-id").write_text("\n", encoding="ascii")
    monkeypatch.setattr(kept, "_MACHINE_ID", tmp_path / "machine-id")
    assert kept.place_of(meeting_file) == by_name
    assert kept.place_of(meeting_file) == kept.place_of(meeting_file)


def test_a_restored_backup_is_a_new_desk_at_every_place(
    services: Services, meeting_file: Path, tmp_path: Path, clock: Clock
) -> None:
    backup = services.care.back_up(tmp_path, SALMA)
    services.close()
    restored = tmp_path / "restored.checkin"
    restore(backup, restored, clock)
    _, one = after_a_scan(meeting_file, clock)
    _, two = after_a_scan(restored, clock, "R-2")
    assert never_fork(one, two)


def test_a_backup_put_by_hand_in_the_place_of_the_file_does_not_go_on_as_the_old_desk(
    services: Services, meeting_file: Path, tmp_path: Path, clock: Clock
) -> None:
    """People copy files: the lost hours of the old desk must not be written over by new ones."""
    backup = services.care.back_up(tmp_path, SALMA)
    services.close()
    lost, one = after_a_scan(meeting_file, clock, "R-1")
    shutil.copy(backup, meeting_file)
    desk, two = after_a_scan(meeting_file, clock, "R-2")
    assert desk != lost
    assert never_fork(one, two)


def test_a_first_scan_that_certainly_failed_still_starts_the_desk_afterwards(
    meeting_file: Path, tmp_path: Path, clock: Clock
) -> None:
    copy = tmp_path / "copy.checkin"
    shutil.copy(meeting_file, copy)
    services = open_meeting(copy, clock)
    token = badge(services, "R-1").token
    with full_disk():
        assert not services.reception.scan(token, SALMA).value.recorded
        with pytest.raises(Refused):
            services.reception.retry(SALMA)
    assert services.reception.retry(SALMA)[0].value.recorded
    assert journal(services).count("DeskStarted") == 2
    assert services.care.check(SALMA, deep=True).ok
    services.close()


def test_what_was_entered_last_comes_last_though_each_start_has_an_earlier_clock(
    meeting_file: Path, clock: Clock
) -> None:
    clock.set("2022-07-05T12:00:00+02:00")
    references = [f"R-{number}" for number in range(1, 8)]
    for number, reference in enumerate(references):
        services = open_meeting(meeting_file, clock)
        services.reception.scan(badge(services, reference).token, SALMA)
        day = services.reception.today()
        last = services.reception.last_arrivals(day, 20)
        all_of_them = services.taking_back.of_day(day, SALMA)
        come = references[number::-1]
        for shown in (last, all_of_them):
            assert [one.delegate.reference for one in shown if one.delegate] == come
        services.close()
        clock.wait(minutes=-10)
