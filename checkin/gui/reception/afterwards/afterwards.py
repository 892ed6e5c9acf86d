"""The place under the card for what is done afterwards: ticks from paper, arrivals taken back."""

from collections.abc import Callable, Collection
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from checkin.domain.answer import Answer
from checkin.domain.arrival import Arrival
from checkin.domain.dates import moment
from checkin.domain.outcome import Change, Outcome
from checkin.domain.refused import Refused
from checkin.domain.spoken import speak_late
from checkin.gui.desk import Desk
from checkin.gui.reception.otherwise.acts import DeskActs
from checkin.gui.reception.otherwise.panel_place import PanelPlace
from checkin.gui.reception.showing import Showing
from checkin.gui.status_line import FileState
from checkin.gui.switchboard import Notice
from checkin.services.reception import Asked, RecentArrival

if TYPE_CHECKING:  # nothing of it is needed before somebody asks
    from checkin.gui.reception.afterwards.day_panel import DayPanel
    from checkin.gui.reception.afterwards.reason_panel import ReasonPanel
    from checkin.gui.reception.afterwards.tick_panel import TickPanel
    from checkin.gui.reception.otherwise.otherwise import Otherwise
    from checkin.gui.reception.post_choice import PostChoice

_LEAST = 2  # letters of a name
_MEANT = 4  # people found by it, as many as the panel shows


