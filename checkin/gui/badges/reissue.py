"""A badge replaced: the old one is void for a reason, the next number is issued."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from checkin.domain.refused import Refused
from checkin.domain.text import whole_name
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Choice, Field, labelled
from checkin.gui.kit.panels import Panel, has_keys
from checkin.gui.look.labels import FitLabel
from checkin.gui.switchboard import Notice
from checkin.services.badges import BadgeLine

_ANOTHER = "-"


class ReissuePanel(Panel):
    """Opens for one badge; `closed` follows when it is done or sent away, and `released` where it

    had the keys, which nobody has then.
    """

    closed = Signal()
    released = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("ReissuePanel", "Replace a badge")
        super().__init__(desk.theme, title, parent)
        self._desk = desk
        self._line: BadgeLine | None = None
        self.who, self.what = (
            FitLabel(desk.theme, 16, bold=True, wraps=True),
            FitLabel(desk.theme, 14, wraps=True),
        )
        usual = (
            (self.tr("Lost"), self.tr("Lost")),
            (self.tr("Damaged"), self.tr("Damaged")),
            (self.tr("Wrong name"), self.tr("Wrong name")),
            (_ANOTHER, self.tr("Another reason")),
        )
        self.usual = Choice(self.tr("Reason"), usual)
        self.reason = Field(desk.theme, self.tr("Which reason?"))
        self.reason.line.returnPressed.connect(self.replace_now)
        self.usual.chosen.connect(self._usual_chosen)
        self.go = button(desk.theme, "", "danger", does=self.replace_now, name=self.tr("Replace"))
        self.away = button(desk.theme, self.tr("Close"), does=self.leave)
        reasons = labelled(desk.theme, self.tr("Reason"), self.usual)
        for part in (self.who, self.what, reasons, self.reason):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.column.addWidget(self.go)
        self.column.addWidget(self.away)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)
        self.hide()

    def _usual_chosen(self, key: str) -> None:
        """Another reason is written by hand."""
        self.reason.setVisible(key == _ANOTHER)
        if key == _ANOTHER:
            self.reason.line.setFocus()

    def offer(self, line: BadgeLine) -> None:
        """Opens for somebody's badge."""
        self._line = line
        self.who.say(whole_name(line.family_name, line.given_names))
        words = self.tr(
            "{number} is void from that moment on: whoever shows it is stopped. The next number "
            "is issued and waits here to be printed."
        )
        self.what.say(words.format(number=line.number))
        self.go.setText(self.tr("Void {number}").format(number=line.number))
        self.go.setAccessibleName(self.go.text())
        self.reason.set_text("")
        self.reason.say_wrong("")
        self.usual.setCurrentIndex(0)
        self.reason.hide()
        self.show()
        self.usual.setFocus()

    def replace_now(self) -> None:
        """Voids the badge and issues the next."""
        line = self._line
        if line is None:
            return
        desk, why = self._desk, self.usual.key
        why = self.reason.text if why == _ANOTHER else why
        try:
            outcome = desk.services.badges.reissue(line.token, why, desk.operator)
        except Refused as refused:
            self.reason.show()
            self.reason.say_wrong(desk.sentence(refused))
            return
        words = self.tr("{old} is void. {name} has {new} now, not printed yet.")
        name = whole_name(line.family_name, line.given_names)
        said = words.format(old=line.number, name=name, new=outcome.value.number)
        desk.switchboard.noticed.emit(Notice(said, outcome.undo))
        desk.switchboard.changed.emit(outcome.change)
        self.leave()

    def leave(self) -> None:
        """Goes away."""
        had_keys = has_keys(self)
        self._line = None
        self.hide()
        self.closed.emit()
        if had_keys:
            self.released.emit()
