"""The program as a process of its own: what its pipes, its clock and its death tell a caller."""

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from tests.cli.command import FIRST_MORNING, Run, command, environment, process

Answer = dict[str, Any]


class Desk:
    """A running `checkin scan --json`: a line in, its answer out."""

    def __init__(self, path: Path, *options: str) -> None:
        self.program = subprocess.Popen(
            command("scan", path, "--json", *options),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )

    def scan(self, text: str) -> Answer:
        """The answer to one line; the pipe stays open, so it was not kept back in a buffer."""
        assert self.program.stdin
        assert self.program.stdout
        self.program.stdin.write(f"{text}\n".encode())
        self.program.stdin.flush()
        assert select.select([self.program.stdout], [], [], 30)[0], "no answer"
        return json.loads(self.program.stdout.readline())

    def scan_until(self, text: str, verdict: str) -> Answer:
        """The first answer with this verdict, at most five seconds later."""
        end = monotonic() + 5
        while (answer := self.scan(text))["verdict"] != verdict:
            assert monotonic() < end, answer
            sleep(0.05)
        return answer


@contextmanager
def desk(path: Path, *options: str) -> Iterator[Desk]:
    running = Desk(path, *options)
    try:
        yield running
    finally:
        running.program.kill()
        running.program.communicate()


def test_an_answer_that_was_read_is_on_the_disk_even_if_the_program_dies_at_once(
    madrid: Path, tokens: list[str], checkin: Run
) -> None:
    recorded = []
    for number in range(6):
        with desk(madrid, "--at", FIRST_MORNING) as running:
            for token in tokens[number * 3 : number * 3 + 3]:
                answer = running.scan(token)
                assert answer["recorded"]
                recorded.append((token, answer["arrival"]["id"]))
            running.program.send_signal(signal.SIGKILL)
    said = checkin("check", madrid, "--deep", "--json").done().json
    assert said["arrivals"] == len(recorded) == 18
    look = ("scan", madrid, "--look", "--json", "--at", FIRST_MORNING)
    answers = checkin(*look, stdin="\n".join(token for token, _ in recorded)).done().answers
    assert [one["earlier"]["id"] for one in answers] == [arrival for _, arrival in recorded]


def test_one_process_goes_on_over_midnight_into_the_second_day(
    madrid: Path, tokens: list[str]
) -> None:
    with desk(madrid, "--at", "2022-07-05T23:59:58.500+02:00") as running:
        first = running.scan(tokens[0])
        assert (first["verdict"], first["arrival"]["day"]) == ("welcome", "2022-07-05")
        assert running.scan(tokens[0])["verdict"] == "just_scanned"
        second = running.scan_until(tokens[0], "welcome")
    assert second["arrival"]["day"] == "2022-07-06"
    assert second["arrival"]["at"].startswith("2022-07-06T00:00:0")


def test_one_process_goes_on_over_the_last_midnight_and_lets_nobody_in(
    madrid: Path, tokens: list[str]
) -> None:
    with desk(madrid, "--at", "2022-07-06T23:59:58.500+02:00") as running:
        assert running.scan(tokens[0])["arrival"]["day"] == "2022-07-06"
        late = running.scan_until(tokens[0], "not_a_meeting_day")
        assert not late["recorded"]
        assert running.scan(tokens[1])["verdict"] == "not_a_meeting_day"


def test_a_file_on_which_a_process_scans_is_in_use(madrid: Path, tokens: list[str]) -> None:
    with desk(madrid, "--at", FIRST_MORNING) as running:
        running.scan(tokens[0])
        process("check", madrid, "--json").refused("file_in_use")
        assert running.scan(tokens[1])["recorded"]


