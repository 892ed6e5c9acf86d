"""One page of a PDF on a grey desk: the picture is drawn beside the window, sharp on any screen."""

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from checkin.domain.printing import PagePicture, PageSize
from checkin.domain.refused import Refused
from checkin.gui.look.marks import WARN, draw_mark
from checkin.gui.look.theme import Theme, theme
from checkin.gui.tasks import Job, Tasks

_KEPT = 6  # pictures of pages
_EDGE = 18  # pixels of the desk around a page
WHOLE, WIDTH = "whole", "width"


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a page, in millimetres from its upper left corner; `warned` for a triangle."""

    page: int
    x: float
    y: float
    width: float
    height: float
    warned: bool = False


class PageView(QScrollArea):
    """Shows a page whole or as wide as there is room; pictures of the last few pages are kept."""

    def __init__(self, look: Theme, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tasks = look, tasks
        self._pdf = b""
        self._sizes: tuple[PageSize, ...] = ()
        self._kept: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._job: Job | None = None
        self._wanted: tuple[int, int] | None = None
        self.fit = WHOLE
        self.page = 0
        self.sheet = _Sheet()
        self.setAccessibleName(self.tr("Page"))
        self.sheet.setAccessibleName(self.tr("Page"))
        self.setWidgetResizable(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(self.sheet)
        self.sheet.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    @property
    def drawn(self) -> bool:
        """Whether what is in sight is the page itself and no longer a blank sheet."""
        return bool(self._sizes) and self._key() in self._kept

    def show_pdf(self, pdf: bytes, sizes: tuple[PageSize, ...]) -> None:
        """Shows another PDF; the page stays where there is one of that number."""
        self._pdf, self._sizes = pdf, sizes
        self._kept.clear()
        self._wanted = None
        self.sheet.marked = None
        self.show_page(min(self.page, max(len(sizes) - 1, 0)))

    def show_page(self, page: int) -> None:
        """Shows a page (from 0)."""
        self.page = page
        self._lay()

    def mark(self, place: Place | None) -> None:
        """Draws a frame around a part of its page."""
        self.sheet.marked = place
        self.sheet.update()

    def fit_to(self, fit: str) -> None:
        """`WHOLE` or `WIDTH`."""
        self.fit = fit
        self._lay()

    def _lay(self) -> None:
        self.sheet.setVisible(bool(self._sizes))
        if not self._sizes:
            return
        self.sheet.show_size(self.page, self._sizes[self.page], self._scaled())
        self._draw()

    def _scaled(self) -> QSize:
        """The pixels of the page with its edge."""
        size, room = self._sizes[self.page], self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width() if self.fit == WIDTH else 0
        wide, high = room.width() - 2 * _EDGE - bar, room.height() - 2 * _EDGE
        scale = wide / size.width
        if self.fit == WHOLE:
            scale = min(scale, high / size.height)
        scale = max(scale, 0.2)
        return QSize(round(size.width * scale), round(size.height * scale))

    def _key(self) -> tuple[int, int]:
        return self.page, round(self._scaled().width() * self.devicePixelRatioF())

    def _draw(self) -> None:
        """Shows the picture of the page, or has it drawn."""
        key = self._key()
        if key in self._kept:
            self._kept.move_to_end(key)
            self.sheet.show_picture(self._kept[key])
            return
        self.sheet.show_picture(self._nearest())
        if key == self._wanted:
            return
        if self._job:
            self._job.cancel()
        from checkin.services import printing

        self._wanted, pdf = key, self._pdf
        self._job = self._tasks.start(
            lambda _: printing.page_picture(pdf, *key), partial(self._arrived, pdf, key), self._lost
        )

    def _nearest(self) -> QPixmap | None:
        """The same page at another size, until the sharp one is there."""
        return next((kept for (page, _), kept in self._kept.items() if page == self.page), None)

    def _arrived(self, pdf: bytes, key: tuple[int, int], picture: PagePicture) -> None:
        if pdf is not self._pdf:
            return
        self._wanted = None
        self._kept[key] = _pixmap(picture)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if self._sizes:
            self._draw()

    def _lost(self, _: Refused) -> None:
        self._wanted = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the desk under the page."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            keys = self.hasFocus()
            painter.setPen(QPen(QColor(self._theme["accent" if keys else "line"]), 1 + keys))
            painter.setBrush(QColor(self._theme["sunk"]))
            box = QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, 10, 10)
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes the room there is."""
        super().resizeEvent(event)
        self._lay()


def _pixmap(picture: PagePicture) -> QPixmap:
    step = picture.width * 4
    image = QImage(picture.pixels, picture.width, picture.height, step, QImage.Format.Format_RGB32)
    return QPixmap.fromImage(image)


class _Sheet(QWidget):
    """The page itself: white until its picture is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme("light")  # paper is white in every look
        self.marked: Place | None = None
        self._page, self._size = 0, PageSize(1, 1)
        self._picture: QPixmap | None = None

    def show_size(self, page: int, size: PageSize, pixels: QSize) -> None:
        """Takes the size of a page."""
        self._page, self._size = page, size
        self.resize(pixels + QSize(2 * _EDGE, 2 * _EDGE))
        self.update()

    def show_picture(self, picture: QPixmap | None) -> None:
        """Shows a picture of it."""
        self._picture = picture
        self.update()

    @property
    def page_box(self) -> QRectF:
        """Where the page itself stands, without the desk around it."""
        return QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the page and the frame around what is marked."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            box = self.page_box
            painter.fillRect(box, QColor("#FFFFFF"))
            if self._picture:
                painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))
            painter.setPen(QPen(QColor(self._theme["edge"]), 1))
            painter.drawRect(box)
            if self.marked and self.marked.page == self._page:
                self._paint_mark(painter, box, self.marked)

    def _paint_mark(self, painter: QPainter, box: QRectF, place: Place) -> None:
        scale = box.width() / self._size.width
        corner = box.topLeft()
        frame = QRectF(
            corner.x() + place.x * scale,
            corner.y() + place.y * scale,
            place.width * scale,
            place.height * scale,
        )
        painter.setPen(QPen(QColor(self._theme["accent"]), 4))
        painter.drawRect(frame)
        if not place.warned:
            return
        mark = QRectF(frame.right() - 30, frame.top() + 6, 24, 24)
        draw_mark(painter, mark, WARN, self._theme)
