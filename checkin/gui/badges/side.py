"""Beside the preview: what to look at and on what it is printed, or a panel that does it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.gui.badges.before_printing import BeforePrinting
from checkin.gui.badges.paper_panel import PaperPanel
from checkin.gui.badges.reissue import ReissuePanel
from checkin.gui.desk import Desk
from checkin.gui.look.measures import Measures
from checkin.gui.paper.print_panel import PrintPanel
from checkin.services.badges import BadgeLine


class Side(QWidget):
    """One panel at a time; `settled` follows when another one is in sight, `released` when a panel

    that had the keys went away.
    """

    settled = Signal()
    released = Signal()

    def __init__(self, desk: Desk, settings: PaperPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before, self.settings = BeforePrinting(desk), settings
        self.printing, self.reissue = PrintPanel(desk), ReissuePanel(desk)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        for panel in (self.before, self.printing, self.reissue):
            self.column.addWidget(panel, 1)
        self.column.addWidget(settings)
        for panel in (self.printing, self.reissue):
            panel.closed.connect(self.settle)
            panel.released.connect(self.released)

    def settle(self) -> None:
        """Shows what to look at, where no other panel is open."""
        free = self.printing.isHidden() and self.reissue.isHidden()
        for part in (self.before, self.settings):
            part.setVisible(free)
        self.settled.emit()

    def replace_badge(self, line: BadgeLine | None) -> None:
        """Opens the panel that voids a badge, where one is looked at."""
        if line is None:
            return
        self.printing.leave()
        self.reissue.offer(line)
        self.settle()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.setFixedWidth(measures.px(324) if measures.scale >= 1 else 264)
        self.column.setSpacing(measures.gap)
        for part in (self.before, self.settings):
            part.apply(measures)
