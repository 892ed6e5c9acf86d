"""What stands in the street: a meeting's window, or a page that says how to get to one."""

import gc
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from checkin.bootstrap import Services, open_meeting
from checkin.domain.clock import Clock
from checkin.domain.operator import Operator
from checkin.domain.refused import Refused
from checkin.domain.wording import Wording
from checkin.gui.crash import CrashHook
from checkin.gui.desk import Desk, refusal_sentence
from checkin.gui.look.theme import Theme
from checkin.gui.plain_page import PlainPage
from checkin.gui.window import Window

OPERATOR = Operator("desk")


@dataclass(frozen=True, slots=True)
class Opening:
    """How a meeting file is opened."""

    clock: Clock
    desk: str = ""
    passphrase: str | None = None


def _let_go_of_the_start() -> None:
    """Turns the collector on again; what stands now stays, and no scan waits for a look at it."""
    gc.freeze()
    gc.enable()


class Front(QObject):
    """Opens one meeting file after the other and shows what came of it."""

    def __init__(self, opening: Opening, theme: Theme, wording: Wording, hook: CrashHook) -> None:
        super().__init__()
        self._opening, self._theme = opening, theme
        self._wording, self._hook = wording, hook
        self._services: Services | None = None
        self.shown: QWidget | None = None

    def open(self, path: Path) -> bool:
        """Shows the window of a meeting file, or the reason why not; whether it opened."""
        how = self._opening
        try:
            services = open_meeting(path, how.clock, how.desk, how.passphrase)
        except Refused as refused:
            title = self.tr("This file was not opened")
            self._say(title, refusal_sentence(refused, self._wording))
            return False
        self.close()
        self._services = services
        window = Window(Desk(services, OPERATOR, self._wording, self._theme))
        self._hook.crashed.connect(window.crash_panel.say)
        window.painted.connect(_let_go_of_the_start)
        self._show(window)
        return True

    def ask(self) -> bool:
        """Shows how to open a meeting file; nothing is wrong yet."""
        words = self.tr(
            "A meeting is one file that ends in .checkin. Open it here, or start with its name: "
            "checkin FILE.checkin. A new one is made by: checkin new FILE.checkin."
        )
        self._say(self.tr("Check-in desk"), words)
        return True

    def choose(self) -> None:
        """Lets a meeting file be chosen, in the system's own dialog; no desk is open yet."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self.shown, self.tr("Open a meeting file"))
        dialog.setNameFilter(self.tr("Meeting files (*.checkin)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def close(self) -> None:
        """Closes the open meeting file, if there is one."""
        if self._services:
            self._services.close()
            self._services = None

    def _chosen(self, name: str) -> None:
        self.open(Path(name))

    def _say(self, title: str, sentence: str) -> None:
        page = PlainPage(self._theme, title, sentence, self.tr("Open a meeting file"))
        page.button.clicked.connect(self.choose)
        page.setWindowTitle(title)
        page.resize(1000, 600)
        self._show(page)

    def _show(self, widget: QWidget) -> None:
        before, self.shown = self.shown, widget
        widget.show()
        if before:
            before.close()
            before.deleteLater()
