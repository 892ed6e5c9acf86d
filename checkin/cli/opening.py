"""How a meeting file is opened from the command line, by a command and by the window alike."""

import argparse
from datetime import datetime
from pathlib import Path

from checkin.clocks import clock_from, system_clock
from checkin.domain.clock import Clock
from checkin.domain.operator import Operator
from checkin.domain.refused import Refused

OPERATOR = Operator("command line")


def opening(made: argparse.ArgumentParser) -> None:
    """What every command that opens a meeting file understands."""
    made.add_argument("--passphrase-file", type=Path, help="its first line opens the file")
    made.add_argument("--at", type=instant, metavar="TIME", help="the clock starts there")


def instant(text: str) -> datetime:
    """An ISO 8601 time with its offset from UTC."""
    message = f"{text} is not a time with its offset; write 2022-07-05T08:45:00+02:00"
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(message) from None
    if found.tzinfo is None:
        raise argparse.ArgumentTypeError(message)
    return found


def chosen_clock(start: datetime | None) -> Clock:
    """The clock that `--at` asks for, or the system's."""
    return system_clock if start is None else clock_from(start)


def read_passphrase(path: Path | None) -> str | None:
    """The first line of a passphrase file; raises Refused where there is none."""
    if path is None:
        return None
    try:
        first = path.read_text(encoding="utf-8-sig").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError):
        first = ""
    if not first or "\x00" in first:
        raise Refused("passphrase_empty", path=str(path))
    return first
