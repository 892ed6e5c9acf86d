"""All arrivals of a day, found by name or number, each to be taken back."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.domain.dates import long_day
from checkin.gui.desk import Desk
from checkin.gui.kit.fields import Choice, Field, labelled
from checkin.gui.look.measures import Measures
from checkin.gui.reception.afterwards.arrival_list import ArrivalList
from checkin.gui.reception.otherwise.panel import TARGET, DeskPanel
from checkin.services.reception import RecentArrival

KEY = "Ctrl+Enter"
MOST = 50
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DayPanel(DeskPanel):
    """`wanted` asks to read anew: another day, or other words; `taken_back` carries an id."""

    wanted = Signal()
    taken_back = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, " ", parent)
        self._desk = desk
        self.title.say(self.tr("Arrivals, to be taken back"))
        self.text = Field(desk.theme, self.tr("Name or badge number"))
        self.guard(self.text.line)
        self.text.line.installEventFilter(self)
        self.text.edited.connect(lambda _: self.wanted.emit())
        self.day = Choice(self.tr("Day"))
        self.day.setMinimumHeight(TARGET)
        self.day.chosen.connect(lambda _: self.wanted.emit())
        self.list = ArrivalList(desk, self.tr("Arrivals"), 4)
        self.list.taken_back.connect(self.taken_back)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.text, 2)
        row.addWidget(labelled(desk.theme, self.tr("Day"), self.day), 1)
        self.column.addLayout(row)
        self.column.addWidget(self.list)
        self.say_go(self.tr("Take it back"), KEY)
        self.finish()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window; where it is low, the chosen one is one line below."""
        super().apply(measures)
        self.list.apply(measures)
        self.list.setHidden(measures.folded)
        self._tell()

    def begin(self, days: Sequence[date], day: date) -> None:
        """Opens for a day, with nothing typed."""
        words = self._desk.wording
        self.day.offer([(one.isoformat(), long_day(one, words)) for one in days])
        self.day.choose(day.isoformat())
        self.text.set_text("")
        self.say_trouble("")
        self.show()
        self.text.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_found(self, found: Sequence[RecentArrival], chosen: str = "") -> None:
        """Shows what was read; the arrival of the id is chosen, or the first."""
        self.list.show_arrivals(found, chosen)
        self.go.setEnabled(bool(found))
        self.go.setToolTip("" if found else self._none())
        self._tell()

    def _tell(self) -> None:
        count = len(self.list.lines)
        none = self._none()
        more = self.tr("The last {count}. Older ones are found by name.").format(count=MOST)
        words = more if count == MOST else "" if count else none
        self.beside.say(self.list.in_one_line or none if self.list.isHidden() else words)

    def _none(self) -> str:
        if self.text.text.strip():
            return self.tr("Nobody arrived on this day who is meant by that.")
        return self.tr("Nobody has arrived on this day.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down choose in the list while the keys are in the field."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step:
                self.list.step(step)
                self._tell()
                return True
        return super().eventFilter(watched, event)
