"""The verdict card: one painted widget for every answer, replaced in one frame."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin.gui.announce import announce
from checkin.gui.look.theme import Theme
from checkin.gui.reception.card_compact import set_compact
from checkin.gui.reception.card_face import CardFace
from checkin.gui.reception.card_frame import draw_ground, draw_rail, frame_width
from checkin.gui.reception.card_pieces import Ground
from checkin.gui.reception.card_setting import SetCard, set_card

RAIL = 132
_KEPT_GROUNDS = 4
_LOW = 260  # pixels: below this a panel is open, and the edges give room to the texts
_NARROW = 640  # pixels: below this the rail gives room to the texts


class VerdictCard(QWidget):
    """Shows a face; `paint_now` returns when it is on the screen."""

    def __init__(self, theme: Theme, face: CardFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = face
        self._scale, self._guess = 1.0, 0
        self._grounds: dict[object, QPixmap] = {}
        self._set: tuple[tuple[object, ...], SetCard] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setObjectName("card")
        self._cover = QVBoxLayout(self)  # the list of people found covers the card
        self._cover.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(face.text)

    @property
    def face(self) -> CardFace:
        """What it shows."""
        return self._face

    def show_face(self, face: CardFace) -> None:
        """Shows another face with the next frame."""
        self._face = face
        self._set = None
        self.setAccessibleName(face.text)
        self.update()

    def cover(self, widget: QWidget) -> None:
        """Puts something over the card that covers it while it is shown."""
        self._cover.addWidget(widget)

    def paint_now(self, face: CardFace) -> None:
        """Shows another face at once."""
        self.show_face(face)
        self.repaint()
        announce(self, face.text)

    def set_scale(self, scale: float) -> None:
        """The scale of the page: 1.2 to 1.5 on large screens."""
        self._scale = scale
        self._set = None
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Small enough for any window; texts shrink before anything is cut."""
        return QSize(320, 200)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints ground, rail and pieces."""
        edge = frame_width(self._face.look)
        rail, texts = self._parts(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge))
        pieces = self._pieces(texts)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPixmap(QPointF(), self._ground(rail, texts, pieces))
            pieces.draw(painter, texts)

    def _ground(self, rail: QRectF, texts: QRectF, pieces: SetCard) -> QPixmap:
        """Ground, rail and word; the last few are kept, since one card is much like the next."""
        face, word = self._face, pieces.top[0].texts[0]
        key = (face.look, face.word, word.style.px, word.room, self._set and self._set[0])
        drawn = self._grounds.pop(key, None)
        if drawn is None:
            drawn = QPixmap(self.size() * self.devicePixelRatioF())
            drawn.setDevicePixelRatio(self.devicePixelRatioF())
            with QPainter(drawn) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                draw_ground(painter, QRectF(self.rect()), face.look, self._theme)
                draw_rail(painter, rail, face.look, self._theme)
                pieces.draw_word(painter, texts)
        self._grounds[key] = drawn  # newest last
        if len(self._grounds) > _KEPT_GROUNDS:
            del self._grounds[next(iter(self._grounds))]
        return drawn

    def _parts(self, inner: QRectF) -> tuple[QRectF, QRectF]:
        """The rail at the leading edge and the place of the texts."""
        scale = self._scale if inner.width() > _NARROW else 0.72
        rail, margin = RAIL * scale + 6, 24 * scale
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        between = 6 * scale  # shape and word never touch
        left = inner.x() + (margin if mirrored else rail + between)
        width = inner.width() - rail - between - margin
        air = 0.5 * scale if inner.height() < _LOW * scale else scale
        texts = QRectF(left, inner.y() + 18 * air, width, inner.height() - 40 * air)
        start = inner.right() - rail if mirrored else inner.x()
        return QRectF(start, inner.y(), rail, inner.height()), texts

    def _pieces(self, texts: QRectF) -> SetCard:
        """The face set for this room; set once for each face and size."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        ratio = self.devicePixelRatioF()
        key = (texts.width(), texts.height(), mirrored, ratio)
        if self._set is None or self._set[0] != key:
            ink = self._face.look.ink
            ground = Ground(texts.width(), self._scale, mirrored, ink, ratio)
            made = set_card(self._face, ground, texts.height(), self._guess)
            self._guess = made.place
            low = None if made.readable else set_compact(self._face, ground, texts.height())
            self._set = key, low or made
        return self._set[1]
