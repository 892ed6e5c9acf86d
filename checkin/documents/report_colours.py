"""The colours of reports; figures, marks and words carry the meaning, colour only helps."""

from checkin.documents.colours import EMBLEM, HAIRLINE, INK, LABEL, WHITE

__all__ = ["ACCENT", "BAD", "BAND", "CARD", "EDGE", "EMBLEM", "GOOD"]
__all__ += ["HAIRLINE", "INK", "LABEL", "WARN", "WHITE"]

ACCENT = "#1B4B82"
GOOD = "#0B6B4A"
WARN = "#8A5200"
BAD = "#8E1230"
EDGE = "#76828F"
BAND = "#EEF1F5"
CARD = "#F4F6F9"
