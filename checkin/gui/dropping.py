"""What is dropped on a window: a meeting file, pictures of codes, else what may be a list."""

from PySide6.QtGui import QDropEvent

from checkin.paths import MEETING_ENDING

PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".pdf")


def dropped_files(event: QDropEvent) -> list[str]:
    """The paths of the files of this computer, in order."""
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]


def dropped_file(event: QDropEvent) -> str:
    """The path of the first file of this computer, or ""."""
    return next(iter(dropped_files(event)), "")


def is_picture(path: str) -> bool:
    """Whether a path is named as the pictures and PDFs are that codes are read from."""
    return path.lower().endswith(PICTURE_ENDINGS)


def is_meeting_file(path: str) -> bool:
    """Whether a path is named as meeting files are."""
    return path.endswith(MEETING_ENDING)
