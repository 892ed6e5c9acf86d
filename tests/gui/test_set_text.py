"""Texts as they are set: every one reads in its own direction."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from checkin.gui.look.own_way import draw_elided
from checkin.gui.look.texts import TextStyle, set_text


def _drawn(text: str, way: Qt.LayoutDirection, mirrored: bool) -> QImage:
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setLayoutDirection(way)
        set_text(text, TextStyle(16), 200, mirrored).draw(painter, 0, 0, QColor("black"))
    return image


def _inked(image: QImage) -> list[list[int]]:
    """The darkness of every column that has any, from the first to the last."""
    columns = [
        [image.pixelColor(x, y).lightness() for y in range(image.height())]
        for x in range(image.width())
    ]
    inked = [at for at, column in enumerate(columns) if min(column) < 255]
    return columns[inked[0] : inked[-1] + 1]


@pytest.mark.parametrize("text", ["1 of 2", "3 still to come", "66 %", "+222 45 00"])
def test_a_count_in_a_mirrored_window_reads_as_it_is_written(qtbot: QtBot, text: str) -> None:
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert _drawn(text, right, mirrored=False) == _drawn(text, left, mirrored=False)
    assert len(_inked(_drawn(text, right, mirrored=True))) > 20


@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize(("text", "stops_at_right"), [("lll......", True), ("ااا......", False)])
def test_a_value_of_a_list_reads_alike_in_every_window(
    qtbot: QtBot, text: str, stops_at_right: bool, way: Qt.LayoutDirection
) -> None:
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setLayoutDirection(way)
        assert draw_elided(painter, image.rect(), text) == text
        assert painter.layoutDirection() is way
    heights = [sum(light < 200 for light in column) for column in _inked(image)]
    tallest = heights.index(max(heights))
    assert (tallest < len(heights) / 2) is stops_at_right
    begins = min(image.pixelColor(x, y).lightness() for x in range(9) for y in range(40)) < 255
    assert begins is (way is Qt.LayoutDirection.LeftToRight)  # at the edge of the window
