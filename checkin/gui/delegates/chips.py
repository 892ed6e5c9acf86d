"""A filter as a chip: says what it narrows to, opens its choices, and is cleared by its cross."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from checkin.gui.look.fonts import font
from checkin.gui.look.icons import icon_pixmap
from checkin.gui.look.measures import Measures, measures_for
from checkin.gui.look.texts import text_width
from checkin.gui.look.theme import Theme

_GAP, _ICON = 5, 16
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class FilterChip(QAbstractButton):
    """`cleared` follows a click on the cross, or Delete; a click elsewhere is a button's."""

    cleared = Signal()

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.title, self._narrows = theme, title, False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.apply(measures_for(1366, 768))
        self.say("")

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._px = max(measures.px(14), 13)
        self._high = max(measures.px(36), 34)
        self._side = 14 if measures.scale >= 1 else 10
        self.updateGeometry()

    @property
    def narrows(self) -> bool:
        """Whether it leaves anybody out."""
        return self._narrows

    def say(self, chosen: str) -> None:
        """Says what was chosen; "" where nothing narrows."""
        self._narrows = bool(chosen)
        words = self.tr("{filter}: {chosen}").format(filter=self.title, chosen=chosen)
        self.setText(words if chosen else self.title)
        self.setAccessibleName(self.text())
        hint = self.tr("Delete clears it") if chosen else ""
        self.setAccessibleDescription(hint)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Its words and its sign."""
        wide = text_width(self.text(), self._px, self._narrows)
        return QSize(int(wide) + 2 * self._side + _GAP + _ICON + 2, self._high)

    def minimumSizeHint(self) -> QSize:
        """The same: it is never cut."""
        return self.sizeHint()

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _sign_box(self) -> QRectF:
        lead = self.width() - self._side - _ICON + 3
        x = self._side - 3 if self._mirrored else lead
        return QRectF(x, (self.height() - _ICON) / 2, _ICON, _ICON)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints edge, words and sign."""
        theme, on = self._theme, self._narrows
        colour = QColor(theme["accent" if on else "ink"])
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = theme["accent" if on or self.hasFocus() or self.underMouse() else "edge"]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(edge), 2 if on or self.hasFocus() else 1))
            painter.setBrush(QColor(theme["soft" if on else "surface"]))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(colour)
            painter.setFont(font(self._px, on))
            sign = self._sign_box()
            words = QRectF(self.rect())
            if self._mirrored:
                words.setX(sign.right() + _GAP)
                words.setWidth(self.width() - self._side - words.x())
            else:
                words.setX(self._side)
                words.setWidth(sign.x() - _GAP - self._side)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
            name = "cross" if on else "down"
            pixmap = icon_pixmap(name, _ICON, colour.name(), self.devicePixelRatioF())
            painter.drawPixmap(QPointF(sign.x(), sign.y()), pixmap)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The cross clears; everything else is a click."""
        cross = self._sign_box().adjusted(-_GAP, -10, self._side, 10)
        if self._narrows and cross.contains(event.position()):
            self.setDown(False)
            self.cleared.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete clears; Enter and the space bar open."""
        if event.key() in _CLEAR and self._narrows:
            self.cleared.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
