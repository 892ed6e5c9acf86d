"""A list as a file: read, and what was refused of it written for whoever sent it."""

from collections.abc import Callable
from pathlib import Path

from checkin.domain.listing import DelegateList, ListOptions
from checkin.domain.refused import Refused
from checkin.services.words import wording
from checkin.services.writing import whole_file

Told = Callable[[int, int], object]
Glimpsed = Callable[[DelegateList], object]


def read(
    path: Path, meeting_file: Path, options: ListOptions, told: Told, glimpsed: Glimpsed
) -> DelegateList:
    """The list in a file; to read and close the meeting file would drop our lock on it."""
    from checkin.documents.lists.reading import read_list
    from checkin.documents.lists.unreadable import unreadable

    if _is_same(path, meeting_file):
        raise unreadable(str(path), "meeting_file")
    return read_list(path, options, told, glimpsed)


def save_left_out(
    path: Path, meeting_file: Path, of: Path, listed: DelegateList, language: str
) -> None:
    """Writes the refused rows as they were, with the reason before them; never over the list."""
    from checkin.documents.lists.left_out import write_left_out

    if _is_same(path, of):
        raise Refused("file_exists", path=str(path))
    with whole_file(path, meeting_file) as file:
        write_left_out(file, listed, wording(language))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
