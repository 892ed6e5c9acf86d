"""The list of people found: it covers the card while something is typed, and takes no focus."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from checkin.domain.dates import hour, short_day
from checkin.gui.announce import announce
from checkin.gui.desk import Desk
from checkin.gui.look.measures import Measures
from checkin.services.finding import FoundPeople, FoundPerson

if TYPE_CHECKING:  # rows and their drawing are not needed at the start
    from checkin.gui.reception.found_row import Columns, FoundRow, RowWords

EDGE = 2  # pixels of the frame
_HEAD, _ROW, _BAR, _FOOT = 36, 64, 48, 38
NOBODY = FoundPeople()


@dataclass(frozen=True, slots=True)
class Message:
    """What stands in the list instead of people: what is so, and what to do."""

    title: str = ""
    what_to_do: str = ""


class FoundList(QWidget):
    """Rows, one of them selected; the bar under it says what Enter will do.

    `pressed` says that the selected row was pressed with the mouse, `bar_pressed` its bar.
    """

    pressed = Signal()
    bar_pressed = Signal()
    resized = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, desk.theme
        self._scale = 1.0
        self.found, self.message = NOBODY, Message()
        self.selected, self.armed, self.hint = 0, "", ""
        self._rows: list[FoundRow] = []
        self.setObjectName("found")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("People found"))
        self.hide()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._scale = measures.scale
        self._set_rows()

    @property
    def most(self) -> int:
        """How many people there is room for."""
        rest = self._fill() - self._px(_HEAD + _FOOT + _BAR) - 2 * EDGE
        return max(rest // self._px(_ROW), 1)

    def _fill(self) -> int:
        """Covers the whole of the card; how high that is."""
        card = self.parentWidget()
        if card and self.geometry() != card.rect():
            self.setGeometry(card.rect())
        return self.height()

    @property
    def current(self) -> FoundPerson | None:
        """Who is selected."""
        people = self.found.people[: len(self._rows)]
        return people[self.selected] if self.selected < len(people) else None

    def show_people(self, found: FoundPeople, hint: str) -> None:
        """Shows people, the first selected; `hint` stands at the bottom."""
        self.found, self.message, self.hint = found, Message(), hint
        self.selected, self.armed = 0, ""
        self._set_rows()
        self._appear()

    def show_message(self, message: Message) -> None:
        """Shows a message instead of people."""
        self.found, self.message, self.armed, self.hint = NOBODY, message, "", ""
        self._rows = []
        self._fill()
        self._appear()

    def _appear(self) -> None:
        self.setAccessibleDescription(self._aloud())
        self.show()
        self.raise_()
        self.update()
        announce(self, self._aloud())

    def move_by(self, step: int) -> None:
        """Selects another row; whoever was armed is let go."""
        self.armed = ""
        self.selected = min(max(self.selected + step, 0), max(len(self._rows) - 1, 0))
        self._appear()

    def arm(self, words: str) -> None:
        """Shows the bar under the selected row."""
        self.armed = words
        self._set_rows()
        self._appear()

    def _aloud(self) -> str:
        who = self.current
        if who is None:
            return f"{self.message.title} {self.message.what_to_do}".strip()
        delegate = who.delegate
        said = (f"{delegate.name}, {delegate.delegation}", delegate.function, self.armed)
        return ". ".join(filter(None, said))

    def _px(self, size: float) -> int:
        return round(size * self._scale)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _columns(self) -> "Columns":
        from checkin.gui.reception.found_row import Columns, shown_days

        days = shown_days(self._desk.meeting.days, self._today, self.width())
        return Columns(self.width(), self._scale, self._mirrored, days)

    def _set_rows(self) -> None:
        """Sets as many rows as there is room for; the bar has its room from the start."""
        if not self.found.people:
            self._rows = []
            return
        from checkin.gui.reception.found_row import FoundRow

        columns = self._columns()
        self._rows, rest = [], self._fill() - self._px(_HEAD + _FOOT + _BAR) - 2 * EDGE
        for one in self.found.people:
            words = self._words(one, columns)
            row = FoundRow(self._theme, columns, one, words, self.found.typed)
            rest -= row.height
            if rest < 0 and self._rows:
                break
            self._rows.append(row)

    def _words(self, found: FoundPerson, columns: "Columns") -> "RowWords":
        meeting, today = self._desk.meeting, self._today
        came = dict(zip(meeting.days, found.days, strict=True))
        missing = {True: self.tr("absent"), False: self.tr("to come")}
        days = []
        for day in columns.days:
            at = came[day]
            absent = self.tr("not yet") if day == today else missing[day < today]
            days.append(hour(at) if at else absent)
        capacity = self._desk.wording.say(f"capacity.{found.delegate.capacity.value}")
        same, gone = self.tr("same name"), self.tr("withdrawn")
        from checkin.gui.reception.found_row import RowWords

        return RowWords(same, gone, capacity, tuple(days))

    def _row_boxes(self) -> list[QRectF]:
        """Where the rows stand; the bar has pushed down those below it."""
        boxes, y = [], float(self._px(_HEAD) + EDGE)
        for number, row in enumerate(self._rows):
            boxes.append(QRectF(EDGE, y, self.width() - 2 * EDGE, row.height))
            y += row.height + (self._px(_BAR) if self.armed and number == self.selected else 0)
        return boxes

    def _bar_box(self) -> QRectF:
        box = self._row_boxes()[self.selected]
        return QRectF(box.x(), box.bottom(), box.width(), self._px(_BAR))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer may fit."""
        super().resizeEvent(event)
        if self.isVisible():
            self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A row is selected; a press on the bar is what Enter is."""
        place = event.position()
        if self.armed and self._bar_box().contains(place):
            self.bar_pressed.emit()
            return
        for number, box in enumerate(self._row_boxes()):
            if box.contains(place):
                self.move_by(number - self.selected)
                self.pressed.emit()
                return

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints frame, head, rows or message, and foot."""
        from checkin.gui.reception.found_drawing import ListDrawing

        with QPainter(self) as painter:
            drawing = ListDrawing(painter, self._theme, self._columns(), self.devicePixelRatioF())
            drawing.frame(self.rect())
            if not self._rows:
                drawing.message(self.height(), self.message.title, self.message.what_to_do)
                return
            drawing.head(self._px(_HEAD), self._heads())
            boxes = self._row_boxes()
            for number, (row, box) in enumerate(zip(self._rows, boxes, strict=True)):
                drawing.row_ground(box, number == self.selected)
                row.draw(painter, box.y())
            if self.armed:
                drawing.bar(self._bar_box(), self.armed, self.tr("Esc lets go"))
            high = self._px(_FOOT)
            drawing.foot(self.height() - high - EDGE, high, self.hint)

    def _heads(self) -> list[str]:
        heads, today = [self._count(), self.tr("Delegation, capacity, badge")], self._today
        for day in self._columns().days:
            text = short_day(day, self._desk.wording)
            heads.append(self.tr("{day}, today").format(day=text) if day == today else text)
        return heads

    @property
    def _today(self) -> date:
        return self._desk.now().date()

    def _count(self) -> str:
        shown, total = len(self._rows), self.found.total
        if total == 1:
            return self.tr("1 person")
        if shown == total:
            return self.tr("{count} people").format(count=total)
        words = self.tr("{count} people, the first {shown}: type more letters")
        return words.format(count=total, shown=shown)
