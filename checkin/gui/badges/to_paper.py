"""The two ways to paper, a file and a printer; what got there counts as printed."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.printing import JobStage, JobState
from checkin.domain.refused import Refused
from checkin.gui.badges.counting import Counting
from checkin.gui.badges.making import Paper
from checkin.gui.badges.side import Side
from checkin.gui.desk import Desk
from checkin.gui.kit.notices import Trouble
from checkin.gui.paper.saving import SaveDialog
from checkin.gui.switchboard import Notice
from checkin.services.badge_paper import SavedPaper


class ToPaper(QObject):
    """`paper` is what is in sight, the only thing that is ever saved or printed.

    `counted` follows once badges count as printed, `lost` carries the `Paper` of a job that the
    printer did not finish, `saving_ended` follows a save that was refused.
    """

    counted = Signal()
    lost = Signal(object)
    saving_ended = Signal()

    def __init__(self, desk: Desk, side: Side, trouble: Trouble, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._side, self._trouble = desk, side, trouble
        self.paper: Paper | None = None
        self._sold: Paper | None = None
        self.saving = False
        self.counting = Counting(desk, self)
        self.dialog = SaveDialog(desk, self.tr("Save the badges"), "badges.pdf", parent)
        self.dialog.chosen.connect(self.save_to)
        self.counting.refused.connect(self._not_counted)
        self.counting.taken_away.connect(self._taken_away)
        side.printing.accepted.connect(lambda _: self._accepted())
        side.printing.ended.connect(self._ended)

    def offer(self, paper: Paper | None) -> None:
        """Another PDF is in sight, or none; the old one goes nowhere any more."""
        self.paper = paper
        self._side.printing.withdraw()

    def hindrance(self) -> str:
        """What would be lost if the window closed now."""
        if self.saving or self._side.printing.sending or self.counting.waiting:
            return self.tr(
                "Badges are on their way to paper. If the window closes now, they may not count "
                "as printed."
            )
        if self._side.printing.under_way:
            return self.tr(
                "The printer still has the badges. They count as printed; if the window closes "
                "now, nobody is told how it went."
            )
        return ""

    def offer_printing(self, action: str) -> None:
        """Opens the printer's panel for the PDF in sight."""
        paper = self.paper
        if paper is None or self._side.printing.under_way or self._is_once_only(paper):
            return
        self._sold = paper
        self._side.reissue.leave()
        title = self.tr("Badges")
        once = bool(paper.job.spares)
        self._side.printing.offer(paper.made.pdf, paper.sizes, title, action, once)
        self._side.settle()

    def offer_saving(self) -> None:
        """Asks where the PDF goes."""
        if self.paper and not self.saving and not self._is_once_only(self.paper):
            self.dialog.ask()

    def _is_once_only(self, paper: Paper) -> bool:
        """Whether blank badges wait for others: on two papers two people would have one code."""
        under_way = self.saving or self._side.printing.under_way or self.counting.waiting
        waits = bool(paper.job.spares) and under_way
        if waits:
            words = self.tr(
                "Badges are on their way to paper and do not count as printed yet. Blank ones are "
                "made once they do."
            )
            self._trouble.warn(words)
        return waits

    def save_to(self, name: str) -> None:
        """Saves the PDF in sight; once it is on the disk its badges count as printed."""
        paper, to = self.paper, Path(name)
        if paper is None or self._is_once_only(paper):
            return
        self.saving = True
        badges = self._desk.services.badges
        self._desk.switchboard.tasks.start(
            lambda _: badges.write(paper.made.pdf, to),
            lambda saved: self._saved(paper, saved),
            self._not_saved,
        )

    def _saved(self, paper: Paper, saved: SavedPaper) -> None:
        self.saving = False
        one = self.tr("Saved as {file}; one badge counts as printed.")
        many, name = self.tr("Saved as {file}; {count} badges count as printed."), saved.path.name

        def told(count: int) -> None:
            self._tell((one if count == 1 else many).format(file=name, count=count))

        self.counting.count(paper.job, told, saved)

    def _not_saved(self, refused: Refused) -> None:
        self.saving = False
        self.saving_ended.emit()
        sentence = self._desk.sentence(refused)
        self._trouble.say(sentence, self.tr("Another place"), self.offer_saving)

    def _accepted(self) -> None:
        """The print system has it: its badges count as printed."""
        paper = self._sold
        if paper:
            one = self.tr("The print system took one badge; it counts as printed.")
            many = self.tr("The print system took {count} badges; they count as printed.")
            self.counting.count(
                paper.job, lambda count: self._tell(one if count == 1 else many.format(count=count))
            )
            if paper.job.spares:
                self._side.printing.withdraw()

    def _ended(self, state: object) -> None:
        if isinstance(state, JobState) and state.stage in (JobStage.CANCELLED, JobStage.FAILED):
            words = self.tr(
                "The printer did not finish this job, and its badges count as printed. "
                "Choose them again to print what is missing."
            )
            sold = self._sold
            self._trouble.warn(words, self.tr("Choose them again"), lambda: self.lost.emit(sold))

    def _tell(self, words: str) -> None:
        self._desk.switchboard.noticed.emit(Notice(words))
        self.counted.emit()

    def _not_counted(self, refused: object) -> None:
        if isinstance(refused, Refused):
            sentence = self._desk.sentence(refused)
            self._trouble.say(sentence, self.tr("Record again"), self.counting.retry)

    def _taken_away(self, refused: object) -> None:
        if isinstance(refused, Refused):
            gone = self.tr("The PDF was taken away again, for its badges do not count as printed.")
            sentence = f"{self._desk.sentence(refused)} {gone}"
            self._trouble.say(sentence, self.tr("Save again"), self.offer_saving)
