"""Why an arrival of a day that is over is taken back."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.domain.dates import moment
from checkin.domain.spoken import recorded_at
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Field
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed
from checkin.gui.reception.otherwise.panel import TARGET, DeskPanel
from checkin.services.reception import RecentArrival

KEY = "Ctrl+Enter"


class ReasonPanel(DeskPanel):
    """Whose arrival, some usual reasons, and room for another; nothing is recorded without one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, " ", parent)
        self.arrival_id = ""
        self.title.say(self.tr("Take back an arrival of an earlier day"))
        self._desk = desk
        self.whose = FitLabel(desk.theme, 15, bold=True, wraps=True)
        self.reason = Field(desk.theme, self.tr("Why?"))
        self.guard(self.reason.line)
        self.reason.edited.connect(lambda _: self.say_trouble(""))
        usual = (self.tr("Wrong person"), self.tr("Scanned twice"), self.tr("Left at once"))
        self.usual = [
            button(desk.theme, words, does=partial(self.choose, words)) for words in usual
        ]
        row = QHBoxLayout()
        row.addWidget(self.reason, 1)
        for one in self.usual:
            one.setMinimumHeight(TARGET)
            row.addWidget(one, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addWidget(self.whose)
        self.column.addLayout(row)
        self.say_go(self.tr("Take it back"), KEY)
        self.finish()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window; where it is low, whose it is stands beside the buttons."""
        super().apply(measures)
        self.whose.set_px(max(measures.px(15), 13))
        for part in (self.whose, *self.usual):
            part.setHidden(measures.folded)
        self._tell(measures.folded)

    def offer(self, recent: RecentArrival) -> None:
        """Opens for an arrival."""
        self.arrival_id = recent.arrival.id
        self.whose.say(self._line(recent))
        self._tell(self.whose.isHidden())
        self.reason.set_text("")
        self.say_trouble("")
        self.show()
        self.reason.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell(self, folded: bool) -> None:
        words = self.tr("It was entered on a day that is over. The journal keeps both, and why.")
        self.beside.say(self.whose.text() if folded else words)

    def _line(self, recent: RecentArrival) -> str:
        """When, who, from where, at which desk: one line, for the card above needs its room."""
        arrival, who, desk = recent.arrival, recent.delegate, self._desk
        at = moment(desk.meeting.local(arrival.at), desk.now().date(), desk.wording)
        name = who.name if who else self.tr("Not on this list yet")
        where = recorded_at(arrival, desk.meeting, desk.wording)
        return listed(at, name, who.delegation if who else "", where)

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
