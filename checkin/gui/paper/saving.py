"""Where a paper goes: the system's own dialog, beside the page and never in front of a scan."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.kit.beside import show_beside
from checkin.gui.switchboard import Notice

_KEPT = "folder"  # the preference: where papers were saved last


class SaveDialog(QObject):
    """`chosen` carries the path; a file that is there already is asked about by the dialog."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, title: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._title, self._name, self._over = desk, title, name, parent
        self._form = Path(name).suffix.lstrip(".")
        self.dialog: QFileDialog | None = None

    def ask(self) -> None:
        """Opens the dialog, or brings the open one to the front; in a rehearsal says why not."""
        if self._desk.services.rehearsal:
            why = self._desk.sentence(Refused("rehearsal"))
            self._desk.switchboard.noticed.emit(Notice(why))
            return
        if self.dialog:
            self.dialog.activateWindow()
            return
        dialog = self.dialog = QFileDialog(self._over, self._title, str(self._folder()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{self._form.upper()} (*.{self._form})")
        dialog.setDefaultSuffix(self._form)
        dialog.selectFile(self._name)
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(self._closed)
        show_beside(dialog, self._over)

    def _folder(self) -> Path:
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kept = Path(self._desk.preferences.text(_KEPT, usual))
        return kept if kept.is_dir() else Path(usual)

    def _chosen(self, name: str) -> None:
        self._desk.preferences.keep_text(_KEPT, str(Path(name).parent))
        self.chosen.emit(name)

    def _closed(self, _: object) -> None:
        self.dialog = None