class Afterwards(PanelPlace):
    """`troubled` says why something was not done, `confirmed` names an arrival to be taken back."""

    troubled = Signal(str)
    confirmed = Signal(str)

    def __init__(
        self,
        desk: Desk,
        showing: Showing,
        acts: DeskActs,
        may_write: Callable[[bool], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._showing, self._acts, self._may_write = desk, showing, acts, may_write
        self._ticked: dict[str, RecentArrival] = {}
        self._why: dict[str, str] = {}
        self._tick: TickPanel | None = None
        self._day: DayPanel | None = None
        self._reason: ReasonPanel | None = None
        desk.switchboard.changed.connect(self._follow)

    def keys_of(self, page: QWidget) -> None:
        """F10 and Ctrl+B work wherever the keys are on the page."""
        for key, does in {"F10": self.ticks, "Ctrl+B": self.arrivals}.items():
            short = QShortcut(QKeySequence(key), page)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(does)

    def take_turns_with(self, otherwise: "Otherwise", posts: "PostChoice") -> None:
        """One panel under the card at a time."""
        for opened in (otherwise.opened, posts.opened):
            opened.connect(self.close_panels)
        self.opened.connect(otherwise.close_panels)
        self.opened.connect(posts.close_panel)

    def ticks(self) -> None:
        """F10: ticks from paper are typed in."""
        late = self._desk.services.late_entry
        day = late.usual_day()
        if not self._may_write(False):
            return
        if day is None:
            self.troubled.emit(self.tr("No meeting day has come yet. There is nothing to enter."))
            return
        self._open(self._tick_panel()).begin(late.days(), day)

    def arrivals(self) -> None:
        """Ctrl+B: all arrivals of a day; that of the person on the card stands out."""
        late, answer = self._desk.services.late_entry, self._showing.answer
        days, day = late.days(), self._desk.services.reception.today() or late.usual_day()
        known = (answer.arrival or answer.earlier) if answer else None
        day = known.day if known else day
        if not self._may_write(True):
            return
        if day is None:
            self.troubled.emit(self.tr("No meeting day has come yet. Nobody has arrived."))
            return
        panel = self._open(self._day_panel())
        panel.begin(tuple(dict.fromkeys((*days, day))), day)
        if known and answer and answer.delegate:
            number = answer.badge.number if answer.badge else ""  # of two who are called the same
            panel.text.set_text(number or answer.delegate.name)
            panel.text.line.selectAll()  # whoever types means somebody else
        self._read_day(known.id if known else "")

    def take_back(self, arrival_id: str) -> None:
        """Takes an arrival back, at once or after asking why."""
        found = self._desk.services.taking_back.standing((arrival_id,))
        if not found or not self._desk.services.taking_back.is_late(found[0].arrival):
            self.confirmed.emit(arrival_id)
        elif self._may_write(True):
            self._open(self._reason_panel()).offer(found[0])

    def undone(self, arrival_id: str) -> "Outcome[Arrival]":
        """Takes an arrival back with the reason that was given, if one was asked for."""
        why, desk = self._why.pop(arrival_id, ""), self._desk
        return desk.services.reception.undo(arrival_id, desk.operator, why)

    def tell(self, outcome: "Outcome[Arrival]") -> None:
        """Says whose arrival was taken back, and what moved."""
        desk, arrival = self._desk, outcome.value
        who = desk.services.taking_back.whose(arrival).delegate
        name = who.name if who else self.tr("somebody who is not on this list yet")
        words = self.tr("Taken back: the arrival of {name} at {time}.")
        at = moment(desk.meeting.local(arrival.at), desk.now().date(), desk.wording)
        board = desk.switchboard
        board.file_told.emit(FileState(desk.now()))
        board.noticed.emit(Notice(words.format(name=name, time=at)))
        board.taken_back.emit()
        board.changed.emit(outcome.change)

    def _enter(self) -> None:
        """One tick: what was typed, with the time beside it."""
        panel = self._tick_panel()
        at, text = panel.at, panel.who.text.strip()
        if at is None:
            panel.say_trouble(self._desk.sentence(Refused("not_a_time", text=panel.time.text)))
            panel.time.line.setFocus()
            return
        if not text or not self._may_write(False):
            return
        late, operator, person = self._desk.services.late_entry, self._desk.operator, panel.person
        if person and not panel.armed:
            panel.arm()
            return
        try:
            if person:
                who = person.delegate.id
                self._entered(late.enter_person(who, at, operator, panel.that_day))
            else:
                self._entered(late.enter(text, at, operator, panel.that_day))
        except Refused as refused:
            panel.say_trouble(self._desk.sentence(refused))

    def _entered(self, outcome: "Outcome[Answer]") -> None:
        """What was entered joins the list; what was not is said, and can be mended."""
        panel, answer = self._tick_panel(), outcome.value
        spoken = speak_late(answer, self._desk.meeting, self._desk.wording)
        name = answer.delegate.name if answer.delegate else ""
        said = ": ".join(filter(None, (name, spoken.say)))
        if not answer.recorded or answer.arrival is None:
            panel.say_trouble(f"{spoken.word}. {said}")
            panel.who.line.selectAll()
            return
        panel.say_trouble("")
        self._ticked[answer.arrival.id] = RecentArrival(answer.arrival, answer.delegate)
        panel.ready_for_next()
        what = self.tr("the arrival of {name} from paper").format(name=name)
        self._acts.did(outcome, said, what)

    def _seek(self, text: str) -> None:
        """Words of a name are searched for as they are at the desk; a number is none."""
        reception = self._desk.services.reception
        words = len(text.strip()) >= _LEAST and reception.asked(text) is Asked.WORDS
        finding, operator = self._desk.services.finding, self._desk.operator
        found = finding.people(text, operator, _MEANT).people if words else ()
        self._tick_panel().show_found(found)

    def _read_day(self, chosen: str = "") -> None:
        panel = self._day_panel()
        day, text = date.fromisoformat(panel.day.key), panel.text.text
        found = self._desk.services.taking_back.of_day(day, self._desk.operator, text)
        panel.show_found(found, chosen)

    def _take_chosen(self) -> None:
        chosen = self._day_panel().list.chosen
        if chosen:
            self.take_back(chosen)

    def _take_with_reason(self) -> None:
        panel = self._reason_panel()
        reason = panel.given()
        if reason:
            self._why[panel.arrival_id] = reason
            panel.leave()
            self.confirmed.emit(panel.arrival_id)

    def _follow(self, change: object) -> None:
        """What stands in the lists is what stands in the file; another's scan reads no tick."""
        if not isinstance(change, Change) or not (change.arrivals or change.everything):
            return
        ticked = self._ticked.keys()
        moved = tuple(ticked if change.everything else ticked & change.arrivals)
        if self._tick and moved:
            self._read_ticks(self._tick, moved)
        if self._day and not self._day.isHidden():
            self._read_day(self._day.list.chosen)

    def _read_ticks(self, panel: "TickPanel", moved: Collection[str]) -> None:
        standing = {one.arrival.id: one for one in self._desk.services.taking_back.standing(moved)}
        gone = set(moved) - standing.keys()
        known = {**self._ticked, **standing}
        self._ticked = {own: one for own, one in known.items() if own not in gone}
        panel.entered(tuple(self._ticked.values())[::-1])

    def _tick_panel(self) -> "TickPanel":
        if self._tick is None:
            from checkin.gui.reception.afterwards.tick_panel import TickPanel

            self._tick = self._add(TickPanel(self._desk), self._enter)
            self._tick.sought.connect(self._seek)
            self._tick.taken_back.connect(self.take_back)
        return self._tick

    def _day_panel(self) -> "DayPanel":
        if self._day is None:
            from checkin.gui.reception.afterwards.day_panel import DayPanel

            self._day = self._add(DayPanel(self._desk), self._take_chosen)
            self._day.wanted.connect(self._read_day)
            self._day.taken_back.connect(self.take_back)
        return self._day

    def _reason_panel(self) -> "ReasonPanel":
        if self._reason is None:
            from checkin.gui.reception.afterwards.reason_panel import ReasonPanel

            self._reason = self._add(ReasonPanel(self._desk), self._take_with_reason)
        return self._reason
