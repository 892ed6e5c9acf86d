"""Serial scanners for tests: real pseudo terminals, plugged in and out by hand."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from checkin.gui.serial_scanner.ports import PortChoice


class Pty:
    """A scanner behind a path that stays while the terminal behind it comes and goes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._ends: tuple[int, ...] = ()

    @property
    def choice(self) -> PortChoice:
        return PortChoice(str(self.path), self.path.name.title())

    def plug_in(self) -> None:
        self._ends = os.openpty()
        os.set_blocking(self._ends[0], False)
        self.path.symlink_to(os.ttyname(self._ends[1]))

    def unplug(self) -> None:
        self.path.unlink()
        for end in self._ends:
            os.close(end)
        self._ends = ()

    def send(self, data: bytes) -> None:
        """Sends as fast as it is read; the window goes on meanwhile."""
        while data:
            try:
                data = data[os.write(self._ends[0], data) :]
            except BlockingIOError:
                QCoreApplication.processEvents()

    def end(self) -> None:
        if self._ends:
            self.unplug()


class PlainPorts:
    """Ports with names and nothing behind them."""

    def __init__(self, *there: PortChoice) -> None:
        self.there = there

    def choices(self) -> tuple[PortChoice, ...]:
        return self.there

    def path_of(self, key: str) -> str:
        return key


class PtyPorts:
    """The ports of a computer that has only these."""

    def __init__(self, *there: Pty) -> None:
        self.there = there

    def choices(self) -> tuple[PortChoice, ...]:
        return tuple(one.choice for one in self.there if one.path.exists())

    def path_of(self, key: str) -> str:
        return key
