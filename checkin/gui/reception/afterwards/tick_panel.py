"""Ticks from paper, typed in fast: the time stays, each number and Enter is one arrival."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.domain.dates import long_day
from checkin.domain.late_entry import read_time
from checkin.domain.scan import code_after_words, is_code_begun
from checkin.gui.desk import Desk
from checkin.gui.kit.fields import Choice, Field, labelled
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed
from checkin.gui.reception.afterwards.arrival_list import ArrivalList
from checkin.gui.reception.afterwards.day_panel import MOST, STEPS
from checkin.gui.reception.otherwise.panel import TARGET, DeskPanel
from checkin.services.finding import FoundPerson
from checkin.services.reception import RecentArrival

_IN_SIGHT, MEANT = 3, 4


class TickPanel(DeskPanel):
    """`sought` carries words of a name that were typed; `taken_back` the id of a tick."""

    sought = Signal(str)
    taken_back = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, " ", parent)
        self._desk = desk
        self._found: tuple[FoundPerson, ...] = ()
        self._at = 0
        self.armed = self._folded = False
        self.title.say(self.tr("Ticks from paper"))
        self.time = Field(desk.theme, self.tr("Time on paper"))
        self.who = Field(desk.theme, self.tr("Badge number or name"))
        self.day = Choice(self.tr("Day"))
        self.meant = [FitLabel(desk.theme, 15) for _ in range(MEANT)]
        self.list = ArrivalList(desk, self.tr("Entered"), _IN_SIGHT)
        self.list.taken_back.connect(self.taken_back)
        self._lay_out()
        self.guard(self.time.line)
        self.who.line.setMinimumHeight(TARGET)
        self.who.line.installEventFilter(self)
        self.who.line.returnPressed.connect(self._entered_who)
        self.who.edited.connect(self._edited)
        self.time.edited.connect(lambda _: self.say_trouble(""))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.time, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.who, 2, Qt.AlignmentFlag.AlignTop)
        self.day.setMinimumHeight(TARGET)
        day = labelled(self._desk.theme, self.tr("Day"), self.day)
        row.addWidget(day, 2, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        for part in (*self.meant, self.list):
            self.column.addWidget(part)
        self.say_go(self.tr("Enter the tick"), "Enter")
        self.finish()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window; where it is low, one line beside the buttons must do."""
        super().apply(measures)
        self._folded = measures.folded
        self.list.apply(measures)
        for label in self.meant:
            label.set_px(max(measures.px(15), 13))
        self._tell()

    def begin(self, days: Sequence[date], day: date) -> None:
        """Opens for the last day that has come; the time that was typed before stays."""
        words = self._desk.wording
        self.day.offer([(one.isoformat(), long_day(one, words)) for one in days])
        if self.isHidden():
            self.day.choose(day.isoformat())
            self.who.set_text("")
            self.say_trouble("")
            self.show_found(())
        self.show()
        first = self.who if self.at else self.time
        first.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def at(self) -> time | None:
        """The time that was typed, None where it is none."""
        return read_time(self.time.text)

    @property
    def that_day(self) -> date:
        """The day of the paper."""
        return date.fromisoformat(self.day.key)

    @property
    def person(self) -> FoundPerson | None:
        """Who stands out among those found by name."""
        return self._found[self._at] if self._found else None

    def show_found(self, found: Sequence[FoundPerson]) -> None:
        """Shows who is meant by what was typed."""
        self._found, self._at, self.armed = tuple(found), 0, False
        self._tell()

    def arm(self) -> None:
        """The next Enter enters whoever stands out."""
        self.armed = True
        self._tell()

    def entered(self, ticks: Sequence[RecentArrival]) -> None:
        """Shows what was entered, the last first; of very many the last ones."""
        self.list.show_arrivals(ticks[:MOST])
        self.extra.say(str(len(ticks)) if ticks else "")
        self._tell()

    def ready_for_next(self) -> None:
        """The number goes, the time stays."""
        self.who.set_text("")
        self.show_found(())
        self.who.line.setFocus()

    def _edited(self, text: str) -> None:
        self.say_trouble("")
        self.show_found(())
        self.sought.emit(text)

    def _entered_who(self) -> None:
        """Enter: a code is for the desk, anything else is a tick."""
        text = self.who.text
        if is_code_begun(text):
            code = code_after_words(text)
            self.who.set_text(text.removesuffix(code).strip())
            self.scanned.emit(code)
        else:
            self.asked.emit()

    def _tell(self) -> None:
        words = [self._words(one) for one in self._found]
        if self.armed and self.person:
            once_more = self.tr("Enter once more: {name}, {time}")
            at = f"{self.at:%H:%M}" if self.at else ""
            name = self._words(self.person)
            words = [once_more.format(name=name, time=at)]
        self._show_meant(words)

    def _show_meant(self, words: Sequence[str]) -> None:
        """Those found stand in the place of what was entered."""
        for place, label in enumerate(self.meant):
            label.setVisible(place < len(words) and not self._folded)
            label.set_bold(place == self._at)
            label.say(words[place] if place < len(words) else "")
        self.list.setHidden(self._folded or bool(words))
        self.beside.say(self._in_one_line(words) if self._folded else "")

    def _in_one_line(self, words: Sequence[str]) -> str:
        """Who stands out, and among how many, where there is no room for the others."""
        if len(words) < 2:
            return words[0] if words else self.list.in_one_line
        among = self.tr("{which} of {count}: {who}")
        return among.format(which=self._at + 1, count=len(words), who=words[self._at])

    def _words(self, one: FoundPerson) -> str:
        """As the paper has it: name, number, delegation, function; and who else is called so."""
        who = one.delegate
        same = self.tr("same name") if one.homonym else ""
        return listed(who.name, one.number, who.delegation, who.function, same)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down choose among those found; Ctrl+Z in an empty field is the desk's."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        undo = event.matches(QKeySequence.StandardKey.Undo)
        if undo and event.type() is QEvent.Type.ShortcutOverride and not self.who.text:
            event.ignore()
            return True
        step = STEPS.get(Qt.Key(event.key())) if self._found else None
        if step and event.type() is QEvent.Type.KeyPress:
            self._at = max(0, min(self._at + step, len(self._found) - 1))
            self.armed = False
            self._tell()
            return True
        return super().eventFilter(watched, event)
