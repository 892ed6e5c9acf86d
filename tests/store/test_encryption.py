"""A file with a passphrase says nothing to anybody without it."""

import subprocess
import sys
from pathlib import Path

import pytest

from checkin.bootstrap import open_meeting
from checkin.domain.refused import Refused
from checkin.services.care import make_meeting
from checkin.store.connection import Connection
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS, list_of
from tests.services.staging import badge
from tests.store.test_opening import code

PASSPHRASE = 'it\'s "a" secret; -- é نادية'  # noqa: S105
NAMES = [b"OUAFI", b"Nadia", "نادية".encode(), b"Madrid", b"Border", b"SQLite", b"CREATE TABLE"]


@pytest.fixture
def secret(tmp_path: Path, clock: Clock) -> Path:
    """An encrypted file with the invented people, and one arrival still in the log."""
    path = tmp_path / "secret.checkin"
    days = MEETING_DAYS
    make_meeting(path, "Borders", "Madrid", "Europe/Madrid", days, SALMA, clock, PASSPHRASE)
    services = open_meeting(path, clock, passphrase=PASSPHRASE)
    services.lists.apply(services.lists.read(list_of(tmp_path / "list.csv")), SALMA)
    assert services.reception.scan(badge(services, "R-1").token, SALMA).value.recorded
    for file in (path, Path(f"{path}-wal")):
        for name in NAMES:
            assert name not in file.read_bytes()
    services.close()
    return path


def test_neither_file_nor_log_nor_backup_holds_a_name_in_plain_text(
    secret: Path, tmp_path: Path, clock: Clock
) -> None:
    services = open_meeting(secret, clock, passphrase=PASSPHRASE)
    assert services.care.check(SALMA, deep=True).ok
    backup = services.care.back_up(tmp_path, SALMA)
    services.close()
    for file in (secret, backup):
        content = file.read_bytes()
        assert not [name for name in NAMES if name in content]


def test_a_plain_file_does_hold_them_so_the_search_above_means_something(
    meeting_file: Path,
) -> None:
    content = meeting_file.read_bytes()
    assert [name for name in NAMES if name in content] == NAMES


@pytest.mark.parametrize("wrong", [PASSPHRASE.upper(), PASSPHRASE + " ", "x", "'; --"])
def test_a_wrong_passphrase_is_told_from_a_missing_one(secret: Path, wrong: str) -> None:
    before = secret.read_bytes()
    assert code(secret, wrong) == "wrong_passphrase"
    assert code(secret) == "passphrase_needed"
    assert secret.read_bytes() == before


def test_a_passphrase_for_a_file_that_has_none_is_said(meeting_file: Path) -> None:
    before = meeting_file.read_bytes()
    assert code(meeting_file, "secret") == "not_encrypted"
    assert meeting_file.read_bytes() == before


def test_a_changed_byte_in_an_encrypted_file_is_found(secret: Path, clock: Clock) -> None:
    content = bytearray(secret.read_bytes())
    content[-2000] ^= 1
    secret.write_bytes(content)
    try:
        services = open_meeting(secret, clock, passphrase=PASSPHRASE)
    except Refused as refused:
        assert refused.code == "damaged_file"  # noqa: PT017
        return
    try:
        with pytest.raises(Refused, match="damaged_file"):
            services.prepare()
    finally:
        services.close()


def test_an_encrypted_database_of_others_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "others.checkin"
    others = Connection.to_new_file(path, "secret")
    others.execute("PRAGMA application_id = 7")
    others.close()
    before = path.read_bytes()
    assert code(path, "secret") == "not_a_meeting_file"
    assert path.read_bytes() == before


def test_a_wrong_passphrase_says_one_sentence_and_nothing_of_the_inner_works(
    secret: Path, tmp_path: Path
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("wrong\n", encoding="utf-8")
    command = ("-m", "checkin", "check", str(secret), "--passphrase-file", str(words))
    said = subprocess.run([sys.executable, *command], capture_output=True, text=True)
    assert said.returncode == 1
    assert said.stderr.startswith("wrong_passphrase: ")
    assert said.stderr.count("\n") == 1
