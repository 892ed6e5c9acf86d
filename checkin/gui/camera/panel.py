"""What the camera sees, with a frame to hold the badge into, at the head of the side column."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.gui.kit.buttons import button, take_no_focus
from checkin.gui.kit.panels import Panel
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme

_SHARE = 0.72  # how much of the height the frame takes
_WIDE = 2.6  # the picture is cut above and below: badges are held in the middle
_ARM = 0.24


class Preview(QWidget):
    """The last picture and the frame."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.picture = QImage()
        self.setAccessibleName(self.tr("What the camera sees"))

    def show_picture(self, picture: QImage) -> None:
        """Shows another picture; a null one clears."""
        self.picture = picture
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps its proportions."""
        super().resizeEvent(event)
        self.setFixedHeight(round(event.size().width() / _WIDE))

    def sizeHint(self) -> QSize:
        """Any width."""
        return QSize(160, 70)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints picture and frame."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme["sunk"]))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if not self.picture.isNull():
                self._draw_picture(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_frame(painter, 7, "#000000")
            self._draw_frame(painter, 3, "#FFFFFF")

    def _draw_picture(self, painter: QPainter) -> None:
        """Mirrored, as people expect to see themselves."""
        painter.save()
        painter.translate(self.width(), 0)
        painter.scale(-1, 1)
        painter.drawImage(self.rect().toRectF(), self.picture, self._cut())
        painter.restore()

    def _cut(self) -> QRectF:
        """The middle of the picture, in the proportions of the widget."""
        whole = QRectF(self.picture.rect())
        cut = QRectF(whole)
        share = self.width() / max(self.height(), 1)
        cut.setHeight(min(whole.height(), whole.width() / share))
        cut.setWidth(min(whole.width(), cut.height() * share))
        cut.moveCenter(whole.center())
        return cut

    def _draw_frame(self, painter: QPainter, width: int, colour: str) -> None:
        """Four corners: white on black, on any picture."""
        pen = QPen(QColor(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        centre, reach = QRectF(self.rect()).center(), self.height() * _SHARE / 2
        arm = 2 * reach * _ARM
        for x in (-1, 1):
            for y in (-1, 1):
                corner = centre + QPointF(x * reach, y * reach)
                across, along = QPointF(-x * arm, 0), QPointF(0, -y * arm)
                painter.drawPolyline(QPolygonF([corner + across, corner, corner + along]))


class CameraPanel(Panel):
    """The preview, what to do in a sentence, and what may be done by mouse."""

    next_asked = Signal()
    off_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Camera"), parent)
        self.setAccessibleName(self.tr("Camera"))
        self.preview = Preview(theme)
        self.says = FitLabel(theme, 14, tone="ink2", wraps=True)
        another = self.tr("Next   Ctrl+Shift+K")
        self.next = button(theme, another, "quiet", does=self.next_asked.emit)
        self.off = button(theme, self.tr("Off   Ctrl+K"), "quiet", does=self.off_asked.emit)
        self.next.setAccessibleName(self.tr("Next camera"))
        self.off.setAccessibleName(self.tr("Camera off"))
        take_no_focus(self.next, self.off)
        self.next.setMinimumHeight(28)
        self.head.addWidget(self.off)
        self.column.setSpacing(4)
        self.column.addWidget(self.preview)
        row = QHBoxLayout()
        row.addWidget(self.says, 1)
        row.addWidget(self.next)
        self.column.addLayout(row)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.title.set_px(measures.px(16))
        self.says.set_px(max(measures.px(13), 12))
        side = measures.px(16)
        self.column.setContentsMargins(side, 4, side, measures.px(8))

    def say(self, sentence: str, several: bool, seeing: bool) -> None:
        """Says how it is; `several` cameras can be chosen from, one of them is `seeing`."""
        self.says.say(sentence)
        self.next.setVisible(several)
        self.preview.setVisible(seeing)
