"""The window stands at once because nothing heavy is loaded before it is needed."""

import subprocess
import sys

import pytest

from tests.cli.command import environment

HEAVY = {
    *("reportlab", "PIL", "qrcode", "sqlite_utils", "xlsxwriter", "babel", "zxingcpp"),
    *("pypdfium2", "bidi", "arabic_reshaper", "python_calamine", "openpyxl", "rapidfuzz", "nats"),
    *("multiprocessing", "asyncio", "email", "http", "unittest"),
}


def loaded_by(code: str) -> set[str]:
    """The top-level modules a fresh process has loaded after some code."""
    tell = f"{code}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    said = subprocess.run(
        [sys.executable, "-S", "-c", f"import site; site.main()\n{tell}"],
        env=environment(measured=False),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(said.stdout.split())


@pytest.mark.parametrize(
    "module",
    ["bootstrap", "gui.app", "gui.start.page", "gui.window", "cli.main", "cli.window", "__main__"],
)
def test_nothing_heavy_is_loaded_at_the_start(module: str) -> None:
    before = loaded_by("")
    assert (loaded_by(f"import checkin.{module}") - before) & HEAVY == set()


def test_the_start_page_needs_neither_a_meeting_file_nor_the_network() -> None:
    loaded = loaded_by("import checkin.gui.app, checkin.gui.start.page")
    assert loaded & {"sqlcipher3", "concurrent"} == set()
    shown = "import checkin.gui.app, checkin.gui.start.page, sys\n"
    network = 'assert not [name for name in sys.modules if name.endswith("QtNetwork")]'
    loaded_by(shown + network)


def test_the_window_needs_neither_sounds_nor_a_camera_nor_a_port_to_stand() -> None:
    shown = "import checkin.gui.window, checkin.gui.reception.page, sys\n"
    loaded_by(shown + 'assert not {"PySide6.QtMultimedia", "serial"} & sys.modules.keys()')


def test_the_window_stands_without_what_only_a_later_key_needs() -> None:
    later = {
        *("checkin.domain.facts", "checkin.domain.visiting_card", "checkin.gui.kit.fields"),
        *("checkin.services.badges", "checkin.gui.reception.otherwise.panel"),
        *("checkin.gui.reception.afterwards.day_panel", "checkin.gui.reception.shift_panel"),
    }
    shown = "import checkin.gui.window, checkin.gui.reception.page, sys\n"
    loaded_by(f"{shown}there = {later!r} & sys.modules.keys()\nassert not there, there")


def test_the_command_line_needs_no_window() -> None:
    assert "PySide6" not in loaded_by("import checkin.cli.main, checkin.__main__")


@pytest.mark.parametrize(
    "module", ["domain.arrival", "domain.facts", "domain.spoken", "domain.attendance"]
)
def test_the_rules_need_neither_file_nor_window(module: str) -> None:
    loaded = loaded_by(f"import checkin.{module}")
    assert loaded & {"PySide6", "sqlcipher3", "sqlite3"} == set()
