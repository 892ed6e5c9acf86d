"""The pieces a card is made of: each knows its height and draws itself into a box of it."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from checkin.gui.look.fonts import font
from checkin.gui.look.icons import icon_pixmap
from checkin.gui.look.texts import SetText, TextStyle, set_text, text_width
from checkin.gui.reception.card_face import Band

_HAIR = 90  # of 255: the line only separates
_WHITE, _BLACK = "#FFFFFF", "#000000"


@dataclass(frozen=True, slots=True)
class Ground:
    """What all pieces of one card share: width, scale, direction and ink."""

    width: float
    scale: float
    mirrored: bool
    ink: str
    ratio: float = 1.0

    def px(self, size: float) -> int:
        """A size of the guide at this scale."""
        return round(size * self.scale)

    def place(self, box: QRectF, lead: float, width: float) -> QRectF:
        """A part of a box: so far from the leading edge, so wide."""
        x = box.right() - lead - width if self.mirrored else box.x() + lead
        return QRectF(x, box.y(), width, box.height())

    def leading(self, text: str, style: TextStyle, width: float) -> SetText:
        """A text set at the leading edge of a width."""
        return set_text(text, style, width, self.mirrored)

    def trailing(self, text: str, style: TextStyle, width: float) -> SetText:
        """A text set at the trailing edge of a width."""
        return set_text(text, style, width, not self.mirrored)


Draw = Callable[[QPainter, QRectF], None]


class Piece:
    """One part of a card: the room it wants above, its height, its texts, how it is drawn."""

    def __init__(self, gap: float, height: float, draw: Draw, *texts: SetText) -> None:
        self.gap, self.height, self.draw, self.texts = gap, height, draw, texts


def text_piece(ground: Ground, text: SetText, gap: float) -> Piece:
    """A text over the whole width."""

    def draw(painter: QPainter, box: QRectF) -> None:
        text.draw(painter, box.x(), box.y(), QColor(ground.ink))

    return Piece(gap, text.height, draw, text)


def hair_piece(ground: Ground, time: str, gap: float) -> Piece:
    """The hairline with the time at its end; times are never mirrored."""
    px = ground.px(20)
    wide = text_width(time, px) + 2 if time else 0.0
    rest = ground.width - wide - (ground.px(14) if time else 0)

    def draw(painter: QPainter, box: QRectF) -> None:
        line = ground.place(box, 0, rest)
        faint = QColor(ground.ink)
        faint.setAlpha(_HAIR)
        painter.fillRect(QRectF(line.x(), box.center().y() - 1, rest, 2), faint)
        painter.setPen(QColor(ground.ink))
        painter.setFont(font(px))
        end = ground.place(box, ground.width - wide, wide)
        painter.drawText(end, Qt.AlignmentFlag.AlignCenter, time)

    return Piece(gap, ground.px(26), draw)


def given_names_piece(ground: Ground, given: SetText, script: SetText | None) -> Piece:
    """Given names at the leading edge, the name in script at the other, below if too long."""
    if script is None:
        return text_piece(ground, given, 0)
    room = ground.width - ground.px(24)
    beside = given.lines <= 1 and script.lines <= 1 and given.width + script.width <= room
    height = max(given.height, script.height) if beside else given.height + script.height

    def draw(painter: QPainter, box: QRectF) -> None:
        ink = QColor(ground.ink)
        given.draw(painter, box.x(), box.y(), ink)
        down = max((given.height - script.height) / 2, 0.0) if beside else given.height
        script.draw(painter, box.x(), box.y() + down, ink)

    return Piece(0, height, draw, given, script)


def delegation_piece(
    ground: Ground, code: str, name: SetText, lead: float, came: SetText | None
) -> Piece:
    """The code tile, the delegation's name, and how many came at the end or, if long, below."""
    tile_height, room = ground.px(36), ground.width - lead - ground.px(24)
    upper = max(name.height, tile_height if code else 0)
    beside = came is not None and name.lines <= 1 and name.width + came.width <= room
    height = upper if beside or came is None else upper + came.height

    def draw_tile(painter: QPainter, box: QRectF) -> None:
        tile = ground.place(box, 0, lead - ground.px(12))
        tile.setHeight(tile_height)
        painter.setPen(QPen(QColor(ground.ink), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(tile.adjusted(1, 1, -1, -1), 4, 4)
        painter.setFont(font(ground.px(20), bold=True))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, code)

    def draw(painter: QPainter, box: QRectF) -> None:
        if code:
            draw_tile(painter, box)
        down = (upper - name.height) / 2 if name.lines <= 1 else 0.0
        start = ground.place(box, lead, ground.width - lead)
        name.draw(painter, start.x(), box.y() + down, QColor(ground.ink))
        if came:
            down = (upper - came.height) / 2 if beside else upper
            came.draw(painter, box.x(), box.y() + down, QColor(ground.ink))

    return Piece(ground.px(8), height, draw, name, *((came,) if came else ()))


def fact_piece(ground: Ground, label: SetText, value: SetText, lead: float, gap: float) -> Piece:
    """A label and its value, in two columns."""

    def draw(painter: QPainter, box: QRectF) -> None:
        ink = QColor(ground.ink)
        label.draw(painter, ground.place(box, 0, label.room).x(), box.y(), ink)
        value.draw(painter, ground.place(box, lead, value.room).x(), box.y(), ink)

    return Piece(gap, max(label.height, value.height), draw, label, value)


def remark_piece(ground: Ground, label: SetText, text: SetText, gap: float) -> Piece:
    """A note about this person: of less weight than what the desk must not overlook."""
    lead = label.width + ground.px(14)

    def draw(painter: QPainter, box: QRectF) -> None:
        ink = QColor(ground.ink)
        label.draw(painter, ground.place(box, 0, label.room).x(), box.y(), ink)
        text.draw(painter, ground.place(box, lead, text.room).x(), box.y(), ink)

    return Piece(gap, max(label.height, text.height), draw, label, text)


def note_piece(ground: Ground, text: SetText, gap: float) -> Piece:
    """What the desk must not overlook about this person: a white box with a flag."""
    size = ground.px(24)

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor(_BLACK), 2))
        painter.setBrush(QColor(_WHITE))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        flag = ground.place(box, ground.px(14), size)
        top = QPointF(flag.x(), box.y() + (box.height() - size) / 2)
        painter.drawPixmap(top, icon_pixmap("flag", size, _BLACK, ground.ratio))
        start = ground.place(box, ground.px(48), text.room)
        text.draw(painter, start.x(), box.y() + ground.px(8), QColor(_BLACK))

    return Piece(gap, text.height + ground.px(16), draw, text)


