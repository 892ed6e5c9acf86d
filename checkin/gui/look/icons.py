"""Our own line icons, tinted when they are drawn."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from checkin.paths import resource


@cache
def icon_pixmap(name: str, px: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """An icon of so many logical pixels in a colour, sharp at a screen's pixel ratio."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = resource("icons", f"{name}.svg").read_bytes()
    pixmap = QPixmap(QSize(px, px) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        tinted = drawing.replace(b"currentColor", colour.encode())
        QSvgRenderer(QByteArray(tinted)).render(painter, QRectF(0, 0, px, px))
    return pixmap


def icon_of(name: str, px: int, colour: str, mirrored: bool = False, off: str = "") -> QIcon:
    """The same for buttons and fields, sharp on every screen; mirrored if the program is.

    `off` is the colour while the button may not be pressed.
    """
    backwards = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    drawn = mirrored_pixmap if mirrored and backwards else icon_pixmap
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(drawn(name, px, colour, ratio))
        if off:
            made.addPixmap(drawn(name, px, off, ratio), QIcon.Mode.Disabled)
    return made


def icon_of_button(name: str, px: int, colours: tuple[str, str], mirrored: bool, gap: int) -> QIcon:
    """An icon with a gap at its trailing side, in a colour for use and one for no use."""
    backwards = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    drawn = mirrored_pixmap if mirrored and backwards else icon_pixmap
    made = QIcon()
    for ratio in (1.0, 2.0):
        for colour, mode in zip(colours, (QIcon.Mode.Normal, QIcon.Mode.Disabled), strict=True):
            pixmap = QPixmap(QSize(px + gap, px) * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(pixmap) as painter:
                start = gap if backwards else 0
                painter.drawPixmap(start, 0, drawn(name, px, colour, ratio))
            made.addPixmap(pixmap, mode)
    return made


@cache
def mirrored_pixmap(name: str, px: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """The same for a page that reads from the right: for signs that point along the reading."""
    from PySide6.QtGui import QTransform

    return icon_pixmap(name, px, colour, ratio).transformed(QTransform().scale(-1, 1))
