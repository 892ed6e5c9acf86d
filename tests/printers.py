"""A print system for tests: a real CUPS of its own, and a printer on a socket of this computer.

Only the printer is a stand-in: it keeps the bytes it is given. Where CUPS is not installed, tests
that need it say so and are skipped; faults that no real system shows on demand are played by
programs of the same names.
"""

import os
import shutil
import socketserver
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest

_SERVER = """\
Listen {home}/socket
LogLevel warn
Browsing Off
DefaultAuthType None
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
<Location />
  Order allow,deny
  Allow all
</Location>
"""
_FILES = """\
Sandboxing relaxed
ServerRoot {home}
RequestRoot {home}/spool
CacheDir {home}/cache
StateDir {home}/run
TempDir {home}/tmp
AccessLog {home}/access
ErrorLog {home}/error
PageLog {home}/page
User lp
Group lp
"""


class _Socket(socketserver.StreamRequestHandler):
    """The printer: takes whatever comes."""

    def handle(self) -> None:
        self.server.received.append(self.rfile.read())  # type: ignore[attr-defined]


@contextmanager
def _printer() -> Iterator[tuple[str, list[bytes]]]:
    """(its address, the jobs it was given)"""
    with socketserver.TCPServer(("localhost", 0), _Socket) as server:
        server.received = []  # type: ignore[attr-defined]
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        address = f"socket://localhost:{server.server_address[1]}/?waiteof=false"
        try:
            yield address, server.received  # type: ignore[attr-defined]
        finally:
            server.shutdown()
            thread.join()


@dataclass(frozen=True)
class PrintSystem:
    """A running CUPS; `office` is its printer."""

    received: list[bytes]
    printer: str = "office"

    def do(self, *command: str) -> None:
        """One of the programs of CUPS, as its operator would type it."""
        subprocess.run(command, check=True, capture_output=True)

    def stop(self, reason: str) -> None:
        """The printer stops; jobs wait."""
        self.do("cupsdisable", "-r", reason, self.printer)

    def go_on(self) -> None:
        """The printer goes on."""
        self.do("cupsenable", self.printer)

    def refuse(self) -> None:
        """The printer takes no jobs."""
        self.do("cupsreject", self.printer)

    def unplug(self) -> None:
        """The printer is gone."""
        self.do("lpadmin", "-x", self.printer)


def _started(home: Path) -> "subprocess.Popen[bytes]":
    for name in ("spool", "cache", "run", "tmp"):
        (home / name).mkdir()
    for name, text in (("server.conf", _SERVER), ("files.conf", _FILES)):
        (home / name).write_text(text.format(home=home))
    daemon = shutil.which("cupsd", path="/usr/sbin:/usr/bin")
    with (home / "said").open("wb") as said:
        return subprocess.Popen(
            [str(daemon), "-f", "-c", home / "server.conf", "-s", home / "files.conf"],
            stdout=said,
            stderr=said,
        )


def _answers() -> bool:
    said = subprocess.run(["lpstat", "-r"], capture_output=True, check=False)
    return b"is running" in said.stdout


@pytest.fixture
def print_system(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintSystem]:
    """A CUPS with one printer."""
    if not (shutil.which("lp") and shutil.which("cupsd", path="/usr/sbin:/usr/bin")):
        pytest.skip("needs CUPS")
    if os.getuid():
        pytest.skip("only root may start a CUPS of its own")
    with tempfile.TemporaryDirectory(prefix="cups") as folder, _printer() as (address, received):
        home = Path(folder)
        home.chmod(0o755)
        monkeypatch.setenv("CUPS_SERVER", str(home / "socket"))
        daemon = _started(home)
        try:
            for _ in range(200):
                if _answers() or daemon.poll() is not None:
                    break
                _a_moment(daemon)
            made = PrintSystem(received)
            made.do("lpadmin", "-p", made.printer, "-v", address, "-E", "-m", "raw")
            yield made
        finally:
            daemon.terminate()
            daemon.wait()


def _a_moment(daemon: "subprocess.Popen[bytes]") -> None:
    try:
        daemon.wait(0.05)
    except subprocess.TimeoutExpired:
        return


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH of programs: what a test writes there is what there is."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def write_program(folder: Path, name: str, *lines: str) -> None:
    """Writes a program of the shell."""
    program = folder / name
    program.write_text("\n".join(("#!/bin/sh", *lines, "")))
    program.chmod(0o755)
