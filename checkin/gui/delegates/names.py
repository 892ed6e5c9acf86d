"""What the delegations are called here; worked out beside the window, since it takes a while."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from checkin.domain.refused import Refused
from checkin.domain.roll import DelegationName, RollRow
from checkin.domain.text import fold
from checkin.gui.desk import Desk
from checkin.gui.tasks import Job
from checkin.services.delegations import Written, known_names, names_of, written

Named = tuple[dict[Written, DelegationName], tuple[str, ...]]


class DelegationNames(QObject):
    """`known` follows once the names that were asked for are there."""

    known = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.known_now: dict[Written, DelegationName] = {}
        self._usual: tuple[str, ...] = ()
        self._asked = False

    @property
    def usual(self) -> list[str]:
        """The names of all delegations that are usually there or are on the list, in order."""
        there = (one.name for one in self.known_now.values() if one.name)
        return sorted({*self._usual, *there}, key=fold)

    def ask(self, rows: Iterable[RollRow]) -> None:
        """Asks for the names of these rows, unless all are known or the asking is under way."""
        missing = frozenset(written(row.delegate) for row in rows) - self.known_now.keys()
        if self._asked or not (missing or not self._usual):
            return
        language, self._asked = self._desk.wording.language, True

        def work(_: Job) -> Named:
            return names_of(missing, language), known_names(language)

        self._desk.switchboard.tasks.start(work, self._told, self._not_told)

    def named(self, rows: Iterable[RollRow]) -> list[RollRow]:
        """The rows with the names of delegations that are new; quick once all names are loaded."""
        taken = list(rows)
        new = {written(row.delegate) for row in taken} - self.known_now.keys()
        if new and self._usual:
            self.known_now.update(names_of(new, self._desk.wording.language))
        return [self._with_name(row) for row in taken]

    def _with_name(self, row: RollRow) -> RollRow:
        name = self.known_now.get(written(row.delegate), row.delegation)
        return row if name == row.delegation else replace(row, delegation=name)

    def _told(self, named: Named) -> None:
        self._asked = False
        names, self._usual = named
        self.known_now.update(names)
        self.known.emit()

    def _not_told(self, _: Refused) -> None:
        """Nothing refuses to name a delegation; the names stay as they were written."""
        self._asked = False
