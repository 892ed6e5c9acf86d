"""The meeting file is deleted, moved or replaced while a desk scans into it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.child import checkin, desk
from tests.faults.truth import arrived

_NEW = ("--name", "Borders", "--zone", "Europe/Madrid", "--day", "2022-07-05")


def _delete(file: Path, _: Path) -> None:
    file.unlink()


def _move(file: Path, elsewhere: Path) -> None:
    file.rename(elsewhere)


def _put_another_there(file: Path, another: Path) -> None:
    another.replace(file)


def _cut(file: Path, _: Path) -> None:
    os.truncate(file, 4096)


def _delete_its_log(file: Path, _: Path) -> None:
    Path(f"{file}-wal").unlink()


@pytest.mark.parametrize("take_away", [_delete, _move, _put_another_there, _cut, _delete_its_log])
def test_nothing_is_said_recorded_once_the_file_was_taken_away(
    madrid: Path, tokens: tuple[str, ...], tmp_path: Path, take_away: Callable[[Path, Path], None]
) -> None:
    another = Path(shutil.copy(madrid, tmp_path / "another.checkin"))
    with desk(madrid) as door:
        answers = [door.scan(token) for token in tokens[:2]]
        take_away(madrid, another)
        answers += [door.scan(token) for token in tokens[2:5]]
        ended = door.end()
    assert [answer["verdict"] for answer in answers] == ["welcome"] * 2 + ["not_recorded"] * 3
    assert (ended.code, ended.out, ended.err) == (1, "", "")


def test_a_moved_file_holds_what_was_recorded_and_nothing_that_was_not(
    madrid: Path, tokens: tuple[str, ...], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "moved.checkin"
    with desk(madrid) as door:
        for token in tokens[:3]:
            assert door.scan(token)["recorded"]
        madrid.rename(elsewhere)
        assert not door.scan(tokens[3])["recorded"]
        door.end()
    assert arrived(elsewhere) == sorted(tokens[:3])


def test_a_file_that_was_put_in_its_place_is_not_touched(
    madrid: Path, tokens: tuple[str, ...], tmp_path: Path
) -> None:
    another = Path(shutil.copy(madrid, tmp_path / "another.checkin"))
    with desk(madrid) as door:
        assert door.scan(tokens[0])["recorded"]
        another.replace(madrid)
        assert not door.scan(tokens[1])["recorded"]
        door.end()
    assert arrived(madrid) == []


def test_a_new_meeting_in_a_deleted_ones_place_never_hears_of_the_old_ones_log(
    madrid: Path, tokens: tuple[str, ...]
) -> None:
    with desk(madrid) as door:
        assert door.scan(tokens[0])["recorded"]
        madrid.unlink()
        door.kill()
    log = Path(f"{madrid}-wal")
    left = log.read_bytes()
    checkin("new", madrid, *_NEW).done()
    assert arrived(madrid) == []
    aside = [one for one in madrid.parent.iterdir() if one.name.endswith(".left-over")]
    assert [one.read_bytes() for one in aside] == [left]


def test_a_desk_whose_file_was_deleted_leaves_the_next_meeting_alone(
    madrid: Path, tokens: tuple[str, ...], crowd_file: bytes
) -> None:
    with desk(madrid) as old:
        assert old.scan(tokens[0])["recorded"]
        madrid.unlink()
        Path(f"{madrid}-wal").rename(f"{madrid}-wal.aside")
        madrid.write_bytes(crowd_file)
        with desk(madrid) as new:
            assert new.scan(tokens[1])["recorded"]
            assert not old.scan(tokens[2])["recorded"]
            assert old.end().code == 1
            assert new.scan(tokens[3])["recorded"]
            new.kill()
    assert arrived(madrid) == sorted((tokens[1], tokens[3]))
