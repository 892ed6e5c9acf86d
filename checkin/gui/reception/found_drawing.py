"""What of the search list is no row: frame, head, bar, foot, and the one message."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from checkin.gui.look.icons import icon_pixmap
from checkin.gui.look.texts import SetText, TextStyle, fitting_px, set_text
from checkin.gui.look.theme import Theme
from checkin.gui.reception.found_row import Columns

EDGE = 2
_LEAST = 11


@dataclass(frozen=True, slots=True)
class ListDrawing:
    """Draws with one painter on one list."""

    painter: QPainter
    theme: Theme
    columns: Columns
    ratio: float

    def frame(self, box: QRect) -> None:
        """The ground and the edge around it."""
        painter, theme = self.painter, self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, QColor(theme["page"]))
        painter.setPen(QPen(QColor(theme["accent"]), EDGE))
        painter.setBrush(QColor(theme["surface"]))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 10, 10)

    def head(self, high: int, heads: Sequence[str]) -> None:
        """The names of the columns: count, delegation, then the days."""
        columns = self.columns
        places = [(columns.pad, columns.name), (columns.place_at(), columns.place)]
        places += [(columns.day_at(day), columns.day - 6) for day in range(len(columns.days))]
        for (lead, room), words in zip(places, heads, strict=True):
            text = self._text(words, columns.px(13), room, bold=True)
            self._put(columns.box(lead, room, EDGE, high), text, "ink2")
        self._line(high + 1)

    def row_ground(self, box: QRectF, selected: bool) -> None:
        """What is under a row, and the line that ends it."""
        painter, theme = self.painter, self.theme
        if selected:
            painter.fillRect(box, QColor(theme["sel"]))
            edge = box.right() - 5 if self.columns.mirrored else box.x()
            painter.fillRect(QRectF(edge, box.y(), 5, box.height()), QColor(theme["accent"]))
        self._line(box.bottom() - 1)

    def bar(self, box: QRectF, armed: str, escape: str) -> None:
        """What Enter will do, and the way out."""
        columns, theme, size = self.columns, self.theme, self.columns.px(22)
        self.painter.fillRect(box, QColor(theme["accent"]))
        tick = columns.box(columns.pad, size, box.center().y() - size / 2, size)
        pixmap = icon_pixmap("check", size, theme["on_accent"], self.ratio)
        self.painter.drawPixmap(tick.topLeft(), pixmap)
        out = self._text(escape, columns.px(14), box.width() / 3, trailing=True)
        lead, end = columns.pad + size + 10, out.width + 2 * columns.pad
        words = self._text(armed, columns.px(16), box.width() - lead - end, bold=True)
        place = columns.box(lead, words.room, box.y(), box.height())
        self._put(place, words, "on_accent")
        last = columns.width - columns.pad - out.room
        self._put(columns.box(last, out.room, box.y(), box.height()), out, "on_accent")

    def foot(self, y: float, high: int, hint: str) -> None:
        """The keys."""
        columns = self.columns
        self._line(y)
        box = columns.box(columns.pad, columns.width - 2 * columns.pad, y, high)
        self._put(box, self._text(hint, columns.px(13), box.width()), "ink2")

    def message(self, height: int, title: str, what_to_do: str) -> None:
        """One thing to say, in the middle of the empty list."""
        columns, wide = self.columns, self.columns.width
        side, room = columns.px(48), wide * 0.7
        large, small = columns.px(28), max(columns.px(18), 14)
        first = self._text(title, large, room, bold=True, least=round(large * 0.8))
        below = self._text(what_to_do, small, room, least=small)
        y = max((height - side - first.height - below.height) * 0.36, 12.0)
        glass = icon_pixmap("search", side, self.theme["edge"], self.ratio)
        self.painter.drawPixmap(QPointF((wide - side) / 2, y), glass)
        y += side + columns.px(12)
        for text, colour in ((first, "ink"), (below, "ink2")):
            spare = (text.room - text.width) * (-1 if columns.mirrored else 1)
            x = (wide - text.room + spare) / 2
            text.draw(self.painter, x, y, QColor(self.theme[colour]))
            y += text.height + columns.px(8)

    def _text(
        self,
        text: str,
        px: int,
        room: float,
        bold: bool = False,
        trailing: bool = False,
        least: int = _LEAST,
    ) -> SetText:
        style = TextStyle(fitting_px(text, px, least, room, bold), bold, 1.25)
        return set_text(text, style, room, self.columns.mirrored is not trailing).laid()

    def _put(self, box: QRectF, text: SetText, colour: str) -> None:
        top = box.center().y() - text.height / 2
        text.draw(self.painter, box.x(), top, QColor(self.theme[colour]))

    def _line(self, y: float) -> None:
        wide = self.columns.width - 2 * EDGE
        self.painter.fillRect(QRectF(EDGE, y, wide, 1), QColor(self.theme["line"]))
