"""The line at the bottom: lamps for what the desk depends on, and what was just done or undone."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.gui.lamp import Lamp, Room
from checkin.gui.look.marks import FAULT, OFF, OK
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme
from checkin.gui.notice_bar import NoticeBar

if TYPE_CHECKING:
    from checkin.domain.printing import Printer


@dataclass(frozen=True, slots=True)
class FileState:
    """How the file is: `saved_at` the last commit as the meeting's clocks show it, or None."""

    saved_at: datetime | None = None
    failed: bool = False


class StatusLine(QWidget):
    """Lamps at the leading edge, a notice at the other; for its sake the lamps say less."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._measures: Measures | None = None
        self.printer: Lamp | None = None
        self.scanner = Lamp(theme, self.tr("Scanner"))
        self.scanner.offer_press(self.tr("Serial scanners and the camera   Ctrl+Shift+P"))
        self.file = Lamp(theme, self.tr("File"))
        self.notice = NoticeBar(theme)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        for lamp in (self.scanner, self.file):
            self._row.addWidget(lamp)
            lamp.changed.connect(self._share)
        self._row.addWidget(self.notice, 1)
        self.notice.changed.connect(self._share)
        self.show_file(FileState())
        self.show_scan(None)

    def make_lamp(self, name: str) -> Lamp:
        """One more lamp after the others."""
        lamp = Lamp(self._theme, name)
        lamp.changed.connect(self._share)
        self._row.insertWidget(self._row.count() - 1, lamp)
        lamp.show()
        if self._measures:
            lamp.apply(self._measures)
        return lamp

    def show_printer(self, printer: "Printer") -> None:
        """Says how the printer that was last asked is; its lamp is there from the first time on."""
        if self.printer is None:
            self.printer = self.make_lamp(self.tr("Printer"))
        from checkin.gui.paper.printer_words import printer_mark, printer_words

        words = f"{printer.name}, {printer_words(printer)}"
        self.printer.show_state(printer_mark(printer), words)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._measures = measures
        self.setFixedHeight(measures.status)
        self._row.setContentsMargins(measures.margin, 1, measures.margin, 0)
        for lamp in self.findChildren(Lamp):
            lamp.apply(measures)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another share."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """A notice is read whole: the lamps say as much as there is room for beside it."""
        lamps = [lamp for lamp in self.findChildren(Lamp) if not lamp.isHidden()]
        wanted = self.notice.room_wanted
        inside = self.rect().marginsRemoved(self._row.contentsMargins()).width()
        for room in Room:
            for lamp in lamps:
                lamp.give(room)
            taken = sum(lamp.sizeHint().width() for lamp in lamps)
            if not wanted or inside - taken >= wanted:
                return

    def show_file(self, state: FileState) -> None:
        """Says how the file is."""
        if state.failed:
            words = self.tr("not saved: the disk does not take anything")
            self.file.show_state(FAULT, words)
        elif state.saved_at:
            words = self.tr("saved {time}").format(time=f"{state.saved_at:%H:%M:%S}")
            self.file.show_state(OK, words)
        else:
            self.file.show_state(OK, self.tr("open"))

    def show_scan(self, at: datetime | None) -> None:
        """Says when the last scan came; a scanner that types cannot be detected otherwise."""
        if at is None:
            self.scanner.show_state(OFF, self.tr("no scan yet"))
            return
        words = self.tr("last scan {time}").format(time=f"{at:%H:%M:%S}")
        self.scanner.show_state(OK, words)

    def show_paused(self, words: str) -> None:
        """Says that scans do not arrive, and why."""
        self.scanner.show_state(OFF, words)

    def show_unreadable(self, words: str) -> None:
        """Says that scans arrive and cannot be read, and why."""
        self.scanner.show_state(FAULT, words)
