"""The way of a scan: to Reception whichever page is in front, and what came of it to the eye."""

from PySide6.QtCore import QObject, Signal

from checkin.gui.desk import Desk
from checkin.gui.page_stack import PageStack
from checkin.gui.reception.page import ReceptionPage
from checkin.gui.switchboard import Notice


class ScanRoute(QObject):
    """`told` carries the `Notice` of a scan that was answered on a page out of sight,

    `unreadable` the state of a scanner whose keys mean nothing as the keyboard is set.
    """

    told = Signal(object)
    unreadable = Signal(str)

    def __init__(self, desk: Desk, stack: PageStack, desk_page: str) -> None:
        super().__init__(stack)
        self._desk, self._stack, self._desk_page = desk, stack, desk_page

    def take(self, text: str) -> None:
        """Answers what a scanner of any kind sent; the page in front stays there."""
        page = self._stack.page(self._desk_page)
        if not isinstance(page, ReceptionPage) or not self._stack.front:
            return  # the meeting file cannot be used, and the page in front says so
        before = page.card.face
        page.seen.scanned(text)
        answered = page.card.face is not before  # else the desk takes no scans at this moment
        if answered and self._stack.front != self._desk_page:
            self.told.emit(Notice(self._words(page)))

    def _words(self, page: ReceptionPage) -> str:
        face = page.card.face
        whose = page.answer.delegate if page.answer else None
        said = (face.word, f"{whose.name}, {whose.delegation}" if whose else "", face.say)
        return "   ".join(filter(None, said))

    def refuse(self, alphabet: str) -> None:
        """Says that the keyboard's layout made a scan unreadable."""
        if alphabet == "ARABIC":
            state = self.tr("the keyboard is set to Arabic")
            words = self.tr(
                "Not recorded: the keyboard is set to Arabic. Choose a Latin layout, scan again."
            )
        else:
            state = self.tr("the keyboard is not set to Latin letters")
            words = self.tr(
                "Not recorded: the keyboard is not set to Latin letters. Choose a Latin layout,"
                " scan again."
            )
        self.unreadable.emit(state)
        self.told.emit(Notice(words))
