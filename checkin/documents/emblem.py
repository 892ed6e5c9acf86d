"""The host's emblem, somebody's photo: from anywhere, checked, made small, written anew."""

import struct
import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from checkin.domain.refused import Refused

LARGEST = 20_000_000  # bytes of a file that is looked at
MOST_PIXELS = 40_000_000
SIDE = 600  # pixels at most: 12 mm at 1,200 dots per inch
PHOTO = (480, 640)  # pixels at most: a card's photo on the largest screens
_PICTURES = ("JPEG", "PNG")


def read_emblem(path: Path) -> bytes:
    """A PNG of the picture (PNG or JPEG), `SIDE` pixels at most, with nothing else in it.

    Raises Refused `no_such_file`, `picture_too_large` or `unreadable_emblem`.
    """
    try:
        return _read(path, _emblem)
    except _Unreadable:
        raise Refused("unreadable_emblem", path=str(path)) from None


def read_photo(path: Path) -> bytes:
    """A JPEG of the picture (PNG or JPEG), of the size of `PHOTO` at most, with nothing else in it.

    Raises Refused `no_such_file`, `picture_too_large` or `unreadable_photo`.
    """
    try:
        return _read(path, _photo)
    except _Unreadable:
        raise Refused("unreadable_photo", path=str(path)) from None


class _Unreadable(Exception):
    """It is no picture of a kind that is taken."""


def _read(path: Path, written_anew: Callable[[Any], bytes]) -> bytes:
    """The size that the header tells is looked at before anything is decoded."""
    from PIL import Image

    try:
        if path.stat().st_size > LARGEST:
            raise Refused("picture_too_large", path=str(path))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(path, formats=_PICTURES)
        with image:
            if image.width * image.height > MOST_PIXELS:
                raise Refused("picture_too_large", path=str(path))
            return written_anew(image)
    except FileNotFoundError:
        raise Refused("no_such_file", path=str(path)) from None
    except Image.DecompressionBombError:
        raise Refused("picture_too_large", path=str(path)) from None
    except (OSError, SyntaxError, ValueError, EOFError, struct.error):
        raise _Unreadable from None


def _emblem(image: Any) -> bytes:
    from PIL import ImageOps

    image.draft("RGB", (SIDE, SIDE))
    small = ImageOps.exif_transpose(image).convert("RGBA")
    small.thumbnail((SIDE, SIDE))
    plain = small if small.getchannel("A").getextrema() != (255, 255) else small.convert("RGB")
    plain.info.clear()
    written = BytesIO()
    plain.save(written, "PNG", optimize=True)
    return written.getvalue()


def _photo(image: Any) -> bytes:
    from PIL import Image, ImageOps

    image.draft("RGB", PHOTO)
    upright = ImageOps.exif_transpose(image).convert("RGBA")
    upright.thumbnail(PHOTO)
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright.getchannel("A"))
    written = BytesIO()
    plain.save(written, "JPEG", quality=88, optimize=True)
    return written.getvalue()
