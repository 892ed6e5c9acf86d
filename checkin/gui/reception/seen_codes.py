"""Codes that nobody typed: seen by a camera, in a picture, or sent by a scanner."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from checkin.gui.desk import Desk
from checkin.gui.reception.heading import Heading
from checkin.gui.reception.held_scans import HeldScans
from checkin.gui.reception.scan_field import ScanField
from checkin.gui.reception.search import Search
from checkin.services.reception import Asked


class SeenCodes(QObject):
    """`enter` answers a text, typed or not; what was seen or scanned is never the second Enter."""

    def __init__(
        self,
        desk: Desk,
        field: ScanField,
        heading: Heading,
        search: Search,
        held: HeldScans,
        enter: Callable[[str, bool], object],
    ) -> None:
        super().__init__(held)
        self._desk, self._field, self._heading = desk, field, heading
        self._search, self._held, self._enter = search, held, enter

    def answer(self, texts: Sequence[str]) -> None:
        """Answers each; several are all recorded at once, and their cards follow each other."""
        if len(texts) == 1 or self._heading.looking or self._held.busy:
            for text in texts:
                self._as_typed(text)
            self._came()
            return
        for text in texts:
            if self._desk.services.reception.asked(text) is Asked.NUMBER:
                self._as_typed(text)  # shown, and confirmed by a person
            else:
                self._held.hold(text)
        self._held.answer()
        self._came()

    def _as_typed(self, text: str) -> None:
        """A number waits in the field for Enter, words are searched for."""
        reception = self._desk.services.reception
        self._search.close()
        reception.disarm()
        if reception.asked(text) is not Asked.CODE:
            self._field.setText(text)
        self._enter(text, True)

    def scanned(self, text: str) -> None:
        """Answers what a scanner sent, whatever has the keys: its words are never searched for."""
        reception = self._desk.services.reception
        self._search.close()
        reception.disarm()
        asked_again = reception.asked(text) is Asked.NUMBER or self._heading.looking
        self._field.setText(text if asked_again else "")
        self._enter(text, False)
        self._came()

    def _came(self) -> None:
        """Something was seen or sent, be it a mere number."""
        self._desk.switchboard.code_came.emit(self._desk.now())
