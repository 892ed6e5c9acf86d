import io
import struct
import zlib
from random import Random

import pytest
from PIL import Image, ImageFilter, ImageOps
from reportlab.pdfgen.canvas import Canvas

from checkin.documents.badges import qr
from checkin.documents.badges.printing import make
from checkin.documents.pictures import read_codes
from checkin.documents.wording import load
from checkin.domain.refused import Refused
from tests.documents.badge_people import HEAD, NADIA, crowd


def picture_of(token, scale=8):
    """A code with its white around, in shades of grey."""
    side = qr.SIDE + 2 * qr.QUIET
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(qr.matrix(token)):
        for x, dark in enumerate(row):
            if dark:
                image.putpixel((x + qr.QUIET, y + qr.QUIET), 0)
    return image.resize((side * scale, side * scale), Image.Resampling.NEAREST)


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_a_code_in_a_picture_is_read_with_its_place(tmp_path, ending):
    path = tmp_path / f"badge.{ending}"
    picture_of(NADIA.token).save(path)
    (code,) = read_codes(path)
    assert (code.file, code.page, code.text, code.format) == (str(path), 1, NADIA.token, "QRCode")
    assert len(code.position) == 4
    for (x, y), corner in zip(code.position, ((0, 0), (1, 0), (1, 1), (0, 1)), strict=True):
        assert abs(x - 8 * (4 + 25 * corner[0])) <= 8
        assert abs(y - 8 * (4 + 25 * corner[1])) <= 8


def test_a_turned_and_a_transparent_picture_are_read_too(tmp_path):
    turned, clear = tmp_path / "turned.png", tmp_path / "clear.png"
    picture_of(NADIA.token).rotate(90).save(turned)
    grey = picture_of(NADIA.token)
    ink = Image.new("RGBA", grey.size, (0, 0, 0, 0))
    ink.putalpha(grey.point(lambda shade: 255 - shade))
    ink.save(clear)
    assert [code.text for path in (turned, clear) for code in read_codes(path)] == [NADIA.token] * 2


def test_a_picture_without_a_code_holds_none(tmp_path):
    path = tmp_path / "white.png"
    Image.new("RGB", (300, 200), "white").save(path)
    assert read_codes(path) == []


def test_codes_on_a_sheet_come_row_by_row(tmp_path):
    faces = crowd(4)
    path = tmp_path / "sheet.pdf"
    with path.open("wb") as file:
        make(file, faces, HEAD, load("en"), sheet="a4-4")
    assert [code.text for code in read_codes(path)] == [face.token for face in faces]
    assert {code.page for code in read_codes(path)} == {1}


def test_a_very_small_code_is_looked_at_more_closely(tmp_path):
    path = tmp_path / "small.pdf"
    page = Canvas(str(path))
    side = 6 / 25.4 * 72
    for y, row in enumerate(qr.matrix(NADIA.token)):
        for x, dark in enumerate(row):
            if dark:
                page.rect(100 + x * side / 25, 500 - y * side / 25, side / 25, side / 25, 0, 1)
    page.save()
    assert [code.text for code in read_codes(path)] == [NADIA.token]


def test_a_small_code_beside_a_large_one_is_found(tmp_path):
    path = tmp_path / "two.pdf"
    page = Canvas(str(path))
    for token, millimetres, left in ((NADIA.token, 6, 100), (crowd(2)[1].token, 40, 300)):
        module = millimetres / 25.4 * 72 / 25
        for y, row in enumerate(qr.matrix(token)):
            for x, dark in enumerate(row):
                if dark:
                    page.rect(left + x * module, 500 - y * module, module, module, 0, 1)
    page.save()
    assert {code.text for code in read_codes(path)} == {NADIA.token, crowd(2)[1].token}


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(Refused, match="no_such_file") as refused:
        read_codes(tmp_path / "nothing.png")
    assert refused.value.facts == {"path": str(tmp_path / "nothing.png")}


