"""Which badges: whole groups with their numbers and one delegation, or blank ones."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from checkin.gui.badges.selection import EVERYWHERE, NOWHERE, Selection
from checkin.gui.kit.fields import Choice
from checkin.gui.kit.panels import Panel
from checkin.gui.look.fonts import font
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme
from checkin.services.badges import BadgeCounts, BadgeLine, BadgeStanding

Groups = tuple[BadgeStanding, ...]
_BLANK = (4, 8, 12, 20, 40, 100, 200, 500)  # whole sheets of four
_USUAL_BLANK = 12


class WhichPanel(Panel):
    """`chosen` carries the `Selection` that was asked for."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("WhichPanel", "Which badges")
        super().__init__(theme, title, parent)
        self.selection = Selection()
        self._boxes: list[tuple[QCheckBox, Groups, FitLabel]] = []
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(4)
        self.unprinted = self._group(self.tr("Not printed yet"), (BadgeStanding.UNPRINTED,))
        self.outdated = self._group(self.tr("Changed since printed"), (BadgeStanding.OUTDATED,))
        self.everybody = self._group(self.tr("Everybody"), tuple(BadgeStanding))
        blank = self._make_blank()
        self.delegation = Choice(self.tr("Delegation"))
        self.delegation.chosen.connect(self._narrowed)
        self.delegation.setMinimumContentsLength(8)
        self.delegation.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.column.addLayout(self._grid)
        self.column.addLayout(blank)
        self.column.addWidget(self.delegation)
        self.offer(())
        self.show_selection(self.selection)

    def _group(self, words: str, standings: Groups) -> QCheckBox:
        box, number = self._box(words), FitLabel(self.theme, 15, bold=True, trailing=True)
        box.clicked.connect(lambda on: self._grouped(standings, bool(on)))
        row = len(self._boxes)
        self._grid.addWidget(box, row, 0)
        self._grid.addWidget(number, row, 1)
        self._grid.setColumnStretch(0, 1)
        self._boxes.append((box, standings, number))
        return box

    def _box(self, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setFont(font(14))
        box.setAccessibleName(words)
        return box

    def _make_blank(self) -> QHBoxLayout:
        numbers = [(str(one), str(one)) for one in _BLANK]
        self.how_many = Choice(self.tr("How many blank badges"), numbers)
        self.how_many.choose(str(_USUAL_BLANK))
        self.blank = self._box(self.tr("Blank badges"))
        self.blank.setToolTip(self.tr("For people who are not on the list: at the desk, F4"))
        self.blank.clicked.connect(lambda on: self._blanked(bool(on)))
        self.how_many.chosen.connect(lambda _: self._numbered())
        row = QHBoxLayout()
        row.addWidget(self.blank, 1)
        row.addWidget(self.how_many)
        return row

    def offer(self, lines: Sequence[BadgeLine]) -> None:
        """Offers the delegations of these badges."""
        names = sorted({line.delegation for line in lines if line.delegation})
        choices = [(EVERYWHERE, self.tr("Every delegation")), *((name, name) for name in names)]
        if any(not line.delegation for line in lines):
            choices.append((NOWHERE, self.tr("Without a delegation")))
        self.delegation.offer(choices)
        if self.delegation.key != self.selection.delegation:
            self.show_selection(replace(self.selection, delegation=EVERYWHERE))

    def show_counts(self, counts: BadgeCounts) -> None:
        """Shows how many belong to each group."""
        numbers = (counts.unprinted, counts.outdated, counts.everybody)
        for (_, _, label), number in zip(self._boxes, numbers, strict=True):
            label.say(str(number))

    def show_selection(self, selection: Selection) -> None:
        """Shows what is chosen."""
        self.selection = selection
        for box, standings, _ in self._boxes:
            box.setChecked(not selection.blank and selection.groups.issuperset(standings))
        self.blank.setChecked(bool(selection.blank))
        if selection.blank:
            self.how_many.choose(str(selection.blank))
        self.delegation.choose(selection.delegation)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.column.setContentsMargins(16, measures.px(12), 16, measures.px(12))
        for box in (*(box for box, _, _ in self._boxes), self.blank):
            box.setFont(font(max(measures.px(14), 13)))

    def _grouped(self, standings: Groups, on: bool) -> None:
        self._choose(self.selection.with_group(standings, on))

    def _narrowed(self, delegation: str) -> None:
        self._choose(self.selection.narrowed(delegation))

    def _blanked(self, on: bool) -> None:
        self._choose(replace(self.selection, blank=int(self.how_many.key) if on else 0))

    def _numbered(self) -> None:
        """Another number; alone it chooses nothing."""
        if self.blank.isChecked():
            self._blanked(on=True)

    def _choose(self, selection: Selection) -> None:
        self.show_selection(selection)
        self.chosen.emit(selection)
