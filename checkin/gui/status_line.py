"""The line at the bottom: lamps for what the desk depends on, and what was just done or undone."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.gui.kit.buttons import button, take_no_focus
from checkin.gui.kit.panels import Mark
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import FAULT, OFF, OK
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import TextStyle, fitting_px, set_text
from checkin.gui.look.theme import Theme
from checkin.gui.switchboard import Notice

if TYPE_CHECKING:
    from checkin.domain.printing import Printer

NOTICE_MS = 8000


@dataclass(frozen=True, slots=True)
class FileState:
    """How the file is: `saved_at` the last commit as the meeting's clocks show it, or None."""

    saved_at: datetime | None = None
    failed: bool = False


class Lamp(QWidget):
    """Mark, name, and the state in words; `pressed` where a press on it does something."""

    pressed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = Mark(theme, OFF)
        self._name = FitLabel(theme, 13, bold=True)
        self._name.say(name)
        self._state = FitLabel(theme, 13, tone="ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        for part in (self._mark, self._name, self._state):
            row.addWidget(part)

    @property
    def text(self) -> str:
        """The state in words."""
        return self._state.text()

    @property
    def mark(self) -> str:
        """The state as a silhouette."""
        return self._mark.state

    def show_state(self, mark: str, words: str) -> None:
        """Shows a state."""
        self._mark.set_state(mark, words)
        self._state.say(words)
        self.setAccessibleName(f"{self._name.text()}: {words}")

    def offer_press(self, does: str) -> None:
        """A press does what the tooltip says."""
        self.setToolTip(does)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pressed."""
        super().mouseReleaseEvent(event)
        if self.toolTip() and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        for label in (self._name, self._state):
            label.set_px(max(measures.px(13), 12))


class StatusLine(QWidget):
    """Lamps at the leading edge, a notice at the other for eight seconds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._measures: Measures | None = None
        self.printer: Lamp | None = None
        self.scanner = Lamp(theme, self.tr("Scanner"))
        self.scanner.offer_press(self.tr("Serial scanners and the camera   Ctrl+Shift+P"))
        self.file = Lamp(theme, self.tr("File"))
        self.notice = NoticeBar(theme)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(20)
        for lamp in (self.scanner, self.file):
            self._row.addWidget(lamp)
        self._row.addWidget(self.notice, 1)
        self.show_file(FileState())
        self.show_scan(None)

    def make_lamp(self, name: str) -> Lamp:
        """One more lamp after the others."""
        lamp = Lamp(self._theme, name)
        self._row.insertWidget(self._row.count() - 1, lamp)
        if self._measures:
            lamp.apply(self._measures)
        return lamp

    def show_printer(self, printer: "Printer") -> None:
        """Says how the printer that was last asked is; its lamp is there from the first time on."""
        if self.printer is None:
            self.printer = self.make_lamp(self.tr("Printer"))
        from checkin.gui.paper.printer_words import printer_mark, printer_words

        words = f"{printer.name}, {printer_words(printer)}"
        self.printer.show_state(printer_mark(printer), words)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._measures = measures
        self.setFixedHeight(measures.status)
        self._row.setContentsMargins(measures.margin, 1, measures.margin, 0)
        for lamp in self.findChildren(Lamp):
            lamp.apply(measures)

    def show_file(self, state: FileState) -> None:
        """Says how the file is."""
        if state.failed:
            words = self.tr("not saved: the disk does not take anything")
            self.file.show_state(FAULT, words)
        elif state.saved_at:
            words = self.tr("saved {time}").format(time=f"{state.saved_at:%H:%M:%S}")
            self.file.show_state(OK, words)
        else:
            self.file.show_state(OK, self.tr("open"))

    def show_scan(self, at: datetime | None) -> None:
        """Says when the last scan came; a scanner that types cannot be detected otherwise."""
        if at is None:
            self.scanner.show_state(OFF, self.tr("no scan yet"))
            return
        words = self.tr("last scan {time}").format(time=f"{at:%H:%M:%S}")
        self.scanner.show_state(OK, words)

    def show_paused(self, words: str) -> None:
        """Says that scans do not arrive, and why."""
        self.scanner.show_state(OFF, words)

    def show_unreadable(self, words: str) -> None:
        """Says that scans arrive and cannot be read, and why."""
        self.scanner.show_state(FAULT, words)


class NoticeBar(QWidget):
    """One dark line that says what was done; it goes by itself and hides nothing."""

    undo_asked = Signal()

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
        self.update()

    def make_way(self, _: object = None) -> None:
        """Something newer happened: what only tells of the past goes, what may be undone stays

        with its button; Ctrl+Z may mean what is newer.
        """
        if not self._notice.can_be_undone:
            self.clear()
        self.button.setText(self.tr("Undo"))

    def clear(self) -> None:
        """Goes away."""
        self._notice = Notice("")
        self.button.hide()
        self.setAccessibleName(self.tr("Notice"))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints a dark pill at the trailing edge, as wide as its text."""
        if not self._notice.text:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            end = self.button.width() + 8 if self.button.isVisible() else 0
            room = self.width() - 28 - end
            px = fitting_px(self._notice.text, 13, 11, room)
            text = set_text(self._notice.text, TextStyle(px, leading=1.2), room).laid()
            wide = text.width + 28
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = end if mirrored else self.width() - wide - end
            box = QRectF(x, 3, wide, self.height() - 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme["ink"]))
            painter.drawRoundedRect(box, 6, 6)
            top = (self.height() - text.height) / 2
            text.draw(painter, box.x() + 14, top, QColor(self._theme["surface"]))