def bomb():
    """The head of a picture of 12,000 by 12,000 pixels."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 12_000, 12_000, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1501 * 12_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def cut_png():
    file = io.BytesIO()
    picture_of(NADIA.token).save(file, "PNG")
    return file.getvalue()[:200]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a list of names",
        b"%PDF-1.4 and then nothing",
        b"%PDF-1.7\n" + bytes(range(256)) * 20,
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        b"GIF89a" + bytes(20),
        b"\x89PNG\r\n\x1a\n" + bytes(40),
        b"\xff\xd8\xff\xe0" + bytes(200),
        b"RIFF\x40\x00\x00\x00WEBPVP8 " + bytes(64),
        cut_png(),
        bomb(),
    ],
    ids=range(11),
)
def test_what_is_no_picture_and_no_pdf_is_refused(tmp_path, content):
    path = tmp_path / "file.bin"
    path.write_bytes(content)
    with pytest.raises(Refused, match="unreadable_picture") as refused:
        read_codes(path)
    assert refused.value.facts == {"path": str(path)}


def test_a_folder_is_no_picture(tmp_path):
    with pytest.raises(Refused, match="unreadable_picture"):
        read_codes(tmp_path)


def on_paper(code, room=60):
    """A code somewhere on a larger picture."""
    paper = Image.new("L", (code.width + 3 * room, code.height + 2 * room), 235)
    paper.paste(code, (room, room))
    return paper


def shrunk(code, pixels):
    """A picture with so many pixels for a module."""
    side = round(pixels * (qr.SIDE + 2 * qr.QUIET))
    return code.resize((side, side), Image.Resampling.BOX)


def grainy(picture, by):
    """The picture with grain of the same seed every time."""
    dice = Random(7)
    shades = bytes(min(max(round(dice.gauss(one, by)), 0), 255) for one in picture.tobytes())
    return Image.frombytes("L", picture.size, shades)


def texts(folder, image):
    path = folder / "code.png"
    image.save(path)
    return [code.text for code in read_codes(path)]


@pytest.mark.parametrize("angle", range(0, 360, 15))
@pytest.mark.parametrize("pixels", [2.5, 6])
def test_a_code_is_read_at_any_angle(tmp_path, angle, pixels):
    large = picture_of(NADIA.token, 40)
    turned = large.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    side = round(turned.width * pixels / 40)
    code = turned.resize((side, side), Image.Resampling.LANCZOS)
    assert texts(tmp_path, on_paper(code)) == [NADIA.token]


@pytest.mark.parametrize("pixels", [2, 2.5, 3, 4.3])
def test_a_small_code_is_read_light_on_dark_as_well(tmp_path, pixels):
    code = shrunk(picture_of(NADIA.token, 40), pixels)
    assert texts(tmp_path, on_paper(code)) == [NADIA.token]
    assert texts(tmp_path, ImageOps.invert(on_paper(code))) == [NADIA.token]
    assert texts(tmp_path, on_paper(ImageOps.invert(code))) == [NADIA.token]


@pytest.mark.parametrize(("scale", "radius"), [(3, 1.5), (3, 1.8), (6, 3.0), (6, 3.6), (10, 6.0)])
def test_a_blurred_code_is_read_where_it_stands(tmp_path, scale, radius):
    blurred = on_paper(picture_of(NADIA.token, scale)).filter(ImageFilter.GaussianBlur(radius))
    path = tmp_path / "blurred.png"
    blurred.save(path)
    (code,) = read_codes(path)
    assert code.text == NADIA.token
    (x, y), *_ = code.position
    assert abs(x - (60 + scale * qr.QUIET)) <= scale
    assert abs(y - (60 + scale * qr.QUIET)) <= scale


def test_a_faint_and_a_grainy_code_are_read(tmp_path):
    paper = on_paper(picture_of(NADIA.token, 4))
    faint = paper.point(lambda shade: 128 + (shade - 128) // 32)
    assert texts(tmp_path, faint) == [NADIA.token]
    assert texts(tmp_path, grainy(paper, 80)) == [NADIA.token]


def test_a_small_code_on_a_photograph_is_read(tmp_path):
    photograph = Image.new("L", (4000, 3000), 220)
    photograph.paste(picture_of(NADIA.token, 3), (1800, 1500))
    assert texts(tmp_path, photograph) == [NADIA.token]


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"avif"])
def test_a_telephones_own_kind_of_picture_is_refused_with_what_helps(tmp_path, brand):
    path = tmp_path / "photo.heic"
    path.write_bytes(b"\x00\x00\x00\x18ftyp" + brand + bytes(100))
    with pytest.raises(Refused, match="picture_of_a_phone") as refused:
        read_codes(path)
    assert refused.value.facts == {"path": str(path)}


def test_every_page_of_a_pdf_is_read(tmp_path):
    path = tmp_path / "badges.pdf"
    faces = crowd(7)
    with path.open("wb") as file:
        make(file, faces, HEAD, load("en"))
    assert [(code.page, code.text) for code in read_codes(path)] == [
        (number, face.token) for number, face in enumerate(faces, 1)
    ]
