"""What would come of a list: its rows as understood, the counts, and what is to be looked at."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from checkin.domain.list_decisions import Decisions
from checkin.domain.list_plan import ChangedPerson, Doubtful
from checkin.domain.listing import NO_LIST, DelegateList, RowProblem
from checkin.gui.desk import Desk
from checkin.gui.importing.answering import Answering
from checkin.gui.importing.deciding import next_choice, other_field, rows_of, skipped
from checkin.gui.importing.excerpt_table import ExcerptTable
from checkin.gui.importing.left_out import LeftOutRows
from checkin.gui.importing.lines import Line, Lines
from checkin.gui.importing.plan_lines import (
    ADDED,
    CHANGED,
    DOUBTFUL,
    LEFT_OUT,
    MISSING,
    plan_lines,
)
from checkin.gui.importing.problem_list import ProblemList
from checkin.gui.importing.tiles import CountTile, Tiles
from checkin.gui.kit.panels import Panel
from checkin.gui.look.fonts import font
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import FAULT, OFF, OK, PARTIAL, PROVISIONAL, WARN
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme
from checkin.services.delegations import known_names
from checkin.services.lists import Imported

UNCHANGED = "unchanged"


class Preview(QWidget):
    """Nothing of it is written yet; `decided` carries other `Decisions`."""

    decided = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, theme = desk, desk.theme
        self.table = ExcerptTable(theme)
        self.tiles = Tiles(self._made_tiles(theme))
        self.lines = Lines(theme, self.tr("Who is counted"))
        self.about = Panel(theme, self.tr("Who"))
        self.hint = FitLabel(theme, 13, tone="ink2", trailing=True)
        self.about.head.addWidget(self.hint, 2)
        self.nobody = FitLabel(theme, 14, tone="ink2", wraps=True)
        self.left_out = LeftOutRows(desk)
        self.only_adds = QCheckBox(self.tr("This list only adds to ours: mark nobody as missing"))
        self.only_adds.setFont(font(14))
        self.only_adds.clicked.connect(self._decide_missing)
        self.problems = ProblemList(theme, desk.wording)
        self.whole = FitLabel(theme, 14, wraps=True)
        self.whole.hide()
        self.answering = Answering(theme)
        self.panel = Panel(theme, self.tr("To look at"))
        self._listed: DelegateList | None = None
        self._imported: Imported | None = None
        self._decisions, self._of = Decisions(), Path()
        self._lay_out()
        self.problems.chosen.connect(self._show_problem)
        self.tiles.group.buttonClicked.connect(lambda _: self._show_lines())
        self.lines.looked_at.connect(self._show_line)
        self.lines.clicked_on.connect(self._decide)

    def _made_tiles(self, theme: Theme) -> dict[str, CountTile]:
        said = {
            ADDED: (OK, self.tr("Added"), self.tr("new people")),
            CHANGED: (PARTIAL, self.tr("Changed"), self.tr("field by field, ours or theirs")),
            DOUBTFUL: (PROVISIONAL, self.tr("Doubtful"), self.tr("same person or not?")),
            MISSING: (WARN, self.tr("Missing"), self.tr("on our list, not in this one")),
            UNCHANGED: (OFF, self.tr("Unchanged"), self.tr("nothing to do")),
            LEFT_OUT: (FAULT, self.tr("Left out"), self.tr("without a name, or by choice")),
        }
        return {key: CountTile(theme, *words) for key, words in said.items()}

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setObjectName("panel")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        self.about.column.setSpacing(2)
        self.about.column.addWidget(self.nobody, 1, Qt.AlignmentFlag.AlignTop)
        self.about.column.addWidget(self.lines, 1)
        self.about.column.addWidget(self.left_out)
        self.about.column.addWidget(self.only_adds)
        self.panel.column.setSpacing(2)
        self.panel.column.addWidget(self.problems, 1)
        self.panel.column.addWidget(self.whole)
        self.panel.column.addWidget(self.answering)
        self._below: QBoxLayout = QHBoxLayout()
        self._below.addWidget(self.about, 1)
        self._below.addWidget(self.panel, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(frame, 4)
        self._column.addWidget(self.tiles)
        self._column.addLayout(self._below, 5)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        compact = measures.scale < 1
        self._column.setSpacing(6 if compact else 10)
        self._below.setSpacing(8 if compact else 12)
        edge = 4 if compact else 10
        for panel in (self.about, self.panel):
            panel.column.setContentsMargins(14, edge, 14, edge)
        self.tiles.apply(compact)

    def show_import(self, imported: Imported, decisions: Decisions, of: Path) -> None:
        """Shows what would come of a list; the same once more is no news."""
        if imported is self._imported:
            return
        listed, plan, settled = imported.listed, imported.plan, imported.settled
        self._imported, self._decisions, self._of = imported, decisions, of
        numbers = {
            ADDED: len(settled.added),
            CHANGED: len(settled.changed),
            DOUBTFUL: len(plan.doubtful),
            MISSING: len(settled.missing),
            UNCHANGED: plan.unchanged,
            LEFT_OUT: len(listed.refused) + skipped(decisions),
        }
        for key, number in numbers.items():
            self.tiles.tiles[key].show_number(number)
        other = self._listed is None or rows_of(self._listed) != rows_of(listed)
        if listed is not self._listed:
            self._show_list(listed)
        if other or not self.tiles.chosen:
            shown = next((key for key in (CHANGED, DOUBTFUL, ADDED) if numbers[key]), UNCHANGED)
            self.tiles.choose(shown)
        self._show_lines()

    def clear(self) -> None:
        """Keeps nothing of a list that is gone."""
        self._listed = self._imported = None
        self.table.show_list(NO_LIST)
        self.problems.show_list(NO_LIST)
        self.lines.show_lines(())
        self.left_out.show_list(None)
        self.answering.ask(None, "", ())

    def show_beginning(self, listed: DelegateList) -> None:
        """Shows how a long list begins, while the rest is read and nothing is counted yet."""
        if listed is not self._listed:
            self._imported = None
            self._show_list(listed)
            for tile in self.tiles.tiles.values():
                tile.show_nothing()
            self.about.title.say("")
            self.hint.say("")
            self.lines.show_lines(())
            self.nobody.say(self.tr("The rest of the list is being read."))
            self.nobody.show()

    def _show_list(self, listed: DelegateList) -> None:
        self._listed = listed
        self.table.show_list(listed)
        self.problems.show_list(listed)
        self.answering.ask(None, "", ())
        self.whole.hide()
        count = self.problems.rows.count
        self.panel.extra.say(str(count))
        self.panel.setVisible(bool(count))

    def _show_lines(self) -> None:
        if self._imported is None:
            return
        kind = self.tiles.chosen
        tile = self.tiles.tiles[kind]
        lines = plan_lines(kind, self._imported, self._decisions, self._desk.wording)
        self.about.title.say(tile.word)
        self.hint.say(self._hint(kind))
        self.lines.show_lines(lines)
        self.lines.setVisible(bool(lines))
        self.nobody.setVisible(not lines)
        self.nobody.say(self._nobody(kind))
        self.left_out.show_list(self._imported.listed if kind == LEFT_OUT else None, self._of)
        self.only_adds.setVisible(kind == MISSING and bool(self._imported.plan.missing))
        self.only_adds.setChecked(not self._decisions.marks_missing)

    def _hint(self, kind: str) -> str:
        return {
            CHANGED: self.tr("ours, then theirs; click a line to keep ours"),
            DOUBTFUL: self.tr("click a line for another answer"),
            MISSING: self.tr("marked, never deleted"),
        }.get(kind, "")

    def _nobody(self, kind: str) -> str:
        if kind == UNCHANGED:
            return self.tr("They are on our list already, and the list says nothing else of them.")
        return self.tr("Nobody.")

    def _decide(self, line: object) -> None:
        if not isinstance(line, Line):
            return
        match line.key:
            case Doubtful() as doubt:
                self.decided.emit(next_choice(self._decisions, doubt))
            case (ChangedPerson() as changed, str() as field):
                self.decided.emit(other_field(self._decisions, changed, field))

    def _decide_missing(self, only_adds: bool) -> None:
        self.decided.emit(replace(self._decisions, marks_missing=not only_adds))

    def _show_line(self, line: object) -> None:
        if isinstance(line, Line) and line.row:
            self.table.show_row(line.row)

    def _show_problem(self, problem: object) -> None:
        if not isinstance(problem, RowProblem) or self._listed is None:
            return
        self.table.show_row(problem.row)
        self.whole.say(str(self.problems.currentIndex().data()))
        self.whole.show()
        text = problem.facts.get("text")
        asked = next((one for one in self._listed.unresolved if one.text == text), None)
        language = self._desk.wording.language
        self.answering.ask(asked, language, known_names(language) if asked else ())
        QTimer.singleShot(0, self.problems, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """The answers below take some room from the list."""
        self.problems.scrollTo(self.problems.currentIndex())
