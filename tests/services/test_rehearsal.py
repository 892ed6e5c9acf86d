"""The practice copy of a rehearsal: private, encrypted as the meeting is, and gone afterwards."""

import stat

import pytest

from checkin.bootstrap import open_meeting, open_rehearsal
from checkin.domain.refused import Refused
from checkin.services.care import make_meeting
from checkin.services.rehearsals_left import clear_left_behind
from tests.conftest import SALMA
from tests.people import MEETING_DAYS, list_of
from tests.services.staging import badge, room_for, rows

pytestmark = pytest.mark.usefixtures("practice_place")
WORDS = "a secret of ours"


def test_the_copy_is_for_this_user_alone(services, practice_place):
    practice = open_rehearsal(services)
    (folder,) = practice_place.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert practice.file.token_key == services.file.token_key
    assert practice.file.desk.id != services.file.desk.id
    practice.close()
    assert list(practice_place.iterdir()) == []


def test_an_encrypted_meeting_is_rehearsed_encrypted(tmp_path, clock, practice_place):
    path = tmp_path / "secret.checkin"
    make_meeting(path, "Talks", "Rabat", "Africa/Casablanca", MEETING_DAYS, SALMA, clock, WORDS)
    services = open_meeting(path, clock, passphrase=WORDS)
    services.lists.apply(services.lists.read(list_of(tmp_path / "list.csv")), SALMA)
    practice = open_rehearsal(services)
    assert practice.file.passphrase == WORDS
    assert b"OUAFI" not in practice.file.path.read_bytes()
    assert practice.reception.scan(badge(services, "R-1").token, SALMA).value.recorded
    practice.close()
    services.close()


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2022-07-05T08:45:00+02:00", None),
        ("2022-07-04T23:59:00+02:00", MEETING_DAYS[0]),
        ("2022-07-09T10:00:00+02:00", MEETING_DAYS[0]),
    ],
)
def test_which_day_is_rehearsed(services, clock, now, day):
    clock.set(now)
    practice = open_rehearsal(services)
    assert practice.rehearsal.day == day
    assert practice.reception.today() == (day or MEETING_DAYS[0])
    assert practice.meeting.local(practice.clock()).time() == clock.now.time()
    practice.close()


def test_what_a_crash_left_behind_goes_at_the_next_start(services, practice_place, tmp_path):
    left = practice_place / "checkin-rehearsal-dead"
    left.mkdir()
    (left / "rehearsal.checkin").write_bytes(b"somebody's names")
    others = practice_place / "checkin-rehearsal-of-others"
    others.mkdir()
    (others / "notes.txt").write_text("mine")
    running = open_rehearsal(services)
    clear_left_behind()
    assert not left.exists()
    assert others.exists()
    assert running.file.path.exists()
    running.close()


@pytest.mark.parametrize("room", [0, 40_000])
def test_a_full_disk_leaves_nothing_behind(services, practice_place, room):
    before = rows(services)
    with room_for(room), pytest.raises(Refused) as told:
        open_rehearsal(services)
    assert told.value.code in ("disk_full", "cannot_write")  # a limit is told as either
    assert list(practice_place.iterdir()) == []
    assert rows(services) == before
    assert services.file.writable


def test_where_no_folder_can_be_made_there_is_no_rehearsal(services, practice_place):
    practice_place.rmdir()
    with pytest.raises(Refused, match="cannot_write"):
        open_rehearsal(services)


def test_a_practice_copy_that_cannot_be_opened_is_gone(services, practice_place, monkeypatch):
    from checkin.store import meeting_file

    def fails(*_: object) -> None:
        raise Refused("cannot_write", path="there")

    monkeypatch.setattr(meeting_file.MeetingFile, "open", fails)
    with pytest.raises(Refused):
        open_rehearsal(services)
    assert list(practice_place.iterdir()) == []
