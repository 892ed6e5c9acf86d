"""Where our files stand, and how meeting files end: a leaf for every room but the domain."""

from pathlib import Path

MEETING_ENDING = ".checkin"  # what the names of meeting files end with
PRACTICE = "checkin-rehearsal-"  # what folders of practice copies begin with
RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """A file of the program's own, such as `resource("fonts", "NotoSans-Bold.ttf")`."""
    return RESOURCES.joinpath(*parts)
