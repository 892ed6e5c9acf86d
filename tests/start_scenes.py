"""The start page: meetings opened before, none, a new one, a passphrase, a refusal."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from PySide6.QtTest import QTest

from checkin.domain.refused import Refused
from checkin.domain.wording import Wording
from checkin.gui.desk import refusal_sentence
from checkin.gui.preferences import Preferences, Recent
from checkin.gui.start.page import StartPage

Scene = Callable[[], object]
NOW = datetime.fromisoformat("2022-07-05T08:12:00+02:00")
_RECENT = (
    ("High-level meeting on border management", "Madrid", "2022-07-05 2022-07-06", 183),
    ("Réunion technique sur la gestion intégrée des frontières", "Dakar", "2022-09-14", 64),
    ("Senior officials' meeting", "Lisbon", "2022-05-31 2022-06-01 2022-06-02", 212),
)


def remembered(folder: Path) -> Preferences:
    """What a computer remembers that had three meetings; the file of the last is gone."""
    preferences = Preferences()
    for title, place, days, people in reversed(_RECENT):
        path = folder / f"{place.lower()}.checkin"
        if place != "Lisbon":
            path.touch()
        parsed = tuple(map(date.fromisoformat, days.split()))
        preferences.remember(Recent(path, title, place, "Europe/Madrid", parsed, people))
    return preferences


def start_scenes(page: StartPage, wording: Wording, folder: Path) -> Iterator[tuple[str, Scene]]:
    """Name and scene, in the order in which they are played."""
    file = folder / "madrid.checkin"

    def no_day() -> None:
        QTest.keyClicks(page.form.first.line, "secret enough")
        page.form._make()

    def refuse() -> None:
        page.go_home()
        page.refuse(refusal_sentence(Refused("file_in_use", path=str(file)), wording))

    def nothing_recent() -> None:
        page.home.trouble.quiet()
        page.home.show_recent([])

    yield "start", lambda: None
    yield "start-new-meeting", page.begin
    yield "start-new-meeting-incomplete", no_day
    yield "start-passphrase", lambda: page.ask_passphrase(file)
    yield "start-passphrase-wrong", lambda: page.ask_passphrase(file, wrong=True)
    yield "start-refused", refuse
    yield "start-nothing-recent", nothing_recent
    yield "start-one-moment", lambda: page.wait(f"{file.name} is being opened.", lambda: None)
