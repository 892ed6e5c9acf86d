"""Ctrl+K: the camera with its panel and lamp, made when it is asked for first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QImage

from checkin.gui.desk import Desk
from checkin.gui.lamp import Lamp
from checkin.gui.look.marks import FAULT, OFF, OK
from checkin.gui.multimedia import quieten_multimedia
from checkin.gui.reception.page import ReceptionPage
from checkin.gui.status_line import StatusLine

if TYPE_CHECKING:
    from checkin.gui.camera.cameras import Cameras
    from checkin.gui.camera.desk_camera import CameraState, DeskCamera
    from checkin.gui.camera.panel import CameraPanel


class CameraSwitch(QObject):
    """Turns the camera on and off; what it finds is answered on the reception page."""

    def __init__(
        self,
        desk: Desk,
        status: StatusLine,
        page: Callable[[], ReceptionPage],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._status, self._page = desk, status, page
        self.camera: DeskCamera | None = None
        self.panel: CameraPanel | None = None
        self.lamp: Lamp | None = None

    def toggle(self) -> None:
        """On, or off."""
        if self.camera is None:
            quieten_multimedia()
            from checkin.gui.camera.cameras import SystemCameras

            self.make(SystemCameras(self))
        if self.camera and self.camera.on:
            self.camera.turn_off()
        elif self.camera:
            self.camera.turn_on()

    def next(self) -> None:
        """Another camera, where it is on."""
        if self.camera:
            self.camera.next()

    def make(self, cameras: "Cameras") -> "DeskCamera":
        """The camera of the desk, with panel and lamp, still off."""
        from checkin.gui.camera.desk_camera import DeskCamera
        from checkin.gui.camera.panel import CameraPanel

        made = self.camera = DeskCamera(cameras, self._desk.preferences, self)
        page, panel = self._page(), CameraPanel(self._desk.theme)
        page.side.put_first(panel)
        page.parts.append(panel)
        if page.measures:
            panel.apply(page.measures)
        panel.next_asked.connect(self.next)
        panel.off_asked.connect(self.toggle)
        self.panel, self.lamp = panel, self._status.make_lamp(self.tr("Camera"))
        made.code.connect(self._answer)
        made.seen.connect(panel.preview.show_picture)
        made.told.connect(self._say)
        app = QCoreApplication.instance()
        if app:
            app.aboutToQuit.connect(self.end)  # a window that never closed
        return made

    def take_over(self, before: "CameraSwitch") -> None:
        """Goes on where another window on the same meeting was; the device is free by then."""
        was_on = before.camera is not None and before.camera.on
        before.end()
        if was_on:
            self.toggle()

    def lend_to(self, other: "CameraSwitch") -> bool:
        """Another window has it for a while, where it is on; whether it was."""
        was_on = self.camera is not None and self.camera.on
        if was_on:
            self.toggle()
            other.toggle()
        return was_on

    def end(self) -> None:
        """Lets go of the device for good."""
        if self.camera:
            self.camera.end()

    def _answer(self, text: str) -> None:
        page = self._page()
        if not page.isVisible():
            self._desk.switchboard.page_asked.emit("reception")
        page.seen.answer([text])

    def _say(self, told: "CameraState") -> None:
        if self.panel is None or self.lamp is None:
            return
        from checkin.gui.camera.desk_camera import State

        state, words = told.state, self._short(told)
        faulty = state in (State.NONE, State.UNPLUGGED, State.FAULTY)
        self.lamp.show_state(FAULT if faulty else OK if state is State.ON else OFF, words)
        self.lamp.setHidden(state is State.OFF)  # the line has little room
        self.panel.setVisible(state is not State.OFF)
        self.panel.say(self._long(told), told.several, seeing=not faulty)
        if state is not State.ON:
            self.panel.preview.show_picture(QImage())

    def _short(self, told: "CameraState") -> str:
        """The words of the lamp."""
        return {
            "OFF": self.tr("off, Ctrl+K"),
            "STARTING": self.tr("starting"),
            "ON": self.tr("on"),
            "NONE": self.tr("none found"),
            "UNPLUGGED": self.tr("unplugged"),
            "FAULTY": self.tr("cannot be used"),
        }[told.state.name]

    def _long(self, told: "CameraState") -> str:
        """The words of the panel."""
        words = {
            "STARTING": self.tr("{name} is starting."),
            "ON": "{name}" if told.several else self.tr("Hold the badge into the frame."),
            "NONE": self.tr("No camera was found. One that is plugged in now starts by itself."),
            "UNPLUGGED": self.tr("{name} was unplugged. Plugged in again, it starts by itself."),
            "FAULTY": self.tr(
                "{name} cannot be used; another program may have it. Close that, then press"
                " Ctrl+K twice."
            ),
        }
        return words.get(told.state.name, "").format(name=told.name)
