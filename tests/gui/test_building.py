"""Pages that are built in steps."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from checkin.gui.building import Building


def test_a_step_that_failed_is_not_done_and_is_tried_again_by_whoever_looks(qtbot: QtBot) -> None:
    done, fails = [], [True]

    def second() -> None:
        if fails:
            fails.clear()
            raise ZeroDivisionError
        done.append("second")

    parent = QObject()
    building = Building((lambda: done.append("first"), second), parent)
    building.step()
    with pytest.raises(ZeroDivisionError):
        building.step()
    assert not building.done
    building.finish()
    assert (building.done, done) == (True, ["first", "second"])
