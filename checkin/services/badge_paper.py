"""A PDF of badges on the disk, which stays only where its badges count as printed."""

import os
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.refused import Refused
from checkin.services.writing import may_become, whole_file

ENDINGS = (".pdf",)


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """Where a PDF was written, which file that is, and whether an older one stood there."""

    path: Path
    which: tuple[int, ...]
    replaced: bool

    def take_away(self) -> bool:
        """Removes it again, unless it took an older file's place; whether it is gone.

        What somebody else put there since is none of its business.
        """
        if self.replaced:
            return False
        try:
            if _which(os.stat(self.path)) == self.which:
                self.path.unlink()
        except FileNotFoundError:
            return True
        except OSError:
            return False
        return True


def _which(stat: os.stat_result) -> tuple[int, ...]:
    """Tells one file from another, even where a number is used again."""
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns


def save(pdf: bytes, to: Path, meeting_file: Path) -> SavedPaper:
    """Puts a PDF on the disk, whole or not at all; raises Refused."""
    may_hold(to, meeting_file)
    replaced = os.path.lexists(to)
    with whole_file(to, meeting_file) as file:
        file.write(pdf)
        file.flush()
        which = _which(os.fstat(file.fileno()))
    return SavedPaper(to, which, replaced)


def may_hold(to: Path, meeting_file: Path) -> None:
    """Raises Refused for a name that no PDF can take, or that promises something else."""
    may_become(to, meeting_file)
    if to.suffix.lower() not in ENDINGS:
        raise Refused("unknown_format", path=str(to), endings=", ".join(ENDINGS))
