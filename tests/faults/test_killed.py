"""kill -9 at any moment: in the middle of a queue, of a list, of a new meeting, of a rebuild."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from checkin.bootstrap import open_meeting
from tests.conftest import SALMA
from tests.faults.child import Desk, checkin, command, run, scan_command, traced
from tests.faults.conftest import CROWD
from tests.faults.truth import arrived, people, recorded
from tests.people import many_people

_CALLS = ("pwrite64", "fsync", "unlink", "rename")
_NEW = ("--name", "Borders", "--zone", "Europe/Madrid", "--day", "2022-07-05")
_AT = ("--at", "2022-07-05T08:45:00+02:00")


@pytest.mark.parametrize("heard", [0, 1, 17])
def test_whoever_was_welcomed_is_in_the_file_of_a_killed_desk(
    madrid: Path, tokens: tuple[str, ...], heard: int
) -> None:
    desk = Desk(scan_command(madrid))
    desk.send(*tokens)
    answers = [desk.hear() for _ in range(heard)]
    answers += desk.kill()
    count = recorded(answers)
    assert count == len(answers) >= heard
    found = arrived(madrid)
    assert found in (sorted(tokens[:count]), sorted(tokens[: count + 1]))


def _moments(words: Sequence[str], log: Path, wanted: int) -> list[tuple[str, int]]:
    """Calls of a whole run at which it can be killed, spread evenly: `("pwrite64", 7)`."""
    run(traced(words, log, ",".join(_CALLS))).done()
    seen: dict[str, int] = dict.fromkeys(_CALLS, 0)
    moments = []
    for line in log.read_text(errors="replace").splitlines():
        call = re.match(r"\d+ +(\w+)\(", line)
        if call and call[1] in seen:
            seen[call[1]] += 1
            if "ENOENT" not in line:
                moments.append((call[1], seen[call[1]]))
    step = (len(moments) - 1) / (wanted - 1)
    return [moments[round(number * step)] for number in range(wanted)]


def _kill_at(words: Sequence[str], log: Path, moment: tuple[str, int]) -> None:
    call, when = moment
    killed = traced(words, log, call, "-e", f"inject={call}:signal=KILL:when={when}")
    killed.remove("--seccomp-bpf")  # with it strace 6.1 sends no signal
    assert run(killed).code == -9


def test_a_killed_import_leaves_the_whole_list_or_nobody_of_it(
    madrid: Path, tmp_path: Path
) -> None:
    original, log = madrid.read_bytes(), tmp_path / "log"
    words = command("import", madrid, many_people(tmp_path / "more.csv", CROWD + 90))
    for moment in _moments(words, log, 7):
        Path(f"{madrid}-wal").unlink(missing_ok=True)
        madrid.write_bytes(original)
        _kill_at(words, log, moment)
        assert people(madrid) in (CROWD, CROWD + 90), moment
        run(words).done()
        assert people(madrid) == CROWD + 90


def test_a_killed_rebuild_changes_nothing(
    madrid: Path, tokens: tuple[str, ...], tmp_path: Path
) -> None:
    run(scan_command(madrid), tokens[:9]).done()
    original, log = madrid.read_bytes(), tmp_path / "log"
    words = command("rebuild", madrid)
    for moment in _moments(words, log, 5):
        Path(f"{madrid}-wal").unlink(missing_ok=True)
        madrid.write_bytes(original)
        _kill_at(words, log, moment)
        assert arrived(madrid) == sorted(tokens[:9]), moment
        assert people(madrid) == CROWD


def test_a_meeting_whose_making_was_killed_is_sound_or_is_made_anew(tmp_path: Path) -> None:
    folder, log = tmp_path / "meetings", tmp_path / "log"
    folder.mkdir()
    file = folder / "madrid.checkin"
    words = command("new", file, *_NEW, *_AT)
    moments = _moments(words, log, 9)
    file.unlink()
    for moment in moments:
        _kill_at(words, log, moment)
        if not file.exists():
            run(words).done()
        assert people(file) == 0, moment
        file.unlink()


def test_a_killed_desk_is_gone_on_with_by_the_next(madrid: Path, tokens: tuple[str, ...]) -> None:
    first = Desk(scan_command(madrid))
    assert first.scan(tokens[0])["verdict"] == "welcome"
    first.kill()
    second = run(scan_command(madrid), tokens[:2]).done()
    assert [answer["verdict"] for answer in second.answers] == ["already_in", "welcome"]
    assert checkin("check", madrid, "--deep").code == 0
    services = open_meeting(madrid)
    try:
        assert len(services.reception.search("NAME", SALMA)) == 8
    finally:
        services.close()
