"""What went wrong with a list, said once; where it cannot be read, another file can be chosen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.importing.intake import Intake, Stage
from checkin.gui.importing.words import sentence
from checkin.gui.kit.notices import Trouble


class ImportTrouble(Trouble):
    """Follows an intake; what somebody closed does not come back until it happens again."""

    def __init__(
        self,
        desk: Desk,
        intake: Intake,
        choose: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.theme, parent)
        self._desk, self._intake, self._choose = desk, intake, choose
        self._said: Refused | None = None

    @property
    def unreadable(self) -> bool:
        """Whether the list cannot be read at all."""
        return self._intake.stage is Stage.UNREADABLE

    def refresh(self) -> bool:
        """Says what the intake ran into since it was last asked; whether that is something else."""
        trouble = self._intake.trouble
        if trouble is self._said:
            return False
        self._said = trouble
        if trouble is None:
            self.quiet()
        elif trouble.code == "list_over_open_day":
            words = self.tr(
                "The list has {rows} rows and a meeting day is open: scans would wait for each of"
                " its steps. Nothing was imported yet."
            )
            how = self.tr("Import all the same")
            self.warn(
                words.format(rows=trouble.facts["rows"]),
                how,
                partial(self._intake.apply, confirmed=True),
            )
        elif self.unreadable:
            words = self.tr("Another file")
            self.say(sentence(self._desk, trouble, self._intake), words, self._choose)
        else:
            self.say(sentence(self._desk, trouble, self._intake))
        return True
