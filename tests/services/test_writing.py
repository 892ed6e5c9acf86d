"""Papers are whole or not there at all, and none ever takes the place of the meeting file."""

import gc
import os
from pathlib import Path

import pytest

from checkin.domain.refused import Refused
from checkin.services.writing import uncollected, whole_file
from tests.services.staging import full_disk


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    path = tmp_path / "meeting.checkin"
    path.write_bytes(b"the meeting")
    return path


def put(path: Path, meeting: Path, contents: bytes = b"whole") -> None:
    with whole_file(path, meeting) as file:
        file.write(contents)


def test_a_paper_is_there_when_it_is_complete(tmp_path: Path, meeting: Path) -> None:
    paper = tmp_path / "out.pdf"
    with whole_file(paper, meeting) as file:
        file.write(b"half")
        assert not paper.exists()
        file.write(b" and half")
    assert paper.read_bytes() == b"half and half"
    assert sorted(os.listdir(tmp_path)) == ["meeting.checkin", "out.pdf"]


def test_a_new_paper_takes_the_place_of_the_old_one(tmp_path: Path, meeting: Path) -> None:
    paper = tmp_path / "out.pdf"
    put(paper, meeting, b"old")
    put(paper, meeting, b"new")
    assert paper.read_bytes() == b"new"


def test_when_the_making_fails_the_old_paper_stays_and_nothing_else(
    tmp_path: Path, meeting: Path
) -> None:
    paper = tmp_path / "out.pdf"
    put(paper, meeting, b"old")
    with pytest.raises(TypeError), whole_file(paper, meeting) as file:
        file.writelines([b"ne", "w"])  # type: ignore[list-item]
    assert paper.read_bytes() == b"old"
    assert sorted(os.listdir(tmp_path)) == ["meeting.checkin", "out.pdf"]


@pytest.mark.parametrize("size", [1, 1_000_000])
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, meeting: Path, size: int) -> None:
    with pytest.raises(Refused, match="disk_full"), full_disk():
        put(tmp_path / "out.pdf", meeting, b"x" * size)
    assert os.listdir(tmp_path) == ["meeting.checkin"]


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path, meeting: Path) -> None:
    with pytest.raises(Refused, match="no_such_folder"):
        put(tmp_path / "none" / "out.pdf", meeting)
    assert os.listdir(tmp_path) == ["meeting.checkin"]


@pytest.mark.parametrize("name", [".", "..", "", "x" * 300 + ".pdf", "x" * 300 + "/out.pdf"])
def test_a_name_that_cannot_be_a_file_is_refused(
    tmp_path: Path, meeting: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refused, match="cannot_write"):
        put(Path(name), meeting)
    assert os.listdir(tmp_path) == ["meeting.checkin"]


def test_a_paper_never_takes_the_place_of_a_folder(tmp_path: Path, meeting: Path) -> None:
    (tmp_path / "out.pdf").mkdir()
    with pytest.raises(Refused, match="cannot_write"):
        put(tmp_path / "out.pdf", meeting)
    assert (tmp_path / "out.pdf").is_dir()


@pytest.mark.parametrize("way", ["name", "link", "log"])
def test_a_paper_never_takes_the_place_of_the_meeting_file(
    tmp_path: Path, meeting: Path, way: str
) -> None:
    target = meeting
    if way == "link":
        target = tmp_path / "report.pdf"
        target.symlink_to(meeting)
    if way == "log":
        target = tmp_path / "meeting.checkin-wal"
        target.write_bytes(b"the meeting")
    with pytest.raises(Refused, match="file_exists"):
        put(target, meeting)
    assert target.read_bytes() == b"the meeting"


@pytest.mark.parametrize("collects", [True, False])
def test_the_collector_rests_while_a_paper_is_made_and_is_as_it_was_afterwards(
    collects: bool,
) -> None:
    was = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is collects
        with pytest.raises(ZeroDivisionError), uncollected():
            1 / 0  # noqa: B018
        assert gc.isenabled() is collects
    finally:
        (gc.enable if was else gc.disable)()
