"""Somebody no list names: a walk-in, or whoever comes instead of somebody."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QGridLayout, QWidget

from checkin.domain.badge import Badge
from checkin.domain.delegate import Capacity, Delegate
from checkin.domain.visiting_card import Prefill
from checkin.gui.desk import Desk
from checkin.gui.kit.fields import Choice, Field, labelled
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed
from checkin.gui.reception.otherwise.doubts import Doubts
from checkin.gui.reception.otherwise.panel import TARGET, DeskPanel
from checkin.services.delegations import is_delegation, known_names

DONE = "Ctrl+Enter"
_ACROSS = 3
_DOUBTED = ("family_name", "given_names", "delegation")
_OF_CARD = ("honorific", "organisation", "email", "phone")


class NewcomerPanel(DeskPanel):
    """Fields of somebody new, and the badge that becomes his or hers: a spare, or a new one."""

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, title, parent)
        self.desk = desk
        self.spare: Badge | None = None
        self.fields: dict[str, Field] = {}
        self.badge = self.beside
        self._parts: list[QWidget] = []
        self._folded = False
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.column.addLayout(self.grid)
        self.doubts = Doubts(desk, self)
        self.doubt = FitLabel(desk.theme, 15, bold=True, wraps=True)
        self.doubt.hide()
        self.column.addWidget(self.doubt)

    def waits(self) -> bool:
        """Whether it waits for the same key once more: a doubt is said first, and only once."""
        named = any(self.given[name].strip() for name in ("family_name", "given_names"))
        doubt = self.doubts_of(self.given) if named else ""
        again = doubt == self.doubt.text()
        self.say_trouble("")
        self.say_doubt(doubt)
        return bool(doubt) and not again

    def doubts_of(self, given: Mapping[str, str]) -> str:
        """What should be looked at first."""
        raise NotImplementedError

    def say_doubt(self, doubt: str) -> None:
        """Says what should be looked at; "" to be quiet."""
        self.doubt.say(doubt)
        self.doubt.setVisible(bool(doubt))
        self._make_room()

    def say_trouble(self, sentence: str) -> None:
        """Says why it was not done, in place of a doubt: the same key would not do it."""
        super().say_trouble(sentence)
        if sentence:
            self.say_doubt("")

    def _make_room(self) -> None:
        """In a low window a doubt stands instead of the head."""
        low = self._folded and bool(self.doubt.text())
        for part in (self.title, self.extra):
            part.setHidden(low)
        edge = 6 if low else 12
        self.column.setContentsMargins(16, edge, 16, edge)
        self.column.setSpacing(4 if low else 8)

    def _edited(self, name: str) -> None:
        """Whoever is meant by now may be doubted anew."""
        self.say_trouble("")
        if name in _DOUBTED:
            self.say_doubt("")

    def add_field(self, name: str, label: str) -> None:
        """One more field, at the next place."""
        made = self.fields[name] = Field(self.desk.theme, label)
        self.guard(made.line)
        made.edited.connect(lambda _: self._edited(name))
        self.add_part(made)

    def add_part(self, part: QWidget) -> None:
        """Something at the next place."""
        self._parts.append(part)
        self._lay_out(_ACROSS)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window: all in one line where it is low."""
        super().apply(measures)
        self._folded = measures.folded
        self.doubt.set_px(13 if measures.folded else measures.px(15))
        self._lay_out(len(self._parts) if measures.folded else _ACROSS)
        self._make_room()

    def _lay_out(self, columns: int) -> None:
        for number, part in enumerate(self._parts):
            line, across = divmod(number, columns)
            self.grid.addWidget(part, line, across, Qt.AlignmentFlag.AlignTop)
        for across in range(len(self._parts)):
            self.grid.setColumnStretch(across, int(across < columns))

    def begin(self) -> None:
        """Opens with empty fields, or as it was left where it is open already."""
        if self.isHidden():
            for field in self.fields.values():
                field.set_text("")
            self.say_trouble("")
            self.say_doubt("")
            self.show()
        self.fields["family_name"].line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_spare(self, spare: Badge | None) -> None:
        """The blank badge that was scanned becomes the badge of whoever is typed in."""
        self.spare = spare
        self.say_trouble("")
        words = self.tr("Badge: a new one, printed on the badges page. Scan a blank one to use it.")
        if spare:
            words = self.tr("Badge: the blank one, {number}").format(number=spare.number)
        self.badge.say(words)

    @property
    def given(self) -> dict[str, str]:
        """What was typed, by the names of a delegate's fields."""
        return {name: field.text for name, field in self.fields.items()}


