"""The last arrivals of today, as many as fit, each with its way back."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from checkin.domain.dates import hour
from checkin.domain.outcome import Change
from checkin.domain.spoken import recorded_at
from checkin.gui.desk import Desk
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures, measures_for
from checkin.gui.look.texts import listed
from checkin.gui.reception.arrival_row import BUTTON, ArrivalLine, ArrivalRow
from checkin.services.reception import RecentArrival

_LEAST_ROW = BUTTON + 8


class LastArrivals(QFrame):
    """A list that is read anew only when a change names an arrival or somebody it shows."""

    taken_back = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._desk = desk
        self._measures = measures_for(1366, 768)
        self._recent: list[RecentArrival] = []
        self._rows: list[ArrivalRow] = []
        self._title = FitLabel(desk.theme, 16, bold=True, parent=self)
        self._title.say(self.tr("Last arrivals"))
        self._hint = FitLabel(desk.theme, 13, tone="ink2", trailing=True, parent=self)
        self._empty = FitLabel(desk.theme, 14, tone="ink2", parent=self)
        self._empty.say(self.tr("Nobody has arrived yet. Each arrival appears here."))

    @property
    def newest(self) -> RecentArrival | None:
        """The arrival that Ctrl+Z takes back."""
        return self._recent[0] if self._recent else None

    @property
    def rows(self) -> list[ArrivalRow]:
        """The rows that are shown, newest first."""
        return [row for row in self._rows if not row.isHidden()]

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._measures = measures
        self._title.set_px(measures.px(16))
        self._hint.set_px(max(measures.px(13), 12))
        self._empty.set_px(max(measures.px(14), 13))
        for row in self._rows:
            row.apply(measures)
        self._place()

    def concerns(self, change: Change) -> bool:
        """Whether a change moves anything of the list."""
        shown = {one.delegate.id for one in self._recent if one.delegate}
        return bool(change.everything or change.arrivals or change.delegates & shown)

    def read(self) -> None:
        """Reads the last arrivals, as many as may fit."""
        day = self._desk.services.reception.today()
        limit = max((self.height() - self._head) // _LEAST_ROW, 1)
        reception = self._desk.services.reception
        point = reception.posting.post.point
        self._recent = reception.last_arrivals(day, limit, point) if day else []
        self._hint.say(self.tr("Undo: Ctrl+Z, any: Ctrl+B") if self._recent else "")
        self._place()

    @property
    def _head(self) -> int:
        return self._measures.px(42)

    def resizeEvent(self, _: QResizeEvent) -> None:
        """Reads anew, since more or fewer may fit."""
        self.read()

    def _place(self) -> None:
        width, pad = self.width(), self._measures.px(16)
        half = (width - 2 * pad) // 2
        head = QRect(pad, self._measures.px(4), width - 2 * pad, self._head - self._measures.px(4))
        self._title.setGeometry(self._visual(QRect(head.x(), head.y(), half, head.height())))
        self._hint.setGeometry(self._visual(QRect(pad + half, head.y(), half, head.height())))
        y = self._head + 1
        self._empty.setGeometry(pad, y + 4, width - 2 * pad, self._measures.px(48))
        self._empty.setVisible(not self._recent)
        self._place_rows(y)
        self.update()

    def _place_rows(self, y: int) -> None:
        shown = 0
        for place, recent in enumerate(self._recent):
            row = self._row(place)
            row.show_line(self._line(recent, newest=place == 0))
            high = row.height_for(self.width() - 2)
            if y + high > self.height():
                break
            row.setGeometry(1, y, self.width() - 2, high)
            row.show()
            y += high + 1
            shown += 1
        for row in self._rows[shown:]:
            row.hide()

    def _visual(self, box: QRect) -> QRect:
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return box
        return QRect(self.width() - box.x() - box.width(), box.y(), box.width(), box.height())

    def _row(self, place: int) -> ArrivalRow:
        if place == len(self._rows):
            row = ArrivalRow(self._desk.theme, self)
            row.apply(self._measures)
            row.taken_back.connect(self.taken_back)
            self._rows.append(row)
        return self._rows[place]

    def _line(self, recent: RecentArrival, newest: bool) -> ArrivalLine:
        arrival, delegate = recent.arrival, recent.delegate
        desk = recorded_at(arrival, self._desk.meeting, self._desk.wording)
        if not arrival.from_paper:
            desk = desk.replace(" ", "\u00a0")
        name = delegate.name if delegate else self.tr("Not on this list yet")
        place = listed(delegate.delegation if delegate else "", desk)
        at = hour(self._desk.meeting.local(arrival.at))
        return ArrivalLine(arrival.id, at, name, place, newest)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the panel and the lines between its rows."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            line = QColor(self._desk.theme["line"])
            painter.fillRect(1, self._head, self.width() - 2, 1, line)
            for row in self.rows[1:]:
                painter.fillRect(1, row.y() - 1, self.width() - 2, 1, line)
