"""Shift change: who sits at the desk from now on, and what the desk is called."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from checkin.domain.operator import LONGEST_NAME, Operator, named
from checkin.domain.refused import Refused
from checkin.domain.scan import code_after_words, is_code_begun
from checkin.domain.text import clean
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Field
from checkin.gui.preferences import DESK_NAME
from checkin.gui.reception.otherwise.panel import TARGET, DeskPanel
from checkin.services.reception import Asked

_LONGEST_DESK = 24
_SHORTEST_CODE = 6  # letters; what is shorter may be anybody's initials
_SHOWN = 4  # names of people who sat here, as buttons


class ShiftPanel(DeskPanel):
    """`taken` carries the `Operator` who sits here from now on."""

    taken = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, " ", parent)
        self._desk = desk
        self.title.say(self.tr("Who sits at the desk?"))
        self.extra.say(self.tr("named with everything that is recorded"))
        self.name = Field(desk.theme, self.tr("Your name"))
        self.desk_name = Field(desk.theme, self.tr("Name of this desk"))
        self.before: list[QPushButton] = []
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.name, 2)
        row.addWidget(self.desk_name, 1)
        for field in (self.name, self.desk_name):
            self.guard(field.line)
            field.edited.connect(lambda _: self.say_trouble(""))
        self.column.addLayout(row)
        self.say_go(self.tr("Take over"), "Enter")
        self.finish()
        self.asked.connect(self._take)

    def begin(self) -> None:
        """F9: opens with whoever sits here, ready to be typed over; again closes it."""
        if not self.isHidden():
            self.leave()
            return
        self.say_trouble("")
        self.name.set_text(self._desk.operator.person)
        self.desk_name.set_text(self._desk.services.reception.desk_name)
        self._offer_names()
        self.show()
        self.name.line.selectAll()
        self.name.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _offer_names(self) -> None:
        """Who sat here before, each one press away."""
        for old in self.before:
            self.buttons.removeWidget(old)
            old.deleteLater()
        try:
            names = self._desk.services.shift.sat_here(self._desk.operator)
        except Refused:  # the file has gone: a scan says so, and a name can be typed
            names = []
        others = [name for name in names if name != self._desk.operator.name][:_SHOWN]
        self.before = [self._button_of(name) for name in others]
        for at, made in enumerate(self.before):
            self.buttons.insertWidget(at, made)
        self.beside.say("" if others else self.tr("Nobody else sat here so far."))

    def _button_of(self, name: str) -> QPushButton:
        shown = name.replace("&", "&&")  # a name, not a key
        made = button(self._desk.theme, shown, does=partial(self._take_name, name), name=name)
        made.setMinimumHeight(TARGET)
        return made

    def _entered(self, line: QLineEdit) -> None:
        """Enter takes over; a code that a scanner sends is answered as a scan and is no name."""
        text = line.text()
        if self._is_code(text) if line is self.name.line else is_code_begun(text):
            code = code_after_words(text)
            line.setText(text.removesuffix(code).strip())
            self.scanned.emit(code)
        else:
            self.asked.emit()

    def _is_code(self, text: str) -> bool:
        if len(text.strip()) < _SHORTEST_CODE:
            return False
        return self._desk.services.reception.asked(text) is Asked.CODE

    def _take_name(self, name: str) -> None:
        self.name.set_text(name)
        self._take()

    def _take(self) -> None:
        operator, trouble = self._given()
        if operator is None:
            self.say_trouble(trouble)
            return
        called = clean(self.desk_name.text)
        if called and called != self._desk.services.reception.desk_name:
            self._desk.services.shift.call_desk(called)
            self._desk.preferences.keep_text(DESK_NAME, called)
        self.leave()
        self.taken.emit(operator)

    def _given(self) -> tuple[Operator | None, str]:
        """Who was typed; else None and why not."""
        typed = self.name.text
        if len(clean(self.desk_name.text)) > _LONGEST_DESK:
            words = self.tr("A desk has a short name: {most} letters at most. Nothing was changed.")
            return None, words.format(most=_LONGEST_DESK)
        number = self._desk.services.reception.asked(typed) is Asked.NUMBER
        operator = None if number or self._is_code(typed) else named(typed, self._desk.operator)
        if operator is None:
            words = self.tr("Type a name, {most} letters at most. Nothing was changed.")
            return None, words.format(most=LONGEST_NAME)
        return operator, ""
