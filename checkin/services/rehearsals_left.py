"""What a program that crashed left of its rehearsals: looked for at every start, found rarely."""

import tempfile
from pathlib import Path

from checkin.paths import PRACTICE


def clear_left_behind() -> None:
    """Removes practice copies that nobody has open."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PRACTICE}*"):
        from checkin.store.practice import clear  # the start page stands without a meeting file

        clear(folder)
