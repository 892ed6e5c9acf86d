"""A meeting begun from the start page: made as it was typed, or the sample; then opened."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from checkin.domain.refused import Refused
from checkin.gui.opening import NewMeeting, Opening

if TYPE_CHECKING:
    from checkin.gui.start.page import StartPage


class Opens(Protocol):
    """What shows the start page and opens a meeting from there."""

    def start(self) -> "StartPage":
        """The start page, shown."""

    def open(self, path: Path, passphrase: str | None = None) -> bool:
        """Opens a file, after saying that it may take a moment."""

    def open_now(self, path: Path, passphrase: str | None) -> bool:
        """Opens a file at once."""

    def refuse(self, refused: Refused) -> None:
        """Says why not."""


class Beginning(QObject):
    """Making takes a moment, and that is said first."""

    def __init__(self, opening: Opening, opens: Opens, parent: QObject) -> None:
        super().__init__(parent)
        self._opening, self._opens = opening, opens

    def make(self, draft: NewMeeting) -> None:
        """Makes a meeting file and opens it."""
        words = self.tr("{name} is being made.").format(name=draft.path.name)
        make = lambda: self._opening.make(draft)  # noqa: E731
        self._begin(words, make, draft.path, draft.passphrase)

    def open_sample(self) -> None:
        """Opens the sample meeting; it is made when somebody asks for it first."""
        sample = self._opening.sample
        if sample.exists():
            self._opens.open(sample)
            return
        words = self.tr("The sample meeting is being made: invented people, Madrid, July 2022.")
        self._begin(words, self._opening.make_sample, sample)

    def _begin(
        self, words: str, make: Callable[[], object], path: Path, secret: str | None = None
    ) -> None:
        def begin() -> None:
            try:
                make()
            except Refused as refused:
                self._opens.refuse(refused)
            else:
                self._opens.open_now(path, secret)

        self._opens.start().wait(words, begin)
