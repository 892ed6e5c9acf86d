"""Faults of our own: logged without anybody's name, said once in a panel, and the desk goes on."""

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from checkin.gui.kit.buttons import button, press_by_key
from checkin.gui.kit.panels import Mark
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import FAULT
from checkin.gui.look.theme import Theme


class CrashHook(QObject):
    """Catches what no one caught; `crashed` carries the kind of the error."""

    crashed = Signal(str)

    def install(self) -> None:
        """Takes the place of `sys.excepthook`; Qt's slots end there as well."""
        sys.excepthook = self.caught

    def remove(self) -> None:
        """Gives the place back."""
        sys.excepthook = sys.__excepthook__

    def caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Logs where it happened; what the error says may hold names and is left out."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log(kind.__name__, trace)
        self.crashed.emit(kind.__name__)


def _log(kind: str, trace: TracebackType | None) -> None:
    import logging  # only for faults: nothing is logged at the start
    import traceback

    frames = traceback.extract_tb(trace)
    where = " < ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[::-1])
    logging.getLogger("checkin.gui").error("%s at %s", kind, where)


class CrashPanel(QFrame):
    """Says that the program made a mistake; takes no focus and covers nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fault")
        self._says = FitLabel(theme, 14, wraps=True)
        name = self.tr("Close this notice")
        close = button(theme, self.tr("Close"), "quiet", name=name)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.hide)
        press_by_key(close, "Shift+F12")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(Mark(theme, FAULT, 20))
        row.addWidget(self._says, 1)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._says.text()

    def say(self, kind: str) -> None:
        """Shows itself for an error of some kind."""
        words = self.tr(
            "The program made a mistake ({kind}). What a card called recorded is on disk. "
            "The desk goes on: scan the last badge again."
        )
        self._says.say(words.format(kind=kind))
        self.setAccessibleName(self._says.text())
        self.show()
