"""Pictures of the window, as the tour and the screenshots take them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from checkin.bootstrap import Services
from checkin.domain.answer import Answer
from checkin.gui.app import application
from checkin.gui.desk import Desk
from checkin.gui.look.theme import theme
from checkin.gui.opening import OPERATOR
from checkin.gui.reception.showing import file_state
from checkin.gui.seat import Seat
from checkin.gui.window import Window


def save_pictures(
    services: Services, scenes: Mapping[str, Answer], folder: Path, language: str = "en"
) -> Iterator[Path]:
    """Writes a PNG of the window for each scene, by its name; nothing is recorded."""
    look = theme("light")
    app = application(look)
    desk = Desk(services, Seat(OPERATOR), services.wording(language), look)
    window = Window(desk)
    window.show()
    for name, answer in scenes.items():
        show_scene(desk, window, answer)
        yield save_picture(app, window, folder / f"{name}.png")
    window.close()


def show_scene(desk: Desk, window: Window, answer: Answer) -> None:
    """Shows an answer, with lamps that tell of the scan it came of."""
    window.page.show_answer(answer)
    desk.switchboard.code_came.emit(desk.meeting.local(answer.at))
    state = file_state(answer, desk)
    if state:
        desk.switchboard.file_told.emit(state)


def save_picture(app: QApplication, window: Window, path: Path) -> Path:
    """Writes a PNG of the window as it is now."""
    app.processEvents()
    window.grab().save(str(path))
    return path
