"""The program in a process of its own, where its disk can fail and it can be killed."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import environment

ROOT = Path(__file__).resolve().parents[2]
DAY, NEXT_DAY = "2022-07-05", "2022-07-06"
Answer = dict[str, Any]

_LIMITED = (
    "import os, resource, sys; size = int(sys.argv[1]);"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)); os.execv(sys.argv[2], sys.argv[2:])"
)


@dataclass(frozen=True, slots=True)
class Ran:
    """A finished command: its exit code and its two streams."""

    code: int
    out: str
    err: str

    @property
    def answers(self) -> list[Answer]:
        """One object a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    def done(self) -> "Ran":
        """The same, certain that nothing went wrong."""
        assert (self.code, self.err) == (0, ""), self
        return self

    def refused(self, *codes: str) -> "Ran":
        """The same, certain that it was refused in one sentence with one of these codes."""
        assert self.code == 1, self
        assert self.err.partition(": ")[0] in codes, self
        assert len(self.err.splitlines()) == 1, self
        return self


def command(*arguments: str | Path) -> list[str]:
    """The words that start the program."""
    return [sys.executable, "-m", "checkin", *map(str, arguments)]


def scan_command(file: Path, day: str = DAY) -> list[str]:
    """The words that start a desk that scans."""
    return command("scan", file, "--json", "--day", day)


def limited(words: Sequence[str], size: int) -> list[str]:
    """The same program, which can make no file longer than `size` bytes."""
    return [sys.executable, "-ISc", _LIMITED, str(size), *words]


def run(words: Sequence[str], lines: Sequence[str] = ()) -> Ran:
    """Runs to the end, with these lines on standard input."""
    ran = subprocess.run(
        words,
        input="".join(f"{line}\n" for line in lines).encode(),
        capture_output=True,
        env=environment(measured=False),
        cwd=ROOT,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def checkin(*arguments: str | Path) -> Ran:
    """Runs one command to its end."""
    return run(command(*arguments))


class Desk:
    """A process that scans while the test watches, line by line."""

    def __init__(self, words: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(measured=False),
            cwd=ROOT,
            bufsize=0,  # what a buffer here had read ahead, nobody would hear after a kill
        )
        assert self._process.stdin
        assert self._process.stdout
        self._given, self._heard = self._process.stdin, self._process.stdout

    def send(self, *texts: str) -> None:
        """Holds badges before the scanner and does not wait."""
        self._given.write("".join(f"{text}\n" for text in texts).encode())
        self._given.flush()

    def hear(self) -> Answer:
        """The next answer, once it is there."""
        line = self._heard.readline()
        assert line, "the desk ended without an answer"
        answer: Answer = json.loads(line)
        return answer

    def scan(self, text: str) -> Answer:
        """One badge and its answer."""
        self.send(text)
        return self.hear()

    def kill(self) -> list[Answer]:
        """kill -9, now; what it had still answered."""
        self._process.kill()
        rest, _ = self._process.communicate()
        return [json.loads(line) for line in rest.splitlines() if line.endswith(b"}")]

    def end(self) -> Ran:
        """No more badges: the process closes its file and ends."""
        out, err = self._process.communicate()
        return Ran(self._process.returncode, out.decode(), err.decode())


@contextmanager
def desk(file: Path, day: str = DAY) -> Iterator[Desk]:
    """A desk that scans until the block is left."""
    opened = Desk(scan_command(file, day))
    try:
        yield opened
    finally:
        opened.kill()


def need_strace() -> str:
    """Where strace is; skips where there is none or where it may not trace."""
    found = shutil.which("strace")
    if not found:
        pytest.skip("faults of the disk are injected with strace, and there is none")
    tried = subprocess.run([found, "-o", os.devnull, "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip(f"strace may not trace here: {tried.stderr.decode().strip()}")
    return found


def traced(words: Sequence[str], log: Path, calls: str, *options: str) -> list[str]:
    """The same program under strace; `options` such as `-e inject=...`."""
    start = [need_strace(), "-f", "--seccomp-bpf", "-qq", "-o", str(log), "-e", f"trace={calls}"]
    return [*start, "-e", "signal=none", *options, *words]


def faulty(words: Sequence[str], log: Path, *faults: str) -> list[str]:
    """The same program on a disk with faults: `fsync:error=EIO:when=3`."""
    calls = ",".join(fault.partition(":")[0] for fault in faults)
    injected = [word for fault in faults for word in ("-e", f"inject={fault}")]
    return traced(words, log, calls, *injected)


def calls_before_answers(file: Path, tokens: Sequence[str], log: Path) -> dict[str, list[int]]:
    """How often a desk on a sound disk had called pwrite64 and fsync before each of its answers.

    The last number is how often it had when it ended.
    """
    words = traced(scan_command(file), log, "pwrite64,fsync,fdatasync,write")
    run(words, tokens).done()
    counts = {"pwrite64": 0, "fsync": 0, "fdatasync": 0}
    before: dict[str, list[int]] = {name: [] for name in counts}
    for line in log.read_text(errors="replace").splitlines():
        call = re.match(r"\d+ +(\w+)\((\d+)", line)
        if call and call[1] in counts:
            counts[call[1]] += 1
        elif call and call[2] == "1" and '"{' in line:
            for name, count in counts.items():
                before[name].append(count)
    for name, count in counts.items():
        before[name].append(count)
    assert len(before["fsync"]) == len(tokens) + 1
    return before
