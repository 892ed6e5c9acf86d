"""What can be taken back: every step that said how, the latest first."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from checkin.domain.outcome import Change
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.kit.notices import Trouble
from checkin.gui.switchboard import Notice

if TYPE_CHECKING:
    from checkin.services.lists_taken_back import TakenBack

_SAID = 3  # people named whose part of an import stays


class Undoing(QObject):
    """The steps of one window; `question` says why one could not be taken back."""

    def __init__(self, desk: Desk, question: Trouble, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._question = desk, question
        self._steps: list[Notice] = []

    def remember(self, notice: object) -> None:
        """Keeps what a notice tells of, if it can be taken back."""
        if isinstance(notice, Notice) and notice.can_be_undone:
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
            self._take(notice)
        except Refused as refused:
            self._question.say(self._desk.sentence(refused))

    def _take(self, notice: Notice) -> None:
        desk = self._desk
        if notice.act:
            value, steps = desk.services.lists.take_back_in_steps(notice.act, desk.operator)
            work = desk.switchboard.work
            done = partial(self._import_taken_back, notice, value)
            work.begin(steps, done, lambda refused: self._question.say(desk.sentence(refused)))
            return
        change = desk.services.history.take_back(notice.undo, desk.operator)
        self._done(notice, change)

    def _import_taken_back(self, notice: Notice, value: "TakenBack") -> None:
        left = tuple(
            self._desk.wording.say(f"left.{one.code}", name=one.name) for one in value.left
        )
        QTimer.singleShot(0, self, partial(self._done, notice, Change(everything=True), left))

    def _done(self, notice: Notice, change: Change, left: tuple[str, ...] = ()) -> None:
        """Says so, and what could not be taken back."""
        self._steps.remove(notice)
        board, said = self._desk.switchboard, self.tr("Taken back: {what}")
        board.noticed.emit(Notice(said.format(what=notice.text)))
        board.taken_back.emit()
        if left:
            more = self.tr("and {count} others").format(count=len(left) - _SAID)
            rest = (more,) if len(left) > _SAID else ()
            self._question.tell("; ".join((*left[:_SAID], *rest)) + ".")
        board.changed.emit(change)
