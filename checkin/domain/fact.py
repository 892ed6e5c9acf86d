"""What all facts have in common."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Fact:
    """What every kind of fact has: a version, the one it is about, the meeting day if any."""

    version: ClassVar[int] = 1

    @property
    def subject(self) -> str | None:
        """The id of the delegate it is about, or of the badge that is nobody's yet."""
        return None

    @property
    def meeting_day(self) -> date | None:
        """The meeting day it belongs to, or None."""
        return None


@dataclass(frozen=True, slots=True)
class AboutDelegate(Fact):
    """A fact about one person, named by id."""

    delegate_id: str

    @property
    def subject(self) -> str | None:
        """The delegate."""
        return self.delegate_id
