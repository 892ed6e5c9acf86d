"""The way into a rehearsal and back, as a window has it: key, band, and the moment of copying."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from checkin.gui.desk import Desk
from checkin.gui.kit.moment import MomentCard
from checkin.gui.kit.notices import Trouble
from checkin.gui.look.measures import Measures
from checkin.gui.page_stack import PageStack
from checkin.gui.rehearsal_band import RehearsalBand

KEY = "Ctrl+R"
_HAS_THE_KEY = "badges"  # the page where it replaces a badge


class RehearsalWay(QObject):
    """`asked` wants a rehearsal, or back to the meeting; `may_begin` says whether it can begin.

    `band` is there in a rehearsal only.
    """

    asked = Signal()

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        stack: PageStack,
        question: Trouble,
        may_begin: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._desk, self._window, self._stack = desk, window, stack
        self._question, self._may_begin = question, may_begin
        self._moment: MomentCard | None = None
        self.band = RehearsalBand(desk) if desk.services.rehearsal else None
        self._key = QShortcut(QKeySequence(KEY), window)
        self._key.activated.connect(self.ask)
        stack.shown.connect(self._lend_key)
        desk.switchboard.rehearsal_asked.connect(self.ask)
        if self.band:
            self.band.back.clicked.connect(self.ask)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        if self.band:
            self.band.apply(measures)

    def _lend_key(self, page: str) -> None:
        works = page != _HAS_THE_KEY
        self._key.setEnabled(works)
        if self.band:
            self.band.say_key(KEY if works else "")

    def ask(self) -> None:
        """Ctrl+R: a practice copy instead of the meeting, where nothing is half-done; and back."""
        if self.band or self._may_begin():
            self.asked.emit()
            return
        words = self.tr("The rehearsal begins once what is under way is finished.")
        self._question.warn(words)

    def wait(self, then: Callable[[], object]) -> None:
        """Says "one moment"; `then` is called once that is on the screen.

        No key and no scan is taken before `go_on`: in a rehearsal that is back at the meeting.
        """
        card = self._moment = MomentCard(self._desk.theme, self._window)
        card.setGeometry(self._stack.geometry())
        card.show()
        card.raise_()
        self._window.setEnabled(False)
        words = self.tr("The meeting is copied for a rehearsal. It stays as it is.")
        card.say(words, lambda: self._begin(then))

    def _begin(self, then: Callable[[], object]) -> None:
        begun = False
        try:
            then()
            begun = True
        finally:
            if not begun:  # a fault of ours: the desk goes on
                self.go_on()

    def go_on(self, trouble: str = "") -> None:
        """The moment is over; says what did not go well."""
        if self._moment:
            self._moment.hide()
            self._moment.deleteLater()
            self._moment = None
        self._window.setEnabled(True)
        self._stack.bring(self._stack.front)
        if trouble:
            words = self.tr("There is no rehearsal now; the meeting is open as before. {why}")
            self._question.say(words.format(why=trouble))
