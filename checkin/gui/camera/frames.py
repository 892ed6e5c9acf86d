"""A frame of the camera: its grey plane read for codes and made into a small picture."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from checkin.gui.tasks import Job
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
    """Grey pixels in memory: a row every `stride` bytes, a pixel every `step` bytes."""

    plane: memoryview
    width: int
    height: int
    stride: int
    step: int = 1

    def codes(self) -> tuple[str, ...]:
        """What its codes say, from the top."""
        return tuple(read_luma(self.plane, (self.width, self.height), self.stride, self.step))

    def picture(self, width: int) -> QImage:
        """A copy of that width."""
        plane = self.plane if self.step == 1 else self.plane[:: self.step].tobytes()
        whole = QImage(plane, self.width, self.height, self.stride // self.step, _GREY)
        size = QSize(width, max(self.height * width // max(self.width, 1), 1))
        fill, fast = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation
        return whole.scaled(size, fill, fast)


def codes_in(frame: QVideoFrame, _: Job) -> tuple[str, ...]:
    """What the codes of a frame say."""
    with luma_of(frame) as luma:
        return luma.codes() if luma else ()


def picture_of(frame: QVideoFrame, width: int, _: Job) -> QImage:
    """A small copy of a frame."""
    with luma_of(frame) as luma:
        return luma.picture(width) if luma else QImage()


@contextmanager
def luma_of(frame: QVideoFrame) -> Iterator[Luma | None]:
    """The grey plane of a frame while the block lasts; None for a frame that holds nothing."""
    kind = frame.pixelFormat()
    if kind in _PLANES or kind in _MIXED:
        with _mapped(frame) as there:
            yield _plane(frame) if there else None
    else:
        grey = _whole(frame).convertToFormat(_GREY)
        size = grey.width(), grey.height()
        bits = memoryview(grey.constBits()) if all(size) else None
        yield Luma(bits, *size, grey.bytesPerLine()) if bits else None


@contextmanager
def _mapped(frame: QVideoFrame) -> Iterator[bool]:
    there = frame.map(QVideoFrame.MapMode.ReadOnly)
    try:
        yield there
    finally:
        if there:
            frame.unmap()


def _whole(frame: QVideoFrame) -> QImage:
    """A frame of colours that Qt's images know, or packed as a JPEG; null for others."""
    kind = QVideoFrameFormat.imageFormatFromPixelFormat(frame.pixelFormat())
    with _mapped(frame) as there:
        if there and kind is not QImage.Format.Format_Invalid:
            size, stride = (frame.width(), frame.height()), frame.bytesPerLine(0)
            return QImage(frame.bits(0), *size, stride, kind).copy()
        if there and frame.pixelFormat() is _Format.Format_Jpeg:
            return QImage.fromData(bytes(frame.bits(0)))
    return QImage()


def _plane(frame: QVideoFrame) -> Luma:
    first = _MIXED.get(frame.pixelFormat())
    plane, stride = memoryview(frame.bits(0)), frame.bytesPerLine(0)
    if first is None:
        return Luma(plane, frame.width(), frame.height(), stride)
    size = frame.width() - first, frame.height() - first  # whole rows within the memory
    return Luma(plane[first:], *size, stride, 2)
