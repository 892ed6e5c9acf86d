"""Changes of the meeting made from its page: each a fact, named in a notice, taken back again."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from checkin.domain.meeting import Meeting
from checkin.domain.outcome import NOTHING, Outcome
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.kit.notices import Trouble
from checkin.gui.status_line import FileState
from checkin.gui.switchboard import Notice


class Changes:
    """Asks the services, tells everybody, and says a refusal in place."""

    def __init__(self, desk: Desk, trouble: Trouble) -> None:
        self._desk, self._trouble = desk, trouble

    @property
    def free(self) -> bool:
        """Whether the file can be written; says so where it is taken for a moment."""
        if self._desk.switchboard.work.running:
            say = QCoreApplication.translate
            self._trouble.warn(
                say("Changes", "One moment: something else has the file. Try again.")
            )
            return False
        return True

    def make(self, does: Callable[[], Outcome[Meeting]], words: str) -> bool:
        """Makes a change that `words` name afterwards; whether it was made."""
        if not self.free:
            return False
        try:
            outcome = does()
        except Refused as refused:
            self.refuse(refused)
            return False
        self._trouble.quiet()
        if outcome.change != NOTHING:
            board = self._desk.switchboard
            board.file_told.emit(FileState(self._desk.now()))
            board.changed.emit(outcome.change)
            board.noticed.emit(Notice(words, outcome.undo))
        return True

    def refuse(self, refused: Refused) -> None:
        """Says a refusal in place."""
        self._trouble.say(self._desk.sentence(refused))
