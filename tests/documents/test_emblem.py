"""Emblem and photo are pictures from anywhere: what is kept of them is small, plain and ours."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from checkin.documents import emblem
from checkin.documents.emblem import PHOTO, SIDE, read_emblem, read_photo
from checkin.domain.refused import Refused


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png), formats=["PNG"])


def test_a_large_picture_becomes_small_and_keeps_its_shape(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (3000, 1500), "white").save(path)
    assert opened(read_emblem(path)).size == (SIDE, SIDE // 2)


def test_what_shines_through_still_does_and_what_a_camera_wrote_is_gone(tmp_path: Path) -> None:
    clear, photo = tmp_path / "clear.png", tmp_path / "photo.jpg"
    Image.new("RGBA", (50, 50), (1, 2, 3, 0)).save(clear)
    exif = Image.Exif()
    exif[0x0110], exif[0x0112] = "A camera of somebody", 6
    Image.new("RGB", (80, 40), "red").save(photo, exif=exif)
    assert opened(read_emblem(clear)).mode == "RGBA"
    taken = read_emblem(photo)
    assert opened(taken).size == (40, 80)  # held upright
    assert b"camera" not in taken


def test_a_small_picture_is_not_made_larger(tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    Image.new("P", (10, 10)).save(path)
    assert opened(read_emblem(path)).size == (10, 10)


@pytest.mark.parametrize("content", [b"", b"Dear Sir", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40])
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.png"
    path.write_bytes(content)
    with pytest.raises(Refused, match="unreadable_emblem"):
        read_emblem(path)


def test_a_picture_of_another_kind_or_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "drawing.png"
    Image.new("RGB", (5, 5)).save(path, "GIF")
    with pytest.raises(Refused, match="unreadable_emblem"):
        read_emblem(path)
    with pytest.raises(Refused, match="no_such_file"):
        read_emblem(tmp_path / "none.png")
    with pytest.raises(Refused, match="unreadable_emblem"):
        read_emblem(tmp_path)


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bomb.png"
    Image.new("L", (12000, 12000)).save(path)
    with pytest.raises(Refused, match="picture_too_large"):
        read_emblem(path)
    Image.new("L", (20000, 20000)).save(path)
    with pytest.raises(Refused, match="picture_too_large"):
        read_emblem(path)
    monkeypatch.setattr(emblem, "LARGEST", 10)
    with pytest.raises(Refused, match="picture_too_large"):
        read_emblem(path)


def test_a_photo_becomes_a_small_jpeg_held_upright_on_white_with_nothing_else_in_it(
    tmp_path: Path,
) -> None:
    clear, camera = tmp_path / "clear.png", tmp_path / "camera.jpg"
    Image.new("RGBA", (3000, 1000), (1, 2, 3, 0)).save(clear)
    exif = Image.Exif()
    exif[0x0110], exif[0x0112] = "A camera of somebody", 6
    Image.new("RGB", (1600, 900), "red").save(camera, exif=exif, comment=b"of somebody")
    wide = Image.open(BytesIO(read_photo(clear)), formats=["JPEG"])
    assert wide.size == (PHOTO[0], PHOTO[0] // 3)
    assert wide.getpixel((5, 5)) == (255, 255, 255)
    taken = read_photo(camera)
    assert Image.open(BytesIO(taken)).size == (360, 640)
    assert b"somebody" not in taken


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF"])
def test_a_photo_of_another_kind_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "photo.jpg"
    Image.new("RGB", (5, 5)).save(path, kind)
    with pytest.raises(Refused, match="unreadable_photo"):
        read_photo(path)


def test_a_photo_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("L", (12000, 12000)).save(path)
    with pytest.raises(Refused, match="picture_too_large"):
        read_photo(path)
