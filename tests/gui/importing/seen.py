"""What somebody sees of an import."""

from PySide6.QtCore import Qt

from checkin.gui.importing.importing import Importing
from checkin.gui.importing.intake import Stage
from tests.conftest import SALMA

LEFT = Qt.MouseButton.LeftButton


def names(services) -> list[str]:
    return [one.family_name for one in services.lists.everybody(SALMA)]


def numbers(importing: Importing) -> list[str]:
    return [tile.number.text() for tile in importing.panel.preview.tiles.tiles.values()]


def problems(importing: Importing) -> list[str]:
    model = importing.panel.preview.problems.rows
    return [model.index(row).data() for row in range(model.rowCount())]


def until_done(qtbot, importing: Importing) -> None:
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.NONE)
