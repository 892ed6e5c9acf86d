"""The Badges page: what must be printed, is it right, and the way to paper."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.outcome import Change
from checkin.domain.refused import Refused
from checkin.gui.badges.badge_list import BadgeList
from checkin.gui.badges.footer import Footer
from checkin.gui.badges.making import Making, Paper
from checkin.gui.badges.numbers import PAGE, Numbers, concerns_badges
from checkin.gui.badges.paper_panel import PaperPanel
from checkin.gui.badges.selection import Selection
from checkin.gui.badges.side import Side
from checkin.gui.badges.to_paper import ToPaper
from checkin.gui.badges.which import WhichPanel
from checkin.gui.building import Building
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.notices import Trouble
from checkin.gui.kit.panels import PageHead
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed
from checkin.gui.pages import Page
from checkin.gui.paper.preview import PdfPreview
from checkin.services.badges import BadgeCounts, BadgeLine, BadgeStanding


class BadgesPage(Page):
    """Choice at the leading side, the very PDF in the middle, what to look at beside it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.lines: tuple[BadgeLine, ...] = ()
        self._stale, self._unmade = True, False
        self._measures: Measures | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._read)
        self._column = QVBoxLayout(self)
        self._paper, self._body = QHBoxLayout(), QHBoxLayout()
        steps = (self._make_choice, self._make_preview, self._make_side)
        self.building = Building(steps, self)

    def _make_choice(self) -> None:
        theme = self.desk.theme
        self.head = PageHead(theme, self.tr("Badges"))
        self.replace_button = button(theme, self.tr("Replace a badge"))
        self.head.add(self.replace_button)
        self.which, self.list = WhichPanel(theme), BadgeList(theme)
        self._choice = QWidget()
        self._leading = QVBoxLayout(self._choice)
        self._leading.setContentsMargins(0, 0, 0, 0)
        self._leading.addWidget(self.which)
        self._leading.addWidget(self.list, 1)
        self._column.addWidget(self.head)
        self._column.addLayout(self._body, 1)
        self._body.addWidget(self._choice)

    def _make_preview(self) -> None:
        theme = self.desk.theme
        self.preview = PdfPreview(theme, self.desk.switchboard.tasks, PAGE)
        self.trouble, self.footer = Trouble(theme), Footer(theme)
        self._middle = QVBoxLayout()
        self._middle.addLayout(self._paper, 1)
        self._paper.addWidget(self.preview, 1)
        self._body.addLayout(self._middle, 1)

    def _make_side(self) -> None:
        self.settings = PaperPanel(self.desk)
        self.side = Side(self.desk, self.settings)
        for part, place in ((self.side, self._paper), (self.trouble, self._middle)):
            place.addWidget(part)
        self._middle.addWidget(self.footer)
        self.making = Making(self.desk, self)
        self.to_paper = ToPaper(self.desk, self.side, self.trouble, self)
        self.numbers = Numbers(self.desk, self)
        self._connect()
        if self._measures:
            self.apply(self._measures)
        self.numbers.count()

    def _connect(self) -> None:
        self.which.chosen.connect(lambda _: self._choose())
        self.list.toggled.connect(self._toggle)
        self.list.searched.connect(self._list)
        self.list.looked_at.connect(lambda _: self._look())
        self.settings.changed.connect(self._make)
        self.side.before.shown.connect(self.show_on_sheet)
        self.side.settled.connect(
            lambda: self.footer.print_out.setVisible(self.side.printing.isHidden())
        )
        self.making.made.connect(self._made)
        self.making.begun.connect(self.footer.begin)
        self.making.progressed.connect(self.footer.progress)
        self.making.refused.connect(self._not_made)
        self.replace_button.clicked.connect(lambda: self.side.replace_badge(self.list.current))
        self.footer.cancelled.connect(self._stop_making)
        self.footer.save.clicked.connect(self.to_paper.offer_saving)
        self.footer.print_out.clicked.connect(
            lambda: self.to_paper.offer_printing(self.footer.print_out.text())
        )
        self.to_paper.counted.connect(self._begin_afresh)
        self.to_paper.lost.connect(self._choose_again)
        self.numbers.counted.connect(self._show_counts)
        self.side.released.connect(self.take_focus)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+P": self.footer.print_out.click,
            "Ctrl+S": self.to_paper.offer_saving,
            "Ctrl+F": self.list.search.setFocus,
            "Ctrl+R": self.replace_button.click,
        }
        for key, does in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(does)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._measures = measures
        if not self.building.done:
            return
        margin, gap = measures.margin, measures.gap
        self._column.setContentsMargins(margin, max(gap - 2, 6), margin, max(gap - 2, 6))
        self._column.setSpacing(max(gap - 2, 6))
        for box in (self._leading, self._middle, self._body, self._paper):
            box.setSpacing(gap)
        self._choice.setFixedWidth(measures.px(372) if measures.scale >= 1 else 268)
        for part in (self.head, self.which, self.list, self.side):
            part.apply(measures)

    def take_focus(self) -> None:
        """The keys belong to the list."""
        self.building.finish()
        self.list.view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """What is in sight is made."""
        self.building.finish()
        super().showEvent(event)
        if self._stale:
            self._read()
        elif self._unmade:
            self._make()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is made for a page that nobody sees."""
        super().hideEvent(event)
        if self.building.done and self.making.running:
            self.making.cancel()
            self._unmade = True

    def follow(self, change: Change) -> None:
        """Reads the badges anew where somebody or a badge moved."""
        if concerns_badges(change):
            self.building.finish()
            self._stale = True
            if change.everything or not self.which.selection.blank:  # blank ones stay as they are
                self.to_paper.offer(None)
            if self.isVisible():
                self._later.start()

    def hindrance(self) -> str:
        """Badges on their way to paper would not count, or nobody would hear how it went."""
        return self.to_paper.hindrance() if self.building.done else ""

    def _read(self) -> None:
        self._stale = False
        desk = self.desk
        self.lines = desk.services.badges.lines(desk.operator, desk.wording.language)
        self.which.offer(self.lines)
        self.numbers.count()
        self._list()
        if not (self.which.selection.blank and self.to_paper.paper):
            self._make()

    def _choose(self, selection: Selection | None = None) -> None:
        """Shows and makes what is chosen."""
        if selection:
            self.which.show_selection(selection)
        self._list()
        self._make()

    def _choose_again(self, paper: object) -> None:
        if isinstance(paper, Paper) and paper.job.spares:
            self._choose(replace(self.which.selection, blank=len(paper.job.spares)))
        elif isinstance(paper, Paper):
            again = frozenset(face.token for face in paper.job.faces)
            self._choose(Selection(groups=frozenset(), ticked=again))

    def _begin_afresh(self) -> None:
        """What was ticked by hand is on paper now, and the next sheet is a new one."""
        self.settings.start_afresh()
        self._choose(self.which.selection.by_groups_only())

    def _toggle(self, line: object) -> None:
        if isinstance(line, BadgeLine):
            self._choose(self.which.selection.toggled(line))

    def _list(self) -> None:
        self.list.show_lines(self.lines, self.which.selection)
        self._look()

    def _make(self) -> None:
        """Has the PDF of what is chosen made; what was made before is no longer offered."""
        self._unmade = False
        self.to_paper.offer(None)
        chosen = self.which.selection
        tokens = chosen.chosen(self.lines)
        if tokens or chosen.blank:
            self.footer.offer_nothing(self.tr("The PDF is being made."))
            self.making.want(self.settings.choice(tokens, chosen.blank or None))
            return
        self.making.cancel()
        if not self.lines:
            sentence = self.tr("Take a list of delegates in: each gets a badge.")
        elif all(one.standing is BadgeStanding.PRINTED for one in self.lines):
            sentence = self.tr("Every badge is on paper. Tick people in the list to print again.")
        else:
            sentence = self.tr("Choose a group, or find people and tick them in the list.")
        self._blank(self.tr("No badge is chosen"), sentence)

    def _blank(self, title: str, sentence: str) -> None:
        self.preview.say(title, sentence)
        self.side.before.say_nothing()
        self.footer.offer_nothing("")

    def _stop_making(self) -> None:
        self.making.cancel()
        self._blank(self.tr("Nothing was made"), self.tr("Choose other badges, or the same again."))

    def _made(self, paper: object) -> None:
        if not isinstance(paper, Paper):
            return
        self.to_paper.offer(paper)
        self.preview.show_pdf(paper.made.pdf, paper.sizes)
        self.side.before.show_print(paper.made.printed)
        chosen = {face.token for face in paper.job.faces}
        on_paper = [one for one in self.lines if one.standing is not BadgeStanding.UNPRINTED]
        again = sum(one.token in chosen for one in on_paper)
        self.footer.offer(paper.made.printed, again, several=paper.job.sheet != "")
        self._look()

    def _not_made(self, refused: object) -> None:
        if isinstance(refused, Refused):
            self._blank(self.tr("Nothing was made"), self.desk.sentence(refused))

    def _look(self) -> None:
        """Whoever is looked at in the list has a frame on the sheet, and may get another badge."""
        line = self.list.current
        self.replace_button.setEnabled(line is not None)
        why = "" if line else self.tr("Choose somebody in the list first")
        self.replace_button.setToolTip(why or "Ctrl+R")
        self.show_on_sheet(line.delegate_id if line else "")

    def show_on_sheet(self, delegate_id: str) -> None:
        """Shows somebody's badge in a frame on its sheet."""
        paper = self.to_paper.paper
        self.preview.mark(paper.place_of(delegate_id) if paper and delegate_id else None)

    def _show_counts(self, counts: object) -> None:
        if not isinstance(counts, BadgeCounts):
            return
        facts = (
            self.tr("{count} printed").format(count=counts.printed),
            self.tr("{count} not printed yet").format(count=counts.unprinted),
            self.tr("{count} changed since printed").format(count=counts.outdated),
        )
        self.head.about.say(listed(*facts))
        self.which.show_counts(counts)
