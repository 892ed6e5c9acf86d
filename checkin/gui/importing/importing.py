"""Where an import shows itself: a strip while the desk is in front, a panel over other pages."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from checkin.gui.desk import Desk
from checkin.gui.importing.intake import Intake, Stage
from checkin.gui.importing.panel import ImportPanel
from checkin.gui.importing.strip import ImportStrip
from checkin.gui.kit.beside import show_beside
from checkin.gui.page_stack import PageStack

_FOLDER = "lists/folder"


class Importing(QObject):
    """One import at a time on one window; `desk_page` is the page that is never covered."""

    def __init__(self, desk: Desk, stack: PageStack, desk_page: str) -> None:
        super().__init__(stack)
        self._desk, self._stack, self._desk_page = desk, stack, desk_page
        self._dialog: QFileDialog | None = None
        self.intake = Intake(desk, self)
        self.panel = ImportPanel(desk, self.intake, self.choose, stack)
        self.strip = ImportStrip(desk, self.intake, self.look, self.choose)
        self.intake.moved.connect(self._show)
        stack.shown.connect(self._page_came)
        stack.installEventFilter(self)

    @property
    def at_hand(self) -> bool:
        """Whether a list, or the choice of one, would be lost with this window."""
        return self._dialog is not None or self.intake.stage is not Stage.NONE

    def offer(self, path: str) -> None:
        """Reads a list; without a path shows the one at hand, or lets one be chosen."""
        if not self._stack.front:
            return  # the meeting file cannot be used, and the page in front says so
        if path:
            self.intake.offer(Path(path))
        elif self.intake.stage is Stage.NONE:
            self.choose()
        else:
            self.look()

    def choose(self) -> None:
        """Lets a list be chosen in the system's own dialog; the desk behind it goes on."""
        if self._dialog:
            self._dialog.activateWindow()
            return
        self._desk.services.lists.prepare_reading()
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._desk.preferences.text(_FOLDER, usual)
        dialog = QFileDialog(self._stack.window(), self.tr("Choose a list"), folder)
        self._dialog = dialog
        dialog.setNameFilters(
            [
                self.tr("Lists (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(self._dialog_closed)
        show_beside(dialog, self._stack)

    def _dialog_closed(self, _: object) -> None:
        self._dialog = None

    def _chosen(self, name: str) -> None:
        self._desk.preferences.keep_text(_FOLDER, str(Path(name).parent))
        self.intake.offer(Path(name))

    def look(self) -> None:
        """Shows rows and problems: at the desk another page comes to the front first."""
        others = (key for key in self._stack.kinds if key != self._desk_page)
        if self._stack.front == self._desk_page:
            self._desk.switchboard.page_asked.emit(next(others, ""))

    def _page_came(self, _: str) -> None:
        """Another page is in front, has taken the keys, and lies over the panel where it is new."""
        self._show()
        if self.panel.isVisible():
            self.panel.raise_()
            self.panel.take_focus()

    def _show(self) -> None:
        front = self._stack.front
        shown = self.intake.shown and bool(front)
        self.strip.refresh()
        self.strip.setVisible(shown and front == self._desk_page)
        self._show_panel(shown and front != self._desk_page)

    def _show_panel(self, shown: bool) -> None:
        before = self.panel.isVisible()
        if shown:
            self.panel.setGeometry(self._stack.rect())
            self.panel.refresh()
        self.panel.setVisible(shown)
        if self.intake.stage is Stage.NONE:
            self.panel.clear()
        if shown and not before:
            self.panel.raise_()
            self.panel.take_focus()
        page = self._stack.pages.get(self._stack.front)
        if before and not shown and page:
            page.take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets the panel be as large as the stack."""
        if event.type() is QEvent.Type.Resize:
            self.panel.setGeometry(self._stack.rect())
        return super().eventFilter(watched, event)
