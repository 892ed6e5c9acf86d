"""A file of every released schema opens, and says what it said on the day it was made."""

import shutil
from pathlib import Path

import pytest

from checkin.bootstrap import Services, open_meeting
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.services.badges import BadgeChoice
from checkin.store import schema
from checkin.store.connection import Connection
from tests.conftest import SALMA, Clock
from tests.data.schema.make_frozen import PASSPHRASE, frozen
from tests.people import MEETING_DAYS
from tests.services.staging import badge, full_disk
from tests.store.places import small_disk

VERSIONS = range(1, schema.VERSION + 1)


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_of_every_schema_opens_and_goes_on(
    version: int, passphrase: str | None, tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "old.checkin"
    shutil.copy(frozen(version, passphrase is not None), path)
    services = open_meeting(path, clock, passphrase=passphrase)
    services.prepare()
    assert services.meeting.title("en") == "Border management"
    assert services.care.check(SALMA, deep=True).ok
    assert services.reception.count(MEETING_DAYS[0]).arrived == 2
    clock.wait(hours=1)
    for reference, verdict in (("R-1", Verdict.ALREADY_IN), ("R-3", Verdict.WELCOME)):
        token = badge(services, reference).token
        assert services.reception.scan(token, SALMA).value.verdict is verdict
    assert badge(services, "R-2").number == "MA-900"
    services.care.rebuild(SALMA)
    assert services.care.check(SALMA, deep=True).ok
    services.close()


def test_who_is_awaited_and_a_photo_stand_in_a_file_of_the_fifth_schema(
    tmp_path: Path, clock: Clock
) -> None:
    path = Path(shutil.copy(frozen(5), tmp_path / "old.checkin"))
    services = open_meeting(path, clock)
    told = services.awaiting.on(MEETING_DAYS[0], SALMA)
    assert [one.delegate.reference for one in told.here] == ["R-1"]
    assert [one.reference for one in told.still] == ["R-3"]
    assert services.people.photo(told.here[0].delegate) == b"an invented photo"
    services.close()


def test_a_file_of_a_newer_version_is_refused_and_left_as_it_is(
    meeting_file: Path, clock: Clock
) -> None:
    connection = Connection(meeting_file)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    before = meeting_file.read_bytes()
    with pytest.raises(Refused, match="newer_file"):
        open_meeting(meeting_file, clock)
    assert meeting_file.read_bytes() == before


def test_a_file_of_ours_without_tables_is_no_meeting_file(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "new.checkin"
    Connection.to_new_file(path).close()
    with pytest.raises(Refused, match="not_a_meeting_file"):
        open_meeting(path, clock)


def test_migrating_a_file_of_the_present_schema_changes_nothing(meeting_file: Path) -> None:
    connection = Connection(meeting_file)
    before = connection.all("SELECT * FROM sqlite_master")
    schema.migrate(connection)
    assert connection.all("SELECT * FROM sqlite_master") == before
    assert schema.version(connection) == schema.VERSION
    connection.close()


def test_every_table_is_journal_folded_or_kept_and_no_other(meeting_file: Path) -> None:
    connection = Connection(meeting_file)
    tables = {
        name for (name,) in connection.all("SELECT name FROM sqlite_master WHERE type='table'")
    }
    connection.close()
    named = (*schema.JOURNAL_TABLES, *schema.FOLDED_TABLES, *schema.KEPT_TABLES)
    assert tables == set(named)


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_an_older_file_is_kept_as_it_was_before_it_is_brought_to_the_present_schema(
    passphrase: str | None, tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "old.checkin"
    names = ["old.schema-1.checkin", *(f"old.schema-1.{n}.checkin" for n in range(2, 7))]
    for erased, kept in enumerate(names):
        for _ in range(2):  # the same again is not copied again
            shutil.copy(frozen(1, passphrase is not None), path)
            erase(path, erased, passphrase)
            open_meeting(path, clock, passphrase=passphrase).close()
            path.unlink()
        before = Connection(tmp_path / kept, passphrase)
        assert schema.version(before) == 1
        before.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(names)


def erase(path: Path, payloads: int, passphrase: str | None) -> None:
    """Erases what the first facts about badges say, so that the file is another."""
    connection = Connection(path, passphrase)
    some = "SELECT id FROM fact WHERE kind LIKE 'Badge%' ORDER BY desk_seq LIMIT ?"
    erased = f"UPDATE payload SET salt = NULL, body = NULL WHERE fact IN ({some})"
    connection.execute(erased, (payloads,))
    connection.close()


def test_an_upgrade_that_fails_again_and_again_leaves_one_copy(
    tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "old.checkin"
    shutil.copy(frozen(2), path)
    connection = Connection(path)
    connection.execute("DROP TRIGGER payload_stays")
    connection.execute("UPDATE payload SET body = '{' WHERE body LIKE '%EL OUAFI%'")
    connection.close()
    for _ in range(6):
        with pytest.raises(Refused, match="damaged_file"):
            open_meeting(path, clock)
        assert sorted(tmp_path.iterdir()) == [path, tmp_path / "old.schema-2.checkin"]


def test_what_another_put_where_the_copy_would_be_stays_as_it_is(
    tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "old.checkin"
    shutil.copy(frozen(2), path)
    (tmp_path / "old.schema-2.checkin").write_bytes(b"a letter")
    shutil.copy(frozen(2, encrypted=True), tmp_path / "old.schema-2.2.checkin")
    open_meeting(path, clock).close()
    assert (tmp_path / "old.schema-2.checkin").read_bytes() == b"a letter"
    assert (tmp_path / "old.schema-2.3.checkin").exists()


def test_an_older_file_that_no_copy_can_be_made_of_is_refused_and_left_as_it_is(
    tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "old.checkin"
    shutil.copy(frozen(1), path)
    before = path.read_bytes()
    with full_disk(), pytest.raises(Refused):
        open_meeting(path, clock)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if "schema" in one.name] == []
    open_meeting(path, clock).close()


@pytest.mark.parametrize("kilobytes", range(140, 420, 40))
def test_on_a_disk_that_is_nearly_full_an_older_file_is_brought_up_whole_or_not_at_all(
    tmp_path: Path, clock: Clock, kilobytes: int
) -> None:
    with small_disk(tmp_path / "disk", f"{kilobytes}k") as disk:
        path = Path(shutil.copy(frozen(1), disk / "old.checkin"))
        try:
            open_meeting(path, clock).close()
        except Refused as refused:
            assert refused.code == "disk_full"  # noqa: PT017
        roomy = tmp_path / "roomy"
        shutil.copytree(disk, roomy)
    services = open_meeting(roomy / "old.checkin", clock)
    assert services.care.check(SALMA, deep=True).ok
    assert services.reception.count(MEETING_DAYS[0]).arrived == 2
    services.close()


def test_a_new_title_outdates_every_badge_that_was_printed_and_a_reprint_mends_it(
    services: Services, tmp_path: Path
) -> None:
    services.badges.save(tmp_path / "b.pdf", BadgeChoice(), SALMA)
    services.organising.rename({"fr": "Réunion"}, SALMA)
    assert all(one.outdated for one, _ in services.badges.all(SALMA))
    services.care.rebuild(SALMA)
    assert all(one.outdated for one, _ in services.badges.all(SALMA))
    services.badges.save(tmp_path / "b.pdf", BadgeChoice(), SALMA)
    assert not any(one.outdated for one, _ in services.badges.all(SALMA))
    assert services.care.check(SALMA).ok
