"""A real screen: the program in a window of its own under Xvfb, keys as a scanner sends them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest
from PIL import Image, ImageGrab

from tests.cli.command import ROOT, environment

_WAIT = 30  # seconds until a window must have come
NEEDED = ("Xvfb", "xdotool")


@dataclass(frozen=True, slots=True)
class Screen:
    """One virtual screen; its number is what DISPLAY says."""

    display: str

    @property
    def surroundings(self) -> dict[str, str]:
        """What a program on this screen is started with."""
        there = environment() | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        there.pop("WAYLAND_DISPLAY", None)
        return there

    def ask(self, *words: str) -> str:
        """What xdotool answers."""
        ran = subprocess.run(
            ["xdotool", *words], env=self.surroundings, capture_output=True, text=True, check=False
        )
        return ran.stdout.strip()

    def window(self, title: str) -> str:
        """The id of the visible window of a title, once it is there."""
        end = monotonic() + _WAIT
        while not (found := self.ask("search", "--onlyvisible", "--name", title)):
            assert monotonic() < end, f"no window called {title}"
            sleep(0.1)
        return found.splitlines()[-1]

    def focus(self, title: str) -> None:
        """Gives the keys to a window, as a click on it would."""
        self.ask("windowfocus", "--sync", self.window(title))

    @property
    def focused(self) -> str:
        """The title of the window that has the keys."""
        return self.ask("getwindowfocus", "getwindowname")

    def picture(self) -> Image.Image:
        """What is on the screen now."""
        return ImageGrab.grab(xdisplay=self.display)

    def share(self, colour: str) -> float:
        """How much of the screen has exactly this colour (`#RRGGBB`)."""
        seen = self.picture()
        wanted = tuple(bytes.fromhex(colour.removeprefix("#")))
        found = seen.getcolors(seen.width * seen.height) or []
        return sum(count for count, one in found if one == wanted) / (seen.width * seen.height)

    def light_at(self, x: int, y: int) -> float:
        """How light a point of the screen is, from 0 to 1."""
        seen = self.picture().convert("L").getpixel((x, y))
        return float(seen) / 255 if isinstance(seen, int | float) else 0.0

    def wait_for(self, what: Callable[[], bool], words: str) -> None:
        """Looks until it is so."""
        end = monotonic() + _WAIT
        while not what():
            assert monotonic() < end, f"never came: {words}"
            sleep(0.03)

    def press(self, *keys: str) -> None:
        """Presses keys, by X's names for them: `Return`, `ctrl+z`."""
        self.ask("key", "--delay", "15", *keys)

    def scan(self, text: str) -> None:
        """Types a text as a wedge scanner does, with Enter after it."""
        self.ask("type", "--delay", "3", text)
        self.press("Return")


@contextmanager
def screen(size: str = "1366x768x24") -> Iterator[Screen]:
    """A screen of its own; skips the test where there is no Xvfb."""
    for program in NEEDED:
        if not shutil.which(program):
            pytest.skip(f"a real window needs {program}, and there is none")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as said:
        number = said.readline().strip()
    try:
        yield Screen(f":{number}")
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def program(on: Screen, *arguments: str | Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program on a screen, ended at the end of the block."""
    home = {"XDG_CONFIG_HOME": str(Path(str(arguments[0])).parent / "config")}
    home["HOME"] = home["XDG_CONFIG_HOME"]  # a dialog for files begins there
    running = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        env=on.surroundings | home,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield running
    finally:
        if running.poll() is None:
            running.kill()
        running.communicate()
