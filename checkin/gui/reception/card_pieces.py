"""The pieces a card is made of: each knows its height and draws itself into a place."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from checkin.gui.look.fonts import font
from checkin.gui.look.icons import icon_pixmap
from checkin.gui.look.texts import SetText, TextStyle, set_text, text_width
from checkin.gui.reception.card_face import Band

_HAIR = 90  # of 255: the line only separates
_WHITE = QColor("#FFFFFF")
_BLACK = QColor("#000000")


@dataclass(frozen=True, slots=True)
class Ground:
    """What all pieces of one card share: width, scale, direction and ink."""

    width: float
    scale: float
    mirrored: bool
    ink: QColor
    ratio: float = 1.0

    def px(self, size: float) -> int:
        """A size of the guide at this scale."""
        return round(size * self.scale)

    def place(self, box: QRectF, lead: float, width: float) -> QRectF:
        """A part of a box: so far from the leading edge, so wide."""
        x = box.right() - lead - width if self.mirrored else box.x() + lead
        return QRectF(x, box.y(), width, box.height())


class Piece(Protocol):
    """One part of a card; `gap` is the room wanted above it."""

    @property
    def height(self) -> float:
        """How high it is."""

    @property
    def gap(self) -> float:
        """How much room it wants above."""

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draws itself into a box of its height."""


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A text over the whole width."""

    ground: Ground
    text: SetText
    gap: float

    @property
    def height(self) -> float:
        """The height of its lines."""
        return self.text.height

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draws the lines."""
        self.text.draw(painter, box.x(), box.y(), self.ground.ink)


@dataclass(frozen=True, slots=True)
class HairPiece:
    """The hairline with the time at its end; times are never mirrored."""

    ground: Ground
    time: str
    gap: float

    @property
    def height(self) -> float:
        """The height of the time."""
        return self.ground.px(26)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draws line and time."""
        ground = self.ground
        px = ground.px(20)
        wide = text_width(self.time, px) if self.time else 0.0
        rest = ground.width - wide - (ground.px(14) if self.time else 0)
        line = ground.place(box, 0, rest)
        faint = QColor(ground.ink)
        faint.setAlpha(_HAIR)
        painter.fillRect(QRectF(line.x(), box.center().y() - 1, rest, 2), faint)
        painter.setPen(ground.ink)
        painter.setFont(font(px))
        end = ground.place(box, ground.width - wide, wide + 1)
        painter.drawText(end, Qt.AlignmentFlag.AlignCenter, self.time)


@dataclass(frozen=True, slots=True)
class GivenNamesPiece:
    """Given names at the leading edge, the name in script at the other, below if too long."""

    ground: Ground
    given: SetText
    script: SetText | None
    gap: float

    @property
    def _below(self) -> float:
        if self.script is None:
            return 0.0
        room = self.ground.width - self.ground.px(24)
        beside = self.given.width + self.script.width <= room and self.given.lines <= 1
        return 0.0 if beside else self.given.height

    @property
    def height(self) -> float:
        """One line, or as many as do not fit beside each other."""
        script = self.script.height if self.script else 0.0
        return max(self.given.height, self._below + script)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draws both names."""
        self.given.draw(painter, box.x(), box.y(), self.ground.ink)
        if self.script:
            down = self._below or (self.given.height - self.script.height) / 2
            self.script.draw(painter, box.x(), box.y() + max(down, 0.0), self.ground.ink)


