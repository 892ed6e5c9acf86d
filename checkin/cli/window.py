"""The words that may follow `checkin FILE.checkin`, which opens the window."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checkin.cli.opening import chosen_clock, opening, read_passphrase
from checkin.cli.printing import Out
from checkin.domain.clock import Clock
from checkin.domain.meeting import LANGUAGES
from checkin.domain.refused import Refused
from checkin.services.words import wording


@dataclass(frozen=True, slots=True)
class Start:
    """How the window was asked to start."""

    path: Path | None
    clock: Clock
    desk: str
    passphrase: str | None
    settings: Path | None = None
    language: str = "en"


def read_start(arguments: Sequence[str]) -> Start | None:
    """What was asked for; None after a refusal that standard error already says."""
    made = argparse.ArgumentParser(
        prog="checkin", description="Opens the window.", allow_abbrev=False
    )
    made.add_argument("file", type=Path, nargs="?", metavar="FILE.checkin")
    made.add_argument("--desk", default="", help="the name of this desk")
    made.add_argument(
        "--settings", type=Path, metavar="FILE", help="remembers size and recent meetings there"
    )
    made.add_argument(
        "--language", choices=LANGUAGES, default="en", help="what cards and badges say"
    )
    opening(made)
    given = made.parse_args(arguments)
    try:
        passphrase = read_passphrase(given.passphrase_file)
    except Refused as refused:
        Out(json=False, wording=wording("en")).refusal(refused)
        return None
    clock = chosen_clock(given.at)
    return Start(given.file, clock, given.desk, passphrase, given.settings, given.language)
