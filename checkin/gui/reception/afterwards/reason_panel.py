"""Why an arrival of a day that is over is taken back."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Field
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.reception.afterwards.arrival_list import ArrivalList
from checkin.gui.reception.otherwise.panel import TARGET, DeskPanel
from checkin.services.reception import RecentArrival

KEY = "Ctrl+Enter"


class ReasonPanel(DeskPanel):
    """Whose arrival, some usual reasons, and room for another; nothing is recorded without one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, " ", parent)
        self.arrival_id = ""
        self.title.say(self.tr("Take back an arrival of an earlier day"))
        self.about = ArrivalList(desk, self.tr("The arrival"), 1)
        words = self.tr("It was entered on a day that is over. The journal keeps both, and why.")
        self._words = FitLabel(desk.theme, 14, tone="ink2", wraps=True)
        self._words.say(words)
        self.reason = Field(desk.theme, self.tr("Why?"))
        self.guard(self.reason.line)
        self.reason.edited.connect(lambda _: self.say_trouble(""))
        usual = (self.tr("Wrong person"), self.tr("Scanned twice"), self.tr("Left at once"))
        self.usual = [
            button(desk.theme, words, does=partial(self.choose, words)) for words in usual
        ]
        row = QHBoxLayout()
        for one in self.usual:
            one.setMinimumHeight(TARGET)
            row.addWidget(one)
        row.addStretch(1)
        for part in (self.about, self._words):
            self.column.addWidget(part)
        self.column.addLayout(row)
        self.column.addWidget(self.reason)
        self.say_go(self.tr("Take it back"), KEY)
        self.finish()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window; where it is low, whose it is stands beside the buttons."""
        super().apply(measures)
        self.about.apply(measures)
        for part in (self._words, self.about, *self.usual):
            part.setHidden(measures.folded)
        self.beside.say(self.about.in_one_line if measures.folded else "")

    def offer(self, recent: RecentArrival) -> None:
        """Opens for an arrival."""
        self.arrival_id = recent.arrival.id
        self.about.show_arrivals([recent])
        self.about.rows[0].button.hide()
        self.beside.say(self.about.in_one_line if self.about.isHidden() else "")
        self.reason.set_text("")
        self.say_trouble("")
        self.show()
        self.reason.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, words: str) -> None:
        """One of the usual reasons; it can still be mended."""
        self.reason.set_text(words)
        self.say_trouble("")
        self.reason.line.setFocus()

    def given(self) -> str:
        """The reason; says that there is none."""
        reason = self.reason.text.strip()
        if not reason:
            self.say_trouble(self.tr("A reason is needed. Nothing was changed."))
        return reason
