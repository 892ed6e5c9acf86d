"""The lines of a visiting card, which a scanner sends one by one, as the one scan that they are."""

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.card_lines import CardLines
from checkin.gui.reception.scan_field import ScanField

PAUSE_MS = 500  # no scanner is so slow between two lines of one card


class CardGathering(QObject):
    """`entered` carries what the field asked for, a card of several lines as one text."""

    entered = Signal(str)

    def __init__(self, field: ScanField) -> None:
        super().__init__(field)
        self._field, self._lines = field, CardLines()
        self.pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.pause.timeout.connect(lambda: self._say(self._lines.rest()))
        field.entered.connect(self._take)

    def _take(self, text: str) -> None:
        self.pause.stop()
        self._say(self._lines.take(text))
        if self._lines.waits:
            self._field.clear()
            self.pause.start()

    def _say(self, texts: tuple[str, ...]) -> None:
        for text in texts:
            self.entered.emit(text)
