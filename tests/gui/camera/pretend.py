"""Cameras for tests: plugged in and out by hand, their frames made by the test."""

from functools import cache
from io import BytesIO

import qrcode
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat, QVideoSink

from checkin.gui.camera.cameras import CameraChoice

DOOR, STAND = CameraChoice("01", "Door camera"), CameraChoice("02", "Stand camera")
WIDTH, HEIGHT = 1280, 720
Format = QVideoFrameFormat.PixelFormat


class PretendCameras(QObject):
    """What a test plugs in; a frame goes through a real sink, as from a real camera."""

    changed = Signal()
    frame = Signal(object)
    failed = Signal()

    def __init__(self, *there: CameraChoice) -> None:
        super().__init__()
        self.there, self.opened = list(there), ""
        self.sink = QVideoSink()
        self.sink.videoFrameChanged.connect(lambda: self.frame.emit(self.sink.videoFrame()))

    def choices(self) -> tuple[CameraChoice, ...]:
        return tuple(self.there)

    def open(self, key: str) -> None:
        self.opened = key

    def close(self) -> None:
        self.opened = ""

    def plug_in(self, one: CameraChoice) -> None:
        self.there.append(one)
        self.changed.emit()

    def unplug(self, one: CameraChoice) -> None:
        self.there.remove(one)
        self.changed.emit()


@cache
def code_picture(text: str) -> QImage:
    """A QR code as it fills the middle of what the camera sees."""
    made = BytesIO()
    qrcode.make(text, box_size=6).save(made)
    return QImage.fromData(made.getvalue()).convertToFormat(QImage.Format.Format_Grayscale8)


def seen(*texts: str) -> QImage:
    """A grey room with codes held one beside the other."""
    room = QImage(WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
    room.fill(170)
    with QPainter(room) as painter:
        for place, text in enumerate(texts):
            painter.drawImage(60 + place * 420, 200, code_picture(text))
    return room


def room(text: str) -> QImage:
    """A lit wall with a hand's worth of badge in the middle, its code a little askew."""
    wall = QImage(WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
    light = QLinearGradient(0, 0, WIDTH, HEIGHT)
    light.setColorAt(0, QColor(205, 205, 205))
    light.setColorAt(1, QColor(70, 70, 70))
    code = code_picture(text)
    with QPainter(wall) as painter:
        painter.fillRect(wall.rect(), light)
        painter.translate(WIDTH / 2, HEIGHT / 2)
        painter.rotate(6)
        painter.fillRect(-190, -260, 380, 520, QColor(235, 235, 235))
        painter.drawImage(-code.width() // 2, -code.height() // 2, code)
    return wall


def frame_of(picture: QImage, kind: Format = Format.Format_NV12) -> QVideoFrame:
    """A frame as a camera gives it."""
    size = QSize(picture.width(), picture.height())
    made = QVideoFrame(QVideoFrameFormat(size, kind))
    grey = bytes(picture.constBits())
    assert made.map(QVideoFrame.MapMode.WriteOnly)
    plane, stride = memoryview(made.bits(0)), made.bytesPerLine(0)
    first = {Format.Format_YUYV: 0, Format.Format_UYVY: 1}.get(kind)
    for y in range(size.height()):
        row = grey[y * picture.bytesPerLine() :][: size.width()]
        if first is None:
            plane[y * stride : y * stride + size.width()] = row
        else:
            both = bytearray(b"\x80" * (2 * size.width()))
            both[first::2] = row
            plane[y * stride : y * stride + 2 * size.width()] = bytes(both)
    made.unmap()
    return made
