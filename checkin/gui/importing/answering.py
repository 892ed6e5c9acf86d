"""A spelling we do not know is answered once, for all rows that have it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from checkin.domain.listing import Unresolved
from checkin.domain.text import shortened
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Choice
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.theme import Theme

_MOST_OFFERS, _LONGEST, _WIDEST = 2, 40, 200


@dataclass(frozen=True, slots=True)
class Mended:
    """What a text of the list is to be read as; the same text is as it was written."""

    text: str
    meant: str


class Answering(QWidget):
    """`answered` carries a `Mended`."""

    answered = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._about: Unresolved | None = None
        self.says = FitLabel(theme, 14, bold=True)
        self.others = Choice(self.tr("Another delegation"))
        self.others.setMaximumWidth(_WIDEST)
        self.others.chosen.connect(self._answer)
        self.offers: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(8)
        self._row.addWidget(self.says, 1)
        self._row.addWidget(self.others)
        self.hide()

    def ask(self, about: Unresolved | None, language: str, others: Sequence[str]) -> None:
        """Asks what a spelling means; hides where there is nothing to ask."""
        self._about = about
        for offer in self.offers:
            self._row.removeWidget(offer)
            offer.deleteLater()
        self.offers = []
        self.setVisible(about is not None)
        if about is None:
            return
        words = (
            self.tr("“{text}” in {count} rows is")
            if len(about.rows) > 1
            else self.tr("“{text}” is")
        )
        text = shortened(about.text, _LONGEST)
        self.says.say(words.format(text=text, count=len(about.rows)))
        for known in about.offers[:_MOST_OFFERS]:
            self._offer(known.names.get(language) or known.names["en"])
        self.others.setParent(None)  # Tab goes to the offers first, then to the others
        self._row.addWidget(self.others)
        self.others.offer([("", self.tr("Another…")), *((name, name) for name in others)])
        self.others.choose("")

    def _offer(self, name: str) -> None:
        shown = name.replace("&", "&&")  # else it would underline the next letter
        made = button(self._theme, shown, does=lambda: self._answer(name), name=name)
        self._row.insertWidget(1 + len(self.offers), made)
        self.offers.append(made)

    def _answer(self, meant: str) -> None:
        if self._about and meant:
            self.answered.emit(Mended(self._about.text, meant))
