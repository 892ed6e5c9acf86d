"""What is dropped on a window: a meeting file or anything else that may be a list."""

from PySide6.QtGui import QDropEvent

from checkin.paths import MEETING_ENDING


def dropped_file(event: QDropEvent) -> str:
    """The path of the first file of this computer, or ""."""
    local = (url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
    return next(local, "")


def is_meeting_file(path: str) -> bool:
    """Whether a path is named as meeting files are."""
    return path.endswith(MEETING_ENDING)
