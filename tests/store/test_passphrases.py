"""A passphrase set, changed and taken away: the file stays one file, and nothing in it moves."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.bootstrap import Services, open_meeting
from checkin.domain.refused import Refused
from checkin.store import schema
from checkin.store.backups import verify
from checkin.store.connection import Connection
from tests.conftest import SALMA, Clock
from tests.services.staging import badge, full_disk, room_for
from tests.store.test_opening import code

WORDS = 'it\'s "a" secret; -- é نادية'
OTHER = "another one"
NO_ROOM = "disk_full|cannot_write"  # SQLite cannot tell which of the two a limit on files is


@pytest.fixture
def opened(meeting_file: Path, clock: Clock) -> Iterator[Services]:
    services = open_meeting(meeting_file, clock)
    yield services
    services.close()


def test_a_passphrase_is_set_changed_and_taken_away_while_the_desk_is_open(
    opened: Services, clock: Clock
) -> None:
    path, desk, head = opened.file.path, opened.file.desk, opened.file.head()
    for words, without in ((WORDS, "passphrase_needed"), (OTHER, "passphrase_needed")):
        opened.care.set_passphrase(words, SALMA)
        assert opened.file.passphrase == words
        opened.close()
        assert code(path) == without
        assert b"OUAFI" not in path.read_bytes()
        opened = open_meeting(path, clock, passphrase=words)
        assert opened.care.facts().encrypted
    opened.care.set_passphrase(None, SALMA)
    assert (opened.file.desk, opened.file.head()) == (desk, head)
    assert opened.reception.scan(badge(opened, "R-1").token, SALMA).value.recorded
    assert opened.care.check(SALMA, deep=True).ok
    opened.close()
    assert b"OUAFI" in path.read_bytes()
    assert code(path, WORDS) == "not_encrypted"


def test_the_file_stays_one_file_of_the_same_schema(opened: Services, tmp_path: Path) -> None:
    before = set(os.listdir(tmp_path))
    opened.care.set_passphrase(WORDS, SALMA)
    assert set(os.listdir(tmp_path)) == before
    assert schema.version(opened.file.connection) == schema.VERSION
    tables = opened.file.connection.all("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    assert {name for (name,) in tables} >= {"fact_stays", "payload_is_kept"}


def test_the_lock_stands_after_the_change(opened: Services) -> None:
    opened.care.set_passphrase(WORDS, SALMA)
    with pytest.raises(Refused, match="file_in_use"):
        Connection(opened.file.path, WORDS)


@pytest.mark.parametrize("words", ["", "  ", "two\nlines", "nul\x00"])
def test_a_passphrase_nobody_could_type_again_is_refused(opened: Services, words: str) -> None:
    with pytest.raises(Refused, match="no_passphrase"):
        opened.care.set_passphrase(words, SALMA)
    assert opened.file.passphrase is None


def test_a_file_that_is_gone_gets_no_passphrase(opened: Services, tmp_path: Path) -> None:
    opened.file.path.rename(tmp_path / "elsewhere")
    with pytest.raises(Refused, match="file_gone"):
        opened.care.set_passphrase(WORDS, SALMA)
    (tmp_path / "elsewhere").rename(opened.file.path)


def test_on_a_full_disk_the_file_stays_as_it_was(opened: Services, tmp_path: Path) -> None:
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(Refused, match=NO_ROOM), full_disk():
        opened.care.set_passphrase(WORDS, SALMA)
    assert sorted(os.listdir(tmp_path)) == before
    assert opened.reception.scan(badge(opened, "R-2").token, SALMA).value.recorded


def test_a_disk_that_fills_half_way_leaves_the_file_as_it_was(
    opened: Services, tmp_path: Path
) -> None:
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(Refused, match=NO_ROOM), room_for(80_000):
        opened.care.set_passphrase(WORDS, SALMA)
    assert sorted(os.listdir(tmp_path)) == before
    assert opened.reception.scan(badge(opened, "R-2").token, SALMA).value.recorded


def test_a_copy_that_does_not_open_is_no_copy(opened: Services, tmp_path: Path) -> None:
    made = opened.care.back_up(tmp_path, SALMA)
    with pytest.raises(Refused, match="not_encrypted"):
        verify(made, opened.file.head(), opened.clock, WORDS)


def test_a_file_that_is_not_sound_is_not_encrypted_over_itself(opened: Services) -> None:
    opened.file.connection.execute("UPDATE delegate SET family_name = 'CHANGED'")
    with pytest.raises(Refused, match="check_failed"):
        opened.care.set_passphrase(WORDS, SALMA)
    assert opened.file.passphrase is None


def test_a_place_that_cannot_be_taken_leaves_the_file_open_as_it_was(
    opened: Services, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="cannot_write"):
        opened.file.connection.swap(tmp_path / "never made", WORDS)
    assert opened.reception.scan(badge(opened, "R-1").token, SALMA).value.recorded


def test_a_file_of_an_older_version_is_said_to_be_one_before_it_takes_a_moment(
    clock: Clock, tmp_path: Path
) -> None:
    frozen = Path(__file__).parents[1] / "data" / "schema" / "schema-1.checkin"
    path = tmp_path / "old.checkin"
    path.write_bytes(frozen.read_bytes())
    with pytest.raises(Refused, match="older_file"):
        open_meeting(path, clock, upgrade=False)
    open_meeting(path, clock).close()
    open_meeting(path, clock, upgrade=False).close()
