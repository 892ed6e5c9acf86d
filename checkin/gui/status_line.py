"""The line at the bottom: whether the file takes what is recorded, and what was just undone."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import FAULT, OK, draw_mark
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import TextStyle, fitting_px, set_text
from checkin.gui.look.theme import Theme

NOTICE_MS = 8000


@dataclass(frozen=True, slots=True)
class FileState:
    """How the file is: `saved_at` the last commit as the meeting's clocks show it, or None."""

    saved_at: datetime | None = None
    failed: bool = False


class Mark(QWidget):
    """A state as a small silhouette."""

    def __init__(self, theme: Theme, state: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._state = theme, state
        self.setFixedSize(16, 16)
        self.setAccessibleName(_state_name(state))

    def set_state(self, state: str) -> None:
        """Shows another state."""
        self._state = state
        self.setAccessibleName(_state_name(state))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the silhouette."""
        with QPainter(self) as painter:
            draw_mark(painter, QRectF(1.5, 1.5, 13, 13), self._state, self._theme)


def _state_name(state: str) -> str:
    if state == FAULT:
        return QCoreApplication.translate("StatusLine", "Fault")
    return QCoreApplication.translate("StatusLine", "In order")


class StatusLine(QWidget):
    """The file's lamp at the leading edge, a notice at the other for eight seconds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = Mark(theme, OK)
        self._name = FitLabel(theme, 13, bold=True)
        self._state = FitLabel(theme, 13, tone="ink2")
        self.notice = Notice(theme)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(7)
        for part in (self._mark, self._name, self._state):
            self._row.addWidget(part)
        self._row.addSpacing(16)
        self._row.addWidget(self.notice, 1)
        self._name.say(self.tr("File"))
        self.show_file(FileState())

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.setFixedHeight(measures.status)
        self._row.setContentsMargins(measures.margin, 1, measures.margin, 0)
        for label in (self._name, self._state):
            label.set_px(max(measures.px(13), 12))

    def show_file(self, state: FileState) -> None:
        """Says how the file is."""
        self._mark.set_state(FAULT if state.failed else OK)
        if state.failed:
            self._state.say(self.tr("not saved: the disk does not take anything"))
        elif state.saved_at:
            self._state.say(self.tr("saved {time}").format(time=f"{state.saved_at:%H:%M:%S}"))
        else:
            self._state.say(self.tr("open"))


class Notice(QWidget):
    """One dark line that says what was undone; it goes by itself and hides nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._timer = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._timer.timeout.connect(self.clear)
        self.setAccessibleName(self.tr("Notice"))

    @property
    def text(self) -> str:
        """What it says, or nothing."""
        return self._text

    def say(self, text: str) -> None:
        """Shows a text for eight seconds."""
        self._text = text
        self.setAccessibleName(text)
        self._timer.start()
        self.update()

    def clear(self) -> None:
        """Goes away."""
        self._text = ""
        self.setAccessibleName(self.tr("Notice"))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints a dark pill at the trailing edge, as wide as its text."""
        if not self._text:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            px = fitting_px(self._text, 13, 11, self.width() - 28)
            text = set_text(self._text, TextStyle(px, leading=1.2), self.width() - 28).laid()
            wide = text.width + 28
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            box = QRectF(0 if mirrored else self.width() - wide, 3, wide, self.height() - 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme["ink"]))
            painter.drawRoundedRect(box, 6, 6)
            top = (self.height() - text.height) / 2
            text.draw(painter, box.x() + 14, top, QColor(self._theme["surface"]))
