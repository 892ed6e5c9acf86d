"""QR codes found in pictures, on the pages of PDFs and in what a camera sees."""

import struct
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checkin.domain.found_code import Corner, FoundCode
from checkin.domain.refused import Refused

MOST_PIXELS = 50_000_000

_SHARP, _SHARPER = 150, 300  # dots per inch
_PICTURES = ("JPEG", "PNG", "WEBP")
_PDF_MARK, _PDF_MARK_WITHIN = b"%PDF-", 1024


def read_codes(path: Path) -> list[FoundCode]:
    """The QR codes of one picture (PNG, JPEG, WebP) or PDF, page by page, from the top.

    Raises Refused `no_such_file` or `unreadable_picture`.
    """
    pages = _pdf_pages(path) if _is_pdf(path) else _picture(path)
    return [
        FoundCode(str(path), page, code.text, code.format.name, _corners(code.position))
        for page, codes in pages
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


def _is_pdf(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _PDF_MARK in file.read(_PDF_MARK_WITHIN)
    except FileNotFoundError:
        raise Refused("no_such_file", path=str(path)) from None
    except OSError:
        raise Refused("unreadable_picture", path=str(path)) from None


def _picture(path: Path) -> Iterator[tuple[int, list[Any]]]:
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
    yield 1, _found(memoryview(grey.tobytes()).cast("B", (grey.height, grey.width)))


def _grey(image: Any) -> Any:
    """A picture in shades of grey; what is transparent is white, as on paper."""
    from PIL import Image

    if not image.has_transparency_data:
        return image.convert("L")
    seen = image.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(paper, seen).convert("L")


def _pdf_pages(path: Path) -> Iterator[tuple[int, list[Any]]]:
    """(page from 1, codes) one after another; a page without any is looked at more closely."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            for number in range(len(document)):
                page = document[number]
                yield number + 1, _on_page(page, _SHARP) or _on_page(page, _SHARPER)
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


def _corners(position: Any) -> tuple[Corner, Corner, Corner, Corner]:
    return (
        (position.top_left.x, position.top_left.y),
        (position.top_right.x, position.top_right.y),
        (position.bottom_right.x, position.bottom_right.y),
        (position.bottom_left.x, position.bottom_left.y),
    )


def _reading_order(code: Any) -> tuple[int, int]:
    """From the top down, then from the left; codes in a row may stand a little askew."""
    place = code.position
    side = max(abs(place.bottom_right.y - place.top_left.y), 1)
    return round(place.top_left.y / side), place.top_left.x
