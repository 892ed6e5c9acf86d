"""The rows that are left out, for whoever sent the list: a workbook with the reason of each."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.domain.listing import DelegateList
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.look.labels import FitLabel
from checkin.gui.paper.saving import SaveDialog
from checkin.gui.switchboard import Notice

_NOWHERE = Path()


class LeftOutRows(QWidget):
    """Offers to save them; shown only where there are any."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._listed: DelegateList | None = None
        self._of = _NOWHERE
        self._asked: tuple[DelegateList | None, Path] | None = None
        self.says = FitLabel(desk.theme, 14, tone="ink2", wraps=True)
        self.save = button(desk.theme, self.tr("Save them for whoever sent the list"))
        self.dialog = SaveDialog(
            desk, self.tr("Where the rows go"), self.tr("rows left out.xlsx"), self
        )
        self.save.clicked.connect(self._ask)
        self.dialog.chosen.connect(self.save_to)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addWidget(self.says, 1)
        row.addWidget(self.save)

    def show_list(self, listed: DelegateList | None, of: Path = _NOWHERE) -> None:
        """Offers the rows of a list, or nothing; `of` is the list's own file."""
        self.setVisible(bool(listed and listed.refused))
        if listed is not self._listed:
            self._listed, self._of = listed, of
            self.says.say(self.tr("Each row with its reason, as XLSX."))

    def _ask(self) -> None:
        """The list is remembered: others may be shown by the time a place is chosen."""
        self._asked = self._listed, self._of
        self.dialog.ask()

    def save_to(self, name: str) -> None:
        """Writes the workbook beside the window."""
        listed, of = self._asked or (self._listed, self._of)
        desk, to = self._desk, Path(name)
        if listed is None:
            return
        lists, language = desk.services.lists, desk.wording.language
        saved = Notice(self.tr("The rows left out were saved as {name}.").format(name=to.name))
        desk.switchboard.tasks.start(
            lambda _: lists.save_left_out(to, of, listed, language),
            lambda _: desk.switchboard.noticed.emit(saved),
            self._not_saved,
        )

    def _not_saved(self, refused: Refused) -> None:
        self.says.say(self._desk.sentence(refused))
