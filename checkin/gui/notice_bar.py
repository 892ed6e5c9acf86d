"""What was just done or undone, at the trailing edge of the status line for eight seconds."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.gui.kit.buttons import button, take_no_focus
from checkin.gui.look.texts import TextStyle, fitting_px, room_for, set_text
from checkin.gui.look.theme import Theme
from checkin.gui.switchboard import Notice

NOTICE_MS = 8000
_PX, _LEAST_PX, _INSIDE, _BEFORE_BUTTON = 13, 11, 14, 8


class NoticeBar(QWidget):
    """One dark line that says what was done; it goes by itself. `changed`: it wants other room."""

    undo_asked = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notice = Notice("")
        self._timer = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._timer.timeout.connect(self.clear)
        self.button = button(theme, self.tr("Undo   Ctrl+Z"), "quiet", does=self.undo_asked.emit)
        self.button.setMinimumHeight(26)
        take_no_focus(self.button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.button)
        self.clear()

    @property
    def room_wanted(self) -> int:
        """How wide the line must be for the whole text, small, and the button; 0 for nothing."""
        if not self.text:
            return 0
        return (
            room_for(self.text, _LEAST_PX) + 2 * _INSIDE + self._end(self.button.sizeHint().width())
        )

    def _end(self, wide: int) -> int:
        return wide + _BEFORE_BUTTON if self._notice.can_be_undone else 0

    @property
    def text(self) -> str:
        """What it says, or nothing."""
        return self._notice.text

    def say(self, notice: object) -> None:
        """Shows a `Notice` for eight seconds."""
        if not isinstance(notice, Notice):
            return
        self._notice = notice
        self.setAccessibleName(notice.text)
        self.button.setText(self.tr("Undo   Ctrl+Z"))
        self.button.setVisible(notice.can_be_undone)
        self._timer.start()
        self.changed.emit()
        self.update()

    def make_way(self, _: object = None) -> None:
        """Something newer happened: what only tells of the past goes, what may be undone stays

        with its button; Ctrl+Z may mean what is newer.
        """
        if not self._notice.can_be_undone:
            self.clear()
        self.button.setText(self.tr("Undo"))
        self.changed.emit()

    def event(self, event: QEvent) -> bool:
        """Where the button's words changed, the pill goes with it."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.update()
        return handled

    def clear(self) -> None:
        """Goes away."""
        self._notice = Notice("")
        self.button.hide()
        self.setAccessibleName(self.tr("Notice"))
        self.changed.emit()
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints a dark pill at the trailing edge, as wide as its text."""
        if not self._notice.text:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            end = self._end(self.button.width())
            room = self.width() - 2 * _INSIDE - end
            px = fitting_px(self._notice.text, _PX, _LEAST_PX, room)
            text = set_text(self._notice.text, TextStyle(px, leading=1.2), room).laid()
            wide = text.width + 2 * _INSIDE
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = end if mirrored else self.width() - wide - end
            box = QRectF(x, 3, wide, self.height() - 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme["ink"]))
            painter.drawRoundedRect(box, 6, 6)
            top = (self.height() - text.height) / 2
            text.draw(painter, box.x() + _INSIDE, top, QColor(self._theme["surface"]))
