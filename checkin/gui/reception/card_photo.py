"""The photo at the trailing edge of a card, from the surname down; texts end before it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from checkin.gui.reception.card_pieces import Ground, Piece

_WIDE, _HIGH, _GAP = 120, 160, 20


def photo_room(page: Ground, scale: float) -> float:
    """What a photo takes of the width, with the gap before it."""
    return round((_WIDE + _GAP) * page.scale * min(scale, 1.0))


def narrowed(ground: Ground, room: float) -> Ground:
    """The ground of texts before a photo."""
    return replace(ground, width=ground.width - room)


def beside_photo(
    pieces: Sequence[Piece], photo: QPixmap, ground: Ground, room: float
) -> Iterator[Piece]:
    """The pieces before the photo, made as high as it is."""
    wide = room * _WIDE / (_WIDE + _GAP)
    high = wide * _HIGH / _WIDE
    for place, piece in enumerate(pieces):
        yield _before(piece, ground, room, photo if place == 0 else None, wide)
    taken = sum(piece.height + piece.gap for piece in pieces) - pieces[0].gap
    if high > taken:
        yield Piece(0, high - taken, lambda _painter, _box: None)


def _before(piece: Piece, ground: Ground, room: float, photo: QPixmap | None, wide: float) -> Piece:
    def draw(painter: QPainter, box: QRectF) -> None:
        x = box.x() + room if ground.mirrored else box.x()
        piece.draw(painter, QRectF(x, box.y(), box.width() - room, box.height()))
        if photo:
            start = box.x() if ground.mirrored else box.right() - wide
            draw_photo(painter, QRectF(start, box.y(), wide, wide * _HIGH / _WIDE), photo, ground)

    return Piece(piece.gap, piece.height, draw, *piece.texts)


def draw_photo(painter: QPainter, box: QRectF, photo: QPixmap, ground: Ground) -> None:
    """All of the photo, at the trailing edge and the top of its place."""
    keep = Qt.AspectRatioMode.KeepAspectRatio
    size = photo.size().toSizeF().scaled(box.size(), keep)
    x = box.x() if ground.mirrored else box.right() - size.width()
    spot = QRectF(x, box.y(), size.width(), size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(spot, photo, QRectF(photo.rect()))
    painter.setPen(QPen(QColor(ground.ink), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(spot.adjusted(1, 1, -1, -1))
    painter.restore()
