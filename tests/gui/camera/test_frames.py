import gc

import pytest
import shiboken6
from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from checkin.gui.camera.cameras import Shape, best_shape
from checkin.gui.camera.frames import copy_of
from tests.gui.camera.pretend import Format, code_picture, frame_of, seen

KINDS = [Format.Format_NV12, Format.Format_YUV420P, Format.Format_Y8, Format.Format_YUYV]


def luma_of(frame):
    return copy_of(frame).grey()


@pytest.mark.parametrize("kind", [*KINDS, Format.Format_UYVY], ids=lambda kind: kind.name)
def test_the_grey_plane_of_a_frame_is_read_from_the_top(qapp, kind):
    luma = luma_of(frame_of(seen("FIRST CODE", "ANOTHER"), kind))
    assert luma.codes() == ("FIRST CODE", "ANOTHER")


def test_a_coloured_frame_is_read_as_well(qapp):
    frame = QVideoFrame(seen("IN COLOUR").convertToFormat(QImage.Format.Format_RGB32))
    assert luma_of(frame).codes() == ("IN COLOUR",)


def test_a_frame_packed_as_a_jpeg_is_read_as_well(qapp):
    packed = QBuffer()
    packed.open(QBuffer.OpenModeFlag.WriteOnly)
    seen("PACKED").save(packed, "JPG")
    data = bytes(packed.data().data())
    frame = QVideoFrame(QVideoFrameFormat(QSize(1280, 720), Format.Format_Jpeg))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    memoryview(frame.bits(0))[: len(data)] = data
    frame.unmap()
    assert luma_of(frame).codes() == ("PACKED",)


def test_a_frame_that_holds_nothing_is_passed_over(qapp):
    assert copy_of(QVideoFrame()) is None
    assert copy_of(QVideoFrame(QVideoFrameFormat(QSize(64, 64), Format.Format_P010))) is None
    torn = QVideoFrame(QVideoFrameFormat(QSize(1280, 720), Format.Format_Jpeg))
    assert luma_of(torn) is None


def test_a_frame_that_is_cut_short_is_passed_over(qapp):
    class Short(QVideoFrame):
        def bits(self, plane):
            return QVideoFrame.bits(self, plane)[:5000]

    whole = frame_of(seen("CUT"))
    assert copy_of(whole) is not None
    assert copy_of(Short(whole)) is None


@pytest.mark.parametrize("kind", [Format.Format_NV12, Format.Format_YUYV, Format.Format_UYVY])
def test_the_picture_is_small_and_whole(qapp, kind):
    room = seen("LEFT")
    for y in range(300):
        for x in range(1000, 1280):
            room.setPixelColor(x, y, QColor(250, 250, 250))
    picture = luma_of(frame_of(room, kind)).picture(640)
    assert picture.width() == 640
    assert picture.height() in (359, 360)
    assert picture.pixelColor(630, 10).lightness() > 240
    assert abs(picture.pixelColor(10, 350).lightness() - 170) < 4


def test_a_code_that_fills_the_picture_keeps_its_proportions_in_the_preview(qapp):
    code = code_picture("SQUARE")
    assert luma_of(frame_of(code, Format.Format_Y8)).picture(100).height() == 100


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_read_and_shown_outlives_the_frame(qapp, kind):
    """The picture of a camera as wide as the preview shares no memory with its frame."""
    small = seen("OUTLIVES").scaled(640, 480)
    frame = frame_of(small, kind)
    luma = luma_of(frame)
    shiboken6.delete(frame)
    picture = luma.picture(640)
    before = bytes(picture.constBits())
    del luma
    gc.collect()
    assert [bytes(640 * 480) for _ in range(20)]  # what was freed is written over
    assert bytes(picture.constBits()) == before


@pytest.mark.parametrize(
    ("shapes", "best"),
    [
        ([Shape(640, 480, 30, False), Shape(1280, 720, 10, False), Shape(1280, 720, 30, True)], 2),
        ([Shape(1920, 1080, 30, True), Shape(1280, 720, 30, True), Shape(1280, 720, 30, False)], 2),
        ([Shape(3840, 2160, 30, True), Shape(1280, 720, 60, False)], 1),
        ([Shape(640, 480, 15, False), Shape(1280, 720, 15, False)], 1),
        ([Shape(1280, 720, 30, False), Shape(1280, 720, 60, False)], 1),
        ([], -1),
    ],
)
def test_a_camera_is_asked_for_fluent_pictures_near_720_lines(shapes, best):
    assert best_shape(shapes) == best
