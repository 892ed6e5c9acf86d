"""Opening: our own file with the settings that keep it safe; every other with its reason."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from checkin.bootstrap import open_meeting
from checkin.domain.refused import Refused
from checkin.services.care import make_meeting
from checkin.store.connection import Connection, refusal
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS
from tests.services.staging import badge
from tests.store.places import make_read_only, small_disk, unchangeable

PNG = b"\x89PNG\r\n\x1a\n" + random.Random(7).randbytes(20_000)
NOISE = random.Random(8).randbytes(8 * 4096)
NOW = datetime(2022, 7, 5, tzinfo=UTC)


def code(path: Path, passphrase: str | None = None) -> str:
    """Why a file does not open."""
    with pytest.raises(Refused) as caught:
        open_meeting(path, lambda: NOW, passphrase=passphrase)
    assert caught.value.facts["path"] == str(path)
    return caught.value.code


def written(content: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(content) and None


def database_of_others(path: Path) -> None:
    with closing(sqlite3.connect(path.with_suffix(".db"))) as others:
        others.execute("CREATE TABLE address (name TEXT)")
        others.commit()
    path.with_suffix(".db").rename(path)


STRANGERS = {
    "empty": written(b""),
    "one letter": written(b"S"),
    "text": written(b"Nadia;Rabat\n" * 500),
    "text of whole pages": written(b"Nadia;Rab\n\n\n" * 4096),
    "PNG": written(PNG),
    "zeros": written(bytes(8192)),
    "noise of broken pages": written(NOISE[:-1]),
    "a workbook": written(b"PK\x03\x04" + NOISE[:5000]),
    "others' database": database_of_others,
}


@pytest.mark.parametrize("passphrase", [None, "secret"])
@pytest.mark.parametrize("kind", STRANGERS)
def test_what_is_no_meeting_file_is_refused_and_not_one_byte_of_it_changes(
    kind: str, passphrase: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "strange.checkin"
    STRANGERS[kind](path)
    before = path.read_bytes()
    assert code(path, passphrase) == "not_a_meeting_file"
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["strange.checkin"]


def test_a_database_of_others_keeps_even_the_log_that_waits_beside_it(tmp_path: Path) -> None:
    living = tmp_path / "others.db"
    with closing(sqlite3.connect(living)) as others:
        others.execute("PRAGMA journal_mode = wal")
        others.execute("CREATE TABLE address (name TEXT)")
        for suffix in ("", "-wal"):  # as a crash would leave them
            shutil.copy(f"{living}{suffix}", f"{tmp_path}/left.checkin{suffix}")
    left = sorted(tmp_path.glob("left.*"))
    before = [path.read_bytes() for path in left]
    assert code(tmp_path / "left.checkin") == "not_a_meeting_file"
    assert sorted(tmp_path.glob("left.*")) == left
    assert [path.read_bytes() for path in left] == before


@pytest.mark.parametrize("name", ["none.checkin", "x" * 300, "\udcff.checkin", "a\x00b"])
def test_what_is_not_there_is_said_to_be_missing(name: str, tmp_path: Path) -> None:
    assert code(tmp_path / name) == "no_such_file"
    assert os.listdir(tmp_path) == []


def test_neither_a_folder_nor_a_pipe_nor_a_device_is_a_meeting_file(tmp_path: Path) -> None:
    pipe, folder = tmp_path / "pipe", tmp_path / "folder.checkin"
    os.mkfifo(pipe)
    folder.mkdir()
    for path in (folder, pipe, Path("/dev/null")):
        assert code(path) == "not_a_meeting_file"
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert code(tmp_path / "loop") == "no_such_file"


def test_a_file_is_opened_once_by_this_program(meeting_file: Path, clock: Clock) -> None:
    services = open_meeting(meeting_file, clock)
    token = badge(services, "R-1").token
    assert code(meeting_file) == "file_in_use"
    assert code(meeting_file, "secret") == "file_in_use"
    assert services.reception.scan(token, SALMA).value.recorded
    services.close()
    open_meeting(meeting_file, clock).close()


OPEN_IT = (
    "import sys; from tests.store.test_opening import code, Path; print(code(Path(sys.argv[1])))"
)


def test_a_second_program_is_refused_even_after_this_one_was_asked_twice(
    meeting_file: Path, clock: Clock
) -> None:
    services = open_meeting(meeting_file, clock)
    assert code(meeting_file) == "file_in_use"  # closing anything here must not let go the lock
    assert Connection.is_in_place(services.file.connection)
    second = subprocess.run(
        [sys.executable, "-c", OPEN_IT, str(meeting_file)], capture_output=True, text=True
    )
    assert second.stdout == "file_in_use\n", second.stderr
    services.close()


def test_the_settings_that_keep_arrivals_safe_are_in_force(
    meeting_file: Path, clock: Clock
) -> None:
    services = open_meeting(meeting_file, clock)
    services.prepare()
    connection = services.file.connection
    asked = ("journal_mode", "synchronous", "locking_mode")
    assert [connection.one(f"PRAGMA {name}") for name in asked] == [("wal",), (2,), ("exclusive",)]
    assert connection.one("PRAGMA wal_autocheckpoint") == (1000,)
    names = sorted(path.name for path in meeting_file.parent.glob("madrid*"))
    assert names == ["madrid.checkin", "madrid.checkin-wal"]  # no memory shared with anybody
    services.close()
    assert [path.name for path in meeting_file.parent.glob("madrid*")] == ["madrid.checkin"]


def test_on_a_read_only_disk_a_file_neither_opens_nor_is_made(
    meeting_file: Path, tmp_path: Path, clock: Clock
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        there = disk / "madrid.checkin"
        shutil.copy(meeting_file, there)
        make_read_only(disk)
        before = there.read_bytes()
        assert code(there) == "read_only"
        with pytest.raises(Refused, match="read_only"):
            make_meeting(disk / "n.checkin", "N", "P", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
        assert there.read_bytes() == before
        assert os.listdir(disk) == ["madrid.checkin"]


def test_a_file_that_may_not_be_changed_is_refused_before_the_first_scan(
    meeting_file: Path,
) -> None:
    before = sorted(os.listdir(meeting_file.parent))
    with unchangeable(meeting_file):
        assert code(meeting_file) == "read_only"
    assert sorted(os.listdir(meeting_file.parent)) == before
    open_meeting(meeting_file, lambda: NOW).close()


def test_a_folder_that_may_not_be_changed_is_refused(empty_file: Path, clock: Clock) -> None:
    with unchangeable(empty_file.parent):
        assert code(empty_file) == "read_only"
        path = empty_file.with_name("new.checkin")
        with pytest.raises(Refused, match="read_only"):
            make_meeting(path, "N", "P", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
    assert os.listdir(empty_file.parent) == [empty_file.name]


def test_where_one_may_not_even_look_the_file_cannot_be_opened(tmp_path: Path) -> None:
    """As root everything may be looked at: the reason is asked of the table itself."""
    assert refusal(PermissionError(13, "no"), tmp_path).code == "read_only"
    assert refusal(OSError(), tmp_path).code == "cannot_write"


@pytest.mark.parametrize("kept", [100, 4096, 8192, -4096])
def test_a_file_cut_off_is_damaged(kept: int, meeting_file: Path) -> None:
    size = meeting_file.stat().st_size
    os.truncate(meeting_file, kept if kept > 0 else size + kept)
    assert code(meeting_file) == "damaged_file"


@pytest.mark.parametrize("first", [100, 4096])
def test_a_file_overwritten_with_noise_is_damaged(first: int, meeting_file: Path) -> None:
    content = bytearray(meeting_file.read_bytes())
    content[first:] = (NOISE * 20)[: len(content) - first]
    meeting_file.write_bytes(content)
    assert code(meeting_file) == "damaged_file"


@pytest.mark.parametrize("body", ["", "[]", "null", "{}", '{"meeting":[]}', "7"])
def test_a_file_whose_meeting_cannot_be_read_is_damaged(body: str, meeting_file: Path) -> None:
    with closing(Connection(meeting_file)) as connection:
        connection.execute("UPDATE meeting SET body = ?", (body,))
    assert code(meeting_file) == "damaged_file"


def test_a_file_that_says_nothing_of_its_meeting_is_damaged(meeting_file: Path) -> None:
    with closing(Connection(meeting_file)) as connection:
        connection.execute("DELETE FROM meeting")
    assert code(meeting_file) == "damaged_file"


def test_one_flipped_bit_anywhere_is_opened_or_refused_but_never_a_crash(
    empty_file: Path, tmp_path: Path, clock: Clock
) -> None:
    content = empty_file.read_bytes()
    chance = random.Random(11)
    for _ in range(60):
        spoiled = bytearray(content)
        spoiled[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path = tmp_path / "spoiled.checkin"
        path.write_bytes(spoiled)
        try:
            services = open_meeting(path, clock)
        except Refused:
            continue
        try:
            services.prepare()
            services.care.check(SALMA, deep=True)
            services.reception.scan("MA-001", SALMA)
        except Refused:
            pass
        finally:
            services.close()


def test_an_error_that_is_a_bug_of_ours_stays_an_error(meeting_file: Path) -> None:
    with closing(Connection(meeting_file)) as connection:
        with pytest.raises(Exception, match="syntax error"):
            connection.one("SELEKT 1")
        with pytest.raises(Exception, match="syntax error"):
            connection.values(tuple, "SELEKT 1")
