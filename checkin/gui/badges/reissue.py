"""A badge replaced: the old one is void for a reason, the next number is issued."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from checkin.domain.names import whole_name
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Field
from checkin.gui.kit.panels import Panel
from checkin.gui.look.labels import FitLabel
from checkin.gui.switchboard import Notice
from checkin.services.badges import BadgeLine


class ReissuePanel(Panel):
    """Opens for one badge; `closed` follows when it is done or sent away."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("ReissuePanel", "Replace a badge")
        super().__init__(desk.theme, title, parent)
        self._desk = desk
        self._line: BadgeLine | None = None
        self.who, self.what = FitLabel(desk.theme, 16, bold=True), FitLabel(desk.theme, 14)
        self.reason = Field(desk.theme, self.tr("Reason"))
        self.reason.line.returnPressed.connect(self.replace_now)
        self.go = button(desk.theme, "", "danger", does=self.replace_now, name=self.tr("Replace"))
        self.away = button(desk.theme, self.tr("Close"), does=self.leave)
        for part in (self.who, self.what, self.reason):
            self.column.addWidget(part)
        for words in (self.tr("Lost"), self.tr("Damaged"), self.tr("Wrong name")):
            self.column.addWidget(self._usual(words), 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)
        self.column.addWidget(self.go)
        self.column.addWidget(self.away)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)
        self.hide()

    def _usual(self, words: str) -> QWidget:
        """A button that writes a usual reason."""
        made = button(self.theme, words, "quiet")
        made.clicked.connect(lambda: self.reason.set_text(words))
        return made

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
        self.show()
        self.reason.line.setFocus()

    def replace_now(self) -> None:
        """Voids the badge and issues the next."""
        line = self._line
        if line is None:
            return
        desk = self._desk
        try:
            outcome = desk.services.badges.reissue(line.token, self.reason.text, desk.operator)
        except Refused as refused:
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
        self._line = None
        self.hide()
        self.closed.emit()
