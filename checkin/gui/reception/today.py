"""Today's count: how many arrived, of how many expected."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.dates import days_in_words, short_day
from checkin.domain.share import percent
from checkin.gui.desk import Desk
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed
from checkin.gui.look.theme import Theme
from checkin.services.posting import SessionCount
from checkin.services.reception import DayCount


class Bar(QWidget):
    """A share as a bar; it grows from the leading edge."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(10)

    def show_share(self, share: float) -> None:
        """Shows a share between 0 and 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        """Any width."""
        return QSize(80, 10)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints ground and share."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect())
            path = QPainterPath()
            path.addRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setClipPath(path)
            painter.fillRect(box, QColor(self._theme["sunk"]))
            wide = box.width() * min(self._share, 1.0)
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = box.width() - wide if mirrored else 0.0
            painter.fillRect(QRectF(x, 0, wide, box.height()), QColor(self._theme["ok"]))
            painter.setClipping(False)
            if self._theme.name == "high_contrast":
                painter.setPen(QPen(QColor(self._theme["line"]), 1))
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4.5, 4.5)


class TodayPanel(QFrame):
    """The big number, what it is of, the share, and how many are still to come."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._desk, theme = desk, desk.theme
        self._short, self.handing_over = "", False
        self._title = FitLabel(theme, 16, bold=True)
        self._percent = FitLabel(theme, 15, tone="ink2", trailing=True)
        self.number = FitLabel(theme, 56, bold=True, leading=1.2)
        self._of = FitLabel(theme, 16, tone="ink2")
        self._bar = Bar(theme)
        self.rest = FitLabel(theme, 14, tone="ink2")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._column.addLayout(_row(self._title, self._percent))
        self._column.addLayout(_row(self.number, self._of, Qt.AlignmentFlag.AlignBottom))
        self._column.addWidget(self._bar)
        self._column.addWidget(self.rest)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._title.set_px(measures.px(16))
        self._percent.set_px(measures.px(15))
        self.number.set_px(max(measures.px(56), 52) if measures.scale >= 1 else 40)
        self._of.set_px(measures.px(16))
        self.rest.set_px(max(measures.px(14), 13))
        self._bar.setFixedHeight(measures.px(10))
        side = measures.px(16)
        self._column.setContentsMargins(side, measures.px(10), side, measures.px(12))

    def refresh(self) -> None:
        """Counts anew."""
        if self.handing_over:
            self._show_handed_over()
            return
        reception = self._desk.services.reception
        day, session = reception.today(), reception.posting.session
        if day is None:
            self._say_no_day()
        elif session:
            meeting, language = self._desk.meeting, self._desk.wording.language
            self._title.say(session.title(language, meeting.languages))
            self._show_session(reception.posting.count(session, day))
        else:
            chosen = reception.posting.post.day
            words = self.tr("Arrived on {day}") if chosen else self.tr("Arrived today")
            self._title.say(words.format(day=short_day(day, self._desk.wording)))
            self._show(reception.count(day))

    @property
    def short(self) -> str:
        """The count in a few words."""
        return self._short

    def _show(self, count: DayCount) -> None:
        share = count.arrived / count.expected if count.expected else 0.0
        self._percent.say(f"{percent(count.arrived, count.expected)} %")
        self.number.say(str(count.arrived))
        self._of.say(self.tr("of {expected} expected").format(expected=count.expected))
        self._bar.show_share(share)
        words = self.tr("{arrived} of {expected} arrived")
        self._short = words.format(arrived=count.arrived, expected=count.expected)
        left, heads = count.expected - count.arrived, count.heads_missing
        self.rest.say(self._left_words(left, heads).format(left=left, heads=heads))

    def _show_handed_over(self) -> None:
        """How many badges of those who are expected were given out."""
        given, all_of_them = self._desk.services.badges.handed_over()
        share = given / all_of_them if all_of_them else 0.0
        self._title.say(self.tr("Badges handed over"))
        self._percent.say(f"{int(share * 100)} %")
        self.number.say(str(given))
        many = self.tr("of {count} badges").format(count=all_of_them)
        self._of.say(self.tr("of 1 badge") if all_of_them == 1 else many)
        self._bar.show_share(share)
        words = self.tr("{given} of {count} badges handed over")
        if all_of_them == 1:
            words = self.tr("{given} of 1 badge handed over")
        self._short = words.format(given=given, count=all_of_them)
        self.rest.say(self.tr("{left} still here").format(left=all_of_them - given))

    def _show_session(self, count: SessionCount) -> None:
        self._show(DayCount(count.arrived, count.expected, 0))
        if count.others:
            others = self.tr("others: {count}").format(count=count.others)
            self.rest.say(listed(self.rest.text(), others))

    def _left_words(self, left: int, heads: int) -> str:
        if not left:
            return self.tr("Nobody is missing")
        if heads == 1:
            return self.tr("{left} still to come, one of them a head of delegation")
        if heads:
            return self.tr("{left} still to come, {heads} of them heads of delegation")
        return self.tr("{left} still to come")

    def _say_no_day(self) -> None:
        self._title.say(self.tr("Not a meeting day"))
        self._percent.say("")
        self._short = ""
        self.number.say("–")
        self._of.say(self.tr("nobody is expected today"))
        self._bar.show_share(0)
        days = days_in_words(self._desk.meeting.days, self._desk.wording)
        self.rest.say(self.tr("The meeting is on {days}").format(days=days))


def _row(
    first: FitLabel, second: FitLabel, where: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter
) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(first)
    row.addWidget(second, 1, where)
    return row
