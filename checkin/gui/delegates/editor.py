"""One person beside the table: to add, mend, take off the list, or expect again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.dates import moment
from checkin.domain.delegate import Delegate
from checkin.domain.refused import Refused
from checkin.domain.roll import BadgeState, RollRow
from checkin.gui.delegates.cells import CellWords, state_word
from checkin.gui.delegates.form import DelegateForm
from checkin.gui.delegates.portrait import PersonalPart
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Field
from checkin.gui.kit.notices import Trouble
from checkin.gui.kit.panels import Panel, rule
from checkin.gui.kit.scrolling import FollowingScroll
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed

WIDE = 400


class WithdrawPart(QWidget):
    """Asks for a reason before somebody is taken off the list."""

    agreed = Signal(str)
    asked = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = Field(desk.theme, self.tr("Why? (may stay empty)"))
        leave = button(desk.theme, self.tr("Leave it"), does=self.leave)
        self.agree = button(desk.theme, self.tr("Take off the list"), "danger", does=self._agree)
        row = QHBoxLayout()
        row.addWidget(leave)
        row.addStretch(1)
        row.addWidget(self.agree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(rule())
        column.addWidget(self.reason)
        column.addLayout(row)
        self.hide()

    def ask(self) -> None:
        """Asks."""
        self.reason.set_text("")
        self.show()
        self.asked.emit()
        self.reason.line.setFocus()

    def leave(self) -> None:
        """Asks no longer."""
        self.hide()
        self.left.emit()

    def _agree(self) -> None:
        self.leave()
        self.agreed.emit(self.reason.text)


class EditPanel(Panel):
    """`saved` asks for what was typed to be kept, `withdrawn` carries a reason, `reopened`,

    `approved` and `closed` say what their buttons do; nothing is written here.
    """

    saved = Signal()
    withdrawn = Signal(str)
    reopened = Signal()
    approved = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, words: CellWords, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, " ", parent)
        self._desk, self._words = desk, words
        self._row: RollRow | None = None
        self.form = DelegateForm(desk)
        self.about = FitLabel(desk.theme, 13, tone="ink2")
        self.trouble = Trouble(desk.theme)
        self.personal = PersonalPart(desk, self.trouble)
        self.asking = WithdrawPart(desk)
        theme = desk.theme
        self.close_button = button(theme, self.tr("Close   Esc"), "quiet", does=self.closed.emit)
        self.withdraw = button(theme, self.tr("Withdraw"), "danger", does=self.asking.ask)
        self.reopen = button(theme, self.tr("Expect again"), "plain", does=self.reopened.emit)
        self.approve = button(theme, self.tr("Approve"), "plain", does=self.approved.emit)
        words_of_save = self.tr("Save   Ctrl+Enter")
        self.save = button(theme, words_of_save, "primary", does=self.saved.emit)
        self._lay_out()
        self._connect()
        self.show_person(None)

    def _lay_out(self) -> None:
        self.head.removeWidget(self.extra)
        self.extra.hide()
        self.head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = FollowingScroll(self.form)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.withdraw)
        buttons.addWidget(self.reopen)
        buttons.addWidget(self.approve)
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        for part in (self.about, self.personal, rule(), self._scroll, self.trouble, self.asking):
            self.column.addWidget(part, 1 if part is self._scroll else 0)
        self.column.addWidget(self._buttons)

    def _connect(self) -> None:
        self.form.edited.connect(self._say_dirty)
        self.asking.agreed.connect(self.withdrawn)
        self.asking.asked.connect(self._buttons.hide)
        self.asking.left.connect(self._buttons.show)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            short = QShortcut(QKeySequence(keys), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(self._save_by_key)

    def _save_by_key(self) -> None:
        if self.save.isEnabled():
            self.saved.emit()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window; where it is small this takes the place of the table."""
        compact = measures.scale < 1
        self.setMinimumWidth(0 if compact else measures.px(WIDE))
        self.setMaximumWidth(16_777_215 if compact else measures.px(WIDE))
        self.form.lay_out(2 if compact else 1)

    def show_person(self, row: RollRow | None) -> None:
        """Shows somebody, or empty fields for somebody new."""
        self.show_state(row)
        self.form.show_person(row)
        self.asking.leave()
        self.trouble.quiet()
        self._say_dirty()

    def show_state(self, row: RollRow | None) -> None:
        """Says who it is and how the person stands; the fields stay as they were typed."""
        self._row = row
        self.personal.show_person(row.delegate if row else None)
        self.title.say(row.delegate.name if row else self.tr("Add a delegate"))
        self.about.say(self._about(row) if row else self.tr("A badge is made at once."))
        self.withdraw.setVisible(row is not None and not row.withdrawn)
        self.reopen.setVisible(row is not None and row.withdrawn)
        provisional = row is not None and row.delegate.provisional and not row.withdrawn
        self.approve.setVisible(provisional)

    def _about(self, row: RollRow) -> str:
        state, out = self._words.badges[row.badge], self._given_out(row)
        if out:
            state = out if row.badge is BadgeState.HANDED_OVER else listed(state, out)
        badge = self.tr("badge {number} {state}").format(number=row.number, state=state)
        return listed(state_word(row, self._words), badge, row.delegate.reference)

    def _given_out(self, row: RollRow) -> str:
        """When the badge was given out, and to whom; "" where it was not."""
        held, desk = row.held, self._desk
        if held is None or held.handed_over_at is None:
            return ""
        at = moment(desk.meeting.local(held.handed_over_at), desk.now().date(), desk.wording)
        to = desk.services.badges.collected_by(held)
        words = self.tr("handed over {time} to {name}") if to else self.tr("handed over {time}")
        return words.format(time=at, name=to)

    @property
    def person(self) -> str:
        """Whose fields these are; "" for somebody new."""
        return self._row.id if self._row else ""

    @property
    def delegate(self) -> Delegate | None:
        """Who is shown, as the file has the person; None for somebody new."""
        return self._row.delegate if self._row else None

    @property
    def dirty(self) -> bool:
        """Whether anything was typed that is not kept."""
        return bool(self.form.given)

    def _say_dirty(self) -> None:
        self.save.setEnabled(self.dirty)
        why = "" if self.dirty else self.tr("Nothing was changed yet.")
        self.save.setToolTip(why)

    def say_refused(self, refused: Refused, sentence: str) -> None:
        """Says why nothing was kept, at the field that it is about."""
        if refused.code == "name_needed":
            self.form.name.say_wrong(sentence)
            self.form.name.line.setFocus()
            return
        self.trouble.say(sentence)

    def take_focus(self) -> None:
        """The keys belong to the first field."""
        self.form.name.line.setFocus()
        self._scroll.ensureVisible(0, 0)
