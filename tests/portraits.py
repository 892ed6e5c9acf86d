"""Photos of nobody: drawn, so that they may stand in pictures of the window."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw


def portrait(size: tuple[int, int] = (480, 640)) -> bytes:
    """Head and shoulders of nobody, as a JPEG."""
    wide, high = size
    image = Image.new("RGB", size, (206, 214, 224))
    draw = ImageDraw.Draw(image)
    draw.ellipse((wide * 0.12, high * 0.62, wide * 0.88, high * 1.5), fill=(52, 73, 102))
    draw.ellipse((wide * 0.29, high * 0.16, wide * 0.71, high * 0.66), fill=(196, 154, 122))
    draw.pieslice((wide * 0.27, high * 0.12, wide * 0.73, high * 0.6), 180, 360, fill=(60, 44, 36))
    written = BytesIO()
    image.save(written, "JPEG", quality=88)
    return written.getvalue()


def portrait_file(path: Path, size: tuple[int, int] = (1200, 1600)) -> Path:
    """The same in a file."""
    path.write_bytes(portrait(size))
    return path
