"""Garbage of a test with windows goes after it: in the midst of Qt's lists it ends the process.

As `checkin.gui.collector` does in the program.
"""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def collected_between() -> Iterator[None]:
    """Nothing is collected while windows may be asked for, or workers be at work."""
    gc.disable()
    yield
    gc.unfreeze()
    gc.collect(1)
    gc.enable()
