"""The delegation of the last answer: how many of it are there, and who is still to come."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.delegate import Delegate
from checkin.domain.wording import Wording
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button, take_no_focus
from checkin.gui.look.fonts import font
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed, room_for, text_width
from checkin.gui.look.theme import Theme

if TYPE_CHECKING:
    from checkin.domain.attendance import Delegation

_MOST_SEGMENTS = 24
_MOST_NAMES = 6
_LEAST_PX = 12  # of the names


class CodeTile(QFrame):
    """The letters of a country in a tile."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._code, self._px = theme, "", 13

    def show_code(self, code: str, px: int) -> None:
        """Shows a code, or nothing at all."""
        self._code, self._px = code, px
        self.setVisible(bool(code))
        self.setAccessibleName(code)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its letters."""
        return QSize(round(text_width(self._code, self._px, True)) + 16, round(self._px * 1.7))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints tile and letters."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme["edge"]), 1))
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(self._theme["ink2"]))
            painter.setFont(font(self._px, bold=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._code)


class Pips(QWidget):
    """A segment for each person expected, filled for those who came; one bar for very many."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._came, self._all = theme, 0, 0
        self.setFixedHeight(14)

    def show_count(self, came: int, of: int) -> None:
        """Shows so many of how many."""
        self._came, self._all = came, of
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the segments from the leading edge."""
        few = 0 < self._all <= _MOST_SEGMENTS
        count = self._all if few else 1
        gap = 4 if few else 0
        wide = (self.width() - gap * (count - 1)) / count
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place in range(count):
                self._paint(painter, place * (wide + gap), wide, not few or place >= self._came)
            if not few and self._all:
                self._paint(painter, 0, self.width() * self._came / self._all, False)

    def _paint(self, painter: QPainter, lead: float, wide: float, empty: bool) -> None:
        theme = self._theme
        x = self.width() - lead - wide if self._mirrored else lead
        painter.setPen(QPen(QColor(theme["edge"]), 1) if empty else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme["sunk" if empty else "ok"]))
        half = 0.5 if empty else 0.0
        box = QRectF(x, 0, wide, self.height()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, 3, 3)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft


def came_of(delegation: "Delegation", wording: Wording) -> str:
    """How many of a delegation came, and that its head did not; nothing of a single person."""
    if delegation.expected < 2:
        return ""
    arrived, expected = delegation.present(0), delegation.expected
    came = wording.tell("page.arrived_of", arrived=arrived, expected=expected)
    heads = [person for person in delegation.people if person.is_head]
    headless = bool(heads) and all(head.absent(0) for head in heads)
    return listed(came, wording.say("page.head_missing") if headless else "")


class DelegationPanel(QFrame):
    """Hidden until somebody of a delegation was answered on a meeting day.

    `together_asked` says that somebody wants to tick who of it is here.
    """

    together_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._desk, theme = desk, desk.theme
        self._whose: Delegate | None = None
        self._came = ""  # in one line, for the card
        self._px = 13
        self._tile, self._pips = CodeTile(theme), Pips(theme)
        self.title = FitLabel(theme, 16, bold=True, wraps=True)
        self.count = FitLabel(theme, 16, bold=True, trailing=True)
        self.rest = FitLabel(theme, 14, tone="ink2", wraps=True)
        self._absent: tuple[str, ...] = ()  # whom the last line names, as far as there is room
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._tile)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(7)
        self._column.addLayout(head)
        self._column.addWidget(self._pips)
        self._column.addWidget(self.rest)
        who = self.tr("Who is here?")
        self.here = button(theme, f"{who}   F3", does=self.together_asked.emit, name=who)
        self.here.setMinimumHeight(44)
        take_no_focus(self.here)
        self._column.addWidget(self.here)
        self.hide()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        for label in (self.title, self.count):
            label.set_px(measures.px(16))
        self.rest.set_px(max(measures.px(14), 13))
        self._px = max(measures.px(13), 12)
        self._pips.setFixedHeight(measures.px(14))
        side = measures.px(16)
        self._column.setContentsMargins(side, measures.px(10), side, measures.px(12))
        self.refresh()

    def show_of(self, delegate: Delegate | None, moved: bool = True) -> tuple[Delegate | None, str]:
        """Shows the delegation of somebody; counts anew where anything `moved`.

        Whose it is, and how many of it came, for the card.
        """
        if moved or delegate is not self._whose:
            self._whose = delegate
            self.refresh()
        return delegate, self._came

    def refresh(self) -> None:
        """Counts anew."""
        reception = self._desk.services.reception
        day, at, found = reception.today(), reception.posting.session, None
        if self._whose and day:
            found = self._desk.services.finding.delegation_of(self._whose, day, at)
        if found is None or not found.delegations or not found.delegations[0].expected:
            self._came = ""
            self.hide()
            return
        self._came = came_of(found.delegations[0], self._desk.wording)
        self._show(found.delegations[0], found.totals[0].heads_missing)

    def _show(self, delegation: "Delegation", heads_missing: int) -> None:
        came, of = delegation.present(0), delegation.expected
        self._tile.show_code(delegation.country or "", self._px)
        self.title.say(delegation.name)
        self.count.say(self.tr("{arrived} of {expected}").format(arrived=came, expected=of))
        self._pips.show_count(came, of)
        missing = tuple(person.delegate.name for person in delegation.absentees(0))
        self._absent = () if heads_missing else missing
        self.rest.say(self._head_first(len(missing)) if heads_missing else self._names())
        self.here.setVisible(came < of)
        self.setAccessibleName(f"{delegation.name}: {self.count.text()}. {self.rest.text()}")
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room for more names, or for fewer."""
        super().resizeEvent(event)
        if self._absent:
            self.rest.say(self._names())

    def _names(self) -> str:
        """As many as stand on one line; the first of them in any case."""
        if not self._absent:
            return self.tr("Everybody is here")
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for shown in range(min(len(self._absent), _MOST_NAMES), 1, -1):
            words = self._first(shown)
            if room_for(words, _LEAST_PX) <= room:
                return words
        return self._first(1)

    def _first(self, shown: int) -> str:
        names, more = ", ".join(self._absent[:shown]), len(self._absent) - shown
        if not more:
            return self.tr("Still to come: {names}").format(names=names)
        words = self.tr("Still to come: {names} and {count} more")
        return words.format(names=names, count=more)

    def _head_first(self, missing: int) -> str:
        if missing == 1:
            return self.tr("The head of delegation is still to come")
        words = self.tr("The head of delegation is still to come, and {count} more")
        return words.format(count=missing - 1)
