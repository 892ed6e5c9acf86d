"""One of the last arrivals: when, who, from where, and the way back."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from checkin.gui.look.icons import icon_pixmap, mirrored_pixmap
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import SetText, TextStyle, fitting_px, set_text, text_width
from checkin.gui.look.theme import Theme

BUTTON = 44
_LEAST = 12
_PADDING = 8


@dataclass(frozen=True, slots=True)
class ArrivalLine:
    """The texts of a row, and the arrival it is about."""

    arrival_id: str
    time: str
    name: str
    place: str
    newest: bool = False
    chosen: bool = False


class ArrivalRow(QWidget):
    """Shows a line; names shrink, then wrap, and are never elided."""

    taken_back = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = ArrivalLine("", "", "", "")
        self._scale = 1.0
        self.button = QPushButton(self)
        self.button.setObjectName("row")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._take_back)

    @property
    def line(self) -> ArrivalLine:
        """What it shows."""
        return self._line

    def show_line(self, line: ArrivalLine) -> None:
        """Shows another line."""
        if line == self._line:
            return
        self._line = line
        words = self.tr("Undo the arrival of {name}").format(name=line.name)
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)
        self.setAccessibleName(f"{line.time} {line.name}, {line.place}")
        self.update()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._scale = measures.scale
        side = max(measures.px(BUTTON), BUTTON)
        size, ratio = measures.px(20), self.devicePixelRatioF()
        drawn = mirrored_pixmap if self._mirrored else icon_pixmap
        self.button.setFixedSize(side, side)
        self.button.setIconSize(QSize(size, size))
        self.button.setIcon(drawn("undo", size, self._theme["accent"], ratio))

    def height_for(self, width: int) -> int:
        """How high the row is at a width."""
        name, place = self._texts(width)
        return max(int(name.height + place.height) + _PADDING, self.button.height() + _PADDING)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    @property
    def _lead(self) -> int:
        """Where the names begin."""
        return round(16 * self._scale + text_width("00:00", round(15 * self._scale)) + 12)

    @property
    def _end(self) -> int:
        """Where the names end, from the trailing edge."""
        return self.button.width() + 18

    def _texts(self, width: int) -> tuple[SetText, SetText]:
        room = width - self._lead - self._end
        best, small = 15 * self._scale, max(round(13 * self._scale), _LEAST)
        least, bold = max(_LEAST * self._scale, _LEAST), self._line.newest
        px = fitting_px(self._line.name, best, least, room, bold)
        name = set_text(self._line.name, TextStyle(px, bold), room, self._mirrored).laid()
        small = fitting_px(self._line.place, small, least, room)
        return name, set_text(self._line.place, TextStyle(small), room, self._mirrored).laid()

    def resizeEvent(self, _: QResizeEvent) -> None:
        """Keeps the button at the trailing edge."""
        side = self.button.width()
        x = 10 if self._mirrored else self.width() - side - 10
        self.button.move(x, (self.height() - side) // 2)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints time, name and place."""
        with QPainter(self) as painter:
            if self._line.chosen:
                edge = self.width() - 4 if self._mirrored else 0
                painter.fillRect(self.rect(), QColor(self._theme["sel"]))
                painter.fillRect(edge, 0, 4, self.height(), QColor(self._theme["accent"]))
            name, place = self._texts(self.width())
            lead, end = self._lead, self._end
            x = end if self._mirrored else lead
            top = (self.height() - name.height - place.height) / 2
            name.draw(painter, x, top, QColor(self._theme["ink"]))
            place.draw(painter, x, top + name.height, QColor(self._theme["ink2"]))
            px = round(15 * self._scale)
            time = set_text(self._line.time, TextStyle(px), lead, self._mirrored)
            pad = round(16 * self._scale)
            start = QRect(
                self.width() - lead - pad if self._mirrored else pad, 0, lead, self.height()
            )
            time.draw(
                painter, start.x(), (self.height() - time.height) / 2, QColor(self._theme["ink2"])
            )

    def _take_back(self) -> None:
        self.taken_back.emit(self._line.arrival_id)