class WalkInPanel(NewcomerPanel):
    """Name, delegation, capacity."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, " ", parent)
        self._card: dict[str, str] = {}
        self.title.say(self.tr("Somebody who is not on the list"))
        self.extra.say(self.tr("provisional until an organiser approves"))
        self.add_field("family_name", self.tr("Family name"))
        self.add_field("given_names", self.tr("Given names"))
        self.add_field("delegation", self.tr("Delegation"))
        capacities = [(str(one), desk.wording.say(f"capacity.{one}")) for one in Capacity]
        self.capacity = Choice(self.tr("Capacity"), capacities)
        self.capacity.setMinimumHeight(TARGET)
        self.add_part(labelled(desk.theme, self.tr("Capacity"), self.capacity))
        self.add_field("function", self.tr("Function"))
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.fields["delegation"].line.setCompleter(completer)
        self.say_go(self.tr("On the list, and here"), DONE)
        self.finish()
        self._learn(desk)

    def doubts_of(self, given: Mapping[str, str]) -> str:
        """Who is called so already, and a delegation that is none."""
        return self.doubts.of_walk_in(given)

    def _learn(self, desk: Desk) -> None:
        """The names of delegations, read beside the window."""
        language = desk.wording.language
        desk.switchboard.tasks.start(
            lambda _: known_names(language),
            lambda names: self._known.setStringList(list(names)),
            lambda _: None,
        )

    def begin(self) -> None:
        """Opens for somebody new; a delegate unless something else is chosen."""
        if self.isHidden():
            self.capacity.choose(Capacity.DELEGATE)
            self._card = {}
        super().begin()

    def take_card(self, card: Prefill | None) -> None:
        """Fills what is still empty with what a visiting card says; what was typed stays."""
        if card is None:
            return
        self._card = {name: getattr(card, name) for name in _OF_CARD}
        whose = card.organisation if is_delegation(card.organisation) else card.country
        for name, text in ({"delegation": whose} | self._shared(card)).items():
            if text and not self.fields[name].text:
                self.fields[name].set_text(text)

    def _shared(self, card: Prefill) -> dict[str, str]:
        return {name: getattr(card, name) for name in ("family_name", "given_names", "function")}

    @property
    def given(self) -> dict[str, str]:
        """What was typed and chosen, and what a visiting card says that has no field here."""
        return {**self._card, **super().given, "capacity": self.capacity.key}


class SubstitutePanel(NewcomerPanel):
    """Who comes instead of somebody, why, and who allowed it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, " ", parent)
        self.out: Delegate | None = None
        self.add_field("family_name", self.tr("Family name"))
        self.add_field("given_names", self.tr("Given names"))
        self.add_field("function", self.tr("Function"))
        self.add_field("reason", self.tr("Why?"))
        self.add_field("authorised_by", self.tr("Who allowed it?"))
        self.say_go(self.tr("Comes instead"), DONE)
        self.finish()

    def doubts_of(self, given: Mapping[str, str]) -> str:
        """Who is called so already."""
        return self.doubts.of_substitute(given)

    def offer(self, out: Delegate, came: datetime | None) -> None:
        """Opens for the place of somebody, who may have arrived today."""
        if self.out is None or self.out.id != out.id:
            self.hide()
        self.out = out
        self.title.say(self.tr("Who comes instead of {name}?").format(name=out.name))
        here = self.tr("arrived at {time}, then counted no longer") if came else ""
        self.extra.say(listed(out.delegation, here.format(time=f"{came:%H:%M}") if came else ""))
        self.begin()
