"""The meeting that one file is about, and its own days."""

from dataclasses import dataclass
from datetime import date, datetime

from checkin.domain.clock import zone

LANGUAGES = ("en", "fr", "es", "pt", "ar")


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the organisers decided; `days` and `languages` in order, `titles` by language.

    `emblem` is the SHA-256 of a picture in hexadecimal digits.
    """

    id: str
    titles: dict[str, str]
    place: str
    zone: str
    days: tuple[date, ...]
    languages: tuple[str, ...] = LANGUAGES
    emblem: str | None = None

    def title(self, language: str) -> str:
        """The title in a language, or in the first of the meeting's languages that has one."""
        in_turn = (self.titles.get(one) for one in (language, *self.languages, *self.titles))
        return next(filter(None, in_turn), "")

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