def band_piece(ground: Ground, band: Band, word: SetText, end: SetText | None) -> Piece:
    """The capacity band: letter tile, word, and working group or seat at the other end."""
    beside = end is None or word.width + end.width <= word.room - ground.px(16)
    both = word.height if beside or end is None else word.height + end.height
    height = max(ground.px(52), both + ground.px(12))

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.drawPixmap(
            box.topLeft(), _band_ground(ground, band.letter, band.colour, math.ceil(height))
        )
        start = ground.place(box, ground.px(58), word.room)
        top = box.y() + (box.height() - both) / 2
        word.draw(painter, start.x(), top, QColor(_WHITE))
        if end:
            middle = box.y() + (box.height() - end.height) / 2
            y = middle if beside else top + word.height
            end.draw(painter, start.x(), y, QColor(_WHITE))

    texts = (word, end) if end else (word,)
    return Piece(ground.px(10), height, draw, *texts)


@lru_cache(maxsize=16)
def _band_ground(ground: Ground, letter: str, colour: str, height: int) -> QPixmap:
    """The band without its words: there are few, and everybody has one."""
    size = QSizeF(ground.width, height)
    pixmap = QPixmap((size * ground.ratio).toSize())
    pixmap.setDevicePixelRatio(ground.ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    box = QRectF(QPointF(), size)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(_WHITE), 2))
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        _draw_letter(painter, ground, letter, colour, box)
    return pixmap


def _draw_letter(painter: QPainter, ground: Ground, letter: str, colour: str, box: QRectF) -> None:
    side = ground.px(34)
    place = ground.place(box, ground.px(10), side)
    tile = QRectF(place.x(), box.y() + (box.height() - side) / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_WHITE))
    painter.drawRoundedRect(tile, 5, 5)
    painter.setPen(QColor(colour))
    painter.setFont(font(ground.px(23), bold=True))
    painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, letter)
