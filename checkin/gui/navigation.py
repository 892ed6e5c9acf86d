"""The rail at the leading edge: the app's mark and the pages that work."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from checkin.gui.look.fonts import font
from checkin.gui.look.icons import icon_pixmap
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import TextStyle, fitting_px, set_text, text_width
from checkin.gui.look.theme import Theme
from checkin.gui.pages import PageKind

_TICK = "#0B6B4A"


class Navigation(QWidget):
    """The rail. It takes no focus: a scanner's keys belong to the field."""

    chosen = Signal(str)
    help_asked = Signal()

    def __init__(
        self, theme: Theme, pages: Sequence[PageKind], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = AppMark(theme)
        self.items = {page.key: NavigationItem(theme, page.icon, page.name) for page in pages}
        self.help = NavigationItem(theme, "help", self.tr("Help"))
        self.help.setAutoExclusive(False)
        self.help.setCheckable(False)
        self.help.clicked.connect(self.help_asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 6)
        self._column.setSpacing(2)
        self._column.addWidget(self._mark)
        for number, (key, item) in enumerate(self.items.items(), 1):
            item.setToolTip(f"{item.text()}   Alt+{number}")
            item.clicked.connect(partial(self.chosen.emit, key))
            self._column.addWidget(item)
        self._column.addStretch(1)
        self._column.addWidget(self.help)

    def show_page(self, key: str) -> None:
        """Shows which page is in front."""
        self.items[key].setChecked(True)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.setFixedWidth(measures.nav)
        self._mark.setFixedHeight(max(measures.px(68), 56))
        items = (*self.items.values(), self.help)
        fitting = (fitting_px(one.text(), 12, 9, measures.nav - 16, bold=True) for one in items)
        px = min(fitting)
        for item in items:
            item.set_px(px)
            item.setFixedHeight(max(measures.px(72), 58))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the ground."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme["nav"]))


class AppMark(QWidget):
    """The app's mark: a badge with a tick."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(QCoreApplication.translate("Navigation", "Check-in"))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints card, slot and tick."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#FFFFFF"))
            x = self.width() / 2 - 15
            painter.drawRoundedRect(QRectF(x, 16, 30, 34), 5, 5)
            painter.setBrush(QColor("#0F2440"))
            painter.drawRoundedRect(QRectF(x + 10, 20, 10, 3), 1.5, 1.5)
            pen = QPen(QColor(_TICK), 4)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            points = ((8, 36), (13, 41), (22, 31))
            painter.drawPolyline(QPolygonF([QPointF(x + dx, y) for dx, y in points]))


class NavigationItem(QAbstractButton):
    """A page of the rail: icon above its word."""

    def __init__(self, theme: Theme, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._count, self._px = theme, icon, 0, 12
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_px(self, px: int) -> None:
        """The size of its word, the same on the whole rail."""
        self._px = px
        self.update()

    def set_count(self, count: int, meaning: str) -> None:
        """How many things wait there, in words for those who hear the page."""
        self._count = count
        self.setAccessibleDescription(meaning if count else "")
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints tile, edge, icon and word."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isChecked():
                self._paint_tile(painter)
            ink = self._theme["nav_on" if self.isChecked() else "nav_ink"]
            pixmap = icon_pixmap(self._icon, 26, ink, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(self.width() / 2 - 13, self.height() / 2 - 24), pixmap)
            style = TextStyle(self._px, self.isChecked(), 1.2)
            word = set_text(self.text(), style, self.width() - 14).laid()
            x = (self.width() - word.width) / 2
            word.draw(painter, x, self.height() / 2 + 18 - word.height / 2, QColor(ink))
            if self._count:
                self._paint_count(painter)

    def _paint_count(self, painter: QPainter) -> None:
        text = str(self._count) if self._count < 1000 else "999+"
        wide = max(text_width(text, 11, bold=True) + 9, 17)
        middle = self.width() / 2 + 17 * (-1 if self._mirrored else 1)
        box = QRectF(middle - wide / 2, self.height() / 2 - 30, wide, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#FFC107"))
        painter.drawRoundedRect(box, 8.5, 8.5)
        painter.setPen(QColor("#000000"))
        painter.setFont(font(11, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _paint_tile(self, painter: QPainter) -> None:
        wide, high = self.width(), self.height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme["nav_sel"]))
        painter.drawRoundedRect(QRectF(6, 3, wide - 12, high - 6), 8, 8)
        painter.setBrush(QColor(self._theme["nav_on"]))
        edge = wide - 4 if self._mirrored else 0
        painter.drawRoundedRect(QRectF(edge, 16, 4, high - 32), 2, 2)
