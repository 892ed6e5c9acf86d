"""Pictures and PDFs dropped on the window: their codes are read beside it, then answered."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from checkin.domain.found_code import FoundCode
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.reception.page import ReceptionPage
from checkin.gui.tasks import Job
from checkin.services.badges import read_codes


class DroppedPictures(QObject):
    """Each file after the other, its codes from the top of its first page on."""

    def __init__(self, desk: Desk, page: Callable[[], ReceptionPage], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._page = desk, page

    def read(self, paths: Sequence[str]) -> None:
        """Reads some files; Reception comes to the front, and says what was found."""
        board = self._desk.switchboard
        board.page_asked.emit("reception")
        named = [Path(path) for path in paths]
        board.tasks.start(partial(_read, named), partial(self._found, named), self._failed)

    def _found(self, paths: list[Path], codes: list[FoundCode]) -> None:
        page = self._page()
        texts = [code.text for code in codes if code.text.strip()]
        if texts:
            page.seen.answer(texts)
            return
        words = self.tr("No code was found in {name}. Nothing was recorded.")
        page.say_trouble(words.format(name=", ".join(path.name for path in paths)))

    def _failed(self, refused: Refused) -> None:
        self._page().say_trouble(self._desk.sentence(refused))


def _read(paths: list[Path], _: Job) -> list[FoundCode]:
    return read_codes(paths)
