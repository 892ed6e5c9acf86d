"""The way a window reads, for itself and for what the application opens beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def read_from(window: QWidget, mirrored: bool) -> None:
    """Lets a window, its dialogs, and signs that point along the reading, go one way."""
    ways = Qt.LayoutDirection
    way = ways.RightToLeft if mirrored else ways.LeftToRight
    window.setLayoutDirection(way)
    QGuiApplication.setLayoutDirection(way)
