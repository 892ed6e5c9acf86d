"""What can be taken back: every step that said how, the latest first."""

from PySide6.QtCore import QObject

from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.kit.notices import Trouble
from checkin.gui.switchboard import Notice


class Undoing(QObject):
    """The steps of one window; `question` says why one could not be taken back."""

    def __init__(self, desk: Desk, question: Trouble, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._question = desk, question
        self._steps: list[Notice] = []

    def remember(self, notice: object) -> None:
        """Keeps what a notice tells of, if it can be taken back."""
        if isinstance(notice, Notice) and notice.undo:
            self._steps.append(notice)

    def take_over(self, before: "Undoing") -> None:
        """Goes on where another window on the same meeting was."""
        self._steps = before._steps

    def take_back(self) -> None:
        """Takes the latest step back; nothing where there is none."""
        if not self._steps:
            return
        board = self._desk.switchboard
        if board.work.running:
            self._question.say(self._desk.sentence(Refused("file_busy")))
            return
        notice = self._steps[-1]
        try:
            change = self._desk.services.history.take_back(notice.undo, self._desk.operator)
        except Refused as refused:
            self._question.say(self._desk.sentence(refused))
            return
        self._steps.pop()
        board.noticed.emit(Notice(self.tr("Taken back: {what}").format(what=notice.text)))
        board.changed.emit(change)
