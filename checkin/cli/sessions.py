"""A session as the command line takes it: `2022-07-05 Working group A [A]`."""

import argparse
import re
from datetime import date

from checkin.domain.meeting import Session

_WRITTEN = re.compile(r"(?:(\d{4}-\d\d-\d\d)\s+)?([^\[\]]+?)\s*(?:\[([^\[\]]+)\])?\s*")


def written_session(text: str) -> Session:
    """Title, before it the day it is held on if it has one, behind it the group expected."""
    found = _WRITTEN.fullmatch(text.strip())
    if not found:
        raise argparse.ArgumentTypeError(f'{text} is no session; write "2022-07-05 Title [A]"')
    day, title, group = found.groups()
    try:
        held = date.fromisoformat(day) if day else None
    except ValueError:
        raise argparse.ArgumentTypeError(f"{day} is not a day; write 2022-07-05") from None
    return Session("", {"en": title}, held, (group or "").strip())
