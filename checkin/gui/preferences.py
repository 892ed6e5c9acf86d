"""What this computer remembers of its windows: size, page, theme, columns, recent meetings.

Paths of meeting files and nothing about people; one INI file of the system's own place for it.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths, QTemporaryDir

DESK_NAME = "desk/name"  # what this computer is called at the door; who sits there is not kept
_MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Recent:
    """A meeting file that was open here, and what it said of itself then."""

    path: Path
    title: str
    place: str = ""
    zone: str = "UTC"
    days: tuple[date, ...] = ()
    people: int = 0


class Preferences:
    """Read and written by name; what is missing or odd counts as not there.

    Without a file it forgets everything when it goes.
    """

    def __init__(self, file: Path | None = None) -> None:
        place = None if file else QTemporaryDir()
        path = place.filePath("window.ini") if place else str(file)
        self._settings = QSettings(path, QSettings.Format.IniFormat)
        self._place = place  # goes after the settings, which would make it anew to write there

    def practice(self) -> "Preferences":
        """A copy that is forgotten when it goes: a rehearsal changes nothing of these."""
        made = Preferences()
        for name in self._settings.allKeys():
            made._settings.setValue(name, self._settings.value(name))
        return made

    def text(self, name: str, otherwise: str = "") -> str:
        """A text kept under a name."""
        value = self._settings.value(name, otherwise)
        return value if isinstance(value, str) else otherwise

    def keep_text(self, name: str, text: str) -> None:
        """Keeps a text under a name."""
        self._settings.setValue(name, text)

    def state(self, name: str) -> QByteArray:
        """A state that Qt saved itself (geometry, columns)."""
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Keeps a state that Qt saved itself."""
        self._settings.setValue(name, state)

    def recent(self) -> list[Recent]:
        """The meetings opened last, the last first."""
        found = []
        for place in range(_MOST_RECENT):
            texts = [self.text(f"recent/{place}/{name}") for name in _RECENT]
            if texts[0]:
                found.append(_recent(*texts))
        return found

    def remember(self, now: Recent) -> None:
        """Puts a meeting first among the recent ones."""
        self._keep_recent([now, *(one for one in self.recent() if one.path != now.path)])

    def forget(self, path: Path) -> None:
        """Takes a meeting off the recent ones; its file is left alone."""
        self._keep_recent([one for one in self.recent() if one.path != path])

    def found_again(self, before: Path, path: Path) -> None:
        """A recent meeting's file stands elsewhere now."""
        others = (one for one in self.recent() if one.path != path)
        self._keep_recent(
            [replace(one, path=path) if one.path == before else one for one in others]
        )

    def _keep_recent(self, recent: list[Recent]) -> None:
        self._settings.remove("recent")
        for place, one in enumerate(recent[:_MOST_RECENT]):
            for name, value in zip(_RECENT, _texts(one), strict=True):
                self.keep_text(f"recent/{place}/{name}", value)
        self._settings.sync()


_RECENT = ("path", "title", "place", "zone", "days", "people")


def _texts(one: Recent) -> tuple[str, ...]:
    days = " ".join(day.isoformat() for day in one.days)
    return str(one.path), one.title, one.place, one.zone, days, str(one.people)


def _recent(path: str, title: str, place: str, zone: str, days: str, people: str) -> Recent:
    """What was kept; somebody may have written into the file since."""
    try:
        kept = tuple(map(date.fromisoformat, days.split()))
    except ValueError:
        kept = ()
    count = int(people) if people.isdecimal() else 0
    return Recent(Path(path), title, place, zone, kept, count)


def usual_place() -> Path:
    """The file in the system's own place for the settings of this user."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(where, "checkin-desk", "window.ini")
