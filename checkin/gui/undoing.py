"""What can be taken back: every step that said how, the latest first."""

from collections.abc import Generator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from checkin.domain.outcome import Change, Progress
from checkin.domain.refused import Refused
from checkin.domain.text import quoted
from checkin.gui.desk import Desk
from checkin.gui.kit.notices import Trouble
from checkin.gui.switchboard import Notice

if TYPE_CHECKING:
    from checkin.services.lists_taken_back import TakenBack

_SAID = 3  # people named whose part of an import stays
_FOR_GOOD = {
    *("import_already_undone", "no_such_import"),
    *("day_has_arrivals", "session_has_arrivals"),
}


class Undoing(QObject):
    """The steps of one window; `question` says why one could not be taken back."""

    def __init__(self, desk: Desk, question: Trouble, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._question = desk, question
        self._steps: list[tuple[str, Notice]] = []

    def remember(self, notice: object) -> None:
        """Keeps what a notice tells of, if it can be taken back."""
        if isinstance(notice, Notice) and notice.can_be_undone:
            self._steps.append((self._desk.services.history.moment(), notice))

    @property
    def moment(self) -> str:
        """Stands among the ids of arrivals where the latest step stands in time; "" is none."""
        return self._steps[-1][0] if self._steps else ""

    def take_over(self, before: "Undoing") -> None:
        """Goes on where another window on the same meeting was."""
        self._steps = before._steps

    def take_back(self) -> None:
        """Takes the latest step back; nothing where there is none."""
        if not self._steps:
            self._desk.switchboard.noticed.emit(Notice(self.tr("There is nothing to take back.")))
            return
        board = self._desk.switchboard
        if board.work.running:
            self._question.say(self._desk.sentence(Refused("file_busy")))
            return
        step = self._steps.pop()
        try:
            self._take(step)
        except Refused as refused:
            self._failed(step, refused)

    def _take(self, step: tuple[str, Notice]) -> None:
        desk, notice = self._desk, step[1]
        if notice.act:
            what = self.tr("An import is being taken back. If the window closes now, it stays.")
            steps, ended = self._taking_back(notice), lambda: None
            desk.switchboard.work.begin(steps, ended, partial(self._failed, step), what)
            return
        self._done(notice, desk.services.history.take_back(notice.undo, desk.operator))

    def _taking_back(self, notice: Notice) -> Generator[Progress, None, None]:
        lists = self._desk.services.lists
        value = yield from lists.take_back_in_steps(notice.act, self._desk.operator)
        self._import_taken_back(notice, value)

    def _failed(self, step: tuple[str, Notice], refused: Refused) -> None:
        """Says why; what can never be taken back does not stand in the way of the others."""
        if refused.code not in _FOR_GOOD:
            self._steps.append(step)
        self._question.say(self._desk.sentence(refused))

    def _import_taken_back(self, notice: Notice, value: "TakenBack") -> None:
        tell = self._desk.wording.tell
        left = tuple(tell(f"left.{one.code}", name=quoted(one.name)) for one in value.left)
        QTimer.singleShot(0, self, partial(self._done, notice, Change(everything=True), left))
        self._desk.switchboard.list_taken.emit(None)  # what came of it is no longer so

    def _done(self, notice: Notice, change: Change, left: tuple[str, ...] = ()) -> None:
        """Says so, and what could not be taken back."""
        board, said = self._desk.switchboard, self.tr("Taken back: {what}")
        if board.tasks.stopped:
            return  # the window closed in between
        board.noticed.emit(Notice(said.format(what=notice.text)))
        board.taken_back.emit()
        if left:
            more = self.tr("and {count} others").format(count=len(left) - _SAID)
            if len(left) == _SAID + 1:
                more = self.tr("and one other")
            rest = (more,) if len(left) > _SAID else ()
            self._question.tell("; ".join((*left[:_SAID], *rest)) + ".")
        board.changed.emit(change)
