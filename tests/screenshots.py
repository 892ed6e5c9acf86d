"""Pictures of every page and every verdict's card: python -m tests.screenshots OUT [WORD ...].

A word is the name of a series, or the beginning of a picture's name; without one all are taken.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from checkin.bootstrap import Services, open_rehearsal
from checkin.domain.wording import Wording
from checkin.gui.app import application
from checkin.gui.desk import Desk
from checkin.gui.look.theme import theme
from checkin.gui.seat import Seat
from checkin.gui.start.page import StartPage
from checkin.gui.window import Window
from checkin.services.care import make_meeting
from checkin.services.words import wording
from tests.card_scenes import card_scenes
from tests.page_scenes import PageScenes, empty_pages, rehearsal_scenes
from tests.people import MEETING_DAYS
from tests.pseudo_language import PseudoLanguage, pseudo_wording
from tests.sample_life import make_sample_life, open_copy
from tests.scenes import MEETING, SALMA, SceneClock, make_scenes_meeting, scenes
from tests.start_scenes import NOW, remembered, start_scenes

NORMAL, LARGE, SMALL, MIDDLE = (
    QSize(1366, 768),
    QSize(1920, 1080),
    QSize(960, 540),
    QSize(1093, 614),
)
Scenes = Iterable[tuple[str, Callable[[], object]]]


@dataclass(frozen=True, slots=True)
class Series:
    """One look in which everything is shown; `scale` is the screen's own."""

    name: str
    size: QSize = NORMAL
    theme: str = "light"
    language: str = "en"
    pseudo: bool = False
    scale: str = "1"

    @property
    def wording(self) -> Wording:
        """The words of it."""
        words = wording(self.language)
        return pseudo_wording(words) if self.pseudo else words


SERIES = (
    Series("1366x768"),
    Series("1920x1080", LARGE),
    Series("dark", theme="dark"),
    Series("high-contrast", theme="high_contrast"),
    Series("mirrored", pseudo=True),
    Series("arabic", language="ar"),
    Series("french", language="fr"),
    Series("960x540", SMALL, scale="2"),
    Series("960x540-arabic", SMALL, language="ar", scale="2"),
    Series("1093x614", MIDDLE, scale="1.25"),
)


class Studio:
    """Two meetings, made once; every series works on copies of them."""

    def __init__(self, place: Path, to: Path, wanted: list[str]) -> None:
        self._place, self._to, self._wanted = place, to, wanted
        self._clock = SceneClock(datetime(2022, 7, 5, tzinfo=UTC))
        self._life, self._empty = place / "life.checkin", place / "empty.checkin"
        make_sample_life(self._life, self._clock)
        what = MEETING, "Madrid", "Europe/Madrid", MEETING_DAYS
        make_meeting(self._empty, *what, SALMA, self._clock)
        self._cards = make_scenes_meeting(place / "scenes.checkin", self._clock)
        self._answers = scenes(self._cards, self._clock)

    def take(self, series: Series) -> Iterator[Path]:
        """Writes the pictures of a series."""
        with self._window(series, self._cards) as window:
            yield from self._shoot(series, window, card_scenes(window, self._answers))
        self._clock.at("09:40:12")
        yield from self._start(series)
        with self._opened(self._life) as services, self._window(series, services) as window:
            yield from self._shoot(series, window, PageScenes(window, self._place).all())
        with self._rehearsed() as services, self._window(series, services) as window:
            yield from self._shoot(series, window, rehearsal_scenes(window))
        with self._opened(self._empty) as services, self._window(series, services) as window:
            yield from self._shoot(series, window, empty_pages(window))

    def _start(self, series: Series) -> Iterator[Path]:
        page = StartPage(theme(series.theme), series.wording, remembered(self._place), NOW)
        page.resize(series.size)
        page.show()
        yield from self._shoot(series, page, start_scenes(page, series.wording, self._place))
        page.close()

    @contextmanager
    def _opened(self, path: Path) -> Iterator[Services]:
        services = open_copy(path, self._place / "sample.checkin", self._clock)
        yield services
        services.close()

    @contextmanager
    def _rehearsed(self) -> Iterator[Services]:
        """A rehearsal on the evening before."""
        with self._opened(self._life) as services:
            self._clock.at("19:30:00", "2022-07-04")
            practice = open_rehearsal(services)
            yield practice
            practice.close()
            self._clock.at("09:40:12")

    @contextmanager
    def _window(self, series: Series, services: Services) -> Iterator[Window]:
        window = Window(Desk(services, Seat(SALMA), series.wording, theme(series.theme)))
        window.resize(series.size)
        window.show()
        for key in window.stack.kinds:
            window.stack.page(key)
        QApplication.processEvents()
        yield window
        window._closing.close_for_sure()
        window.deleteLater()

    def _shoot(self, series: Series, window: QWidget, scenes: Scenes) -> Iterator[Path]:
        for name, does in scenes:
            does()
            for _ in range(3):  # a text that grew moves its neighbours one turn later
                QApplication.processEvents()
            if not self._wanted or name.startswith(tuple(self._wanted)):
                path = self._to / f"{series.name}-{name}.png"
                window.grab().save(str(path))
                yield path


def shoot(series: Iterable[Series], to: Path, wanted: list[str]) -> None:
    """Takes series of one scale."""
    app = application(theme("light"))
    pseudo = PseudoLanguage()
    with TemporaryDirectory() as place:
        studio = Studio(Path(place), to, wanted)
        for one in series:
            application(theme(one.theme))
            if one.pseudo:
                app.installTranslator(pseudo)
            for path in studio.take(one):
                print(path, flush=True)
            app.removeTranslator(pseudo)


def main(arguments: list[str]) -> int:
    """Takes what is wanted: every scale of the screen in a process of its own."""
    to = Path(arguments[0] if arguments else "screenshots")
    to.mkdir(parents=True, exist_ok=True)
    names = {one.name for one in SERIES} & set(arguments[1:])
    wanted = [word for word in arguments[1:] if word not in names]
    series = [one for one in SERIES if not names or one.name in names]
    mine = os.environ.get("QT_SCALE_FACTOR")
    if mine:
        shoot([one for one in series if one.scale == mine], to, wanted)
        return 0
    again = [sys.executable, "-m", "tests.screenshots", *arguments]
    runs = [
        subprocess.Popen(again, env={**os.environ, "QT_SCALE_FACTOR": scale})
        for scale in sorted({one.scale for one in series})
    ]
    return max(run.wait() for run in runs)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
