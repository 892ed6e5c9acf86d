import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from checkin.gui.reception.side_column import SideColumn, _least
from tests.gui.camera.pretend import DOOR, PretendCameras


class Panel(QWidget):
    def minimumSizeHint(self) -> QSize:
        return QSize(100, 100)


@pytest.fixture
def column(qtbot):
    made = SideColumn()
    made.panels = [Panel() for _ in range(3)]
    made.column.setSpacing(10)
    made.fill(*made.panels)
    qtbot.addWidget(made)
    made.resize(200, 320)
    made.show()
    return made


def heights(column):
    return [panel.height() for panel in column._panels() if not panel.isHidden()]


def test_each_has_its_room_and_the_last_what_is_left(column):
    assert heights(column) == [100, 100, 100]


def test_what_is_needed_less_gives_way_and_comes_again(qtbot, column):
    extra = Panel()
    column.put_first(extra)
    qtbot.waitUntil(lambda: column.panels[1].height() == 0)
    assert all(height == 0 or height >= 95 for height in heights(column))
    column.resize(200, 230)
    qtbot.waitUntil(lambda: column.panels[0].height() == 0)
    extra.hide()
    column.resize(200, 320)
    qtbot.waitUntil(lambda: heights(column) == [100, 100, 100])


def test_where_nothing_fits_the_last_stays(qtbot, column):
    column.resize(200, 40)
    qtbot.waitUntil(lambda: column.panels[2].height() > 0)
    assert heights(column)[:2] == [0, 0]


def test_camera_scanner_and_the_panel_of_the_shift_stand_together(qtbot, window):
    window.camera.make(PretendCameras(DOOR)).turn_on()
    window.serial.press()
    window.page.shift.ask()
    page = window.page

    def stands():
        panels = [one for one in page.side._panels() if not one.isHidden() and one.height()]
        return all(one.height() >= _least(one, page.side.width()) for one in panels)

    qtbot.waitUntil(stands)
    assert window.serial.panel.height() > 0
