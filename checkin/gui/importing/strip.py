"""The import at the desk: a slim line below field and card, which keep their place and the keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui.desk import Desk
from checkin.gui.importing.intake import WAITING, Intake, Stage
from checkin.gui.importing.panel import progress_bar, show_progress
from checkin.gui.importing.trouble import ImportTrouble
from checkin.gui.importing.words import doing, hindrance_words, import_words
from checkin.gui.kit.buttons import button, take_no_focus
from checkin.gui.kit.panels import Icon
from checkin.gui.look.labels import FitLabel

_TARGET = 44


class ImportStrip(QWidget):
    """Shows an intake in one line; none of its buttons takes the focus from the scan field."""

    def __init__(
        self,
        desk: Desk,
        intake: Intake,
        look: Callable[[], object],
        choose: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._intake = intake
        theme = desk.theme
        self.says, self.bar = FitLabel(theme, 14), progress_bar(self.tr("Progress of the import"))
        self.look_button = button(theme, self.tr("Look at it   Ctrl+I"), "quiet", does=look)
        self.import_button = button(theme, "", does=intake.apply)
        self.cancel_button = button(
            theme, self.tr("Cancel"), "quiet", does=intake.cancel, name=self.tr("Cancel the import")
        )
        self.trouble = ImportTrouble(desk, intake, choose)
        self.trouble.close_button.clicked.connect(self._closed)
        self._buttons = self.look_button, self.import_button, self.cancel_button
        take_no_focus(*self._buttons, self.trouble.action, self.trouble.close_button)
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Icon("upload", 20, theme["accent"]))
        row.addWidget(self.says, 1)
        row.addWidget(self.bar, 1)
        for one in self._buttons:
            one.setMinimumHeight(_TARGET)
            row.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self.trouble)
        self.hide()

    def refresh(self) -> None:
        """Shows the intake as it is now."""
        intake, stage = self._intake, self._intake.stage
        ready, waits = stage is Stage.READY, stage in WAITING
        self._line.setVisible(stage is not Stage.UNREADABLE)
        self.says.say(self._words())
        self.bar.setVisible(waits and intake.slow)
        show_progress(self.bar, intake)
        self.look_button.setVisible(ready)
        self.import_button.setVisible(ready and intake.writes)
        self.import_button.setText(import_words(intake))
        self.import_button.setAccessibleName(import_words(intake))
        self.trouble.refresh()

    def _closed(self) -> None:
        if self.trouble.unreadable:
            self._intake.cancel()

    def _words(self) -> str:
        if self._intake.stage is not Stage.READY or self._intake.imported is None:
            return doing(self._intake)
        listed = self._intake.imported.listed
        odd = len(listed.refused) + len(listed.warnings)
        parts = [self._intake.name, hindrance_words(self._intake)]
        if odd:
            parts.append(self.tr("To look at: {count}.").format(count=odd))
        parts.append(self.tr("Nothing is written yet."))
        return "   ".join(filter(None, parts))
