"""A disk of its own that runs full: one refusal, nothing half-done, and on with the day."""

import shutil
from pathlib import Path

import pytest

from checkin.bootstrap import open_meeting
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.services.badges import BadgeChoice
from checkin.services.care import make_meeting, restore
from tests.conftest import SALMA, Clock
from tests.faults.conftest import Crowd
from tests.faults.truth import arrived, people
from tests.people import MEETING_DAYS, many_people
from tests.store.places import small_disk


def fill(disk: Path) -> Path:
    """Takes all the room that is left."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return ballast


def names(disk: Path) -> set[str]:
    return {path.name for path in disk.iterdir()}


@pytest.mark.parametrize("room", ["4k", "16k", "40k", "60k", "80k", "100k"])
def test_a_meeting_is_made_whole_or_not_at_all(tmp_path: Path, clock: Clock, room: str) -> None:
    with small_disk(tmp_path / "disk", room) as disk:
        path = disk / "new.checkin"
        try:
            make_meeting(path, "B", "M", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
        except Refused as refused:
            assert refused.code == "disk_full"  # noqa: PT017
            assert names(disk) == set()
        else:
            assert names(disk) == {"new.checkin"}
            assert people(path) == 0


@pytest.mark.parametrize("room", [f"{kilobytes}k" for kilobytes in range(208, 640, 48)])
def test_a_list_comes_in_whole_or_not_at_all_and_the_desk_goes_on(
    tmp_path: Path, crowd: Crowd, clock: Clock, room: str
) -> None:
    more = many_people(tmp_path / "more.csv", 60, "Tunisia")
    text = more.read_text(encoding="utf-8").replace("X-", "Y-")
    more.write_text(text, encoding="utf-8")
    with small_disk(tmp_path / "disk", room) as disk:
        path = Path(shutil.copy(crowd.file, disk / "madrid.checkin"))
        services = open_meeting(path, clock)
        listed = services.lists.read(more)
        try:
            services.lists.apply(listed, SALMA)
            expected = 120
        except Refused as refused:
            assert refused.code == "disk_full"  # noqa: PT017
            expected = 60
        services.close()
        assert names(disk) <= {"madrid.checkin", "madrid.checkin-wal"}  # no room to empty the log
        roomy = tmp_path / "roomy"
        shutil.copytree(disk, roomy)
    assert people(roomy / "madrid.checkin") == expected


def test_when_the_disk_runs_full_at_the_door_everybody_waits_and_nobody_is_lost(
    tmp_path: Path, crowd: Crowd, clock: Clock
) -> None:
    with small_disk(tmp_path / "disk", "3m") as disk:
        path = Path(shutil.copy(crowd.file, disk / "madrid.checkin"))
        services = open_meeting(path, clock)
        ballast = fill(disk)
        verdicts = [services.reception.scan(token, SALMA).value.verdict for token in crowd.tokens]
        count = verdicts.count(Verdict.WELCOME)
        assert verdicts == [Verdict.WELCOME] * count + [Verdict.NOT_RECORDED] * (60 - count)
        assert count < 60
        assert services.reception.waiting == 60 - count
        ballast.unlink()
        outcomes = services.reception.retry(SALMA)
        assert [one.value.recorded for one in outcomes] == [True] * (60 - count)
        assert services.reception.waiting == 0
        services.close()
        assert sorted(arrived(path)) == sorted(crowd.tokens)


def test_with_its_room_taken_beforehand_a_full_disk_does_not_stop_the_morning(
    tmp_path: Path, crowd: Crowd, clock: Clock
) -> None:
    with small_disk(tmp_path / "disk", "6m") as disk:
        path = Path(shutil.copy(crowd.file, disk / "madrid.checkin"))
        services = open_meeting(path, clock)
        services.prepare()
        fill(disk)
        said = [services.reception.scan(token, SALMA).value.recorded for token in crowd.tokens]
        assert said == [True] * 60
        services.close()
        (disk / "ballast").unlink()
        assert sorted(arrived(path)) == sorted(crowd.tokens)


@pytest.mark.parametrize("left", range(0, 160, 30))
def test_a_backup_or_a_restored_file_is_whole_or_not_there(
    tmp_path: Path, crowd: Crowd, clock: Clock, left: int
) -> None:
    source = Path(shutil.copy(crowd.file, tmp_path / "madrid.checkin"))
    services = open_meeting(source, clock)
    good = services.care.back_up(tmp_path, SALMA)
    with small_disk(tmp_path / "disk", f"{left + 4}k") as disk:
        with pytest.raises(Refused, match="disk_full"):
            services.care.back_up(disk, SALMA)
        with pytest.raises(Refused, match="disk_full"):
            restore(good, disk / "restored.checkin", clock)
        assert names(disk) == set()
    assert services.reception.scan(crowd.tokens[0], SALMA).value.recorded
    services.close()


def test_a_badge_counts_as_printed_only_where_its_paper_was_written(
    tmp_path: Path, crowd: Crowd, clock: Clock
) -> None:
    services = open_meeting(Path(shutil.copy(crowd.file, tmp_path / "madrid.checkin")), clock)
    with small_disk(tmp_path / "disk", "8k") as disk, pytest.raises(Refused, match="disk_full"):
        services.badges.save(disk / "badges.pdf", BadgeChoice(), SALMA)
    assert {badge.state for badge, _ in services.badges.all(SALMA)} == {"issued"}
    services.close()


def test_a_paper_stands_only_where_its_badges_count_as_printed(
    tmp_path: Path, crowd: Crowd, clock: Clock
) -> None:
    paper = tmp_path / "badges.pdf"
    with small_disk(tmp_path / "disk", "3m") as disk:
        path = Path(shutil.copy(crowd.file, disk / "madrid.checkin"))
        services = open_meeting(path, clock)
        fill(disk)
        with pytest.raises(Refused, match="disk_full"):
            services.badges.save(paper, BadgeChoice(), SALMA)
        assert not paper.exists()
        (disk / "ballast").unlink()
        services.file.retry()
        assert services.badges.counts().printed == 0
        services.badges.save(paper, BadgeChoice(), SALMA)
        assert services.badges.counts().printed == 60
        services.close()
    assert paper.exists()
