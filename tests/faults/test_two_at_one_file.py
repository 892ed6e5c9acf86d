"""One meeting file, one process: whoever comes second is refused, and the first goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checkin.bootstrap import Services, open_meeting
from checkin.domain.refused import Refused
from checkin.services.badges import BadgeChoice
from checkin.services.care import restore
from tests.cli.command import here
from tests.conftest import SALMA, Clock
from tests.faults.child import checkin, desk
from tests.faults.truth import arrived
from tests.people import list_of

_COMMANDS = (
    "import {file} {list}",
    "badges {file} --to {out}",
    "scan {file} --day 2022-07-05",
    "search {file} NAME",
    "undo {file} 0181cd1a-e1e0-7000-a25a-c7d5466a2ed3",
    "report {file} attendance --to {out}",
    "tokens {file}",
    "delegates {file}",
    "check {file}",
    "rebuild {file}",
    "backup {file} --to {folder}",
    "restore {file} --to {folder}/restored.checkin",
)


def test_every_other_command_is_refused_while_a_desk_scans(
    madrid: Path, tokens: tuple[str, ...], tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    names = {"file": madrid, "list": list_of(tmp_path / "list.csv"), "folder": folder}
    with desk(madrid) as door:
        for number, words in enumerate(_COMMANDS):
            assert door.scan(tokens[number])["recorded"]
            asked = words.format(**names, out=folder / "out.pdf").split()
            here(*asked).refused("file_in_use")
        assert door.scan(tokens[len(_COMMANDS)])["recorded"]
        assert door.end().code == 0
    assert list(folder.iterdir()) == []
    assert arrived(madrid) == sorted(tokens[: len(_COMMANDS) + 1])


def test_a_second_process_is_refused_in_one_sentence(madrid: Path, tokens: tuple[str, ...]) -> None:
    with desk(madrid) as door:
        assert door.scan(tokens[0])["recorded"]
        checkin("scan", madrid, "--day", "2022-07-05").refused("file_in_use")
        assert door.scan(tokens[1])["recorded"]


def _open_again(_: Services, file: Path, folder: Path) -> None:
    open_meeting(file)


def _open_again_with_a_passphrase(_: Services, file: Path, folder: Path) -> None:
    open_meeting(file, Clock(), "", "borders")


def _restore_it(_: Services, file: Path, folder: Path) -> None:
    restore(file, folder / "restored.checkin", Clock())


def _take_it_for_a_list(services: Services, file: Path, folder: Path) -> None:
    services.lists.read(file)


def _take_it_for_a_workbook(services: Services, file: Path, folder: Path) -> None:
    link = folder / "list.xlsx"
    link.symlink_to(file)
    services.lists.read(link)


def _print_badges_over_it(services: Services, file: Path, folder: Path) -> None:
    services.badges.save(file, BadgeChoice(), SALMA)


def _report_over_it(services: Services, file: Path, folder: Path) -> None:
    link = folder / "report.csv"
    link.symlink_to(file)
    services.reports.save("attendance", link, "en", SALMA)


@pytest.mark.parametrize(
    "mistake",
    [
        _open_again,
        _restore_it,
        _open_again_with_a_passphrase,
        _take_it_for_a_list,
        _take_it_for_a_workbook,
        _print_badges_over_it,
        _report_over_it,
    ],
)
def test_no_mistake_with_the_open_file_lets_a_second_process_in(
    madrid: Path,
    tokens: tuple[str, ...],
    tmp_path: Path,
    mistake: Callable[[Services, Path, Path], None],
) -> None:
    """POSIX drops every lock that a process holds on a file when it closes any handle of it."""
    services = open_meeting(madrid, Clock())
    try:
        assert services.reception.scan(tokens[0], SALMA).value.recorded
        with pytest.raises(Refused):
            mistake(services, madrid, tmp_path)
        checkin("check", madrid).refused("file_in_use")
        assert services.reception.scan(tokens[1], SALMA).value.recorded
    finally:
        services.close()
    assert arrived(madrid) == sorted(tokens[:2])
