"""The fields of one delegate, and which of them were changed by hand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QWidget

from checkin.domain.delegate import Capacity, Delegate
from checkin.domain.roll import RollRow
from checkin.gui.desk import Desk
from checkin.gui.kit.fields import Choice, Field, labelled

_FAMILY, _DELEGATION, _CAPACITY = "family_name", "delegation", "capacity"
_PAIRS: tuple[tuple[str, ...], ...] = (
    (_FAMILY, "given_names"),
    ("name_in_script", "honorific"),
    (_DELEGATION, _CAPACITY),
    ("function",),
    ("organisation",),
    ("working_group", "seat"),
    ("email",),
    ("phone",),
    ("attention",),
    ("note",),
)


def field_names() -> Mapping[str, str]:
    """What the fields are called."""
    say = QCoreApplication.translate
    return {
        _FAMILY: say("Delegates", "Family name"),
        "given_names": say("Delegates", "Given names"),
        "name_in_script": say("Delegates", "Name in its own script"),
        "honorific": say("Delegates", "Form of address"),
        _DELEGATION: say("Delegates", "Delegation"),
        _CAPACITY: say("Delegates", "Capacity"),
        "function": say("Delegates", "Function"),
        "organisation": say("Delegates", "Organisation"),
        "working_group": say("Delegates", "Working group"),
        "seat": say("Delegates", "Seat"),
        "email": say("Delegates", "E-mail"),
        "phone": say("Delegates", "Telephone"),
        "attention": say("Delegates", "The desk must see"),
        "note": say("Delegates", "Note"),
    }


class DelegateForm(QWidget):
    """Every field that may be changed; `edited` follows each letter."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inside")
        self._names = field_names()
        self._before: dict[str, str] = {}
        self.fields: dict[str, Field] = {}
        capacities = [(str(one), desk.wording.say(f"capacity.{one}")) for one in Capacity]
        self.capacity = Choice(self._names[_CAPACITY], capacities)
        self._capacity_part = labelled(desk.theme, self._names[_CAPACITY], self.capacity)
        for name in (name for pair in _PAIRS for name in pair if name != _CAPACITY):
            self.fields[name] = Field(desk.theme, self._names[name])
            self.fields[name].edited.connect(lambda _: self._moved())
        self.capacity.chosen.connect(lambda _: self._moved())
        self._known = QStringListModel(self)
        self._complete(self.fields[_DELEGATION])
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 0, 2, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self.lay_out(1)

    def _complete(self, field: Field) -> None:
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _: self._moved())
        field.line.setCompleter(completer)

    def lay_out(self, across: int) -> None:
        """Places the pairs one below the other, or so many across."""
        columns = 2 * across
        for number, pair in enumerate(_PAIRS):
            line, first = divmod(number, across)
            for place, name in enumerate(pair):
                part = self._capacity_part if name == _CAPACITY else self.fields[name]
                wide = 2 // len(pair)
                self._grid.addWidget(part, line, 2 * first + place * wide, 1, wide)
        self._grid.setRowStretch(len(_PAIRS), 1)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < columns))
        for part in (*self.fields.values(), self._capacity_part):
            self._grid.setAlignment(part, Qt.AlignmentFlag.AlignTop)

    def know(self, delegations: Sequence[str]) -> None:
        """The names that complete what is typed as a delegation."""
        self._known.setStringList(list(delegations))

    def show_person(self, row: RollRow | None) -> None:
        """Shows somebody, or empty fields for somebody new."""
        person = row.delegate if row else Delegate("", "")
        for name, field in self.fields.items():
            shown = row.delegation.name if row and name == _DELEGATION else getattr(person, name)
            field.set_text(shown)
            field.say_wrong("")
            field.line.setCursorPosition(0)
        self.capacity.choose(person.capacity)
        self._before = self._texts()

    @property
    def given(self) -> dict[str, str]:
        """The fields that were changed, and what they say now."""
        now = self._texts()
        return {name: text for name, text in now.items() if text != self._before.get(name)}

    def settle(self) -> None:
        """What was changed is kept: nothing is different any more."""
        self._before = self._texts()

    def _texts(self) -> dict[str, str]:
        texts = {name: field.text for name, field in self.fields.items()}
        return {**texts, _CAPACITY: self.capacity.key}

    @property
    def name(self) -> Field:
        """The field that nobody's badge can be without."""
        return self.fields[_FAMILY]

    def _moved(self) -> None:
        self.name.say_wrong("")
        self.edited.emit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the panel is; it scrolls only up and down."""
        return QSize(200, super().minimumSizeHint().height())
