"""What came of the last list: counts, and every row that was left out or has something odd."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkin.domain.dates import hour
from checkin.domain.list_decisions import SKIP
from checkin.domain.listing import RowProblem
from checkin.domain.row_words import row_words
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.panels import Mark, Panel, rule
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import FAULT, OK, WARN
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed
from checkin.services.lists import Imported

_STEP = 12  # problems that are put into words at once
_COLUMN = 380  # pixels that a problem needs


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A problem in words, and whom it is about where that person came onto the list."""

    mark: str
    where: str
    what: str
    do: str
    name: str = ""


class ProblemPart(QWidget):
    """One row of the list: where, what, what to do; `shown` carries a name to look for."""

    shown = Signal(str)

    def __init__(self, desk: Desk, line: ProblemLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setAccessibleName(f"{line.where}: {line.what} {line.do}")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for text, bold, tone in (
            (line.where, True, "ink"),
            (line.what, False, "ink"),
            (line.do, False, "ink2"),
        ):
            label = FitLabel(desk.theme, 14 if tone == "ink" else 13, bold, tone, wraps=True)
            label.say(text)
            texts.addWidget(label)
        texts.addStretch(1)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Mark(desk.theme, line.mark, 18), 0, top)
        row.addLayout(texts, 1)
        if line.name:
            words = self.tr("Show {name}").format(name=line.name)
            show = button(desk.theme, self.tr("Show"), "quiet", name=words)
            show.clicked.connect(self._show)
            row.addWidget(show, 0, top)

    def high(self, width: int) -> int:
        """The height of its words in a width."""
        return max(self._row.totalHeightForWidth(width), self._row.totalMinimumSize().height())

    def _show(self) -> None:
        self.shown.emit(self.line.name)


class ProblemsPanel(Panel):
    """Hidden until a list was taken in; `looked_for` carries a name."""

    looked_for = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, " ", parent)
        self._desk = desk
        self._lines: Sequence[tuple[RowProblem, str, str]] = ()
        self._all, self._shown = False, 0
        self.parts: list[ProblemPart] = []
        self._mark = Mark(desk.theme, OK, 20)
        self.counts = FitLabel(desk.theme, 14, tone="ink2")
        self.more = button(desk.theme, self.tr("Show rows"), does=self._toggle)
        self.close_button = button(desk.theme, self.tr("Close"), "quiet", does=self.hide)
        self._rule = rule()
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self.head.removeWidget(self.extra)
        self.extra.hide()
        self.head.insertWidget(0, self._mark)
        self.head.setStretch(1, 0)
        self.head.addWidget(self.counts, 1)
        self.head.addWidget(self.more)
        self.head.addWidget(self.close_button)
        inside = QWidget()
        inside.setObjectName("inside")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self.area.setAccessibleName(self.tr("Rows of the list to look at"))
        self._further = button(self._desk.theme, "", "quiet", does=self._show_further)
        self.column.addWidget(self._rule)
        self.column.addWidget(self.area, 1)
        self.column.addWidget(self._further, 0, Qt.AlignmentFlag.AlignLeading)

    def show_list(self, imported: Imported) -> None:
        """Shows what came of a list."""
        listed_, plan, settled = imported.listed, imported.plan, imported.settled
        skipped = sum(what == SKIP for what in imported.decisions.doubtful.values())
        titled = self.tr("List taken in at {time}").format(time=hour(self._desk.now()))
        self.title.say(titled)
        self.counts.say(
            listed(
                self.tr("{count} new").format(count=len(settled.added)),
                self.tr("{count} changed").format(count=len(settled.changed)),
                self.tr("{count} already there").format(count=plan.unchanged),
                self.tr("{count} left out").format(count=len(listed_.refused) + skipped),
                self.tr("{count} to look at").format(count=len(listed_.warnings)),
            )
        )
        self._lines = _problems(imported)
        worst = FAULT if listed_.refused else WARN if listed_.warnings else OK
        self._mark.set_state(worst, "")
        self._all = False
        self._fill()
        self.show()

    def _line(self, problem: RowProblem, mark: str, name: str) -> ProblemLine:
        what, do = row_words(problem, self._desk.wording)
        row = self.tr("Row {row}").format(row=problem.row)
        return ProblemLine(mark, listed(row, problem.column, name), f"{what}.", do, name)

    @property
    def _across(self) -> int:
        return max(1, min(3, (self.width() - 32) // _COLUMN))

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.column.setContentsMargins(16, measures.px(10), 16, measures.px(10))
        self._size()

    def _fill(self) -> None:
        for part in self.parts:
            self._grid.removeWidget(part)
            part.deleteLater()
        self.parts = []
        self._add(_STEP)
        self._size()

    def _add(self, count: int) -> None:
        first = len(self.parts)
        for line in self._lines[first : first + count]:
            part = ProblemPart(self._desk, self._line(*line))
            part.shown.connect(self.looked_for)
            self.parts.append(part)
        self._shown = self._across
        for place, part in enumerate(self.parts):
            self._grid.addWidget(part, *divmod(place, self._shown))
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < self._shown))
        left = len(self._lines) - len(self.parts)
        self._further.setText(self.tr("Show more rows ({count})").format(count=left))
        self._further.setAccessibleName(self._further.text())
        self._further.setVisible(left > 0 and self._all)

    def _show_further(self) -> None:
        self._add(_STEP)

    def _toggle(self) -> None:
        self._all = not self._all
        self.area.verticalScrollBar().setValue(0)
        self._add(0)
        self._size()

    def _size(self) -> None:
        """One line of problems, or as many as may be."""
        lines, some = -(-len(self._lines) // self._across), bool(self._lines)
        self.more.setVisible(lines > 1)
        self.more.setText(self.tr("Fewer rows") if self._all else self.tr("Show rows"))
        self.more.setAccessibleName(self.more.text())
        for part in (self._rule, self.area):
            part.setVisible(some)
        bars = Qt.ScrollBarPolicy
        way = bars.ScrollBarAsNeeded if self._all else bars.ScrollBarAlwaysOff
        self.area.setVerticalScrollBarPolicy(way)
        self._further.setVisible(self._all and len(self.parts) < len(self._lines))
        room = self._high(lines if self._all else min(lines, 1))
        self.area.setFixedHeight(max(min(room, self._most), 1))

    @property
    def _most(self) -> int:
        """The height that leaves the table some rows."""
        page = self.parentWidget()
        return max(round(page.height() * 0.38), 60) if page else 300

    def _high(self, lines: int) -> int:
        """The height of so many lines of problems."""
        across = self._across
        wide = max((self.width() - 34 - 24 * (across - 1)) // across, 200)
        heights = [part.high(wide) for part in self.parts[: lines * across]]
        rows = [max(heights[at : at + across]) for at in range(0, len(heights), across)]
        return sum(rows) + 10 * max(len(rows) - 1, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other columns where there is other room."""
        super().resizeEvent(event)
        if self._lines and self._across != self._shown:
            self._add(0)
        self._size()


def _problems(imported: Imported) -> list[tuple[RowProblem, str, str]]:
    """Rows left out, then those to look at, each with its mark and whose row it is."""
    names = {one.row: one.delegate.name for one in imported.listed.people}
    warned = [(one, WARN, names.get(one.row, "")) for one in imported.listed.warnings]
    return [(one, FAULT, "") for one in imported.listed.refused] + warned
