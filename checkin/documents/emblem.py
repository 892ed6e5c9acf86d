"""The host's emblem: a picture from anywhere, checked, made small and written anew."""

import struct
import warnings
from io import BytesIO
from pathlib import Path
from typing import Any

from checkin.domain.refused import Refused

LARGEST = 20_000_000  # bytes of a file that is looked at
MOST_PIXELS = 40_000_000
SIDE = 600  # pixels at most: 12 mm at 1,200 dots per inch
_PICTURES = ("JPEG", "PNG")


def read_emblem(path: Path) -> bytes:
    """A PNG of the picture (PNG or JPEG), `SIDE` pixels at most, with nothing else in it.

    Raises Refused `no_such_file`, `picture_too_large` or `unreadable_emblem`.
    """
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
            return _written_anew(image)
    except FileNotFoundError:
        raise Refused("no_such_file", path=str(path)) from None
    except Image.DecompressionBombError:
        raise Refused("picture_too_large", path=str(path)) from None
    except (OSError, SyntaxError, ValueError, EOFError, struct.error):
        raise Refused("unreadable_emblem", path=str(path)) from None


def _written_anew(image: Any) -> bytes:
    from PIL import ImageOps

    image.draft("RGB", (SIDE, SIDE))
    small = ImageOps.exif_transpose(image).convert("RGBA")
    small.thumbnail((SIDE, SIDE))
    plain = small if small.getchannel("A").getextrema() != (255, 255) else small.convert("RGB")
    plain.info.clear()
    written = BytesIO()
    plain.save(written, "PNG", optimize=True)
    return written.getvalue()
