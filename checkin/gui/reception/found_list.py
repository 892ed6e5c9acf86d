"""The list of people found: it covers the card while something is typed, and takes no focus."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from checkin.domain.dates import hour, short_day
from checkin.gui.announce import announce
from checkin.gui.desk import Desk
from checkin.gui.look.icons import icon_pixmap
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import SetText, TextStyle, fitting_px, set_text
from checkin.gui.reception.found_row import Columns, FoundRow, RowWords, shown_days
from checkin.services.finding import FoundPeople, FoundPerson

_HEAD, _ROW, _BAR, _FOOT = 36, 64, 48, 38
_EDGE = 2
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
        rest = self._fill() - self._px(_HEAD + _FOOT + _BAR) - 2 * _EDGE
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

    def _columns(self) -> Columns:
        days = shown_days(self._desk.meeting.days, self._desk.now().date(), self.width())
        return Columns(self.width(), self._scale, self._mirrored, days)

    def _set_rows(self) -> None:
        """Sets as many rows as there is room for; the bar has its room from the start."""
        columns = self._columns()
        self._rows, rest = [], self._fill() - self._px(_HEAD + _FOOT + _BAR) - 2 * _EDGE
        for one in self.found.people:
            words = self._words(one, columns)
            row = FoundRow(self._theme, columns, one, words, self.found.typed)
            rest -= row.height
            if rest < 0 and self._rows:
                break
            self._rows.append(row)

    def _words(self, found: FoundPerson, columns: Columns) -> RowWords:
        meeting, today = self._desk.meeting, self._desk.now().date()
        came = dict(zip(meeting.days, found.days, strict=True))
        missing = {True: self.tr("absent"), False: self.tr("to come")}
        days = []
        for day in columns.days:
            at = came[day]
            absent = self.tr("not yet") if day == today else missing[day < today]
            days.append(hour(at) if at else absent)
        capacity = self._desk.wording.say(f"capacity.{found.delegate.capacity.value}")
        same, gone = self.tr("same name"), self.tr("withdrawn")
        return RowWords(same, gone, capacity, tuple(days))

    def _row_boxes(self) -> list[QRectF]:
        """Where the rows stand; the bar has pushed down those below it."""
        boxes, y = [], float(self._px(_HEAD) + _EDGE)
        for number, row in enumerate(self._rows):
            boxes.append(QRectF(_EDGE, y, self.width() - 2 * _EDGE, row.height))
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
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), QColor(self._theme["page"]))
            painter.setPen(QPen(QColor(self._theme["accent"]), _EDGE))
            painter.setBrush(QColor(self._theme["surface"]))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
            if not self._rows:
                self._paint_message(painter)
                return
            self._paint_head(painter)
            for number, box in enumerate(self._row_boxes()):
                self._paint_row(painter, number, box)
            if self.armed:
                self._paint_bar(painter, self._bar_box())
            self._paint_foot(painter)

    def _text(
        self, text: str, px: int, room: float, bold: bool = False, trailing: bool = False
    ) -> SetText:
        fitted = fitting_px(text, px, 11, room, bold)
        style = TextStyle(fitted, bold, 1.25)
        return set_text(text, style, room, self._mirrored is not trailing).laid()

    def _paint_text(self, painter: QPainter, box: QRectF, text: SetText, colour: str) -> None:
        text.draw(painter, box.x(), box.center().y() - text.height / 2, QColor(self._theme[colour]))

    def _paint_head(self, painter: QPainter) -> None:
        columns, high, px = self._columns(), self._px(_HEAD), max(self._px(13), 12)
        heads = [
            (columns.pad, columns.name, self._count()),
            (columns.place_at(), columns.place, self.tr("Delegation, capacity, badge")),
        ]
        today = self._desk.now().date()
        for number, day in enumerate(columns.days):
            text = short_day(day, self._desk.wording)
            words = self.tr("{day}, today").format(day=text) if day == today else text
            heads.append((columns.day_at(number), columns.day - 6, words))
        for lead, room, words in heads:
            box = columns.box(lead, room, _EDGE, high)
            self._paint_text(painter, box, self._text(words, px, room, True), "ink2")
        painter.fillRect(
            QRectF(_EDGE, high + 1, self.width() - 2 * _EDGE, 1), QColor(self._theme["line"])
        )

    def _count(self) -> str:
        shown, total = len(self._rows), self.found.total
        if total == 1:
            return self.tr("1 person")
        if shown == total:
            return self.tr("{count} people").format(count=total)
        words = self.tr("{count} people, the first {shown}: type more letters")
        return words.format(count=total, shown=shown)

    def _paint_row(self, painter: QPainter, number: int, box: QRectF) -> None:
        theme = self._theme
        if number == self.selected:
            painter.fillRect(box, QColor(theme["sel"]))
            edge = box.right() - 5 if self._mirrored else box.x()
            painter.fillRect(QRectF(edge, box.y(), 5, box.height()), QColor(theme["accent"]))
        self._rows[number].draw(painter, box.y())
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(theme["line"]))

    def _paint_bar(self, painter: QPainter, box: QRectF) -> None:
        theme, pad, size = self._theme, self._px(20), self._px(22)
        painter.fillRect(box, QColor(theme["accent"]))
        columns, ratio = self._columns(), self.devicePixelRatioF()
        tick = columns.box(pad, size, box.center().y() - size / 2, size)
        painter.drawPixmap(tick.topLeft(), icon_pixmap("check", size, theme["on_accent"], ratio))
        escape = self._text(
            self.tr("Esc lets go"), max(self._px(14), 12), box.width() / 3, False, True
        )
        lead, end = pad + size + 10, escape.width + 2 * pad
        words = self._text(self.armed, self._px(16), box.width() - lead - end, bold=True)
        place = columns.box(lead, words.room, box.y(), box.height())
        self._paint_text(painter, place, words, "on_accent")
        last = columns.box(box.width() - pad - escape.room, escape.room, box.y(), box.height())
        self._paint_text(painter, last, escape, "on_accent")

    def _paint_foot(self, painter: QPainter) -> None:
        high, px = self._px(_FOOT), max(self._px(13), 12)
        y = self.height() - high - _EDGE
        if self._rows and self._row_boxes()[-1].bottom() < y - 1:
            line = QRectF(_EDGE, y, self.width() - 2 * _EDGE, 1)
            painter.fillRect(line, QColor(self._theme["line"]))
        columns = self._columns()
        box = columns.box(columns.pad, self.width() - 2 * columns.pad, y, high)
        self._paint_text(painter, box, self._text(self.hint, px, box.width()), "ink2")

    def _paint_message(self, painter: QPainter) -> None:
        side, room = self._px(48), self.width() * 0.7
        title = self._text(self.message.title, self._px(28), room, True)
        below = self._text(self.message.what_to_do, self._px(18), room)
        y = max((self.height() - side - title.height - below.height) * 0.36, 12.0)
        glass = icon_pixmap("search", side, self._theme["edge"], self.devicePixelRatioF())
        painter.drawPixmap(QPointF((self.width() - side) / 2, y), glass)
        y += side + self._px(12)
        for text, colour in ((title, "ink"), (below, "ink2")):
            spare = (text.room - text.width) * (-1 if self._mirrored else 1)
            x = (self.width() - text.room + spare) / 2
            text.draw(painter, x, y, QColor(self._theme[colour]))
            y += text.height + self._px(8)
