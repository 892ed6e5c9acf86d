"""The cameras of this computer, as QtMultimedia knows them.

To be imported after `quieten_multimedia`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrameFormat,
    QVideoSink,
)

WIDTH, HEIGHT, FLUENT = 1280, 720, 20.0


@dataclass(frozen=True, slots=True)
class CameraChoice:
    """A camera: `key` stays the same from day to day, `name` is for people."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A format that a camera offers: size, frames a second, whether each is packed as a JPEG."""

    width: int
    height: int
    rate: float
    packed: bool


def best_shape(shapes: Sequence[Shape]) -> int:
    """The place of the shape to read codes from: fluent, near 720 lines, not packed."""

    def worth(place: int) -> tuple[bool, int, bool, float]:
        shape = shapes[place]
        away = abs(shape.width - WIDTH) + abs(shape.height - HEIGHT)
        return shape.rate < FLUENT, away, shape.packed, -shape.rate

    return min(range(len(shapes)), key=worth, default=-1)


class Cameras(Protocol):
    """What the desk needs of the cameras: which there are, and the frames of one."""

    @property
    def changed(self) -> SignalInstance:
        """One was plugged in or out."""

    @property
    def frame(self) -> SignalInstance:
        """Carries a QVideoFrame."""

    @property
    def failed(self) -> SignalInstance:
        """The one that is open cannot be used."""

    def choices(self) -> tuple[CameraChoice, ...]:
        """Those there are now."""

    def open(self, key: str) -> None:
        """Opens one; its frames follow."""

    def close(self) -> None:
        """Closes the one that is open."""


class SystemCameras(QObject):
    """The real ones."""

    changed = Signal()
    frame = Signal(object)
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.changed)
        self._session = QMediaCaptureSession(self)
        self.sink = QVideoSink(self)
        self.sink.videoFrameChanged.connect(self._frame)
        self._session.setVideoSink(self.sink)
        self._camera: QCamera | None = None

    def choices(self) -> tuple[CameraChoice, ...]:
        """Those there are now."""
        return tuple(map(_choice, QMediaDevices.videoInputs()))

    def open(self, key: str) -> None:
        """Opens one; its frames follow, or `failed`."""
        self.close()
        device = next((one for one in QMediaDevices.videoInputs() if _key(one) == key), None)
        if device is None:
            self.failed.emit()
        else:
            self._start(device)

    def _start(self, device: QCameraDevice) -> None:
        self._camera = QCamera(device, self)
        self._camera.errorOccurred.connect(self._failed)
        shapes = device.videoFormats()
        if shapes:
            self._camera.setCameraFormat(shapes[best_shape(tuple(map(_shape, shapes)))])
        self._session.setCamera(self._camera)
        self._camera.start()

    def close(self) -> None:
        """Closes the one that is open."""
        camera, self._camera = self._camera, None
        if camera:
            camera.stop()
            camera.deleteLater()  # the session lets go of it by that

    def _frame(self) -> None:
        self.frame.emit(self.sink.videoFrame())

    def _failed(self) -> None:
        if self._camera:
            self.failed.emit()


def _key(device: QCameraDevice) -> str:
    return bytes(device.id().data()).hex()


def _choice(device: QCameraDevice) -> CameraChoice:
    return CameraChoice(_key(device), device.description())


def _shape(offered: QCameraFormat) -> Shape:
    size = offered.resolution()
    packed = offered.pixelFormat() == QVideoFrameFormat.PixelFormat.Format_Jpeg
    return Shape(size.width(), size.height(), offered.maxFrameRate(), packed)
