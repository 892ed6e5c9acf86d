"""The verdict card: one painted widget for every answer, replaced in one frame."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui.announce import announce
from checkin.gui.look.theme import Theme
from checkin.gui.reception.card_face import CardFace
from checkin.gui.reception.card_frame import draw_ground, draw_rail, frame_width
from checkin.gui.reception.card_pieces import Ground
from checkin.gui.reception.card_setting import SetCard, set_card

RAIL = 132
_NARROW = 640  # pixels: below this the rail gives room to the texts


class VerdictCard(QWidget):
    """Shows a face; `paint_now` returns when it is on the screen."""

    def __init__(self, theme: Theme, face: CardFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = face
        self._scale = 1.0
        self._set: tuple[tuple[object, ...], SetCard] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setObjectName("card")
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
        look, box = self._face.look, QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_ground(painter, box, look, self._theme)
            edge = frame_width(look)
            inner = box.adjusted(edge, edge, -edge, -edge)
            rail, texts = self._parts(inner)
            draw_rail(painter, rail, look, self._theme)
            self._pieces(texts).draw(painter, texts)

    def _parts(self, inner: QRectF) -> tuple[QRectF, QRectF]:
        """The rail at the leading edge and the place of the texts."""
        scale = self._scale if inner.width() > _NARROW else 0.72
        rail, margin = RAIL * scale + 6, 24 * scale
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        between = 6 * scale  # shape and word never touch
        left = inner.x() + (margin if mirrored else rail + between)
        width = inner.width() - rail - between - margin
        texts = QRectF(left, inner.y() + 18 * scale, width, inner.height() - 40 * scale)
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
            self._set = (key, set_card(self._face, ground, texts.height()))
        return self._set[1]
