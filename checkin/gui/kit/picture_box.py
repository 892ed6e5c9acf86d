"""A picture, whole, in a box with an edge; something drawn where there is none."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

_RADIUS = 4


class PictureBox(QWidget):
    """`edge` and `ground` are its colours, `inset` the room around the picture in pixels."""

    def __init__(
        self, size: QSize, edge: str, ground: str, inset: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._edge, self._ground, self._inset = QColor(edge), QColor(ground), inset
        self._pixmap = QPixmap()
        self.setFixedSize(size)

    def show_picture(self, picture: bytes | None) -> None:
        """Shows another picture, a PNG or JPEG, or none."""
        self._pixmap = QPixmap()
        if picture:
            self._pixmap.loadFromData(picture)
        self.update()

    @property
    def empty(self) -> bool:
        """Whether there is none."""
        return self._pixmap.isNull()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the box, and what is in it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(self._edge, 1))
            painter.setBrush(self._ground)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            if self.empty:
                self._paint_nothing(painter, box)
            else:
                self._paint_picture(painter, box)

    def _paint_nothing(self, painter: QPainter, box: QRectF) -> None:
        """What stands for the picture that there is not."""

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        inset = self._inset
        room = box.adjusted(inset, inset, -inset, -inset)
        keep = Qt.AspectRatioMode.KeepAspectRatio
        size = self._pixmap.size().toSizeF().scaled(room.size(), keep)
        spot = QRectF(0, 0, size.width(), size.height())
        spot.moveCenter(room.center())
        painter.drawPixmap(spot, self._pixmap, QRectF(self._pixmap.rect()))