@dataclass(frozen=True, slots=True)
class DelegationPiece:
    """The code tile and the delegation's name."""

    ground: Ground
    code: str
    name: SetText
    lead: float
    gap: float

    @property
    def height(self) -> float:
        """As high as the tile at least."""
        return max(self.name.height, self.ground.px(36) if self.code else 0)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draws tile and name."""
        ground = self.ground
        if self.code:
            tile = ground.place(box, 0, self.lead - ground.px(12))
            tile.setHeight(ground.px(36))
            painter.setPen(QPen(ground.ink, 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(tile.adjusted(1, 1, -1, -1), 4, 4)
            painter.setFont(font(ground.px(20), bold=True))
            painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, self.code)
        down = max(self.height - self.name.height, 0) / 2 if self.name.lines <= 1 else 0.0
        start = ground.place(box, self.lead, ground.width - self.lead)
        self.name.draw(painter, start.x(), box.y() + down, ground.ink)


@dataclass(frozen=True, slots=True)
class FactPiece:
    """A label and its value, in two columns."""

    ground: Ground
    label: SetText
    value: SetText
    lead: float
    gap: float

    @property
    def height(self) -> float:
        """The higher of the two."""
        return max(self.label.height, self.value.height)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draws label and value on one first line."""
        ground = self.ground
        column = self.lead - ground.px(12)
        self.label.draw(painter, ground.place(box, 0, column).x(), box.y(), ground.ink)
        rest = ground.place(box, self.lead, ground.width - self.lead)
        self.value.draw(painter, rest.x(), box.y(), ground.ink)


@dataclass(frozen=True, slots=True)
class NotePiece:
    """What the desk must not overlook about this person: a white box with a flag."""

    ground: Ground
    text: SetText
    gap: float

    @property
    def height(self) -> float:
        """The text and the frame around it."""
        return self.text.height + self.ground.px(16)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draws frame, flag and text."""
        ground = self.ground
        painter.setPen(QPen(_BLACK, 2))
        painter.setBrush(_WHITE)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        size = ground.px(24)
        flag = ground.place(box, ground.px(14), size)
        top = box.y() + (box.height() - size) / 2
        painter.drawPixmap(
            QPointF(flag.x(), top), icon_pixmap("flag", size, "#000000", ground.ratio)
        )
        start = ground.place(box, ground.px(48), ground.width - ground.px(64))
        self.text.draw(painter, start.x(), box.y() + ground.px(8), _BLACK)


@dataclass(frozen=True, slots=True)
class BandPiece:
    """The capacity band: letter tile, word, and working group or seat at the other end."""

    ground: Ground
    band: Band
    word: SetText
    end: SetText | None
    gap: float

    @property
    def _below(self) -> float:
        """How far down the end stands where it does not fit beside the word."""
        if self.end is None:
            return 0.0
        room = self.ground.width - self.ground.px(52 + 16 + 24)
        return 0.0 if self.word.width + self.end.width <= room else self.word.height

    @property
    def height(self) -> float:
        """One line, or two."""
        end = self.end.height if self.end and self._below else 0.0
        return max(self.ground.px(52), self.word.height + end + self.ground.px(12))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draws the band as it stands on the badge."""
        ground, colour = self.ground, QColor(self.band.colour)
        painter.setPen(QPen(_WHITE, 2))
        painter.setBrush(colour)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        side = ground.px(34)
        tile = ground.place(box, ground.px(10), side)
        tile = QRectF(tile.x(), box.y() + (box.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_WHITE)
        painter.drawRoundedRect(tile, 5, 5)
        painter.setPen(colour)
        painter.setFont(font(ground.px(23), bold=True))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, self.band.letter)
        self._texts(painter, box)

    def _texts(self, painter: QPainter, box: QRectF) -> None:
        ground = self.ground
        start = ground.place(box, ground.px(58), ground.width - ground.px(74))
        both = self.word.height + (self.end.height if self.end and self._below else 0)
        top = box.y() + (box.height() - both) / 2
        self.word.draw(painter, start.x(), top, _WHITE)
        if self.end:
            beside = box.y() + (box.height() - self.end.height) / 2
            self.end.draw(painter, start.x(), top + self._below if self._below else beside, _WHITE)


def trailing(text: str, style: TextStyle, ground: Ground, width: float) -> SetText:
    """A text set at the trailing edge of a width."""
    return set_text(text, style, width, not ground.mirrored)


def leading(text: str, style: TextStyle, ground: Ground, width: float) -> SetText:
    """A text set at the leading edge of a width."""
    return set_text(text, style, width, ground.mirrored)
