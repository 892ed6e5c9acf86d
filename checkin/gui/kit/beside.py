"""Dialogs of the system that stand beside the desk: nothing waits for them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def show_beside(dialog: QFileDialog, over: QWidget) -> None:
    """Shows a dialog that holds nothing up; when it goes, the window has the keys again."""
    dialog.setWindowModality(Qt.WindowModality.NonModal)
    dialog.finished.connect(lambda _: over.window().activateWindow())
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()
