"""Scans that come while a long transaction has the file: kept, then answered in their order."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from checkin.domain.answer import Answer
from checkin.domain.outcome import Outcome
from checkin.gui.desk import Desk

NEXT_CARD_MS = 1500  # how long each card stands where several are answered at once


class HeldScans(QObject):
    """`answered` carries each outcome, one card after the other; all are on disk before that."""

    answered = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cards: deque[Outcome[Answer]] = deque()
        self.timer = QTimer(self, singleShot=True, interval=NEXT_CARD_MS)
        self.timer.timeout.connect(self._next)
        desk.switchboard.work.ended.connect(self.answer)

    @property
    def busy(self) -> bool:
        """Whether something else has the file."""
        return self._desk.switchboard.work.running

    def hold(self, text: str) -> int:
        """Keeps a scan; how many wait."""
        return self._desk.services.reception.hold(text, self._desk.operator)

    def answer(self) -> None:
        """Records what waits, in order, and shows the first of the cards."""
        if self.busy or not self._desk.services.reception.held:
            return
        self._cards.extend(self._desk.services.reception.answer_held(self._desk.operator))
        if not self.timer.isActive():
            self._next()

    def make_way(self) -> None:
        """Somebody else is answered now: what is still to be shown is told without a wait."""
        self.answer()
        while self._cards:
            self._next()
        self.timer.stop()

    def _next(self) -> None:
        if self._cards:
            self.answered.emit(self._cards.popleft())
        if self._cards:
            self.timer.start()


def lost_words(waiting: int, names: Sequence[str]) -> str:
    """What would be lost if the window closed while so many scans wait; "" for nothing."""
    if not waiting:
        return ""
    say = QCoreApplication.translate
    words = say(
        "HeldScans",
        "One scan is not recorded and waits for the disk: {names}. If the window closes "
        "now it is lost. Write the name down, or free space on the disk and press F5.",
    )
    many = say(
        "HeldScans",
        "{count} scans are not recorded and wait for the disk: {names}. If the window closes "
        "now they are lost. Write the names down, or free space on the disk and press F5.",
    )
    whom = ", ".join(names) or say("HeldScans", "nobody known")
    return (words if waiting == 1 else many).format(count=waiting, names=whom)
