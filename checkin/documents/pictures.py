"""QR codes found in pictures, on the pages of PDFs and in what a camera sees."""

import math
import struct
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checkin.domain.found_code import Corner, FoundCode
from checkin.domain.refused import Refused

Page = tuple[int, list[Any], float]  # page from 1, codes, what their places are multiplied by

MOST_PIXELS = 50_000_000

_SHARP, _SHARPER = 150, 300  # dots per inch
_FEW_PAGES = 20
_PICTURES = ("JPEG", "PNG", "WEBP")
_PDF_MARK, _PDF_MARK_WITHIN = b"%PDF-", 1024
_PHONES = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
_MOST_LOOKED_AT_TWICE, _MOST_ENLARGED = 4_000_000, 1_000_000  # pixels


def read_codes(path: Path) -> list[FoundCode]:
    """The QR codes of one picture (PNG, JPEG, WebP) or PDF, page by page, from the top.

    Raises Refused `no_such_file`, `picture_of_a_phone` or `unreadable_picture`.
    """
    head = _head(path)
    if head[4:8] == b"ftyp" and head[8:12] in _PHONES:
        raise Refused("picture_of_a_phone", path=str(path))
    pages = _pdf_pages(path) if _PDF_MARK in head else _picture(path)
    return [
        FoundCode(str(path), page, code.text, code.format.name, _corners(code.position, scale))
        for page, codes, scale in pages
        for code in sorted(codes, key=_reading_order)
    ]


def read_luma(plane: memoryview, size: tuple[int, int], stride: int, step: int) -> list[str]:
    """What the QR codes of a camera's grey plane say, from the top.

    A pixel stands `step` bytes after the one before it, a row `stride` bytes. The GIL is free
    meanwhile.
    """
    import zxingcpp

    width, height = size
    view = zxingcpp.ImageView(plane, width, height, zxingcpp.ImageFormat.Lum, stride, step)
    return [code.text for code in sorted(_found(view), key=_reading_order)]


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_PDF_MARK_WITHIN)
    except FileNotFoundError:
        raise Refused("no_such_file", path=str(path)) from None
    except OSError:
        raise Refused("unreadable_picture", path=str(path)) from None


def _picture(path: Path) -> Iterator[Page]:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(path, formats=_PICTURES)
        with image:
            if image.width * image.height > MOST_PIXELS:
                raise Refused("unreadable_picture", path=str(path))
            grey = _grey(image)
    except (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError):
        raise Refused("unreadable_picture", path=str(path)) from None
    for look in _looks(grey):
        codes = _found(memoryview(look.tobytes()).cast("B", (look.height, look.width)))
        if codes:
            yield 1, codes, grey.width / look.width
            return


def _looks(grey: Any) -> Iterator[Any]:
    """The picture as it is; then sharper for a blurred one, and smaller for a grainy one."""
    from PIL import Image
    from PIL.ImageFilter import UnsharpMask

    yield grey
    pixels = grey.width * grey.height
    near = grey.reduce(math.ceil(math.sqrt(pixels / _MOST_LOOKED_AT_TWICE)))
    yield near.filter(UnsharpMask(3, 300, 0))
    yield near.reduce(2)
    if pixels <= _MOST_ENLARGED:
        double = near.resize((near.width * 2, near.height * 2), Image.Resampling.BICUBIC)
        yield double.filter(UnsharpMask(5, 400, 0))


def _grey(image: Any) -> Any:
    """A picture in shades of grey; what is transparent is white, as on paper."""
    from PIL import Image

    if not image.has_transparency_data:
        return image.convert("L")
    seen = image.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(paper, seen).convert("L")


def _pdf_pages(path: Path) -> Iterator[Page]:
    """One page after another; one without any code, or of few, is looked at more closely."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            for number in range(len(document)):
                page = document[number]
                codes = _on_page(page, _SHARP)
                if not codes or len(document) <= _FEW_PAGES:  # a small one may stand beside it
                    codes = max(codes, _on_page(page, _SHARPER), key=len)
                yield number + 1, codes, 1.0
                page.close()
    except (pypdfium2.PdfiumError, OSError):
        raise Refused("unreadable_picture", path=str(path)) from None


def _on_page(page: Any, dots: int) -> list[Any]:
    width, height = page.get_size()
    scale = min(dots / 72, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    grey = bytes(bitmap.buffer)  # a copy: zxing-cpp crashes on pdfium's own memory
    shape = (bitmap.height, bitmap.stride)
    bitmap.close()
    return _found(memoryview(grey).cast("B", shape))


def _found(picture: Any) -> list[Any]:
    import zxingcpp

    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return zxingcpp.read_barcodes(picture, formats=formats)


def _corners(place: Any, scale: float) -> tuple[Corner, Corner, Corner, Corner]:
    return (
        _corner(place.top_left, scale),
        _corner(place.top_right, scale),
        _corner(place.bottom_right, scale),
        _corner(place.bottom_left, scale),
    )


def _corner(point: Any, scale: float) -> Corner:
    return round(point.x * scale), round(point.y * scale)


def _reading_order(code: Any) -> tuple[int, int]:
    """From the top down, then from the left; codes in a row may stand a little askew."""
    place = code.position
    side = max(abs(place.bottom_right.y - place.top_left.y), 1)
    return round(place.top_left.y / side), place.top_left.x