def limited() -> None:
    """Runs in the child: no file may grow over 64 KB, as on a disk that is full."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536))


def test_on_a_full_disk_this_line_and_all_after_it_are_not_recorded(
    madrid: Path, tokens: list[str], checkin: Run
) -> None:
    lines = "\n".join([*tokens, tokens[0], "rubbish", ""]).encode()
    given = ("scan", madrid, "--json", "--at", FIRST_MORNING)
    ran = process(*given, stdin=lines, measured=False, preexec_fn=limited)
    assert ran.code == 1
    assert "Traceback" not in ran.err
    verdicts = [one["verdict"] for one in ran.answers]
    assert len(verdicts) == len(tokens) + 2
    first = verdicts.index("not_recorded")
    assert set(verdicts[:first]) <= {"welcome"}
    assert set(verdicts[first:]) == {"not_recorded"}
    assert not any(one["recorded"] for one in ran.answers[first:])
    assert "not recorded" in ran.answers[first]["message"]
    assert "Free space" in ran.answers[first]["message"]
    assert checkin("check", madrid, "--json").done().json["arrivals"] == first


def test_every_command_in_a_process_of_its_own(tmp_path: Path) -> None:
    path, listed = tmp_path / "m.checkin", tmp_path / "a.csv"
    listed.write_text("Nom,Pays\nSOW Ana,Mali\nDIOP Awa,Sénégal\n", encoding="utf-8")
    day = ("--day", "2022-07-05")
    process("new", path, "--name", "N", "--zone", "Europe/Madrid", *day).done()
    assert process("import", path, listed, "--json").done().json["added"] == 2
    process("badges", path, "--to", tmp_path / "b.pdf", "--json").done()
    codes = process("read", tmp_path / "b.pdf", "--json").done().json
    lines = "\r\n".join(code["text"] for code in codes).encode()
    answers = process("scan", path, *day, "--json", stdin=lines).done().answers
    assert [one["verdict"] for one in answers] == ["welcome", "welcome"]
    process("undo", path, answers[0]["arrival"]["id"]).done()
    process("report", path, "attendance", "--to", tmp_path / "r.xlsx").done()
    assert (
        len(process("search", path, "-", "--json", stdin=b"sow").done().answers[0]["results"]) == 1
    )
    assert process("check", path, "--json").done().json["arrivals"] == 1
    process("rebuild", path).done()
    backup = process("backup", path, "--to", tmp_path).done().out.strip()
    process("restore", backup, "--to", tmp_path / "again.checkin").done()
    before = process("tokens", path, "--json").json
    assert process("tokens", tmp_path / "again.checkin", "--json").done().json == before
    assert process("bogus").code == 2


def test_a_path_may_be_any_bytes_that_a_disk_takes(tmp_path: Path) -> None:
    names = [b"caf\xe9.checkin", "‮reversed 😀.checkin".encode(), b"line\nbreak.checkin"]
    for name in names:
        path = os.fsencode(tmp_path) + b"/" + name
        zone = ("--zone", "Europe/Madrid", "--day", "2022-07-05")
        process("new", path, "--name", b"caf\xe9", *zone).done()
        assert process("check", path, "--json").done().json["ok"]
        process("new", path, "--name", "N", *zone).refused("file_exists")
        assert os.path.exists(path)


def test_when_nobody_listens_any_longer_it_ends_in_peace(madrid: Path, tokens: list[str]) -> None:
    for given in (("tokens", madrid), ("delegates", madrid, "--json"), ("check", madrid)):
        read, write = os.pipe()
        os.close(read)
        ran = subprocess.run(
            command(*given), stdout=write, stderr=subprocess.PIPE, env=environment(), check=False
        )
        os.close(write)
        assert (ran.returncode, ran.stderr) == (1, b"")


def test_a_desk_whose_reader_is_gone_stops(madrid: Path, tokens: list[str], checkin: Run) -> None:
    with desk(madrid, "--at", FIRST_MORNING) as running:
        assert running.scan(tokens[0])["recorded"]
        assert running.program.stdout
        assert running.program.stdin
        running.program.stdout.close()
        running.program.stdin.write("\n".join([*tokens[1:], ""]).encode())
        running.program.stdin.close()
        assert running.program.wait(30) == 1
        assert running.program.stderr
        assert running.program.stderr.read() == b""
        running.program.stdout = running.program.stdin = None
    assert 1 <= checkin("check", madrid, "--json").done().json["arrivals"] <= 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_output_on_a_full_disk_is_said(madrid: Path) -> None:
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            command("tokens", madrid),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert ran.returncode == 1
    assert ran.stderr == b"checkin: standard output: No space left on device\n"


@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1, 2)])
def test_a_program_started_without_streams_works_all_the_same(
    madrid: Path, tokens: list[str], closed: tuple[int, ...], checkin: Run
) -> None:
    shut = " ".join(f"{number}>&-" if number else "0<&-" for number in closed)
    words = [sys.executable, "-m", "checkin"]
    for given, code in (("check", 0), ("scan", 0), ("bogus", 2)):
        ran = subprocess.run(
            ["sh", "-c", f'"$@" {shut}', "sh", *words, given, str(madrid)],
            capture_output=True,
            env=environment(),
            check=False,
        )
        assert ran.returncode == code
        assert b"Traceback" not in ran.stderr
    checkin("check", madrid).done()


def test_ctrl_c_at_the_desk_leaves_no_traceback(madrid: Path, tokens: list[str]) -> None:
    with desk(madrid, "--at", FIRST_MORNING) as running:
        running.scan(tokens[0])
        running.program.send_signal(signal.SIGINT)
        assert running.program.wait(30) == 130
        assert running.program.stderr
        assert running.program.stderr.read() == b""
