"""The striped band over every page of a rehearsal, with the way back to the meeting."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.domain.dates import long_day
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button, take_no_focus
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import TextStyle, fitting_px, set_text, text_width

_YELLOW, _BLACK = QColor("#ffc20e"), QColor("#000000")  # the same in every theme, as on a door
_HEIGHT, _STRIPE, _PAD = 44, 18, 24


class RehearsalBand(QWidget):
    """Says that nothing here reaches the meeting; `back` leads there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = 1.0
        rehearsal = desk.services.rehearsal
        self.text = self.tr("REHEARSAL: a practice copy, nothing here reaches the meeting")
        if rehearsal and rehearsal.day:
            day = long_day(rehearsal.day, desk.wording)
            day = f"\u2068{day}\u2069" if desk.wording.mirrored else day
            words = self.tr("REHEARSAL of {day}: nothing here reaches the meeting")
            self.text = words.format(day=day)
        self.setAccessibleName(self.text)
        self.back = button(desk.theme, "", "plain")
        take_no_focus(self.back)
        self.say_key("")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.addStretch(1)
        row.addWidget(self.back)
        self.setFixedHeight(_HEIGHT)

    def say_key(self, key: str) -> None:
        """By which key it goes back from this page, if by any."""
        words = self.tr("Back to the meeting")
        self.back.setText(f"{words}   {key}".rstrip())
        self.back.setAccessibleName(words)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._scale = max(measures.scale, 0.9)
        self.setFixedHeight(round(_HEIGHT * self._scale))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints stripes from end to end, and the words on plain yellow in the middle."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), _YELLOW)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_BLACK)
            self._paint_stripes(painter)
            self._paint_words(painter)

    def _paint_stripes(self, painter: QPainter) -> None:
        high = self.height()
        for at in range(-high, self.width() + high, 2 * _STRIPE):
            corners = ((at, high), (at + high, 0), (at + high + _STRIPE, 0), (at + _STRIPE, high))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _paint_words(self, painter: QPainter) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        taken = self.back.width() + 2 * 8
        free = self.width() - taken
        px = fitting_px(self.text, 19 * self._scale, 11, free - 2 * _PAD, bold=True)
        wide = min(text_width(self.text, px, bold=True), free - 2 * _PAD)
        centred = (self.width() - wide) / 2  # of the band, unless the button stands there
        x = max(centred, taken + _PAD) if mirrored else min(centred, free - _PAD - wide)
        plate = QRectF(x - _PAD, 0, wide + 2 * _PAD, self.height())
        painter.fillRect(plate, _YELLOW)
        words = set_text(self.text, TextStyle(px, True, 1.2), wide + 2, mirrored).laid()
        words.draw(painter, x, (self.height() - words.height) / 2, _BLACK)
