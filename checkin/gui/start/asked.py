"""What the start page asks for."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asked:
    """A file that somebody wants opened, and the passphrase if one was typed."""

    path: Path
    passphrase: str | None = None
