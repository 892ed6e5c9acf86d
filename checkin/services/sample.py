"""The sample meeting: invented people, Madrid, 5 and 6 July 2022; for trying everything out."""

import contextlib
import os
import secrets
from datetime import date, datetime
from pathlib import Path

from checkin.domain.clock import Clock
from checkin.domain.operator import Operator
from checkin.domain.refused import Refused
from checkin.paths import resource
from checkin.services.care import make_meeting
from checkin.services.lists import Lists
from checkin.store.meeting_file import MeetingFile

DAYS = (date(2022, 7, 5), date(2022, 7, 6))
OPENS_AT = datetime.fromisoformat("2022-07-05T08:45:00+02:00")
_NAME = "High-level meeting on border management"


def make_sample(path: Path, operator: Operator, clock: Clock) -> None:
    """Makes the sample meeting, whole or not at all; raises Refused where it cannot."""
    beside = path.with_name(f".{secrets.token_hex(4)}.checkin")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        make_meeting(beside, _NAME, "Madrid", "Europe/Madrid", DAYS, operator, clock)
        _fill(beside, operator, clock)
        os.replace(beside, path)
    except OSError as error:
        raise Refused("cannot_write", path=str(path)) from error
    finally:
        with contextlib.suppress(OSError):  # never made, where nothing may be written
            beside.unlink(missing_ok=True)


def _fill(path: Path, operator: Operator, clock: Clock) -> None:
    file = MeetingFile.open(path, clock)
    try:
        lists = Lists(file, clock)
        lists.apply(lists.read(resource("sample", "delegates.xlsx")), operator)
    finally:
        file.close()
