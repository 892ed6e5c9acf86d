"""A frame of the camera: copied in the window's thread, read and made small beside it.

Nothing of QtMultimedia goes to another thread, and no memory outlives the frame it belongs to.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from checkin.services.camera import read_luma

_GREY = QImage.Format.Format_Grayscale8
_Format = QVideoFrameFormat.PixelFormat
_PLANES = {
    *(_Format.Format_NV12, _Format.Format_NV21, _Format.Format_Y8, _Format.Format_YV12),
    *(_Format.Format_YUV420P, _Format.Format_YUV422P, _Format.Format_IMC1),
    *(_Format.Format_IMC2, _Format.Format_IMC3, _Format.Format_IMC4),
}
_MIXED = {_Format.Format_YUYV: 0, _Format.Format_UYVY: 1}  # where the first grey byte stands


@dataclass(frozen=True, slots=True)
class Luma:
    """Grey pixels of its own: a row every `stride` bytes, a pixel every `step` bytes."""

    plane: bytes
    width: int
    height: int
    stride: int
    step: int = 1

    def grey(self) -> "Luma":
        """Itself; see `Coloured`."""
        return self

    def codes(self) -> tuple[str, ...]:
        """What its codes say, from the top."""
        plane = memoryview(self.plane)
        return tuple(read_luma(plane, (self.width, self.height), self.stride, self.step))

    def picture(self, width: int) -> QImage:
        """A copy of that width, which shares no memory with the plane."""
        plane = self.plane[:: self.step]
        whole = QImage(plane, self.width, self.height, self.stride // self.step, _GREY)
        size = QSize(width, max(self.height * width // max(self.width, 1), 1))
        if size == whole.size():  # Qt would hand out the very plane
            return whole.copy()
        fill, fast = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation
        return whole.scaled(size, fill, fast)


@dataclass(frozen=True, slots=True)
class Coloured:
    """Pixels of colour that Qt's images know, or a packed JPEG where there is no `kind`."""

    data: bytes
    size: tuple[int, int] = (0, 0)
    stride: int = 0
    kind: QImage.Format = QImage.Format.Format_Invalid

    def grey(self) -> Luma | None:
        """Its shades of grey; None where it holds no picture."""
        grey = self._image().convertToFormat(_GREY)
        if grey.isNull():
            return None
        return Luma(bytes(grey.constBits()), grey.width(), grey.height(), grey.bytesPerLine())

    def _image(self) -> QImage:
        if self.kind is QImage.Format.Format_Invalid:
            return QImage.fromData(self.data)
        return QImage(self.data, *self.size, self.stride, self.kind)


def copy_of(frame: QVideoFrame) -> Luma | Coloured | None:
    """What is needed of a frame; None for one that holds nothing we know."""
    with _mapped(frame) as there:
        return _copied(frame, frame.pixelFormat()) if there else None


@contextmanager
def _mapped(frame: QVideoFrame) -> Iterator[bool]:
    there = frame.map(QVideoFrame.MapMode.ReadOnly)
    try:
        yield there
    finally:
        if there:
            frame.unmap()


def _copied(frame: QVideoFrame, kind: QVideoFrameFormat.PixelFormat) -> Luma | Coloured | None:
    data, stride = bytes(frame.bits(0)), frame.bytesPerLine(0)
    width, height = frame.width(), frame.height()
    if kind is _Format.Format_Jpeg:
        return Coloured(data)
    if len(data) < stride * (height - 1) + width:
        return None  # cut short: Qt would read beyond its end
    if kind in _PLANES:
        return Luma(data, width, height, stride)
    if kind in _MIXED:
        first = _MIXED[kind]
        return Luma(data[first:], width - first, height - first, stride, 2)  # whole rows within
    known = QVideoFrameFormat.imageFormatFromPixelFormat(kind)
    if known is QImage.Format.Format_Invalid:
        return None
    return Coloured(data, (width, height), stride, known)
