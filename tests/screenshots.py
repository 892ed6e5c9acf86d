"""Pictures of the page and of every verdict's card: python -m tests.screenshots OUT [WORD ...]."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt, QTranslator
from PySide6.QtTest import QTest

from checkin.bootstrap import Services
from checkin.domain.answer import Answer
from checkin.domain.wording import Wording
from checkin.gui.app import application
from checkin.gui.desk import Desk
from checkin.gui.look.theme import theme
from checkin.gui.pictures import save_picture, show_scene
from checkin.gui.window import Window
from tests.scenes import SALMA, SceneClock, make_scenes_meeting, scenes

NORMAL, LARGE, SMALL = QSize(1366, 768), QSize(1920, 1080), QSize(960, 540)
_ACCENTS = str.maketrans("aeiouncAEIOUNC", "áéîöúñçÁÉÎÖÚÑÇ")
_TELLING = ("welcome", "badge_replaced", "not_recorded", "long_names", "ready")


class PseudoLanguage(QTranslator):
    """Answers every text accented, longer and in brackets: what stays plain is not translated."""

    def translate(
        self, context: str, text: str, comment: str | None = None, number: int = -1
    ) -> str:
        return pseudo(text)

    def isEmpty(self) -> bool:
        return False


def pseudo(text: str) -> str:
    """A text as a longer language might write it; places for values stay as they are."""
    parts = text.replace("}", "{").split("{")
    kept = (f"{{{p}}}" if odd % 2 else p.translate(_ACCENTS) for odd, p in enumerate(parts))
    return f"[{''.join(kept)}{'·' * (len(text) // 4)}]"


def pseudo_wording(wording: Wording) -> Wording:
    """The same wording in the pseudo-language; it reads from right to left."""
    plain = ("date.first_day", "date.month", "page.desk")
    texts = {key: t if key.startswith(plain) else pseudo(t) for key, t in wording.texts.items()}
    return Wording("ar", texts)


@dataclass(frozen=True, slots=True)
class Shoot:
    """One series of pictures."""

    name: str
    size: QSize
    theme: str = "light"
    language: str = "en"
    pseudo: bool = False
    only: tuple[str, ...] = ()


SHOOTS = (
    Shoot("1366x768", NORMAL),
    Shoot("1920x1080", LARGE),
    Shoot("mirrored", NORMAL, pseudo=True),
    Shoot("arabic", NORMAL, language="ar"),
    Shoot("french", NORMAL, language="fr"),
    Shoot("dark", NORMAL, theme="dark", only=_TELLING),
    Shoot("dark-1920x1080", LARGE, theme="dark", only=_TELLING),
    Shoot("high-contrast", NORMAL, theme="high_contrast", only=_TELLING),
    Shoot("960x540", SMALL),
    Shoot("960x540-arabic", SMALL, language="ar", only=_TELLING),
)


def search(window: Window, text: str) -> None:
    """Types a text and has it searched for."""
    QTest.keyClicks(window.page.field, text)
    window.page.search.pause.timeout.emit()


def search_two(window: Window) -> None:
    """Two people of one name; the second is armed."""
    search(window, "bennani")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(window.page.field, key)


def look(window: Window) -> None:
    """Somebody is looked at, and nothing is recorded."""
    window.page.let_go()
    window.page.heading.toggle_mode()
    window.page.enter("ZZ-006")


def record_again(window: Window) -> None:
    """The desk records again, and says one moment."""
    window.page.heading.toggle_mode()
    window.page._showing.show_busy(2)


SCENES_BY_KEYS: dict[str, Callable[[Window], None]] = {
    "search": lambda window: search(window, "mo"),
    "search-two": search_two,
    "search-withdrawn": lambda window: search(window, "marchetti"),
    "search-nobody": lambda window: search(window, "zzq"),
    "look": look,
    "one-moment": record_again,
}


def take(
    shoot: Shoot, services: Services, answers: dict[str, Answer], folder: Path
) -> Iterator[Path]:
    """Writes the pictures of a series."""
    look = theme(shoot.theme)
    app = application(look)
    translator = PseudoLanguage()
    if shoot.pseudo:
        app.installTranslator(translator)
    wording = services.wording(shoot.language)
    words = pseudo_wording(wording) if shoot.pseudo else wording
    desk = Desk(services, SALMA, words, look)
    window = Window(desk)
    window.resize(shoot.size)
    window.show()
    for name, answer in {"ready": None, **answers}.items():
        if not shoot.only or name in shoot.only:
            window.page.let_go()
            if answer:
                show_scene(desk, window, answer)
            yield save_picture(app, window, folder / f"{shoot.name}-{name}.png")
    for name, does in SCENES_BY_KEYS.items():
        window.page.let_go()  # of whoever was armed
        window.page.let_go()
        does(window)
        yield save_picture(app, window, folder / f"{shoot.name}-{name}.png")
    window.close()
    app.removeTranslator(translator)


def shoot(wanted: list[Shoot], folder: Path) -> None:
    """Takes the wanted series on one meeting."""
    clock = SceneClock(datetime(2022, 7, 5, tzinfo=UTC))
    with TemporaryDirectory() as place:
        services = make_scenes_meeting(Path(place) / "scenes.checkin", clock)
        answers = scenes(services, clock)
        for series in wanted:
            for path in take(series, services, answers, folder):
                print(path, flush=True)
        services.close()


def main(arguments: list[str]) -> int:
    """Takes all series, or the named ones; small windows at two pixels for each."""
    folder = Path(arguments[0] if arguments else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    names = arguments[1:] or [series.name for series in SHOOTS]
    double = os.environ.get("QT_SCALE_FACTOR") == "2"
    shoot([s for s in SHOOTS if s.name in names and (s.size == SMALL) == double], folder)
    if double:
        return 0
    small = [s.name for s in SHOOTS if s.name in names and s.size == SMALL]
    again = [sys.executable, "-m", "tests.screenshots", str(folder), *small]
    scaled = {**os.environ, "QT_SCALE_FACTOR": "2"}
    return subprocess.run(again, env=scaled, check=False).returncode if small else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
