"""What would come of a list: its rows as understood, the counts, and what is to be looked at."""

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.listing import DelegateList, RowProblem
from checkin.gui.desk import Desk
from checkin.gui.importing.excerpt_table import ExcerptTable
from checkin.gui.importing.problem_list import ProblemList
from checkin.gui.kit.panels import Mark, Panel
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import FAULT, OFF, OK, WARN
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme
from checkin.services.lists import Imported


class CountTile(QFrame):
    """A mark, a word, a number, and what the number means."""

    def __init__(
        self, theme: Theme, mark: str, word: str, meaning: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._word, self._meaning = FitLabel(theme, 15, bold=True), FitLabel(theme, 13, tone="ink2")
        self.number = FitLabel(theme, 22, bold=True, trailing=True)
        self._word.say(word)
        self._meaning.say(meaning)
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(9)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._state, self._mark = mark, Mark(theme, mark, 18)
        self._grid.addWidget(self._mark, 0, 0)
        self._grid.addWidget(self._word, 0, 1)
        self._grid.addWidget(self.number, 0, 2)
        self._grid.addWidget(self._meaning, 1, 1, 1, 2)
        self.apply(compact=False)

    def show_number(self, number: int) -> None:
        """Shows another number; nobody is nothing to warn of."""
        self._mark.set_state(self._state if number else OFF, "")
        self.number.say(str(number))
        self.setAccessibleName(f"{self._word.text()}: {number}, {self._meaning.text()}")

    def apply(self, compact: bool) -> None:
        """Says less where there is less room."""
        self._meaning.setVisible(not compact)
        self._grid.setContentsMargins(14, 2 if compact else 6, 14, 2 if compact else 8)


class Preview(QWidget):
    """Nothing of it is written yet."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.table = ExcerptTable(theme)
        self.tiles = {
            "added": CountTile(theme, OK, self.tr("Added"), self.tr("new people")),
            "there": CountTile(theme, OFF, self.tr("Already there"), self.tr("stay as they are")),
            "missing": CountTile(
                theme, WARN, self.tr("Missing"), self.tr("on our list, not in this one")
            ),
            "left_out": CountTile(
                theme, FAULT, self.tr("Left out"), self.tr("rows without a name")
            ),
        }
        self.problems = ProblemList(theme, desk.wording)
        self.panel = Panel(theme, self.tr("To look at"))
        self._lay_out()
        self.problems.chosen.connect(self._show_problem)
        self._listed: DelegateList | None = None

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setObjectName("panel")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        tiles = QHBoxLayout()
        tiles.setSpacing(10)
        for tile in self.tiles.values():
            tiles.addWidget(tile, 1)
        self.panel.column.setSpacing(2)
        self.panel.column.addWidget(self.problems, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(frame, 5)
        self._column.addLayout(tiles)
        self._column.addWidget(self.panel, 4)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        compact = measures.scale < 1
        self._column.setSpacing(6 if compact else 10)
        self.panel.column.setContentsMargins(14, 4 if compact else 10, 14, 4 if compact else 10)
        for tile in self.tiles.values():
            tile.apply(compact)

    def show_import(self, imported: Imported) -> None:
        """Shows what would come of a list."""
        listed, plan = imported.listed, imported.plan
        numbers = (
            len(plan.new),
            plan.unchanged + len(plan.changed),
            len(plan.missing),
            len(listed.refused),
        )
        for tile, number in zip(self.tiles.values(), numbers, strict=True):
            tile.show_number(number)
        if listed is self._listed:
            return
        self._listed = listed
        self.table.show_list(listed)
        self.problems.show_list(listed)
        count = len(self.problems.rows.rows)
        self.panel.extra.say(str(count))
        self.panel.setVisible(bool(count))

    def _show_problem(self, problem: object) -> None:
        if isinstance(problem, RowProblem):
            self.table.show_row(problem.row)
