"""What the parts of a window tell each other, without knowing each other."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.gui.long_work import LongWork
from checkin.gui.tasks import Tasks

if TYPE_CHECKING:
    from checkin.domain.facts import Fact


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that was done, in words; `undo`, or the `act` of an import, takes it back."""

    text: str
    undo: "tuple[Fact, ...]" = ()
    act: str = ""

    @property
    def can_be_undone(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self.undo or self.act)


@dataclass(frozen=True, slots=True)
class Count:
    """What waits on a page: a number on its item of the navigation, and what it means."""

    page: str
    count: int
    meaning: str


class Switchboard(QObject):
    """`changed` carries a `Change`, `noticed` a `Notice`, `page_asked` the key of a page,

    `list_offered` the path of a list that somebody wants taken in, `list_taken` the `Imported`
    that came of one, None once it was taken back, `file_told` a `FileState`, `scanned` the
    instant of whatever the desk answered, `code_came` that of what no hand typed, `printer_told`
    the `Printer` that was last asked, `counted` a `Count`, `answered` the `Answer` that the card
    shows by now; `taken_back` says that a step was, `rehearsal_asked` wants a rehearsal, or back
    from it.
    """

    changed = Signal(object)
    noticed = Signal(object)
    page_asked = Signal(str)
    list_offered = Signal(str)
    list_taken = Signal(object)
    file_told = Signal(object)
    scanned = Signal(object)
    code_came = Signal(object)
    printer_told = Signal(object)
    counted = Signal(object)
    answered = Signal(object)
    taken_back = Signal()
    rehearsal_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self.work = LongWork(self)
