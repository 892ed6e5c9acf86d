"""The meeting that one file is about, and its own days."""

from dataclasses import dataclass
from datetime import date, datetime

from checkin.domain.clock import zone
from checkin.domain.text import fold

LANGUAGES = ("en", "fr", "es", "pt", "ar")


@dataclass(frozen=True, slots=True)
class Session:
    """A point of a meeting beside the door, such as a working group; `titles` by language.

    `day` is the one meeting day it is held on, None any; `working_group` who is expected, "" all.
    """

    id: str
    titles: dict[str, str]
    day: date | None = None
    working_group: str = ""

    def title(self, language: str, languages: tuple[str, ...] = LANGUAGES) -> str:
        """The title in a language, or in the first one that has one."""
        in_turn = (self.titles.get(one) for one in (language, *languages, *self.titles))
        return next(filter(None, in_turn), self.id)

    def held_on(self, day: date | None) -> bool:
        """Whether it is held on a meeting day."""
        return self.day is None or self.day == day

    def expects(self, group: str) -> bool:
        """Whether somebody of a working group, or of none, is where he or she belongs."""
        return not (self.working_group and group) or fold(group) == fold(self.working_group)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the organisers decided; `days` and `languages` in order, `titles` by language.

    `emblem` is the SHA-256 of a picture in hexadecimal digits; `sessions` as people put them.
    """

    id: str
    titles: dict[str, str]
    place: str
    zone: str
    days: tuple[date, ...]
    languages: tuple[str, ...] = LANGUAGES
    emblem: str | None = None
    sessions: tuple[Session, ...] = ()

    def title(self, language: str) -> str:
        """The title in a language, or in the first of the meeting's languages that has one."""
        in_turn = (self.titles.get(one) for one in (language, *self.languages, *self.titles))
        return next(filter(None, in_turn), "")

    def session(self, point: str) -> Session | None:
        """The session of this id; None for the door, and for one that there is not."""
        return next((one for one in self.sessions if one.id == point), None)

    def local(self, instant: datetime) -> datetime:
        """An instant as the clocks at the meeting's place show it."""
        return instant.astimezone(zone(self.zone))

    def day_of(self, instant: datetime) -> date | None:
        """The meeting day an instant falls on in the meeting's zone, or None."""
        day = self.local(instant).date()
        return day if day in self.days else None

    def iso(self, instant: datetime) -> str:
        """ISO 8601 to the second with the meeting's offset."""
        return self.local(instant).isoformat(timespec="seconds")
