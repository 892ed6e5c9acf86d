"""Where the program's own files stand; a leaf that every room but the domain may use."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """A file of the program's own, such as `resource("fonts", "NotoSans-Bold.ttf")`."""
    return RESOURCES.joinpath(*parts)
