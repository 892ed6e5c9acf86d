"""Pictures and PDFs dropped on the window: their codes are read beside it, then answered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.kit.notices import Trouble
from checkin.gui.reception.page import ReceptionPage
from checkin.gui.tasks import Job


@dataclass(frozen=True, slots=True)
class Read:
    """What the codes say, which files hold none, and why others could not be read."""

    texts: tuple[str, ...]
    without: tuple[str, ...]
    refused: tuple[Refused, ...]


class DroppedPictures(QObject):
    """Each file after the other, its codes from the top of its first page on.

    What could not be read is said on the page, or in `question` where cards follow.
    """

    def __init__(
        self, desk: Desk, page: Callable[[], ReceptionPage], question: Trouble, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._page, self._question = desk, page, question

    def read(self, paths: Sequence[str]) -> None:
        """Reads some files; Reception comes to the front, and says what was found."""
        board = self._desk.switchboard
        board.page_asked.emit("reception")
        board.tasks.start(partial(_read, tuple(map(Path, paths))), self._found, self._failed)

    def _found(self, read: Read) -> None:
        page, sentences = self._page(), [self._desk.sentence(one) for one in read.refused]
        if read.without:
            words = self.tr("No code was found in {name}. Nothing was recorded.")
            sentences.insert(0, words.format(name=", ".join(read.without)))
        if read.texts:
            page.seen.answer(read.texts)
        if sentences:
            say = self._question.warn if read.texts else page.say_trouble
            say(" ".join(sentences))

    def _failed(self, refused: Refused) -> None:
        self._page().say_trouble(self._desk.sentence(refused))


def _read(paths: Sequence[Path], job: Job) -> Read:
    from checkin.services.badges import read_codes  # not for the first paint

    texts: list[str] = []
    without, refused = [], []
    for done, path in enumerate(paths):
        job.step(done, len(paths))
        try:
            found = [code.text for code in read_codes([path]) if code.text.strip()]
        except Refused as why:
            refused.append(why)
            continue
        texts += found
        if not found:
            without.append(path.name)
    return Read(tuple(texts), tuple(without), tuple(refused))
