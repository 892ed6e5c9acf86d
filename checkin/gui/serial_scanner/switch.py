"""Ctrl+Shift+P: the serial scanner with its panel and lamp, made when it is asked for first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from checkin.gui.desk import Desk
from checkin.gui.lamp import Lamp
from checkin.gui.look.marks import FAULT, OFF, OK
from checkin.gui.reception.page import ReceptionPage
from checkin.gui.status_line import StatusLine

if TYPE_CHECKING:
    from checkin.gui.serial_scanner.panel import SerialPanel
    from checkin.gui.serial_scanner.ports import Ports
    from checkin.gui.serial_scanner.serial_scanner import SerialScanner, SerialState

PORT = "serial/port"  # how the preference is called
_LOOK_MS = 1500  # between two looks at what is plugged in, while the panel is open


class SerialSwitch(QObject):
    """Opens the panel and chooses; what is scanned is answered on the reception page."""

    def __init__(
        self,
        desk: Desk,
        status: StatusLine,
        page: Callable[[], ReceptionPage],
        camera: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._status, self._page = desk, status, page
        self._camera = camera
        self.scanner: SerialScanner | None = None
        self.panel: SerialPanel | None = None
        self.lamp: Lamp | None = None
        self._looks = QTimer(self, interval=_LOOK_MS)
        self._looks.timeout.connect(self._offer)
        self._ended = self._resting = False

    def begin(self) -> None:
        """Goes on with the port this computer remembers, if it does."""
        if self._resting:
            return
        if self.scanner is None and not self._ended and self._desk.preferences.text(PORT):
            self._made().begin()

    def press(self) -> None:
        """Opens the panel; while it is open, or cannot be seen, takes the next port."""
        scanner = self._made()
        self._bring_page()
        if self.panel and self.panel.isHidden() and self._page().side.isVisible():
            self.panel.show()
            self._offer()
        else:
            scanner.next()

    def make(self, ports: "Ports") -> "SerialScanner":
        """The scanner of the desk, with panel and lamp; nothing is read yet."""
        from checkin.gui.serial_scanner.panel import SerialPanel
        from checkin.gui.serial_scanner.serial_scanner import SerialScanner

        made = self.scanner = SerialScanner(ports, self._desk.preferences, self)
        page, panel = self._page(), SerialPanel(self._desk.theme)
        panel.hide()
        page.side.put_first(panel)
        page.parts.append(panel)
        if page.measures:
            panel.apply(page.measures)
        page.field.let_go.connect(panel.hide)
        panel.chosen.connect(made.choose)
        panel.next_asked.connect(made.next)
        panel.speed_asked.connect(made.next_speed)
        panel.camera_asked.connect(self._camera)
        panel.opened.connect(self._looks.start)
        panel.closed.connect(self._looks.stop)
        self.panel, self.lamp = panel, self._status.make_lamp(self.tr("Serial"))
        self.lamp.hide()
        made.scanned.connect(self._answer)
        made.told.connect(self._say)
        app = QCoreApplication.instance()
        if app:
            app.aboutToQuit.connect(self.end)  # a window that never closed
        return made

    def take_over(self, before: "SerialSwitch") -> None:
        """Goes on where another window on the same meeting was; the port is free by then."""
        before.end()
        self.begin()

    def rest(self) -> None:
        """Another window has the port for a while, as in a rehearsal; nothing is read here."""
        self._resting = True
        self._looks.stop()
        if self.scanner:
            self.scanner.rest()

    def go_on(self) -> None:
        """The port is this window's again."""
        self._resting = False
        if self.scanner:
            self.scanner.begin()
        else:
            self.begin()

    def end(self) -> None:
        """Lets go of the port for good."""
        self._ended = True
        self._looks.stop()
        if self.scanner:
            self.scanner.end()

    def _made(self) -> "SerialScanner":
        if self.scanner is None:
            from checkin.gui.serial_scanner.ports import SystemPorts

            self.make(SystemPorts())
        assert self.scanner  # noqa: S101
        return self.scanner

    def _answer(self, texts: tuple[str, ...]) -> None:
        self._bring_page()
        self._page().seen.answer(texts)

    def _bring_page(self) -> None:
        if not self._page().isVisible():
            self._desk.switchboard.page_asked.emit("reception")

    def _offer(self) -> None:
        """What is plugged in now."""
        if self.panel and self.scanner and self.panel.isVisible():
            self.panel.offer(self.scanner.choices(), self.scanner.key)
            self._sentence(self.scanner.state)

    def _say(self, told: "SerialState") -> None:
        if self.lamp is None:
            return
        kind = told.state.name if told.state else "NONE"
        mark = {"READY": OK, "STARTING": OFF, "NONE": OFF}.get(kind, FAULT)
        self.lamp.show_state(mark, self._short(kind))
        self.lamp.setHidden(kind == "NONE")  # the line has little room
        self._offer()

    def _sentence(self, told: "SerialState") -> None:
        if self.panel and self.scanner:
            kind = told.state.name if told.state else "NONE"
            words = self._long(kind)
            if kind == "NONE" and len(self.panel.ports) < 2:
                words = self.tr(
                    "No serial port was found. One that is plugged in now appears here."
                )
            self.panel.say(words.format(name=told.name), self.scanner.speed)

    def _short(self, kind: str) -> str:
        """The words of the lamp."""
        return {
            "NONE": self.tr("off"),
            "STARTING": self.tr("starting"),
            "READY": self.tr("ready"),
            "UNPLUGGED": self.tr("unplugged"),
            "BUSY": self.tr("used elsewhere"),
            "FORBIDDEN": self.tr("not allowed"),
            "FAULTY": self.tr("cannot be used"),
        }[kind]

    def _long(self, kind: str) -> str:
        """The words of the panel."""
        return {
            "NONE": self.tr("A scanner that types like a keyboard needs no port."),
            "STARTING": self.tr("{name} is being opened."),
            "READY": self.tr("{name} is read: scan a badge."),
            "UNPLUGGED": self.tr("{name} is not there. Plugged in again, it goes on by itself."),
            "BUSY": self.tr("{name}: another program has it. It is tried again by itself."),
            "FORBIDDEN": self.tr(
                "{name}: this user may not open it; on Linux the group dialout may. It is tried"
                " again by itself."
            ),
            "FAULTY": self.tr("{name} cannot be used. It is tried again by itself."),
        }[kind]
