"""The pages, one in front: made in idle moments or when first asked for, told what they missed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from checkin.domain.outcome import NOTHING, Change
from checkin.gui.desk import Desk
from checkin.gui.look.measures import Measures
from checkin.gui.pages import Page, PageKind

_PATIENCE_MS = 20  # until it is asked again whether anybody is still at work
_PATIENCE = 100  # times; who works longer is not waited for


class PageStack(QStackedWidget):
    """`shown` carries the key of the page that came to the front; `complete` follows the last."""

    shown = Signal(str)
    complete = Signal()

    def __init__(
        self, desk: Desk, kinds: Sequence[PageKind], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.kinds = {kind.key: kind for kind in kinds}
        self.pages: dict[str, Page] = {}
        self._missed: dict[str, Change] = {}
        self._measures: Measures | None = None
        self._refused = False
        self._patience = _PATIENCE

    @property
    def front(self) -> str:
        """The key of the page in front, or "" for a page that is none of these."""
        current = self.currentWidget()
        return next((key for key, page in self.pages.items() if page is current), "")

    def bring(self, key: str) -> None:
        """Brings a page to the front; it reads what it missed first."""
        if key not in self.kinds or self._refused:
            return
        page = self.page(key)
        change = self._missed.get(key, NOTHING)
        if change != NOTHING:
            page.follow(change)
            del self._missed[key]  # only now: what could not be read is read the next time
        self.setCurrentWidget(page)
        page.take_focus()
        self.shown.emit(key)

    def page(self, key: str) -> Page:
        """A page, made if it was not."""
        if key not in self.pages:
            page = self.pages[key] = self.kinds[key].load()(self._desk)
            self.addWidget(page)
            if self._measures:
                page.apply(self._measures)
        return self.pages[key]

    def make_the_rest(self) -> None:
        """Makes the pages that nobody asked for yet: one loaded in a turn, made in the next.

        While a page builds itself in steps nothing else is made in the same turns, and nothing
        while somebody works beside the window: both would have half of Python's time.
        """
        left = [key for key in self.kinds if key not in self.pages]
        if self._refused:
            return
        if not all(page.made for page in self.pages.values()):
            QTimer.singleShot(0, self, self.make_the_rest)
        elif left and self._patience and self._desk.switchboard.tasks.running:
            self._patience -= 1
            QTimer.singleShot(_PATIENCE_MS, self, self.make_the_rest)
        elif left:
            self.kinds[left[0]].load()
            QTimer.singleShot(0, self, partial(self._make_in_idle, left[0]))
        else:
            self.complete.emit()

    def _make_in_idle(self, key: str) -> None:
        if not self._refused:
            self.page(key)
            QTimer.singleShot(0, self, self.make_the_rest)

    def follow(self, change: Change) -> None:
        """Lets the page in front read anew; the others when they are shown."""
        if change == NOTHING:
            return
        front = self.front
        for key, page in self.pages.items():
            if key == front:
                page.follow(change)
            else:
                self._missed[key] = self._missed.get(key, NOTHING) | change

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._measures = measures
        for page in self.pages.values():
            page.apply(measures)

    def end(self) -> None:
        """No page is made, or does anything by itself, any longer: the file is about to close."""
        self._refused = True
        for timer in self.findChildren(QTimer):
            timer.stop()

    def refuse(self, instead: QWidget) -> None:
        """Shows something else for good: the file must not be used."""
        self._refused = True
        self.addWidget(instead)
        self.setCurrentWidget(instead)
