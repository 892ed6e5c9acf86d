"""The colours of paper; those of capacities are the same on the screen."""

import tomllib
from functools import cache

from checkin.domain.delegate import Capacity
from checkin.paths import resource

BLACK = "#000000"
WHITE = "#FFFFFF"
INK = "#111B27"
SOFT_INK = "#2B3948"
LABEL = "#465465"
HAIRLINE = "#C3CCD6"
EMBLEM = "#12355B"
ACCENT = "#1B4B82"
GOOD = "#0B6B4A"
WARN = "#8A5200"
BAD = "#8E1230"
EDGE = "#76828F"
BAND = "#EEF1F5"
CARD = "#F4F6F9"


def of_capacity(capacity: Capacity) -> str:
    """The colour of a capacity's band and letter."""
    return _capacities()[capacity]


@cache
def _capacities() -> dict[str, str]:
    tokens = tomllib.loads(resource("look", "tokens.toml").read_text(encoding="utf-8"))
    return {name: colour for name, (_letter, colour) in tokens["capacity"].items()}
