"""The badge's own code as a camera sees it: turned, small, inverted, out of focus."""

import pytest
from PIL import Image, ImageFilter, ImageOps
from PySide6.QtGui import QImage

from checkin.documents.badges import qr
from checkin.gui.camera.frames import copy_of
from tests.documents.badge_people import NADIA
from tests.gui.camera.pretend import frame_of


def badge_code(scale):
    """The code with its white around."""
    side = qr.SIDE + 2 * qr.QUIET
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(qr.matrix(NADIA.token)):
        for x, dark in enumerate(row):
            if dark:
                image.putpixel((x + qr.QUIET, y + qr.QUIET), 0)
    return image.resize((side * scale, side * scale), Image.Resampling.NEAREST)


def luma_of(frame):
    return copy_of(frame).grey()


def as_frame(picture):
    """What a camera sees of a picture on a grey wall."""
    wall = Image.new("L", (1280, 720), 150)
    wall.paste(picture, (400, 150))
    seen = QImage(wall.tobytes(), 1280, 720, 1280, QImage.Format.Format_Grayscale8).copy()
    return frame_of(seen)


@pytest.mark.parametrize("pixels", [2.5, 4])
@pytest.mark.parametrize("angle", [0, 15, 45, 90, 180, 270])
def test_a_badges_code_is_read_turned_and_small(qapp, angle, pixels):
    turned = badge_code(40).rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    side = round(turned.width * pixels / 40)
    frame = as_frame(turned.resize((side, side), Image.Resampling.LANCZOS))
    assert luma_of(frame).codes() == (NADIA.token,)


@pytest.mark.parametrize("pixels", [2.5, 4])
def test_a_badges_code_is_read_light_on_dark(qapp, pixels):
    code = badge_code(40)
    side = round(code.width * pixels / 40)
    inverted = ImageOps.invert(code.resize((side, side), Image.Resampling.BOX))
    assert luma_of(as_frame(inverted)).codes() == (NADIA.token,)


@pytest.mark.parametrize(("scale", "radius"), [(4, 1.4), (6, 2.2), (8, 3.2)])
def test_a_badges_code_is_read_out_of_focus(qapp, scale, radius):
    blurred = badge_code(scale).filter(ImageFilter.GaussianBlur(radius))
    assert luma_of(as_frame(blurred)).codes() == (NADIA.token,)
