"""What scans: a keyboard scanner, one on a serial port, the camera; heads the side column."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from checkin.gui.kit.buttons import button, take_no_focus
from checkin.gui.kit.panels import Panel
from checkin.gui.look.fonts import font
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme
from checkin.gui.serial_scanner.ports import PortChoice

_MOST = 5  # ports in sight; the key goes through all of them


class SerialPanel(Panel):
    """`chosen` carries the key of a port, or "" for none; `opened` and `closed` say which."""

    chosen = Signal(str)
    next_asked = Signal()
    speed_asked = Signal()
    camera_asked = Signal()
    opened = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Scanner"), parent)
        self.setAccessibleName(self.tr("Scanner"))
        self._offered: tuple[PortChoice, ...] | None = None
        self.says = FitLabel(theme, 14, tone="ink2", wraps=True)
        self.close_button = button(theme, self.tr("Close   Esc"), "quiet", does=self.hide)
        self.next = button(
            theme, self.tr("Next   Ctrl+Shift+P"), "quiet", does=self.next_asked.emit
        )
        self.speed = button(theme, "", "quiet", does=self.speed_asked.emit)
        camera = self.tr("Camera   Ctrl+K")
        self.camera = button(theme, camera, "quiet", does=self.camera_asked.emit)
        self.camera.setAccessibleName(self.tr("Camera on, and off"))
        take_no_focus(self.close_button, self.next, self.speed, self.camera)
        self.head.addWidget(self.close_button)
        self.ports: list[QPushButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.column.setSpacing(6)
        self.column.addWidget(self.says)
        self.column.addLayout(self._list)
        row = QHBoxLayout()
        row.addWidget(self.speed)
        row.addStretch(1)
        row.addWidget(self.next)
        self.column.addLayout(row)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.camera)
        self.column.addLayout(last)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.title.set_px(measures.px(16))
        self.says.set_px(max(measures.px(13), 12))
        side = measures.px(16)
        self.column.setContentsMargins(side, 4, side, measures.px(8))

    def offer(self, choices: Sequence[PortChoice], key: str) -> None:
        """Offers none and the ports; `key` is chosen."""
        offered = (PortChoice("", self.tr("Types like a keyboard")), *choices)
        if offered != self._offered:
            self._offered = offered
            self._lay_out(_in_sight(offered, key))
        for one in self.ports:
            one.setChecked(one.property("key") == key)
        self.next.setVisible(bool(choices))
        self.speed.setVisible(bool(key))

    def _lay_out(self, offered: Sequence[PortChoice]) -> None:
        for old in self.ports:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.ports = [self._button(one) for one in offered]
        for made in self.ports:
            self._list.addWidget(made)

    def _button(self, choice: PortChoice) -> QPushButton:
        made = QPushButton(choice.name.replace("&", "&&"))
        made.setObjectName("segment")
        made.setProperty("end", "both")
        made.setProperty("key", choice.key)
        made.setCheckable(True)
        made.setFont(font(14))
        made.setMinimumHeight(36)
        made.setAutoDefault(False)
        made.setAccessibleName(f"{self.title.text()}: {choice.name}")
        made.clicked.connect(lambda: self.chosen.emit(choice.key))
        take_no_focus(made)
        return made

    def say(self, sentence: str, speed: int) -> None:
        """Says how the port is, and how fast it is read."""
        self.says.say(sentence)
        words = self.tr("{speed} baud").format(speed=speed)
        self.speed.setText(words)
        self.speed.setToolTip(self.tr("Takes the next of the usual speeds"))
        self.speed.setAccessibleName(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody may plug one in now."""
        super().showEvent(event)
        self.opened.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any longer."""
        super().hideEvent(event)
        self.closed.emit()


def _in_sight(offered: Sequence[PortChoice], key: str) -> list[PortChoice]:
    """The first few, and the one that is chosen in any case."""
    few = [*offered[: _MOST + 1]]
    return few + [one for one in offered[_MOST + 1 :] if one.key == key]
