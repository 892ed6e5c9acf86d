"""Garbage of a test goes after it: in the midst of Qt's lists of windows it ends the process.

As `checkin.gui.collector` does in the program. It goes when nothing holds what the test was given
any more: what is looked at sooner is passed over ever after, and each window that is left over
makes every later one slower, for a style sheet is applied to all of them.
"""

import gc
import sys
from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Nothing is collected while windows may be asked for, or workers be at work."""
    gc.disable()
    try:
        return (yield)
    finally:
        _delete_windows()
        gc.unfreeze()
        gc.collect(1)
        gc.enable()


def _delete_windows() -> None:
    """Those that are left; and what was to be deleted later, which only a loop of Qt's does.

    A list that completes a field goes with the field.
    """
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtWidgets import QApplication

    if isinstance(QCoreApplication.instance(), QApplication):
        for left in QApplication.topLevelWidgets():
            if left.windowType() is not Qt.WindowType.Popup:
                left.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
